import { ONE, Rational } from "../core/rational.ts";
import { type Amount, readAmount } from "./amount.ts";
import type { Cursor } from "./cursor.ts";
import { wordAt } from "./tokens.ts";

const [TWO, THREE, FOUR] = [Rational.of(2), Rational.of(3), Rational.of(4)];

const MULTIPLES: ReadonlyMap<string, Rational> = new Map([
  ["twice", TWO],
  ["double", TWO],
  ["thrice", THREE],
  ["triple", THREE],
  ["treble", THREE],
  ["quadruple", FOUR],
]);

/** Reads a multiple in a word where a ratio or a loss is read: "twice as many", "double", "threefold", "half as many". */
export function readMultiple({ tokens, at, text, expected }: Cursor): Amount | undefined {
  if (expected !== "ratio" && expected !== "loss") return undefined;
  const word = wordAt(tokens, at);
  const asMany = wordAt(tokens, at + 1) === "as" && wordAt(tokens, at + 2) === "many" ? 2 : 0;
  const half = word === "half" && asMany > 0 ? Rational.of(1, 2) : undefined;
  const value = half ?? MULTIPLES.get(word) ?? foldOf(word, text);
  if (value === undefined) return undefined;
  return { value, step: ONE, bare: true, scale: 1, factors: [], hundreds: false, next: at + 1 + asMany };
}

/** "Threefold" is one word. */
function foldOf(word: string, text: string): Rational | undefined {
  const stem = /^([a-z]+)fold$/.exec(word)?.[1];
  if (stem === undefined) return undefined;
  const token = { kind: "word", text: stem, raw: stem, start: 0, end: stem.length } as const;
  return readAmount([token], 0, false, text)?.value;
}
