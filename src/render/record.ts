import type { Caveat } from "../core/caveats.ts";
import { defined } from "../core/defined.ts";
import type { Estimate, ForceShare, Losses } from "../core/estimate.ts";
import { exact, type Figure, type Ratio, type Share } from "../core/figure.ts";
import type { NamedRatio } from "../core/named.ts";
import type { Range, Unit } from "../core/range.ts";
import { Rational } from "../core/rational.ts";
import {
  CATEGORIES,
  type Category,
  givenCategories,
  type Kind,
  type Provenance,
  type Replacement,
  type Report,
} from "../core/scenario.ts";
import { shareRangeInWords } from "../core/share.ts";
import { caveatSentence } from "./caveats.ts";
import { sentenceOf } from "./sentence.ts";
import { type WorkedStep, workingOf } from "./working.ts";

/** A whole number of people; a bigint above 2^53, where a number would lose digits. */
export type Count = number | bigint;

/** A range as written: counts in whole people, ratios and shares with up to six decimals. */
export interface RangeRecord {
  readonly low: Count;
  readonly best?: Count;
  readonly high: Count;
  readonly openLow: boolean;
  readonly openHigh: boolean;
  readonly approximate: boolean;
}

interface Whose {
  readonly source?: string;
  readonly asOf?: string;
  readonly url?: string;
  readonly note?: string;
}

/** An input as understood, with the text that it was read from. */
export interface InputRecord extends RangeRecord, Whose {
  readonly text: string;
}

export interface ReportRecord extends InputRecord {
  readonly kind?: Kind;
}

export interface LossInputRecord extends InputRecord {
  readonly kind: "count" | "multiplier";
  readonly named?: NamedRatio;
}

type LossRecords = Partial<Record<"killed" | "others" | Category | "outOfAction" | "net", RangeRecord>>;

export interface SharesRecord {
  readonly share: RangeRecord;
  readonly netShare?: RangeRecord;
}

export interface ForceRecord extends InputRecord, SharesRecord {
  readonly label?: string;
  readonly shareInWords: string;
}

export interface AccountRecord extends LossRecords, Whose {
  readonly name: string;
  /** One for each force, in the order of forces. */
  readonly shares: readonly SharesRecord[];
}

/** The estimate for programs. Fields are only added within a version. What is not known is absent. */
export interface EstimateRecord extends LossRecords, Partial<SharesRecord> {
  readonly schema: "loss-calc/estimate";
  readonly version: 1;
  readonly name?: string;
  readonly note?: string;
  readonly side?: string;
  readonly asOf?: string;
  readonly inputs: {
    readonly killed?: readonly ReportRecord[];
    readonly casualties?: ReportRecord;
    readonly ratio?: InputRecord & { readonly covers: readonly Category[]; readonly named?: NamedRatio };
    readonly returned?: InputRecord;
    readonly coverage?: InputRecord;
    readonly combine?: { readonly rule: string } & Whose;
  } & Partial<Record<Category, LossInputRecord>>;
  /** What is counted in outOfAction. */
  readonly covers: readonly ("killed" | Category)[];
  readonly outOfAction: RangeRecord;
  /** Where there is one force. */
  readonly shareInWords?: string;
  /** Counted losses per person killed, for categories that are counts. */
  readonly implied: Partial<Record<Category, RangeRecord>>;
  readonly sources: readonly AccountRecord[];
  readonly forces: readonly ForceRecord[];
  /** What differs from the scenario file; only where something does. */
  readonly replaced?: readonly Replacement[];
  readonly sentence: string;
  readonly caveats: readonly (Caveat & { readonly message: string })[];
  readonly working: readonly WorkedStep[];
}

/** The estimate as a plain object, rounded for writing; the share, also in words, where there is one force. */
export function toRecord(estimate: Estimate): EstimateRecord {
  const { scenario, shares } = estimate;
  const [only, second] = shares;
  return {
    schema: "loss-calc/estimate",
    version: 1,
    ...defined({ name: scenario.name, note: scenario.note, side: scenario.side, asOf: scenario.asOf?.text }),
    inputs: inputsOf(estimate),
    covers: estimate.covers,
    ...lossesOf(estimate),
    outOfAction: range(estimate.outOfAction, "people"),
    implied: mapCategories(estimate.implied, "perKilled"),
    ...(only && !second ? { ...sharesOf(only), shareInWords: shareRangeInWords(only.share) } : {}),
    forces: shares.map((share) => ({
      ...defined({ label: share.force.label }),
      ...whose(share.force),
      ...figure(share.force.figure),
      ...sharesOf(share),
      shareInWords: shareRangeInWords(share.share),
    })),
    sources: estimate.accounts.map(({ account, losses, shares }) => ({
      name: account.name,
      ...defined({ source: account.source, asOf: account.asOf?.text }),
      killed: range(account.killed, "people"),
      ...(losses ? lossesOf(losses) : {}),
      shares: shares.map(sharesOf),
    })),
    ...defined({ replaced: scenario.replaced }),
    sentence: sentenceOf(estimate),
    caveats: estimate.caveats.map((caveat) => ({ ...caveat, message: caveatSentence(caveat) })),
    working: workingOf(estimate),
  };
}

function inputsOf({ scenario, accounts }: Estimate): EstimateRecord["inputs"] {
  const { killed, casualties, ratio, returned, coverage } = scenario;
  const combine = scenario.combine ?? (accounts.length > 1 ? { rule: "envelope" as const } : undefined);
  const categories = givenCategories(scenario).map(([category, loss]) => {
    const input = loss.kind === "count" ? figure(loss.figure) : ratioRecord(loss.ratio);
    return [category, { kind: loss.kind, ...whose(loss), ...input }];
  });
  return {
    ...defined({
      killed: killed?.map(reportRecord),
      casualties: casualties && reportRecord(casualties),
      ratio: ratio && { ...ratioRecord(ratio), covers: ratio.named?.covers ?? CATEGORIES },
    }),
    ...Object.fromEntries(categories),
    ...defined({
      returned: returned && written(returned, "share"),
      coverage: coverage && { ...whose(coverage), ...written(coverage.share, "share") },
      combine: combine && { rule: combine.rule, ...(combine.rule === "prefer" ? whose(combine) : {}) },
    }),
  };
}

function lossesOf({ killed, others, categories, outOfAction, net }: Losses): LossRecords {
  const people = (value: Range | undefined) => value && range(value, "people");
  return {
    ...defined({ killed: people(killed), others: people(others) }),
    ...mapCategories(categories, "people"),
    ...defined({ outOfAction: people(outOfAction), net: people(net) }),
  };
}

function mapCategories(values: Losses["categories"], unit: Unit): Partial<Record<Category, RangeRecord>> {
  return Object.fromEntries(Object.entries(values).map(([category, value]) => [category, range(value, unit)]));
}

function sharesOf({ share, netShare }: Pick<ForceShare, "share" | "netShare">): SharesRecord {
  return { share: range(share, "share"), ...defined({ netShare: netShare && range(netShare, "share") }) };
}

function whose({ source, asOf, url, note }: Provenance): Whose {
  return defined({ source, asOf: asOf?.text, url, note });
}

function reportRecord(report: Report): ReportRecord {
  return { ...whose(report), ...defined({ kind: report.kind }), ...figure(report.figure) };
}

function figure(value: Figure): InputRecord {
  return { ...range(exact(value), "people"), text: value.text };
}

function written(value: Ratio | Share, unit: Unit): InputRecord {
  return { ...range(value, unit), text: value.text };
}

/** With where it comes from, if it was given by a name. */
function ratioRecord(ratio: Ratio): InputRecord & { readonly named?: NamedRatio } {
  const named = ratio.named && rounded(ratio.named);
  return { ...written(ratio, "perKilled"), ...defined({ named }) };
}

/** A number that is no exact fraction, to six decimals. */
export const six = (value: number): number => Number(value.toFixed(6));

function rounded(named: NamedRatio): NamedRatio {
  if (named.kind === "case") return defined(named);
  const { mean, spread, t, outside } = named;
  const means = outside.map((one) => ({ ...one, mean: six(one.mean) }));
  return { ...named, mean: six(mean), spread: six(spread), t: six(t), outside: means };
}

/** A range as it is written. */
export function range(value: Range, unit: Unit): RangeRecord {
  const { low, best, high, openLow, openHigh, approximate } = value;
  const write = unit === "people" ? (value: Rational) => value.round() : sixDecimals;
  return { low: write(low), ...(best ? { best: write(best) } : {}), high: write(high), openLow, openHigh, approximate };
}

export function sixDecimals(value: Rational): Count {
  return value.compare(Rational.of(Number.MAX_SAFE_INTEGER)) > 0 ? value.round() : Number(value.toFixed(6));
}
