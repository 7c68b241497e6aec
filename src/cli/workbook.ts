import { isDate } from "node:util/types";
import { type Unzipped, unzipSync, zipSync } from "fflate";
import readWorkbook, { type Row } from "read-excel-file/universal";
import { defined } from "../core/defined.ts";
import { InputError, type Problem, refuse } from "../core/errors.ts";
import { suggest } from "../core/suggest.ts";
import { plainNumber } from "../table/read/records.ts";

/** A workbook is held in memory as a whole, at some ten times its unpacked size. */
const LIMIT_MIB = 32;
const LIMIT = LIMIT_MIB * 2 ** 20;
const LARGE: Problem = { code: "E-WORKBOOK", args: { because: "large", limitMiB: LIMIT_MIB } };
/** A sheet is filled up with empty cells as far as its outermost ones, and this many cells take 300 MiB. */
const MOST_CELLS = 5_000_000;

/** One sheet of a workbook as CSV, with each row on the line of its number, and the names of the other sheets. */
export interface WorkbookSheet {
  readonly csv: Buffer;
  readonly others: readonly string[];
}

/** Reads a sheet of a workbook (.xlsx) by its name or number, or the first sheet. Throws InputError. */
export async function sheetIn(workbook: Uint8Array, wanted: string | undefined): Promise<WorkbookSheet> {
  const sheets = await sheetsIn(workbook);
  const names = sheets.map(({ sheet }) => sheet);
  const found = sheets.find(({ sheet }) => sheet === wanted) ?? sheets[Number(wanted ?? 1) - 1];
  if (!found) {
    const args = defined({ found: wanted!, sheets: names, suggestion: suggest(wanted!, names) });
    return refuse({ code: "E-SHEET-UNKNOWN", args, at: { option: "--sheet" } });
  }
  return { csv: Buffer.from(csvOf(found.data)), others: names.filter((name) => name !== found.sheet) };
}

/** Whatever the library throws, we report that the workbook is damaged. */
async function sheetsIn(workbook: Uint8Array) {
  try {
    const files = partsOf(workbook) ?? refuse(LARGE);
    if (!("xl/workbook.xml" in files)) {
      refuse({ code: "E-TABLE-CONTAINER", args: { found: "a zip file that is not a workbook" } });
    }
    refuseDistantCells(files);
    return await readWorkbook(new Uint8Array(zipSync(withTexts(files), { level: 0 })).buffer);
  } catch (error) {
    if (error instanceof InputError) throw error;
    const reason = error instanceof TypeError ? "its cells have no addresses" : (error as Error).message;
    return refuse({ code: "E-WORKBOOK", args: { because: "damaged", reason } });
  }
}

/**
 * The files of a workbook that describe its cells, or undefined if they are too large. A small workbook can unpack to a
 * lot.
 */
function partsOf(workbook: Uint8Array): Unzipped | undefined {
  let size = 0;
  const files = unzipSync(workbook, {
    filter: ({ name, originalSize }) => {
      if (!/\.(?:xml|rels)$/.test(name)) return false;
      size += originalSize;
      return size <= LIMIT;
    },
  });
  return size <= LIMIT ? files : undefined;
}

/** A tag that is not closed. The library takes a minute for a million of these. */
const UNCLOSED = /<\/?[A-Za-z][^<>]*</;

/** The address of a cell (column AB and row 12), or the number of a row. */
const ADDRESS = /<(?:\w+:)?(?:c|row)\s[^<>]*?\br\s*=\s*["']([A-Z]*)(\d+)["']/gi;

/** Refuses cells that are so far out that all sheets together would not fit in memory. Throws InputError. */
function refuseDistantCells(files: Unzipped): void {
  let before = 0;
  for (const file of Object.values(files)) {
    const xml = Buffer.from(file).toString("latin1");
    if (UNCLOSED.test(xml)) throw new Error("a tag is not closed");
    let [rows, columns] = [0, 1];
    for (const [, column = "", row] of xml.matchAll(ADDRESS)) {
      rows = Math.max(rows, Number(row));
      columns = Math.max(columns, numberOf(column));
      if (before + rows * columns > MOST_CELLS) {
        refuse({ code: "E-WORKBOOK", args: { because: "far", cell: `${column || "A"}${row}` } });
      }
    }
    before += rows * columns;
  }
}

/** Converts a column to its number: A is 1, Z is 26, AA is 27. */
function numberOf(column: string): number {
  let number = 0;
  for (const letter of column.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}

/**
 * Adds what the library would leave out, as text: errors like #REF!, and formulas that were never calculated. As text,
 * they are reported wherever a number is expected.
 */
function withTexts(files: Unzipped): Unzipped {
  return Object.fromEntries(
    Object.entries(files).map(([name, file]) => {
      const xml = Buffer.from(file).toString("latin1");
      if (!ERROR.test(xml) && !UNCALCULATED.test(xml)) return [name, file];
      const texts = xml
        .replace(new RegExp(ERROR, "g"), "$1str$2")
        .replace(new RegExp(UNCALCULATED, "g"), '<$1c$2 t="str">$3<$1v>a formula without a result</$1v></$1c>');
      return [name, Buffer.from(texts, "latin1")];
    }),
  );
}

/** A cell with an error, and a cell with a formula but no value, which some programs write as an empty one. */
const ERROR = /(<(?:\w+:)?c\s[^<>]*?\bt\s*=\s*["'])e(["'])/;
const UNCALCULATED =
  /<((?:\w+:)?)c((?:\s+(?!t\b)\w+\s*=\s*"[^"<>]*")*)\s*>(<(?:\w+:)?f\b[^<>]*(?:\/>|>[^<>]*<\/(?:\w+:)?f>))\s*(?:<(?:\w+:)?v\s*(?:\/>|><\/(?:\w+:)?v>)\s*)?<\/(?:\w+:)?c>/;

/**
 * Writes rows as CSV. An empty row becomes an empty line, which does not count as a row of a table. The size is limited
 * because a text that is stored once may occur in every cell.
 */
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
  if (typeof cell === "number") return plainNumber(String(cell));
  // Keep each row on one line.
  return String(cell).replace(/\s*[\r\n]+\s*/g, " ");
}

/** Quotes a cell if it has a character that may be taken for a separator. */
function quoted(cell: string): string {
  return /[",;\t|\u00a6]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
