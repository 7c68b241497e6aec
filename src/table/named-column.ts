import { defined } from "../core/defined.ts";
import { refuse } from "../core/errors.ts";
import { suggest } from "../core/suggest.ts";
import type { ValuesOption } from "./column-values.ts";
import type { Column, RowCells } from "./read/records.ts";

type NamingOption = "--by" | "--group" | "--join" | "--map" | ValuesOption;

/** The column that an option names. Throws InputError if there is none. */
export function columnFor(option: NamingOption, name: string, records: RowCells): Column {
  const { header } = records;
  if (header.filter((heading) => heading.trim() === name).length > 1) {
    refuse({ code: "E-COLUMN-TWICE", args: { column: name, isName: true }, at: { option } });
  }
  const column = columnByName(records, name);
  if (column !== undefined) return column;
  const args = defined({ column: name, columns: header, suggestion: suggest(name, header) });
  return refuse({ code: "E-COLUMN-UNKNOWN", args, at: { option } });
}

/** The column of that name, ignoring spaces around it in the table, or the path of that name in rows that are objects. */
export function columnByName(records: RowCells, name: string): Column | undefined {
  const [first] = name.split(".");
  const isKnown = (known: string | undefined) => records.header.find((heading) => heading.trim() === known);
  const found = isKnown(name) ?? (isKnown(first) === undefined ? undefined : name);
  return found === undefined ? undefined : records.column(found);
}
