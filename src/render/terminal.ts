import { Chalk, type ChalkInstance } from "chalk";
import Table from "cli-table3";
import type { Outline, Row } from "./outline.ts";
import { cellsOf, columns, type Layout, PLAIN } from "./text.ts";
import { wrapped } from "./wrap.ts";

export interface TerminalOptions {
  readonly coloured: boolean;
  /** Columns; without them nothing is boxed or wrapped (colour that was asked for in a pipe). */
  readonly width?: number;
}

/** A boxed table where it fits, else a list, and sentences broken between words. */
export function terminalLayout({ coloured, width }: TerminalOptions): Layout {
  // chalk finds its own level, without regard to NO_COLOR; here it is told.
  const paint = new Chalk({ level: coloured ? 1 : 0 });
  const heading = (text: string) => paint.bold(text);
  const accents = { heading, good: (text: string) => paint.green(text), bad: (text: string) => paint.bold.red(text) };
  if (width === undefined) return { ...PLAIN, ...accents, table: (outline) => columns(outline, heading) };
  const wrap = (text: string, indent = "") => wrapped(text, width, indent);
  return {
    ...accents,
    wrap,
    table: (outline) => {
      const box = boxed(outline, paint);
      // The border has no colour, so that its first line is as wide as the table.
      return box.indexOf("\n") <= width ? box : listed(outline, paint, wrap);
    },
  };
}

function boxed(outline: Outline, paint: ChalkInstance): string {
  const cells = cellsOf(outline);
  const body = cells.slice(-outline.rows.length);
  const head = cells.length > body.length ? cells[0]! : [];
  // cli-table3 would colour its head and borders by itself.
  const table = new Table({
    head: head.map((cell) => paint.dim(cell)),
    style: { head: [], border: [], compact: true },
  });
  table.push(
    ...body.map((cells, index) => cells.map((cell) => (outline.rows[index]!.whole ? paint.bold(cell) : cell))),
  );
  return table.toString();
}

/** For a narrow terminal: a line for each figure, under the name of what it counts. */
function listed({ forces, rows }: Outline, paint: ChalkInstance, wrap: Layout["wrap"]): string {
  return rows
    .flatMap((row, index) => [
      ...(row.quantity === rows[index - 1]?.quantity ? [] : [paint.bold(row.quantity)]),
      ...figures(row, forces).map((line) => wrap(line, "    ")),
    ])
    .join("\n");
}

function figures({ basis, value, shares }: Row, forces: readonly string[]): string[] {
  return [
    `  ${basis ? `${basis}: ` : ""}${value}`,
    ...shares.map((share, index) => `    ${share} of ${forces[index]}`),
  ];
}
