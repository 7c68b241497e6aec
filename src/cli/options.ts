import type { Problem } from "../core/errors.ts";
import { notAChoice } from "../core/suggest.ts";
import { DEFINITIONS, MEASURES, ORDERS, SCOPES } from "../record/choices.ts";

/** One option of the estimate command, as it is parsed, and as help shows it. */
export interface OptionSpec {
  /** As help shows it: "-o, --output <FILE>", without <…> where it takes no value. */
  readonly flags: string;
  readonly help: string;
  readonly repeatable?: true;
  readonly hidden?: true;
}

export const FORMATS = ["text", "json", "ndjson", "csv", "tsv", "markdown"] as const;
export type Format = (typeof FORMATS)[number];

export const COLOURS = ["auto", "always", "never"] as const;
export type Colour = (typeof COLOURS)[number];

const COMMON_OPTIONS: readonly OptionSpec[] = [
  { flags: "--color <WHEN>", help: `colour: ${COLOURS.join(", ")}` },
  { flags: "-q, --quiet", help: "no notes on standard error" },
];

const LOSS = "a count, a multiplier with x, or a name";

const RATIO_FILE: OptionSpec = {
  flags: "--ratios <FILE>",
  help: "ratios of your own by name, with their sources (JSON)",
};

export const ESTIMATE_OPTIONS: readonly OptionSpec[] = [
  {
    flags: "--killed <FIGURE>",
    help: "reported killed: FIGURE, SOURCE=FIGURE, SOURCE@DATE=FIGURE, or - for one a line from standard input; repeat for more sources",
    repeatable: true,
  },
  {
    flags: "--casualties <FIGURE>",
    help: "reported casualties (killed, wounded and all other losses), instead of --killed",
  },
  {
    flags: "--ratio <RATIO>",
    help: "wounded, captured, missing and deserted together, per person killed: a number, or a name of loss-calc ratios",
  },
  { flags: "--wounded <LOSS>", help: `wounded: ${LOSS}, like 14000-21000, 2x-3x, us-korea or history` },
  { flags: "--captured <LOSS>", help: `captured: ${LOSS}` },
  { flags: "--missing <LOSS>", help: `missing: ${LOSS}` },
  { flags: "--deserted <LOSS>", help: `deserted: ${LOSS}` },
  RATIO_FILE,
  { flags: "--returned <SHARE>", help: "share of the wounded that returned to duty, like 30%" },
  {
    flags: "--coverage <SHARE>",
    help: "share of all deaths that a confirmed list holds: SHARE, or SOURCE=SHARE among several",
  },
  {
    flags: "--force <FIGURE>",
    help: "size of the force: FIGURE or LABEL=FIGURE; repeat for more baselines (alias: --strength)",
    repeatable: true,
  },
  { flags: "--strength <FIGURE>", help: "the same as --force", repeatable: true, hidden: true },
  {
    flags: "--combine <RULE>",
    help: "how several sources become one: envelope (default), overlap, sum, or prefer=NAME",
  },
  { flags: "--side <NAME>", help: "whose losses these are" },
  { flags: "--as-of <DATE>", help: "date of the estimate: YYYY, YYYY-MM or YYYY-MM-DD" },
  {
    flags: "--scenario <FILE>",
    help: "compute a scenario file (FILE#2: the second of a list); other options replace its values; - is standard input",
  },
  {
    flags: "--save <FILE>",
    help: "write the scenario and what came out of it to a file; - writes it to standard output",
  },
  { flags: "--explain", help: "print the working, step by step" },
  { flags: "--format <FORMAT>", help: `output as ${FORMATS.join(", ")}` },
  { flags: "--json", help: "the same as --format json" },
  {
    flags: "--value <PATH>",
    help: "print one number or text of the JSON, like outOfAction.high or sentence; repeat for more",
    repeatable: true,
  },
  { flags: "-o, --output <FILE>", help: "write to a file; - is standard output" },
  { flags: "--overwrite", help: "let --output and --save replace a file that exists" },
  ...COMMON_OPTIONS,
];

export const REPORTERS = ["human", "tap", "junit", "github", "json"] as const;
export type Reporter = (typeof REPORTERS)[number];

export const CHECK_OPTIONS: readonly OptionSpec[] = [
  { flags: "--reporter <NAME>", help: `report as ${REPORTERS.join(", ")} (default: human)` },
  { flags: "--json", help: "the same as --reporter json" },
  { flags: "--strict", help: "also fail a scenario whose figures lack a source, a date or a side" },
  { flags: "--update", help: "show what changed, and write it into the files" },
  RATIO_FILE,
  ...COMMON_OPTIONS,
];

export const TABLES = ["csv", "tsv", "ndjson", "json"] as const;
export type TableFormat = (typeof TABLES)[number];

/** What fills a cell of a table that is empty, or a column that it has not. */
const FILLING = /^--(?:ratios?|wounded|captured|missing|deserted|returned|coverage|force|strength)\b/;

export const BATCH_OPTIONS: readonly OptionSpec[] = [
  {
    flags: "--map <ROLE=COLUMN>",
    help: "take a column for killed, killed_low, casualties, force …, whatever it is called; repeat; ROLE= leaves one out",
    repeatable: true,
  },
  ...ESTIMATE_OPTIONS.filter(({ flags }) => FILLING.test(flags)),
  { flags: "--from <FORMAT>", help: `what comes in: ${TABLES.join(", ")} (default: by the name, else csv)` },
  { flags: "--to <FORMAT>", help: "what goes out (default: as it came in)" },
  { flags: "--prefix <TEXT>", help: "what the names of the new columns begin with (default: est_)" },
  { flags: "--rejects <FILE>", help: "write rows that could not be read to a file (CSV), with the reason" },
  { flags: "--strict", help: "stop at the first row that cannot be read" },
  { flags: "--series <KIND>", help: "cumulative: the rows are running totals; add what came from row to row" },
  { flags: "--by <COLUMN>", help: "the column with the day of each row, for --series" },
  { flags: "--group <COLUMN>", help: "a column that tells several series apart" },
  { flags: "--summary", help: "print how many rows there were to standard error" },
  { flags: "--summary-json", help: "the same as JSON" },
  { flags: "--sum", help: "add up all rows in the summary; say so only of rows that count different people" },
  { flags: "--header-only", help: "print the names of the columns, and no rows" },
  { flags: "--no-header", help: "print the rows, and no names of columns" },
  { flags: "--csv-safe", help: "put ' before text that a spreadsheet would run as a formula" },
  { flags: "-o, --output <FILE>", help: "write to a file; - is standard output" },
  { flags: "--overwrite", help: "let --output and --rejects replace a file that exists" },
  ...COMMON_OPTIONS,
];

/** Where a result goes, and in which form. */
const DELIVERY = /^(?:--format|--json|-o)\b/;

export const RATIOS_OPTIONS: readonly OptionSpec[] = [
  { flags: "--era <YEARS>", help: "cases that begin in these years: 1946-2000, 2001- or -1899" },
  { flags: "--side <TEXT>", help: "cases of a belligerent" },
  { flags: "--scope <SCOPE>", help: `cases of a ${SCOPES.join(", ")}` },
  { flags: "--definition <NAME>", help: `what killed means: ${DEFINITIONS.join(", ")}` },
  { flags: "--covers <LOSS>", help: `cases that know the ${MEASURES.join(", ")}` },
  { flags: "--comparable", help: "cases that can be compared with others" },
  { flags: "--sort <COLUMN>", help: `sort by ${ORDERS.join(", ")} (default: year)` },
  { flags: "--explain", help: "print each case in full: definitions, other figures, sources" },
  {
    flags: "--backtest <RATIO>",
    help: "apply a ratio, a range or a name to the killed of every comparable case of the record",
  },
  RATIO_FILE,
  ...ESTIMATE_OPTIONS.filter(({ flags }) => DELIVERY.test(flags)),
  { flags: "--overwrite", help: "let --output replace a file that exists" },
  ...COMMON_OPTIONS,
];

const REPEATABLE = new Set(["--killed", "--force", "--map", "--value"]);

/** What stood on the command line: each option with its values in order ("" for one without). */
export class Given {
  readonly #values = new Map<string, string[]>();
  /** The words that belong to no option: files, or the name of a schema. */
  operands: readonly string[] = [];

  add(option: string, value: string): void {
    const values = this.#values.get(option);
    if (values) values.push(value);
    else this.#values.set(option, [value]);
  }

  all(option: string): readonly string[] {
    return this.#values.get(option) ?? [];
  }

  one(option: string): string | undefined {
    return this.#values.get(option)?.[0];
  }

  has(option: string): boolean {
    return this.#values.has(option);
  }

  /** Options that were given more than once and may not be: none of their values is preferred. */
  repeats(): Problem[] {
    return [...this.#values]
      .filter(([option, values]) => values.length > 1 && !REPEATABLE.has(option))
      .map(([option, { length: times }]) => ({ code: "E-REPEATED", args: { option, times } }));
  }

  /** The choice that an option stands for; another word is added to the mistakes. */
  choice<T extends string>(option: string, choices: readonly T[], problems: Problem[]): T | undefined {
    const value = this.one(option);
    const found = choices.find((name) => name === value);
    if (value !== undefined && !found) problems.push({ ...notAChoice(value, choices), at: { option } });
    return found;
  }
}
