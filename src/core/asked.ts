import { isDaily } from "./given.ts";
import { perKilled } from "./quantities.ts";
import { givenCategories, isKilledAlone, type Scenario } from "./scenario.ts";
import type { Solution } from "./solve.ts";

/**
 * The quantities that answer what a scenario asks, in the order in which they are listed. There are more in the
 * solution: nobody who asks for a share wants fifteen rows.
 */
export function askedOf(scenario: Scenario, solution: Solution): string[] {
  const { ratio, casualties, killed, died, per, recruits, until, force, share } = scenario;
  const knows = (name: string) => solution.get(name) !== undefined;
  const isPair = knows("killed") && (died !== undefined || (casualties !== undefined && killed !== undefined));
  // Where only paces are known, all losses are losses a day.
  const isPeriod = knows("days") && !isDaily(scenario);
  const asked = [
    "killed",
    ...(ratio || isPair ? ["others"] : []),
    ...[...new Set(givenCategories(scenario).map(([category]) => category))],
    "not broken down",
    ...(isPair ? ["others per killed", "share who died"] : []),
    ...(isKilledAlone(scenario) ? [] : ["out of action"]),
    "net",
    ...(share && !force ? ["force"] : []),
    ...(isPeriod ? ["losses a day"] : []),
    ...(isPeriod && isPair ? ["killed a day"] : []),
    ...(per ? ["losses per unit"] : []),
    ...(recruits ? ["recruits", "balance", ...(force ? ["force at the end"] : [])] : []),
    ...(until ? ["days to go", "losses by then"] : []),
  ];
  return asked.filter(knows);
}

/** The lines of working that lead to what is asked. */
export function workingNames(scenario: Scenario, asked: readonly string[]): Set<string> {
  // What was divided by a ratio says nothing of one.
  const counted = givenCategories(scenario).flatMap(([category, { kind }]) =>
    kind === "count" && scenario.killed ? [perKilled(category)] : [],
  );
  return new Set([...asked, ...counted, "net share", "share", "target"]);
}
