import { scaled } from "../../core/compare/arithmetic.ts";
import { ONE, Rational } from "../../core/rational.ts";
import { decimal, inWords, RESULT } from "../../notation/print.ts";
import type { BattleRank, BattleRanking } from "../../record/battle-ranks.ts";
import { BATTLE_SOURCE, type BattleSide } from "../../record/battles.ts";
import { withArticle } from "../article.ts";
import { comparedText } from "../battles/compared.ts";
import { worthOf } from "../battles/sections.ts";
import { battleTitle, RANKED_AS, rankSentences, shortRankSentence } from "../battles/words.ts";
import { capital } from "../capital.ts";
import { caveatSentences } from "../caveats.ts";
import { inDays } from "../quantity-words.ts";
import { keyOfMarks, logarithmic, markOf } from "./marks.ts";
import type { DotBlock, Picture } from "./picture.ts";

/** The sides of past battles as dots, with what is ranked among them. */
export function battlesPicture(ranking: BattleRanking): Picture {
  const { losses, ranks, sides } = ranking;
  const { name, version, licence } = BATTLE_SOURCE;
  const side = losses.estimate?.scenario.side;
  const sentences = rankSentences(ranking);
  const short = ranks.map((rank) => shortRankSentence(rank, sides.length));
  const blocks = ranks.map((rank) => blockOf(rank, sides));
  const marks = ranks.map(({ value }) => ({ ...markOf(value), best: undefined }));
  const keyOf = (axes: number) => [
    ...comparedWith(losses),
    `Each dot is one of ${comparedText(ranking)}. ${logarithmic(axes)}`,
    ...keyOfMarks(marks.slice(0, axes), "a dashed line: approximate"),
  ];
  return {
    title: `Losses${side ? ` of ${withArticle(side)}` : ""}, compared with past battles`,
    leads: [sentences.join(" "), short.join(" ")],
    chart: { kind: "dots", blocks },
    parts: [{ leads: [sentences[0]!, short[0]!], chart: { kind: "dots", blocks: blocks.slice(0, 1) }, key: keyOf(1) }],
    key: keyOf(blocks.length),
    caveats: [...worthOf(ranking), ...caveatSentences(losses.estimate?.caveats ?? [], { isForReaders: true })],
    // What the comparison is worth has to be read, however small the picture is.
    kept: worthOf(ranking).slice(0, 1),
    sources: [`Source: ${name} ${version} (${licence}).`],
    table: {
      heads: ["Quantity", "Battle", "Side", "Number"],
      rows: ranks.flatMap(({ of }) =>
        sides.map((side) => [
          RANKED_AS[of].name,
          battleTitle(side),
          side.belligerent,
          RESULT[RANKED_AS[of].unit](side[of]),
        ]),
      ),
      numbers: [false, false, false, true],
    },
  };
}

/** "Compared: a force of 150,000; 21 days." Both decide which sides there are. */
function comparedWith({ force, days }: BattleRanking["losses"]): string[] {
  const parts = [
    ...(force ? [`a force of ${inWords(force, RESULT.people)}`] : []),
    ...(days ? [inDays(inWords(days, decimal))] : []),
  ];
  return parts.length > 0 ? [`Compared: ${parts.join("; ")}.`] : [];
}

function blockOf({ of, value, points: { p10, p90 } }: BattleRank, sides: readonly BattleSide[]): DotBlock {
  const { name, unit } = RANKED_AS[of];
  const print = RESULT[unit];
  const scale = unit === "share" ? HUNDRED : ONE;
  const number = (value: Rational) => value.times(scale).toNumber();
  return {
    title: capital(name),
    note: `Dashed frame: the middle 80% of the sides, ${print(p10)} to ${print(p90)}`,
    unit: unit === "share" ? "%" : "",
    dots: sides.map((side) => ({ label: `${side.belligerent}, ${battleTitle(side)}`, value: number(side[of]) })),
    rule: { label: inWords(value, print, "less"), mark: markOf(scaled(value, scale)) },
    interval: { low: number(p10), high: number(p90) },
  };
}

const HUNDRED = Rational.of(100);
