import type { Comparison } from "../../core/compare/compare.ts";
import type { Contrast, Pair } from "../../core/compare/pair.ts";
import type { Subject } from "../../core/compare/quantities.ts";
import type { Unit } from "../../core/range.ts";
import { type Print, RESULT } from "../../notation/print.ts";
import type { WorkedStep } from "../worked-step.ts";
import { workedStep, workingOf } from "../working.ts";
import { labelOf } from "./names.ts";

/** Every step: how each subject's results were calculated, and then the comparisons. */
export function comparisonWorking({ subjects, pairs }: Comparison): WorkedStep[] {
  const own = subjects.flatMap((subject) => (subject.past ? [] : ownWorking(subject)));
  return [...own, ...pairs.flatMap((pair) => pair.contrasts.flatMap((contrast) => stepsOf(pair, contrast)))];
}

/** How the results of one subject were calculated. */
export function ownWorking(subject: Subject): WorkedStep[] {
  return workingOf(subject.estimate).map((step) => ({ ...step, step: `${labelOf(subject)}, ${step.step}` }));
}

/** A quotient, or for two dates the difference and the change, each with its paired reading. */
function stepsOf({ kind, subject, against }: Pair, contrast: Contrast): WorkedStep[] {
  const { unit } = contrast.quantity;
  const of = (sign: string) => `${labelOf(subject)} ${sign} ${labelOf(against)}`;
  if (kind !== "dates") return step(contrast, "quotient", of("÷"), "{0} ÷ {1}", "perKilled");
  return [
    ...step(contrast, "difference", of("−"), "{0} − {1}", unit),
    ...step(contrast, "change", `${of("÷")} − 1`, "{0} ÷ {1} − 1", "share"),
  ];
}

type Compared = "quotient" | "difference" | "change";

/** One number of a contrast. If the subjects have something in common, each end is from the value of it that gives it. */
function step(contrast: Contrast, key: Compared, shown: string, formula: string, unit: Unit): WorkedStep[] {
  const { quantity, corners, paired } = contrast;
  const result = contrast[key];
  if (!result) return [];
  const linesOf = (corner: (typeof corners)[number]) => {
    const { value, other } = corner;
    const inputs = { 0: { value, unit: quantity.unit }, 1: { value: other, unit: quantity.unit, inverse: true } };
    return workedStep({ of: quantity.name, formula, inputs, unit, value: corner[key]! }).lines;
  };
  const print: Print = RESULT[unit];
  const pair = paired?.[key];
  return [
    {
      step: quantity.name,
      formula: shown,
      lines: [
        ...endLines(corners, linesOf, ({ [key]: range }, end) => range![end].equals(result[end])),
        ...(pair ? [`low with low and high with high: ${print(pair[0])} to ${print(pair[1])}`] : []),
      ],
    },
  ];
}

/** The lines of the corners that give the ends. If both ends are one number, there is one line. */
function endLines<Corner>(
  corners: readonly Corner[],
  linesOf: (corner: Corner) => readonly string[],
  isAt: (corner: Corner, end: "low" | "high") => boolean,
): readonly string[] {
  const [only, another] = corners;
  if (!another) return linesOf(only!);
  const low = corners.find((corner) => isAt(corner, "low"))!;
  const high = corners.find((corner) => isAt(corner, "high"))!;
  const line = (text: string) => text.replace(/^\w+: /, "");
  const [first, last] = [line(linesOf(low)[0]!), line(linesOf(high).at(-1)!)];
  return first === last ? [first] : [`low: ${first}`, `high: ${last}`];
}
