import type { Command } from "commander";

const EXAMPLES = `Examples:
  loss-calc --killed 7000 --ratio 3 --force 150000
  loss-calc --killed "Ukraine=13,800" --killed "US=up to 6,000" --ratio 3 --force 150000
  loss-calc --killed "at least 7,000" --wounded 14000-21000 --force 150000 --explain
  loss-calc --casualties 28000 --ratio 3 --force 150000 --json`;

const INTRODUCTION = `How many are out of action, and what share of the force is that?
From reported killed, and a ratio or counts of the wounded, captured, missing
and deserted, with the working, the sources and what the numbers do not say.`;

const AFTER = `Commands:
  estimate                compute an estimate (the default)
  help                    show this help

Figures:  7,000  13.8k  6000-13800  "at least 7,000"  "up to 6,000"  7000±500
          "about 250,000"  "six to fourteen thousand"  6000/8000/13800
Ratios:   3  2.5  2-4     Multipliers:  3x  2x-3x     Shares:  30%  0.3  45%-65%

Exit status:
  0  fine (also when the reader of a pipe closes it early)
  1  it ran and the answer is no
  2  the command line is wrong
  3  data from standard input or a file could not be read
  4  a file could not be opened or written
  70 a bug of loss-calc    130 interrupted

Colour: --color, then NO_COLOR, FORCE_COLOR, CLICOLOR_FORCE, CLICOLOR=0,
TERM=dumb, and whether the output is a terminal. No other environment variable
is read.`;

/** The help in full: examples, then options, then how to write numbers. */
export function helpText(estimate: Command, width: number): string {
  const help = estimate.createHelp();
  help.helpWidth = width;
  help.minWidthToWrap = 8;
  const options = help
    .visibleOptions(estimate)
    .map((option) => help.formatItem(help.optionTerm(option), 24, help.optionDescription(option), help));
  const more = [
    help.formatItem("-v, --version", 24, "print the version", help),
    help.formatItem("-h, --help", 24, "show this help", help),
  ];
  const usage = "Usage: loss-calc [estimate] --killed FIGURE [options]";
  return `${[usage, INTRODUCTION, EXAMPLES, ["Options:", ...options, ...more].join("\n"), AFTER].join("\n\n")}\n`;
}

/** What a run without any arguments shows. */
export const SHORT_HELP = `loss-calc: how many are out of action, and what share of the force is that?

${EXAMPLES.split("\n").slice(0, 3).join("\n")}

All options: loss-calc --help
`;
