import type * as z from "zod";

/** Whether a value that was read from JSON fits a definition. */
export type Fits = (value: unknown) => boolean;

/**
 * A test for a definition. Zod finds out what is wrong with each form that a value does not have, which takes ten times
 * as long, so it is only asked if a value does not pass. What this test does not know, it leaves to zod.
 */
export function fitsOf(schema: z.core.$ZodType): Fits {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case "string":
      return (value) => typeof value === "string";
    case "number":
      return Number.isFinite;
    case "enum":
      return (value) => Object.values(def.entries).includes(value as string);
    case "optional":
      return fitsOf(def.innerType);
    case "union": {
      const options = def.options.map(fitsOf);
      return (value) => options.some((fits) => fits(value));
    }
    case "array": {
      const fits = fitsOf(def.element);
      return (value) => Array.isArray(value) && value.length > 0 && value.every(fits);
    }
    case "object":
      return objectFits(def.shape);
    default:
      return () => false;
  }
}

function objectFits(shape: z.core.$ZodShape): Fits {
  const keys = new Map(Object.entries(shape).map(([key, schema]) => [key, fitsOf(schema)]));
  const required = Object.keys(shape).filter((key) => shape[key]!._zod.optin !== "optional");
  return (value) =>
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    required.every((key) => Object.hasOwn(value, key)) &&
    Object.keys(value).every((key) => keys.get(key)?.((value as Record<string, unknown>)[key]) === true);
}
