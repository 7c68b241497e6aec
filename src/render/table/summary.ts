import { groupDigits } from "../../core/digits.ts";
import type { Totals } from "../../core/totals.ts";
import { compact, people } from "../../notation/print.ts";
import { writeJson } from "../json.ts";

const LABEL = 22;

/** What came of a table, for people; the sums only where all rows may be added up. */
export function summaryText(totals: Totals, summed: boolean): string {
  const { rows, empty, rejected, killed, outOfAction, caveats } = totals;
  const count = (label: string, value: number) => `${label.padEnd(LABEL)}${groupDigits(String(value)).padStart(12)}`;
  const lines = [
    count("rows read", rows),
    count("rows computed", rows - empty - rejected),
    count("rows without figure", empty),
    count("rows rejected", rejected),
    ...[...caveats].sort().map(([code, times]) => count(code, times)),
    ...(summed
      ? [
          `${"killed".padEnd(LABEL)}${compact({ ...killed, approximate: false }, people)}`,
          `${"out of action".padEnd(LABEL)}${compact({ ...outOfAction, approximate: false }, people)}`,
        ]
      : []),
  ];
  return `${lines.join("\n")}\n`;
}

/** The same for programs. */
export function summaryJson(totals: Totals, summed: boolean): string {
  const { rows, empty, rejected, killed, outOfAction, caveats } = totals;
  const range = ({ low, high, openLow, openHigh }: Totals["killed"]) => ({
    low: low.round(),
    high: high.round(),
    openLow,
    openHigh,
  });
  const record = {
    schema: "loss-calc/batch-summary",
    version: 1,
    rows,
    computed: rows - empty - rejected,
    empty,
    rejected,
    caveats: Object.fromEntries([...caveats].sort()),
    ...(summed ? { sum: { killed: range(killed), outOfAction: range(outOfAction) } } : {}),
  };
  return `${writeJson(record, true)}\n`;
}
