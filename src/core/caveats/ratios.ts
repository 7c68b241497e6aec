import { CATEGORIES } from "../categories.ts";
import type { Ratio } from "../figure.ts";
import { dividedCategories } from "../given.ts";
import { type CaseRatio, isOfAll, type NamedRatio } from "../named.ts";
import { outsidePast } from "../past.ts";
import { givenRatios, type Scenario } from "../scenario.ts";
import type { Caveat } from "./caveat.ts";
import type { Evidence } from "./evidence.ts";

/** The interval of fewer wars than this gets its own caveat. */
const FEW_WARS = 10;

/** Caveats about the ratios of a scenario. A name that is used for several categories is mentioned once. */
export function ratioCaveats({ scenario, comparisons, solution }: Evidence): Caveat[] {
  const divided = dividedCategories(scenario);
  const isCompared = comparisons.some(({ input }) => input === "ratio");
  const caveats: Caveat[] = [];
  const mentioned: string[] = [];
  for (const [input, ratio] of givenRatios(scenario)) {
    const { named } = ratio;
    if (named && !mentioned.includes(named.name)) {
      mentioned.push(named.name);
      // If only counts of some categories are given, only the case's numbers for those categories are used.
      const isOfOthers = input === "ratio" && divided.length === 0 && !isCompared;
      const { captured = [] } = scenario;
      caveats.push(...(isOfOthers && named.kind === "case" ? coversCaveats(named, captured.length > 0) : []));
      caveats.push(...namedCaveats(named));
      const isOfWhole = divided.length === 0 || divided.includes("wounded");
      if (input === "wounded" || (input === "ratio" && isOfWhole)) caveats.push(...outrightCaveats(named));
    }
    if (input === "wounded" || (input === "ratio" && divided.length === 0)) {
      caveats.push(...outsideCaveats(ratio, input));
    } else if (input === "ratio" && divided.includes("wounded")) {
      // It is the ratio of exactly these losses, so that of the wounded alone is compared with others of them alone.
      const used = { ...ratio, ...solution.given.get("others per killed")?.value };
      caveats.push(...outsideCaveats(used, divided.length === 1 ? "wounded" : "ratio"));
    }
  }
  return [...caveats, ...twiceCaveats(scenario, divided.length === 0 && !isCompared)];
}

/** People who are in two counts of a case, if its captured are added to the others. */
function twiceCaveats(scenario: Scenario, isRatioOfOthers: boolean): Caveat[] {
  const who = new Map<string, string>();
  for (const [input, { named }] of givenRatios(scenario))
    if (
      named?.kind === "case" &&
      named.countedTwice &&
      (input === "captured" || (input === "ratio" && isRatioOfOthers))
    )
      who.set(named.name, named.countedTwice);
  return [...who].map(([name, who]) => ({ code: "COUNTED_TWICE", args: { name, who } }));
}

/** Caveats about what a ratio of all other losses covers, and about the captured that it includes. */
function coversCaveats({ name, covers, counts }: CaseRatio, isCountGiven: boolean): Caveat[] {
  const lacks = CATEGORIES.filter((category) => !covers.includes(category));
  const captured = counts?.losses.some(({ of, count }) => of.startsWith("captured") && count > 0);
  return [
    ...(lacks.length > 0 ? [{ code: "RATIO_COVERS", args: { name, covers, lacks } } as const] : []),
    ...(captured && !isCountGiven ? [{ code: "CAPTURED_BY_MULTIPLIER", args: { text: name } } as const] : []),
    ...(captured ? [{ code: "WOUNDED_AND_CAPTURED", args: {} } as const] : []),
  ];
}

/** Those who died of wounds are among the wounded of such a case, so its ratio is too high for killed that include them. */
function outrightCaveats(named: NamedRatio): Caveat[] {
  const isOutright = named.kind === "case" && named.definition === "killed-in-action";
  return isOutright && named.covers.includes("wounded")
    ? [{ code: "KILLED_OUTRIGHT", args: { name: named.name } }]
    : [];
}

function namedCaveats(named: NamedRatio): Caveat[] {
  const { name } = named;
  if (named.kind === "case") {
    const because = named.notComparable;
    return because === undefined ? [] : [{ code: "NOT_COMPARABLE", args: { name, because } }];
  }
  const { wars, definitions } = named;
  const outside = named.outside.map(({ war, title, mean }) => ({ name: war, title, ratio: mean.toFixed(2) }));
  return [
    { code: "HISTORY_INTERVAL", args: { name, wars, definitions, outside } },
    ...(wars < FEW_WARS ? [{ code: "FEW_WARS", args: { name, wars } } as const] : []),
  ];
}

/**
 * One part of history may have a wider range than history as a whole, so the two are not compared. Nor is a ratio of
 * fewer losses compared with a ratio of all losses.
 */
function outsideCaveats(ratio: Ratio, of: "wounded" | "ratio"): Caveat[] {
  const isLike = of === "wounded" ? ratio.named?.kind !== "history" : isOfAll(ratio.named);
  const outside = isLike ? outsidePast(ratio, of) : undefined;
  return outside ? [{ code: "OUTSIDE_HISTORY", args: { of, text: ratio.text, ...outside } }] : [];
}
