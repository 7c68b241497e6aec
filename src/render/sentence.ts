import { isKilledAlone } from "../core/caveats.ts";
import type { Estimate, ForceShare } from "../core/estimate.ts";
import { exact } from "../core/figure.ts";
import type { Range } from "../core/range.ts";
import { givenCategories } from "../core/scenario.ts";
import { shareRangeInWords } from "../core/share.ts";
import { decimal, inWords, type Print, people, percent, significant } from "../notation/print.ts";

/**
 * One sentence to quote. It has no more precision than its inputs: three significant digits and
 * "about" where one of them is approximate, or a coverage.
 */
export function sentenceOf(estimate: Estimate): string {
  const { scenario, net, shares } = estimate;
  const write = writer(estimate);
  const returned = net ? `, or ${write(net)} net of the wounded who returned` : "";
  const of = shares.map((share) => ofForce(share, isRough(estimate))).join("; ");
  const sentence = `${subject(estimate, write)}${returned}${of && `: ${of}`}.`;
  const who = [scenario.side, scenario.asOf && `as of ${scenario.asOf.text}`].filter(Boolean).join(", ");
  return who ? `${who}: ${sentence}` : sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

type Write = (range: Range) => string;

function isRough({ scenario, outOfAction }: Estimate): boolean {
  return outOfAction.approximate || scenario.coverage !== undefined;
}

/** Writes people, exactly or rounded. */
function writer(estimate: Estimate): Write {
  if (!isRough(estimate)) return (range) => inWords(range, people);
  const rounded: Print = (value) => people(significant(value, 3));
  return (range) => inWords({ ...range, approximate: true }, rounded);
}

function subject(estimate: Estimate, write: Write): string {
  const { scenario, killed, outOfAction } = estimate;
  if (scenario.casualties) {
    const dead = killed ? `, of whom ${write(killed)} killed` : "";
    return `${write(outOfAction)} casualties${dead}`;
  }
  if (isKilledAlone(scenario)) return `${write(killed!)} killed`;
  return `${parts(estimate, write)} make ${write(outOfAction)} out of action`;
}

function parts({ scenario, killed }: Estimate, write: Write): string {
  const dead = `${write(killed!)} killed`;
  if (scenario.ratio) {
    return `${dead} and ${inWords(scenario.ratio, decimal)} wounded, captured, missing or deserted for each`;
  }
  const others = givenCategories(scenario).map(([category, loss]) =>
    loss.kind === "count"
      ? `${write(exact(loss.figure))} ${category}`
      : `${inWords(loss.ratio, decimal)} ${category} for each`,
  );
  const all = [dead, ...others];
  return `${all.slice(0, -1).join(", ")} and ${all.at(-1)}`;
}

function ofForce({ force, share, netShare }: ForceShare, rough: boolean): string {
  const write: Write = (range) => inWords({ ...range, approximate: range.approximate || rough }, percent, "less");
  const size = inWords(exact(force.figure), people);
  const name = force.label ? ` (${force.label})` : "";
  const net = netShare ? ` (net ${write(netShare)})` : "";
  return `${write(share)}${net} of a force of ${size}${name}, ${shareRangeInWords(share)}`;
}
