import { isDaily } from "./given.ts";
import type { Goal } from "./goal.ts";
import { perKilled } from "./quantities.ts";
import { givenCategories, isKilledAlone, isKilledGiven, type Scenario } from "./scenario.ts";
import type { Solution } from "./solve.ts";

/**
 * The quantities that answer what a scenario asks, in the order in which they are listed. The solution has more, but
 * nobody who asks for a share wants fifteen rows.
 */
export function askedOf(scenario: Scenario, solution: Solution, goal?: Goal): string[] {
  const { ratio, died, per, recruits, until, force, share, pace } = scenario;
  const isKnown = (name: string) => (name === "days to go" && goal ? goal.days : solution.get(name)) !== undefined;
  const isPair = isKnown("killed") && (died !== undefined || isTotalIndependent(scenario, solution));
  // If only paces are known, all losses are losses a day.
  const daily = isDaily(scenario);
  const isPeriod = isKnown("days") && !daily;
  const categories = [...new Set(givenCategories(scenario).map(([category]) => category))];
  const asked: readonly (readonly [name: string, isAsked: unknown])[] = [
    ["killed", true],
    ["others", isPair || (ratio && !solution.derivation("others per killed"))],
    ...categories.map((category) => [category, true] as const),
    ["not broken down", true],
    ["others per killed", isPair],
    ["share who died", isPair],
    ["out of action", !isKilledAlone(scenario)],
    ["net", scenario.returned],
    ["force", share && !force],
    ["losses a day", isPeriod],
    ["killed a day", isPeriod && isPair],
    ["losses per unit", per],
    ["losses per 1,000 a day", daily && force],
    ["recruits", recruits],
    ["balance", recruits],
    ["force at the end", !daily && recruits],
    ["pace", pace],
    ["days to go", until],
    ["further losses", !daily && until],
  ];
  return asked.flatMap(([name, isAsked]) => (isAsked && isKnown(name) ? [name] : []));
}

/** Whether killed and all casualties are both known, and neither is calculated from the other. */
function isTotalIndependent(scenario: Scenario, { route }: Solution): boolean {
  return isKilledGiven(scenario) && route.step("others")?.formula.is === "−";
}

/** The lines of working that lead to what is asked. */
export function workingNames(scenario: Scenario, asked: readonly string[]): Set<string> {
  // A count that was divided by a ratio to get the killed says nothing about that ratio.
  const counted = givenCategories(scenario).flatMap(([category, { kind }]) =>
    kind === "count" && isKilledGiven(scenario) ? [perKilled(category)] : [],
  );
  return new Set([...asked, ...counted, "net share", "share", "target"]);
}
