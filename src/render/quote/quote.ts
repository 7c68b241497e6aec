import type { Estimate } from "../../core/estimate.ts";
import { ONE } from "../../core/rational.ts";
import { isKilledAlone } from "../../core/scenario.ts";
import { furtherSentences } from "../further.ts";
import { type Printed, recruitsSource, whenPrinted } from "./attribution.ts";
import { type Basis, basisOf, joinedBasis } from "./basis.ts";
import { ENDS, type End } from "./digits.ts";
import { type Finish, firstFitting, without, withShorterEnds } from "./fitting.ts";
import type { Form, Quote } from "./form.ts";
import { endsSaid } from "./numbers.ts";
import { roundedEstimate } from "./rounded.ts";
import { type Extent, forceOf, isNobody, killedApart, netOf, sharesOf, statementOf } from "./statement.ts";
import { wholeForm } from "./whole.ts";

/**
 * What may be printed of an estimate, in at most this many characters. To fit, parts are left out in a fixed order: what
 * else follows, the shares, the number killed, then the range, the assumption, and the source last. When the losses
 * occurred is never left out. No shorter form claims more than the whole: a range becomes a bound, and a result without
 * its assumption is called a calculation. Throws InputError if not even the shortest form fits.
 */
export function quoteOf(estimate: Estimate, most: number | undefined, finish: Finish): Quote {
  return firstFitting(formsOf(estimate), estimate.caveats, most, finish);
}

/** How much of an answer is said: of how many forces, and so on. */
interface Parts extends Omit<Extent, "when"> {
  readonly shares: number;
  readonly isForceSourced: boolean;
  /** The ends that are printed. */
  readonly ends: readonly End[];
}

/** Every form of the sentence, from the whole to the shortest. */
function formsOf(exactly: Estimate): Form[] {
  const estimate = roundedEstimate(exactly);
  const count = isNobody(estimate) ? 0 : estimate.shares.length;
  const all: Parts = { shares: count, isForceSourced: true, ends: ENDS, isWithKilled: true };
  const further = [...netOf(estimate), ...furtherOf(estimate)];
  const forms: Form[] = [{ ...answerOf(estimate, all), further }];
  const add = (change: Partial<Form>, name: string, replaced?: string) =>
    forms.push(without(forms.at(-1)!, change, name, replaced));
  for (const at of [...further.keys()].reverse()) add({ further: further.slice(0, at) }, "what else follows");
  if (count > 0) add(answerOf(estimate, { ...all, isForceSourced: false }), FORCE_SOURCE);
  for (let shares = count - 1; shares >= 0; shares -= 1)
    add(answerOf(estimate, { ...all, shares, isForceSourced: false }), "the share of the force", FORCE_SOURCE);
  const isWithKilled = killedApart(estimate) === undefined;
  const least: Parts = { shares: 0, isForceSourced: false, ends: ENDS, isWithKilled };
  if (!isWithKilled) add(answerOf(estimate, least), "the number killed");
  const ends = endsSaid(exactly.outOfAction, true);
  return withShorterEnds(forms, answerOf(roundedEstimate(exactly, true), { ...least, ends }));
}

const FORCE_SOURCE = "the source of the force";

/** The first sentence, with the sources and assumptions of the numbers in it and of no others. */
function answerOf(estimate: Estimate, { shares, isForceSourced, ...parts }: Parts): Form {
  const printed: Printed = { estimate, basis: basisOfAnswer(estimate, shares > 0, parts) };
  const when = whenPrinted(printed);
  const answer = [
    statementOf(estimate, { ...parts, when }),
    ...sharesOf(estimate, shares, isForceSourced),
    ...forceOf(estimate),
  ];
  return wholeForm(answer, [printed]);
}

function basisOfAnswer(
  estimate: Estimate,
  isWithShare: boolean,
  { ends, isWithKilled }: Pick<Parts, "ends" | "isWithKilled">,
): Basis {
  const { solution, scenario } = estimate;
  const isWithDead = isKilledAlone(scenario) || (isWithKilled && killedApart(estimate));
  const names = ["out of action", ...(isWithDead ? ["killed"] : [])];
  const basis = basisOf(names, solution, ends);
  return isWithShare ? joinedBasis([basis, new Map([["force", new Set(ENDS)]])]) : basis;
}

/** What else follows. The first sentence has the period, and its pace if that was given, or if the period is a day. */
function furtherOf(estimate: Estimate): string[] {
  const { given } = estimate.solution;
  const isOneDay = given.get("days")?.value.high.equals(ONE) ?? false;
  return furtherSentences(estimate, {
    recruits: recruitsSource(estimate),
    isPaceSaid: isOneDay || given.has(isKilledAlone(estimate.scenario) ? "killed a day" : "losses a day"),
  });
}
