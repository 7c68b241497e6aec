import type { JudgedConclusion, Need, Verdict } from "../core/claim.ts";
import type { Estimate } from "../core/estimate.ts";
import { exact } from "../core/figure.ts";
import { PAST } from "../core/past-ratios.ts";
import { decimal, inWords, type Print, people, percent } from "../notation/print.ts";
import { printed } from "./quantity.ts";

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
  const [force] = scenario.force ?? [];
  if (!force) return `“${stated.text}” was claimed; the result is ${inWords(actual, percent, "less")}.`;
  const size = exact(force.figure);
  const whole = { ...stated, low: stated.low.times(size.low), best: undefined, high: stated.high.times(size.high) };
  const losses = inWords(solution.get("out of action")!, people);
  return `“${stated.text}” would be ${inWords(whole, people)} of ${inWords(size, people)}; the result is ${losses}, or ${inWords(actual, percent, "less")}.`;
}

/** "With everything else as given, it would take one of these: 12,500 killed; a force of 84,000." */
function needsLine({ needs }: JudgedConclusion, { scenario, solution }: Estimate): string[] {
  const each = needs.flatMap((need) => {
    // What reads the same as the input would look like no change.
    const isSame = printed(need.of, need.value) === printed(need.of, solution.given.get(need.of)!.value);
    return isSame ? [] : [needed(need, scenario.ratio !== undefined)];
  });
  if (each.length === 0) return [];
  return [`With everything else as given, it would take ${each.length > 1 ? "one of these: " : ""}${each.join("; ")}.`];
}

function needed(need: Need, byRatio: boolean): string {
  const { of } = need;
  if (of === "killed") return span(need, people, "killed");
  if (of === "out of action") return span(need, people, "casualties");
  if (of === "force") return `a force of ${span(need, people)}`;
  if (of === "share who died") return span(need, percent, "of the casualties who died");
  const { low, high } = PAST.ratio;
  const past = byRatio ? `the middle 80% of past cases had ${low.toFixed(2)} to ${high.toFixed(2)}` : "";
  return span(need, decimal, "others for each person killed", past);
}

/**
 * The least or the most that must hold, and what is enough whatever the other inputs are. If one of those is open,
 * nothing is enough.
 */
function span({ value, isLess, isBound }: Need, print: Print, what = "", note = ""): string {
  const counted = what && ` ${what}`;
  const { low, high, openLow, openHigh } = value;
  if (print(low) === print(high) && !openLow && !openHigh) {
    const bound = isBound ? (isLess ? "at most " : "at least ") : "";
    return `${bound}${print(low)}${counted}${note && ` (${note})`}`;
  }
  const [bound, enough] = isLess ? [`at most ${print(high)}`, print(low)] : [`at least ${print(low)}`, print(high)];
  const isEnough = isLess ? !openLow : !openHigh;
  const said = [...(isEnough ? [`${enough} would make it certain`] : []), ...(note ? [note] : [])].join("; ");
  return `${bound}${counted}${said && ` (${said})`}`;
}
