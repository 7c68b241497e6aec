import { CATEGORIES } from "../../core/categories.ts";
import type { Estimate, ForceShare } from "../../core/estimate.ts";
import { exact } from "../../core/figure.ts";
import type { Range } from "../../core/range.ts";
import { ZERO } from "../../core/rational.ts";
import { isKilledAlone } from "../../core/scenario.ts";
import { inWords, type Print, people, plain, typedPercent } from "../../notation/print.ts";
import { list } from "../list.ts";
import { digitsAsWords } from "../number-word.ts";
import { dateInWords } from "./attribution.ts";

/** The answer as a sentence begins with it: "Russia lost 24,000 to 55,200 people, killed or otherwise out of action". */
export function statementOf(estimate: Estimate, isWithRange: boolean, isWithKilled: boolean): string {
  const { scenario, solution, outOfAction, isDaily } = estimate;
  const write = (range: Range) => numberOf(isWithRange ? range : boundOf(range), isDaily ? plain : people);
  const day = isDaily ? " a day" : "";
  if (outOfAction.low.compare(ZERO) < 0) return changed(estimate, write(outOfAction));
  if (isNobody(estimate)) return `${scenario.side ?? "there"} ${scenario.side ? "had" : "were"} no losses`;
  const all = write(outOfAction);
  if (isKilledAlone(scenario)) return killedAlone(estimate, all, day);
  const killed = isWithKilled && killedApart(estimate);
  const died = estimate.asked.includes("share who died") && !scenario.died ? solution.get("share who died") : undefined;
  const share = died ? ` (${numberOf(isWithRange ? died : boundOf(died), typedPercent)})` : "";
  return [
    lost(scenario.side, all, ["people", "lost", day]),
    lossesIn(estimate),
    ...(killed ? [`${write(killed)} of them killed${share}`] : []),
  ].join(", ");
}

export function isNobody({ outOfAction: { low, high, openHigh } }: Estimate): boolean {
  return low.equals(ZERO) && high.equals(ZERO) && !openHigh;
}

/** The killed, if they are a number of their own next to all losses, and not what these were calculated from. */
export function killedApart({ scenario, solution, asked }: Estimate): Range | undefined {
  const isApart = asked.includes("share who died") || scenario.casualties?.length || solution.derivation("killed");
  return isApart && !isKilledAlone(scenario) ? solution.get("killed") : undefined;
}

/**
 * "at least 24,000", or "up to 55,200" if there is no low end to name. A single number, or a range without an end that is
 * a bound, stays.
 */
export function boundOf(range: Range): Range {
  const { low, high, openLow, openHigh, approximate } = range;
  const hasFloor = !openLow && low.compare(ZERO) > 0;
  if (low.equals(high) || (!hasFloor && openHigh) || low.compare(ZERO) < 0) return range;
  return hasFloor
    ? { low, high: low, openLow: false, openHigh: true, approximate }
    : { low: high, high, openLow: true, openHigh: false, approximate };
}

function numberOf(range: Range, print: Print): string {
  return digitsAsWords(inWords(range, print, print === typedPercent ? "less" : "fewer"));
}

/** "Russia lost 7,000 people a day", "7,000 people were lost". */
function lost(side: string | undefined, number: string, [whom, verb, day]: readonly [string, string, string]): string {
  const isOne = /^(?:about |up to |at least )*one$/.test(number);
  const noun = whom === "people" && isOne ? "person" : whom;
  const people = `${number} ${noun}${day}`;
  return side === undefined ? `${people} ${isOne ? "was" : "were"} ${verb}` : `${side} lost ${people}`;
}

function killedAlone({ scenario: { side, of } }: Estimate, number: string, day: string): string {
  if (side === undefined) return lost(side, number, [of?.label ?? "people", "killed", day]);
  return `${side} lost ${number}${of ? ` ${of.label}` : ""} killed${day}`;
}

/** "killed or otherwise out of action", or which losses they are if not all are counted. */
function lossesIn({ covers }: Estimate): string {
  const isAll = CATEGORIES.every((category) => covers.includes(category)) && covers.includes("killed");
  return isAll ? "killed or otherwise out of action" : list(covers).replace(/ and (?=\w+$)/, " or ");
}

/** A later total may be below an earlier one. */
function changed({ combinations }: Estimate, number: string): string {
  const [first, last] = combinations.find(({ rule }) => rule === "change")!.used;
  return `from ${dateInWords(first!.asOf!)} to ${dateInWords(last!.asOf!)}, the figure for the losses changed by ${number}`;
}

/** ", 16% to 37% of a force of 150,000" for each force, with or without what is known of that force. */
export function sharesOf({ shares }: Estimate, count: number, isWithSource: boolean): string[] {
  return shares.slice(0, count).flatMap(({ force, share }) => {
    // "Up to" some number of a force of "up to" another may be any share of it.
    if (share.openLow && share.openHigh && share.low.equals(share.high)) return [];
    return [
      `${inWords(share, typedPercent, "less")} of a force of ${inWords(exact(force.figure), people)}${isWithSource ? aboutForce(force) : labelOf(force, shares)}`,
    ];
  });
}

function labelOf({ label }: ForceShare["force"], shares: Estimate["shares"]): string {
  return label && shares.length > 1 ? ` (${label})` : "";
}

/** " (at the border, US president, February 2022)". */
function aboutForce({ label, source, asOf }: ForceShare["force"]): string {
  const known = [label, source, asOf && dateInWords(asOf)].filter(Boolean);
  return known.length > 0 ? ` (${known.join(", ")})` : "";
}

/** "a force of about 660,000", if its size is what follows. */
export function forceOf({ asked, solution, scenario }: Estimate): string[] {
  if (!asked.includes("force") || !scenario.share) return [];
  return [`out of a force of ${inWords(solution.get("force")!, people)}`];
}

/** "not counting 50% of the wounded, who returned, 15,000 to 34,500 are out of action". */
export function netOf({ scenario, net, shares }: Estimate): string[] {
  if (!net || !scenario.returned) return [];
  const who = scenario.wounded ? "the wounded" : "the others";
  const each = shares.flatMap(({ force, netShare }) =>
    netShare ? [`${inWords(netShare, typedPercent, "less")}${labelOf(force, shares)}`] : [],
  );
  const part = each.length > 0 ? `, ${list(each)}` : "";
  return [
    `if ${inWords(scenario.returned, typedPercent, "less")} of ${who} returned, ${numberOf(net, people)} are out of action for good${part}`,
  ];
}
