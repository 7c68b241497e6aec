import { ONE, Rational } from "../core/rational.ts";
import { readAmount, type WrittenNumber } from "./amount.ts";
import type { Cursor } from "./cursor.ts";
import { isHyphenAt, type Token, wordAt } from "./tokens.ts";

const [TWO, THREE, FOUR] = [Rational.of(2), Rational.of(3), Rational.of(4)];

const MULTIPLES: ReadonlyMap<string, Rational> = new Map([
  ["twice", TWO],
  ["double", TWO],
  ["thrice", THREE],
  ["triple", THREE],
  ["treble", THREE],
  ["quadruple", FOUR],
]);

/** The words for a multiple. */
export function multipleWords(): string[] {
  return [...MULTIPLES.keys()];
}

/** Reads a multiple in words, if a ratio or a loss is expected: "twice as many", "threefold", "half as many". */
export function readMultiple({ tokens, at, text, expected }: Cursor): WrittenNumber | undefined {
  if (expected !== "ratio" && expected !== "loss") return undefined;
  const last = isHyphenAt(tokens, at + 1) ? at + 2 : at;
  const known = MULTIPLES.get(wordAt(tokens, at));
  const value = known ?? foldOf(tokens.slice(at, last + 1), text);
  const next = known ? at + 1 : last + 1;
  const isAsMany = wordAt(tokens, next) === "as" && wordAt(tokens, next + 1) === "many";
  if (value) return multiple(value, isAsMany ? next + 2 : next);
  const isHalf = wordAt(tokens, at) === "half" && wordAt(tokens, at + 1) === "as" && wordAt(tokens, at + 2) === "many";
  return isHalf ? multiple(Rational.of(1, 2), at + 3) : undefined;
}

function multiple(value: Rational, next: number): WrittenNumber {
  return { value, step: ONE, bare: true, scale: 1, factors: [], hundreds: false, next };
}

/** "Threefold", "twenty-fivefold". */
function foldOf(tokens: readonly Token[], text: string): Rational | undefined {
  const last = tokens.at(-1);
  const stem = /^([a-z]+)fold$/.exec(last?.text ?? "")?.[1];
  if (!last || stem === undefined) return undefined;
  const written = [...tokens.slice(0, -1), { ...last, text: stem, raw: stem }];
  const amount = readAmount(written, 0, false, text);
  return amount?.next === written.length ? amount.value : undefined;
}
