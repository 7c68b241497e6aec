import { type ExpectedKind, refuse } from "../core/errors.ts";
import type { Figure, Per, Rate } from "../core/figure.ts";
import { ONE } from "../core/rational.ts";
import {
  checkDot,
  checkPart,
  checkSize,
  figureOf,
  hundredths,
  type Loss,
  lossOf,
  onOneLine,
  type ReadAs,
  rangeWithText,
  readLossOrName,
  refuseCounted,
} from "./figure.ts";
import { isPart, type WrittenQuantity } from "./quantity.ts";
import { readMeasured, refuseMeasure, refuseWords } from "./read-quantity.ts";
import { isOfLosses, refuseShare } from "./shares.ts";
import { readWithTries } from "./tries.ts";

/** What the caller knows about a rate before it is read. */
export interface ReadRateAs extends Pick<ReadAs, "counted"> {
  /** Whether a bare "35%" is a share of the force. */
  readonly bare?: boolean;
}

/**
 * Reads a rate: "25% of the force", "1,271 a day", "7.45 per 1,000 per day", or a bare "35%" if `bare` says that it is
 * a share of the force. Throws InputError.
 */
export function parseRate(text: string, as: ReadRateAs = {}): Rate {
  return readWithTries(text, (spelling) => rateOf(spelling, readMeasured(spelling, "rate", true), "rate", as));
}

/** Reads losses as a count of people, or as a rate. Throws InputError. */
export function parseFigureOrRate(text: string, as: ReadRateAs = {}): CountOrRate {
  return readWithTries(text, (spelling) => {
    const quantity = readMeasured(spelling, "figure", true);
    if (!isRate(quantity)) return { figure: figureOf(spelling, quantity, as.counted) };
    return { rate: rateOf(spelling, quantity, "figure", as) };
  });
}

type CountOrRate = { readonly figure: Figure } | { readonly rate: Rate };

/** Reads a count, a multiplier, the name of a multiplier, or a rate. Throws InputError. */
export function parseLossOrRate(text: string, as: ReadAs = {}): Loss | { readonly kind: "rate"; readonly rate: Rate } {
  return readLossOrName(text, as, (spelling) => {
    const quantity = readMeasured(spelling, "loss", true);
    if (!isRate(quantity)) return lossOf(spelling, quantity, as.counted);
    return { kind: "rate", rate: rateOf(spelling, quantity, "loss", as) };
  });
}

/** Reads people who join, as a count or a number a day. Throws InputError. */
export function parseFigureOrPace(text: string): CountOrRate {
  return readWithTries(text, (spelling) => {
    const quantity = readMeasured(spelling, "figure", true);
    if (!isRate(quantity)) return { figure: figureOf(spelling, quantity) };
    return { rate: paceOf(spelling, quantity, "figure") };
  });
}

/** Reads losses a day: "92 a day", "2,800 a month". Throws InputError. */
export function parsePace(text: string): Rate {
  return readWithTries(text, (spelling) => {
    const quantity = readMeasured(spelling, "pace", true);
    if (isRate(quantity) || quantity.sign) return paceOf(spelling, quantity, "pace", { counted: "casualties" });
    return refuseWords(spelling, "pace", "bare", [`${onOneLine(spelling)} a day`, `${onOneLine(spelling)} a month`]);
  });
}

/** "1,271 a day" and "25%" are not counts. */
function isRate({ measure, sign, ends }: WrittenQuantity): boolean {
  return measure !== undefined || (sign !== "times" && ends.some(isPart));
}

/** A rate of people a day, which is not a share of anything. */
function paceOf(text: string, quantity: WrittenQuantity, expected: ExpectedKind, as: ReadRateAs = {}): Rate {
  const { measure, ends } = quantity;
  const isShare = ends.some(isPart);
  if (measure?.per === "day" && !isShare) return rateOf(text, quantity, expected, as);
  const known = measure && { ...measure, per: measure.per === "day" ? ("force and day" as const) : measure.per };
  return refuseMeasure(text, { ...quantity, measure: known }, expected);
}

function rateOf(
  text: string,
  quantity: WrittenQuantity,
  expected: ExpectedKind,
  { counted, bare = false }: ReadRateAs,
): Rate {
  const { measure, ends, vague } = quantity;
  const isShare = ends.some(isPart);
  const isOfForce = measure?.per?.startsWith("force") || isWholeForce(text, quantity);
  if (isShare && !isOfForce && (!bare || isOfLosses(text, quantity))) {
    // "25% of casualties" may be the share who died.
    if (quantity.counted?.as[0] !== "casualties") refuseCounted(text, quantity, counted);
    refuseShare(text, quantity, expected);
  }
  const per = isShare ? withForce(measure?.per) : measure?.per;
  if (quantity.sign === "times") return refuseMeasure(text, { ...quantity, measure: undefined }, expected);
  if (!per) return refuseWords(text, expected, "bare");
  refuseCounted(text, quantity, counted);
  for (const end of ends) {
    if (isShare || per === "force") checkPart(text, quantity, end);
    else checkDot(text, end, ends);
  }
  checkSize(text, quantity);
  const take = hundredths(quantity);
  const factor = measure?.factor ?? ONE;
  if (per !== "day" && take(quantity.high).times(factor).compare(ONE) > 0) {
    refuse({ code: "E-SHARE", args: { found: text.trim() }, text, start: 0, end: text.length });
  }
  return { ...rangeWithText(text, quantity, (value) => take(value).times(factor)), per, ...(vague ? { vague } : {}) };
}

/** A share is always a share of the force, with or without "a day". */
function withForce(per: Per | undefined): Per {
  return per === undefined || per === "force" ? "force" : "force and day";
}

/** "the whole force" names the force itself. */
function isWholeForce(text: string, { ends }: WrittenQuantity): boolean {
  return ends.some(({ number: { start, end } }) => /force$/i.test(text.slice(start, end)));
}
