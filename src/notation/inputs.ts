import type { Category } from "../core/categories.ts";
import type { CategoryLoss, InputName, Inputs } from "../core/inputs.ts";
import type { RatioLookup } from "../core/ratio-lookup.ts";
import {
  AMOUNT,
  BOTH,
  COMBINE,
  COVERAGE,
  DATE,
  DAYS,
  DIED,
  FILE,
  FORCE,
  FORCE_PART,
  KIND,
  LIST,
  lossOf,
  NAME,
  PACE,
  PART,
  RATIO,
  RECRUITS,
  RETURNED,
  reportOf,
  TARGET,
  type ValueKind,
} from "./kinds.ts";

/**
 * Something that can be given for a calculation. The options of the command line, their help, the manual, the
 * completions, the keys of scenario files, `--save`, and the columns of tables are all made from these entries. The
 * option is named after the input: `asOf` is `--as-of`.
 */
export interface InputSpec<T = unknown> {
  readonly kind: ValueKind<T>;
  /** The heading in help that the option is under. */
  readonly group: "Losses" | "Sources" | "Force" | "Time";
  /** What help calls the option's value. */
  readonly value: string;
  /** One line for `--help` and for the JSON Schema. */
  readonly help: string;
  /** Whole sentences for the manual. */
  readonly about: string;
  /** Another name for the option. */
  readonly alias?: `--${string}`;
  /** It can be given several times; a scenario then has a list. */
  readonly repeats?: true;
  /** "-" means the lines of standard input. */
  readonly takesLines?: true;
  /** The commands that take it, besides estimate. */
  readonly commands?: readonly ("batch" | "check" | "ratios")[];
  /** What completes the option's value. */
  readonly completes?: "files" | "ratios" | "rules" | "kinds";
  /** Reads a cell of the column with the input's name. Without this, there is no such column. Throws InputError. */
  readonly cell?: ((text: string, ratios?: RatioLookup) => Partial<T>) | undefined;
  /** A column is read for it only if --map says so. */
  readonly isMapped?: true;
}

/** The type of one value of an input. An input that repeats has a list of them. */
type ItemOf<K extends InputName> =
  NonNullable<Inputs[K]> extends readonly (infer Item)[] ? Item : NonNullable<Inputs[K]>;

function category(name: Category): InputSpec<CategoryLoss> {
  const kind = lossOf(name);
  return {
    kind,
    group: "Losses",
    value: "LOSS",
    help: `${name}: a count, a multiplier like 3x, or the name of a ratio`,
    about: `The ${name}. A plain number counts people (14000-21000); a number with an x is a multiplier of the killed (2x-3x); a name is a multiplier that loss-calc ratios lists${name === "wounded" ? " (us-korea, history)" : ""}. It can also be a pace (120 a day) or a share of the force (5% of the force).`,
    repeats: true,
    commands: ["batch"],
    completes: "ratios",
    cell: kind.object?.read,
  };
}

/** All inputs, in the order in which they are read, written and listed. */
export const INPUTS: { readonly [K in InputName]-?: InputSpec<ItemOf<K>> } = {
  side: {
    kind: NAME,
    group: "Sources",
    value: "NAME",
    help: "whose losses these are",
    about: "Whose losses these are. The sentence of the result names the side.",
  },
  asOf: {
    kind: DATE,
    group: "Sources",
    value: "DATE",
    help: "the date of the estimate, like 2022-03-16, 16.03.2022 or 2022-03",
    about:
      "The date of the estimate: a day, a month or a year, in any usual form that can be read in only one way. The sentence of the result gives it, year first.",
  },
  killed: {
    kind: reportOf("killed"),
    group: "Losses",
    value: "FIGURE",
    help: 'the killed, as reported, like 7000 or "Ukraine=13,800"; several are rivals',
    about:
      'The killed, as a source reports them: FIGURE, SOURCE=FIGURE or SOURCE@DATE=FIGURE. Repeat it for rival sources; --combine says how to combine them. "-" reads standard input, one figure per line.',
    repeats: true,
    takesLines: true,
  },
  list: {
    kind: LIST,
    group: "Losses",
    value: "FIGURE",
    help: 'the people on one of two lists of the killed that overlap, like "BBC=1,500"; give two, and --both',
    about:
      "The number of people on a list of the killed: FIGURE, SOURCE=FIGURE or SOURCE@DATE=FIGURE. With two lists and --both, the killed are the product of the two divided by the number of people on both, which holds only if both lists are of the same people and period, and being on one says nothing about being on the other.",
    repeats: true,
  },
  both: {
    kind: BOTH,
    group: "Losses",
    value: "FIGURE",
    help: "the people who are on both lists",
    about: "The number of people who are on both of the two lists that --list gives.",
  },
  of: {
    kind: PART,
    group: "Losses",
    value: "LABEL=SHARE",
    help: "the part of the killed to estimate, like fighters=20%",
    about:
      "The part of the killed to estimate, and its share of them: fighters=20%. The share is applied to every figure for the killed, before anything else.",
    commands: ["batch"],
  },
  casualties: {
    kind: reportOf("casualties"),
    group: "Losses",
    value: "FIGURE",
    help: "all losses, including the killed: a count, a pace, or a share like 35%",
    about:
      "All losses: the killed, the wounded and everyone else who is out of action. With --killed it gives the ratio and the share who died; with a ratio or the share who died, it gives the killed. A pace (1,271 a day, 35,000 a month, 7.45 per 1,000 per day) needs a period to become a count, and a share (35%) needs a force. Repeat it for other sources.",
    repeats: true,
    cell: reportOf("casualties").object?.read,
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
  died: {
    kind: DIED,
    group: "Losses",
    value: "SHARE",
    help: "the share of the casualties who died, like 16%-17% or 1 in 5",
    about:
      "The share of the casualties who died: 16%-17%, or 1 in 5. It is another way to give the ratio: one in five means four others for each person killed.",
    commands: ["batch"],
    cell: DIED.read,
    isMapped: true,
  },
  wounded: category("wounded"),
  captured: category("captured"),
  missing: category("missing"),
  deserted: category("deserted"),
  ratios: {
    kind: FILE,
    group: "Losses",
    value: "FILE",
    help: "a file of your own named ratios, with their sources (JSON)",
    about:
      "A file of your own ratios. You can give their names wherever a ratio can be given, and --explain and --json cite their sources. loss-calc schema ratios prints the format of the file.",
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
      "The share of all deaths that a list of confirmed deaths covers. If there are several sources, name the list: Mediazona=45%-65%.",
    commands: ["batch"],
  },
  without: {
    kind: KIND,
    group: "Sources",
    value: "KIND",
    help: "leave out reports of this kind: claim, estimate or confirmed",
    about:
      "Leave out the reports of this kind: claim (of a side in the war), estimate, or confirmed (a list of deaths). --kind, a scenario file or, in a table, --kind-from says which kind a report is. The result says which reports were left out.",
    repeats: true,
    commands: ["batch"],
    completes: "kinds",
  },
  combine: {
    kind: COMBINE,
    group: "Sources",
    value: "RULE",
    help: "how to combine rival sources: envelope (default), overlap, sum, change, or prefer=NAME",
    about:
      "How to combine figures from several sources. envelope runs from the lowest low to the highest high; overlap is the range that all of them allow; prefer=NAME uses one of them; sum adds figures that count different people; change subtracts the earliest running total of a source from the latest, for the period between them.",
    completes: "rules",
  },
  force: {
    kind: FORCE,
    group: "Force",
    value: "FIGURE",
    help: 'the size of the force, like 150000 or "at the border=150,000"',
    about:
      "The size of the force, of which the losses are a share: FIGURE or LABEL=FIGURE. Repeat it to compare the losses with several forces.",
    alias: "--strength",
    repeats: true,
    commands: ["batch"],
    cell: FORCE.read,
  },
  share: {
    kind: FORCE_PART,
    group: "Force",
    value: "SHARE",
    help: "the share of the force that is out of action, like 38%",
    about:
      "The share of the force that is out of action. With casualties it gives the force, and with a force the casualties; with both, it is compared with the result. If there are several forces, name one: LABEL=SHARE.",
    commands: ["batch"],
    cell: FORCE_PART.object?.read,
    isMapped: true,
  },
  start: {
    kind: DATE,
    group: "Time",
    value: "DATE",
    help: "the first day of the losses",
    about:
      "The first day of the losses. Without --days, the period runs to --end, or else to --as-of, and includes both days. A month or a year begins on its first day.",
    commands: ["batch"],
    cell: DATE.read,
    isMapped: true,
  },
  end: {
    kind: DATE,
    group: "Time",
    value: "DATE",
    help: "the last day of the losses, included in the period",
    about: "The last day of the losses, which the period includes. A month or a year ends on its last day.",
    commands: ["batch"],
    cell: DATE.read,
    isMapped: true,
  },
  days: {
    kind: DAYS,
    group: "Time",
    value: "DAYS",
    help: "the length of the period, like 90, 3 months or 4.4 years",
    about: "The length of the period: 90, 3 months, 4.4 years. A month counts as 30 days and a year as 365.",
    commands: ["batch"],
    cell: DAYS.read,
    isMapped: true,
  },
  per: {
    kind: AMOUNT,
    group: "Time",
    value: "AMOUNT",
    help: "an amount to divide the losses by, like 2,356 km2",
    about: "An amount, with its unit, to divide the losses by: 2,356 km2, 176 square kilometres.",
    commands: ["batch"],
    cell: AMOUNT.read,
    isMapped: true,
  },
  recruits: {
    kind: RECRUITS,
    group: "Time",
    value: "FIGURE",
    help: "people who joined in the period, or a pace like 1000-1100 a day; several are added up",
    about:
      "People who join the force: a number in the period (32,000), or a pace (1000-1100 a day). The balance is recruits minus losses. Repeat it for other streams; they are added up.",
    repeats: true,
    commands: ["batch"],
    cell: RECRUITS.object?.read,
    isMapped: true,
  },
  until: {
    kind: TARGET,
    group: "Time",
    value: "TARGET",
    help: "the target to reach: a share of the force, people, or an amount",
    about:
      "The target to reach at the pace of the period, or at --pace: a share of the force (100%, a third), a number of people (700,000), or an amount in the unit of --per that is still to go (486,000 km2).",
    commands: ["batch"],
    cell: TARGET.read,
    isMapped: true,
  },
  pace: {
    kind: PACE,
    group: "Time",
    value: "PACE",
    help: "the pace from now on, if it differs from the period's, like 92 a day",
    about: "The pace from now on, for --until, if it differs from the pace of the period: 92 a day, 2,800 a month.",
    commands: ["batch"],
    cell: PACE.read,
    isMapped: true,
  },
};

/** The inputs with their names, in order. */
export const INPUT_ENTRIES = Object.entries(INPUTS) as [InputName, InputSpec][];

/** The name of an input's option: "--as-of". */
export type InputOption = `--${Kebab<InputName>}`;

type Kebab<Name extends string> = Name extends `${infer First}${infer Rest}`
  ? `${First extends Lowercase<First> ? First : `-${Lowercase<First>}`}${Kebab<Rest>}`
  : Name;

export function optionOf(input: InputName): InputOption {
  return `--${input.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}` as InputOption;
}
