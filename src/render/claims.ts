import type { JudgedConclusion, Need, Verdict } from "../core/claim.ts";
import type { Estimate } from "../core/estimate.ts";
import { exact } from "../core/figure.ts";
import { PAST } from "../core/past-ratios.ts";
import type { Range } from "../core/range.ts";
import { decimal, inWords, people, percent } from "../notation/print.ts";
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

/** "“a third” would be 50,000 of 150,000; the result is 28,000, or 18.7%." */
function conclusion({ of, stated, actual }: JudgedConclusion, { scenario, solution }: Estimate): string {
  if (of === "out of action") {
    return `“${stated.text}” was claimed; the result is ${inWords(actual, people)} out of action.`;
  }
  if (of !== "share") {
    return `“${stated.text}” was claimed for ${quantityWords(of)}; the result is ${inWords(actual, printOf(of))}.`;
  }
  const [force] = scenario.force ?? [];
  if (!force) return `“${stated.text}” was claimed; the result is ${inWords(actual, percent, "less")}.`;
  const size = exact(force.figure);
  const whole = { ...stated, low: stated.low.times(size.low), best: undefined, high: stated.high.times(size.high) };
  const losses = inWords(solution.get("out of action")!, people);
  return `“${stated.text}” would be ${inWords(whole, people)} of ${inWords(size, people)}; the result is ${losses}, or ${inWords(actual, percent, "less")}.`;
}

/**
 * "With everything else as given, it would take one of these: 12,500 killed; a force of 84,000." If the claim may be
 * true already, what would make it certain.
 */
function needsLine({ needs, verdict }: JudgedConclusion, { scenario }: Estimate): string[] {
  const isOpen = verdict === "may hold";
  const each = needs.flatMap((need) => needed(need, isOpen, scenario.ratio !== undefined) ?? []);
  if (each.length === 0) return [];
  const these = each.length > 1 ? "one of these: " : "";
  return [
    `With everything else as given, ${isOpen ? "it would follow from" : "it would take"} ${these}${each.join("; ")}.`,
  ];
}

function needed({ of, value, certain }: Need, isOpen: boolean, byRatio: boolean): string | undefined {
  const shown = isOpen ? certain : value;
  if (!shown) return undefined;
  const { low, high } = PAST.ratio;
  const isRatio = of === "others per killed";
  const remarks = [
    ...(!isOpen && certain && limits(certain, of) !== limits(value, of)
      ? [`${limits(certain, of)} would make it certain`]
      : []),
    ...(isRatio && byRatio ? [`the middle 80% of past cases had ${low.toFixed(2)} to ${high.toFixed(2)}`] : []),
  ];
  return `${WORDS[of]!(limits(shown, of))}${remarks.length > 0 ? ` (${remarks.join("; ")})` : ""}`;
}

const WORDS: Readonly<Record<string, (limits: string) => string>> = {
  killed: (limits) => `${limits} killed`,
  "out of action": (limits) => `${limits} casualties`,
  force: (limits) => `a force of ${limits}`,
  "share who died": (limits) => `${limits} of the casualties who died`,
  "others per killed": (limits) => `${limits} others for each person killed`,
};

/** "12,500", "7,500 to 12,500", "at least 12,500". */
function limits({ low, high, openLow, openHigh }: Range, of: string): string {
  const print = of === "share who died" ? percent : of === "others per killed" ? decimal : people;
  if (openHigh) return `at least ${print(low)}`;
  if (openLow) return `at most ${print(high)}`;
  return print(low) === print(high) ? print(low) : `${print(low)} to ${print(high)}`;
}
