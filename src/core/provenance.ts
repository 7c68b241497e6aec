import type { Attribution, InputName } from "./inputs.ts";
import { givenCategories, type Scenario } from "./scenario.ts";

/** What a careful reader would find missing in a figure, or in the whole scenario. */
export interface Gap {
  readonly lacks: "source" | "date" | "side";
  /** The figure with the gap. Absent for the side. */
  readonly input?: InputName;
  /** Its index if there are several, from 0. */
  readonly index?: number;
}

/**
 * What is missing from the origin of each reported figure (the killed, casualties, counts and forces): who says so, as
 * of when (its own date, or the scenario's), and whose losses they are.
 */
export function gapsOf(scenario: Scenario): Gap[] {
  const { side, asOf, killed = [], list = [], casualties = [], force: forces = [] } = scenario;
  const counts = givenCategories(scenario).filter(([, loss]) => loss.kind !== "multiplier");
  const figures: (Omit<Gap, "lacks"> & { attribution: Attribution })[] = [
    ...killed.map((attribution, index) => ({
      input: "killed" as const,
      ...placeIn(killed, index),
      attribution,
    })),
    ...list.map((attribution, index) => ({ input: "list" as const, ...placeIn(list, index), attribution })),
    ...casualties.map((attribution, index) => ({
      input: "casualties" as const,
      ...placeIn(casualties, index),
      attribution,
    })),
    ...counts.map(([input, attribution]) => ({ input, attribution })),
    ...forces.map((attribution, index) => ({
      input: "force" as const,
      ...placeIn(forces, index),
      attribution,
    })),
  ];
  return [
    ...(side === undefined ? [{ lacks: "side" } as const] : []),
    ...figures.flatMap(({ attribution, ...figure }) => [
      ...(attribution.source === undefined ? [{ lacks: "source", ...figure } as const] : []),
      ...((attribution.asOf ?? asOf) ? [] : [{ lacks: "date", ...figure } as const]),
    ]),
  ];
}

function placeIn(list: readonly unknown[], index: number): { index?: number } {
  return list.length > 1 ? { index } : {};
}
