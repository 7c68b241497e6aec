import { groupDigits } from "../core/digits.ts";
import { refuse } from "../core/errors.ts";
import { Rational } from "../core/rational.ts";
import type { Token } from "./tokens.ts";

/** A number in digits, as it was written. */
export interface Digits {
  readonly value: Rational;
  /** The place value of the last digit. */
  readonly step: Rational;
  /** In groups of three: "7,000". */
  readonly grouped: boolean;
  /** With a power of ten: "2.00E+05". */
  readonly scientific: boolean;
  /** The digits without the dot, if it may separate thousands: "13.800". */
  readonly dot?: string;
}

/** Larger powers are beyond every limit, and slow to calculate. */
const LARGEST_POWER = 40;

/** Reads a token of digits. Throws InputError if separators do not group them by thousands. */
export function readDigits(token: Token, text: string): Digits {
  const [mantissa = "", power] = token.text.toLowerCase().split("e") as [string, string?];
  const parts = mantissa.split(/[^0-9]/);
  const separators = [...mantissa.replace(/[0-9]/g, "")].map((sign) => (/[,_.]/.test(sign) ? sign : sameSign(sign)));
  const fraction = separators.at(-1) === "." ? parts.pop() : undefined;
  if (fraction !== undefined) separators.pop();
  if (!isGrouped(parts, separators)) refuseGrouping(token, text, parts, separators, fraction);
  const whole = parts.join("");
  const value = Rational.decimal(fraction === undefined ? whole : `${whole}.${fraction}`);
  const step = powerOfTen(-(fraction?.length ?? 0));
  const grouped = separators.length > 0;
  if (power !== undefined) {
    const factor = powerOfTen(Math.max(-LARGEST_POWER, Math.min(Number(power), LARGEST_POWER)));
    return { value: value.times(factor), step: step.times(factor), grouped, scientific: true };
  }
  const ambiguous = !grouped && fraction?.length === 3 && /^0*[1-9]\d{0,2}$/.test(whole);
  return {
    value,
    step,
    grouped,
    scientific: false,
    ...(ambiguous ? { dot: (whole + fraction).replace(/^0+/, "") } : {}),
  };
}

function powerOfTen(power: number): Rational {
  const digits = 10n ** BigInt(Math.abs(power));
  return power < 0 ? Rational.of(1n, digits) : Rational.of(digits);
}

/** All spaces count as the same separator, and so do both apostrophes. */
function sameSign(sign: string): string {
  return sign === "'" || sign === "’" ? "'" : " ";
}

/** One to three digits that do not begin with 0, then groups of three, all with the same separator. */
function isGrouped(parts: readonly string[], separators: readonly string[]): boolean {
  if (separators.length === 0) return true;
  const [first = "", ...rest] = parts;
  return (
    /^[1-9]\d{0,2}$/.test(first) &&
    rest.every((part) => part.length === 3) &&
    separators.every((sign) => sign === separators[0] && sign !== ".")
  );
}

/** Refuses digits and suggests what they may mean: decimals, two figures, or groups with a mistake in one of them. */
function refuseGrouping(
  token: Token,
  text: string,
  parts: readonly string[],
  separators: readonly string[],
  fraction: string | undefined,
): never {
  const put = (number: string) => text.slice(0, token.start) + number + text.slice(token.end);
  const all = [...separators, ...(fraction === undefined ? [] : ["."])];
  const figures = fraction === undefined ? twoFigures(token.text) : undefined;
  const tries = figures
    ? [`${figures[0]}-${figures[1]}`]
    : separators.includes(" ")
      ? [token.text.replace(/\s/g, "-")]
      : new Set(all).size === 1
        ? oneNumber(parts, all, fraction)
        : [];
  const args = { found: token.text, ...(figures ? { figures } : {}) };
  refuse({ code: "E-GROUPING", args, text, start: token.start, end: token.end, tries: tries.map(put) });
}

/** "7000,8000", "6,000,13,800": two well-formed numbers with a comma between them. */
function twoFigures(text: string): readonly [string, string] | undefined {
  const commas = [...text.matchAll(/,/g)].map(({ index }) => index);
  const number = commas.length === 1 ? /^[1-9]\d{3,}$/ : /^[1-9]\d{0,2}(?:,\d{3})+$/;
  const isNumber = (part: string) => number.test(part);
  const splits = commas
    .map((at) => [text.slice(0, at), text.slice(at + 1)] as const)
    .filter((pair) => pair.every(isNumber));
  return splits.length === 1 ? splits[0] : undefined;
}

/** "1,5" is 1.5, "1,23" may be 1.23, and "1,2345", "1,00,000" and "1.234.567" are one number with a mistake in it. */
function oneNumber(parts: readonly string[], separators: readonly string[], fraction: string | undefined): string[] {
  const all = fraction === undefined ? parts : [...parts, fraction];
  const digits = all.join("").replace(/^0+(?=\d)/, "");
  const rest = all.slice(1);
  const isJoinable =
    separators.length === 1
      ? rest[0]!.length > 2 || (rest[0]!.length === 2 && digits.length === 3)
      : rest.every(({ length }, index) => length === 3 || (length === 2 && index < rest.length - 1));
  const decimals = separators.length === 1 && separators[0] === "," ? [all.join(".")] : [];
  return isJoinable ? [...decimals, groupDigits(digits)] : decimals;
}
