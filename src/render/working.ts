import type { Estimate } from "../core/estimate.ts";
import { type Derivation, type End, inputsAt, type Unit } from "../core/range.ts";
import { Rational } from "../core/rational.ts";
import type { Combine } from "../core/scenario.ts";
import { compact, decimal, type Print, percent, typedPercent } from "../notation/print.ts";

/** One step of the working, with the numbers in it, so that it can be checked by hand. */
export interface WorkedStep {
  readonly step: string;
  readonly formula: string;
  /** Each end written out: "6,000 × (1 + 3) = 24,000". One line where both ends are the same. */
  readonly lines: readonly string[];
}

/** How a number is written as an input and as a result, and how many decimal places the result shows. */
const WRITTEN: Record<Unit, { readonly input: Print; readonly result: Print; readonly places: number }> = {
  people: { input: decimal, result: decimal, places: 2 },
  perKilled: { input: decimal, result: decimal, places: 2 },
  share: { input: typedPercent, result: percent, places: 3 },
};

const NAMES: Readonly<Record<string, string>> = { outOfAction: "out of action", netShare: "net share" };

/** The steps from the reported figures to the shares. */
export function workingOf(estimate: Estimate): WorkedStep[] {
  const coverages = estimate.working.filter(({ inputs }) => "coverage" in inputs);
  const losses = estimate.working.filter(({ inputs, of }) => !("coverage" in inputs) && !/share/i.test(of));
  const shares = estimate.working.filter(({ of }) => /share/i.test(of));
  return [...coverages.map(worked), ...combined(estimate), ...losses.map(worked), ...shares.map(worked)];
}

const RULES: Record<Combine["rule"], string> = {
  envelope: "envelope: from the lowest low to the highest high; an end is open if any source's is",
  overlap: "overlap: what all sources allow",
  sum: "sum: the sources count different people",
  prefer: "the preferred source alone",
};

function combined({ combination }: Estimate): WorkedStep[] {
  if (!combination || combination.all.length < 2) return [];
  const sources = combination.all.map(({ name, killed }) => `${name}: ${compact(killed, decimal)}`);
  const whole = `${combination.rule}: ${compact(combination.killed, decimal)}`;
  return [{ step: "killed", formula: RULES[combination.rule], lines: [...sources, whole] }];
}

function worked(derivation: Derivation): WorkedStep {
  const { of, formula, value } = derivation;
  const single = value.low.equals(value.high);
  const ends: readonly End[] = single ? ["low"] : value.best ? ["low", "best", "high"] : ["low", "high"];
  return {
    step: NAMES[of] ?? of,
    formula: formula.replace(/[{}]/g, ""),
    lines: ends.map((end) => `${single ? "" : `${end}: `}${line(derivation, end)}`),
  };
}

/** The formula with each name replaced by its number, and what it comes to. */
function line({ formula, inputs, unit, value }: Derivation, end: End): string {
  const values = inputsAt(inputs, end);
  const filled = formula.replace(/\{(.*?)\}/g, (_, name: string) => WRITTEN[inputs[name]!.unit].input(values[name]!));
  const { result, places } = WRITTEN[unit];
  const exactly = value[end]!.times(Rational.of(10 ** places)).isWhole();
  const open = (end === "low" && value.openLow) || (end === "high" && value.openHigh);
  const further = open ? ` or ${end === "low" ? "less" : "more"}` : "";
  return `${filled} ${exactly ? "=" : "≈"} ${result(value[end]!)}${further}`;
}
