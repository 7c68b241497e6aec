import { CATEGORIES, type Category } from "../../core/categories.ts";
import { defined } from "../../core/defined.ts";
import type { Estimate } from "../../core/estimate.ts";
import type { Per, Rate, Ratio, Target } from "../../core/figure.ts";
import type { CategoryLoss, InputName, Inputs, Kind, LossReport } from "../../core/inputs.ts";
import type { NamedRatio } from "../../core/named.ts";
import type { Scenario } from "../../core/scenario.ts";
import { figureRecord, type InputRecord, type ProvenanceRecord, provenanceRecord, six, textRecord } from "./range.ts";

export interface ReportRecord extends InputRecord {
  readonly kind?: Kind;
  /** What it is a rate of, if it is one: of the force (0 to 1), people a day, or of the force a day. */
  readonly per?: Per;
}

export type RateRecord = InputRecord & { readonly per: Per };
export type AmountRecord = InputRecord & { readonly unit: string };

export interface LossInputRecord extends InputRecord {
  readonly kind: "count" | "multiplier" | "rate";
  readonly named?: NamedRatio;
}

/** The inputs of an estimate as they were understood. */
export interface InputsRecord extends Readonly<Partial<Record<Category, LossInputRecord>>> {
  readonly killed?: readonly ReportRecord[];
  readonly casualties?: ReportRecord;
  readonly list?: readonly ReportRecord[];
  readonly both?: InputRecord;
  readonly of?: InputRecord & { readonly label: string };
  /** Inputs with several reports, apart from the killed. */
  readonly several?: Partial<
    Record<"casualties", readonly ReportRecord[]> & Record<Category, readonly LossInputRecord[]>
  >;
  readonly died?: InputRecord;
  readonly share?: InputRecord & { readonly label?: string };
  readonly start?: string;
  readonly end?: string;
  readonly days?: InputRecord;
  readonly per?: AmountRecord;
  readonly recruits?: readonly ReportRecord[];
  readonly until?: InputRecord & { readonly of: Target["of"]; readonly unit?: string };
  readonly pace?: RateRecord;
  readonly ratio?: InputRecord & { readonly covers: readonly Category[]; readonly named?: NamedRatio };
  readonly returned?: InputRecord;
  readonly coverage?: InputRecord;
  readonly without?: readonly Kind[];
  readonly combine?: { readonly rule: string } & ProvenanceRecord;
}

/**
 * The inputs written here. The side, the date and the forces have their own fields in the record, and a file of ratios
 * is named with the ratio.
 */
type WrittenInputName = Exclude<InputName, "side" | "asOf" | "ratios" | "force">;

type Writers = { readonly [Input in WrittenInputName]: (given: NonNullable<Inputs[Input]>) => InputsRecord[Input] };

/** How each input is written, in the order of the record. An input with several reports is only written as a list. */
const INPUTS: Writers = {
  killed: (reports) => reports.map(reportRecord),
  list: (reports) => reports.map(reportRecord),
  both: figureRecord,
  of: ({ label, share }) => ({ label, ...textRecord(share, "share") }),
  casualties: (reports) => onlyItem(reports.map(reportRecord)),
  ratio: (ratio) => ({ ...ratioRecord(ratio), covers: ratio.named?.covers ?? CATEGORIES }),
  died: (share) => textRecord(share, "share"),
  wounded: (losses) => onlyItem(losses.map(lossRecord)),
  captured: (losses) => onlyItem(losses.map(lossRecord)),
  missing: (losses) => onlyItem(losses.map(lossRecord)),
  deserted: (losses) => onlyItem(losses.map(lossRecord)),
  returned: (share) => textRecord(share, "share"),
  coverage: ({ share, ...coverage }) => ({ ...provenanceRecord(coverage), ...textRecord(share, "share") }),
  without: (kinds) => kinds,
  combine: (combine) => ({ rule: combine.rule, ...(combine.rule === "prefer" ? provenanceRecord(combine) : {}) }),
  share: ({ label, share }) => ({ ...defined({ label }), ...textRecord(share, "share") }),
  start: ({ text }) => text,
  end: ({ text }) => text,
  days: (days) => textRecord(days, "days"),
  per: (amount) => ({ ...textRecord(amount, "amount"), unit: amount.unit }),
  recruits: (streams) => streams.map(reportRecord),
  until: untilRecord,
  pace: rateRecord,
};

export function inputsRecord({ scenario, accounts }: Estimate): InputsRecord {
  const combine = scenario.combine ?? (accounts.length > 1 ? ({ rule: "envelope" } as const) : undefined);
  const given: Scenario = { ...scenario, combine };
  const several = severalOf(scenario);
  return defined({
    ...Object.fromEntries(
      (Object.keys(INPUTS) as WrittenInputName[]).map((input) => [input, inputRecord(given, input)]),
    ),
    several: Object.keys(several).length > 0 ? several : undefined,
  });
}

function inputRecord<Input extends WrittenInputName>(given: Inputs, input: Input): InputsRecord[Input] | undefined {
  const value = given[input];
  const write: (given: NonNullable<Inputs[Input]>) => InputsRecord[Input] = INPUTS[input];
  return value && write(value);
}

function severalOf(scenario: Scenario): NonNullable<InputsRecord["several"]> {
  const { casualties = [] } = scenario;
  const lists = CATEGORIES.flatMap((category) => {
    const losses = scenario[category] ?? [];
    return losses.length > 1 ? [[category, losses.map(lossRecord)] as const] : [];
  });
  return {
    ...(casualties.length > 1 ? { casualties: casualties.map(reportRecord) } : {}),
    ...Object.fromEntries(lists),
  };
}

function onlyItem<Item>(items: readonly Item[]): Item | undefined {
  return items.length === 1 ? items[0] : undefined;
}

function untilRecord(until: Target): NonNullable<InputsRecord["until"]> {
  if (until.of === "people") return { of: until.of, ...figureRecord(until.figure) };
  if (until.of === "force") return { of: until.of, ...textRecord(until.share, "share") };
  return { of: until.of, ...textRecord(until.amount, "amount"), unit: until.amount.unit };
}

function lossRecord(loss: CategoryLoss): LossInputRecord {
  const { kind } = loss;
  if (kind === "count") return { kind, ...provenanceRecord(loss), ...figureRecord(loss.figure) };
  return {
    kind,
    ...provenanceRecord(loss),
    ...(kind === "multiplier" ? ratioRecord(loss.ratio) : rateRecord(loss.rate)),
  };
}

function rateRecord(rate: Rate): RateRecord {
  return { ...textRecord(rate, rate.per === "day" ? "perDay" : "share"), per: rate.per };
}

function reportRecord(report: LossReport): ReportRecord {
  const input = report.figure ? figureRecord(report.figure) : rateRecord(report.rate);
  return { ...provenanceRecord(report), ...defined({ kind: report.kind }), ...input };
}

/** A ratio, with its origin if it was given by name. */
function ratioRecord(ratio: Ratio): InputRecord & { readonly named?: NamedRatio } {
  const named = ratio.named && rounded(ratio.named);
  return { ...textRecord(ratio, "perKilled"), ...defined({ named }) };
}

function rounded(named: NamedRatio): NamedRatio {
  if (named.kind === "case") return defined(named);
  // The name says which past wars it is of.
  const { selected: _, ...history } = named;
  const { mean, spread, t, outside } = history;
  const means = outside.map((war) => ({ ...war, mean: six(war.mean) }));
  return { ...history, mean: six(mean), spread: six(spread), t: six(t), outside: means };
}
