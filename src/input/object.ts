import * as z from "zod";

/** An object that allows no other keys. The message carries its known keys, so that a suggestion can be made. */
export function object<Shape extends z.ZodRawShape>(shape: Shape) {
  const known = Object.keys(shape).join(" ");
  return z.strictObject(shape, { error: ({ code }) => (code === "unrecognized_keys" ? known : undefined) });
}

/**
 * An object that has only a few of many possible keys. The result keeps them in the order in which they were written.
 */
export function sparse<Shape extends z.ZodRawShape>(shape: Shape) {
  return new Sparse(object(shape).def) as z.ZodObject<Shape, z.core.$strict>;
}

/** TypeScript asks for a name with an explicit type here. */
const ZOD_OBJECT: z.core.$constructor<z.ZodObject> = z.ZodObject;

/**
 * Zod looks at every key that an object may have. That is a hundred keys for a scenario that has ten, and it takes most
 * of the time. So we accept an object as soon as every key that it does have fits, and only ask zod what is wrong with
 * the others.
 */
const Sparse = z.core.$constructor<z.ZodObject>("Sparse", (inst, def) => {
  ZOD_OBJECT.init(inst, def);
  const whole = inst._zod.parse;
  const required = Object.keys(def.shape).filter((key) => def.shape[key]!._zod.optin !== "optional");
  inst._zod.parse = (payload, context) => (fits(payload.value, context) ? payload : whole(payload, context));

  function fits(value: unknown, context: z.core.ParseContextInternal): boolean {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
    return (
      required.every((key) => Object.hasOwn(value, key)) &&
      Object.entries(value).every(([key, inner]) => {
        if (!Object.hasOwn(def.shape, key)) return false;
        const result = def.shape[key]!._zod.run({ value: inner, issues: [] }, context);
        return !(result instanceof Promise) && result.issues.length === 0;
      })
    );
  }
});
