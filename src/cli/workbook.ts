import { isDate } from "node:util/types";
import { unzip } from "fflate";
import readWorkbook, { InvalidInputError, InvalidSpreadsheetError, type Row } from "read-excel-file/universal";
import { defined } from "../core/defined.ts";
import { refuse } from "../core/errors.ts";
import { suggest } from "../core/suggest.ts";

/** A workbook is held in memory whole, some ten times as large as what is packed in it. */
const LIMIT_MIB = 32;

/** One sheet of a workbook as CSV, each row on the line of its number; and what the other sheets are called. */
export interface Sheet {
  readonly csv: Buffer;
  readonly others: readonly string[];
}

/** Reads a sheet of a workbook (.xlsx) by its name or number, or the first. Throws InputError. */
export async function sheetIn(workbook: Uint8Array, wanted: string | undefined): Promise<Sheet> {
  try {
    if ((await unpackedSize(workbook)) > LIMIT_MIB * 2 ** 20) {
      refuse({ code: "E-WORKBOOK", args: { because: "large", limitMiB: LIMIT_MIB } });
    }
    const sheets = await readWorkbook(new Uint8Array(workbook).buffer);
    const names = sheets.map(({ sheet }) => sheet);
    const found = sheets.find(({ sheet }) => sheet === wanted) ?? sheets[Number(wanted ?? 1) - 1];
    if (!found) {
      const args = defined({ found: wanted!, sheets: names, suggestion: suggest(wanted!, names) });
      return refuse({ code: "E-SHEET-UNKNOWN", args, at: { option: "--sheet" } });
    }
    return { csv: Buffer.from(found.data.map(line).join("")), others: names.filter((name) => name !== found.sheet) };
  } catch (error) {
    if (error instanceof InvalidInputError || error instanceof InvalidSpreadsheetError) {
      refuse({ code: "E-WORKBOOK", args: { because: "damaged", reason: error.message } });
    }
    throw error;
  }
}

/** How many bytes are packed in a zip file: a small one can hold more than there is memory. */
function unpackedSize(workbook: Uint8Array): Promise<number> {
  let size = 0;
  return new Promise((resolve, reject) => {
    const filter = ({ originalSize }: { readonly originalSize: number }) => {
      size += originalSize;
      return false;
    };
    unzip(workbook, { filter }, (error) => (error ? reject(new InvalidInputError("INVALID_ZIP")) : resolve(size)));
  });
}

/** A row of nothing is an empty line, which is no row of a table. */
function line(row: Row): string {
  return row.every((cell) => cell === null) ? "\n" : `${row.map((cell) => quoted(textOf(cell))).join(",")}\n`;
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
