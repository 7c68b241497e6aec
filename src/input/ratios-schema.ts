import * as z from "zod";
import { CATEGORIES } from "../core/categories.ts";
import { CONFIDENCES, DEFINITIONS, SCOPES, SOURCE_TYPES } from "../record/choices.ts";
import { object } from "./object.ts";

const text = z.string().min(1);
const people = z.int().min(0);
const year = z.int().min(0).max(9999);
const month = z.int().min(1).max(12);
/** Absent, or null, as in a table that has every column in every row. */
const maybe = <T extends z.ZodType>(value: T) => value.nullish();

const counts = {
  killed: maybe(people),
  wounded: maybe(people).meta({ description: "wounded who lived" }),
  captured: maybe(people),
  missing: maybe(people),
  capturedOrMissing: maybe(people).meta({ description: "one number for both, if the source does not split them" }),
};
const ratio = z.union([z.string(), z.number()]).meta({ examples: [3, "2-4"] });

const date = text.meta({ examples: ["1988-05-26", "May 1988", "1988"] });
const author = z.union([object({ family: text, given: maybe(text) }), object({ literal: text })], {
  error: 'a person, as { "family": "Fox", "given": "William F." }, or an office, as { "literal": "Ministry of War" }',
});

const source = object({
  id: text.meta({ description: "the name that cases refer to it by" }),
  countedBy: maybe(text).meta({ description: "who counted; if the document does not say, who published it" }),
  counterUnknown: maybe(z.boolean()).meta({ description: "the document does not say who counted" }),
  type: maybe(z.enum(SOURCE_TYPES)).meta({ description: "what the document is, by its name in CSL" }),
  title: text,
  titleEnglish: maybe(text),
  author: maybe(z.array(author).min(1)).meta({
    description: "who wrote it: people, or an office as a whole (literal)",
  }),
  container: maybe(text).meta({ description: "the newspaper, journal, site or series that it is part of" }),
  publisher: maybe(text),
  published: maybe(date).meta({ description: "a day, a month or a year" }),
  reproducedBy: maybe(text).meta({ description: "who has the copy that was seen" }),
  url: maybe(z.string().meta({ format: "uri" })),
  seen: maybe(date).meta({ description: "when the page was seen" }),
  where: maybe(text).meta({ description: "the place on the page" }),
  note: maybe(text),
}).meta({ id: "source" });

const conflict = object({
  id: text.meta({ description: "the name of the ratio: letters from a to z, digits, - and _, starting with a letter" }),
  conflict: maybe(text),
  belligerent: maybe(text),
  war: maybe(text).meta({ description: "the war that the case belongs to" }),
  startYear: maybe(year),
  startMonth: maybe(month).meta({ description: "the first month that the counts cover" }),
  endYear: maybe(year),
  endMonth: maybe(month),
  scope: maybe(z.enum(SCOPES)),
  ...counts,
  killedBasis: maybe(z.enum(DEFINITIONS)).meta({ description: "how the source defines killed" }),
  killedMeans: maybe(text),
  woundedMeans: maybe(text),
  countedTwice: maybe(text).meta({ description: "who is in two of the counts" }),
  served: maybe(people),
  servedMeans: maybe(text),
  woundedPerKilled: maybe(ratio).meta({ description: "if there are no counts" }),
  nonfatalPerKilled: maybe(ratio).meta({ description: "all other losses per killed, if there are no counts" }),
  covers: maybe(z.array(z.enum(CATEGORIES)).min(1)).meta({
    description: "what nonfatalPerKilled includes; without it, all four",
  }),
  comparable: maybe(z.boolean()),
  notComparableBecause: maybe(text),
  sourceId: text.meta({ description: "the id of one of the sources" }),
  countSources: maybe(
    object(
      Object.fromEntries([...Object.keys(counts), "served"].map((count) => [count, maybe(text)])) as Record<
        keyof typeof counts | "served",
        ReturnType<typeof maybe<typeof text>>
      >,
    ),
  ).meta({ description: "the sources of counts that are on another page" }),
  alsoSeenIn: maybe(z.array(text)),
  otherFigures: maybe(z.array(object({ ...counts, sourceId: text, note: maybe(text) }))),
  byService: maybe(z.array(object({ service: text, ...counts }))),
  whyThisFigure: maybe(text),
  confidence: maybe(z.enum(CONFIDENCES)),
  note: maybe(text),
}).meta({ id: "conflict", description: "counts from which a ratio is calculated, or a ratio" });

/** A file of named ratios, in the shape of the built-in record. */
export const ratiosSchema = object({
  $schema: z.string().optional(),
  version: text.optional(),
  sources: z.array(source).min(1),
  conflicts: z.array(conflict).min(1),
}).meta({ title: "Named ratios for loss-calc" });

export type WrittenCase = z.infer<typeof conflict>;
