import type { CaveatCode } from "../../core/caveats.ts";
import type { Estimate } from "../../core/estimate.ts";
import { APPROXIMATE } from "../../core/quick.ts";
import type { Range } from "../../core/range.ts";
import type { Change } from "../../core/series.ts";
import { openEnds } from "../separated.ts";

const TOTAL_FALLS = "TOTAL_FALLS";

/** The codes that only the rows of a table have. */
export type TableCode = typeof APPROXIMATE | typeof TOTAL_FALLS;

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
  const cells: string[] = [];
  const open = { openLow: false, openHigh: false };
  let approximate = false;
  const put = (range: Range | undefined, places: number) => {
    cells.push(range ? range.low.toFixed(places) : "");
    if (added.best) cells.push(range?.best ? range.best.toFixed(places) : "");
    cells.push(range ? range.high.toFixed(places) : "");
    open.openLow ||= range?.openLow === true;
    open.openHigh ||= range?.openHigh === true;
    approximate ||= range?.approximate === true;
  };
  put(killed, 0);
  put(outOfAction, 0);
  if (added.net) put(net, 0);
  for (const force of added.forces.keys()) {
    put(shares[force]?.share, 6);
    if (added.net) put(shares[force]?.netShare, 6);
  }
  if (added.series) cells.push(...changeCells(change));
  const codes = new Set<CaveatCode | TableCode>();
  for (const { code } of caveats) codes.add(code);
  if (approximate) codes.add(APPROXIMATE);
  if (change?.falls) codes.add(TOTAL_FALLS);
  cells.push(openEnds(open), [...codes].join(" "));
  return cells;
}

function changeCells(change: Change | undefined): string[] {
  if (!change) return ["", "", "", "", ""];
  const { people, perDay } = change;
  return [
    people.low.toFixed(0),
    people.high.toFixed(0),
    openEnds(people),
    perDay.low.toFixed(6),
    perDay.high.toFixed(6),
  ];
}
