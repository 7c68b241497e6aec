import { isPairName } from "../core/categories.ts";
import type { AsOf } from "../core/dates.ts";
import { defined } from "../core/defined.ts";
import { type Counted, collect, InputError, refuse } from "../core/errors.ts";
import { describeCharacter, unprintableIn } from "./characters.ts";
import { DATE_FOLLOWS, isMonth, parseDate } from "./date.ts";
import { otherThan, severalOf } from "./figure.ts";
import { areOnlyNames, lossesNamed } from "./grammar.ts";
import { readWithTries } from "./tries.ts";

const LONGEST_NAME = 200;
const LONGEST_NOTE = 2000;

/** A source, or the name of a force, and its date. */
export interface Label {
  readonly name?: string | undefined;
  readonly asOf?: AsOf | undefined;
}

export interface Labelled<T> extends Label {
  readonly value: T;
}

/** The first "=" that is not part of "<=" or ">=". */
const SPLIT = /(?<![<>])=/;

/**
 * Reads "Ukraine@2022-03-16=13,800". A text that cannot be read as a figure is split at the first "=" that is not part
 * of "<=" or ">=". Throws InputError.
 */
export function parseLabelled<T>(text: string, read: (text: string) => T, counted?: Counted): Labelled<T> {
  return readWithTries(text, (spelling) => readLabelled(spelling, read, counted));
}

function readLabelled<T>(text: string, read: (text: string) => T, counted: Counted | undefined): Labelled<T> {
  const split = text.search(SPLIT);
  if (split < 0) return { value: readAlone(text, read, counted) };
  const whole = collect([], () => ({ value: read(text) }));
  if (whole) return whole;
  if (splitLabel(text.slice(0, split)).name.trim() === "") {
    refuse({ code: "E-NAME-EMPTY", args: {}, text, start: 0, end: split + 1, tries: [text.slice(split + 1).trim()] });
  }
  refuseLossAsName(text, split, counted);
  const label = readSlice(text, 0, split, parseLabel);
  return { ...label, value: readSlice(text, split + 1, text.length, read) };
}

/**
 * The name in "Wounded=7,000" or "killed and wounded=7,000" is not a source: it says that the number counts people other
 * than the killed. Only the captured and the missing may be one number.
 */
function refuseLossAsName(text: string, split: number, expected: Counted | undefined): void {
  const found = text.slice(0, split).trim();
  const as = expected ? lossesNamed(found) : [];
  const counted = otherThan(expected, as);
  if (!counted || (isPairName(found) && (expected === "captured" || expected === "missing"))) return;
  const number = text.slice(split + 1).trim();
  const args = defined({ found, number, counted, expected, several: severalOf(as) });
  refuse({ code: "E-CATEGORY", args, text, start: 0, end: split });
}

function readAlone<T>(text: string, read: (text: string) => T, counted: Counted | undefined): T {
  try {
    return read(text);
  } catch (error) {
    const isReadAs = (spelling: string) => readLabelled(spelling, read, counted) !== undefined;
    throw error instanceof InputError ? withTries(error, text, isReadAs) : error;
  }
}

/**
 * "Ukraine: 13,800", "our list>=7000" and "Ukraine,13800" may lack a "=" after the name; the "history" of
 * "history:1946-" is not a source.
 */
function withTries(error: InputError, text: string, isReadAs: (spelling: string) => boolean): InputError {
  const isOther = error.problems.some(({ code }) => /^E-(?:HISTORY-|RATIO-LACKS|CATEGORY)/.test(code));
  if (isOther || text.length > 2 * LONGEST_NAME) return error;
  const isRead = (spelling: string) => collect([], () => isReadAs(spelling)) === true;
  const named = text
    .replace(/^([^\d=<>:]+?)\s*(?::\s*|(?=[<>≤≥]))/, "$1=")
    .replace(APART, (whole, name: string) => (isSourceName(name, whole) && !isRead(`7 ${name}`) ? `${name}=` : whole));
  // Suggests the spelling with a source only if that can be read.
  const tries = named !== text && isRead(named) ? [named] : undefined;
  return new InputError(error.problems.map((problem) => ({ ...problem, tries: tries ?? problem.tries ?? [] })));
}

/** A name, and what separates it from a figure: "Ukraine,13800", "Ukraine 13800". The "731" of "Unit 731" is not one. */
const APART = /^\s*([^\p{N}\s=<>:,;][^\p{N}=<>:,;\t]*?)(?:\s*[,;\t]\s*|\s+(?!\d{1,4}(?![\d.,a-z]))(?=\d))/iu;

/**
 * Whether the words before a figure are the name of a source: with capital letters, or one word in a cell of its own.
 * They must not be able to change the number, or to date it.
 */
function isSourceName(name: string, withSeparator: string): boolean {
  const words = name.split(/\s+/);
  const isCell = /^\p{L}/u.test(name) && words.length === 1 && /[,;\t]$/.test(withSeparator);
  return (
    (isCell || words.every((word) => /^(?:and|of|the|&|\(?\p{Lu}.*)$/u.test(word))) &&
    !words.some(isMonth) &&
    areOnlyNames(words.map((word) => word.toLowerCase()))
  );
}

/** Reads a name, with a date if one follows an "@": "Ukraine@16 March 2022". Throws InputError. */
export function parseLabel(text: string): Label & { readonly name: string } {
  const { name, date } = splitLabel(text);
  const label = { name: readSlice(text, 0, name.length, parseName) };
  if (date === undefined) return label;
  return { ...label, asOf: readSlice(text, name.length + 1, text.length, (part) => parseDate(part)) };
}

/** Splits at an "@" before a date; any other "@" belongs to the name. */
function splitLabel(text: string): { readonly name: string; readonly date?: string } {
  const at = text.search(DATE_FOLLOWS);
  return at < 0 ? { name: text } : { name: text.slice(0, at), date: text.slice(at + 1) };
}

/** Reads a name. It must be printable, so that it cannot move the cursor or break a line. Throws InputError. */
export function parseName(text: string): string {
  return parsePrintable(text, "name", LONGEST_NAME);
}

/** Reads a remark, and joins its lines if it has several. Throws InputError. */
export function parseNote(text: string): string {
  return parsePrintable(text.replace(/[\t\n\r ]+/g, " "), "note", LONGEST_NOTE);
}

/** Reads the name of a file, in which every blank counts. Throws InputError. */
export function parseFile(text: string): string {
  parsePrintable(text, "name", LONGEST_NOTE);
  return text;
}

/** Reads the prefix of column names, which may be empty; every blank counts. Throws InputError. */
export function parsePrefix(text: string): string {
  return text === "" ? text : parseFile(text);
}

/** Reads the address of a page. Throws InputError. */
export function parseUrl(text: string): string {
  const url = parsePrintable(text, "url", LONGEST_NOTE);
  if (!/^[A-Za-z][\w+.-]*:\S+$/.test(url)) {
    refuse({ code: "E-URL", args: { found: url }, text: url, start: 0, end: url.length });
  }
  return url;
}

function parsePrintable(text: string, expected: "name" | "note" | "url", limit: number): string {
  const trimmed = text.trim();
  if (trimmed === "") refuse({ code: "E-EMPTY", args: { expected }, text, start: 0, end: text.length });
  if (trimmed.length > limit) refuse({ code: "E-TOO-LONG", args: { expected, length: trimmed.length, limit } });
  const found = unprintableIn(trimmed);
  if (found) {
    const { character, index } = found;
    const args = { character, name: describeCharacter(character) };
    const start = text.length - text.trimStart().length + index;
    refuse({ code: "E-CHARACTER", args, text, start, end: start + character.length });
  }
  return trimmed;
}

/** Reads a part of a text. Its problems have their places and spellings in the whole text. */
export function readSlice<T>(text: string, from: number, to: number, read: (text: string) => T): T {
  try {
    return read(text.slice(from, to));
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(
      error.problems.map(({ start = 0, end = to - from, tries = [], ...problem }) => ({
        ...problem,
        text,
        start: start + from,
        end: end + from,
        tries: tries.map((spelling) => text.slice(0, from) + spelling.trim() + text.slice(to)),
      })),
    );
  }
}
