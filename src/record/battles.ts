import { Rational } from "../core/rational.ts";
import table from "./battles.json" with { type: "json" };

/** One side of one battle, as CDB90 has it: people, whole days, and the year in which the battle began. */
export interface BattleSide {
  /** The place of the battle in the table. */
  readonly id: number;
  readonly battle: string;
  readonly war: string;
  readonly year: number;
  /** From the first day to the last, both counted. */
  readonly days: number;
  readonly belligerent: string;
  /** The name of the force in the abbreviations of the source: "BR 4TH ARMY". */
  readonly force: string;
  readonly strength: number;
  readonly losses: number;
  /** Losses ÷ strength. */
  readonly share: Rational;
  readonly perThousandPerDay: Rational;
}

type Row = readonly [battle: string, war: number, year: number, days: number, ...sides: RowSide[]];
type RowSide = readonly [belligerent: number, force: string, strength: number, losses: number];

/** Where the battles are from, and under which licence. */
export const BATTLE_SOURCE = {
  name: table.name,
  title: table.title,
  authors: table.authors,
  version: table.version,
  url: table.url,
  licence: table.licence,
  licenceUrl: table.licenceUrl,
  changes: table.changes,
} as const;

/** Every side whose strength and losses are known. */
export const BATTLE_SIDES: readonly BattleSide[] = (table.battles as unknown as readonly Row[]).flatMap(
  ([battle, war, year, days, ...sides], id) =>
    sides.map(([belligerent, force, strength, losses]) => ({
      id,
      battle,
      war: table.wars[war]!,
      year,
      days,
      belligerent: table.belligerents[belligerent]!,
      force,
      strength,
      losses,
      share: Rational.of(losses, strength),
      perThousandPerDay: Rational.of(1000 * losses, strength * days),
    })),
);
