import type { Comparison } from "../../core/compare/compare.ts";
import type { Subject } from "../../core/compare/quantities.ts";
import type { Range, Unit } from "../../core/range.ts";
import { openEnds, type Separation, separatedText } from "../separated.ts";
import { citedOf, sourcesCell, sourcesOf } from "../sources.ts";
import { caveatCodes } from "./sections.ts";

/**
 * The columns of CSV and TSV. There is a row for each quantity of each subject, and one for each number of a comparison,
 * which names what the subject is compared with. The last columns have the caveats and sources of those that the row is about.
 */
const COLUMNS = [
  ...["subject", "against", "quantity", "number", "low", "best", "high", "open", "approximate", "caveats"],
  "sources",
];

/** The comparison as a table of values: people as whole numbers, everything else with six decimals. */
export function comparisonRows({ subjects, rows, pairs, caveats }: Comparison, separation: Separation): string {
  const own = rows.flatMap(({ quantity: { key, unit }, values, together }) => [
    ...values.flatMap((value, at) =>
      value ? [[subjects[at]!.name, "", snakeCase(key), "value", ...valueCells(value, unit)]] : [],
    ),
    ...(together ? [["", "", snakeCase(key), "together", ...valueCells(together, unit)]] : []),
  ]);
  const compared = pairs.flatMap(({ kind, subject, against, contrasts }) =>
    contrasts.flatMap(({ quantity: { key, unit }, quotient, difference, change }) => {
      const row = (number: string, value: Range | undefined, unit: Unit) =>
        value ? [[subject.name, against.name, snakeCase(key), number, ...valueCells(value, unit)]] : [];
      return [
        ...row("quotient", quotient, "perKilled"),
        ...row("difference", difference, unit),
        // Between two sides nothing changed.
        ...row("change", kind === "dates" ? change : undefined, "share"),
      ];
    }),
  );
  const lines = [...own, ...compared].map((row) => {
    const about = subjectsOfRow(row, subjects);
    return [...row, caveatCodes(caveats, about), sourcesCell(sourcesOf(citedOf(about)))];
  });
  return separatedText([COLUMNS, ...lines], separation);
}

/** The subjects that a row names, or all of them if it names none. */
function subjectsOfRow([subject, against]: readonly string[], subjects: readonly Subject[]): Subject[] {
  return subjects.filter(({ name }) => !subject || name === subject || name === against);
}

/** A key of JSON as columns write it: "out_of_action". */
export function snakeCase(key: string): string {
  return key.replace(/[A-Z]|\d+/g, (part) => `_${part.toLowerCase()}`);
}

/** The cells low, best, high, open and approximate. */
export function valueCells(value: Range, unit: Unit): string[] {
  const { low, best, high, approximate } = value;
  const ends = [low, best, high].map((end) => end?.toFixed(unit === "people" ? 0 : 6) ?? "");
  return [...ends, openEnds(value), String(approximate)];
}
