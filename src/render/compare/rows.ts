import type { Comparison } from "../../core/compare/compare.ts";
import type { Range, Unit } from "../../core/range.ts";
import { openEnds, separatedLine } from "../separated.ts";

/**
 * The columns of CSV and TSV. There is a row for each quantity of each subject, and one for each number of a comparison,
 * which names what the subject is compared with.
 */
const COLUMNS = ["subject", "against", "quantity", "number", "low", "best", "high", "open", "approximate", "caveats"];

/** The comparison as a table of values: people as whole numbers, everything else with six decimals. */
export function comparisonRows({ subjects, rows, pairs, caveats }: Comparison, separator: "," | "\t"): string {
  const own = rows.flatMap(({ quantity, values, together }) => [
    ...values.flatMap((value, at) =>
      value ? [valueRow(subjects[at]!.name, "", quantity.key, "value", value, quantity.unit)] : [],
    ),
    ...(together ? [valueRow("", "", quantity.key, "together", together, quantity.unit)] : []),
  ]);
  const compared = pairs.flatMap(({ subject, against, contrasts }) =>
    contrasts.flatMap(({ quantity: { key, unit }, quotient, difference, change }) => {
      const row = (number: string, value: Range | undefined, unit: Unit) =>
        value ? [valueRow(subject.name, against.name, key, number, value, unit)] : [];
      return [
        ...row("quotient", quotient, "perKilled"),
        ...row("difference", difference, unit),
        ...row("change", change, "share"),
      ];
    }),
  );
  const codes = [...new Set(caveats.map(({ code }) => code))].join(" ");
  const lines = [...own, ...compared].map((row) => [...row.map(snakeCase), codes]);
  return [COLUMNS, ...lines].map((line) => separatedLine(line, separator)).join("");
}

/** Only the quantity is a key of JSON, which columns write in snake_case. */
function snakeCase(cell: string, column: number): string {
  return column === 2 ? cell.replace(/[A-Z]|\d+/g, (part) => `_${part.toLowerCase()}`) : cell;
}

function valueRow(subject: string, against: string, key: string, number: string, value: Range, unit: Unit): string[] {
  const { low, best, high, approximate } = value;
  const places = unit === "people" ? 0 : 6;
  const ends = [low, best, high].map((end) => end?.toFixed(places) ?? "");
  return [subject, against, key, number, ...ends, openEnds(value), String(approximate)];
}
