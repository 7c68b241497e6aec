import { isDaily } from "./given.ts";
import type { Goal } from "./goal.ts";
import { perKilled } from "./quantities.ts";
import { givenCategories, isKilledAlone, type Scenario } from "./scenario.ts";
import type { Solution } from "./solve.ts";

/**
 * The quantities that answer what a scenario asks, in the order in which they are listed. There are more in the
 * solution: nobody who asks for a share wants fifteen rows.
 */
export function askedOf(scenario: Scenario, solution: Solution, goal?: Goal): string[] {
  const { ratio, died, per, recruits, until, force, share, pace } = scenario;
  const knows = (name: string) => (name === "days to go" && goal ? goal.days : solution.get(name)) !== undefined;
  const isPair = knows("killed") && (died !== undefined || isTotalToldApart(scenario, solution));
  // Where only paces are known, all losses are losses a day.
  const daily = isDaily(scenario);
  const isPeriod = knows("days") && !daily;
  const categories = [...new Set(givenCategories(scenario).map(([category]) => category))];
  const asked = [
    "killed",
    ...(ratio || isPair ? ["others"] : []),
    ...categories,
    ...(categories.length > 0 ? ["not broken down"] : []),
    ...(isPair ? ["others per killed", "share who died"] : []),
    ...(isKilledAlone(scenario) ? [] : ["out of action"]),
    ...(scenario.returned ? ["net"] : []),
    ...(share && !force ? ["force"] : []),
    ...(isPeriod ? ["losses a day"] : []),
    ...(isPeriod && isPair ? ["killed a day"] : []),
    ...(per ? ["losses per unit"] : []),
    ...(daily && force ? ["losses per 1,000 a day"] : []),
    ...(recruits ? ["recruits", "balance", ...(force && !daily ? ["force at the end"] : [])] : []),
    ...(pace ? ["pace"] : []),
    ...(until ? ["days to go", ...(daily ? [] : ["losses by then"])] : []),
  ];
  return asked.filter(knows);
}

/** Whether killed and all casualties are both known, and neither from the other. */
function isTotalToldApart({ killed }: Scenario, { route }: Solution): boolean {
  return killed !== undefined && route.step("others")?.formula.is === "−";
}

/** The lines of working that lead to what is asked. */
export function workingNames(scenario: Scenario, asked: readonly string[]): Set<string> {
  // What was divided by a ratio says nothing of one.
  const counted = givenCategories(scenario).flatMap(([category, { kind }]) =>
    kind === "count" && scenario.killed ? [perKilled(category)] : [],
  );
  return new Set([...asked, ...counted, "net share", "share", "target"]);
}
