import type { RatioLookup } from "../core/figure.ts";
import type { Category, CategoryLoss, InputName, Inputs } from "../core/scenario.ts";
import { parseFigure } from "./figure.ts";
import { COMBINE, COVERAGE, DATE, FILE, FORCE, type Kind, lossOf, NAME, RATIO, RETURNED, reportOf } from "./kinds.ts";

/**
 * One thing that can be given for a calculation. The options of the command line, their help, the manual, the
 * completions, the keys of scenario files, `--save`, and the columns of tables are all made from these entries.
 * The option is called after the input: `asOf` is `--as-of`.
 */
export interface Input<T = unknown> {
  readonly kind: Kind<T>;
  /** The heading in help that the option is under. */
  readonly group: "Losses" | "Sources" | "Force";
  /** What help calls the option's value. */
  readonly value: string;
  /** One line for `--help` and for the JSON Schema. */
  readonly help: string;
  /** Whole sentences for the manual. */
  readonly about: string;
  /** Another name for the option. */
  readonly alias?: `--${string}`;
  /** It can be given several times; a scenario has a list of them. */
  readonly repeats?: true;
  /** "-" is the lines of standard input. */
  readonly takesLines?: true;
  /** The commands that take it, apart from estimate. */
  readonly commands?: readonly ("batch" | "check" | "ratios")[];
  /** What completes the option's value. */
  readonly completes?: "files" | "ratios" | "rules";
  /** Reads a cell of the column with its name; without it, no column has that name. Throws InputError. */
  readonly cell?: ((text: string, ratios?: RatioLookup) => Partial<T>) | undefined;
}

/** What one value of an input is: an input that repeats has a list of them. */
type ItemOf<K extends InputName> =
  NonNullable<Inputs[K]> extends readonly (infer Item)[] ? Item : NonNullable<Inputs[K]>;

function category(name: Category): Input<CategoryLoss> {
  const kind = lossOf(name);
  return {
    kind,
    group: "Losses",
    value: "LOSS",
    help: `${name}: a count, a multiplier with x, or the name of one`,
    about: `The ${name}. A plain number counts people (14000-21000); a number with an x is a multiplier of the killed (2x-3x); a name is a multiplier that loss-calc ratios lists${name === "wounded" ? " (us-korea, history)" : ""}.`,
    commands: ["batch"],
    completes: "ratios",
    cell: kind.object?.read,
  };
}

/** In the order in which they are read, written and listed. */
export const INPUTS: { readonly [K in InputName]-?: Input<ItemOf<K>> } = {
  side: {
    kind: NAME,
    group: "Sources",
    value: "NAME",
    help: "whose losses these are",
    about: "Whose losses these are. The result is headed with it.",
  },
  asOf: {
    kind: DATE,
    group: "Sources",
    value: "DATE",
    help: "the date of the estimate, like 2022-03-16, 16.03.2022 or 2022-03",
    about:
      "The date of the estimate: a day, a month or a year, in any usual form that can be read in only one way. The result is headed with it, with the year first.",
  },
  killed: {
    kind: reportOf("killed"),
    group: "Losses",
    value: "FIGURE",
    help: 'reported killed, like 7000 or "Ukraine=13,800"; several are rivals',
    about:
      'The killed, as a source reports them: FIGURE, SOURCE=FIGURE or SOURCE@DATE=FIGURE. Repeat it for other sources; they are rivals, and --combine says how they become one. "-" reads one figure a line from standard input.',
    repeats: true,
    takesLines: true,
  },
  casualties: {
    kind: reportOf("casualties"),
    group: "Losses",
    value: "FIGURE",
    help: "all losses together, the killed included; given instead of killed",
    about:
      "All losses together: the killed, the wounded and everyone else who is out of action. It is given instead of --killed, and a ratio or multipliers then say how many of them were killed.",
    cell: (text) => ({ figure: parseFigure(text, { counted: "casualties" }) }),
  },
  ratio: {
    kind: RATIO,
    group: "Losses",
    value: "RATIO",
    help: "all other losses per person killed: a number, or the name of a case",
    about:
      "Wounded, captured, missing and deserted together, for each person killed: 3, 2.5, 2-4, or a name that loss-calc ratios lists.",
    commands: ["batch"],
    completes: "ratios",
    cell: (text, ratios) => RATIO.read(text, ratios),
  },
  wounded: category("wounded"),
  captured: category("captured"),
  missing: category("missing"),
  deserted: category("deserted"),
  ratios: {
    kind: FILE,
    group: "Losses",
    value: "FILE",
    help: "a file with ratios of your own by name, and their sources (JSON)",
    about:
      "A file with ratios of your own. Their names can be used wherever a ratio can, and the result cites their sources. loss-calc schema ratios prints how the file is written.",
    commands: ["batch", "check", "ratios"],
    completes: "files",
  },
  returned: {
    kind: RETURNED,
    group: "Losses",
    value: "SHARE",
    help: "the share of the wounded who returned to duty, like 30%",
    about: "The share of the wounded who returned to duty. The result then has both the gross and the net number.",
    commands: ["batch"],
    cell: (text) => RETURNED.read(text),
  },
  coverage: {
    kind: COVERAGE,
    group: "Sources",
    value: "SHARE",
    help: "the share of all deaths that a confirmed list covers, like 45%-65%",
    about:
      "The share of all deaths that a list of confirmed deaths covers. With several sources it names the list: Mediazona=45%-65%.",
    commands: ["batch"],
  },
  combine: {
    kind: COMBINE,
    group: "Sources",
    value: "RULE",
    help: "how rival sources become one figure: envelope (default), overlap, sum, or prefer=NAME",
    about:
      "How several sources become one figure. envelope runs from the lowest low to the highest high; overlap is what all of them allow; prefer=NAME takes one of them; sum adds figures that count different people.",
    completes: "rules",
  },
  force: {
    kind: FORCE,
    group: "Force",
    value: "FIGURE",
    help: 'the size of the force, like 150000 or "at the border=150,000"',
    about:
      "The people that the share is a share of: FIGURE or LABEL=FIGURE. Repeat it to compare the losses with several forces.",
    alias: "--strength",
    repeats: true,
    commands: ["batch"],
    cell: FORCE.read,
  },
};

/** The inputs with their names, in order. */
export const INPUT_ENTRIES = Object.entries(INPUTS) as [InputName, Input][];

/** The name of an input's option: "--as-of". */
export type InputOption = `--${Kebab<InputName>}`;

type Kebab<Name extends string> = Name extends `${infer First}${infer Rest}`
  ? `${First extends Lowercase<First> ? First : `-${Lowercase<First>}`}${Kebab<Rest>}`
  : Name;

export function optionOf(input: InputName): InputOption {
  return `--${input.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}` as InputOption;
}
