import * as z from "zod";
import { CATEGORIES } from "../core/categories.ts";
import { KINDS } from "../core/inputs.ts";

const number = z.number().min(0);
const dated = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/);
const category = z.enum(CATEGORIES);

export const range = z
  .strictObject({
    low: number,
    best: number.optional(),
    high: number,
    openLow: z.boolean().meta({ description: "the truth may be lower than low" }),
    openHigh: z.boolean().meta({ description: "the truth may be higher than high" }),
    approximate: z.boolean(),
  })
  .meta({
    id: "range",
    description: "bounds, not percentiles: people, losses per person killed, or a share (0.5 is 50%)",
  });

/** A balance, or the change between two totals, may be below zero. */
export const signed = range.extend({ low: z.number(), best: z.number().optional(), high: z.number() });

const attribution = { source: z.string().optional(), asOf: dated.optional() };
const provenance = { ...attribution, url: z.string().optional(), note: z.string().optional() };
export const inputRange = range.extend({ text: z.string(), ...provenance });

const per = z.enum(["force", "day", "force and day"]).meta({ description: "what the rate is per" });
const report = inputRange.extend({ kind: z.enum(KINDS).optional(), per: per.optional() });
const rate = inputRange.extend({ per });
const amount = inputRange.extend({ unit: z.string() });

const basis = { name: z.string(), covers: z.array(category), record: z.string().optional() };
/** Past cases or wars as a caveat names them. */
const pastRatios = z.array(z.strictObject({ name: z.string(), title: z.string(), ratio: z.string() }));
/** An input as a caveat names it. */
const namedInputs = z.array(z.strictObject({ input: z.string(), source: z.string().optional(), text: z.string() }));
const definitions = z.array(z.strictObject({ definition: z.string(), rows: number }));
const page = z.strictObject({
  countedBy: z.string().optional(),
  counterUnknown: z.boolean().optional(),
  title: z.string(),
  titleEnglish: z.string().optional(),
  author: z.array(z.strictObject({ family: z.string(), given: z.string(), literal: z.string() }).partial()).optional(),
  container: z.string().optional(),
  publisher: z.string().optional(),
  published: z.string().optional(),
  seen: z.string().optional(),
  reproducedBy: z.string().optional(),
  url: z.string().optional(),
  where: z.string().optional(),
});
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
      countedTwice: z.string().optional(),
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
      outside: z.array(z.strictObject({ war: z.string(), title: z.string(), mean: number })),
    }),
  ])
  .meta({ id: "named", description: "the origin of a ratio that was given by name" });
const ratio = inputRange.extend({ named: named.optional() });
const loss = ratio.extend({ kind: z.enum(["count", "multiplier", "rate"]), per: per.optional() });

const byCategory = <T extends z.ZodType>(value: T) =>
  Object.fromEntries(CATEGORIES.map((name) => [name, value.optional()])) as Record<
    (typeof CATEGORIES)[number],
    z.ZodOptional<T>
  >;

const losses = {
  killed: signed.optional(),
  others: range.optional(),
  ...byCategory(range),
  outOfAction: signed.optional(),
  net: range.optional(),
};
const shares = { share: range, netShare: range.optional() };
const ofForce = {
  killedShare: range.optional().meta({ description: "killed ÷ force" }),
  perThousandPerDay: range.optional().meta({ description: "losses a day per 1,000 of the force" }),
  forceAtEnd: signed.optional().meta({ description: "the force plus the balance of recruits and losses" }),
};
const further = {
  notBrokenDown: range.optional().meta({ description: "others that are in no category" }),
  ratio: range.optional().meta({ description: "others per person killed" }),
  shareWhoDied: range.optional().meta({ description: "killed ÷ casualties" }),
  casualtiesPerKilled: range.optional(),
  force: range.optional().meta({ description: "the force calculated from a share and casualties" }),
  days: range.optional(),
  perDay: signed.optional().meta({ description: "losses a day" }),
  killedPerDay: signed.optional(),
  per30Days: signed.optional(),
  perUnit: signed.optional().meta({ description: "losses per unit of inputs.per" }),
  recruits: range.optional(),
  recruitsPerDay: range.optional(),
  recruitsPerLoss: range.optional(),
  balance: signed.optional().meta({ description: "recruits minus losses, or minus net losses if some returned" }),
  balancePerDay: signed.optional(),
  daysToGo: range.optional().meta({ description: "days until the target is reached, unrounded" }),
  lossesByThen: range.optional().meta({ description: "losses over an amount that is still to go" }),
  ...ofForce,
};

/**
 * What --json writes, version 1. Fields are only ever added within a version: a test compares the JSON Schema made from
 * this with the published one.
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
      list: z.array(report).optional(),
      both: inputRange.optional(),
      without: z.array(z.enum(KINDS)).optional(),
      of: inputRange.extend({ label: z.string() }).optional(),
      casualties: report.optional(),
      several: z
        .strictObject({ casualties: z.array(report).optional(), ...byCategory(z.array(loss)) })
        .optional()
        .meta({ description: "inputs with several reports, apart from the killed" }),
      died: inputRange.optional(),
      share: inputRange.extend({ label: z.string().optional() }).optional(),
      start: dated.optional(),
      end: dated.optional(),
      days: inputRange.optional(),
      per: amount.optional(),
      recruits: z.array(report).optional(),
      until: inputRange.extend({ of: z.enum(["force", "people", "amount"]), unit: z.string().optional() }).optional(),
      pace: rate.optional(),
      ratio: ratio.extend({ covers: z.array(category) }).optional(),
      ...byCategory(loss),
      returned: inputRange.optional(),
      coverage: inputRange.optional(),
      combine: z
        .strictObject({ rule: z.enum(["envelope", "overlap", "sum", "change", "prefer"]), ...attribution })
        .optional(),
    }),
    covers: z.array(z.enum(["killed", ...CATEGORIES])).meta({ description: "the losses counted in outOfAction" }),
    ...losses,
    ...further,
    goal: z
      .strictObject({
        outcome: z.enum(["reached", "never", "may never"]).optional(),
        from: z.string().optional(),
        to: z.string().optional(),
      })
      .optional()
      .meta({ description: "when the target is reached: the first and last day on which that may be" }),
    comparisons: z
      .array(z.strictObject({ input: z.string(), of: z.string(), calculated: range, used: range, agrees: z.boolean() }))
      .optional()
      .meta({ description: "inputs that the result does not depend on: what each gives, next to the value used" }),
    claims: z
      .array(
        z.strictObject({
          of: z.string(),
          text: z.string(),
          verdict: z.enum(["follows", "may hold", "does not hold", "not judged"]),
          needs: z
            .array(
              range.extend({
                of: z.string(),
                certain: range.optional(),
                excludes: z.array(z.enum(["low", "high"])).optional(),
              }),
            )
            .meta({
              description:
                "the values of one input with which it may hold, and those with which it certainly does, if the others stayed the same; an open end is no limit, and an end in excludes is not among them",
            }),
        }),
      )
      .optional()
      .meta({ description: "whether each conclusion follows" }),
    width: z
      .strictObject({
        of: z.string(),
        by: z.array(z.strictObject({ of: z.string(), value: z.number(), narrower: z.number() })),
      })
      .optional()
      .meta({ description: "how much narrower the result would be if one input were known exactly" }),
    implied: z.strictObject(byCategory(range)).meta({ description: "counted losses per person killed" }),
    share: range.optional().meta({ description: "if there is one force" }),
    netShare: range.optional(),
    shareInWords: z.string().optional(),
    forces: z.array(
      inputRange.extend({
        label: z.string().optional(),
        share: range.optional(),
        netShare: range.optional(),
        shareInWords: z.string().optional(),
        ...ofForce,
      }),
    ),
    sources: z.array(
      z.strictObject({ name: z.string(), ...attribution, ...losses, shares: z.array(z.strictObject(shares)) }),
    ),
    leftOut: z
      .array(z.strictObject({ input: z.string(), kind: z.enum(KINDS), ...provenance, text: z.string() }))
      .meta({ description: "reports that the result does not count, because their kind was left out" })
      .optional(),
    replaced: z
      .array(z.strictObject({ input: z.string(), from: z.string().optional(), to: z.string().optional() }))
      .optional()
      .meta({ description: "inputs that differ from the scenario file" }),
    sentence: z.string(),
    caveats: z.array(
      z.strictObject({
        code: z.string(),
        args: z.record(
          z.string(),
          z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), definitions, pastRatios, namedInputs]),
        ),
        message: z.string(),
      }),
    ),
    working: z.array(z.strictObject({ step: z.string(), formula: z.string(), lines: z.array(z.string()) })),
  })
  .meta({ title: "A loss-calc estimate" });
