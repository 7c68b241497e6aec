import * as z from "zod";
import { CAVEAT_CODES, type CaveatCode } from "../core/caveats/caveat.ts";
import { type InputName, KINDS } from "../core/inputs.ts";
import type { Unit } from "../core/range.ts";
import { isOfForce, RESULT_NAMES, type ResultName, unitOf } from "../core/result-names.ts";
import { INPUT_ENTRIES, type InputSpec } from "../notation/inputs.ts";
import type { ObjectForm, Remark, ValueForm } from "../notation/kinds.ts";
import { object } from "./object.ts";

function written(id: string, description: string, ...examples: (string | number)[]) {
  return z.union([z.string(), z.number()]).meta({ id, description, examples });
}

const figure = written(
  "figure",
  "a count of people, as reports write it; losses and recruits may be a rate",
  7000,
  "6,000-13,800",
  "at least 7,000",
  "1,271 a day",
);
const ratio = written("ratio", "losses per person killed, or the name of a ratio", 3, "2-4", "us-korea");
const date = written(
  "date",
  "a day, a month or a year; the year has four digits",
  "2022-03-16",
  "16 March 2022",
  "2022-03",
);
const tolerance = written(
  "tolerance",
  "a number in the unit of the value, a percentage of it, or percentage points of a share",
  "1%",
);
const name = z.string();

/** The text of an input, by the form in which it is written. */
const TEXT: Record<ValueForm, z.ZodType<Leaf>> = {
  name,
  file: z.string(),
  date,
  figure,
  labelledFigure: written(
    "labelledFigure",
    "a figure, with its source or label and date; losses and recruits may be a rate",
    7000,
    "Ukraine=13,800",
    "UK=1,271 a day",
    "25% of the force",
  ),
  loss: written(
    "loss",
    "a count of people, a multiplier of the killed (with an x), the name of a ratio, or a rate",
    "14000-21000",
    "2x-3x",
    "history",
    "120 a day",
    "5% of the force",
  ),
  ratio,
  share: written("share", "a share", "30%", 0.3, "45%-65%"),
  labelledShare: written(
    "labelledShare",
    "a share, with the source or the force that it belongs to",
    "45%-65%",
    "Mediazona=45%-65%",
  ),
  combine: z.string().meta({
    pattern: "^(envelope|overlap|sum|change|prefer=.+)$",
    examples: ["envelope", "overlap", "sum", "change", "prefer=Ukraine"],
  }),
  kind: z.enum(KINDS),
  days: written("days", "a number of days, or of weeks, months or years", 90, "3 months", "4.4 years"),
  amount: written("amount", "a number with its unit", "2,356 km2", "14 million roubles"),
  pace: written("pace", "a number of people per day, week, month or year", "92 a day", "2,800 a month"),
  target: written(
    "target",
    "a share of the force, a number of people, or an amount with its unit",
    "100%",
    50000,
    "486,000 km2",
  ),
  part: z.string().meta({ id: "part", description: "a part of the killed, and its share", examples: ["fighters=20%"] }),
};

const REMARKS: Record<Remark, z.ZodType> = {
  label: name,
  source: name.meta({ description: "who reported it" }),
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

/** The object forms by name. Each is made only once, because the JSON Schema refers to it by that name. */
const OBJECTS = new Map<string, z.ZodType>();

function objectOf({ id, key, form, remarks: keys }: ObjectForm<unknown>): z.ZodType {
  const made = OBJECTS.get(id) ?? object({ ...remarks(keys), [key]: TEXT[form] }).meta({ id });
  OBJECTS.set(id, made);
  return made;
}

/** What a scenario can hold for an input: its text, its object form, or a list of these if it repeats. */
function schemaOf({ kind, repeats, help }: InputSpec): z.ZodType {
  const forms = kind.object ? [TEXT[kind.form], objectOf(kind.object)] : [TEXT[kind.form]];
  const item = forms.length > 1 ? z.union(forms) : forms[0]!;
  const all = repeats ? z.union([...forms, z.array(item).min(1)]) : item;
  return all.meta({ description: help }).optional();
}

const inputs = Object.fromEntries(INPUT_ENTRIES.map(([input, entry]) => [input, schemaOf(entry)]));

/** How a result is written, depending on what it counts. */
function resultsByUnit(): Record<Unit, z.ZodType<Leaf>> {
  const share = written("resultShare", "a share, which can exceed 100%; in a claim, also a fraction", "16.0%-36.8%");
  const number = written(
    "resultNumber",
    "days, people a day, people per 1,000 a day, or people per unit of an amount",
    44.4,
    "1,382",
    "20-40",
  );
  const measured = { days: number, perDay: number, perThousand: number, amount: number, perUnit: number };
  return { people: figure, perKilled: ratio, share, ...measured };
}

/** The results that can be stated. Those of a force may be a list with a result for each force, in their order. */
function results(byUnit: Readonly<Record<Unit, z.ZodType>>) {
  const shape: Record<ResultName, z.ZodType> = {};
  const implied: Record<string, z.ZodType> = {};
  for (const name of RESULT_NAMES) {
    const value = byUnit[unitOf(name)];
    const [first = name, category] = name.split(".");
    if (category !== undefined) implied[category] = value.optional();
    else shape[first] = (isOfForce(name) ? z.union([value, z.array(value).min(1)]) : value).optional();
  }
  return { ...shape, implied: object(implied).optional() };
}

function expectation(value: z.ZodType): z.ZodType {
  return z.union([value, object({ value, tolerance: tolerance.optional() })]);
}

const stated = resultsByUnit();
const expectations = Object.fromEntries(
  Object.entries(stated).map(([unit, value]) => [unit, expectation(value)]),
) as Record<Unit, z.ZodType>;

const expected = object({ ...results(expectations), caveats: z.array(z.enum(CAVEAT_CODES)).min(1).optional() });

/** One scenario, as written in a file. */
export const scenarioSchema = object({
  $schema: z.string().optional(),
  name: name.optional(),
  note: name.optional(),
  ...inputs,
  expect: expected.meta({ description: "what the result must be, to the precision written" }).optional(),
  claimed: object({ ...remarks(["source", "asOf", "url", "note"]), ...results(stated) })
    .meta({
      description: "what a report concluded; check says whether it follows, and fails only with --fail-on claims",
    })
    .optional(),
}).meta({ id: "scenario" });

/** A text, or a number without quotes. */
export type Leaf = string | number;

/** An input as written: its text, or an object with its text and remarks. */
export type WrittenItem = Leaf | { readonly [key in Remark | "figure" | "share"]?: Leaf };

/** A result as stated: its text, or an object that also says how far off it may be. */
export type WrittenResult = Leaf | { readonly value: Leaf; readonly tolerance?: Leaf | undefined };

/** Results by name, or a list if there is a result for each force. Those of `implied` are in an object of that name. */
export type WrittenResults = Readonly<
  Record<ResultName, WrittenResult | readonly WrittenResult[] | Readonly<Record<string, WrittenResult>> | undefined>
>;

type Schema = Omit<z.infer<typeof scenarioSchema>, InputName | "expect" | "claimed">;

export type WrittenScenario = Schema & {
  readonly [K in InputName]?: WrittenItem | readonly WrittenItem[] | undefined;
} & {
  /** Results, with the codes of caveats next to them. */
  readonly expect?: { readonly caveats?: readonly CaveatCode[] | undefined } | undefined;
  /** Results, and who concluded them. */
  readonly claimed?: ({ readonly [key in Remark]?: Leaf | undefined } & { readonly implied?: unknown }) | undefined;
};

/** What a file holds: one scenario, or a list of them. */
export const scenarioFileSchema = z
  .union([scenarioSchema, z.array(scenarioSchema).min(1)])
  .meta({ title: "A loss-calc scenario, or a list of them" });
