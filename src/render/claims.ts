import type { Need } from "../core/claim/needs.ts";
import { PERIODS, type Verdict } from "../core/claim/verdict.ts";
import type { JudgedConclusion } from "../core/claim.ts";
import type { Estimate } from "../core/estimate.ts";
import type { Expectation, Stated } from "../core/expected.ts";
import { exact } from "../core/figure.ts";
import { PAST } from "../core/past-ratios.ts";
import type { Range, RangeEnd } from "../core/range.ts";
import { greatest, ONE, Rational, ZERO } from "../core/rational.ts";
import { QUANTITY_OF, unitOf } from "../core/result-names.ts";
import { decimal, decimalStep, inWords, type Print, people, percent, typed } from "../notation/print.ts";
import { whyMissing } from "./missing.ts";
import { othersInWords } from "./number-word.ts";
import { printOf } from "./quantity.ts";
import { quantityWords } from "./quantity-words.ts";

/** For each conclusion of a report: whether it follows, with the arithmetic, and what would have to be true for it. */
export function claimLines(estimate: Estimate): string[] {
  const judged = estimate.verdicts.flatMap((verdict) => [
    `${conclusion(verdict, estimate)} The claim ${VERDICT[verdict.verdict]}.`,
    ...needsLine(verdict, estimate),
  ]);
  return [...judged, ...unjudgedLines(estimate)];
}

/** "“1,500 a day” was claimed for the losses a day, but there is no period." The claims of a file need not fit it. */
function unjudgedLines(estimate: Estimate): string[] {
  return unjudgedClaims(estimate).map(
    (claim) =>
      `“${claim.stated.text}” was claimed for ${quantityWords(QUANTITY_OF.get(claim.of)!)}, but ${whyUnjudged(claim, estimate)}. The claim was not judged.`,
  );
}

/** "there is no period", "there are several forces". */
export function whyUnjudged({ of, force }: Expectation, { scenario }: Estimate): string {
  const areSeveral = force !== undefined || (scenario.force?.length ?? 0) > 1;
  if (unitOf(of) === "share" && areSeveral) return "there are several forces";
  return whyMissing(of) ?? "there is no such result";
}

/** The claims without a verdict. */
export function unjudgedClaims({ scenario, verdicts }: Estimate): readonly Expectation[] {
  const judged = new Set(verdicts.map(({ stated }) => stated));
  return (scenario.claimed?.results ?? []).filter(({ stated }) => !judged.has(stated));
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
  if (of === "losses a day") return paceConclusion(stated, actual, verdict);
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
  const isBound = stated.excludes && !stated.isClose;
  const room = isBound ? "" : roomIn(verdict, whole, ofForce(agrees));
  const losses = inWords(solution.get("out of action")!, people);
  return `“${stated.text}” would be ${boundInWords(whole, stated.excludes)} of ${inWords(size, people)}${room}; the result is ${losses}, or ${inWords(actual, percent, "less")}.`;
}

/** "“45,000 a month” was claimed; the result is 1,500 a day, or 45,000 in 30 days." */
function paceConclusion({ text, days }: Stated, actual: Range, verdict: Verdict): string {
  // A scenario file says by its key what a plain number is.
  const what = /[a-z/]/i.test(text) ? "" : " for the losses a day";
  const pace = `“${text}” was claimed${what}; the result is ${inWords(actual, printOf("losses a day"))} a day`;
  if (days === undefined) return `${pace}.`;
  const inPeriod = (shortest: number, longest: number) =>
    inWords(
      {
        ...actual,
        low: actual.low.times(Rational.of(shortest)),
        best: undefined,
        high: actual.high.times(Rational.of(longest)),
      },
      people,
    );
  const { lengths = [] } = (verdict === "may hold" && PERIODS[days]) || {};
  const [shortest, longest] = [lengths[0], lengths.at(-1)];
  const between = shortest && longest ? `, and ${inPeriod(shortest, longest)} in ${shortest} to ${longest}` : "";
  return `${pace}, or ${inPeriod(days, days)} in ${days} days${between}.`;
}

/**
 * ", and 28,500 to 31,500 agree with it": the whole numbers that a claim has room for. Nothing if these are only what
 * was claimed, or if the claim follows anyway.
 */
function roomIn(verdict: Verdict, stated: Range, agrees: Range): string {
  const [from, most] = [agrees.low.ceiling(), agrees.high.floor()];
  const least = greatest([ZERO, from]);
  const [low, high] = [agrees.openLow ? most : least, agrees.openHigh ? least : most];
  const isMore = people(low) !== people(stated.low) || people(high) !== people(stated.high);
  if (verdict === "follows" || low.compare(high) > 0 || !isMore) return "";
  return `, and ${inWords({ ...agrees, low, high, approximate: false }, people)} agree with it`;
}

/** "over 50,000" if the number itself is excluded, "at least 50,000", "50,000". */
function boundInWords(range: Range, excludes: Need["excludes"] = []): string {
  if (excludes.length === 0) return inWords(range, people);
  const [low, high] = (["low", "high"] as const).map((end) => limitText(people(range[end]), end, excludes));
  // A share of a force that is a range is a range, too, of which only the end counts that is not open.
  if (range.openHigh) return low!;
  if (range.openLow) return high!;
  return `${low} to ${high}`;
}

/** "over 50,000", "under 50,000"; without the word, if the number is included. */
function limitText(number: string, end: RangeEnd, excludes: Need["excludes"] = []): string {
  if (end === "best" || !excludes.includes(end)) return number;
  return `${end === "low" ? "over" : "under"} ${number}`;
}

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

function needed({ of, value, certain, agrees, excludes = [] }: Need, isOpen: boolean, byRatio: boolean) {
  const shown = isOpen ? certain : value;
  const limits = (range: Range) => (agrees ? enough(range.low, agrees, of) : limitsInWords(range, of, excludes));
  const text = shown && limits(shown);
  // That nobody was killed is no explanation.
  if (text === undefined || /^(?:at most )?0$/.test(text)) return undefined;
  const sure = certain && limits(certain);
  const { low, high } = PAST.ratio;
  const isRatio = of === "others per killed";
  const remarks = [
    ...(!isOpen && sure !== undefined && sure !== text ? [`${sure} would make it certain`] : []),
    ...(isRatio && byRatio
      ? [`the middle 80% of comparable past cases had ${low.toFixed(2)} to ${high.toFixed(2)}`]
      : []),
  ];
  return `${WORDS[of]!(text)}${remarks.length > 0 ? ` (${remarks.join("; ")})` : ""}`;
}

const WORDS: Readonly<Record<string, (limits: string) => string>> = {
  killed: (limits) => `${limits} killed`,
  "out of action": (limits) => `${limits} casualties`,
  force: (limits) => `a force of ${limits}`,
  "share who died": (limits) => `${limits} of the casualties who died`,
  "others per killed": (limits) => `${othersInWords(limits)} for each person killed`,
};

/** How an input is printed, and the last place of that. */
const WRITTEN: Readonly<Record<string, { readonly print: Print; readonly step: (value: Rational) => Rational }>> = {
  "share who died": { print: percent, step: (value) => decimalStep(value.times(HUNDRED), 1).over(HUNDRED) },
  "others per killed": { print: decimal, step: (value) => decimalStep(value, 2) },
};
const COUNT = { print: people, step: () => ONE };

/** The last place that is printed at most. */
const LEAST = Rational.of(1, 1_000_000);
const TEN = Rational.of(10);

/** A value with as few decimals as are enough for the claim to hold. Undefined if no number of people is near enough. */
function enough(value: Rational, agrees: Range, of: string): string | undefined {
  const { print, step } = WRITTEN[of] ?? COUNT;
  const isEnough = (printed: Rational) => printed.compare(agrees.low) >= 0 && printed.compare(agrees.high) <= 0;
  const usual = step(value);
  const to = (last: Rational) => Rational.of(value.over(last).round()).times(last);
  if (isEnough(to(usual))) return print(value);
  for (let last = usual.over(TEN); of in WRITTEN && last.compare(LEAST) >= 0; last = last.over(TEN))
    if (isEnough(to(last))) return of === "share who died" ? `${typed(to(last).times(HUNDRED))}%` : typed(to(last));
  return undefined;
}

/**
 * "12,500", "7,500 to 12,500", "at least 12,500", "over 12,500". Limits are rounded inwards, so that what is printed is
 * enough. A single value goes to the nearest. Undefined if no number that could be printed is between the limits.
 */
function limitsInWords(range: Range, of: string, excludes: Need["excludes"] = []): string | undefined {
  const { print, step } = WRITTEN[of] ?? COUNT;
  const { low, high, openLow, openHigh } = range;
  if (low.equals(high) && !openLow && !openHigh) return print(low);
  const least = low.over(step(low)).ceiling().times(step(low));
  const most = high.over(step(high)).floor().times(step(high));
  const isExcluded = (end: "low" | "high") => excludes.includes(end) && range[end].equals(end === "low" ? least : most);
  const out = (["low", "high"] as const).filter(isExcluded);
  if (openHigh) return out.includes("low") ? limitText(print(least), "low", out) : `at least ${print(least)}`;
  if (openLow) return out.includes("high") ? limitText(print(most), "high", out) : `at most ${print(most)}`;
  // The first and the last that are inside.
  const first = out.includes("low") ? least.plus(step(low)) : least;
  const last = out.includes("high") ? most.minus(step(high)) : most;
  if (first.compare(last) > 0) return undefined;
  if (first.equals(last)) return print(first);
  return `${limitText(print(least), "low", out)} to ${limitText(print(most), "high", out)}`;
}
