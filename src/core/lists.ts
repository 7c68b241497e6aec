import { REPORTED } from "./categories.ts";
import { defined } from "./defined.ts";
import type { Problem } from "./errors.ts";
import { exact, type Figure } from "./figure.ts";
import type { InputName, Kind, Report } from "./inputs.ts";
import type { Range } from "./range.ts";
import { greatest, least, type Rational, ZERO } from "./rational.ts";
import type { Scenario } from "./scenario.ts";

/** Two lists of people killed, as the killed are calculated from them. */
export interface TwoLists {
  readonly first: Range;
  readonly second: Range;
  readonly both: Range;
  /** An end would have more people on both lists than on one of them, so it was moved. */
  readonly isMoved: boolean;
}

/**
 * The two lists of a scenario, and the people on both. No more people can be on both lists than on either, so an
 * end where they would be is moved to where everyone on the shorter list is on both, and there is no best value.
 * Undefined without two lists.
 */
export function listsIn({ list = [], both: figure }: Scenario): TwoLists | undefined {
  const [first, second] = list.map(({ figure }) => exact(figure));
  if (!first || !second || !figure) return undefined;
  const both = exact(figure);
  const floor = both.openLow ? ZERO : both.low;
  const ceiling = greatest([floor, least([first.low, second.low])]);
  const isMoved = [first, second].some(({ low }) => low.compare(floor) < 0) || both.high.compare(ceiling) > 0;
  if (!isMoved) return { first, second, both, isMoved };
  const above = (range: Range) => moved(range, (end) => greatest([end, floor]));
  return { first: above(first), second: above(second), both: moved(both, (end) => least([end, ceiling])), isMoved };
}

function moved({ low, high, openLow, openHigh, approximate }: Range, move: (end: Rational) => Rational): Range {
  return { low: move(low), high: move(high), openLow, openHigh, approximate };
}

/** The inputs that say something else about the killed, or apply to one report of them. */
const OTHERS = ["killed", "casualties", "coverage", "of", "combine"] as const satisfies readonly InputName[];

/** Lists from which the killed do not follow: too few or too many, or with an impossible overlap. */
export function listProblems(scenario: Scenario): Problem[] {
  const { list = [], both } = scenario;
  const leftOut = scenario.leftOut?.find(({ input }) => input === "list")?.kind;
  const lacking = (lacks: "list" | "lists" | "both", kind?: Kind): Problem => ({
    code: "E-LISTS-LACK",
    args: defined({ lacks, leftOut: kind }),
  });
  if (list.length === 0) return both ? [lacking("lists", leftOut)] : [];
  const clashes = OTHERS.filter((input) => scenario[input] && !(input === "combine" && isAnyRival(scenario)));
  return [
    ...(list.length > 2 ? [{ code: "E-LISTS-MANY", args: { count: list.length } } as const] : []),
    ...(list.length === 1 ? [lacking("list", leftOut)] : []),
    ...(list.length === 2 && !both ? [lacking("both")] : []),
    ...clashes.map((given): Problem => ({ code: "E-LISTS-WITH", args: { given } })),
    ...(both && list.length <= 2 ? overlapProblems(list, both) : []),
  ];
}

/** Whether there are rival reports of some loss, which a rule would combine. */
function isAnyRival(scenario: Scenario): boolean {
  return REPORTED.some((of) => (scenario[of]?.length ?? 0) > 1);
}

/** If perhaps nobody is on both lists, the killed have no upper limit. Nor can more people be on both than on either. */
function overlapProblems(list: readonly Report[], both: Figure): Problem[] {
  if (both.low === 0) return [{ code: "E-BOTH", args: { because: "nobody" } }];
  const short = both.openLow ? undefined : list.find(({ figure }) => !figure.openHigh && both.low > figure.high);
  if (!short) return [];
  const args = defined({ both: both.text, list: short.figure.text, source: short.source });
  return [{ code: "E-BOTH", args: { because: "above", ...args } }];
}
