import * as z from "zod";

/** An object that allows no other keys. The message carries its known keys, so that a suggestion can be made. */
export function object<Shape extends z.ZodRawShape>(shape: Shape) {
  const known = Object.keys(shape).join(" ");
  return z.strictObject(shape, { error: ({ code }) => (code === "unrecognized_keys" ? known : undefined) });
}
