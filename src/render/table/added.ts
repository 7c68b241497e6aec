import type { Estimate } from "../../core/estimate.ts";
import type { Range } from "../../core/range.ts";
import type { Rational } from "../../core/rational.ts";
import type { Change } from "../../core/series.ts";

/** Which columns are added to a table. */
export interface Added {
  /** What their names begin with: "est_". */
  readonly prefix: string;
  /** Whether a column or an option can give best values. */
  readonly best: boolean;
  /** Whether some wounded returned. */
  readonly net: boolean;
  /** What tells the forces apart: "" for a single one. */
  readonly forces: readonly string[];
  /** Whether the rows are those of a running total. */
  readonly series: boolean;
}

/** The names of the added columns. */
export function addedNames({ prefix, best, net, forces, series }: Added): string[] {
  const ends = best ? ["low", "best", "high"] : ["low", "high"];
  const ranges = [
    "killed",
    "out_of_action",
    ...(net ? ["net"] : []),
    ...forces.flatMap((force) => [`share${force}`, ...(net ? [`net_share${force}`] : [])]),
  ];
  return [
    ...ranges.flatMap((name) => ends.map((end) => `${name}_${end}`)),
    ...(series ? ["change_low", "change_high", "change_open", "per_day_low", "per_day_high"] : []),
    "open",
    "caveats",
  ].map((name) => prefix + name);
}

/** Whether a column holds words; every other holds digits, or nothing. */
export function isWords(name: string): boolean {
  return /(?:open|caveats)$/.test(name);
}

/** Names of columns for forces with labels: short, of letters and digits, each its own. */
export function forceSuffixes(labels: readonly (string | undefined)[]): string[] {
  if (labels.length < 2) return labels.map(() => "");
  const names = labels.map((label) =>
    label
      ?.toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, "_")
      .replace(/^_|_$/g, ""),
  );
  const distinct = names.every((name, index) => name && names.indexOf(name) === index);
  return names.map((name, index) => `_${distinct ? name : index + 1}`);
}

/** The added cells of a row without figures. */
export function emptyCells(added: Added): string[] {
  return addedNames(added).map(() => "");
}

/** The added cells: whole people, shares with six decimals, codes. */
export function addedCells(added: Added, estimate: Estimate, change: Change | undefined): string[] {
  const { killed, outOfAction, net, shares, caveats } = estimate;
  const ranges: readonly (readonly [Range | undefined, number])[] = [
    [killed, 0],
    [outOfAction, 0],
    ...(added.net ? [[net, 0] as const] : []),
    ...added.forces.flatMap((_, force) => [
      [shares[force]?.share, 6] as const,
      ...(added.net ? [[shares[force]?.netShare, 6] as const] : []),
    ]),
  ];
  const all = ranges.flatMap(([range]) => (range ? [range] : []));
  const codes = [...caveats.map(({ code }) => code as string), ...(change?.falls ? ["TOTAL_FALLS"] : [])];
  return [
    ...ranges.flatMap(([range, places]) => ends(added, range, places)),
    ...(added.series ? changeCells(change) : []),
    openEnds(
      all.some(({ openLow }) => openLow),
      all.some(({ openHigh }) => openHigh),
    ),
    [...new Set(codes)].join(" "),
  ];
}

function ends({ best }: Added, range: Range | undefined, places: number): string[] {
  const written = (value: Rational | undefined) => value?.toFixed(places) ?? "";
  return [written(range?.low), ...(best ? [written(range?.best)] : []), written(range?.high)];
}

function changeCells(change: Change | undefined): string[] {
  if (!change) return ["", "", "", "", ""];
  const { people, perDay } = change;
  return [
    people.low.toFixed(0),
    people.high.toFixed(0),
    openEnds(people.openLow, people.openHigh),
    perDay.low.toFixed(6),
    perDay.high.toFixed(6),
  ];
}

function openEnds(low: boolean, high: boolean): string {
  return low && high ? "both" : low ? "low" : high ? "high" : "";
}
