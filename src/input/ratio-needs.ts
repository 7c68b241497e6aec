import { collect } from "../core/errors.ts";
import { INPUT_ENTRIES, INPUTS } from "../notation/inputs.ts";

/** Which named ratios are needed to read some inputs, so that they can be loaded first. */
export interface RatioNeeds {
  /** Whether an input may be the name of a ratio. */
  readonly names: boolean;
  /** The files of ratios that scenarios name. */
  readonly files: readonly string[];
}

/** The inputs that can be the name of a ratio. */
export const RATIO_NAME_INPUTS = INPUT_ENTRIES.filter(([, { completes }]) => completes === "ratios").map(
  ([name]) => name,
);

/** Whether a text may be the name of a ratio, with a label or without ("Pentagon=us-korea"). */
export function mayBeName(text: string): boolean {
  return /^\s*[a-z]/i.test(text.slice(text.lastIndexOf("=") + 1));
}

/** What the scenarios of a parsed file need. */
export function ratioNeedsOf(value: unknown): RatioNeeds {
  const scenarios = (Array.isArray(value) ? value : [value]).filter(isObject);
  const files = scenarios.flatMap(({ ratios }) =>
    typeof ratios === "string" ? (collect([], () => INPUTS.ratios.kind.read(ratios)) ?? []) : [],
  );
  const names = scenarios.some((scenario) =>
    RATIO_NAME_INPUTS.some((input) => textsIn(scenario[input]).some(mayBeName)),
  );
  return { names, files: [...new Set(files)] };
}

/** The texts of an input: one, a list, or objects with a text and remarks. */
function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return isObject(value) ? Object.values(value).flatMap(textsIn) : [];
}

// Not that of other-json.ts, which loads the schema and with it zod.
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;
