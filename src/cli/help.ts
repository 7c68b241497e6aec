import { wrapped } from "../render/wrap.ts";
import { COMMANDS, type CommandSpec } from "./commands.ts";

const EXAMPLES = `Examples:
  loss-calc --killed 7000 --ratio 3 --force 150000
  loss-calc --killed "Ukraine=13,800" --killed "US=up to 6,000" --ratio 3 --force 150000
  loss-calc --killed "at least 7,000" --wounded 14000-21000 --force 150000 --explain
  loss-calc --casualties 28000 --ratio 3 --force 150000 --json
  loss-calc --killed 7000 --ratio 3 --force 150000 --save scenario.json
  loss-calc estimate --scenario scenario.json --ratio 4`;

const EXIT_STATUS = `Exit status:
  0  fine (also when the reader of a pipe closes it early)
  1  it ran and the answer is no: a check failed, no case fits
  2  the command line is wrong
  3  data from standard input or a file could not be read
  4  a file could not be opened or written
  70 a bug of loss-calc    130 interrupted`;

/** What stands around the options of a command. */
interface HelpText {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

const HELP: Record<CommandSpec["name"], HelpText> = {
  estimate: {
    before: [
      "Usage: loss-calc [estimate] --killed FIGURE [options]",
      `How many are out of action, and what share of the force is that?
From reported killed, and a ratio or counts of the wounded, captured, missing
and deserted, with the working, the sources and what the numbers do not say.`,
      EXAMPLES,
    ],
    after: [
      `Commands:
  estimate                compute an estimate (the default)
  batch [FILE...]         add an estimate to every row of a table
  check FILE...           compare scenario files with what they expect
  ratios [TEXT...]        list ratios of past wars by name, with their sources
  schema NAME             print the JSON Schema of files, or of --json
  help [COMMAND]          show this help, or a command's`,
      `Figures:  7,000  13.8k  6000-13800  "at least 7,000"  "up to 6,000"  7000±500
          "about 250,000"  "six to fourteen thousand"  6000/8000/13800
Ratios:   3  2.5  2-4     Multipliers:  3x  2x-3x     Shares:  30%  0.3  45%-65%`,
      EXIT_STATUS,
      `Colour: --color, then NO_COLOR, FORCE_COLOR, CLICOLOR_FORCE, CLICOLOR=0,
TERM=dumb, and whether the output is a terminal. No other environment variable
is read.`,
    ],
  },
  batch: {
    before: [
      "Usage: loss-calc batch [FILE...] [options]",
      `Reads tables, and adds the estimate to each row; everything else passes through
as it is. FILE is CSV, TSV, NDJSON or a JSON array; without one, or for -,
standard input. Options fill in what has no column, or an empty cell.`,
      `Examples:
  loss-calc batch reports.csv --ratio 3 --force 150000 > out.csv
  loss-calc batch events.csv --map killed=deaths --wounded 2x-4x --summary
  loss-calc batch losses.json --map casualties=personnel --ratio 3 --to csv
  loss-calc batch losses.csv --map casualties=total --series cumulative --by date`,
    ],
    after: [
      `Columns that are known by their names: name, source, killed (or killed_low,
killed_best, killed_high), casualties, ratio, wounded, captured, missing,
deserted, returned, force; low, best, high beside deaths_a or type_of_violence
(UCDP); bdeadlow, bdeadbes, bdeadhig (PRIO). --map names others.`,
      `Rows that cannot be read are told on standard error, or written to --rejects FILE;
the rest goes on, and the exit status is 3.`,
      EXIT_STATUS,
    ],
  },
  check: {
    before: [
      "Usage: loss-calc check FILE... [options]",
      `Computes scenario files anew and compares what comes out with what they expect.
FILE is a file, a folder (all .json files in it), a pattern in quotes, or - for
standard input.`,
      `Examples:
  loss-calc check scenarios
  loss-calc check "scenarios/**/*.json" --reporter github --strict
  loss-calc check scenarios/march.json --update`,
    ],
    after: [EXIT_STATUS],
  },
  ratios: {
    before: [
      "Usage: loss-calc ratios [TEXT...] [options]",
      `Lists what was counted in wars and battles of the past: wounded and other losses
per person killed, with their sources. Their names stand wherever a ratio does.
TEXT is the name of a case, history for the cases behind it, or words that all
stand in a case's name, conflict, belligerent or war.`,
      `Examples:
  loss-calc ratios korea --explain
  loss-calc ratios --era 1946-2000 --covers wounded --format csv
  loss-calc ratios history --explain
  loss-calc ratios --backtest 3
  loss-calc --killed 6000-13800 --wounded us-korea --force 150000
  loss-calc --killed 6000-13800 --wounded history:1946-2000 --force 150000`,
    ],
    after: [
      `history is the 80% interval of past wars for the wounded; history:1946-2000,
history:war or history:battle-deaths narrow it, and so do several together:
history:1946-:battle-deaths. Fewer than 5 wars are refused.`,
      EXIT_STATUS,
    ],
  },
  schema: {
    before: [
      "Usage: loss-calc schema scenario|ratios|estimate",
      `Prints the JSON Schema of scenario files or of files of ratios, for completion
and checks in editors, or that of the JSON that --json prints.`,
      `Examples:
  loss-calc schema scenario > scenario.schema.json`,
    ],
    after: [],
  },
};

/** The help of a command in full: examples, then options, then how to write numbers. */
export function helpText(name: string | undefined, width: number): string {
  const spec = COMMANDS.find((command) => command.name === name) ?? COMMANDS[0]!;
  const { before, after } = HELP[spec.name];
  const visible = spec.options.filter(({ hidden }) => !hidden).map(({ flags, help }) => [flags, help] as const);
  const always = [
    ["-v, --version", "print the version"],
    ["-h, --help", "show this help"],
  ] as const;
  const options = [...visible, ...always].map(([flags, help]) => item(flags, help, width));
  return `${[...before, ["Options:", ...options].join("\n"), ...after].join("\n\n")}\n`;
}

const FLAGS_WIDTH = 24;
const NARROWEST = 8;

/** An option, and behind it what it does, in lines of the width. */
function item(flags: string, help: string, width: number): string {
  const lead = `  ${flags.padEnd(FLAGS_WIDTH)}  `;
  if (width - lead.length < NARROWEST) return lead + help;
  return wrapped(lead + help, width, " ".repeat(lead.length));
}

/** What a run without any arguments shows. */
export const SHORT_HELP = `loss-calc: how many are out of action, and what share of the force is that?

${EXAMPLES.split("\n").slice(0, 3).join("\n")}

All options: loss-calc --help
`;
