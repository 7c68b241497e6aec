import { CATEGORIES, type Category, REPORTED, type Reported } from "./categories.ts";
import { exact, type Rate } from "./figure.ts";
import type { Force } from "./inputs.ts";
import { listsIn } from "./lists.ts";
import { ratioOf } from "./named.ts";
import { periodOf } from "./period.ts";
import { perKilled } from "./quantities.ts";
import { closed, type Range } from "./range.ts";
import { greatest, ONE, type Rational, ZERO } from "./rational.ts";
import { givenCategories, isKilledGiven, type Scenario } from "./scenario.ts";
import { type Given, RANK, Solution } from "./solve.ts";
import type { Combination, Form } from "./sources.ts";

/** The quantity that a report states, by what it reports and in which form. */
export function quantityStated(of: Reported, form: Form): string {
  if (form === "multiplier") return perKilled(of as Category);
  if (of !== "casualties") return form === "count" ? of : `${of} ${RATE[form]}`;
  if (form === "count") return "out of action";
  return form === "force" ? "share" : `losses ${RATE[form]}`;
}

const RATE = { force: "share", day: "a day", "force and day": "per head a day" } as const;

/** The rank of a report, by the form in which it states its loss. */
export const RANK_OF: Readonly<Record<Form, number>> = {
  count: RANK.count,
  multiplier: RANK.ratio,
  force: RANK.share,
  day: RANK.pace,
  "force and day": RANK.pace,
};

/** Every quantity that a scenario states, with one force or none. */
export function givenIn(scenario: Scenario, combinations: readonly Combination[], force?: Force): Map<string, Given> {
  const given = new Map<string, Given>();
  const add = (of: string, rank: number, value: Range | undefined) => value && given.set(of, { value, rank });
  for (const { of, form, value } of combinations) add(quantityStated(of, form), RANK_OF[form], value);
  const { died, returned, share, per, until, pace } = scenario;
  const lists = listsIn(scenario);
  add("first list", RANK.count, lists?.first);
  add("second list", RANK.count, lists?.second);
  add("on both lists", RANK.count, lists?.both);
  add("others per killed", RANK.ratio, ratioIn(scenario));
  add("share who died", RANK.ratio, died);
  add("returned", RANK.condition, returned);
  add("force", RANK.condition, force && exact(force.figure));
  // If there are several forces, this is the force that the share names.
  if (share) add("share", RANK.share, share.share);
  // A total that may have been revised downwards gives no pace.
  const isRevised = combinations.some(({ value }) => value.low.compare(ZERO) < 0);
  add("days", RANK.condition, isDaily(scenario) ? closed(ONE) : isRevised ? undefined : periodOf(scenario)?.days);
  add("amount", RANK.condition, per);
  if (until) add("lost so far", RANK.condition, latestTotal(scenario, combinations));
  addRecruits(scenario, given);
  add("pace", RANK.condition, pace);
  // If only a pace is known, nothing has been lost so far.
  const from = isDaily(scenario) ? " from now" : "";
  if (until?.of === "force") add(`target share${from}`, RANK.condition, until.share);
  if (until?.of === "people") add(`target${from}`, RANK.condition, exact(until.figure));
  if (until?.of === "amount") add("target amount", RANK.condition, until.amount);
  return withFloor(given);
}

/** Whether only categories are given, so that they are divided by a ratio to get the killed. */
export function isDivided(scenario: Scenario): boolean {
  return givenCategories(scenario).length > 0 && !isKilledGiven(scenario) && !scenario.casualties?.length;
}

/** The categories that a ratio belongs to because only they are given; none if the killed or the casualties are. */
export function dividedCategories(scenario: Scenario): Category[] {
  return isDivided(scenario) ? [...new Set(givenCategories(scenario).map(([category]) => category))] : [];
}

/**
 * The ratio. If it is a named case and only counts of some categories are given, the ratio of those categories alone.
 */
function ratioIn(scenario: Scenario): Range | undefined {
  const { ratio } = scenario;
  const categories = dividedCategories(scenario);
  if (!ratio?.named || categories.length === 0) return ratio;
  const own = ratioOf(ratio.named, categories);
  return own ? closed(own) : ratio;
}

/** Whether everything is calculated for one day, because losses are paces and no period is stated. */
export function isDaily(scenario: Scenario): boolean {
  return rates(scenario).some(({ per }) => per !== "force") && periodOf(scenario) === undefined;
}

/**
 * The losses that are stated as a rate. A plain loop, because every row of a table calls this and most have no rates.
 */
export function rates(scenario: Scenario): readonly Rate[] {
  let found: Rate[] = NONE;
  for (const of of REPORTED) {
    const losses = scenario[of];
    if (!losses) continue;
    for (const loss of losses) if ("rate" in loss && loss.rate) found = [...found, loss.rate];
  }
  return found;
}

const NONE: Rate[] = [];

/** The losses that are stated as a pace. */
export function paces(scenario: Scenario): Rate[] {
  return rates(scenario).filter(({ per }) => per !== "force");
}

/** If the losses are changes of totals, the losses so far are calculated from the latest totals. */
function latestTotal(scenario: Scenario, combinations: readonly Combination[]): Range | undefined {
  if (!combinations.some(({ rule }) => rule === "change")) return undefined;
  // A count next to the totals covers only the period.
  if (combinations.some(({ rule, form }) => rule !== "change" && form !== "multiplier")) return undefined;
  const latest = combinations.map((combination) =>
    combination.rule === "change"
      ? { ...combination, rule: "envelope" as const, value: combination.used.at(-1)!.value }
      : combination,
  );
  return new Solution(givenIn(scenario, latest)).get("out of action");
}

/** Adds up streams of recruits: as a pace if all of them are paces, otherwise as people in the period. */
function addRecruits({ recruits = [] }: Scenario, given: Map<string, Given>): void {
  const counts = recruits.flatMap(({ figure }) => (figure ? [exact(figure)] : []));
  const paced = recruits.flatMap(({ rate }) => rate ?? []);
  const add = (of: string, streams: readonly Range[]) => {
    if (streams.length > 0) given.set(of, { value: streams.reduce(sum), rank: RANK.condition });
  };
  const isMixed = counts.length > 0 && paced.length > 0;
  add(isMixed ? "recruits counted" : "recruits", counts);
  add(isMixed ? "recruits paced" : "recruits a day", paced);
}

function sum(a: Range, b: Range): Range {
  return {
    low: a.low.plus(b.low),
    high: a.high.plus(b.high),
    openLow: a.openLow || b.openLow,
    openHigh: a.openHigh || b.openHigh,
    approximate: a.approximate || b.approximate,
  };
}

/** The totals that can be given: of people, or of people a day. */
const TOTALS = [
  { of: "out of action", isPace: false },
  { of: "losses a day", isPace: true },
] as const;

/** Raises a total with an open high end to the sum of its parts, which it can never be below. */
function withFloor(given: Map<string, Given>): Map<string, Given> {
  for (const { of, isPace } of TOTALS) {
    const total = given.get(of);
    if (!total?.value.openHigh) continue;
    const floor = ["killed", ...CATEGORIES].reduce((sum, part) => sum.plus(leastOf(part, isPace, given)), ZERO);
    const raised = (end: Rational) => greatest([end, floor]);
    const { low, best, high } = total.value;
    const value = { ...total.value, low: raised(low), best: best && raised(best), high: raised(high) };
    given.set(of, { ...total, value });
  }
  return given;
}

/** The least that one category adds to a total, as people or as people a day; 0 if that is not known. */
function leastOf(part: string, isPace: boolean, given: ReadonlyMap<string, Given>): Rational {
  const [count, pace, days] = [part, `${part} a day`, "days"].map((name) => given.get(name)?.value);
  const [own, other] = isPace ? [pace, count] : [count, pace];
  if (own) return own.openLow ? ZERO : own.low;
  if (!other || other.openLow || !days || (isPace ? days.openHigh : days.openLow)) return ZERO;
  return isPace ? other.low.over(days.high) : other.low.times(days.low);
}
