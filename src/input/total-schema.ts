import * as z from "zod";
import { byQuantity, subject } from "./comparison-schema.ts";
import { estimateSchema, range, signed } from "./estimate-schema.ts";

const { caveats, working, shareInWords } = estimateSchema.shape;

/** What total --json writes, version 1. Fields are only ever added within a version. */
export const totalSchema = z
  .strictObject({
    schema: z.literal("loss-calc/total"),
    version: z.literal(1),
    parts: z.array(subject),
    sums: byQuantity(signed),
    lacking: byQuantity(z.array(z.string())).meta({
      description: "the parts that do not have a quantity, so that its sum is open above",
    }),
    force: range.optional().meta({ description: "what the share is of: all forces, or the force of the whole" }),
    share: range.optional(),
    shareInWords,
    stated: z
      .array(z.strictObject({ of: z.string(), stated: range, agrees: z.boolean() }))
      .meta({ description: "totals that were stated, and whether they share a value with the sum" }),
    sentence: z.string(),
    caveats,
    working,
  })
  .meta({ title: "A loss-calc total" });
