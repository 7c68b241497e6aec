/** One option of the estimate command, as it is parsed, and as help shows it. */
export interface OptionSpec {
  /** As commander reads it: "-o, --output <FILE>". */
  readonly flags: string;
  readonly help: string;
  readonly repeatable?: true;
  readonly hidden?: true;
}

export const FORMATS = ["text", "json", "ndjson", "csv", "tsv", "markdown"] as const;
export type Format = (typeof FORMATS)[number];

export const COLOURS = ["auto", "always", "never"] as const;
export type Colour = (typeof COLOURS)[number];

const LOSS = "a count, or a multiplier with x";

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
  { flags: "--ratio <RATIO>", help: "wounded, captured, missing and deserted together, per person killed" },
  { flags: "--wounded <LOSS>", help: `wounded: ${LOSS}, like 14000-21000 or 2x-3x` },
  { flags: "--captured <LOSS>", help: `captured: ${LOSS}` },
  { flags: "--missing <LOSS>", help: `missing: ${LOSS}` },
  { flags: "--deserted <LOSS>", help: `deserted: ${LOSS}` },
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
  { flags: "--explain", help: "print the working, step by step" },
  { flags: "--format <FORMAT>", help: `output as ${FORMATS.join(", ")}` },
  { flags: "--json", help: "the same as --format json" },
  { flags: "--value <PATH>", help: "print one number of the JSON in digits, like outOfAction.high" },
  { flags: "-o, --output <FILE>", help: "write to a file; - is standard output" },
  { flags: "--overwrite", help: "let --output replace a file that exists" },
  { flags: "--color <WHEN>", help: `colour: ${COLOURS.join(", ")}` },
  { flags: "-q, --quiet", help: "no notes on standard error" },
];

/** What stood on the command line: each option with its values in order ("" for one without). */
export class Given {
  readonly #values = new Map<string, string[]>();

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

  /** Options that were given more than once. */
  repeated(): [option: string, times: number][] {
    return [...this.#values]
      .filter(([, values]) => values.length > 1)
      .map(([option, values]) => [option, values.length]);
  }
}
