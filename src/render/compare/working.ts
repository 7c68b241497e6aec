import type { Comparison } from "../../core/compare/compare.ts";
import type { Contrast, Pair } from "../../core/compare/pair.ts";
import type { Derivation, Range, Unit } from "../../core/range.ts";
import type { Rational } from "../../core/rational.ts";
import { type Print, RESULT } from "../../notation/print.ts";
import type { WorkedStep } from "../worked-step.ts";
import { workedStep, workingOf } from "../working.ts";

/** Every step: how each subject's results were calculated, and then the comparisons. */
export function comparisonWorking({ subjects, pairs }: Comparison): WorkedStep[] {
  const own = subjects.flatMap(({ name, estimate, past }) =>
    past ? [] : workingOf(estimate).map((step) => ({ ...step, step: `${name}, ${step.step}` })),
  );
  return [...own, ...pairs.flatMap((pair) => pair.contrasts.flatMap((contrast) => stepsOf(pair, contrast)))];
}

/** A quotient, or for two dates the difference and the change, each with its paired reading. */
function stepsOf({ kind, subject, against }: Pair, contrast: Contrast): WorkedStep[] {
  const { quantity, quotient, difference, change, paired } = contrast;
  const of = (sign: string) => `${subject.name} ${sign} ${against.name}`;
  if (kind !== "dates")
    return quotient ? [step(contrast, of("÷"), "{0} ÷ {1}", quotient, "perKilled", paired?.quotient)] : [];
  return [
    step(contrast, of("−"), "{0} − {1}", difference, quantity.unit, paired?.difference),
    ...(change ? [step(contrast, `${of("÷")} − 1`, "{0} ÷ {1} − 1", change, "share", paired?.change)] : []),
  ];
}

function step(
  { quantity, value, other }: Contrast,
  shown: string,
  formula: string,
  result: Range,
  unit: Unit,
  paired: readonly [Rational, Rational] | undefined,
): WorkedStep {
  const { unit: of } = quantity;
  const inputs = { 0: { value, unit: of }, 1: { value: other, unit: of, inverse: true } };
  const derivation: Derivation = { of: quantity.name, formula, inputs, unit, value: result };
  const print: Print = RESULT[unit];
  const { lines } = workedStep(derivation);
  return {
    step: quantity.name,
    formula: shown,
    lines: [
      ...lines,
      ...(paired ? [`low with low and high with high: ${print(paired[0])} to ${print(paired[1])}`] : []),
    ],
  };
}
