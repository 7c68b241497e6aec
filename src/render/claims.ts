import type { JudgedConclusion, Need, Verdict } from "../core/claim.ts";
import type { Estimate } from "../core/estimate.ts";
import type { Stated } from "../core/expected.ts";
import { exact } from "../core/figure.ts";
import { PAST } from "../core/past-ratios.ts";
import type { Range, RangeEnd } from "../core/range.ts";
import { greatest, ONE, Rational, ZERO } from "../core/rational.ts";
import { QUANTITY_OF } from "../core/result-names.ts";
import { decimal, inWords, type Print, people, percent } from "../notation/print.ts";
import { othersInWords } from "./number-word.ts";
import { printOf } from "./quantity.ts";
import { quantityWords } from "./quantity-words.ts";

/** For each conclusion of a report: whether it follows, with the arithmetic, and what would have to be true for it. */
export function claimLines(estimate: Estimate): string[] {
  const judged = estimate.verdicts.flatMap((verdict) => [
    `${conclusion(verdict, estimate)} The claim ${VERDICT[verdict.verdict]}.`,
    ...needsLine(verdict, estimate),
  ]);
  return [...judged, ...unjudged(estimate)];
}

/** "“1,500 a day” was claimed for the losses a day, but there is no such result." The claims of a file need not fit it. */
function unjudged({ scenario, verdicts }: Estimate): string[] {
  return (scenario.claimed?.results ?? []).flatMap(({ of, stated, force }) => {
    if (verdicts.some((verdict) => verdict.stated === stated)) return [];
    const what =
      force === undefined
        ? `${quantityWords(QUANTITY_OF.get(of)!)}, but there is no such result`
        : "the share of one of several forces";
    return [`“${stated.text}” was claimed for ${what}. The claim was not judged.`];
  });
}

/** Whether a claim follows, in words after "it" or "the claim". */
export const VERDICT: Readonly<Record<Verdict, string>> = {
  follows: "follows",
  "may hold": "may be true, but it does not follow",
  "does not hold": "does not hold",
};

/** "“a third” would be 50,000 of 150,000, and 47,750 to 52,250 agree with it; the result is 28,000, or 18.7%." */
function conclusion(
  { of, stated, actual, agrees, verdict }: JudgedConclusion,
  { scenario, solution }: Estimate,
): string {
  if (of === "out of action") {
    return `“${stated.text}” was claimed${roomIn(verdict, stated, agrees)}; the result is ${inWords(actual, people)} out of action.`;
  }
  if (/^(?!others).* per killed$/.test(of)) {
    return `“${stated.text}” was claimed; the result is ${inWords(actual, printOf(of))} ${of}.`;
  }
  if (of === "losses a day") return paceConclusion(stated, actual);
  if (of !== "share") {
    return `“${stated.text}” was claimed for ${quantityWords(of)}; the result is ${inWords(actual, printOf(of))}.`;
  }
  const [force] = scenario.force ?? [];
  if (!force) return `“${stated.text}” was claimed; the result is ${inWords(actual, percent, "less")}.`;
  const size = exact(force.figure);
  const ofForce = (part: Range) => ({
    ...part,
    low: part.low.times(size.low),
    best: undefined,
    high: part.high.times(size.high),
  });
  const whole = ofForce(stated);
  const room = roomIn(verdict, whole, ofForce(agrees));
  const losses = inWords(solution.get("out of action")!, people);
  return `“${stated.text}” would be ${boundInWords(whole, stated.excludes)} of ${inWords(size, people)}${room}; the result is ${losses}, or ${inWords(actual, percent, "less")}.`;
}

/** "“45,000 a month” was claimed; the result is 1,500 a day, or 45,000 in 30 days." */
function paceConclusion({ text, days }: Stated, actual: Range): string {
  // A scenario file says by its key what a plain number is.
  const what = /[a-z/]/i.test(text) ? "" : " for the losses a day";
  const pace = `“${text}” was claimed${what}; the result is ${inWords(actual, printOf("losses a day"))} a day`;
  if (days === undefined) return `${pace}.`;
  const period = Rational.of(days);
  const inPeriod = {
    ...actual,
    low: actual.low.times(period),
    best: actual.best?.times(period),
    high: actual.high.times(period),
  };
  return `${pace}, or ${inWords(inPeriod, people)} in ${days} days.`;
}

/**
 * ", and 28,500 to 31,500 agree with it": the whole numbers that a claim has room for. Nothing if these are only what
 * was claimed, or if the claim follows anyway.
 */
function roomIn(verdict: Verdict, stated: Range, agrees: Range): string {
  const [from, most] = [ZERO.minus(floor(ZERO.minus(agrees.low))), floor(agrees.high)];
  const least = greatest([ZERO, from]);
  const [low, high] = [agrees.openLow ? most : least, agrees.openHigh ? least : most];
  const isMore = people(low) !== people(stated.low) || people(high) !== people(stated.high);
  if (verdict === "follows" || low.compare(high) > 0 || !isMore) return "";
  return `, and ${inWords({ ...agrees, low, high, approximate: false }, people)} agree with it`;
}

/** "over 50,000" if the number itself is excluded, "at least 50,000", "50,000". */
function boundInWords(range: Range, excludes: Need["excludes"] = []): string {
  const [end, ...more] = excludes;
  const isBound = end !== undefined && more.length === 0 && range.low.equals(range.high);
  return isBound ? `${EXCLUDED[end]} ${people(range[end])}` : inWords(range, people);
}

const EXCLUDED = { low: "over", high: "under" } as const;

/** The largest whole number that is not above this one. */
const floor = (value: Rational) => Rational.of(value.minus(HALF).round());
const HALF = Rational.of(1, 2);
const HUNDRED = Rational.of(100);

/**
 * "With everything else as given, exactly what was claimed would take one of these: 12,500 killed; a force of
 * 84,000." If the claim may be true already, what would make it certain.
 */
function needsLine({ needs, verdict }: JudgedConclusion, { scenario }: Estimate): string[] {
  const isOpen = verdict === "may hold";
  const each = needs.flatMap((need) => needed(need, isOpen, scenario.ratio !== undefined) ?? []);
  if (each.length === 0) return [];
  const these = each.length > 1 ? "one of these: " : "";
  return [
    `With everything else as given, ${isOpen ? "it would follow from" : "exactly what was claimed would take"} ${these}${each.join("; ")}.`,
  ];
}

function needed({ of, value, certain, excludes = [] }: Need, isOpen: boolean, byRatio: boolean): string | undefined {
  const shown = isOpen ? certain : value;
  const limits = (range: Range) => limitsInWords(range, PRINT[of] ?? people, excludes);
  // That nobody was killed is no explanation.
  if (!shown || /^(?:at most )?0$/.test(limits(shown))) return undefined;
  const { low, high } = PAST.ratio;
  const isRatio = of === "others per killed";
  const remarks = [
    ...(!isOpen && certain && limits(certain) !== limits(value) ? [`${limits(certain)} would make it certain`] : []),
    ...(isRatio && byRatio
      ? [`the middle 80% of comparable past cases had ${low.toFixed(2)} to ${high.toFixed(2)}`]
      : []),
  ];
  return `${WORDS[of]!(limits(shown))}${remarks.length > 0 ? ` (${remarks.join("; ")})` : ""}`;
}

const WORDS: Readonly<Record<string, (limits: string) => string>> = {
  killed: (limits) => `${limits} killed`,
  "out of action": (limits) => `${limits} casualties`,
  force: (limits) => `a force of ${limits}`,
  "share who died": (limits) => `${limits} of the casualties who died`,
  "others per killed": (limits) => `${othersInWords(limits)} for each person killed`,
};

const PRINT: Readonly<Record<string, Print>> = { "share who died": percent, "others per killed": decimal };

/**
 * "12,500", "7,500 to 12,500", "at least 12,500", "over 12,500". Limits are rounded inwards, so that what is printed is
 * enough. A single value goes to the nearest.
 */
function limitsInWords({ low, high, openLow, openHigh }: Range, print: Print, excludes: Need["excludes"] = []): string {
  if (!openLow && !openHigh && print(low) === print(high)) return print(low);
  const least = limit(low, print, "low", excludes.includes("low"));
  const most = limit(high, print, "high", excludes.includes("high"));
  if (openHigh) return `${least.isExcluded ? "over" : "at least"} ${least.text}`;
  if (openLow) return `${most.isExcluded ? "under" : "at most"} ${most.text}`;
  return `${least.isExcluded ? "over " : ""}${least.text} to ${most.isExcluded ? "under " : ""}${most.text}`;
}

/** A limit as it is printed: the nearest number that is inside. Only if it is the limit itself can it be excluded. */
function limit(value: Rational, print: Print, end: RangeEnd, isExcluded: boolean) {
  const text = print(value);
  const [digits = "", sign] = text.replaceAll(",", "").split("%");
  const unit = sign === undefined ? ONE : HUNDRED;
  const printed = Rational.decimal(digits).over(unit);
  if (printed.equals(value)) return { text, isExcluded };
  const isInside = end === "low" ? printed.compare(value) > 0 : printed.compare(value) < 0;
  const step = Rational.decimal(digits.replace(/\d/g, "0").replace(/0$/, "1")).over(unit);
  const inside = end === "low" ? value.plus(step) : value.minus(step);
  return { text: isInside ? text : print(inside), isExcluded: false };
}
