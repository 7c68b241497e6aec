import { collect } from "../errors.ts";
import { estimateOfOne } from "../estimate.ts";
import type { Force, InputName } from "../inputs.ts";
import type { Range, RangeEnd } from "../range.ts";
import type { Scenario } from "../scenario.ts";
import type { Subject } from "./quantities.ts";

/** The inputs that two subjects may have in common. Figures of losses are always those of one subject. */
const SHAREABLE = ["ratio", "died", "returned", "force", "days"] as const satisfies readonly InputName[];
type Shareable = (typeof SHAREABLE)[number];
type End = Exclude<RangeEnd, "best">;

/**
 * Two subjects at each combination of the ends of what they have in common, so that it has one value for both: an
 * assumption that was given once for all, or an input that did not change between two dates. They are returned as they
 * are if nothing that they have in common is a range.
 */
export function cornersOf(a: Subject, b: Subject, areDates: boolean): (readonly [Subject, Subject])[] {
  const shared = SHAREABLE.filter((input) => isShared(input, a, b, areDates));
  const corners = () =>
    shared.reduce<(readonly [Subject, Subject])[]>(
      (pairs, input) =>
        pairs.flatMap(([first, second]) =>
          (["low", "high"] as const).map((end) => [fixed(first, input, end), fixed(second, input, end)] as const),
        ),
      [[a, b]],
    );
  // An end may contradict another figure, and then has no result. The ranges as they are cover all other values.
  return collect([], corners) ?? [[a, b]];
}

function isShared(input: Shareable, a: Subject, b: Subject, areDates: boolean): boolean {
  const [value, other] = [a, b].map(({ estimate }) => rangeOf(estimate.scenario, input));
  if (!value || !other || String(value.low) === String(value.high)) return false;
  if (a.common?.includes(input) && b.common?.includes(input)) return true;
  return areDates && JSON.stringify(value) === JSON.stringify(other);
}

/** The range of an input. Several forces have none. */
function rangeOf(scenario: Scenario, input: Shareable): Range<unknown> | undefined {
  if (input !== "force") return scenario[input];
  return scenario.force?.length === 1 ? scenario.force[0]!.figure : undefined;
}

/** The subject with one input at one end of its range. */
function fixed(subject: Subject, input: Shareable, end: End): Subject {
  const { scenario } = subject.estimate;
  const value =
    input === "force"
      ? scenario.force!.map((force): Force => ({ ...force, figure: atEnd(force.figure, end) }))
      : atEnd(scenario[input]! as Range, end);
  return { ...subject, estimate: estimateOfOne({ ...scenario, [input]: value }) };
}

function atEnd<T extends Range<unknown>>(value: T, end: End): T {
  return {
    ...value,
    low: value[end],
    best: undefined,
    high: value[end],
    openLow: end === "low" && value.openLow,
    openHigh: end === "high" && value.openHigh,
  };
}
