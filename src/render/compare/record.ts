import type { Caveat } from "../../core/caveats/caveat.ts";
import type { Paired } from "../../core/compare/arithmetic.ts";
import type { Comparison } from "../../core/compare/compare.ts";
import type { Contrast, Pair, PairKind } from "../../core/compare/pair.ts";
import { COMPARED, dateOf, type Subject } from "../../core/compare/quantities.ts";
import { defined } from "../../core/defined.ts";
import type { Unit } from "../../core/range.ts";
import type { Replacement } from "../../core/scenario.ts";
import { changedInputs } from "../../notation/changed-inputs.ts";
import { caveatSentence } from "../caveats.ts";
import { type InputsRecord, inputsRecord } from "../record/inputs.ts";
import {
  type Count,
  figureRecord,
  type InputRecord,
  type RangeRecord,
  rangeRecord,
  sixDecimals,
} from "../record/range.ts";
import type { WorkedStep } from "../worked-step.ts";
import { caveatsOf } from "./sections.ts";
import { comparisonSentence } from "./sentence.ts";
import { comparisonWorking } from "./working.ts";

/** Quantities by their keys. */
type Values<T> = Readonly<Record<string, T>>;

/** One subject: what is known of it, and what it rests on. */
export interface SubjectRecord {
  readonly name: string;
  readonly side?: string;
  readonly asOf?: string;
  readonly isPast: boolean;
  readonly inputs: InputsRecord;
  readonly population?: InputRecord;
  readonly results: Values<RangeRecord>;
  readonly caveats: readonly (Caveat & { readonly message: string })[];
}

interface PairedRecord {
  readonly low: Count;
  readonly high: Count;
}

export interface ContrastRecord {
  readonly quotient?: RangeRecord;
  readonly difference: RangeRecord;
  readonly change?: RangeRecord;
  readonly paired?: {
    readonly quotient?: PairedRecord;
    readonly difference: PairedRecord;
    readonly change?: PairedRecord;
  };
}

/** Two subjects: every number is that of `subject` against `against`, which are places in the list of subjects. */
export interface PairRecord {
  readonly kind: PairKind;
  readonly subject: number;
  readonly against: number;
  readonly results: Values<ContrastRecord>;
  /** Which inputs changed between two dates, and which did not. */
  readonly changed?: readonly Replacement[];
  readonly same?: readonly string[];
}

/** The comparison for programs. Within a version, fields are only added. */
export interface ComparisonRecord {
  readonly schema: "loss-calc/comparison";
  readonly version: 1;
  readonly subjects: readonly SubjectRecord[];
  readonly comparisons: readonly PairRecord[];
  readonly together?: Values<RangeRecord>;
  readonly sentence: string;
  readonly caveats: readonly (Caveat & { readonly message: string })[];
  readonly working: readonly WorkedStep[];
}

/** A comparison as a plain object, rounded for writing. */
export function comparisonRecord(comparison: Comparison): ComparisonRecord {
  const { subjects, rows, pairs, caveats } = comparison;
  const together = rows.flatMap(({ quantity: { key, unit }, together }) =>
    together ? [[key, rangeRecord(together, unit)] as const] : [],
  );
  return {
    schema: "loss-calc/comparison",
    version: 1,
    subjects: subjects.map(subjectRecord),
    comparisons: pairs.map((pair) => pairRecord(pair, subjects)),
    ...(together.length > 0 ? { together: Object.fromEntries(together) } : {}),
    sentence: comparisonSentence(comparison),
    caveats: caveats.map(withMessage),
    working: comparisonWorking(comparison),
  };
}

const withMessage = (caveat: Caveat) => ({ ...caveat, message: caveatSentence(caveat) });

export function subjectRecord(subject: Subject): SubjectRecord {
  const { name, estimate, population, past } = subject;
  return {
    name,
    ...defined({ side: estimate.scenario.side, asOf: dateOf(subject)?.text }),
    isPast: past !== undefined,
    inputs: inputsRecord(estimate),
    ...defined({ population: population && figureRecord(population) }),
    results: Object.fromEntries(
      COMPARED.flatMap(({ key, unit, of }) => {
        const value = of(subject);
        return value ? [[key, rangeRecord(value, unit)] as const] : [];
      }),
    ),
    caveats: caveatsOf(subject).map(withMessage),
  };
}

function pairRecord({ kind, subject, against, contrasts }: Pair, subjects: readonly Subject[]): PairRecord {
  return {
    kind,
    subject: subjects.indexOf(subject),
    against: subjects.indexOf(against),
    results: Object.fromEntries(contrasts.map((contrast) => [contrast.quantity.key, contrastRecord(contrast)])),
    ...(kind === "dates" ? changedInputs(against.estimate.scenario, subject.estimate.scenario) : {}),
  };
}

function contrastRecord({ quantity, quotient, difference, change, paired }: Contrast): ContrastRecord {
  const ends = (value: Paired | undefined, unit: Unit) =>
    value && {
      low: unit === "people" ? value[0].round() : sixDecimals(value[0]),
      high: unit === "people" ? value[1].round() : sixDecimals(value[1]),
    };
  return defined({
    quotient: quotient && rangeRecord(quotient, "perKilled"),
    difference: rangeRecord(difference, quantity.unit),
    change: change && rangeRecord(change, "share"),
    paired:
      paired &&
      defined({
        quotient: ends(paired.quotient, "perKilled"),
        difference: ends(paired.difference, quantity.unit)!,
        change: ends(paired.change, "share"),
      }),
  });
}
