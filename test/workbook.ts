import { strToU8, zipSync } from "fflate";

/** A cell: a number, a text, a boolean, a date as the serial number of workbooks, or the XML of any other cell. */
export type Cell = number | string | boolean | { readonly date: number } | { readonly xml: string } | null;

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";

/** The bytes of a workbook with these sheets. Rows without cells are skipped, but numbered. Cells may use a shared text. */
export function workbook(sheets: Readonly<Record<string, readonly (readonly Cell[])[]>>, shared = ""): Buffer {
  const entries = Object.entries(sheets).map(([name, rows], index) => ({ name, rows, number: index + 1 }));
  const files = {
    "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    "_rels/.rels": relations([["rId1", "officeDocument", "xl/workbook.xml"]]),
    "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${entries
      .map(({ name, number }) => `<sheet name="${name}" sheetId="${number}" r:id="rId${number}"/>`)
      .join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relations([
      ...entries.map(({ number }) => [`rId${number}`, "worksheet", `worksheets/sheet${number}.xml`] as const),
      ["rIdStyles", "styles", "styles.xml"],
      ["rIdStrings", "sharedStrings", "sharedStrings.xml"],
    ]),
    "xl/sharedStrings.xml": `<sst xmlns="${MAIN}"><si><t>${escaped(shared)}</t></si></sst>`,
    // The second format is a date.
    "xl/styles.xml": `<styleSheet xmlns="${MAIN}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    ...Object.fromEntries(entries.map(({ rows, number }) => [`xl/worksheets/sheet${number}.xml`, sheetXml(rows)])),
  };
  return Buffer.from(zipSync(Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, strToU8(xml)]))));
}

function relations(all: readonly (readonly [id: string, type: string, target: string])[]): string {
  const lines = all.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}">${lines.join("")}</Relationships>`;
}

function sheetXml(rows: readonly (readonly Cell[])[]): string {
  const xml = rows.map((cells, row) => {
    const inner = cells.map((cell, column) => cellXml(cell, `${String.fromCharCode(65 + column)}${row + 1}`));
    return cells.length > 0 ? `<row r="${row + 1}">${inner.join("")}</row>` : "";
  });
  return `<worksheet xmlns="${MAIN}"><sheetData>${xml.join("")}</sheetData></worksheet>`;
}

function cellXml(cell: Cell, at: string): string {
  if (cell === null) return "";
  if (typeof cell === "number") return `<c r="${at}"><v>${cell}</v></c>`;
  if (typeof cell === "boolean") return `<c r="${at}" t="b"><v>${Number(cell)}</v></c>`;
  if (typeof cell === "string")
    return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
  return "date" in cell ? `<c r="${at}" s="1"><v>${cell.date}</v></c>` : cell.xml.replace("<c", `<c r="${at}"`);
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
