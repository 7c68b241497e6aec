import type { Subject } from "../../src/core/compare/quantities.ts";
import { estimateOfOne } from "../../src/core/estimate.ts";
import type { InputName } from "../../src/core/inputs.ts";
import type { Range } from "../../src/core/range.ts";
import type { Scenario } from "../../src/core/scenario.ts";
import { readScenarios } from "../../src/input/scenario.ts";
import { parseFigure } from "../../src/notation/figure.ts";
import { compact, typed } from "../../src/notation/print.ts";

/** The inputs of a subject as in a file, and what else is said about it. */
export interface Given {
  readonly [input: string]: unknown;
  readonly common?: readonly InputName[];
  readonly population?: string;
  readonly past?: Subject["past"];
}
export type Subjects = Readonly<Record<string, Given>>;

/** Subjects by their names. "a@2025" is the side a in 2025. */
export function subjectsOf(subjects: Subjects): Subject[] {
  return Object.entries(subjects).map(([name, { common, population, past, ...inputs }]) => {
    const [side, asOf] = name.split("@");
    const estimate = estimateOfOne(scenarioOf({ side, asOf, ...inputs }));
    return { name, estimate, common, past, ...(population ? { population: parseFigure(population) } : {}) };
  });
}

export function scenarioOf(inputs: object): Scenario {
  return readScenarios(JSON.stringify(inputs))[0]!.scenario!;
}

export function written(value: Range | undefined): string | undefined {
  return value && compact(value, typed);
}

/** A caveat or a mistake: "DATES_APART earlier=a later=b days=31". */
export function coded({ code, args }: { readonly code: string; readonly args: object }): string {
  return [code, ...Object.entries(args).map(([key, value]) => `${key}=${value}`)].join(" ");
}
