import type { Estimate } from "../core/estimate.ts";
import type { Rational } from "../core/rational.ts";
import { decimal, type Print, people, percent } from "../notation/print.ts";
import type { WorkedStep } from "./working.ts";

/**
 * Killed and casualties of one source read low with low and high with high, since the ends of one source usually go
 * together; only where both are ranges, so that this is another reading.
 */
export function pairedSteps({ caveats, solution }: Estimate): WorkedStep[] {
  if (!caveats.some(({ code }) => code === "ENDS_CROSS")) return [];
  const [killed, casualties] = [solution.get("killed")!, solution.get("out of action")!];
  const others = (end: "low" | "high") => casualties[end].minus(killed[end]);
  const read = (name: string, print: Print, at: (end: "low" | "high") => Rational) =>
    `${name}: ${[at("low"), at("high")]
      .sort((a, b) => a.compare(b))
      .map(print)
      .join(" to ")}`;
  if (killed.low.toNumber() === 0) return [];
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
