import { escaped } from "./markdown.ts";
import type { Layout } from "./text.ts";

/** A table of texts, whatever it is of. */
export interface Sheet {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Which columns hold numbers, and are aligned to the right. */
  readonly numbers: readonly boolean[];
}

const GAP = "  ";

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

/** Aligned columns; where they are wider than the terminal, a line for each row below its first cell. */
export function sheetText(sheet: Sheet, { heading, wrap }: Layout, width?: number): string {
  const { heads, rows, numbers } = sheet;
  const widths = columnWidths(sheet);
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, at) => {
        const space = " ".repeat(widths[at]! - [...cell].length);
        return numbers[at] ? space + cell : cell + space;
      })
      .join(GAP)
      .trimEnd();
  if (width === undefined || sheetWidth(sheet) <= width) return [heading(line(heads)), ...rows.map(line)].join("\n");
  return rows
    .map(([first, ...rest]) => {
      const cells = rest.flatMap((cell, at) => (cell === "" ? [] : [`${heads[at + 1]} ${cell}`]));
      return `${heading(first!)}\n${wrap(`  ${cells.join(", ")}`, "  ")}`;
    })
    .join("\n");
}

export function sheetMarkdown({ heads, rows, numbers }: Sheet): string {
  const lines = [
    heads.map(escaped),
    numbers.map((isNumber) => (isNumber ? "---:" : "---")),
    ...rows.map((row) => row.map(escaped)),
  ];
  return lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
