import { ONE, Rational, ZERO } from "../core/rational.ts";
import { type Amount, readAmount, wordAt } from "./amount.ts";
import type { Cursor } from "./cursor.ts";

const PARTS: ReadonlyMap<string, number> = new Map(
  "half third quarter fifth sixth seventh eighth ninth tenth".split(" ").map((word, index) => [word, index + 2]),
);

/** The words that name a part of a whole, for guessing at a misspelt one. */
export function fractionWords(): string[] {
  return [...PARTS.keys()];
}

/**
 * Reads a fraction where a claimed share is read, and nowhere else: "1/3", "a fifth",
 * "two-thirds", "half", "one in 40". Undefined where none begins.
 */
export function readFraction(cursor: Cursor): Amount | undefined {
  if (cursor.expected !== "claim") return undefined;
  return readPart(cursor) ?? readQuotient(cursor);
}

/** "half", "a half", "one-fifth", "three quarters". */
function readPart({ tokens, at, text }: Cursor): Amount | undefined {
  const count = /^an?$/.test(wordAt(tokens, at))
    ? { value: ONE, next: at + 1 }
    : whole(readAmount(tokens, at, false, text));
  const next = count?.next ?? at;
  const hyphen = count && tokens[next]?.text === "-" ? 1 : 0;
  const word = wordAt(tokens, next + hyphen);
  const part = PARTS.get(word) ?? PARTS.get(word.replace(/s$/, ""));
  // A half stands alone, also before "a million"; a fifth does not.
  if (!part || (!count && word !== "half")) return undefined;
  return fraction(count?.value ?? ONE, Rational.of(part), next + hyphen + 1);
}

/** "1/3", "one in five"; no range, and no low/best/high. */
function readQuotient({ tokens, at, text }: Cursor): Amount | undefined {
  const top = whole(readAmount(tokens, at, false, text));
  const sign = top && tokens[top.next]?.text;
  if (!top || (sign !== "/" && sign !== "in")) return undefined;
  const bottom = whole(readAmount(tokens, top.next + 1, false, text));
  if (!bottom || top.value.compare(bottom.value) >= 0 || tokens[bottom.next]?.text === "/") return undefined;
  return fraction(top.value, bottom.value, bottom.next);
}

/** A whole number above zero, and where it ends. */
function whole(amount: Amount | undefined): Pick<Amount, "value" | "next"> | undefined {
  return amount?.value.isWhole() && !amount.value.equals(ZERO) ? amount : undefined;
}

/** Parts of a whole are not written to a digit: they are taken as they are. */
function fraction(top: Rational, bottom: Rational, next: number): Amount {
  return { value: top.over(bottom), step: ZERO, bare: true, scale: 1, factors: [], hundreds: false, next };
}
