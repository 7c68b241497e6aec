import { refuse } from "../../core/errors.ts";
import type { Estimate } from "../../core/estimate.ts";
import { capital } from "../capital.ts";
import { furtherSentences } from "../sentence.ts";
import { assumptionOf } from "./assumption.ts";
import { attributionOf } from "./attribution.ts";
import { roundedEstimate } from "./rounded.ts";
import { forceOf, hasRange, isNobody, killedApart, netOf, sharesOf, statementOf } from "./statement.ts";

/** What may be printed, and what had to be left out of it. */
export interface Quote {
  readonly text: string;
  readonly left: readonly string[];
}

/** How much of the sentence is printed. */
interface Detail {
  /** How many of the sentences after the first. */
  readonly further: number;
  readonly forceSource: boolean;
  readonly shares: number;
  readonly range: boolean;
  readonly killed: boolean;
  readonly assumption: boolean;
  readonly source: boolean;
}

/** Every part of the sentence, apart from its first words. */
interface Parts {
  readonly estimate: Estimate;
  readonly further: readonly string[];
  readonly assumption: string | undefined;
  readonly source: string | undefined;
}

/**
 * What may be printed of an estimate, in at most this many characters. To fit, parts are left out in a fixed order: what
 * else follows, the shares, then the range, the assumption, and the source last. No shorter form claims more than the
 * whole: a range becomes a bound, and a result without its assumption is called an estimate. `finish` makes the text
 * what will be printed, whose characters are counted. Throws InputError if not even the shortest form fits.
 */
export function quoteOf(given: Estimate, most: number | undefined, finish: (text: string) => string): Quote {
  const forms = formsOf(given).map(({ detail, text }) => ({ detail, text: finish(text) }));
  const fitting = forms.find(({ text }) => most === undefined || lengthOf(text) <= most);
  const needed = Math.min(...forms.map(({ text }) => lengthOf(text)));
  if (!fitting) {
    const [characters, tries] = [most!, [String(needed)]];
    return refuse({ code: "E-QUOTE-LONG", args: { most: characters, needed }, at: { option: "--max" }, tries });
  }
  return { text: fitting.text, left: leftOut(forms[0]!.detail, fitting.detail) };
}

/**
 * Every form of the sentence, from the whole to the shortest, with what it has. A picture names its sources elsewhere, so
 * it can have the sentence without them.
 */
export function formsOf(
  given: Estimate,
  withSource = true,
): readonly { readonly detail: Detail; readonly text: string }[] {
  const estimate = roundedEstimate(given);
  const parts: Parts = {
    estimate,
    further: [...netOf(estimate), ...furtherSentences(estimate, true)],
    assumption: isNobody(estimate) ? undefined : assumptionOf(estimate),
    source: withSource ? attributionOf(estimate) : undefined,
  };
  return detailsOf(parts).map((detail) => ({ detail, text: textOf(parts, detail) }));
}

/** The number of characters as a reader counts them: a letter with its accents is one, and so is an emoji. */
export function lengthOf(text: string): number {
  return [...new Intl.Segmenter("en", { granularity: "grapheme" }).segment(text)].length;
}

/** Every form of the sentence, from the whole to the shortest. */
function detailsOf({ estimate, further, assumption, source }: Parts): Detail[] {
  const { shares } = estimate;
  const forms: Detail[] = [
    {
      further: further.length,
      forceSource: shares.length > 0,
      shares: shares.length,
      range: hasRange(estimate),
      killed: killedApart(estimate) !== undefined,
      assumption: assumption !== undefined,
      source: source !== undefined,
    },
  ];
  const add = (change: Partial<Detail>) => forms.push({ ...forms.at(-1)!, ...change });
  for (let count = further.length - 1; count >= 0; count--) add({ further: count });
  if (shares.length > 0) add({ forceSource: false });
  for (let count = shares.length - 1; count >= 0; count--) add({ shares: count });
  if (hasRange(estimate)) add({ range: false });
  if (killedApart(estimate)) add({ killed: false });
  if (assumption !== undefined) add({ assumption: false });
  if (source !== undefined) add({ source: false });
  return forms;
}

function textOf({ estimate, further, assumption, source }: Parts, detail: Detail): string {
  const isWithRange = detail.range || !hasRange(estimate);
  const hedge =
    assumption !== undefined && !detail.assumption
      ? "by one estimate, "
      : source !== undefined && !detail.source && !source.startsWith("as of")
        ? "reportedly, "
        : "";
  const main = [
    statementOf(estimate, isWithRange, detail.killed),
    ...sharesOf(estimate, detail.shares, detail.forceSource),
    ...forceOf(estimate),
    ...(detail.assumption ? [assumption] : []),
    ...(detail.source ? [source] : []),
  ].join(", ");
  return [`${hedge}${main}`, ...further.slice(0, detail.further)].map((text) => `${capital(text)}.`).join(" ");
}

/** What is in the whole and not in the form that was printed. */
function leftOut(whole: Detail, { further, forceSource, shares, range, killed, assumption, source }: Detail): string[] {
  return [
    ...(further < whole.further ? ["what else follows"] : []),
    ...(shares < whole.shares
      ? ["the share of the force"]
      : forceSource === whole.forceSource
        ? []
        : ["the source of the force"]),
    ...(range === whole.range ? [] : ["the range"]),
    ...(killed === whole.killed ? [] : ["the number killed"]),
    ...(assumption === whole.assumption ? [] : ["the assumption"]),
    ...(source === whole.source ? [] : ["the source"]),
  ];
}
