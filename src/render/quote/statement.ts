import { CATEGORIES } from "../../core/categories.ts";
import type { Estimate, ForceShare } from "../../core/estimate.ts";
import { exact } from "../../core/figure.ts";
import { isExact, negated, type Range } from "../../core/range.ts";
import { ZERO } from "../../core/rational.ts";
import { isKilledAlone } from "../../core/scenario.ts";
import { inWords, type Print, people, plain } from "../../notation/print.ts";
import { withArticle } from "../article.ts";
import { dateInWords } from "../date-words.ts";
import { either, list } from "../list.ts";
import { inMillions } from "../number-word.ts";
import { withRemark } from "../remark.ts";
import { bestOf, isOnePerson, peopleInWords, percentInWords } from "./numbers.ts";
import type { When } from "./when.ts";

/** How much of the answer is said. */
export interface Extent {
  /** "from 1 to 31 May 2024", which is never left out. */
  readonly when: When | undefined;
  readonly isWithKilled: boolean;
}

/** The answer as a sentence begins with it: "Russia lost 24,000 to 55,200 people, killed or otherwise out of action". */
export function statementOf(estimate: Estimate, extent: Extent): string {
  const { scenario, outOfAction } = estimate;
  if (outOfAction.low.compare(ZERO) < 0) return changed(estimate, extent);
  if (isNobody(estimate)) return nobody(estimate, extent);
  if (isKilledAlone(scenario)) return lost(estimate, extent, "killed");
  const [only, another] = estimate.covers;
  if (only !== undefined && only !== "killed" && !another) return lost(estimate, extent, only);
  const killed = extent.isWithKilled && killedApart(estimate);
  const losses =
    scenario.side === undefined
      ? [lost(estimate, extent, lossesIn(estimate, "otherwise put out of action"))]
      : [lost(estimate, extent, "lost"), lossesIn(estimate)];
  return [...losses, ...(killed ? [`${someOf(killed, printOf(estimate))} of them killed`] : [])].join(", ");
}

export function isNobody({ outOfAction: { low, high, openHigh } }: Estimate): boolean {
  return low.equals(ZERO) && high.equals(ZERO) && !openHigh;
}

/** The killed, if they are a number of their own next to all losses, and not what these were calculated from. */
export function killedApart({ scenario, solution }: Estimate): Range | undefined {
  const isApart = scenario.casualties?.length || solution.derivation("killed");
  return isApart && !isKilledAlone(scenario) ? solution.get("killed") : undefined;
}

const printOf = ({ isDaily }: Estimate): Print => (isDaily ? plain : people);

function someOf(range: Range, print: Print): string {
  return isExact(range) && range.low.equals(ZERO) ? "none" : peopleInWords(range, print);
}

/** "Russia lost 7,000 people a day", "7,000 people had been killed as of March 2022", "900 people were killed or wounded", "Hamas lost 2,000 fighters killed", "1,700 people deserted". */
function lost(estimate: Estimate, { when }: Extent, verb: string): string {
  const { outOfAction, isDaily } = estimate;
  const { side, of } = estimate.scenario;
  const print = printOf(estimate);
  const isOne = isOnePerson(outOfAction, print);
  const number = peopleInWords(outOfAction, print);
  const day = isDaily ? " a day" : "";
  const best = bestOf(outOfAction, print);
  const time = when ? ` ${when.text}` : "";
  const isBefore = when?.isTotal === true && !isDaily;
  const noun = of?.label ?? (isOne ? "person" : "people");
  if (side === undefined) {
    const passive = isBefore ? "had been " : isOne ? "was " : "were ";
    const be = verb !== "deserted" ? passive : isBefore ? "had " : "";
    return `${number} ${noun}${day}${best} ${be}${verb}${time}`;
  }
  const how = verb === "lost" ? "" : verb === "deserted" ? " to desertion" : ` ${verb}`;
  return `${withArticle(side)} ${isBefore ? "had " : ""}lost ${number} ${noun}${how}${day}${best}${time}`;
}

/** "Russia had no losses", or which losses there were none of. */
function nobody(estimate: Estimate, { when }: Extent): string {
  const { side, of } = estimate.scenario;
  const which = isOfAll(estimate) ? "losses" : `${of?.label ?? "people"} ${lossesIn(estimate)}`;
  const who = side === undefined ? "there were" : `${withArticle(side)} had`;
  return `${who} no ${which}${when ? ` ${when.text}` : ""}`;
}

function isOfAll({ covers }: Estimate): boolean {
  return CATEGORIES.every((category) => covers.includes(category)) && covers.includes("killed");
}

/** "killed or otherwise out of action", or which losses they are if not all are counted. */
function lossesIn(estimate: Estimate, others = "otherwise out of action"): string {
  return either(isOfAll(estimate) ? ["killed", others] : estimate.covers);
}

/** A later total may be below an earlier one. */
function changed({ outOfAction, scenario: { side } }: Estimate, { when }: Extent): string {
  const { low, high, openLow, openHigh } = outOfAction;
  const isFall = high.compare(ZERO) <= 0 && !openHigh;
  const isEither = !isFall && !openLow && !openHigh;
  const by = isFall
    ? `fell by ${peopleInWords(negated(outOfAction), people)}`
    : isEither
      ? `may have fallen by up to ${people(ZERO.minus(low))} or risen by up to ${people(high)}`
      : `changed by ${inWords(outOfAction, people)}`;
  const whose = side === undefined ? "" : ` of ${withArticle(side)}`;
  return `${when!.text}, the figure for the losses${whose} ${by}`;
}

/** "16% to 37% of a force of 150,000" for each force, with or without what is known of that force. */
export function sharesOf({ shares }: Estimate, count: number, isWithSource: boolean): string[] {
  const all = shares.slice(0, count).flatMap(({ force, share }) => {
    // "Up to" some number of a force of "up to" another may be any share of it.
    if (share.openLow && share.openHigh && share.low.equals(share.high)) return [];
    const text = `${percentInWords(share)} of a force of ${inMillions(inWords(exact(force.figure), people))}`;
    return [withKnown(text, isWithSource ? aboutForce(force) : labelOf(force, shares))];
  });
  return all.length > 0 ? [list(all)] : [];
}

function labelOf({ label }: ForceShare["force"], shares: Estimate["shares"]): string[] {
  return label && shares.length > 1 ? [label] : [];
}

/** "at the border", "US president" and "February 2022". */
function aboutForce({ label, source, asOf }: ForceShare["force"]): string[] {
  return [label, source, asOf && dateInWords(asOf)].filter((known) => known !== undefined);
}

function withKnown(text: string, known: readonly string[]): string {
  return known.length > 0 ? withRemark(text, known.join(", ")) : text;
}

/** "a force of about 660,000", if its size is what follows. */
export function forceOf({ asked, solution, scenario }: Estimate): string[] {
  if (!asked.includes("force") || !scenario.share) return [];
  return [`out of a force of ${inMillions(inWords(solution.get("force")!, people))}`];
}

/** "if 50% of the wounded returned, 15,000 to 34,500 remain out of action, 10% to 23% of the force". */
export function netOf({ scenario, net, shares }: Estimate): string[] {
  if (!net || !scenario.returned) return [];
  const who = scenario.wounded ? "the wounded" : "the others";
  const each = shares.flatMap(({ force, netShare }) =>
    netShare ? [withKnown(`${percentInWords(netShare)} of the force`, labelOf(force, shares))] : [],
  );
  const part = each.length > 0 ? `, ${list(each)}` : "";
  const remain = isOnePerson(net, people) ? "remains" : "remain";
  return [
    `if ${percentInWords(scenario.returned)} of ${who} returned, ${someOf(net, people)} ${remain} out of action${part}`,
  ];
}
