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
      "How many are out of action, and what share of the force is that? Give what is known: the killed or all casualties, a ratio or counts of the wounded, captured, missing and deserted, a share of the force, a pace and a period. loss-calc calculates what follows, with its working, its sources and what the numbers do not say. FILE is a scenario file.",
    examples: [
      "loss-calc --killed 7000 --ratio 3 --force 150000",
      'loss-calc --killed "Ukraine=13,800" --killed "US=up to 6,000" --ratio 3',
      'loss-calc --killed "at least 7,000" --wounded 14000-21000 --explain',
      'loss-calc --killed 275000-325000 --casualties "1.2 million"',
      'loss-calc --casualties 125800 --days 91 --per "2,356 km2"',
      'loss-calc --casualties "92 a day" --force 12000 --until 100%',
      "loss-calc --casualties 28000 --ratio 3 --force 150000 --json",
      "loss-calc --killed 7000 --ratio 3 --force 150000 --save scenario.json",
      "loss-calc scenario.json --ratio 4",
    ],
  },
  batch: {
    usage: "loss-calc batch [FILE...] [options]",
    about:
      "Reads tables and adds an estimate to each row; everything else passes through unchanged. FILE is CSV, TSV, NDJSON, a JSON array or a workbook (.xlsx); without one, or for -, standard input is read. Options fill in whatever has no column, or an empty cell.",
    examples: [
      "loss-calc batch reports.csv --ratio 3 --force 150000 -o out.csv",
      "loss-calc batch events.csv --map killed=deaths --wounded 2x-4x --summary",
      "loss-calc batch losses.json --map casualties=personnel --ratio 3 --to csv",
      "loss-calc batch losses.csv --map casualties=total --series cumulative --by date",
      "loss-calc batch names.csv --count killed --group unit",
    ],
    topic: "tables",
  },
  check: {
    usage: "loss-calc check FILE... [options]",
    about:
      "Calculates scenario files again and compares the results with what the files expect. FILE is a file, a folder (all .json files in it), a pattern in quotes, or - for standard input.",
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
      "Lists what was counted in past wars and battles: the wounded and other losses per person killed, with their sources. TEXT is the name of a case, words of its name, conflict, belligerent or war (their beginnings are enough), an everyday name (ww2, britain), or a year in which it was under way. A comma separates alternatives: us-korea,us-vietnam.",
    examples: [
      "loss-calc ratios korea --explain",
      "loss-calc ratios ww2 britain",
      "loss-calc ratios --era 1946-2000 --covers wounded --format csv",
      "loss-calc ratios --backtest 3 --explain",
      "loss-calc --killed 6000-13800 --wounded us-korea --force 150000",
      "loss-calc --killed 6000-13800 --wounded history:1946-2000 --force 150000",
    ],
    topic: "ratios",
  },
  schema: {
    usage: "loss-calc schema scenario|ratios|estimate",
    about:
      "Prints the JSON Schema of scenario files or of files of ratios, for completion and checks in an editor, or that of what --json prints.",
    examples: ["loss-calc schema scenario > scenario.schema.json"],
  },
  explain: {
    usage: "loss-calc explain [CODE...]",
    about:
      "Explains the code of a mistake or a caveat: what it means, a command that leads to it, and what to do. A code can be typed in small letters and without its E-. Without a code, it lists all of them.",
    examples: ["loss-calc explain E-DOT", "loss-calc explain open_low"],
  },
  completion: {
    usage: "loss-calc completion bash|zsh|fish",
    about:
      "Prints a script that completes commands, options, choices, the names of past cases and sides, and files where a file belongs. It needs loss-calc on the path.",
    examples: ["loss-calc completion bash > loss-calc.bash"],
  },
  help: {
    usage: "loss-calc help [COMMAND|TOPIC]",
    about: "Shows the page of a command, or explains a topic.",
    examples: ["loss-calc help check", "loss-calc help figures"],
  },
};
