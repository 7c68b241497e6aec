import { CATEGORIES } from "../../core/categories.ts";
import type { Ratio } from "../../core/figure.ts";
import { dividedCategories, paces, quantityStated } from "../../core/given.ts";
import type { NamedRatio } from "../../core/named.ts";
import type { Range } from "../../core/range.ts";
import { ONE, Rational, ZERO } from "../../core/rational.ts";
import { inWords, typedPercent } from "../../notation/print.ts";
import { pastWarsInWords } from "../history-words.ts";
import { list, listOfPhrases } from "../list.ts";
import { namedOrigin, printOfRatio, typedName } from "../named.ts";
import { digitsAsWords } from "../number-word.ts";
import { withRemark } from "../remark.ts";
import { ratioUsed } from "../sentence.ts";
import { isUsed, type Printed } from "./attribution.ts";
import { isNobody } from "./statement.ts";

/** An estimate, and what it is called if there are several. */
interface Assuming extends Printed {
  readonly name?: string;
}

/**
 * "if three others were wounded or captured for each person killed": what the printed numbers take. Undefined if they
 * take nothing. If several take different things, each has the names of those that take it.
 */
export function assumptionOf(all: readonly Assuming[], more: readonly string[] = []): string | undefined {
  const names = new Map<string, string[]>();
  for (const { name = "", ...printed } of all) {
    const taken = isNobody(printed.estimate) ? ratiosOfNobody(printed) : [...ratios(printed), ...conditions(printed)];
    for (const part of taken) names.set(part, [...(names.get(part) ?? []), name]);
  }
  const isOfAll = [...names.values()].every(({ length }) => length === all.length);
  const parts = [...names].map(([part, own]) => (isOfAll ? part : `for ${list(own)} ${part}`));
  const texts = [...parts, ...more];
  return texts.length > 0 ? `if ${listOfPhrases(texts)}` : undefined;
}

/** That nobody was killed says nothing of the others: only the ratio does, unless the total is known. */
function ratiosOfNobody(printed: Printed): string[] {
  return printed.estimate.scenario.casualties?.length ? [] : ratios(printed);
}

/** Where each ratio of a past war is from, and what its counts have: nobody asks that of a war of today. */
export function ratioNotes(all: readonly Printed[]): string[] {
  const named = all.flatMap((printed) => perKilledIn(printed).flatMap(({ ratio }) => ratio.named ?? []));
  const notes = named.flatMap((each) =>
    each.kind === "case" ? [`${typedName(each)}: ${namedOrigin(each, false)}`] : [],
  );
  return [...new Set(notes)];
}

/** How many were lost in which way, per person killed. */
interface PerKilled {
  readonly ratio: Ratio;
  readonly whom: string;
  /** These are "others", not all of one category. */
  readonly isOfOthers: boolean;
}

/** The ratio, and the multipliers of categories, which share their "for each person killed". */
function ratios(printed: Printed): string[] {
  const all = perKilledIn(printed);
  if (all.length === 0) return [];
  // "Half an other" is not a number of people.
  const isBelowOne = all.every(({ ratio: { high } }) => high.compare(ONE) < 0 && high.compare(ZERO) > 0);
  const times = isBelowOne ? HUNDRED : ONE;
  const forEach = `for ${isBelowOne ? "every 100 people killed" : "each person killed"}`;
  const [only, another] = all;
  // A single name is at the end.
  if (!another) return [withName(`${were(only!, times)} ${forEach}`, only!)];
  return [`${list(all.map((part) => withName(were(part, times), part)))} ${forEach}`];
}

function perKilledIn({ estimate, basis }: Printed): PerKilled[] {
  const { scenario, combinations } = estimate;
  const given = basis.has("others per killed") ? ratioUsed(estimate) : undefined;
  // For a named case, only its numbers for these categories are used.
  const ratio = given && { ...given, ...estimate.solution.given.get("others per killed")?.value };
  const divided = dividedCategories(scenario);
  const whom = ratio && (divided.length > 0 ? divided : (ratio.named?.covers ?? CATEGORIES));
  const multiplied = combinations.flatMap(({ of, form, all: [first], value }): PerKilled[] => {
    if (form !== "multiplier" || !basis.has(quantityStated(of, form))) return [];
    return [{ ratio: { ...(first!.stated as Ratio), ...value }, whom: of, isOfOthers: false }];
  });
  return [
    ...(ratio ? [{ ratio, whom: list(whom!).replace(" and ", " or "), isOfOthers: divided.length === 0 }] : []),
    ...multiplied,
  ];
}

const HUNDRED = Rational.of(100);

/** "three others were wounded", "one other was wounded", "one deserted". */
function were({ ratio, whom, isOfOthers }: PerKilled, times: Rational): string {
  const multiplied: Range = {
    ...ratio,
    low: ratio.low.times(times),
    best: ratio.best?.times(times),
    high: ratio.high.times(times),
  };
  const number = digitsAsWords(inWords(multiplied, printOfRatio(ratio)));
  const isOne = number === "one";
  const verb = whom === "deserted" ? [] : [isOne ? "was" : "were"];
  const others = isOfOthers ? [isOne ? "other" : "others"] : [];
  return [number, ...others, ...verb, whom].join(" ");
}

/** With the war that the ratio is from: "(United States, Korean War, 1950-1953)". */
function withName(text: string, { ratio }: PerKilled): string {
  return ratio.named ? withRemark(text, nameOf(ratio.named)) : text;
}

/** The war that a ratio is from, as readers know it. */
function nameOf(named: NamedRatio): string {
  return named.kind === "history" ? `the 80% range of ${pastWarsInWords(named)}` : (named.title ?? named.name);
}

function conditions(printed: Printed): string[] {
  const { estimate, basis } = printed;
  const { scenario, combinations, isDaily, asked } = estimate;
  const { died, coverage, of, share } = scenario;
  const used = combinations.filter((combination) => isUsed(combination, basis));
  const isOfKilled = used.some((combination) => combination.of === "killed");
  const isAny = (name: string) => used.some(({ rule, used: reports }) => rule === name && reports.length > 1);
  const throughout = isDaily ? [] : [...new Set(paces(scenario).map(({ text }) => text))];
  return [
    ...(died && basis.has("share who died") ? [`${inWords(died, typedPercent, "less")} of them died`] : []),
    ...(coverage && isOfKilled ? [`the list has ${inWords(coverage.share, typedPercent, "less")} of all deaths`] : []),
    ...(of ? [`${inWords(of.share, typedPercent, "less")} of the killed were ${of.label}`] : []),
    ...(basis.has("first list") ? ["being on one of two lists says nothing about being on the other"] : []),
    ...throughout.map((text) => `the pace was “${text}”`),
    ...(share && asked.includes("force")
      ? [`these losses were ${inWords(share.share, typedPercent, "less")} of the force`]
      : []),
    ...(isAny("sum") ? ["the figures count different people"] : []),
    ...(isAny("overlap") ? ["all of the figures are right"] : []),
  ];
}
