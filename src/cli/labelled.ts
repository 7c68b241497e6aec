import { defined } from "../core/defined.ts";
import { collect, type Problem } from "../core/errors.ts";
import type { CategoryLoss, InputName } from "../core/inputs.ts";
import { suggest } from "../core/suggest.ts";
import { DATE_FOLLOWS } from "../notation/date.ts";
import { INPUT_ENTRIES, type InputOption, optionOf } from "../notation/inputs.ts";
import { parseLabel } from "../notation/label.ts";
import { GivenOptions } from "./given.ts";

/** A subject that options name: "Russia", or "Russia@2026-01" if the same side has several dates. */
export interface Label {
  readonly side: string;
  readonly date?: string | undefined;
}

/** The value of an option without the label in front of it: "CSIS=275,000" of "Russia/CSIS=275,000". */
interface LabelledValue {
  readonly option: LabelledOption;
  readonly typed: string;
  /** Undefined if the value is for all subjects. */
  readonly label: Label | undefined;
  readonly value: string;
}

/** The options whose values may have a label: every input, and the populations that losses are compared with. */
export type LabelledOption = InputOption | "--population";
const OPTIONS: readonly LabelledOption[] = [...INPUT_ENTRIES.map(([input]) => optionOf(input)), "--population"];

/** Losses are somebody's, so the labels of losses name the subjects. Everything else may be the same for all. */
export const LOSSES: readonly LabelledOption[] = (
  ["killed", "list", "casualties", "wounded", "captured", "missing", "deserted"] as const
).map(optionOf);

/**
 * Options for several subjects, sorted by the labels in front of their values. The labels of losses, and the sides of
 * files, are the subjects; other options have one of these labels, or none.
 */
export class LabelledOptions {
  readonly #values: readonly LabelledValue[];
  readonly #known: readonly string[];
  /** The subjects that have no file, in the order in which they were first typed. */
  readonly labels: readonly Label[];
  /** Labels that name no subject. */
  readonly problems: readonly Problem[];

  constructor(
    given: GivenOptions,
    files: readonly string[],
    /** The options that without a label are about all subjects together, rather than about each. */
    private readonly ofWhole: readonly LabelledOption[],
  ) {
    this.#values = given.typed.flatMap(([name, typed]) => {
      const option = OPTIONS.find((known) => known === name);
      return option ? [labelledValue(option, typed)] : [];
    });
    const lost = this.#values.filter(({ option }) => LOSSES.includes(option)).flatMap(({ label }) => label ?? []);
    const isOfFile = ({ side }: Label) => files.some((file) => isAlike(file, side));
    const sides = uniqueLabels(lost.map(({ side }) => ({ side }))).filter((label) => !isOfFile(label));
    this.labels = sides.flatMap(({ side }): Label[] => {
      const dated = uniqueLabels(lost.filter((label) => label.date !== undefined && isAlike(label.side, side)));
      return dated.length > 1 ? dated : [{ side, date: dated[0]?.date }];
    });
    this.#known = uniqueLabels([...files.map((side) => ({ side })), ...sides]).map(({ side }) => side);
    this.problems = this.#values.flatMap((value) => this.#problemsOf(value));
  }

  /** What is wrong with the label of a value: it is not a name and date, or names no subject. */
  #problemsOf({ option, typed, label }: LabelledValue): Problem[] {
    if (!label) return [];
    const { side, date } = label;
    const problems: Problem[] = [];
    collect(
      problems,
      () => parseLabel(date === undefined ? side : `${side}@${date}`),
      () => ({ option }),
    );
    if (problems.length > 0) return problems;
    // A file has its own date, so a label with a date is not its side.
    const isKnown =
      date === undefined
        ? this.#known.some((known) => isAlike(known, side))
        : this.labels.some((subject) => subject.date === date && isAlike(subject.side, side));
    if (isKnown) return [];
    const suggestion = date === undefined ? suggest(side, this.#known) : undefined;
    const name = typed.slice(0, typed.search(/[=/]/)).trim();
    return [{ code: "E-SIDE", args: defined({ label: name, sides: this.#known, suggestion }), at: { option } }];
  }

  /** The options of a subject, without their label, and those that apply to all subjects. */
  optionsOf(subject: Label): GivenOptions {
    const options = new GivenOptions();
    for (const { option, value, label } of this.#values) {
      if (option === "--population") continue;
      if (label ? isFor(subject, label) : !this.#isOfWhole(option, value)) options.add(option, value);
    }
    if (subject.date !== undefined && !options.has("--as-of")) options.add("--as-of", subject.date);
    return options;
  }

  /** The values of an option for a subject: those with its label, or else those for all. */
  valuesFor(option: LabelledOption, subject: Label): readonly string[] {
    const values = this.#values.filter((value) => value.option === option);
    const own = values.filter(({ label }) => label && isFor(subject, label));
    return (own.length > 0 ? own : values.filter(({ label }) => !label)).map(({ value }) => value);
  }

  /** The inputs that have no label, so that they are the same for all subjects. */
  get common(): InputName[] {
    return INPUT_ENTRIES.flatMap(([input]) => {
      const option = optionOf(input);
      const isCommon = (each: LabelledValue) =>
        each.option === option && !each.label && !this.#isOfWhole(option, each.value);
      return this.#values.some(isCommon) ? [input] : [];
    });
  }

  /** The options about all subjects together. */
  whole(): GivenOptions {
    const options = new GivenOptions();
    for (const { option, value, label } of this.#values) {
      if (!label && option !== "--population" && this.#isOfWhole(option, value)) options.add(option, value);
    }
    return options;
  }

  #isOfWhole(option: LabelledOption, typed: string): boolean {
    return this.ofWhole.includes(option) && !(LOSSES.includes(option) && isMultiplier(option, typed));
  }

  /** Reports counts of losses that have no label, so that nobody knows whose they are. */
  unlabelledLosses(): Problem[] {
    const known = this.#known;
    return this.#values.flatMap(({ option, typed, label }): Problem[] => {
      if (label || !this.#isOfWhole(option, typed)) return [];
      return [
        {
          code: "E-SIDE",
          args: { sides: known },
          at: { option },
          text: typed,
          tries: /^\d/.test(typed) ? known.slice(0, 1).map((side) => `${side}=${typed}`) : [],
        },
      ];
    });
  }

  /** The problems of a subject's values as they were typed, with the label in front. */
  placed(problems: readonly Problem[], subject: Label): Problem[] {
    return problems.map((problem) => {
      const found = this.#values.find(
        ({ option, value, label }) =>
          option === problem.at?.option && value === problem.text && label && isFor(subject, label),
      );
      return found ? withFront(problem, found.typed) : problem;
    });
  }
}

/** A label up to the first "=", or up to a "/" before it: "Russia", "Russia@2026-01", and "Russia" with a source. */
const LABEL = /^\s*([^\s=/][^=/]*?)\s*(?:\/(.*=.*)|(?<![<>])=(.*))$/s;

/** Whether this is an assumption about everybody's losses, such as --wounded 3x. A word may be the name of a ratio. */
function isMultiplier(option: LabelledOption, typed: string): boolean {
  if (option === "--killed" || option === "--list" || option === "--casualties") return false;
  const input = INPUT_ENTRIES.find(([name]) => optionOf(name) === option)![1];
  const loss = collect([], () => input.kind.read(typed)) as CategoryLoss | undefined;
  return loss === undefined || loss.kind === "multiplier";
}

const RULE = /^\s*prefer\s*=/i;

function labelledValue(option: LabelledOption, typed: string): LabelledValue {
  const [, label, rest, alone] = LABEL.exec(typed) ?? [];
  if (label === undefined || (option === "--combine" && RULE.test(typed))) {
    return { option, typed, label: undefined, value: typed };
  }
  const at = label.search(DATE_FOLLOWS);
  const [side, date] = at < 0 ? [label] : [label.slice(0, at), label.slice(at + 1).trim()];
  return { option, typed, label: { side: side.trim(), date }, value: (rest ?? alone)! };
}

function withFront(problem: Problem, typed: string): Problem {
  const { text = "", start, end, tries } = problem;
  const front = typed.slice(0, typed.length - text.length);
  const moved = (place: number | undefined) => (place === undefined ? undefined : place + front.length);
  const inFull = {
    text: typed,
    start: moved(start),
    end: moved(end),
    // "Russia/" is followed by a source. Without one, the figure comes after "=".
    tries: tries?.map((spelling) => (spelling.includes("=") ? front : front.replace(/\/$/, "=")) + spelling),
  };
  return { ...problem, ...defined(inFull) } as Problem;
}

/** Whether a value with this label is for the subject. A label without a date is for every date of its side. */
function isFor(subject: Label, label: Label): boolean {
  const isOfDate = label.date === undefined || subject.date === undefined || label.date === subject.date;
  return isOfDate && isAlike(subject.side, label.side);
}

function uniqueLabels(labels: readonly Label[]): Label[] {
  const isSame = (a: Label, b: Label) => isAlike(a.side, b.side) && a.date === b.date;
  return labels.filter((label, index) => labels.findIndex((other) => isSame(label, other)) === index);
}

export function isAlike(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
