import * as z from "zod";
import { CAVEAT_CODES } from "../core/caveats.ts";
import { CATEGORIES, type Category, type InputName, KINDS } from "../core/scenario.ts";
import { INPUT_ENTRIES, type Input } from "../notation/inputs.ts";
import type { Form, ObjectForm, Remark } from "../notation/kinds.ts";
import { object } from "./object.ts";

function written(id: string, description: string, ...examples: (string | number)[]) {
  return z.union([z.string(), z.number()]).meta({ id, description, examples });
}

const figure = written("figure", "a count of people, as reports write it", 7000, "6,000-13,800", "at least 7,000");
const ratio = written("ratio", "losses per person killed, or the name of a ratio", 3, "2-4", "us-korea");
const date = written(
  "date",
  "a day, a month or a year; the year has four digits",
  "2022-03-16",
  "16 March 2022",
  "2022-03",
);
const tolerance = written("tolerance", "people, losses per killed, percent of the value, or points of a share", "1%");
const name = z.string();

/** The text of an input, by the form that it is written in. */
const TEXT: Record<Form, z.ZodType<Leaf>> = {
  name,
  file: z.string(),
  date,
  figure,
  labelledFigure: written("labelledFigure", "a figure, with its source or label and date", 7000, "Ukraine=13,800"),
  loss: written(
    "loss",
    "a count of people, with an x a multiplier of the killed, or the name of one",
    "14000-21000",
    "2x-3x",
    "history",
  ),
  ratio,
  share: written("share", "a share", "30%", 0.3, "45%-65%"),
  labelledShare: written(
    "labelledShare",
    "a share, with the source that it belongs to",
    "45%-65%",
    "Mediazona=45%-65%",
  ),
  combine: z.string().meta({
    pattern: "^(envelope|overlap|sum|prefer=.+)$",
    examples: ["envelope", "overlap", "sum", "prefer=Ukraine"],
  }),
};

const REMARKS: Record<Remark, z.ZodType> = {
  label: name,
  source: name.meta({ description: "who says so" }),
  kind: z.enum(KINDS).meta({
    description: "one side's claim, someone's estimate, or a list of deaths confirmed one by one (a minimum)",
  }),
  asOf: date,
  url: z.string().meta({ format: "uri" }),
  note: name,
};

function remarks(keys: readonly Remark[]) {
  return Object.fromEntries(keys.map((key) => [key, REMARKS[key].optional()]));
}

/** The object forms by their names, each made once: the JSON Schema refers to it by that name. */
const OBJECTS = new Map<string, z.ZodType>();

function objectOf({ id, key, form, remarks: keys }: ObjectForm<unknown>): z.ZodType {
  const made = OBJECTS.get(id) ?? object({ ...remarks(keys), [key]: TEXT[form] }).meta({ id });
  OBJECTS.set(id, made);
  return made;
}

/** What a scenario can hold for an input: its text, its object form, or a list of them if it repeats. */
function schemaOf({ kind, repeats, help }: Input): z.ZodType {
  const forms = kind.object ? [objectOf(kind.object), TEXT[kind.form]] : [TEXT[kind.form]];
  const item = forms.length > 1 ? z.union(forms) : forms[0]!;
  const all = repeats ? z.union([z.array(item).min(1), ...forms]) : item;
  return all.meta({ description: help }).optional();
}

const inputs = Object.fromEntries(INPUT_ENTRIES.map(([input, entry]) => [input, schemaOf(entry)]));

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
  note: name.optional(),
  ...inputs,
  expect: expected.meta({ description: "what the result must be, to the precision that is written" }).optional(),
  claimed: object({ ...remarks(["source", "asOf", "url", "note"]), ...results(figure, ratio, resultShare) })
    .meta({ description: "what a report concluded; a difference is shown, and is not a failure" })
    .optional(),
}).meta({ id: "scenario" });

/** A text, or a number without quotes. */
export type Leaf = string | number;

/** An input as it is written: its text, or an object with its text and remarks. */
export type WrittenItem = Leaf | { readonly [key in Remark | "figure" | "share"]?: Leaf };

export type WrittenScenario = Omit<z.infer<typeof scenarioSchema>, InputName> & {
  readonly [K in InputName]?: WrittenItem | readonly WrittenItem[] | undefined;
};

/** What a file holds: one scenario, or a list. */
export const scenarioFileSchema = z
  .union([scenarioSchema, z.array(scenarioSchema).min(1)])
  .meta({ title: "A scenario of loss-calc, or a list of them" });
