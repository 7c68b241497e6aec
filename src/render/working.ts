import type { Estimate } from "../core/estimate.ts";
import type { Ratio } from "../core/figure.ts";
import { dividedCategories } from "../core/given.ts";
import type { Combine } from "../core/inputs.ts";
import { narrowed } from "../core/named.ts";
import { type Derivation, inputAt, type Range, type RangeEnd, type Unit } from "../core/range.ts";
import { ZERO } from "../core/rational.ts";
import { givenRatios } from "../core/scenario.ts";
import type { Account, Combination } from "../core/sources.ts";
import { compact, decimal, isShort, type Print, percent, typed, typedPercent } from "../notation/print.ts";
import { namedStep } from "./named.ts";
import { pairedSteps } from "./paired.ts";
import type { WorkedStep } from "./worked-step.ts";

interface WrittenAs {
  readonly input: Print;
  readonly result: Print;
  /** How many decimal places the result shows. */
  readonly places: number;
}

const NUMBER: WrittenAs = { input: shortOrSix, result: decimal, places: 2 };

/** How a number is written as an input and as a result. */
const WRITTEN: Record<Unit, WrittenAs> = {
  people: { input: typed, result: typed, places: 6 },
  perKilled: NUMBER,
  share: { input: typedPercent, result: percent, places: 3 },
  days: NUMBER,
  perDay: NUMBER,
  perThousand: NUMBER,
  amount: NUMBER,
  perUnit: NUMBER,
};

function shortOrSix(value: Parameters<Print>[0]): string {
  return isShort(value, 6) ? typed(value) : value.toFixed(6);
}

/** The steps from the reported figures to the shares. */
export function workingOf(estimate: Estimate): WorkedStep[] {
  const { combinations } = estimate;
  const accounts = combinations.flatMap(({ all }) => all);
  const ratios = ratiosUsed(estimate).flatMap((ratio) => (ratio.named && namedStep(ratio, ratio.named)) ?? []);
  return [
    ...accounts.flatMap(({ part, coverage }) => [part, coverage].flatMap((line) => line ?? [])).map(workedStep),
    ...combinations.flatMap(reportedSteps),
    ...ratios,
    ...quotientStep(estimate),
    ...estimate.working.map(workedStep),
    ...pairedSteps(estimate),
    ...comparedSteps(estimate),
  ];
}

/** The ratios that were given. If one gives the killed from some categories, only its counts of these were used. */
function ratiosUsed({ scenario, solution }: Estimate): Ratio[] {
  const divided = dividedCategories(scenario);
  return givenRatios(scenario).map(([input, ratio]) => {
    if (input !== "ratio" || !ratio.named || divided.length === 0) return ratio;
    return { ...ratio, ...solution.given.get("others per killed")?.value, named: narrowed(ratio.named, divided) };
  });
}

const RULES: Record<Combine["rule"], string> = {
  envelope: "envelope: from the lowest low to the highest high; an end is open if any source's is",
  overlap: "overlap: what all sources allow",
  sum: "sum: the sources count different people",
  change: "change: the latest total less the earliest",
  prefer: "the preferred source alone",
};

/**
 * What the calculation starts from: the figure as reported, or several combined into one. A category only has a step if
 * it has several.
 */
function reportedSteps(combination: Combination): WorkedStep[] {
  const { of, all, rule, value } = combination;
  const [first, another] = all;
  if (another) {
    const sources = all.map((account) => `${account.name}: ${say(account.value)}`);
    return [{ step: of, formula: RULES[rule], lines: [...sources, `${rule}: ${say(value)}`] }];
  }
  const isBasis = of === "killed" || of === "casualties";
  return isBasis && !isWorked(first!) ? [{ step: of, formula: "as reported", lines: [asReported(combination)] }] : [];
}

const say = (range: Range) => compact(range, typed);

const isWorked = ({ part, coverage }: Account) => part !== undefined || coverage !== undefined;

/** A count in digits; a rate in its own words. */
function asReported({ form, all, value }: Combination): string {
  return form === "count" ? say(value) : all[0]!.stated.text;
}

/** A ratio that was given as the counts of a report. */
function quotientStep({ scenario: { ratio } }: Estimate): WorkedStep[] {
  if (!ratio?.quotient) return [];
  const { losses, killed, includesKilled } = ratio.quotient;
  const dead = compact(killed, typed);
  const others = includesKilled ? `(${compact(losses, typed)} − ${dead})` : compact(losses, typed);
  const formula = includesKilled
    ? "(casualties − killed) ÷ killed, of another report"
    : "losses ÷ killed, of another report";
  return [{ step: "ratio", formula, lines: [`${others} ÷ ${dead} ≈ ${compact(ratio, decimal)}`] }];
}

/** What unused statements would have given, compared with what the result has. */
function comparedSteps({ comparisons }: Estimate): WorkedStep[] {
  return comparisons.map(({ input, derivation, used, agrees }) => {
    const { step, formula, lines } = workedStep(derivation);
    const verdict = `this ${agrees ? "agrees" : "does not agree"} with the ${say(used)} used`;
    return { step: `${step}, by ${input}`, formula, lines: [...lines, verdict] };
  });
}

export function workedStep(derivation: Derivation): WorkedStep {
  const { of, formula, value } = derivation;
  const single = value.low.equals(value.high);
  const ends: readonly RangeEnd[] = single ? ["low"] : value.best ? ["low", "best", "high"] : ["low", "high"];
  return {
    step: of,
    formula: formula.replace(/[{}]/g, ""),
    lines: ends.map((end) => `${single ? "" : `${end}: `}${line(derivation, end, single)}`),
  };
}

/** The formula with each name replaced by its number, and the result. */
function line({ formula, inputs, unit, value, unbounded }: Derivation, end: RangeEnd, single: boolean): string {
  const filled = formula.replace(/\{(.*?)\}/g, (_, name: string) => {
    const input = inputs[name]!;
    const value = inputAt(input, end);
    const written = WRITTEN[input.unit].input(value);
    return value.compare(ZERO) < 0 ? `(${written})` : written;
  });
  const { result, places } = WRITTEN[unit];
  const short = Object.values(inputs).every((input) => isShort(inputAt(input, end), 6));
  const bounded = value[end]!;
  const free = unbounded?.(end) ?? bounded;
  const exactly = short && isShort(free, places);
  const less = value.openLow && end === "low" ? " or less" : "";
  const more = value.openHigh && (end === "high" || single) ? " or more" : "";
  const set = free === bounded ? "" : `, set to ${result(bounded)}`;
  return `${filled} ${exactly ? "=" : "≈"} ${result(free)}${set}${less}${more}`;
}
