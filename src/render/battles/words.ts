import type { Range, Unit } from "../../core/range.ts";
import { ONE, Rational, ZERO } from "../../core/rational.ts";
import { inWords, type Print, people, RESULT } from "../../notation/print.ts";
import type { BattleRank, BattleRanking, Ranked } from "../../record/battle-ranks.ts";
import type { BattleSide } from "../../record/battles.ts";
import { capital } from "../capital.ts";
import { withRemark } from "../remark.ts";
import { shortName } from "../short-name.ts";
import { comparedInShort } from "./compared.ts";

/** What is ranked: its unit, and its name in tables. */
export const RANKED_AS: Readonly<Record<Ranked, { readonly unit: Unit; readonly name: string }>> = {
  share: { unit: "share", name: "share lost" },
  perThousandPerDay: { unit: "perThousand", name: "per 1,000 a day" },
};

/** "Meuse-Argonne II 1918", cut to `room` before its year. A name may have its year already: "Picardy 1918, II". */
export function battleTitle({ battle, year }: BattleSide, room = battle.length): string {
  const name = battle.replace(new RegExp(`^${year} | ${year},`), "");
  return `${shortName(name, room)} ${year}`;
}

const HUNDRED = Rational.of(100);

/** A percentile as a whole number. Only what is below or above all sides is 0 or 100. */
export const percentile: Print = (below) => {
  const hundred = below.times(HUNDRED);
  if (below.equals(ZERO) || below.equals(ONE)) return hundred.toFixed(0);
  return String(Math.min(Math.max(Number(hundred.round()), 1), 99));
};

/** How a sentence names what is ranked, and the losses below it. */
const SAID: Readonly<Record<Ranked, { readonly what: string; readonly less: string }>> = {
  share: { what: "lost", less: "less than" },
  perThousandPerDay: { what: "per 1,000 a day", less: "less a day than" },
};

/** A sentence for each value that is ranked. The first says which sides are compared. */
export function rankSentences(ranking: BattleRanking): string[] {
  return ranking.ranks.map((rank, at) => rankSentence(rank, at === 0 ? comparedInShort(ranking) : SAME_SIDES));
}

export const SAME_SIDES = "the same sides";

/**
 * "16.0% to 36.8% lost is between the 39th and the 83rd percentile: of 93 sides in past battles, 39% lost less than
 * 16.0%, and 83% less than 36.8%."
 */
function rankSentence(rank: BattleRank, sides: string): string {
  return `${placement(rank)}: of ${sides}, ${partsText(rank)}. ${middleText(rank)}.`;
}

/** "16.0% to 36.8% lost is between the 39th and the 83rd percentile of 93 sides in past battles." */
export const shortRankSentence = (rank: BattleRank, sides: number) =>
  `${placement(rank)} of ${people(Rational.of(sides))} sides in past battles.`;

type Placed = Pick<BattleRank, "of" | "value" | "below">;

const printOf = (of: Ranked): Print => RESULT[RANKED_AS[of].unit];

/** "16.0% to 36.8% lost is between the 39th and the 83rd percentile", with a remark on these losses in brackets. */
export function placement({ of, value, below }: Placed, remark = "", print = printOf(of)): string {
  const what = `${capital(inWords(value, print, "less"))} ${SAID[of].what}`;
  return `${remark === "" ? what : withRemark(what, remark)} is ${placeInWords(below)}`;
}

/** "39% lost less than 16.0%, and 83% less than 36.8%", of the sides that are named before or after that. */
export function partsText({ of, value, below }: Placed, ofSides = "", print = printOf(of)): string {
  const { less } = SAID[of];
  const part = (end: "low" | "high") => `${value.approximate ? "about " : ""}${partInWords(below[end])}`;
  const second = value.low.equals(value.high) ? "" : `, and ${part("high")} ${less} ${print(value.high)}`;
  return `${part("low")}${ofSides} lost ${less} ${print(value.low)}${second}`;
}

/** "Half of them lost less than 20.0%, and the middle 80% lost 7.5% to 51.0%". */
export function middleText({ of, value, points: { p10, p50, p90 } }: BattleRank): string {
  const print = RESULT[RANKED_AS[of].unit];
  return `Half of them lost less than ${apart(p50, [value.low, value.high], of)}, and the middle 80% lost ${print(p10)} to ${print(p90)}`;
}

/** A value with as many decimals as set it apart from others that it does not equal: 20.05%, next to 20.0%. */
function apart(value: Rational, others: readonly Rational[], of: Ranked): string {
  const { unit } = RANKED_AS[of];
  const print = RESULT[unit];
  if (!others.some((other) => !other.equals(value) && print(other) === print(value))) return print(value);
  return unit === "share" ? `${value.times(HUNDRED).toFixed(2)}%` : value.toFixed(3);
}

/** "at about the 39th percentile", "between the 39th and the 83rd percentile". */
function placeInWords({ low, high, openLow, openHigh, approximate }: Range): string {
  const [first, last] = [low, high].map((end) => `the ${ordinal(percentile(end))}`);
  const lower = openLow ? " (or lower)" : "";
  const higher = openHigh ? " (or higher)" : "";
  const about = approximate ? "about " : "";
  if (first === last) return `at ${about}${first} percentile${lower}${higher}`;
  return `${about}between ${first}${lower} and ${last} percentile${higher}`;
}

/** "39%", "none", "all". */
function partInWords(below: Rational): string {
  if (below.equals(ZERO)) return "none";
  return below.equals(ONE) ? "all" : `${percentile(below)}%`;
}

const ENDINGS: Readonly<Record<string, string>> = { 1: "st", 2: "nd", 3: "rd" };

function ordinal(digits: string): string {
  return digits + ((/^1\d$/.test(digits) ? undefined : ENDINGS[digits.at(-1)!]) ?? "th");
}
