import type { Estimate } from "../../core/estimate.ts";
import { furtherSentences } from "../sentence.ts";
import { assumptionOf } from "./assumption.ts";
import { attributionOf } from "./attribution.ts";
import {
  type Finish,
  type Form,
  firstFitting,
  isShorterThan,
  type Quote,
  textOf,
  without,
  withoutLast,
} from "./fitting.ts";
import { roundedEstimate } from "./rounded.ts";
import { forceOf, isNobody, killedApart, netOf, sharesOf, statementOf } from "./statement.ts";

/**
 * What may be printed of an estimate, in at most this many characters. To fit, parts are left out in a fixed order: what
 * else follows, the shares, then the range, the assumption, and the source last. No shorter form claims more than the
 * whole: a range becomes a bound, and a result without its assumption is called an estimate. Throws InputError if not
 * even the shortest form fits.
 */
export function quoteOf(estimate: Estimate, most: number | undefined, finish: Finish): Quote {
  return firstFitting(formsOf(roundedEstimate(estimate)), estimate.caveats, most, finish);
}

/** The same for a picture, which names its sources elsewhere: the whole, then shorter forms. */
export function unsourcedQuotes(estimate: Estimate): string[] {
  const forms = formsOf(roundedEstimate(estimate));
  return [...new Set(forms.map((form) => textOf({ ...form, source: { ...form.source, text: undefined } })))];
}

/** Every form of the sentence, from the whole to the shortest. */
function formsOf(estimate: Estimate): Form[] {
  const { shares } = estimate;
  const answer = (count: number, isSourced = false, isWithRange = true, isWithKilled = true) => [
    statementOf(estimate, isWithRange, isWithKilled),
    ...sharesOf(estimate, count, isSourced),
    ...forceOf(estimate),
  ];
  const further = [...netOf(estimate), ...furtherSentences(estimate, true)];
  const whole: Form = {
    answer: answer(shares.length, true),
    assumption: { text: isNobody(estimate) ? undefined : assumptionOf([{ estimate }]), isKept: true },
    source: { text: attributionOf([estimate]), isKept: true },
    further,
    left: [],
  };
  const forms = [whole];
  const add = (change: Partial<Form>, name: string, replaced?: string) =>
    forms.push(without(forms.at(-1)!, change, name, replaced));
  for (const at of [...further.keys()].reverse()) add({ further: further.slice(0, at) }, "what else follows");
  if (shares.length > 0) add({ answer: answer(shares.length) }, FORCE_SOURCE);
  for (const at of [...shares.keys()].reverse()) add({ answer: answer(at) }, "the share of the force", FORCE_SOURCE);
  const isShorter = isShorterThan(answer(0, false, false), answer(0));
  if (isShorter) add({ answer: answer(0, false, false) }, "the range");
  if (killedApart(estimate)) add({ answer: answer(0, false, !isShorter, false) }, "the number killed");
  return [...forms, ...withoutLast(forms.at(-1)!)];
}

const FORCE_SOURCE = "the source of the force";
