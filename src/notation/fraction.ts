import { ONE, Rational, ZERO } from "../core/rational.ts";
import { readAmount, type WrittenNumber } from "./amount.ts";
import type { Cursor } from "./cursor.ts";
import { phrases } from "./phrases.ts";
import { signTextAt, wordAt } from "./tokens.ts";

const PARTS: ReadonlyMap<string, number> = new Map(
  "half third quarter fifth sixth seventh eighth ninth tenth".split(" ").map((word, index) => [word, index + 2]),
);

/** The words for a part of a whole, for correcting a misspelt word. */
export function fractionWords(): string[] {
  return [...PARTS.keys()];
}

/** Whether a word or sign can be in a fraction; a text without any has no fraction. */
export function isFractionWord(text: string): boolean {
  return PARTS.has(text.replace(/s$/, "")) || /^(?:in|of|\/|whole|entire|[½⅓⅔¼¾⅕-⅞])$/.test(text);
}

/**
 * Reads a fraction if a share can be written here: "1/3", "a fifth", "two-thirds", "half", "one in 40", "½". Undefined
 * if no fraction begins here.
 */
export function readFraction(cursor: Cursor): WrittenNumber | undefined {
  if (!cursor.readsParts) return undefined;
  const { expected, tokens, at, text } = cursor;
  // "Half a million" counts people if they can be counted here.
  const isShare = expected === "share" || expected === "died" || expected === "claim";
  if (!isShare && (readAmount(tokens, at, false, text)?.scale ?? 1) > 1) return undefined;
  return readWhole(cursor) ?? readPart(cursor) ?? readQuotient(cursor) ?? readVulgar(cursor);
}

const WHOLE = phrases<"all" | "none">({
  all: "the? whole|entire force",
  none: "none of the force",
});

/** "the whole force", because a share above nine tenths may be printed like this. */
function readWhole({ tokens, at }: Cursor): WrittenNumber | undefined {
  const found = WHOLE(tokens, at);
  return found && fraction(found.meaning === "all" ? ONE : ZERO, ONE, found.next);
}

/** "half", "a half", "one-fifth", "three quarters". */
function readPart({ tokens, at, text }: Cursor): WrittenNumber | undefined {
  const count = /^an?$/.test(wordAt(tokens, at))
    ? { value: ONE, next: at + 1 }
    : whole(readAmount(tokens, at, false, text));
  const next = count?.next ?? at;
  const hyphen = count && tokens[next]?.text === "-" ? 1 : 0;
  const word = wordAt(tokens, next + hyphen);
  const part = PARTS.get(word) ?? PARTS.get(word.replace(/s$/, ""));
  // "Half" needs no number or article before it, even before "a million"; "fifth" does.
  const bottom = Rational.of(part ?? 1);
  if (!part || (!count && word !== "half") || (count && count.value.compare(bottom) > 0)) return undefined;
  return fraction(count?.value ?? ONE, bottom, next + hyphen + 1);
}

const OF = phrases<"of">({
  of: `
    in every?
    of every
    out of every?`,
});

/** "1/3", "one in five", "235,000 of 611,000", but not a range or low/best/high. */
function readQuotient(cursor: Cursor): WrittenNumber | undefined {
  const { tokens, at, text, expected } = cursor;
  if (expected === "days") return undefined;
  const isPart = expected === "share" || expected === "died";
  const top = whole(readAmount(tokens, at, false, text));
  if (!top) return undefined;
  const slash = signTextAt(tokens, top.next) === "/";
  const next = slash
    ? top.next + 1
    : (OF(tokens, top.next)?.next ?? (isPart && wordAt(tokens, top.next) === "of" ? top.next + 1 : undefined));
  const bottom = next && whole(readAmount(tokens, next, false, text));
  if (!bottom || top.value.compare(bottom.value) >= 0 || /^[/%]$/.test(signTextAt(tokens, bottom.next)))
    return undefined;
  // "30/40" may be a range in percent.
  if (slash && !top.value.equals(ONE) && bottom.value.compare(LARGEST_BOTTOM) > 0) return undefined;
  // If people can be counted here, "500 in 1944" is not a share, and "6/8" may be a range.
  if (!cursor.isShare && (slash || bottom.value.compare(HUNDRED) > 0)) return undefined;
  return fraction(top.value, bottom.value, bottom.next);
}

const HUNDRED = Rational.of(100);
const LARGEST_BOTTOM = Rational.of(12);

/** "½", which elsewhere is an ordinary number. */
function readVulgar({ tokens, at, text }: Cursor): WrittenNumber | undefined {
  if (!/^[½⅓⅔¼¾⅕-⅞]$/.test(signTextAt(tokens, at))) return undefined;
  const amount = readAmount(tokens, at, false, text);
  return amount && fraction(amount.value, ONE, amount.next);
}

/** A whole number above zero, and where it ends. */
function whole(amount: WrittenNumber | undefined): Pick<WrittenNumber, "value" | "next"> | undefined {
  return amount?.value.isWhole() && !amount.value.equals(ZERO) ? amount : undefined;
}

/** A fraction has no last digit, so its step is zero: it is taken as it is. */
function fraction(top: Rational, bottom: Rational, next: number): WrittenNumber {
  return { value: top.over(bottom), step: ZERO, bare: true, scale: 1, factors: [], hundreds: false, next };
}
