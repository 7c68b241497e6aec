import { escaped } from "./escaped.ts";

/** A table of text cells, for any kind of content. */
export interface Sheet {
  /** The heading of each column. If all are empty, there is no heading line. */
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Which columns hold numbers, and are aligned to the right. */
  readonly numbers: readonly boolean[];
  /** Which rows are sums or wholes, and stand out. */
  readonly whole?: readonly boolean[] | undefined;
}

export const GAP = "  ";

/** How wide each column is. */
export function columnWidths({ heads, rows }: Sheet): number[] {
  return heads.map((head, at) =>
    rows.reduce((widest, row) => Math.max(widest, [...row[at]!].length), [...head].length),
  );
}

/** How wide the columns are together. */
export function sheetWidth(sheet: Sheet): number {
  return columnWidths(sheet).reduce((sum, width) => sum + width + GAP.length, -GAP.length);
}

/** The sheet without its last column. */
export function withoutLast({ heads, rows, numbers }: Sheet): Sheet {
  return { heads: heads.slice(0, -1), rows: rows.map((row) => row.slice(0, -1)), numbers: numbers.slice(0, -1) };
}

export function hasHeads({ heads }: Sheet): boolean {
  return heads.some((head) => head !== "");
}

/** Leaves room after each number for the plus of an open end, so that the digits line up. */
export function withPlaces(sheet: Sheet): Sheet {
  const hasPlus = sheet.numbers.map((isNumber, at) => isNumber && sheet.rows.some((row) => row[at]!.endsWith("+")));
  if (!hasPlus.includes(true)) return sheet;
  const placed = (cell: string, at: number) => (hasPlus[at] && !cell.endsWith("+") ? `${cell} ` : cell);
  return { ...sheet, heads: sheet.heads.map(placed), rows: sheet.rows.map((row) => row.map(placed)) };
}

/**
 * The lines of aligned columns, measured in code points. In a script with wide letters, a name may shift what comes
 * after it. The first line is the headings, if there are any.
 */
export function alignedSheet(sheet: Sheet): string[] {
  const { heads, rows, numbers } = withPlaces(sheet);
  const widths = columnWidths({ heads, rows, numbers });
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, at) => {
        const space = " ".repeat(widths[at]! - [...cell].length);
        return numbers[at] ? space + cell : cell + space;
      })
      .join(GAP)
      .trimEnd();
  return [...(hasHeads(sheet) ? [line(heads)] : []), ...rows.map(line)];
}

/** A Markdown table. Rows for sums and wholes are in bold. */
export function sheetMarkdown({ heads, rows, numbers, whole = [] }: Sheet): string {
  const bold = (cell: string) => cell && `**${cell}**`;
  const lines = [
    heads.map(escaped),
    numbers.map((isNumber) => (isNumber ? "---:" : "---")),
    ...rows.map((row, at) => row.map(escaped).map(whole[at] ? bold : (cell) => cell)),
  ];
  return lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
