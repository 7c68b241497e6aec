import { suggest } from "../core/suggest.ts";
import { scenarioSchema } from "./scenario-schema.ts";

/** What a JSON file next to scenario files can be: a file of ratios, something this program wrote, or anything else. */
export type OtherJson = "ratios" | "result" | "other";

/** Any file may have these keys. */
const COMMON = ["$schema", "name", "note"];
const KEYS = Object.keys(scenarioSchema.shape).filter((key) => !COMMON.includes(key));
const MOST_GUESSES = 100;
const KNOWN: ReadonlySet<string> = new Set(KEYS);

/**
 * Says what a value is if it is clearly neither a scenario nor a list of them; undefined if it may be a scenario. A
 * misspelt key, an empty object or an empty list may all come from a scenario that someone wants checked.
 */
export function otherJson(value: unknown): OtherJson | undefined {
  if (isObject(value) && Object.keys(value).length === 0) return undefined;
  const objects = (Array.isArray(value) ? value : [value]).filter(isObject);
  const [first = {}] = objects;
  if (typeof first.schema === "string" && first.schema.startsWith("loss-calc/")) return "result";
  const keys = [...new Set(objects.flatMap((object) => Object.keys(object)))];
  // Guessing is slow, so we avoid it: most files have a key that is spelt right, and no scenario has hundreds of keys.
  if (keys.some((key) => KNOWN.has(key))) return undefined;
  if (keys.slice(0, MOST_GUESSES).some((key) => suggest(key, KEYS))) return undefined;
  return Array.isArray(first.conflicts) ? "ratios" : "other";
}

/** The same for a file that somebody named: what has no keys at all is left to be reported by its type. */
export function otherNamedJson(value: unknown): OtherJson | undefined {
  const objects = Array.isArray(value) ? value : [value];
  const hasKeys = objects.length > 0 && objects.every((object) => isObject(object) && Object.keys(object).length > 0);
  return hasKeys ? otherJson(value) : undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
