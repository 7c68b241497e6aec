import type { CommandName } from "../commands.ts";
import type { TopicName } from "./topics.ts";

/** What the help of a command says, apart from its options. */
export interface PageText {
  readonly usage: string;
  readonly about: string;
  readonly examples: readonly string[];
  /** The topic at the end of the page. */
  readonly topic?: TopicName;
}

/** The help pages. A test runs every example. */
export const PAGES: Readonly<Record<CommandName, PageText>> = {
  estimate: {
    usage: "loss-calc [estimate] [FILE] [options]",
    about:
      "How many are out of action, and what share of the force is that? Give what you know: the killed or all casualties; a ratio, or counts of the wounded, captured, missing and deserted; a share of the force; a pace and a period. loss-calc calculates the rest, with its working, sources and caveats. FILE is a scenario file.",
    examples: [
      "loss-calc --killed 7000 --ratio 3 --force 150000",
      'loss-calc --killed "Ukraine=13,800" --killed "US=up to 6,000" --ratio 3',
      'loss-calc --killed "at least 7,000" --wounded 14000-21000 --explain',
      'loss-calc --killed 275000-325000 --casualties "1.2 million"',
      'loss-calc --casualties 125800 --days 91 --per "2,356 km2"',
      'loss-calc --casualties "92 a day" --force 12000 --until 100%',
      "loss-calc --casualties 28000 --ratio 3 --force 150000 --json",
      "loss-calc --killed 7000 --ratio 3 --force 150000 -o losses.svg",
      "loss-calc --killed 7000 --ratio 3 --force 150000 --quote --max 280",
      "loss-calc --killed 7000 --ratio 3 --force 150000 --save scenario.json",
      "loss-calc scenario.json --ratio 4",
    ],
  },
  batch: {
    usage: "loss-calc batch [FILE...] [options]",
    about:
      "Reads tables and adds an estimate to each row; everything else passes through unchanged. FILE is CSV, TSV, NDJSON, a JSON array or a workbook (.xlsx). Without a FILE, or if it is -, batch reads standard input. Options give the values of inputs that have no column, or an empty cell.",
    examples: [
      "loss-calc batch reports.csv --ratio 3 --force 150000 -o out.csv",
      "loss-calc batch events.csv --map killed=deaths --wounded 2x-4x --summary",
      "loss-calc batch losses.json --map casualties=personnel --ratio 3 --to csv",
      "loss-calc batch total.csv --map casualties=total --series cumulative --by date",
      "loss-calc batch series.csv --series cumulative --by date --to svg -o pace.svg",
      "loss-calc batch names.csv --count killed --group unit",
      "loss-calc batch claims.csv --role type:deaths=killed --where country=russia",
    ],
    topic: "tables",
  },
  compare: {
    usage: "loss-calc compare [FILE|WAR...] [options]",
    about:
      "Compares results: one side's losses for each of the other's, a side on two dates, or a side with a past war. FILE is a scenario file, and WAR the name of a case that loss-calc ratios lists (with --ratios, your own too). Figures can have the name of a side in front: SIDE=FIGURE, or SIDE/SOURCE@DATE=FIGURE. An option without a side applies to all of them. The first is compared with each of the others.",
    examples: [
      "loss-calc compare --killed Russia=275000-325000 --killed Ukraine=100000-140000",
      "loss-calc compare russia.json ukraine.json --population Russia=144m",
      "loss-calc compare march.json august.json --fail-on change",
      "loss-calc compare russia.json ussr-afghanistan --explain",
    ],
  },
  total: {
    usage: "loss-calc total [FILE...] [options]",
    about:
      "Adds up parts that count different people, each with its own figures, ratio and period: killed with killed, wounded with wounded. FILE is a scenario file. Figures can have the name of a part in front: PART=FIGURE, or PART/SOURCE@DATE=FIGURE. An assumption without a name, such as a ratio, applies to all parts. Losses without a name are a stated total, which is compared with the sum, and a force without a name is that of the whole.",
    examples: [
      'loss-calc total --killed army=13,800 --killed "militia=up to 6,000" --ratio 3',
      "loss-calc total army.json militia.json --disjoint --casualties 60000",
    ],
  },
  past: {
    usage: "loss-calc past [FILE] [options]",
    about:
      "How unusual is this? Ranks a share of a force, or its losses per 1,000 a day, among the sides of past battles (CDB90: 651 battles from 1600 to 1982). Give a share, a rate, or whatever an estimate needs to calculate them. The size of the force and the period decide which sides are compared. These are battles, not campaigns or wars: they may place a figure, but they never support it. FILE is a scenario file.",
    examples: [
      "loss-calc past --share 16%-36.8% --force 150000 --days 21",
      'loss-calc past --casualties "7.45 per 1,000 per day" --min-force 100000',
      "loss-calc past --killed 6000-13800 --ratio 3 --force 150000 --explain",
      "loss-calc past scenario.json --era 1914-1945",
    ],
  },
  check: {
    usage: "loss-calc check FILE... [options]",
    about:
      "Recalculates scenario files and compares the results with what the files expect. FILE is a file, a folder (all .json files in it), a pattern in quotes, or - for standard input.",
    examples: [
      "loss-calc check scenarios",
      'loss-calc check "scenarios/**/*.json" --format github --strict',
      "loss-calc check scenarios/march.json --update",
    ],
    topic: "scenarios",
  },
  ratios: {
    usage: "loss-calc ratios [TEXT...] [options]",
    about:
      "Lists cases from past wars and battles: the wounded and other losses per person killed, with sources. TEXT is the name of a case; words, or beginnings of words, from its name, conflict, belligerent or war; an everyday name (ww2, britain); or a year of the fighting. Separate alternatives with commas: us-korea,us-vietnam.",
    examples: [
      "loss-calc ratios korea --explain",
      "loss-calc ratios ww2 britain",
      "loss-calc ratios --era 1946-2000 --covers wounded --format csv",
      "loss-calc ratios --backtest 3 --explain",
      "loss-calc ratios --backtest 3 --quote --max 280",
      "loss-calc ratios us-korea --cite",
      "loss-calc ratios --backtest 3 -o rule.svg",
      "loss-calc --killed 6000-13800 --wounded us-korea --force 150000",
      "loss-calc --killed 6000-13800 --wounded history:1946-2000 --force 150000",
    ],
    topic: "ratios",
  },
  schema: {
    usage: "loss-calc schema scenario|ratios|estimate|comparison|total|past",
    about:
      "Prints the JSON Schema of scenario files or ratio files, which editors use to complete and check them, or that of the output of --json.",
    examples: ["loss-calc schema scenario > scenario.schema.json"],
  },
  explain: {
    usage: "loss-calc explain [CODE...]",
    about:
      "Explains the code of a mistake or a caveat: what it means, a command that causes it, and what to do. You can type a code in lower case and without its E-. Without a code, explain lists them all.",
    examples: ["loss-calc explain E-DOT", "loss-calc explain open_low"],
  },
  completion: {
    usage: "loss-calc completion bash|zsh|fish",
    about:
      "Prints a shell script that completes commands, options, choices, the names of past cases and sides, and file names. loss-calc must be on the PATH.",
    examples: ["loss-calc completion bash > loss-calc.bash"],
  },
  help: {
    usage: "loss-calc help [COMMAND|TOPIC]",
    about: "Shows the help page of a command, or explains a topic.",
    examples: ["loss-calc help check", "loss-calc help figures"],
  },
};
