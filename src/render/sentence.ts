import { CATEGORIES, isPairName } from "../core/categories.ts";
import type { Estimate, ForceShare } from "../core/estimate.ts";
import { exact, type Ratio } from "../core/figure.ts";
import type { Range } from "../core/range.ts";
import { ONE, Rational, ZERO } from "../core/rational.ts";
import { isKilledAlone } from "../core/scenario.ts";
import { shareRangeInWords } from "../core/share.ts";
import type { Combination } from "../core/sources.ts";
import { decimal, inWords, type Print, people, percent, significant } from "../notation/print.ts";
import { capital } from "./capital.ts";
import { dateInWords } from "./date-words.ts";
import { furtherSentences } from "./further.ts";
import { list } from "./list.ts";
import { printOfRatio, ratioName } from "./named.ts";
import { digitsAsWords, othersInWords } from "./number-word.ts";
import { isRateAsked, periodOf, ratesOf, resultInWords } from "./rates.ts";

/**
 * Sentences to quote: first the answer, then what it takes, and one more for each thing that was asked for besides the
 * losses. A number that is approximate, or calculated with a coverage, is written with "about" and three significant
 * digits. Other numbers are written as they were given or as they follow.
 */
export function sentenceOf(estimate: Estimate): string {
  const sentences = [...answers(estimate), ...furtherSentences(estimate)];
  return sentences.map((text) => `${capital(text)}.`).join(" ");
}

/** The first of these sentences alone, without its full stop. */
export function answerAlone(estimate: Estimate): string {
  return capital(answers(estimate)[0]!);
}

function answers(estimate: Estimate): string[] {
  const { low, high, openHigh } = estimate.outOfAction;
  const isNobody = low.equals(ZERO) && high.equals(ZERO) && !openHigh;
  return isNobody ? [nobodyOf(estimate)] : answerOf(estimate, writer(estimate));
}

/** "No losses, if there were three wounded for each person killed": without the killed, only the ratio says so. */
function nobodyOf(estimate: Estimate): string {
  const isOfKilled = !estimate.scenario.casualties?.length;
  const ratios = isOfKilled ? others(estimate, writer(estimate)).filter((text) => text.includes(FOR_EACH)) : [];
  const assumed = list(ratios.map((text) => text.replace(FOR_EACH, `${FOR_EACH} person killed`)));
  return `no losses${attributionText(estimate)}${assumed ? `, if there were ${assumed}` : ""}`;
}

const FOR_EACH = " for each";

/** " (Russia, as of 16 March 2022)". */
function attributionText({ scenario: { side, asOf } }: Estimate): string {
  const parts = [...(side === undefined ? [] : [side]), ...(asOf ? [`as of ${dateInWords(asOf)}`] : [])];
  return parts.length > 0 ? ` (${parts.join(", ")})` : "";
}

type Write = (range: Range) => string;

/** Makes a function that writes calculated numbers of people. */
function writer({ scenario, isDaily }: Estimate): Write {
  const print: Print = isDaily ? decimal : people;
  const rounded: Print = (value) => print(significant(value, 3));
  return (range) =>
    digitsAsWords(
      range.approximate || isEstimated(scenario)
        ? inWords({ ...range, approximate: true }, rounded)
        : inWords(range, print),
    );
}

/** Whether the killed are estimated from a list, or from two, so that their number is not as exact as it looks. */
export function isEstimated({ coverage, list }: Estimate["scenario"]): boolean {
  return coverage !== undefined || list !== undefined;
}

const FROM_LISTS = "estimated from two lists";

/** How the killed were estimated, if that was not from reports of their number. */
function listed({ scenario }: Estimate): string {
  return scenario.list ? ` (${FROM_LISTS})` : "";
}

/** Whether these sentences call everyone who is out of action a casualty: those who were given as casualties. */
export function saysCasualties({ asked, combinations, solution }: Estimate): boolean {
  const isGiven = combinations.some(({ of }) => of === "casualties");
  const isOfShare = solution.derivation("out of action")?.inputs.share !== undefined;
  return isGiven || isOfShare || asked.includes("share who died");
}

/** The answer to the question, what is left without those who returned, and what that takes. */
function answerOf(estimate: Estimate, write: Write): string[] {
  const { scenario, solution, combinations, asked } = estimate;
  const casualties = combinations.find(({ of }) => of === "casualties");
  const net = netOf(estimate, write);
  if (asked.includes("share who died")) return [...pairOf(estimate, write), ...net];
  const all = casualties ? stated(casualties, solution.get("out of action")!, write) : write(estimate.outOfAction);
  if (saysCasualties(estimate)) return [...totalOf(estimate, all, write), ...net];
  if (isKilledAlone(scenario)) return [killedOf(estimate, write)];
  return outOfActionOf(estimate, write, net);
}

/** Killed and casualties, and what follows from the two together. */
function pairOf(estimate: Estimate, write: Write): string[] {
  const { combinations, solution, isDaily } = estimate;
  const [ratio, died] = [solution.get("others per killed"), solution.get("share who died")];
  const left = ratio ? `, which leaves ${digitsAsWords(othersInWords(inWords(ratio, decimal)))} for each of them` : "";
  const share = died ? `: ${inWords(died, percent, "less")}${left}` : "";
  const casualties = combinations.find(({ of }) => of === "casualties");
  const total = solution.get("out of action")!;
  const all = `${casualties ? stated(casualties, total, write) : write(total)} casualties${isDaily ? " a day" : ""}`;
  const of = sharesOf(estimate);
  return [
    `${write(solution.get("killed")!)}${listed(estimate)} of ${all} were killed${attributionText(estimate)}${share}`,
    ...(of ? [`the casualties are ${of}`] : []),
  ];
}

/** All losses, which are given or follow from a share, and how many of them were killed. */
function totalOf(estimate: Estimate, all: string, write: Write): string[] {
  const { solution, isDaily, asked } = estimate;
  const killed = solution.get("killed");
  const total = `${all} casualties${isDaily ? " a day" : ""}`;
  const of = sharesOf(estimate);
  if (killed) {
    const assumed = list(others(estimate, write));
    const dead = `${write(killed)}${listed(estimate)} of ${total} were killed${attributionText(estimate)}${assumed ? `, if there were ${assumed}` : ""}`;
    return [dead, ...(of ? [`the casualties are ${of}`] : []), ...forceOf(estimate, "the casualties")];
  }
  const subject = `${total}${attributionText(estimate)}`;
  if (asked.includes("force")) return forceOf(estimate, subject);
  if (of) return [`${subject} are ${of}`];
  const rates = isRateAsked(estimate) && ratesOf(estimate);
  return [rates ? `${subject}${periodOf(estimate)} are ${rates}` : subject];
}

/** "The force is 657,895 if 250,000 casualties are 38.0% of it". */
function forceOf(estimate: Estimate, people: string): string[] {
  const { share } = estimate.scenario;
  if (!estimate.asked.includes("force") || !share) return [];
  return [`the force is ${resultInWords("force", estimate)} if ${people} are ${inWords(share.share, percent)} of it`];
}

function killedOf(estimate: Estimate, write: Write): string {
  const killed = write(estimate.solution.get("killed")!);
  const { of } = estimate.scenario;
  const dead = `${killed}${of ? ` ${of.label}` : ""} ${killed === "one" ? "was" : "were"} killed`;
  const lists = estimate.scenario.list ? `, ${FROM_LISTS}` : "";
  return `${dead}${estimate.isDaily ? " a day" : ""}${attributionText(estimate)}${lists}${colon(sharesOf(estimate))}`;
}

/** What out of action is the sum of. */
function outOfActionOf(estimate: Estimate, write: Write, net: readonly string[]): string[] {
  const { scenario, solution, combinations, isDaily, outOfAction } = estimate;
  const ratio = ratioUsed(estimate);
  const day = isDaily ? " a day" : "";
  const text = write(outOfAction);
  const killed = solution.get("killed");
  const counted = categoriesIn(estimate, write);
  const shares = colon(sharesOf(estimate));
  const result = `${text}${day} ${text === "one" ? "is" : "are"} out of action${attributionText(estimate)}`;
  if (!combinations.some(({ of }) => of === "killed") && !scenario.list && killed && ratio) {
    // For a named case, only its numbers for these categories are used.
    const used = { ...ratio, ...solution.given.get("others per killed")?.value };
    const condition = `if ${list(counted)} are ${perKilled(used, "", " person killed")}`;
    return [`${write(killed)} were killed and ${result}${shares}, ${condition}`, ...net];
  }
  const dead = killed
    ? [`${write(killed)}${scenario.of ? ` ${scenario.of.label}` : ""} killed${listed(estimate)}`]
    : [];
  const force = forceOf(estimate, `${text} out of action`);
  if (ratio && counted.length > 0) {
    const parts = `${joined([...dead, ratioIn(ratio)])}, with ${list(counted)} among them`;
    return [...(force.length > 0 ? force : [`${result}${shares}`]), ...net, `that takes ${parts}`];
  }
  const parts = [...dead, ...others(estimate, write)];
  const [only, another] = parts;
  if (only !== undefined && another === undefined && force.length === 0) {
    return [`${only}${day}${attributionText(estimate)}${shares}`, ...net];
  }
  const takes = ratio || isAnyMultiplier(estimate) ? "that takes" : "that counts";
  return [...(force.length > 0 ? force : [`${result}${shares}`]), ...net, `${takes} ${joined(parts)}`];
}

/** A list whose last part may have commas of its own. */
function joined(parts: readonly string[]): string {
  const last = parts.at(-1)!;
  return last.includes(", ") && parts.length > 1 ? `${parts.slice(0, -1).join(", ")}, and ${last}` : list(parts);
}

function isAnyMultiplier({ combinations }: Estimate): boolean {
  return combinations.some(({ form }) => form === "multiplier");
}

const colon = (text: string) => (text ? `: ${text}` : "");

/** What is left without those who returned. */
function netOf({ scenario, net, shares }: Estimate, write: Write): string[] {
  if (!net) return [];
  const who = scenario.wounded ? "the wounded who returned" : "those who returned";
  const each = shares.flatMap(({ force, netShare }) =>
    netShare ? [`${percentOf(netShare, isEstimated(scenario))}${shares.length > 1 ? labelOf(force) : ""}`] : [],
  );
  return [`not counting ${who}, ${write(net)} are out of action${colon(list(each))}`];
}

/** The casualties as they were given, or as they follow from several sources or a rate. */
function stated({ form, all }: Combination, value: Range, write: Write): string {
  return form === "count" && all.length === 1 ? digitsAsWords(inWords(value, people)) : write(value);
}

/** What the killed are multiplied by or added to. */
function others(estimate: Estimate, write: Write): string[] {
  const ratio = ratioUsed(estimate);
  return [...categoriesIn(estimate, write), ...(ratio ? [ratioIn(ratio)] : [])];
}

/** The ratio, unless it is only compared with the result. */
export function ratioUsed({ scenario, comparisons }: Estimate): Ratio | undefined {
  return comparisons.some(({ input }) => input === "ratio") ? undefined : scenario.ratio;
}

/** Each category as it was given, or as it follows from all of its sources. */
function categoriesIn({ scenario, solution, combinations }: Estimate, write: Write): string[] {
  return CATEGORIES.flatMap((category) => {
    const [loss, another] = scenario[category] ?? [];
    if (!loss) return [];
    if (!another && loss.kind === "multiplier") return [perKilled(loss.ratio, ` ${category}`)];
    if (!another && loss.kind === "count") {
      const name = loss.source !== undefined && isPairName(loss.source) ? loss.source : category;
      return [`${digitsAsWords(inWords(exact(loss.figure), people))} ${name}`];
    }
    const { form, value } = combinations.find(({ of }) => of === category)!;
    return [
      form === "multiplier"
        ? `${digitsAsWords(inWords(value, decimal))} ${category} for each`
        : `${write(solution.get(category)!)} ${category}`,
    ];
  });
}

/** "three wounded, captured, missing or deserted for each". */
function ratioIn(ratio: Ratio): string {
  return perKilled(ratio, ` ${eachOf(ratio.named?.covers ?? CATEGORIES)}`);
}

/** "wounded, captured, missing or deserted". */
function eachOf(covers: readonly string[]): string {
  return list(covers).replace(" and ", " or ");
}

/** "three wounded for each", followed by the ratio's name if it has one. */
function perKilled(ratio: Ratio, whom: string, dead = ""): string {
  const { named } = ratio;
  const number = digitsAsWords(inWords(ratio, printOfRatio(ratio)));
  return `${number}${whom} for each${dead}${named ? ` (${ratioName(named)})` : ""}`;
}

/** "16.0% to 36.8% of a force of 150,000, about a sixth to over a third", for each force. */
function sharesOf({ shares, scenario }: Estimate): string {
  return shares.map((share) => ofForce(share, isEstimated(scenario))).join("; ");
}

function ofForce({ force, share }: ForceShare, isRough: boolean): string {
  const size = inWords(exact(force.figure), people);
  // "Up to" some number of a force of "up to" another may be any share of it.
  const isUnknown = share.openLow && share.openHigh && share.low.equals(share.high);
  if (isUnknown) return `an unknown share of a force of ${size}${labelOf(force)}`;
  return `${percentOf(share, isRough)} of a force of ${size}${labelOf(force)}, ${shareRangeInWords(share)}`;
}

function labelOf({ label }: ForceShare["force"]): string {
  return label ? ` (${label})` : "";
}

function percentOf(share: Range, isRough: boolean): string {
  return share.approximate || isRough
    ? inWords({ ...share, approximate: true }, roughPercent, "less")
    : inWords(share, percent, "less");
}

/** At most three digits: "18.7%", "133%". */
export const roughPercent: Print = (value) =>
  value.compare(ONE) < 0 ? percent(value) : `${people(significant(value.times(HUNDRED), 3))}%`;
const HUNDRED = Rational.of(100);
