import { check, expectsNothing } from "../core/check.ts";
import { defined } from "../core/defined.ts";
import type { Estimate } from "../core/estimate.ts";
import type { Claim, Expectation, Stated } from "../core/expected.ts";
import type { InputName, Provenance } from "../core/inputs.ts";
import type { Range, Unit } from "../core/range.ts";
import { isOfForce, RESULT_NAMES, type ResultName, unitOf } from "../core/result-names.ts";
import { resultOf } from "../core/results.ts";
import { INPUT_ENTRIES, type InputSpec } from "../notation/inputs.ts";
import type { Remark, ValueForm, ValueKind } from "../notation/kinds.ts";
import { compact, RESULT, resultLike } from "../notation/print.ts";
import type { Leaf, WrittenItem, WrittenScenario } from "./scenario-schema.ts";

/** The scenario of an estimate as it is written in a file, with its result as the expectation. */
export function writtenScenario(estimate: Estimate, scenario = estimate.asGiven): WrittenScenario {
  const inputs = INPUT_ENTRIES.map(([name, input]) => [name, writtenInput(scenario[name], input)]);
  return defined({
    $schema: scenario.schema,
    name: scenario.name,
    note: scenario.note,
    ...(Object.fromEntries(inputs) as Pick<WrittenScenario, InputName>),
    expect: expectedOf(estimate),
    claimed: scenario.claimed && claimOf(scenario.claimed),
  }) as WrittenScenario;
}

function writtenInput(value: unknown, { kind, repeats }: InputSpec): WrittenItem | readonly WrittenItem[] | undefined {
  if (!repeats) return value === undefined ? undefined : writtenItem(value, kind);
  const items = (value as unknown[] | undefined) ?? [];
  return items.length === 0 ? undefined : singleOrList(items.map((item) => writtenItem(item, kind)));
}

/** The text alone, or an object if there are remarks about it. */
function writtenItem(value: unknown, { write, form, object }: ValueKind<unknown>): WrittenItem {
  if (!object) return TEXT_FORMS.includes(form) ? write(value) : leaf(write(value));
  const remarks = remarksOf(value as Remarks, object.remarks);
  const text = leaf(object.write(value));
  return Object.keys(remarks).length === 0 ? text : { ...remarks, [object.key]: text };
}

/** The forms that are always text, even if they are all digits: the year of a date, or a file called 2022. */
const TEXT_FORMS: readonly ValueForm[] = ["name", "file", "date", "combine", "kind"];

type Remarks = { readonly [key in Exclude<Remark, "asOf">]?: string | undefined } & Pick<Provenance, "asOf">;

function remarksOf(value: Remarks, keys: readonly Remark[]): Partial<Record<Remark, string>> {
  return defined(Object.fromEntries(keys.map((key) => [key, key === "asOf" ? value.asOf?.text : value[key]])));
}

/** A result as it is printed, to the digit of what was stated, so that it holds when it is expected. */
export function writtenResult(range: Range, unit: Unit, like?: Stated): Leaf {
  return leaf(compact(range, like ? resultLike(unit, like) : RESULT[unit]));
}

/**
 * What the scenario expects, with the actual value of each result that differs; the usual results if it expects
 * nothing.
 */
function expectedOf(estimate: Estimate): object {
  const checked = check(estimate.asGiven);
  if (expectsNothing(checked)) return writtenResults(estimate);
  const results = checked.comparisons.flatMap(({ expectation, actual, holds }): [Expectation, Leaf | object][] => {
    if (!actual) return [];
    const { stated, tolerance, of } = expectation;
    const value = holds ? leaf(stated.text) : writtenResult(actual, unitOf(of), stated);
    return [[expectation, tolerance ? { value, tolerance: leaf(tolerance.text) } : value]];
  });
  const caveats = estimate.scenario.expected?.caveats?.filter((code) => !checked.missingCaveats.includes(code)) ?? [];
  return { ...byName(results), ...(caveats.length > 0 ? { caveats } : {}) };
}

/** The results to expect for a scenario that expects nothing yet: the losses, and everything that was asked for. */
export function writtenResults(estimate: Estimate): object {
  const { scenario } = estimate;
  const asked = [
    ...USUAL,
    ...(scenario.force ? [] : ["force"]),
    ...(scenario.per ? ["perUnit"] : []),
    ...(scenario.recruits ? ["balance", "balancePerDay", "forceAtEnd"] : []),
    ...(scenario.until ? ["daysToGo"] : []),
  ];
  return defined(
    Object.fromEntries(RESULT_NAMES.flatMap((of) => (asked.includes(of) ? [[of, writtenForces(estimate, of)]] : []))),
  );
}

/** These include the pace, which is the only result if only paces are known. */
const USUAL: readonly ResultName[] = ["outOfAction", "net", "share", "netShare", "perDay"];

/** A result as it is written; a list if there are several forces. */
function writtenForces(estimate: Estimate, of: ResultName): Leaf | readonly Leaf[] | undefined {
  const forces = isOfForce(of) ? estimate.shares.length : 0;
  const values =
    forces === 0 ? [resultOf(estimate, of)] : estimate.shares.map((_, index) => resultOf(estimate, of, index));
  const known = values.flatMap((value) => (value ? [writtenResult(value, unitOf(of))] : []));
  return known.length === 0 ? undefined : singleOrList(known);
}

/** A plain number becomes a number, anything else stays text. */
function leaf(text: string): Leaf {
  return /^-?[\d.]+$/.test(text) && String(Number(text)) === text ? Number(text) : text;
}

/** A single value stays by itself, several become a list. */
function singleOrList<T>(values: readonly T[]): T | readonly T[] {
  return values.length === 1 ? values[0]! : values;
}

const CLAIM_REMARKS: readonly Remark[] = ["source", "asOf", "url", "note"];

function claimOf({ results, ...provenance }: Claim): object {
  return {
    ...remarksOf(provenance, CLAIM_REMARKS),
    ...byName(results.map((result) => [result, leaf(result.stated.text)])),
  };
}

/** Results under their names. Those of several forces are a list. */
function byName(results: readonly (readonly [Expectation, Leaf | object])[]): object {
  const named: Record<string, unknown> = {};
  const implied: Record<string, unknown> = {};
  for (const [{ of, force }, value] of results) {
    if (of.startsWith("implied.")) implied[of.slice("implied.".length)] = value;
    else named[of] = force === undefined ? value : [...((named[of] as unknown[] | undefined) ?? []), value];
  }
  return Object.keys(implied).length > 0 ? { ...named, implied } : named;
}
