import { CATEGORIES } from "../../core/categories.ts";
import { Rational } from "../../core/rational.ts";
import { compact, people, RESULT } from "../../notation/print.ts";
import type { BattleRanking, Ranked } from "../../record/battle-ranks.ts";
import { BATTLE_SOURCE, type BattleSide } from "../../record/battles.ts";
import { caveatSentences } from "../caveats.ts";
import { numberWord } from "../number-word.ts";
import { originLines } from "../origin.ts";
import { listSection, type Section, sourcesSection } from "../sections.ts";
import { type Sheet, sheetWidth } from "../sheet.ts";
import { shortName } from "../short-name.ts";
import type { Source } from "../sources.ts";
import { comparedText, ruleText } from "./compared.ts";
import { battleTitle, percentile, RANKED_AS, rankSentences } from "./words.ts";
import { rankingWorking } from "./working.ts";

/** The sections of a ranking, in the order in which they are printed. Options are only for who can type them. */
export function rankingSections(ranking: BattleRanking, explain: boolean, isText: boolean): Section[] {
  const { losses, ranks } = ranking;
  const nearest = `Nearest by ${ranks[0]!.of === "share" ? "share lost" : "losses per 1,000 a day"}`;
  const scenario = losses.estimate?.scenario;
  return [
    { kind: "sheet", sheet: ranksSheet(ranking), caption: "Compared with past battles" },
    ...rankSentences(ranking).map((text) => ({ kind: "sentence", text }) as const),
    ...listSection("Compared with", [comparedText(ranking), ...ruleText(ranking, isText)]),
    { kind: "title", text: nearest },
    { kind: "sheet", sheet: fittedSides(ranking.nearest, [ranks[0]!.of], isText), caption: nearest },
    ...listSection("Caveats", caveatSentences(losses.estimate?.caveats ?? [], { isForReaders: !isText })),
    ...listSection("What the comparison is worth", worthOf(ranking)),
    ...sourcesSection(scenario ? originLines(scenario, explain) : []),
    { kind: "list", title: "Source of the battles", lines: [sourceText()], isOfSources: true },
    ...(explain ? explanation(ranking, isText) : []),
  ];
}

/** The working, and every side that is compared. */
function explanation(ranking: BattleRanking, isText: boolean): Section[] {
  const title = "Sides compared";
  return [
    { kind: "steps", title: "Working", steps: rankingWorking(ranking) },
    { kind: "title", text: title },
    { kind: "sheet", sheet: fittedSides(inOrder(ranking), ["share", "perThousandPerDay"], isText), caption: title },
  ];
}

/** The sides by what is ranked first, the least first. */
export function inOrder({ sides, ranks }: BattleRanking): BattleSide[] {
  const { of } = ranks[0]!;
  return [...sides].sort((a, b) => a[of].compare(b[of]));
}

/** Each value with its percentile, and three points of the sides. */
function ranksSheet({ ranks }: BattleRanking): Sheet {
  const heads = ["value", "percentile", "10% lost less", "median", "90% lost less"];
  return {
    heads: ["", ...heads],
    rows: ranks.map(({ of, value, below, points: { p10, p50, p90 } }) => {
      const { unit, name } = RANKED_AS[of];
      const print = RESULT[unit];
      return [name, compact(value, print), compact(below, percentile), ...[p10, p50, p90].map(print)];
    }),
    numbers: [false, ...heads.map(() => true)],
  };
}

/** What a usual page has room for. */
const USUAL_WIDTH = 80;
const BATTLE_ROOM = 23;
const SIDE_ROOM = 16;

/** The sides with their names, which a text has in short if its table would be wider than a usual page. */
function fittedSides(sides: readonly BattleSide[], measures: readonly Ranked[], isText: boolean): Sheet {
  const whole = sidesSheet(sides, measures);
  if (!isText || sheetWidth(whole) <= USUAL_WIDTH) return whole;
  return sidesSheet(sides, measures, { battle: measures.length > 1 ? BATTLE_ROOM - 4 : BATTLE_ROOM, side: SIDE_ROOM });
}

function sidesSheet(
  sides: readonly BattleSide[],
  measures: readonly Ranked[],
  room?: { readonly battle: number; readonly side: number },
): Sheet {
  return {
    heads: ["battle", "side", "strength", "lost", "days", ...measures.map((of) => (of === "share" ? "share" : "rate"))],
    numbers: [false, false, true, true, true, ...measures.map(() => true)],
    rows: sides.map((side) => [
      battleTitle(side, room?.battle),
      room ? shortName(side.belligerent, room.side) : side.belligerent,
      people(Rational.of(side.strength)),
      people(Rational.of(side.losses)),
      String(side.days),
      ...measures.map((of) => RESULT[RANKED_AS[of].unit](side[of])),
    ]),
  };
}

/** With fewer sides, other sizes or lengths can give a very different percentile. */
const MANY_SIDES = 50;

/** What the comparison can and cannot say. */
export function worthOf(ranking: BattleRanking): string[] {
  return [
    "These are battles, not campaigns or wars. They may place a figure, but they never support it.",
    ...ownRemarks(ranking),
    "Strength means the people at the start of the battle for three quarters of the sides, and everyone who was engaged for most of the others. Losses are battle casualties.",
    "Sides with more losses than strength, as at the First Somme, are left out: their reinforcements are not counted.",
    "The authors warn that the data still has mistakes. Both sides of a battle count, and some battles are parts of others.",
  ];
}

/** What is to be said of these losses and these sides. */
export function ownRemarks({ losses: { days, estimate }, sides }: BattleRanking): string[] {
  const lacks = CATEGORIES.filter((category) => estimate && !estimate.covers.includes(category));
  const longest = Math.max(...sides.map((side) => side.days));
  return [
    ...(sides.length < MANY_SIDES
      ? [
          `Only ${numberWord(sides.length)} sides are compared, so a percentile can change a lot with the sizes, lengths and years that are chosen.`,
        ]
      : []),
    ...(lacks.includes("wounded")
      ? [`The losses that are ranked leave out the wounded, whom these battles count. All of them would rank higher.`]
      : []),
    ...(days && days.low.compare(Rational.of(longest)) > 0
      ? [
          `None of these battles lasted as long as the period: the longest took ${numberWord(longest)} ${longest === 1 ? "day" : "days"}.`,
        ]
      : []),
  ];
}

/** The battles and their licence, for pages that list their sources with links. */
export function battleSources(): Source[] {
  const { name, title, authors, version, url, licence, licenceUrl } = BATTLE_SOURCE;
  return [
    {
      of: "past battles",
      who: `${name} ${version}`,
      note: `contains information from ${title} (${authors}), made available under the Open Data Commons Attribution License (${licence})`,
      url,
    },
    { of: "licence of the battles", who: "Open Data Commons Attribution License", url: licenceUrl },
  ];
}

/** The source and its licence. */
function sourceText(): string {
  const { name, title, authors, version, url, licence, licenceUrl } = BATTLE_SOURCE;
  return `Contains information from ${name} ${version} (${title}; ${authors}), ${url}, which is made available under the Open Data Commons Attribution License (${licence}), ${licenceUrl}`;
}
