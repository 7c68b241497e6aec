import * as z from "zod";
import { CATEGORIES, KINDS } from "../core/scenario.ts";

const number = z.number().min(0);
const dated = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/);
const category = z.enum(CATEGORIES);

const range = z
  .strictObject({
    low: number,
    best: number.optional(),
    high: number,
    openLow: z.boolean().meta({ description: "the truth may lie below low" }),
    openHigh: z.boolean().meta({ description: "the truth may lie above high" }),
    approximate: z.boolean(),
  })
  .meta({ id: "range", description: "bounds, not percentiles: people, losses per person killed, or a share from 0" });

const attribution = { source: z.string().optional(), asOf: dated.optional() };
const whose = { ...attribution, url: z.string().optional(), note: z.string().optional() };
const input = range.extend({ text: z.string(), ...whose });
const report = input.extend({ kind: z.enum(KINDS).optional() });

const basis = { name: z.string(), covers: z.array(category), record: z.string().optional() };
const definitions = z.array(z.strictObject({ definition: z.string(), rows: number }));
const page = z.strictObject({ title: z.string(), url: z.string().optional(), where: z.string().optional() });
const named = z
  .discriminatedUnion("kind", [
    z.strictObject({
      kind: z.literal("case"),
      ...basis,
      title: z.string().optional(),
      counts: z
        .strictObject({ killed: number, losses: z.array(z.strictObject({ of: z.string(), count: number })) })
        .optional(),
      definition: z.string().optional(),
      killedMeans: z.string().optional(),
      woundedMeans: z.string().optional(),
      notComparable: z.string().optional(),
      source: page,
      elsewhere: z.array(z.strictObject({ of: z.string(), source: page })).optional(),
      file: z.string().optional(),
      version: z.string().optional(),
    }),
    z.strictObject({
      kind: z.literal("history"),
      ...basis,
      wars: number,
      rows: number,
      mean: number,
      spread: number,
      t: number,
      definitions,
      outside: z.array(z.strictObject({ war: z.string(), mean: number })),
    }),
  ])
  .meta({ id: "named", description: "where a ratio comes from that was given by a name" });
const ratio = input.extend({ named: named.optional() });
const loss = ratio.extend({ kind: z.enum(["count", "multiplier"]) });

const byCategory = <T extends z.ZodType>(value: T) =>
  Object.fromEntries(CATEGORIES.map((name) => [name, value.optional()])) as Record<
    (typeof CATEGORIES)[number],
    z.ZodOptional<T>
  >;

const losses = {
  killed: range.optional(),
  others: range.optional(),
  ...byCategory(range),
  outOfAction: range.optional(),
  net: range.optional(),
};
const shares = { share: range, netShare: range.optional() };

/**
 * What --json writes, version 1. Fields are only added within a version; a test holds the
 * JSON Schema made of this against the one that was published.
 */
export const estimateSchema = z
  .strictObject({
    schema: z.literal("loss-calc/estimate"),
    version: z.literal(1),
    name: z.string().optional(),
    note: z.string().optional(),
    side: z.string().optional(),
    asOf: dated.optional(),
    inputs: z.strictObject({
      killed: z.array(report).optional(),
      casualties: report.optional(),
      ratio: ratio.extend({ covers: z.array(category) }).optional(),
      ...byCategory(loss),
      returned: input.optional(),
      coverage: input.optional(),
      combine: z.strictObject({ rule: z.enum(["envelope", "overlap", "sum", "prefer"]), ...attribution }).optional(),
    }),
    covers: z.array(z.enum(["killed", ...CATEGORIES])).meta({ description: "what is counted in outOfAction" }),
    ...losses,
    outOfAction: range,
    implied: z.strictObject(byCategory(range)).meta({ description: "counted losses per person killed" }),
    share: range.optional().meta({ description: "where there is one force" }),
    netShare: range.optional(),
    shareInWords: z.string().optional(),
    forces: z.array(input.extend({ label: z.string().optional(), ...shares, shareInWords: z.string() })),
    sources: z.array(
      z.strictObject({ name: z.string(), ...attribution, ...losses, shares: z.array(z.strictObject(shares)) }),
    ),
    replaced: z
      .array(z.strictObject({ input: z.string(), from: z.string().optional(), to: z.string().optional() }))
      .optional()
      .meta({ description: "what differs from the scenario file" }),
    sentence: z.string(),
    caveats: z.array(
      z.strictObject({
        code: z.string(),
        args: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), definitions])),
        message: z.string(),
      }),
    ),
    working: z.array(z.strictObject({ step: z.string(), formula: z.string(), lines: z.array(z.string()) })),
  })
  .meta({ title: "An estimate of loss-calc" });
