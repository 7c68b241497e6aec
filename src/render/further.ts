import type { Estimate } from "../core/estimate.ts";
import { type Goal, roundedUp } from "../core/goal.ts";
import { negated, type Range } from "../core/range.ts";
import { Rational, ZERO } from "../core/rational.ts";
import { decimal, inWords, type Print, people } from "../notation/print.ts";
import { dateInWords } from "./date-words.ts";
import { digitsAsWords } from "./number-word.ts";
import { datesText, untilText } from "./outline.ts";
import { isRateAsked, periodOf, ratesOf, resultInWords } from "./rates.ts";

/** A sentence that is quoted has the period in its first part, and the source of the recruits. */
interface Quoted {
  readonly recruits: string;
  /** Whether the first part has the pace. */
  readonly isPaceSaid: boolean;
}

/** A sentence for each thing that was asked for besides the losses. */
export function furtherSentences(estimate: Estimate, quoted?: Quoted): string[] {
  const { asked, goal } = estimate;
  const isWithRates = quoted !== undefined || !isRateAsked(estimate);
  const period = quoted ? "" : periodOf(estimate);
  const rates = isWithRates ? ratesOf(estimate, period, quoted?.isPaceSaid) : undefined;
  return [
    ...(rates ? [`${estimate.net ? "including those who returned, " : ""}that is ${rates}`] : []),
    ...(asked.includes("balance") ? [`${balanceOf(estimate)}${forceAtEnd(estimate)}${quoted?.recruits ?? ""}`] : []),
    ...(asked.includes("days to go") ? [goalOf(estimate)] : []),
    ...(!asked.includes("days to go") && asked.includes("further losses") ? [costOf(estimate)] : []),
    ...(goal?.outcome === "never"
      ? [`at this pace, ${lossesIn(estimate)} never reach ${targetOf(estimate, goal)}`]
      : []),
    ...(goal?.outcome === "may never" && !goal.days
      ? [`at this pace, ${lossesIn(estimate)} may never reach ${targetOf(estimate, goal)}`]
      : []),
  ];
}

/** "Recruits fall short of the losses by 423 to 523 a day". */
function balanceOf({ solution, isDaily }: Estimate): string {
  const losses = solution.get("net") ? "net losses" : "losses";
  const exactly = solution.get("balance")!;
  const balance = isDaily ? exactly : wholeRange(exactly);
  const day = isDaily ? " a day" : "";
  const write = (range: Range) => `${inWords(range, isDaily ? decimal : people)}${day}`;
  const { low, high, openLow, openHigh } = balance;
  if (high.compare(ZERO) <= 0 && !openHigh) return `recruits fall short of the ${losses} by ${write(negated(balance))}`;
  if (low.compare(ZERO) >= 0 && !openLow) return `recruits exceed the ${losses} by ${write(balance)}`;
  return `with recruits, the balance is ${write(balance)}`;
}

/** ", and the force at the end is 490,200 to 563,400". */
function forceAtEnd(estimate: Estimate): string {
  if (!estimate.asked.includes("force at the end")) return "";
  return `, and the force at the end is ${resultInWords("force at the end", estimate)}`;
}

/** Rounded first, so that it is the opposite of what the table shows. */
function wholeRange({ low, best, high, ...marks }: Range): Range {
  const whole = (value: Rational) => Rational.of(value.round());
  return { ...marks, low: whole(low), best: best && whole(best), high: whole(high) };
}

/** The pace that was given for the future, or else the pace of the period. */
function paceIn({ scenario }: Estimate): string {
  const { text = "this pace" } = scenario.pace ?? {};
  return /^\D/.test(text) && scenario.pace ? `a pace of ${text}` : text;
}

/**
 * "At this pace, losses reach 100% of the force in 158 more days, on 2025-04-16", or "another 486,000 km2 would take …".
 */
function goalOf(estimate: Estimate): string {
  const { days, date, outcome } = estimate.goal!;
  const target = targetOf(estimate, estimate.goal!);
  if (outcome === "reached") return `${totalIn(estimate)} have reached ${target} already`;
  const up: Print = (value) => people(Rational.of(roundedUp(value)));
  const when = date && dayOf(date);
  const time = digitsAsWords(inWords(days!, up));
  const unit = time === "one" ? "day" : "days";
  if (estimate.goal!.until.of === "amount") {
    const cost = estimate.asked.includes("further losses") ? ` and ${furtherLosses(estimate)}` : "";
    return `at ${paceIn(estimate)}, another ${target} would take ${time} ${unit}${when ? ` (and end ${when})` : ""}${cost}`;
  }
  return `at ${paceIn(estimate)}, ${lossesIn(estimate)} reach ${target} in ${time} more ${unit}${when ? `, ${when}` : ""}`;
}

/** "on 16 April 2025", "between 26 September 2026 and 18 March 2032", "by 18 March 2032". */
function dayOf(date: NonNullable<Goal["date"]>): string | undefined {
  const text = datesText(date, (day) => dateInWords({ text: day }));
  if (text === undefined || date.from === undefined) return text;
  const [first, last] = text.split(" to ");
  return last === undefined ? `on ${first}` : `between ${first} and ${last}`;
}

/** "Another 6,500 sq km would cost 409,545 more casualties", if there is no pace to say when. */
function costOf(estimate: Estimate): string {
  return `another ${untilText(estimate.scenario.until!)} would cost ${furtherLosses(estimate)}`;
}

function furtherLosses(estimate: Estimate): string {
  const number = resultInWords("further losses", estimate);
  return `${number} more ${number === "one" ? "casualty" : "casualties"}`;
}

/** "All losses so far, 1,000,000," if the result is only the change between two totals. */
function totalIn(estimate: Estimate): string {
  const { combine, recruits } = estimate.scenario;
  if (combine?.rule !== "change") return lossesIn(estimate);
  const total = resultInWords("lost so far", estimate);
  return `all losses so far, ${total}${recruits?.length ? " less recruits" : ""},`;
}

/** What a target is compared with: recruits make up for losses, but those who return do not. */
function lossesIn({ scenario, net }: Estimate): string {
  const losses = net ? "losses including those who return" : "losses";
  if (!scenario.recruits?.length) return losses;
  return net ? `${losses}, less recruits,` : `${losses} less recruits`;
}

/** "100% of the force", "5,000", "486,000 km2". A force that no share has said gets its size. */
function targetOf({ shares, solution }: Estimate, { until }: Goal): string {
  const text = untilText(until);
  if (until.of !== "force" || /[a-z] *force$/i.test(text)) return text;
  const size = shares.length === 0 && solution.get("force");
  return `${text} of ${size ? `a force of ${inWords(size, people)}` : "the force"}`;
}
