import type { Estimate } from "../core/estimate.ts";
import { type Rational, ZERO } from "../core/rational.ts";
import { decimal, type Print, people, percent } from "../notation/print.ts";
import type { WorkedStep } from "./worked-step.ts";

const ENDS = ["low", "high"] as const;
type LowOrHigh = (typeof ENDS)[number];

/**
 * Reads the killed and casualties of one source low with low and high with high, since the ends of one source usually
 * belong together. Only done if both are ranges, because otherwise it would not be another reading.
 */
export function pairedSteps({ caveats, solution }: Estimate): WorkedStep[] {
  if (!caveats.some(({ code }) => code === "ENDS_CROSS")) return [];
  const [killed, casualties] = [solution.get("killed")!, solution.get("out of action")!];
  const others = (end: LowOrHigh) => casualties[end].minus(killed[end]);
  // Two ends that cannot both be true are not a reading.
  if (ENDS.some((end) => killed[end].equals(ZERO) || others(end).compare(ZERO) < 0)) return [];
  const read = (name: string, print: Print, at: (end: LowOrHigh) => Rational) =>
    `${name}: ${ENDS.map(at)
      .sort((a, b) => a.compare(b))
      .map(print)
      .join(" to ")}`;
  return [
    {
      step: "the same, paired",
      formula: "low with low and high with high",
      lines: [
        read("others", people, others),
        read("others per killed", decimal, (end) => others(end).over(killed[end])),
        read("share who died", percent, (end) => killed[end].over(casualties[end])),
      ],
    },
  ];
}
