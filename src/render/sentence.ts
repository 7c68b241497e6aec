import type { Estimate, ForceShare } from "../core/estimate.ts";
import { exact, type Ratio } from "../core/figure.ts";
import { roundedUp } from "../core/goal.ts";
import type { Range } from "../core/range.ts";
import { ONE, Rational, ZERO } from "../core/rational.ts";
import { CATEGORIES, isKilledAlone } from "../core/scenario.ts";
import { shareRangeInWords } from "../core/share.ts";
import type { Combination } from "../core/sources.ts";
import { decimal, inWords, type Print, people, percent, significant } from "../notation/print.ts";
import { list } from "./list.ts";
import { printOfRatio, ratioName } from "./named.ts";
import { datesText, untilText } from "./outline.ts";
import { printOf } from "./quantity.ts";
import { inDays } from "./quantity-words.ts";

/**
 * One sentence to quote, and one more for each thing besides the losses that was asked for. What is approximate, or
 * computed with a coverage, is written with "about" and three significant digits; the rest as it was given or follows.
 */
export function sentenceOf(estimate: Estimate): string {
  const { scenario, shares } = estimate;
  const write = writer(estimate);
  const of = shares.map((share) => ofForce(share, scenario.coverage !== undefined)).join("; ");
  // A pair has a colon of its own.
  const joint = of && (estimate.asked.includes("share who died") ? "; " : ": ");
  const sentence = `${subject(estimate, write)}${netOf(estimate, write)}${joint}${of}.`;
  const date = scenario.asOf && `as of ${scenario.asOf.text}`;
  const who = [scenario.side, date].filter(Boolean).join(", ");
  const main = who ? `${who}${scenario.side === undefined ? "," : ":"} ${sentence}` : sentence;
  return [main.charAt(0).toUpperCase() + main.slice(1), ...further(estimate)].join(" ");
}

/** What is left without those who returned. */
function netOf({ scenario, net, asked }: Estimate, write: Write): string {
  if (!net) return "";
  const who = scenario.wounded ? "the wounded who returned" : "those who returned";
  return asked.includes("share who died") ? `; net of ${who}, ${write(net)}` : `, or ${write(net)} net of ${who}`;
}

type Write = (range: Range) => string;

/** Writes people that were computed. */
function writer({ scenario, isDaily }: Estimate): Write {
  const print: Print = isDaily ? decimal : people;
  const rounded: Print = (value) => print(significant(value, 3));
  return (range) =>
    range.approximate || scenario.coverage ? inWords({ ...range, approximate: true }, rounded) : inWords(range, print);
}

function subject(estimate: Estimate, write: Write): string {
  const { scenario, solution, combinations, isDaily } = estimate;
  const day = isDaily ? " a day" : "";
  const killed = solution.get("killed");
  const casualties = combinations.find(({ of }) => of === "casualties");
  const outOfAction = solution.get("out of action")!;
  if (estimate.asked.includes("share who died")) return pairOf(estimate, write, day);
  const isTotal = casualties ?? solution.derivation("out of action")?.inputs.share;
  if (isTotal) {
    const besides = others(estimate, write);
    const condition = besides.length > 0 ? ` if there were ${list(besides)}` : "";
    const dead = killed ? `, of whom ${write(killed)} killed${condition}` : "";
    const all = casualties ? stated(casualties, outOfAction, write) : write(outOfAction);
    return `${all} casualties${day}${dead}`;
  }
  if (isKilledAlone(scenario)) return `${write(killed!)} ${deadIn(estimate)}${day}`;
  const result = `${write(outOfAction)} out of action${day}`;
  const isKilledGiven = combinations.some(({ of }) => of === "killed");
  const counted = categoriesIn(estimate, write);
  if (!isKilledGiven && killed && scenario.ratio) {
    // Of a case by its name, only its numbers for these categories are used.
    const used = { ...scenario.ratio, ...solution.given.get("others per killed")?.value };
    return `${list(counted)}, at ${perKilled(used, "", " killed")}, make ${write(killed)} killed and ${result}`;
  }
  const dead = isKilledGiven ? [`${write(killed!)} ${deadIn(estimate)}`] : [];
  if (scenario.ratio && counted.length > 0) {
    return `${list([...dead, ratioIn(scenario.ratio)])} make ${result}, of whom ${list(counted)}`;
  }
  const parts = [...dead, ...others(estimate, write)];
  return parts.length === 1 ? `${parts[0]!}${day}` : `${list(parts)} make ${result}`;
}

/** "killed", or who of them is asked for: "fighters killed". */
function deadIn({ scenario }: Estimate): string {
  return scenario.of ? `${scenario.of.label} killed` : "killed";
}

/** The casualties as they were given, or as several sources or a rate make them. */
function stated({ form, all }: Combination, value: Range, write: Write): string {
  return form === "count" && all.length === 1 ? inWords(value, people) : write(value);
}

/** Killed and casualties, and what the two say of each other. */
function pairOf({ solution }: Estimate, write: Write, day: string): string {
  const [killed, casualties] = [solution.get("killed")!, solution.get("out of action")!];
  const [ratio, died] = [solution.get("others per killed"), solution.get("share who died")];
  const each = ratio ? `${inWords(ratio, decimal)} others for each, and ` : "";
  const share = died ? `: ${each}${inWords(died, percent, "less")} of the casualties died` : "";
  return `${write(casualties)} casualties${day}, of whom ${write(killed)} killed${share}`;
}

/** What the killed are multiplied by or added to. */
function others(estimate: Estimate, write: Write): string[] {
  const { ratio } = estimate.scenario;
  return [...categoriesIn(estimate, write), ...(ratio ? [ratioIn(ratio)] : [])];
}

/** Each category as it was given, or as its sources together make it. */
function categoriesIn({ scenario, solution, combinations }: Estimate, write: Write): string[] {
  return CATEGORIES.flatMap((category) => {
    const [loss, another] = scenario[category] ?? [];
    if (!loss) return [];
    if (!another && loss.kind === "multiplier") return [perKilled(loss.ratio, ` ${category}`)];
    if (!another && loss.kind === "count") return [`${inWords(exact(loss.figure), people)} ${category}`];
    const { form, value } = combinations.find(({ of }) => of === category)!;
    return [
      form === "multiplier"
        ? `${inWords(value, decimal)} ${category} for each`
        : `${write(solution.get(category)!)} ${category}`,
    ];
  });
}

/** "3 wounded, captured, missing or deserted for each". */
function ratioIn(ratio: Ratio): string {
  return perKilled(ratio, ` ${eachOf(ratio.named?.covers ?? CATEGORIES)}`);
}

/** "wounded, captured, missing or deserted". */
function eachOf(covers: readonly string[]): string {
  return list(covers).replace(" and ", " or ");
}

/** "3 wounded for each", and for a ratio with a name, which. */
function perKilled(ratio: Ratio, whom: string, dead = ""): string {
  const { named } = ratio;
  return `${inWords(ratio, printOfRatio(ratio))}${whom} for each${dead}${named ? ` (${ratioName(named)})` : ""}`;
}

function ofForce({ force, share, netShare }: ForceShare, rough: boolean): string {
  const write: Write = (range) =>
    range.approximate || rough
      ? inWords({ ...range, approximate: true }, roughPercent, "less")
      : inWords(range, percent, "less");
  const size = inWords(exact(force.figure), people);
  const name = force.label ? ` (${force.label})` : "";
  const net = netShare ? ` (net ${write(netShare)})` : "";
  return `${write(share)}${net} of a force of ${size}${name}, ${shareRangeInWords(share)}`;
}

/** Three digits at most: "18.7%", "133%". */
const roughPercent: Print = (value) =>
  value.compare(ONE) < 0 ? percent(value) : `${people(significant(value.times(HUNDRED), 3))}%`;
const HUNDRED = Rational.of(100);

/** A sentence for each thing that was asked for besides the losses. */
function further(estimate: Estimate): string[] {
  const { asked, scenario, goal } = estimate;
  const asks = (name: string) => asked.includes(name);
  const { share } = scenario;
  return [
    ...(asks("force") ? [`That is ${inWords(share!.share, percent)} of a force of ${said("force", estimate)}.`] : []),
    ...ratesOf(estimate),
    ...(asks("balance") ? [balanceOf(estimate)] : []),
    ...(asks("days to go") ? [goalOf(estimate)] : []),
    ...(goal?.outcome === "never" ? [`At this pace ${targetOf(goal)} is never reached.`] : []),
  ];
}

function said(name: string, { solution }: Estimate): string {
  return inWords(solution.get(name)!, printOf(name));
}

/** "That is 1,382 a day over 91 days, and 53.4 for each km2." */
function ratesOf(estimate: Estimate): string[] {
  const { asked, scenario } = estimate;
  const rates = [
    ...(asked.includes("losses a day")
      ? [`${said("losses a day", estimate)} a day over ${inDays(said("days", estimate))}`]
      : []),
    ...(scenario.per ? [`${said("losses per unit", estimate)} for each ${scenario.per.unit}`] : []),
  ];
  return rates.length > 0 ? [`That is ${rates.join(", and ")}.`] : [];
}

/** "Recruits fall short of that by 423 to 523 a day." */
function balanceOf({ solution, isDaily }: Estimate): string {
  const balance = solution.get("balance")!;
  const day = isDaily ? " a day" : "";
  const write = (range: Range) => `${inWords(range, isDaily ? decimal : people)}${day}`;
  if (balance.high.compare(ZERO) <= 0) return `Recruits fall short of that by ${write(opposite(balance))}.`;
  if (balance.low.compare(ZERO) >= 0) return `Recruits exceed that by ${write(balance)}.`;
  return `With recruits the balance is ${write(balance)}.`;
}

function opposite({ low, best, high, openLow, openHigh, approximate }: Range): Range {
  const turned = (value: Rational) => ZERO.minus(value);
  return {
    low: turned(high),
    best: best && turned(best),
    high: turned(low),
    openLow: openHigh,
    openHigh: openLow,
    approximate,
  };
}

/** The pace that was given for what is to come, or that of the period. */
function paceIn({ scenario }: Estimate): string {
  const { text = "this pace" } = scenario.pace ?? {};
  return /^\D/.test(text) && scenario.pace ? `a pace of ${text}` : text;
}

/** "At this pace 100% of the force is reached in 158 more days, on 2025-04-16." */
function goalOf(estimate: Estimate): string {
  const { days, date, outcome } = estimate.goal!;
  const target = targetOf(estimate.goal!);
  if (outcome === "reached") return `Already reached: ${target}.`;
  const up: Print = (value) => people(Rational.of(roundedUp(value)));
  const on = date && datesText(date);
  const before = date?.from === undefined ? "" : date.from === date.to ? "on " : "from ";
  const when = on ? `, ${before}${on}` : "";
  const cost = estimate.asked.includes("losses by then")
    ? `, after ${said("losses by then", estimate)} casualties`
    : "";
  const more = inWords(days!, up);
  return `At ${paceIn(estimate)} ${target} is reached in ${more} more ${more === "1" ? "day" : "days"}${when}${cost}.`;
}

/** "100% of the force", "5,000", "486,000 km2". */
function targetOf({ until }: NonNullable<Estimate["goal"]>): string {
  const text = untilText(until);
  return until.of === "force" && !/[a-z] *force$/i.test(text) ? `${text} of the force` : text;
}
