import type { CommandName } from "./commands.ts";

/**
 * One option of the command line. Commander's options, `--help`, `docs/options.md`, the manual and the completions are
 * all made from these entries. The options for the inputs of a calculation come from `notation/inputs.ts`.
 */
export interface Option {
  readonly name: `--${string}`;
  readonly short?: `-${string}`;
  /** Other long names for it. */
  readonly aliases?: readonly `--${string}`[];
  /** What help calls its value. Absent if it takes none. */
  readonly value?: string;
  readonly choices?: readonly string[];
  /** It may be given several times. */
  readonly repeats?: true;
  /** What completes its value, unless it has choices. */
  readonly completes?: "files" | "ratios" | "rules" | "kinds" | "sides";
  readonly commands: readonly CommandName[];
  /** Whether its value may be empty. For others an empty value is mostly a shell variable that is not set. */
  readonly takesEmpty?: boolean;
  readonly group: OptionGroup;
  /** One line for `--help`. */
  readonly help: string;
  /** Whole sentences for the manual, if there is more to say. */
  readonly about?: string;
}

/** The headings in help, in this order. */
export const GROUPS = [
  "Losses",
  "Sources",
  "Force",
  "Time",
  "Claims",
  "Scenario files",
  "Table",
  "Rows",
  "Cases",
  "Battles",
  "Output",
  "Other",
] as const;
export type OptionGroup = (typeof GROUPS)[number];

export const FORMATS = ["text", "json", "ndjson", "csv", "tsv", "markdown", "wikitext", "svg"] as const;
export type Format = (typeof FORMATS)[number];

/** The formats of references, which only --cite writes. */
export const CITE_FORMATS = ["bibtex", "csl-json"] as const;

export const COLOURS = ["auto", "always", "never"] as const;
export type Colour = (typeof COLOURS)[number];

export const REPORTERS = ["human", "plain", "markdown", "tap", "junit", "github", "json"] as const;
export type Reporter = (typeof REPORTERS)[number];

/** What else can make a scenario fail, or a comparison. */
export const FAIL_ON = ["claims"] as const;
export const FAIL_ON_CHANGE = ["change"] as const;

/** The name of a picture that another program makes from an SVG. */
export const PICTURE_NAME = /\.(?:png|jpe?g|gif|webp|tiff?|pdf|eps)$/i;

/** Other words for a format. */
export const OTHER_FORMATS: Readonly<Record<string, string>> = {
  md: "markdown",
  jsonl: "ndjson",
  wiki: "wikitext",
  mediawiki: "wikitext",
};
