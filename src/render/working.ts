import type { Estimate } from "../core/estimate.ts";
import { exact } from "../core/figure.ts";
import { type Derivation, type End, inputAt, type Range, type Unit } from "../core/range.ts";
import { type Combine, givenRatios } from "../core/scenario.ts";
import { compact, decimal, isShort, type Print, percent, typed, typedPercent } from "../notation/print.ts";
import { namedStep } from "./named.ts";

/** One step of the working, with the numbers in it, so that it can be checked by hand. */
export interface WorkedStep {
  readonly step: string;
  readonly formula: string;
  /** Each end written out: "6,000 × (1 + 3) = 24,000". One line where both ends are the same. */
  readonly lines: readonly string[];
}

/** How a number is written as an input and as a result, and how many decimal places that result shows. */
const WRITTEN: Record<Unit, { readonly input: Print; readonly result: Print; readonly places: number }> = {
  people: { input: typed, result: typed, places: 6 },
  perKilled: { input: (value) => (isShort(value, 6) ? typed(value) : value.toFixed(6)), result: decimal, places: 2 },
  share: { input: typedPercent, result: percent, places: 3 },
};

/** The steps from the reported figures to the shares. */
export function workingOf(estimate: Estimate): WorkedStep[] {
  const coverages = estimate.combination?.all.flatMap(({ coverage }) => coverage ?? []) ?? [];
  const ratios = givenRatios(estimate.scenario).flatMap(
    ([, ratio]) => (ratio.named && namedStep(ratio, ratio.named)) ?? [],
  );
  return [...coverages.map(worked), ...reported(estimate), ...ratios, ...estimate.working.map(worked)];
}

const RULES: Record<Combine["rule"], string> = {
  envelope: "envelope: from the lowest low to the highest high; an end is open if any source's is",
  overlap: "overlap: what all sources allow",
  sum: "sum: the sources count different people",
  prefer: "the preferred source alone",
};

/** What the reckoning starts from: the figure as reported, or several made one. */
function reported({ combination, scenario }: Estimate): WorkedStep[] {
  const say = (range: Range) => compact(range, typed);
  if (!combination) {
    return [{ step: "casualties", formula: "as reported", lines: [say(exact(scenario.casualties!.figure))] }];
  }
  const { all, rule, killed } = combination;
  if (all.length === 1)
    return all[0]!.coverage ? [] : [{ step: "killed", formula: "as reported", lines: [say(killed)] }];
  const sources = all.map((account) => `${account.name}: ${say(account.killed)}`);
  return [{ step: "killed", formula: RULES[rule], lines: [...sources, `${rule}: ${say(killed)}`] }];
}

function worked(derivation: Derivation): WorkedStep {
  const { of, formula, value } = derivation;
  const single = value.low.equals(value.high);
  const ends: readonly End[] = single ? ["low"] : value.best ? ["low", "best", "high"] : ["low", "high"];
  return {
    step: of,
    formula: formula.replace(/[{}]/g, ""),
    lines: ends.map((end) => `${single ? "" : `${end}: `}${line(derivation, end, single)}`),
  };
}

/** The formula with each name replaced by its number, and what it comes to. */
function line({ formula, inputs, unit, value }: Derivation, end: End, single: boolean): string {
  const filled = formula.replace(/\{(.*?)\}/g, (_, name: string) => {
    const input = inputs[name]!;
    return WRITTEN[input.unit].input(inputAt(input, end));
  });
  const { result, places } = WRITTEN[unit];
  const short = Object.values(inputs).every((input) => isShort(inputAt(input, end), 6));
  const exactly = short && isShort(value[end]!, places);
  const less = value.openLow && end === "low" ? " or less" : "";
  const more = value.openHigh && (end === "high" || single) ? " or more" : "";
  return `${filled} ${exactly ? "=" : "≈"} ${result(value[end]!)}${less}${more}`;
}
