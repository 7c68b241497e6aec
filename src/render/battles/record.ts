import type { Caveat } from "../../core/caveats/caveat.ts";
import { defined } from "../../core/defined.ts";
import type { BattleRank, BattleRanking, Limits, PlaceAmong, Ranked } from "../../record/battle-ranks.ts";
import { BATTLE_SOURCE, type BattleSide } from "../../record/battles.ts";
import type { Era } from "../../record/scope.ts";
import { caveatSentence } from "../caveats.ts";
import { snakeCase, valueCells } from "../compare/rows.ts";
import { type Count, type RangeRecord, rangeRecord, sixDecimals } from "../record/range.ts";
import { type Separation, separatedText } from "../separated.ts";
import type { WorkedStep } from "../worked-step.ts";
import { comparedText } from "./compared.ts";
import { inOrder, worthOf } from "./sections.ts";
import { RANKED_AS, rankSentences } from "./words.ts";
import { rankingWorking } from "./working.ts";

interface SideRecord extends Omit<BattleSide, "id" | Ranked> {
  readonly share: Count;
  readonly perThousandPerDay: Count;
}

interface RankRecord {
  readonly of: Ranked;
  readonly value: RangeRecord;
  readonly below: RangeRecord;
  readonly places: Readonly<Partial<Record<"low" | "best" | "high", PlaceAmong>>>;
  readonly points: { readonly p10: Count; readonly p50: Count; readonly p90: Count };
}

/** The ranking for programs. Within a version, fields are only added. */
export interface RankingRecord {
  readonly schema: "loss-calc/past";
  readonly version: 1;
  readonly force?: RangeRecord;
  readonly days?: RangeRecord;
  readonly compared: {
    readonly sides: number;
    readonly battles: number;
    readonly text: string;
    readonly era: Era;
    readonly strength: Limits;
    readonly days: Limits;
  };
  readonly ranks: readonly RankRecord[];
  readonly nearest: readonly SideRecord[];
  /** Every side that is compared, in the order of the first rank; only on request. */
  readonly sides?: readonly SideRecord[];
  readonly sentence: string;
  readonly worth: readonly string[];
  readonly caveats: readonly (Caveat & { readonly message: string })[];
  readonly source: typeof BATTLE_SOURCE;
  readonly working: readonly WorkedStep[];
}

export function rankingRecord(ranking: BattleRanking, explain: boolean): RankingRecord {
  const { losses, ranks, sides, battles, nearest, selection } = ranking;
  const { force, days, estimate } = losses;
  return {
    schema: "loss-calc/past",
    version: 1,
    ...defined({ force: force && rangeRecord(force, "people"), days: days && rangeRecord(days, "days") }),
    compared: {
      sides: sides.length,
      battles,
      text: comparedText(ranking),
      era: defined(selection.era),
      strength: defined(selection.strength),
      days: defined(selection.days),
    },
    ranks: ranks.map(rankRecord),
    nearest: nearest.map(sideRecord),
    ...(explain ? { sides: inOrder(ranking).map(sideRecord) } : {}),
    sentence: rankSentences(ranking).join(" "),
    worth: worthOf(ranking),
    caveats: (estimate?.caveats ?? []).map((caveat) => ({ ...caveat, message: caveatSentence(caveat) })),
    source: BATTLE_SOURCE,
    working: rankingWorking(ranking),
  };
}

function sideRecord({ id: _, share, perThousandPerDay, ...side }: BattleSide): SideRecord {
  return { ...side, share: sixDecimals(share), perThousandPerDay: sixDecimals(perThousandPerDay) };
}

function rankRecord({ of, value, below, places, points: { p10, p50, p90 } }: BattleRank): RankRecord {
  return {
    of,
    value: rangeRecord(value, RANKED_AS[of].unit),
    below: rangeRecord(below, "share"),
    places,
    points: { p10: sixDecimals(p10), p50: sixDecimals(p50), p90: sixDecimals(p90) },
  };
}

/** The columns of CSV and TSV. There is a row for each value that is ranked. */
const COLUMNS = [
  ...["quantity", "low", "best", "high", "open", "approximate"],
  ...["below_low", "below_best", "below_high", "p10", "p50", "p90", "sides", "battles"],
  ...["from_year", "to_year", "min_force", "max_force", "min_days", "max_days", "source", "caveats", "remarks"],
];

/**
 * The ranks as a table of values with six decimals. `below` is the part of the sides that lost less. The remarks say what
 * the comparison is worth.
 */
export function rankingRows(ranking: BattleRanking, separation: Separation): string {
  const { losses, ranks, sides, battles, selection } = ranking;
  const { era, strength, days } = selection;
  const { name, version, url, licence } = BATTLE_SOURCE;
  const limits = [era.from, era.to, strength.min, strength.max, days.min, days.max].map((limit) => `${limit ?? ""}`);
  const rows = ranks.map(({ of, value, below, points: { p10, p50, p90 } }) => [
    snakeCase(of),
    ...valueCells(value, RANKED_AS[of].unit),
    ...[below.low, below.best, below.high].map((end) => end?.toFixed(6) ?? ""),
    ...[p10, p50, p90].map((point) => point.toFixed(6)),
    ...[sides.length, battles].map(String),
    ...limits,
    `${name} ${version}, ${url}, ${licence}`,
    [...new Set(losses.estimate?.caveats.map(({ code }) => code))].join(" "),
    worthOf(ranking).join(" "),
  ]);
  return separatedText([COLUMNS, ...rows], separation);
}
