import type { Caveat, CaveatCode } from "../../core/caveats/caveat.ts";
import { refuse } from "../../core/errors.ts";
import { capital } from "../capital.ts";

/** What may be printed, and what had to be left out of it. */
export interface Quote {
  readonly text: string;
  readonly left: readonly string[];
  /** The caveats that are not in its words. */
  readonly unsaid: readonly CaveatCode[];
}

/** One form of what may be printed: its first sentence in parts, whatever follows, and what is not in it. */
export interface Form {
  readonly answer: readonly string[];
  /** What it takes, and who says so: in this form, and in the whole. */
  readonly assumption: Kept;
  readonly source: Kept;
  readonly further: readonly string[];
  /** Names that begin a sentence as they are typed, such as those of past wars. */
  readonly asTyped?: readonly string[];
  readonly left: readonly string[];
}

/** A part of a sentence; undefined if there is none. */
export interface Kept {
  readonly text: string | undefined;
  readonly isKept: boolean;
}

/** Makes a text what will be printed. */
export type Finish = (text: string) => string;

/**
 * The first form that has at most this many characters when it is printed. Throws InputError if not even the shortest
 * does: nothing is ever cut, since half a sentence may say something else.
 */
export function firstFitting(
  forms: readonly Form[],
  caveats: readonly Caveat[],
  most: number | undefined,
  finish: Finish,
): Quote {
  const unsaid = [...new Set(caveats.map(({ code }) => code))].filter((code) => !SAID.has(code));
  const all = forms.map((form) => ({ text: finish(textOf(form)), left: form.left, unsaid }));
  const fitting = all.find(({ text }) => most === undefined || lengthOf(text) <= most);
  if (fitting) return fitting;
  const needed = Math.min(...all.map(({ text }) => lengthOf(text)));
  return refuse({
    code: "E-QUOTE-LONG",
    args: { most: most!, needed },
    at: { option: "--max" },
    tries: [String(needed)],
  });
}

/** Caveats that the words of a sentence say: its open ends, its conditions, and who says so. */
const SAID: ReadonlySet<CaveatCode> = new Set<CaveatCode>([
  ...([
    "OPEN_LOW",
    "OPEN_HIGH",
    "VAGUE_FLOOR",
    "KILLED_ALONE",
    "CONFIRMED_IS_A_FLOOR",
    "CLAIM_OF_SIDE",
    "LEFT_OUT",
  ] as const),
  ...(["TWO_LISTS", "COVERAGE_CLOSES_FLOOR", "RATIO_COVERS", "HISTORY_INTERVAL", "BORROWED_RATIO"] as const),
  ...(["RETURNED_OF_ALL", "NO_FORECAST", "MAY_NEVER", "NEVER", "ALREADY_REACHED"] as const),
]);

/** The number of characters as a reader counts them: a letter with its accents is one, and so is an emoji. */
export function lengthOf(text: string): number {
  return [...new Intl.Segmenter("en", { granularity: "grapheme" }).segment(text)].length;
}

/** Whether a range as a bound saves anything: "at least two" is no shorter than "two to three". */
export function isShorterThan(bound: readonly string[], range: readonly string[]): boolean {
  return lengthOf(bound.join(" ")) < lengthOf(range.join(" "));
}

/** The form with one change, and the name of what that leaves out instead of what was left out before. */
export function without(form: Form, change: Partial<Form>, name: string, replaced?: string): Form {
  return { ...form, ...change, left: [...form.left.filter((other) => other !== replaced && other !== name), name] };
}

/** The forms that follow by leaving out the assumption, and then the source. */
export function withoutLast(form: Form): Form[] {
  const { assumption, source } = form;
  const bare = assumption.text
    ? [without(form, { assumption: { ...assumption, isKept: false } }, "the assumption")]
    : [];
  const before = bare[0] ?? form;
  return [...bare, ...(source.text ? [without(before, { source: { ...source, isKept: false } }, "the source")] : [])];
}

/** A form as it is printed. */
export function textOf({ answer, assumption, source, further, asTyped = [] }: Form): string {
  const kept = [assumption, source].flatMap(({ text, isKept }) => (text !== undefined && isKept ? [text] : []));
  const first = `${hedge(assumption, source)}${[...answer, ...kept].join(", ")}`;
  const begun = (text: string) => (asTyped.some((name) => text.startsWith(name)) ? text : capital(text));
  return [first, ...further].map((text) => `${begun(text)}.`).join(" ");
}

/** A result without its assumption is only an estimate, and what a source says is not a fact without it. */
function hedge(assumption: Kept, source: Kept): string {
  if (assumption.text && !assumption.isKept) return "by one estimate, ";
  return source.text && !source.isKept && !source.text.startsWith("as of") ? "reportedly, " : "";
}
