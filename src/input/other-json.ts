import { suggest } from "../core/suggest.ts";
import { scenarioSchema } from "./scenario-schema.ts";

/** What a JSON file next to scenarios can be: a file of ratios, something this program wrote, or anything else. */
export type OtherJson = "ratios" | "result" | "other";

/** Any file may have these. */
const COMMON = ["$schema", "name", "note"];
const KEYS = Object.keys(scenarioSchema.shape).filter((key) => !COMMON.includes(key));
const MOST_GUESSES = 100;
const KNOWN: ReadonlySet<string> = new Set(KEYS);

/**
 * What a value is that is clearly neither a scenario nor a list of them; undefined if it may be one. A
 * misspelt key, like an empty object or list, may be a scenario that someone wants checked.
 */
export function otherJson(value: unknown): OtherJson | undefined {
  if (isObject(value) && Object.keys(value).length === 0) return undefined;
  const objects = (Array.isArray(value) ? value : [value]).filter(isObject);
  const [first = {}] = objects;
  if (typeof first.schema === "string" && first.schema.startsWith("loss-calc/")) return "result";
  const keys = [...new Set(objects.flatMap((object) => Object.keys(object)))];
  // Guessing takes long: most files have a key that is spelt right, and no scenario has hundreds of keys.
  if (keys.some((key) => KNOWN.has(key))) return undefined;
  if (keys.slice(0, MOST_GUESSES).some((key) => suggest(key, KEYS))) return undefined;
  return Array.isArray(first.conflicts) ? "ratios" : "other";
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
