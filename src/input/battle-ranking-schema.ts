import * as z from "zod";
import { estimateSchema, range } from "./estimate-schema.ts";

const { caveats, working } = estimateSchema.shape;

const year = z.int().optional();
const limits = z.strictObject({
  min: z.number().optional(),
  max: z.number().optional(),
  by: z
    .enum(["class", "options"])
    .optional()
    .meta({ description: "what they follow from: the class of the force or the period, or options" }),
});
const place = z
  .strictObject({ below: z.int(), same: z.int(), above: z.int() })
  .meta({ description: "how many of the sides lost less, exactly as much, and more" });
const figure = z.number().min(0);
const sides = z.array(
  z.strictObject({
    battle: z.string(),
    war: z.string(),
    year: z.int(),
    days: z.int().meta({ description: "from the first day to the last, both counted" }),
    belligerent: z.string(),
    force: z.string().meta({ description: "the force in the abbreviations of the source" }),
    strength: z.int(),
    losses: z.int(),
    share: figure,
    perThousandPerDay: figure,
  }),
);

/** What past --json writes, version 1. Fields are only ever added within a version. */
export const battleRankingSchema = z
  .strictObject({
    schema: z.literal("loss-calc/past"),
    version: z.literal(1),
    force: range.optional(),
    days: range.optional(),
    compared: z.strictObject({
      sides: z.int(),
      battles: z.int(),
      text: z.string(),
      era: z.strictObject({ from: year, to: year }),
      strength: limits,
      days: limits,
    }),
    ranks: z.array(
      z.strictObject({
        of: z.enum(["share", "perThousandPerDay"]),
        value: range,
        below: range.meta({ description: "the part of the sides that lost less: 0.38 is the 38th percentile" }),
        places: z.strictObject({ low: place, best: place.optional(), high: place }),
        points: z
          .strictObject({ p10: figure, p50: figure, p90: figure })
          .meta({ description: "below these are 10%, 50% and 90% of the sides" }),
      }),
    ),
    nearest: sides.meta({ description: "the sides nearest to the ends of the first rank, the least first" }),
    sides: sides
      .optional()
      .meta({ description: "every side that is compared, by the first rank, the least first; with --explain" }),
    sentence: z.string(),
    worth: z.array(z.string()).meta({ description: "what the comparison can and cannot say" }),
    caveats,
    source: z
      .strictObject({
        ...{ name: z.string(), title: z.string(), authors: z.string(), version: z.string(), url: z.string() },
        ...{ licence: z.string(), licenceUrl: z.string(), changes: z.string() },
      })
      .meta({ description: "where the battles are from, their licence, and how they were changed" }),
    working,
  })
  .meta({ title: "A loss-calc ranking among past battles" });
