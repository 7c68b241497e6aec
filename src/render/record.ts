import type { Category } from "../core/categories.ts";
import type { Caveat } from "../core/caveats/caveat.ts";
import type { Verdict } from "../core/claim/verdict.ts";
import type { JudgedConclusion } from "../core/claim.ts";
import type { StatementComparison } from "../core/contradictions.ts";
import { defined } from "../core/defined.ts";
import type { AccountResult, Estimate, ForceShare, Losses } from "../core/estimate.ts";
import type { Expectation } from "../core/expected.ts";
import type { Force, InputName, Kind } from "../core/inputs.ts";
import { QUANTITIES } from "../core/quantities.ts";
import type { Range, Unit } from "../core/range.ts";
import type { Rational } from "../core/rational.ts";
import { isOfForce, unitOf } from "../core/result-names.ts";
import { resultOf } from "../core/results.ts";
import type { LeftOut, Replacement } from "../core/scenario.ts";
import { shareRangeInWords } from "../core/share.ts";
import type { Width } from "../core/width.ts";
import { textOf } from "../core/without.ts";
import { dayText } from "../notation/date.ts";
import { caveatSentence } from "./caveats.ts";
import { unjudgedClaims } from "./claims.ts";
import { type InputsRecord, inputsRecord } from "./record/inputs.ts";
import {
  type Count,
  figureRecord,
  type InputRecord,
  type ProvenanceRecord,
  provenanceRecord,
  type RangeRecord,
  rangeRecord,
  sixDecimals,
} from "./record/range.ts";
import { sentenceOf } from "./sentence.ts";
import type { WorkedStep } from "./worked-step.ts";
import { workingOf } from "./working.ts";

type LossRecords = Partial<Record<"killed" | "others" | Category | "outOfAction" | "net", RangeRecord>>;

/** What else follows from a scenario. The keys are the result names in the table of quantities. */
type FurtherRecords = Readonly<Partial<Record<(typeof FURTHER)[number], RangeRecord>>>;

export interface SharesRecord {
  readonly share: RangeRecord;
  readonly netShare?: RangeRecord;
}

export interface ForceRecord extends InputRecord, Partial<SharesRecord>, FurtherRecords {
  readonly label?: string;
  readonly shareInWords?: string;
}

/** A statement that the result is not based on, compared with what it is based on. */
export interface ComparisonRecord {
  readonly input: InputName;
  readonly of: string;
  readonly calculated: RangeRecord;
  readonly used: RangeRecord;
  readonly agrees: boolean;
}

/** Whether a conclusion follows, and what one input would have to be for it, if the others stay the same. */
export interface ClaimRecord {
  readonly of: string;
  readonly text: string;
  readonly verdict: Verdict | "not judged";
  readonly needs: readonly ({
    readonly of: string;
    readonly certain?: RangeRecord;
    readonly excludes?: readonly ("low" | "high")[];
  } & RangeRecord)[];
}

/** How much narrower a result would be, from 0 to 1, if one input were known exactly. */
export interface WidthRecord {
  readonly of: string;
  readonly by: readonly { readonly of: string; readonly value: Count; readonly narrower: Count }[];
}

/** When a target is reached. */
export interface GoalRecord {
  readonly outcome?: "reached" | "never" | "may never";
  /** The first and the last day on which it may be reached. */
  readonly from?: string;
  readonly to?: string;
}

export interface AccountRecord extends LossRecords, ProvenanceRecord {
  readonly name: string;
  /** One for each force, in the order of forces. */
  readonly shares: readonly SharesRecord[];
}

/** A report that was left out because of its kind, as it was written. */
export interface LeftOutRecord extends ProvenanceRecord {
  readonly input: InputName;
  readonly kind: Kind;
  readonly text: string;
}

/** The estimate for programs. Within a version, fields are only added. What is not known is absent. */
export interface EstimateRecord extends LossRecords, Partial<SharesRecord>, FurtherRecords {
  readonly schema: "loss-calc/estimate";
  readonly version: 1;
  readonly name?: string;
  readonly note?: string;
  readonly side?: string;
  readonly asOf?: string;
  readonly inputs: InputsRecord;
  /** What outOfAction counts. */
  readonly covers: readonly ("killed" | Category)[];
  /** Absent if only paces are known. */
  readonly outOfAction?: RangeRecord;
  readonly goal?: GoalRecord;
  readonly comparisons?: readonly ComparisonRecord[];
  readonly claims?: readonly ClaimRecord[];
  readonly width?: WidthRecord;
  /** Present if there is one force. */
  readonly shareInWords?: string;
  /** Counted losses per person killed, for categories that are counts. */
  readonly implied: Partial<Record<Category, RangeRecord>>;
  readonly sources: readonly AccountRecord[];
  readonly forces: readonly ForceRecord[];
  /** Reports that the result does not count, because their kind was left out. Absent if there are none. */
  readonly leftOut?: readonly LeftOutRecord[];
  /** What differs from the scenario file. Absent if nothing does. */
  readonly replaced?: readonly Replacement[];
  readonly sentence: string;
  readonly caveats: readonly (Caveat & { readonly message: string })[];
  readonly working: readonly WorkedStep[];
}

/** Results other than losses and shares. If there are several forces, the results of a force are listed with it. */
const FURTHER = [
  "notBrokenDown",
  "ratio",
  "shareWhoDied",
  "casualtiesPerKilled",
  "force",
  "killedShare",
  "days",
  "perDay",
  "killedPerDay",
  "per30Days",
  "perThousandPerDay",
  "perUnit",
  "recruits",
  "recruitsPerDay",
  "recruitsPerLoss",
  "balance",
  "balancePerDay",
  "forceAtEnd",
  "daysToGo",
  "lossesByThen",
] as const;

/** The estimate as a plain object, rounded for writing. If there is one force, it has the share, also in words. */
export function toRecord(estimate: Estimate): EstimateRecord {
  const { scenario, shares, isDaily } = estimate;
  const [only, second] = shares;
  const claims = [...estimate.verdicts.map(claimRecord), ...unjudgedClaims(estimate).map(unjudgedRecord)];
  return {
    schema: "loss-calc/estimate",
    version: 1,
    ...defined({ name: scenario.name, note: scenario.note, side: scenario.side, asOf: scenario.asOf?.text }),
    inputs: inputsRecord(estimate),
    covers: estimate.covers,
    ...(isDaily ? {} : lossesOf(estimate)),
    implied: mapCategories(estimate.implied, "perKilled"),
    ...(only && !second ? { ...sharesOf(only), shareInWords: shareRangeInWords(only.share) } : {}),
    ...furtherOf(estimate),
    ...goalRecord(estimate),
    ...(estimate.comparisons.length > 0 ? { comparisons: estimate.comparisons.map(comparisonRecord) } : {}),
    ...(claims.length > 0 ? { claims } : {}),
    ...defined({ width: estimate.width && widthRecord(estimate.width) }),
    forces: (scenario.force ?? []).map((force, index) => forceRecord(force, index, estimate)),
    sources: estimate.accounts.map((result) => accountRecord(result, estimate)),
    ...(scenario.leftOut?.length ? { leftOut: scenario.leftOut.map(leftOutRecord) } : {}),
    ...defined({ replaced: scenario.replaced }),
    sentence: sentenceOf(estimate),
    caveats: estimate.caveats.map((caveat) => ({ ...caveat, message: caveatSentence(caveat) })),
    working: workingOf(estimate),
  };
}

function leftOutRecord({ input, kind, report }: LeftOut): LeftOutRecord {
  return { input, kind, ...provenanceRecord(report), text: textOf(report) };
}

function furtherOf(estimate: Estimate, force?: number): FurtherRecords {
  const names = FURTHER.filter((name) => force === undefined || isOfForce(name));
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = resultOf(estimate, name, force);
      return value ? [[name, rangeRecord(value, unitOf(name))] as const] : [];
    }),
  );
}

function forceRecord(force: Force, index: number, estimate: Estimate): ForceRecord {
  const shares = estimate.shares[index];
  const several = estimate.byForce.length > 1;
  const { force: _, ...further } = several ? furtherOf(estimate, index) : {};
  return {
    ...defined({ label: force.label }),
    ...provenanceRecord(force),
    ...figureRecord(force.figure),
    ...(shares ? { ...sharesOf(shares), shareInWords: shareRangeInWords(shares.share) } : {}),
    ...further,
  };
}

function accountRecord({ account, losses, shares }: AccountResult, { isDaily, combinations }: Estimate): AccountRecord {
  const { of, form } = combinations[0]!;
  const own = of === "killed" ? "killed" : "outOfAction";
  return {
    name: account.name,
    ...defined({ source: account.source, asOf: account.asOf?.text }),
    ...(form === "count" && !isDaily ? { [own]: rangeRecord(account.value, "people") } : {}),
    ...(losses && !isDaily ? lossesOf(losses) : {}),
    shares: shares.map(sharesOf),
  };
}

function comparisonRecord({ input, of, calculated, used, agrees }: StatementComparison): ComparisonRecord {
  const { unit } = QUANTITIES.get(of)!;
  return { input, of: nameOf(of), calculated: rangeRecord(calculated, unit), used: rangeRecord(used, unit), agrees };
}

function claimRecord({ of, stated, verdict, needs }: JudgedConclusion): ClaimRecord {
  return {
    of: nameOf(of),
    text: stated.text,
    verdict,
    needs: needs.map(({ of, value, certain, excludes }) => {
      const { unit } = QUANTITIES.get(of)!;
      return defined({
        of: nameOf(of),
        ...rangeRecord(value, unit),
        certain: certain && rangeRecord(certain, unit),
        excludes,
      });
    }),
  };
}

function unjudgedRecord({ of, stated }: Expectation): ClaimRecord {
  return { of, text: stated.text, verdict: "not judged", needs: [] };
}

function widthRecord({ of, by }: Width): WidthRecord {
  const written = (name: string, value: Rational) =>
    QUANTITIES.get(name)!.unit === "people" ? value.round() : sixDecimals(value);
  return {
    of: nameOf(of),
    by: by.map(({ of, value, narrower }) => ({
      of: nameOf(of),
      value: written(of, value),
      narrower: sixDecimals(narrower),
    })),
  };
}

/** The name of a result, or of a quantity that is only given. */
function nameOf(quantity: string): string {
  return QUANTITIES.get(quantity)!.result ?? quantity;
}

function goalRecord({ goal }: Estimate): { readonly goal?: GoalRecord } {
  if (!goal) return {};
  const [from, to] = [goal.date?.from, goal.date?.to].map((day) => (day === undefined ? day : dayText(day)));
  return { goal: defined({ outcome: goal.outcome, from, to }) };
}

function lossesOf({ killed, others, categories, outOfAction, net }: Losses): LossRecords {
  const people = (value: Range | undefined) => value && rangeRecord(value, "people");
  return {
    ...defined({ killed: people(killed), others: people(others) }),
    ...mapCategories(categories, "people"),
    ...defined({ outOfAction: people(outOfAction), net: people(net) }),
  };
}

function mapCategories(values: Losses["categories"], unit: Unit): Partial<Record<Category, RangeRecord>> {
  return Object.fromEntries(Object.entries(values).map(([category, value]) => [category, rangeRecord(value, unit)]));
}

function sharesOf({ share, netShare }: Pick<ForceShare, "share" | "netShare">): SharesRecord {
  return { share: rangeRecord(share, "share"), ...defined({ netShare: netShare && rangeRecord(netShare, "share") }) };
}
