import type { Range } from "../../core/range.ts";
import { Rational } from "../../core/rational.ts";
import { inWords, RESULT } from "../../notation/print.ts";
import type { BattleRank, BattleRanking } from "../../record/battle-ranks.ts";
import { BATTLE_SOURCE, type BattleSide } from "../../record/battles.ts";
import { comparedText } from "../battles/compared.ts";
import { worthOf } from "../battles/sections.ts";
import { RANKED_AS, rankSentence } from "../battles/words.ts";
import { capital } from "../capital.ts";
import { caveatSentences } from "../caveats.ts";
import type { DotBlock, Picture } from "./picture.ts";

/** The sides of past battles as dots, with what is ranked among them. */
export function battlesPicture(ranking: BattleRanking): Picture {
  const { losses, ranks, sides } = ranking;
  const { name, version, licence } = BATTLE_SOURCE;
  const sentences = ranks.map((rank) => rankSentence(rank, sides.length));
  const [worth, ...more] = worthOf(ranking);
  return {
    title: "Compared with past battles",
    leads: [sentences.join(" "), sentences[0]!],
    chart: { kind: "dots", blocks: ranks.map((rank) => blockOf(rank, sides)) },
    notes: [
      `Each dot is one of ${comparedText(ranking)}. The axis is logarithmic.`,
      worth!,
      `Source: ${name} ${version} (${licence}).`,
    ],
    caveats: [...more, ...caveatSentences(losses.estimate?.caveats ?? [])],
    table: {
      heads: ["Quantity", "Battle", "Side", "Number"],
      rows: ranks.flatMap(({ of }) =>
        sides.map((side) => [
          RANKED_AS[of].name,
          `${side.battle} ${side.year}`,
          side.belligerent,
          RESULT[RANKED_AS[of].unit](side[of]),
        ]),
      ),
      numbers: [false, false, false, true],
    },
  };
}

function blockOf({ of, value, points: { p10, p90 } }: BattleRank, sides: readonly BattleSide[]): DotBlock {
  const { name, unit } = RANKED_AS[of];
  const print = RESULT[unit];
  const number = (one: Rational) => (unit === "share" ? one.times(HUNDRED) : one).toNumber();
  const ends = ({ low, high }: Pick<Range, "low" | "high">) => ({ low: number(low), high: number(high) });
  return {
    title: capital(name),
    note: `Dashed: the middle 80% of the sides, ${print(p10)} to ${print(p90)}`,
    unit: unit === "share" ? "%" : "",
    dots: sides.map((side) => ({ label: `${side.belligerent}, ${side.battle} ${side.year}`, value: number(side[of]) })),
    rule: { ...ends(value), label: inWords(value, print, "less") },
    interval: ends({ low: p10, high: p90 }),
  };
}

const HUNDRED = Rational.of(100);
