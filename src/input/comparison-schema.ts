import * as z from "zod";
import { COMPARED } from "../core/compare/quantities.ts";
import { estimateSchema, inputRange, range, signed } from "./estimate-schema.ts";

const { asOf, inputs, caveats, working, replaced } = estimateSchema.shape;

/** Quantities by their keys, each if it is known. */
export const byQuantity = <T extends z.ZodType>(value: T) =>
  z.strictObject(Object.fromEntries(COMPARED.map(({ key }) => [key, value.optional()])));

/** One subject of a comparison, or one part of a total. */
export const subject = z.strictObject({
  name: z.string(),
  side: z.string().optional(),
  asOf,
  isPast: z.boolean().meta({ description: "it is a case of the historical record, or one of your own" }),
  inputs,
  population: inputRange.optional(),
  results: byQuantity(signed),
  caveats,
});

const paired = z.strictObject({ low: z.number(), high: z.number() });
const contrast = z.strictObject({
  quotient: range.optional().meta({ description: "the subject ÷ what it is compared with" }),
  difference: signed.meta({ description: "the subject − what it is compared with" }),
  change: signed
    .optional()
    .meta({ description: "the difference as a part of what it is compared with: 0.25 is 25% more" }),
  paired: z
    .strictObject({ quotient: paired.optional(), difference: paired, change: paired.optional() })
    .optional()
    .meta({ description: "the same, low with low and high with high" }),
});
const place = z.number().meta({ description: "a place in the list of subjects, from 0" });

/** What compare --json writes, version 1. Fields are only ever added within a version. */
export const comparisonSchema = z
  .strictObject({
    schema: z.literal("loss-calc/comparison"),
    version: z.literal(1),
    subjects: z.array(subject),
    comparisons: z.array(
      z.strictObject({
        kind: z.enum(["sides", "dates", "past"]),
        subject: place,
        against: place,
        results: byQuantity(contrast),
        changed: replaced,
        same: z.array(z.string()).optional().meta({ description: "inputs that are the same on both dates" }),
      }),
    ),
    together: byQuantity(signed).optional().meta({ description: "all sides together" }),
    sentence: z.string(),
    caveats,
    working,
  })
  .meta({ title: "A loss-calc comparison" });
