import { isKilledAlone } from "../core/caveats.ts";
import type { Estimate, ForceShare } from "../core/estimate.ts";
import { exact, type Ratio } from "../core/figure.ts";
import type { Range } from "../core/range.ts";
import { ONE, Rational } from "../core/rational.ts";
import { CATEGORIES, givenCategories } from "../core/scenario.ts";
import { shareRangeInWords } from "../core/share.ts";
import { inWords, type Print, people, percent, significant, typed } from "../notation/print.ts";
import { list } from "./list.ts";
import { namedRate, ratioName } from "./named.ts";

/**
 * One sentence to quote. What is approximate, or computed with a coverage, is written with
 * "about" and three significant digits; the rest as it was given or follows.
 */
export function sentenceOf(estimate: Estimate): string {
  const { scenario, net, shares } = estimate;
  const write = writer(estimate);
  const returned = net ? `, or ${write(net)} net of the wounded who returned` : "";
  const of = shares.map((share) => ofForce(share, scenario.coverage !== undefined)).join("; ");
  const sentence = `${subject(estimate, write)}${returned}${of && `: ${of}`}.`;
  const who = [scenario.side, scenario.asOf && `as of ${scenario.asOf.text}`].filter(Boolean).join(", ");
  return who ? `${who}: ${sentence}` : sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

type Write = (range: Range) => string;

/** Writes people that were computed. */
function writer({ scenario }: Estimate): Write {
  const rounded: Print = (value) => people(significant(value, 3));
  return (range) =>
    range.approximate || scenario.coverage ? inWords({ ...range, approximate: true }, rounded) : inWords(range, people);
}

function subject(estimate: Estimate, write: Write): string {
  const { scenario, killed, outOfAction } = estimate;
  if (scenario.casualties) {
    const dead = killed ? `, of whom ${write(killed)} killed if there were ${others(estimate).join(" and ")}` : "";
    return `${inWords(exact(scenario.casualties.figure), people)} casualties${dead}`;
  }
  if (isKilledAlone(scenario)) return `${write(killed!)} killed`;
  const parts = [`${write(killed!)} killed`, ...others(estimate)];
  return `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)} make ${write(outOfAction)} out of action`;
}

/** What the killed are multiplied by or added to, as it was given. */
function others({ scenario }: Estimate): string[] {
  if (scenario.ratio) return [perKilled(scenario.ratio, eachOf(scenario.ratio.named?.covers ?? CATEGORIES))];
  return givenCategories(scenario).map(([category, loss]) =>
    loss.kind === "count" ? `${inWords(exact(loss.figure), people)} ${category}` : perKilled(loss.ratio, category),
  );
}

/** "wounded, captured, missing or deserted". */
function eachOf(covers: readonly string[]): string {
  return list(covers).replace(" and ", " or ");
}

/** "3 wounded for each", and for a ratio with a name, which. */
function perKilled(ratio: Ratio, whom: string): string {
  const { named } = ratio;
  return `${inWords(ratio, named ? namedRate(named) : typed)} ${whom} for each${named ? ` (${ratioName(named)})` : ""}`;
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
