import type { Estimate, ForceShare } from "../core/estimate.ts";
import { exact, type Ratio } from "../core/figure.ts";
import { roundedUp } from "../core/goal.ts";
import type { Range } from "../core/range.ts";
import { ONE, Rational } from "../core/rational.ts";
import { CATEGORIES, givenCategories, isKilledAlone } from "../core/scenario.ts";
import { shareRangeInWords } from "../core/share.ts";
import type { Combination } from "../core/sources.ts";
import { compact, decimal, inWords, type Print, people, percent, significant, typed } from "../notation/print.ts";
import { list } from "./list.ts";
import { namedRate, ratioName } from "./named.ts";
import { datesText, untilText } from "./outline.ts";
import { printOf } from "./quantity.ts";

/**
 * One sentence to quote, and one more for each thing besides the losses that was asked for. What is approximate, or
 * computed with a coverage, is written with "about" and three significant digits; the rest as it was given or follows.
 */
export function sentenceOf(estimate: Estimate): string {
  const { scenario, net, shares, isDaily } = estimate;
  const write = writer(estimate);
  const returned = net && scenario.wounded ? `, or ${write(net)} net of the wounded who returned` : "";
  const back = net && !scenario.wounded ? `, or ${write(net)} net of those who returned` : "";
  const of = shares.map((share) => ofForce(share, scenario.coverage !== undefined)).join("; ");
  const day = isDaily ? " a day" : "";
  const joint = of && (estimate.asked.includes("share who died") ? "; " : ": ");
  const sentence = `${subject(estimate, write)}${day}${returned}${back}${joint}${of}.`;
  const who = [scenario.side, scenario.asOf && `as of ${scenario.asOf.text}`].filter(Boolean).join(", ");
  const main = who ? `${who}: ${sentence}` : sentence;
  return [main.charAt(0).toUpperCase() + main.slice(1), ...further(estimate)].join(" ");
}

type Write = (range: Range) => string;

/** Writes people that were computed. */
function writer({ scenario, isDaily }: Estimate): Write {
  const print: Print = isDaily ? decimal : people;
  const rounded: Print = (value) => print(significant(value, 3));
  return (range) =>
    range.approximate || scenario.coverage ? inWords({ ...range, approximate: true }, rounded) : inWords(range, print);
}

/** "6,000 killed, 3 wounded for each and 389 captured". */
function sumOf(parts: readonly string[]): string {
  return `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}

function subject(estimate: Estimate, write: Write): string {
  const { scenario, solution, combinations } = estimate;
  const killed = solution.get("killed");
  const casualties = combinations.find(({ of }) => of === "casualties");
  const outOfAction = solution.get("out of action")!;
  if (estimate.asked.includes("share who died")) return pairOf(estimate, write);
  if (casualties) {
    const dead = killed ? `, of whom ${write(killed)} killed if there were ${others(estimate).join(" and ")}` : "";
    return `${stated(casualties, outOfAction, write)} casualties${dead}`;
  }
  if (isKilledAlone(scenario)) return `${write(killed!)} ${deadIn(estimate)}`;
  const dead = killed && solution.derivation("killed") === undefined ? [`${write(killed)} ${deadIn(estimate)}`] : [];
  const parts = [...dead, ...others(estimate)];
  const result =
    killed && dead.length === 0 ? `${write(killed)} killed, and ${write(outOfAction)}` : write(outOfAction);
  return parts.length === 1 ? parts[0]! : `${sumOf(parts)} make ${result} out of action`;
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
function pairOf({ solution }: Estimate, write: Write): string {
  const [killed, casualties] = [solution.get("killed")!, solution.get("out of action")!];
  const [ratio, died] = [solution.get("others per killed"), solution.get("share who died")];
  const each = ratio ? `${inWords(ratio, decimal)} others for each, and ` : "";
  const share = died ? `: ${each}${inWords(died, percent, "less")} of the casualties died` : "";
  return `${write(casualties)} casualties, of whom ${write(killed)} killed${share}`;
}

/** What the killed are multiplied by or added to, as it was given. */
function others({ scenario, solution }: Estimate): string[] {
  const { ratio, died } = scenario;
  const categories = givenCategories(scenario).map(([category, loss]) => {
    if (loss.kind === "multiplier") return perKilled(loss.ratio, category);
    if (loss.kind === "rate") return `${inWords(solution.get(category)!, people)} ${category}`;
    return `${inWords(exact(loss.figure), people)} ${category}`;
  });
  if (died) return [...categories, `${inWords(died, percent)} of all losses were deaths`];
  return ratio ? [...categories, perKilled(ratio, eachOf(ratio.named?.covers ?? CATEGORIES))] : categories;
}

/** "wounded, captured, missing or deserted". */
function eachOf(covers: readonly string[]): string {
  return list(covers).replace(" and ", " or ");
}

/** "3 wounded for each", and for a ratio with a name, which. */
function perKilled(ratio: Ratio, whom: string): string {
  const { named, quotient } = ratio;
  const print = named ? namedRate(named) : quotient ? decimal : typed;
  return `${inWords(ratio, print)} ${whom} for each${named ? ` (${ratioName(named)})` : ""}`;
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
  const { share, until } = scenario;
  return [
    ...(asks("force") ? [`That is ${inWords(share!.share, percent)} of a force of ${said("force", estimate)}.`] : []),
    ...ratesOf(estimate),
    ...(asks("balance") ? [balanceOf(estimate)] : []),
    ...(asks("days to go") ? [goalOf(estimate)] : []),
    ...(goal?.outcome === "never" ? [`At this pace ${untilText(until!)} is never reached.`] : []),
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
      ? [`${said("losses a day", estimate)} a day over ${said("days", estimate)} days`]
      : []),
    ...(scenario.per ? [`${said("losses per unit", estimate)} for each ${scenario.per.unit}`] : []),
  ];
  return rates.length > 0 ? [`That is ${rates.join(", and ")}.`] : [];
}

/** "Recruits are short of that by 423 to 523." */
function balanceOf({ solution, isDaily }: Estimate): string {
  const balance = solution.get("balance")!;
  const day = isDaily ? " a day" : "";
  const zero = Rational.of(0);
  if (balance.high.compare(zero) <= 0)
    return `Recruits fall short of that by ${inWords(opposite(balance), people)}${day}.`;
  if (balance.low.compare(zero) >= 0) return `Recruits exceed that by ${inWords(balance, people)}${day}.`;
  return `With recruits the balance is ${compact(balance, people)}${day}.`;
}

function opposite({ low, best, high, openLow, openHigh, approximate }: Range): Range {
  const turned = (value: Rational) => Rational.of(0).minus(value);
  return {
    low: turned(high),
    best: best && turned(best),
    high: turned(low),
    openLow: openHigh,
    openHigh: openLow,
    approximate,
  };
}

/** "At this pace 100% of the force is reached after 158 more days, on 2025-04-16." */
function goalOf(estimate: Estimate): string {
  const { days, date, outcome, until } = estimate.goal!;
  const target = until.of === "force" ? `${untilText(until)} of the force` : untilText(until);
  if (outcome === "reached") return `Already reached: ${target}.`;
  const up: Print = (value) => people(Rational.of(roundedUp(value)));
  const on = date && datesText(date);
  const when = on ? `, ${date.from === date.to ? "on" : "from"} ${on}` : "";
  const cost = estimate.asked.includes("losses by then")
    ? `, after ${said("losses by then", estimate)} casualties`
    : "";
  return `At this pace ${target} is reached in ${inWords(days!, up)} more days${when}${cost}.`;
}
