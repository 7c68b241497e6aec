import type { Caveat } from "../../core/caveats/caveat.ts";
import { refuse } from "../../core/errors.ts";
import { capital } from "../capital.ts";
import type { Form, Kept, Quote } from "./form.ts";
import { notesOn } from "./notes.ts";

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
  const all = forms.map((form) => ({ text: finish(textOf(form)), form }));
  const fitting = all.find(({ text }) => most === undefined || lengthOf(text) <= most);
  if (fitting) return { text: fitting.text, notes: notesOn(fitting.form, caveats) };
  const needed = Math.min(...all.map(({ text }) => lengthOf(text)));
  return refuse({
    code: "E-QUOTE-LONG",
    args: { most: most!, needed },
    at: { option: "--max" },
    tries: [String(needed)],
  });
}

/** The number of characters as a reader counts them: a letter with its accents is one, and so is an emoji. */
export function lengthOf(text: string): number {
  return [...new Intl.Segmenter("en", { granularity: "grapheme" }).segment(text)].length;
}

/** Dropping a range is only worth it if that saves this many characters: "up to 9,000" is hardly shorter than "8,000 to 9,000". */
const LEAST_SAVED = 5;

/** Whether the other end of a range may be left out of a sentence to make it shorter. */
function isWorthABound(bound: readonly string[], range: readonly string[]): boolean {
  return lengthOf(range.join(", ")) - lengthOf(bound.join(", ")) >= LEAST_SAVED;
}

/** The form with one change, and the name of what that drops instead of what was dropped before. */
export function without(form: Form, change: Partial<Form>, name: string, replaced?: string): Form {
  const dropped = form.dropped.filter((other) => other !== replaced && other !== name);
  return { ...form, ...change, dropped: [...dropped, name] };
}

/**
 * All forms, in order: these, the last of them with a bound instead of its range (and the sources of that bound), and then
 * each of these once more, first without the assumption and then without the source, too, which makes room for the rest.
 */
export function withShorterEnds(forms: readonly Form[], bound: Pick<Form, "answer" | "source" | "missing">): Form[] {
  const last = forms.at(-1)!;
  const { answer, source, missing } = bound;
  const isWorth = isWorthABound(answer, last.answer);
  const whole = isWorth ? [...forms, without(last, { answer, source, missing }, "the range")] : forms;
  const bare = whole.map((form) => unkept(form, "assumption"));
  const unnamed = bare.map((form) => unkept(form, "source"));
  return [...whole, ...bare, ...unnamed];
}

/** A form without one of these parts, if it has it. */
function unkept(form: Form, part: "assumption" | "source"): Form {
  const { [part]: kept } = form;
  return kept.text === undefined ? form : without(form, { [part]: { ...kept, isKept: false } }, `the ${part}`);
}

/** A form as it is printed. */
function textOf({ answer, assumption, source, further }: Form): string {
  const kept = [assumption, source].flatMap(({ text, isKept }) => (text !== undefined && isKept ? [text] : []));
  const first = `${hedge(assumption, source)}${[...answer, ...kept].join(", ")}`;
  return [first, ...further].map(ended).join(" ");
}

/** A sentence with its capital letter and its full stop, which a name at its end may already have: "Dr. No." */
function ended(text: string): string {
  return `${capital(text)}${text.endsWith(".") ? "" : "."}`;
}

/** A result without its assumption is only a calculation, and what a source says is not a fact without it. */
function hedge(assumption: Kept, source: Kept): string {
  if (assumption.text && !assumption.isKept) return "by one calculation, ";
  return source.text && !source.isKept ? "reportedly, " : "";
}
