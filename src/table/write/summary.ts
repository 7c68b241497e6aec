import { groupDigits } from "../../core/digits.ts";
import { compact, people } from "../../notation/print.ts";
import { writeJson } from "../../render/json.ts";
import type { Totals } from "../totals.ts";

const LABEL = 22;

/** The results of a table, for people. It only has the sums if all rows may be added up. */
export function summaryText(totals: Totals, summed: boolean, list?: ListRows): string {
  const { rows, empty, rejected, leftOut, joined, killed, killedRows, outOfAction, caveats } = totals;
  const { computed } = totals;
  const partly = killedRows < computed ? `  (of ${groupDigits(String(killedRows))} rows)` : "";
  const sum = (range: Totals["killed"]) => compact(range, people);
  const count = (label: string, value: number) => `${label.padEnd(LABEL)}${groupDigits(String(value)).padStart(12)}`;
  const ofList = list && [
    count("rows read", list.rows),
    count("rows with nothing", list.empty),
    count("rows rejected", list.rejected),
    ...(list.leftOut > 0 ? [count("rows left out", list.leftOut)] : []),
    count(list.hasGroups ? "groups" : "rows written", computed),
    ...(rejected > 0 ? [count("counts rejected", rejected)] : []),
  ];
  const lines = [
    ...(ofList ?? [
      count("rows read", rows),
      count("rows calculated", computed),
      count("rows without a figure", empty),
      count("rows rejected", rejected),
    ]),
    ...(leftOut > 0 ? [count("rows left out", leftOut)] : []),
    ...(joined > 0 ? [count("rows joined to others", joined)] : []),
    ...[...caveats].sort().map(([code, times]) => count(code, times)),
    ...(summed
      ? [
          `${"killed".padEnd(LABEL)}${killedRows > 0 ? sum(killed) + partly : "not known"}`,
          `${"out of action".padEnd(LABEL)}${sum(outOfAction)}`,
        ]
      : []),
  ];
  return `${lines.join("\n")}\n`;
}

/** The rows of a list, each of which is a person, and whether each count is that of a whole group. */
type ListRows = Readonly<Record<"rows" | "empty" | "rejected" | "leftOut", number>> & { readonly hasGroups: boolean };

/** The same for programs, with the rows of the list that the table was counted from, if there is one. */
export function summaryJson(totals: Totals, summed: boolean, list?: ListRows): string {
  const { rows, empty, rejected, leftOut, joined, killed, killedRows, outOfAction, caveats } = totals;
  const { computed } = totals;
  const range = ({ low, high, openLow, openHigh, approximate }: Totals["killed"], of: number) => ({
    rows: of,
    low: low.round(),
    high: high.round(),
    openLow,
    openHigh,
    approximate,
  });
  const record = {
    schema: "loss-calc/batch-summary",
    version: 1,
    rows,
    computed,
    empty,
    rejected,
    ...(list ? { list: listRecord(list) } : {}),
    ...(leftOut > 0 ? { leftOut } : {}),
    ...(joined > 0 ? { joined } : {}),
    caveats: Object.fromEntries([...caveats].sort()),
    ...(summed
      ? {
          sum: {
            ...(killedRows > 0 ? { killed: range(killed, killedRows) } : {}),
            outOfAction: range(outOfAction, computed),
          },
        }
      : {}),
  };
  return `${writeJson(record, true)}\n`;
}

function listRecord({ rows, empty, rejected, leftOut }: ListRows) {
  return { rows, empty, rejected, ...(leftOut > 0 ? { leftOut } : {}) };
}
