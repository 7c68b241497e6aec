import { isShort, percent, RESULT } from "../../notation/print.ts";
import type { BattleRank, BattleRanking } from "../../record/battle-ranks.ts";
import { numberWord } from "../number-word.ts";
import type { WorkedStep } from "../worked-step.ts";
import { workedStep, workingOf } from "../working.ts";
import { RANKED_AS } from "./words.ts";

/** The steps from the given figures to the percentiles. */
export function rankingWorking({ losses, ranks, sides }: BattleRanking): WorkedStep[] {
  const { share, days, perThousandPerDay, estimate } = losses;
  const daily =
    share && days && perThousandPerDay
      ? [
          workedStep({
            of: RANKED_AS.perThousandPerDay.name,
            formula: "{share} ÷ {days} × 1,000",
            inputs: { share: { value: share, unit: "share" }, days: { value: days, unit: "days", inverse: true } },
            unit: "perThousand",
            value: perThousandPerDay,
          }),
        ]
      : [];
  return [
    ...(estimate ? workingOf(estimate) : []),
    ...daily,
    ...ranks.flatMap((rank) => [percentileStep(rank, sides.length), pointsStep(rank)]),
  ];
}

/** "low: 36 of 93 = 38.7%". Sides that lost exactly as much did not lose less. */
function percentileStep({ of, value, places, below }: BattleRank, sides: number): WorkedStep {
  const isSingle = value.low.equals(value.high);
  const ends = isSingle ? (["low"] as const) : (["low", "best", "high"] as const);
  const lines = ends.flatMap((end) => {
    const [place, part] = [places[end], below[end]];
    if (!place || !part) return [];
    const same = place.same > 0 ? `; ${numberWord(place.same)} lost exactly as much, which is not less` : "";
    return `${isSingle ? "" : `${end}: `}${place.below} ÷ ${sides} ${isShort(part, 3) ? "=" : "≈"} ${percent(part)}${same}`;
  });
  return { step: `percentile of ${RANKED_AS[of].name}`, formula: "sides that lost less ÷ sides compared", lines };
}

function pointsStep({ of, points: { p10, p50, p90 } }: BattleRank): WorkedStep {
  const { unit, name } = RANKED_AS[of];
  return {
    step: `10%, 50% and 90% below, ${name}`,
    formula: "the values of the sides in order, interpolated between the two nearest",
    lines: [[p10, p50, p90].map(RESULT[unit]).join(", ")],
  };
}
