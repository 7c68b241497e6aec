import { check, expectsNothing } from "../core/check.ts";
import { defined } from "../core/defined.ts";
import type { Estimate } from "../core/estimate.ts";
import { type Claim, type Expectation, type Stated, unitOf } from "../core/expected.ts";
import type { Range, Unit } from "../core/range.ts";
import { type Category, type Coverage, type Force, givenCategories, type Provenance } from "../core/scenario.ts";
import { combineText } from "../core/sources.ts";
import { compact, RESULT, resultLike } from "../notation/print.ts";
import type { WrittenScenario } from "./scenario-schema.ts";

type Leaf = string | number;

/** The scenario of an estimate as it is written in a file, expecting what came out. */
export function writtenScenario(estimate: Estimate): WrittenScenario {
  const { scenario } = estimate;
  const { killed, casualties, ratio, returned, coverage, combine, forces = [] } = scenario;
  const categories = givenCategories(scenario).map(([category, { kind, ...loss }]): [Category, unknown] => {
    const { text } = "figure" in loss ? loss.figure : loss.ratio;
    return [category, sourced(loss, text)];
  });
  const { name, side, asOf, note } = scenario;
  return defined({
    name,
    side,
    asOf: asOf?.text,
    note,
    killed: killed && alone(killed.map((report) => sourced(report, report.figure.text))),
    casualties: casualties && sourced(casualties, casualties.figure.text),
    ratios: scenario.ratios,
    ratio: ratio && leaf(ratio.text),
    ...(Object.fromEntries(categories) as Pick<WrittenScenario, Category>),
    returned: returned && leaf(returned.text),
    coverage: coverage && coverageOf(coverage),
    combine: combine && combineText(combine),
    force: forces.length > 0 ? alone(forces.map(forceOf)) : undefined,
    expect: expectedOf(estimate),
    claimed: scenario.claimed && claimOf(scenario.claimed),
  }) as WrittenScenario;
}

/** What came out, as it is printed, to the digit that something was stated with: so that it holds when it is expected. */
export function writtenResult(range: Range, unit: Unit, like?: Stated): Leaf {
  return leaf(compact(range, like ? resultLike(unit, like) : RESULT[unit]));
}

/** What the scenario expects, with what came out where that differs; or of one that expects nothing the usual. */
function expectedOf(estimate: Estimate): object {
  const checked = check(estimate.scenario);
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

/** What came out, as it is expected of a scenario that expects nothing yet. */
export function writtenResults({ outOfAction, net, shares }: Estimate) {
  const share = (value: Range) => writtenResult(value, "share");
  const netShares = shares.flatMap(({ netShare }) => (netShare ? [share(netShare)] : []));
  return defined({
    outOfAction: writtenResult(outOfAction, "people"),
    net: net && writtenResult(net, "people"),
    share: shares.length > 0 ? alone(shares.map(({ share: value }) => share(value))) : undefined,
    netShare: netShares.length > 0 ? alone(netShares) : undefined,
  });
}

/** A plain number as a number, anything else as text. */
function leaf(text: string): Leaf {
  return /^[\d.]+$/.test(text) && String(Number(text)) === text ? Number(text) : text;
}

/** One value by itself, several as a list. */
function alone<T>(values: readonly T[]): T | readonly T[] {
  return values.length === 1 ? values[0]! : values;
}

function sourced(whose: Provenance & { kind?: string | undefined }, text: string): Leaf | object {
  const origin = originOf(whose);
  return Object.keys(origin).length === 0 ? leaf(text) : { ...origin, figure: leaf(text) };
}

function originOf({ source, kind, asOf, url, note }: Provenance & { kind?: string | undefined }): object {
  return defined({ source, kind, asOf: asOf?.text, url, note });
}

function forceOf({ label, figure, ...whose }: Force): Leaf | object {
  const written = { ...defined({ label }), ...originOf(whose) };
  return Object.keys(written).length === 0 ? leaf(figure.text) : { ...written, figure: leaf(figure.text) };
}

function coverageOf({ share, source, asOf }: Coverage): Leaf | object {
  const origin = originOf({ source, asOf });
  return Object.keys(origin).length === 0 ? leaf(share.text) : { ...origin, share: leaf(share.text) };
}

function claimOf({ results, ...whose }: Claim): object {
  return { ...originOf(whose), ...byName(results.map((result) => [result, leaf(result.stated.text)])) };
}

/** Results under their names, the shares of several forces as a list. */
function byName(results: readonly (readonly [Expectation, Leaf | object])[]): object {
  const named: Record<string, unknown> = {};
  const implied: Record<string, unknown> = {};
  for (const [{ of, force }, value] of results) {
    if (of.startsWith("implied.")) implied[of.slice("implied.".length)] = value;
    else named[of] = force === undefined ? value : [...((named[of] as unknown[] | undefined) ?? []), value];
  }
  return Object.keys(implied).length > 0 ? { ...named, implied } : named;
}
