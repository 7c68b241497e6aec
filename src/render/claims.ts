import type { JudgedConclusion, Need, Verdict } from "../core/claim.ts";
import type { Estimate } from "../core/estimate.ts";
import { exact } from "../core/figure.ts";
import { PAST } from "../core/past-ratios.ts";
import type { Range } from "../core/range.ts";
import { greatest, Rational, ZERO } from "../core/rational.ts";
import { decimal, inWords, people, percent } from "../notation/print.ts";
import { othersInWords } from "./number-word.ts";
import { printOf } from "./quantity.ts";
import { quantityWords } from "./quantity-words.ts";

/** For each conclusion of a report: whether it follows, with the arithmetic, and what would have to be true for it. */
export function claimLines(estimate: Estimate): string[] {
  return estimate.verdicts.flatMap((verdict) => [
    `${conclusion(verdict, estimate)} The claim ${VERDICT[verdict.verdict]}.`,
    ...needsLine(verdict, estimate),
  ]);
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
  return `“${stated.text}” would be ${inWords(whole, people)} of ${inWords(size, people)}${room}; the result is ${losses}, or ${inWords(actual, percent, "less")}.`;
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

/** The largest whole number that is not above this one. */
const floor = (value: Rational) => Rational.of(value.minus(HALF).round());
const HALF = Rational.of(1, 2);

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

function needed({ of, value, certain }: Need, isOpen: boolean, byRatio: boolean): string | undefined {
  const shown = isOpen ? certain : value;
  // That nobody was killed is no explanation.
  if (!shown || /^(?:at most )?0$/.test(limits(shown, of))) return undefined;
  const { low, high } = PAST.ratio;
  const isRatio = of === "others per killed";
  const remarks = [
    ...(!isOpen && certain && limits(certain, of) !== limits(value, of)
      ? [`${limits(certain, of)} would make it certain`]
      : []),
    ...(isRatio && byRatio
      ? [`the middle 80% of comparable past cases had ${low.toFixed(2)} to ${high.toFixed(2)}`]
      : []),
  ];
  return `${WORDS[of]!(limits(shown, of))}${remarks.length > 0 ? ` (${remarks.join("; ")})` : ""}`;
}

const WORDS: Readonly<Record<string, (limits: string) => string>> = {
  killed: (limits) => `${limits} killed`,
  "out of action": (limits) => `${limits} casualties`,
  force: (limits) => `a force of ${limits}`,
  "share who died": (limits) => `${limits} of the casualties who died`,
  "others per killed": (limits) => `${othersInWords(limits)} for each person killed`,
};

/** "12,500", "7,500 to 12,500", "at least 12,500". */
function limits({ low, high, openLow, openHigh }: Range, of: string): string {
  const print = of === "share who died" ? percent : of === "others per killed" ? decimal : people;
  if (openHigh) return `at least ${print(low)}`;
  if (openLow) return `at most ${print(high)}`;
  return print(low) === print(high) ? print(low) : `${print(low)} to ${print(high)}`;
}
