import { isDate } from "node:util/types";
import { unzipSync } from "fflate";
import readWorkbook, { type Row } from "read-excel-file/universal";
import { defined } from "../core/defined.ts";
import { type Problem, refuse } from "../core/errors.ts";
import { suggest } from "../core/suggest.ts";

/** A workbook is held in memory whole, some ten times as large as what is packed in it. */
const LIMIT_MIB = 32;
const LIMIT = LIMIT_MIB * 2 ** 20;
const LARGE: Problem = { code: "E-WORKBOOK", args: { because: "large", limitMiB: LIMIT_MIB } };
/** A sheet has an empty cell wherever another is further out, and this many fill 300 MiB. */
const MOST_CELLS = 5_000_000;

/** One sheet of a workbook as CSV, each row on the line of its number; and what the other sheets are called. */
export interface Sheet {
  readonly csv: Buffer;
  readonly others: readonly string[];
}

/** Reads a sheet of a workbook (.xlsx) by its name or number, or the first. Throws InputError. */
export async function sheetIn(workbook: Uint8Array, wanted: string | undefined): Promise<Sheet> {
  const sheets = await sheetsIn(workbook);
  const names = sheets.map(({ sheet }) => sheet);
  const found = sheets.find(({ sheet }) => sheet === wanted) ?? sheets[Number(wanted ?? 1) - 1];
  if (!found) {
    const args = defined({ found: wanted!, sheets: names, suggestion: suggest(wanted!, names) });
    return refuse({ code: "E-SHEET-UNKNOWN", args, at: { option: "--sheet" } });
  }
  return { csv: Buffer.from(csvOf(found.data)), others: names.filter((name) => name !== found.sheet) };
}

/** Whatever the library throws, the workbook is not as it should be. */
async function sheetsIn(workbook: Uint8Array) {
  let problem: Problem | undefined;
  try {
    problem = tooLarge(workbook);
    if (!problem) return await readWorkbook(new Uint8Array(workbook).buffer);
  } catch (error) {
    const reason = (error as Error).message;
    problem = { code: "E-WORKBOOK", args: { because: "damaged", reason } };
  }
  return refuse(problem);
}

/** A small file can hold more than there is memory, packed or as cells that stand far out. */
function tooLarge(workbook: Uint8Array): Problem | undefined {
  let size = 0;
  const isSmall = ({ originalSize }: { readonly originalSize: number }) => {
    size += originalSize;
    return size <= LIMIT;
  };
  const files = unzipSync(workbook, { filter: (file) => isSmall(file) && file.name.endsWith(".xml") });
  if (size > LIMIT) return LARGE;
  for (const file of Object.values(files)) {
    let [rows, columns] = [0, 1];
    for (const [, column = "", row] of Buffer.from(file).toString("latin1").matchAll(ADDRESS)) {
      rows = Math.max(rows, Number(row));
      columns = Math.max(columns, numberOf(column));
      if (rows * columns > MOST_CELLS) {
        return { code: "E-WORKBOOK", args: { because: "far", cell: `${column || "A"}${row}` } };
      }
    }
  }
  return undefined;
}

/** The address of a cell, column AB and row 12, or the number of a row. */
const ADDRESS = /<(?:\w+:)?(?:c|row)\s[^>]*?\br\s*=\s*["']([A-Z]*)(\d+)["']/gi;

/** A is 1, Z is 26, AA is 27. */
function numberOf(column: string): number {
  let number = 0;
  for (const letter of column.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}

/** A row of nothing is an empty line, which is no row of a table. A text that is kept once may stand in every cell. */
function csvOf(rows: readonly Row[]): string {
  let size = 0;
  const cellOf = (cell: Row[number]) => {
    const text = quoted(textOf(cell));
    size += text.length + 1;
    return size > LIMIT ? refuse(LARGE) : text;
  };
  const line = (row: Row) => (row.every((cell) => cell === null) ? "" : row.map(cellOf).join(","));
  return `${rows.map(line).join("\n")}\n`;
}

function textOf(cell: Row[number]): string {
  if (cell === null) return "";
  if (typeof cell === "boolean") return cell ? "TRUE" : "FALSE";
  if (isDate(cell)) return cell.toISOString().replace(/T00:00:00\.000Z$|\.\d+Z$/, "");
  // A row stays on its line.
  return String(cell).replace(/\s*[\r\n]+\s*/g, " ");
}

/** Whatever might be taken for a separator is in quotes. */
function quoted(cell: string): string {
  return /[",;\t|\u00a6]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
