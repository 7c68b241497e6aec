import * as z from "zod";
import { CAVEAT_CODES } from "../core/caveats.ts";
import { CATEGORIES, type Category, KINDS } from "../core/scenario.ts";
import { object } from "./object.ts";

function written(id: string, description: string, ...examples: (string | number)[]) {
  return z.union([z.string(), z.number()]).meta({ id, description, examples });
}

const figure = written("figure", "a count of people, as reports write it", 7000, "6,000-13,800", "at least 7,000");
const labelled = written("labelledFigure", "a figure, with its source or label and date", 7000, "Ukraine=13,800");
const loss = written(
  "loss",
  "a count of people, with an x a multiplier of the killed, or the name of one",
  "14000-21000",
  "2x-3x",
  "history",
);
const ratio = written("ratio", "losses per person killed, or the name of a ratio", 3, "2-4", "us-korea");
const share = written("share", "a share", "30%", 0.3, "45%-65%");
const date = written("date", "YYYY, YYYY-MM or YYYY-MM-DD", "2022-03-16");
const tolerance = written("tolerance", "people, losses per killed, percent of the value, or points of a share", "1%");
const name = z.string();

const provenance = {
  source: name.meta({ description: "who says so" }).optional(),
  asOf: date.optional(),
  url: z.string().meta({ format: "uri" }).optional(),
  note: name.optional(),
};
const kind = z.enum(KINDS).meta({
  description: "a party's word, someone's reckoning, or a list of deaths confirmed one by one (a minimum)",
});

const report = object({ ...provenance, kind: kind.optional(), figure }).meta({ id: "report" });
const reports = z.union([report, labelled]);
const category = z.union([object({ ...provenance, figure: loss }).meta({ id: "category" }), loss]);
const force = z.union([object({ label: name.optional(), ...provenance, figure }).meta({ id: "force" }), labelled]);

function byCategory<T extends z.ZodType>(value: T): Record<Category, z.ZodOptional<T>> {
  return Object.fromEntries(CATEGORIES.map((key) => [key, value.optional()])) as Record<Category, z.ZodOptional<T>>;
}

/** The results that can be stated; shares one for each force, in their order. */
function results<P extends z.ZodType, R extends z.ZodType, S extends z.ZodType>(people: P, perKilled: R, part: S) {
  const parts = z.union([part, z.array(part).min(1)]).optional();
  return {
    killed: people.optional(),
    others: people.optional(),
    ...byCategory(people),
    outOfAction: people.optional(),
    net: people.optional(),
    share: parts,
    netShare: parts,
    implied: object(byCategory(perKilled)).optional(),
  };
}

const resultShare = written("resultShare", "a share, above 100% too; in a claim also a fraction", "16.0%-36.8%");

function expectation<T extends z.ZodType>(value: T) {
  return z.union([value, object({ value, tolerance: tolerance.optional() })]);
}

const expected = object({
  ...results(expectation(figure), expectation(ratio), expectation(resultShare)),
  caveats: z.array(z.enum(CAVEAT_CODES)).min(1).optional(),
});

/** One scenario, as it is written in a file. */
export const scenarioSchema = object({
  $schema: z.string().optional(),
  name: name.optional(),
  side: name.meta({ description: "whose losses these are" }).optional(),
  asOf: date.optional(),
  note: name.optional(),
  killed: z
    .union([z.array(reports).min(1), ...reports.options])
    .meta({ description: "reported killed: a figure, or one for each source" })
    .optional(),
  casualties: reports.meta({ description: "all losses together, in place of killed" }).optional(),
  ratio: ratio.meta({ description: "wounded, captured, missing and deserted together, per person killed" }).optional(),
  ratios: z
    .string()
    .meta({ description: "a file with ratios that can be used by their names, beside this file" })
    .optional(),
  ...byCategory(category),
  returned: share.meta({ description: "share of the wounded that returned to duty" }).optional(),
  coverage: z
    .union([
      written("labelledShare", "a share, with the source that it belongs to", "45%-65%", "Mediazona=45%-65%"),
      object({ source: name.optional(), asOf: date.optional(), share }),
    ])
    .meta({ description: "share of all deaths that a confirmed list holds" })
    .optional(),
  combine: z
    .string()
    .meta({
      description: "how several sources become one",
      pattern: "^(envelope|overlap|sum|prefer=.+)$",
      examples: ["envelope", "overlap", "sum", "prefer=Ukraine"],
    })
    .optional(),
  force: z
    .union([z.array(force).min(1), ...force.options])
    .meta({ description: "the people that the share is taken of: a figure, or several" })
    .optional(),
  expect: expected.meta({ description: "what must come out, to the precision that it is written with" }).optional(),
  claimed: object({ ...provenance, ...results(figure, ratio, resultShare) })
    .meta({ description: "what a report concluded; a difference is shown, and is no failure" })
    .optional(),
}).meta({ id: "scenario" });

export type WrittenScenario = z.infer<typeof scenarioSchema>;

/** What a file holds: one scenario, or a list. */
export const scenarioFileSchema = z
  .union([scenarioSchema, z.array(scenarioSchema).min(1)])
  .meta({ title: "A scenario of loss-calc, or a list of them" });
