import { CATEGORIES } from "../../core/categories.ts";
import type { Estimate } from "../../core/estimate.ts";
import type { Ratio } from "../../core/figure.ts";
import { dividedCategories, paces } from "../../core/given.ts";
import { decimal, inWords, typedPercent } from "../../notation/print.ts";
import { list } from "../list.ts";
import { printOfRatio, ratioName } from "../named.ts";
import { digitsAsWords } from "../number-word.ts";
import { inDays } from "../quantity-words.ts";
import { ratioUsed } from "../sentence.ts";

/** An estimate, and what it is called if there are several. */
interface Assuming {
  readonly name?: string;
  readonly estimate: Estimate;
}

/**
 * "if three others were wounded or captured for each person killed": what the results take. Nothing if they take
 * nothing. If several take different things, each has the names of those that take it.
 */
export function assumptionOf(all: readonly Assuming[], more: readonly string[] = []): string | undefined {
  const names = new Map<string, string[]>();
  for (const { name = "", estimate } of all) {
    for (const part of [...ratios(estimate), ...conditions(estimate)])
      names.set(part, [...(names.get(part) ?? []), name]);
  }
  const isOfAll = [...names.values()].every(({ length }) => length === all.length);
  const parts = [...names].map(([part, own]) => (isOfAll ? part : `${part} (${list(own)})`));
  const texts = [...parts, ...more];
  return texts.length > 0 ? `if ${list(texts)}` : undefined;
}

/** The ratio, and the multipliers of categories, which share their "for each person killed". */
function ratios(estimate: Estimate): string[] {
  const { scenario, combinations } = estimate;
  const given = ratioUsed(estimate);
  // For a named case, only its numbers for these categories are used.
  const ratio = given && { ...given, ...estimate.solution.given.get("others per killed")?.value };
  const divided = dividedCategories(scenario);
  const whom = ratio && (divided.length > 0 ? divided : (ratio.named?.covers ?? CATEGORIES));
  const multiplied = combinations.flatMap(({ of, form, all: [first], value }) => {
    if (form !== "multiplier") return [];
    return [were({ ...(first!.stated as Ratio), ...value }, of === "deserted" ? of : `were ${of}`, "")];
  });
  const parts = [
    ...(ratio ? [were(ratio, `were ${list(whom!).replace(" and ", " or ")}`, divided.length > 0 ? "" : " other")] : []),
    ...multiplied,
  ];
  return parts.length > 0 ? [`${list(parts)} for each person killed`] : [];
}

/** "three others were wounded", "one other was wounded (us-korea)". */
function were(ratio: Ratio, what: string, other: string): string {
  const number = digitsAsWords(inWords(ratio, printOfRatio(ratio)));
  const isOne = number === "one";
  const name = ratio.named ? ` (${ratioName(ratio.named)})` : "";
  return `${number}${other && (isOne ? other : `${other}s`)} ${isOne ? what.replace(/^were/, "was") : what}${name}`;
}

function conditions(estimate: Estimate): string[] {
  const { scenario, comparisons, combinations, solution, isDaily, asked } = estimate;
  const { died, coverage, of, list: lists, share } = scenario;
  const rule = (name: string) =>
    combinations.some((combination) => combination.rule === name && combination.used.length > 1);
  const throughout = isDaily ? [] : [...new Set(paces(scenario).map(({ text }) => text))];
  const days = solution.get("days");
  return [
    ...(died && !comparisons.some(({ input }) => input === "died")
      ? [`${inWords(died, typedPercent, "less")} of them died`]
      : []),
    ...(coverage ? [`the list has ${inWords(coverage.share, typedPercent, "less")} of all deaths`] : []),
    ...(of ? [`${inWords(of.share, typedPercent, "less")} of the killed were ${of.label}`] : []),
    ...(lists ? ["being on one of two lists says nothing about being on the other"] : []),
    ...throughout.map(
      (text) => `the pace was “${text}”${days ? ` for ${inDays(digitsAsWords(inWords(days, decimal)))}` : ""}`,
    ),
    ...(share && asked.includes("force") ? [`that is ${inWords(share.share, typedPercent, "less")} of it`] : []),
    ...(rule("sum") ? ["the figures count different people"] : []),
    ...(rule("overlap") ? ["all of the figures are right"] : []),
  ];
}
