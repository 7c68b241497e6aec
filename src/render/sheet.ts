import { escaped } from "./markdown.ts";
import type { Layout } from "./text.ts";

/** A table of texts, whatever it is of. */
export interface Sheet {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Which columns hold numbers, and stand to the right. */
  readonly numbers: readonly boolean[];
}

const GAP = "  ";

/** Aligned columns; where they are wider than the terminal, a line for each row below its first cell. */
export function sheetText({ heads, rows, numbers }: Sheet, { heading, wrap }: Layout, width?: number): string {
  const widths = heads.map((head, at) =>
    rows.reduce((widest, row) => Math.max(widest, [...row[at]!].length), [...head].length),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, at) => {
        const space = " ".repeat(widths[at]! - [...cell].length);
        return numbers[at] ? space + cell : cell + space;
      })
      .join(GAP)
      .trimEnd();
  const whole = widths.reduce((sum, one) => sum + one + GAP.length, -GAP.length);
  if (width === undefined || whole <= width) return [heading(line(heads)), ...rows.map(line)].join("\n");
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
