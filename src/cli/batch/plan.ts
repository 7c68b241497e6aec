import { DATE_ORDERS } from "../../core/dates.ts";
import { collect, type Problem } from "../../core/errors.ts";
import type { RatioLookup } from "../../core/ratio-lookup.ts";
import { parseName, parsePrefix } from "../../notation/label.ts";
import { mappingFrom } from "../../table/columns.ts";
import { DateColumn } from "../../table/date-column.ts";
import { TABLES, type TableFormat, WRITTEN_TABLES, type WrittenTable } from "../../table/format.ts";
import { type BatchPlan, LISTED, SERIES_KINDS } from "../../table/plan.ts";
import { scaleFrom } from "../../table/scale.ts";
import { formatByName } from "../file-format.ts";
import type { GivenOptions } from "../given.ts";
import type { Output } from "../io.ts";
import { scenarioFrom } from "../scenario.ts";
import { joinFrom, mapsOfRoles, selectionFrom } from "./selection.ts";

/** The part of the plan that the command line determines. */
export type AskedPlan = Omit<BatchPlan, "keys" | "draw">;

/** Reads what to do with the tables from the command line. Adds every mistake to the list. */
export function planFrom(
  given: GivenOptions,
  files: readonly string[],
  ratios: RatioLookup,
  problems: Problem[],
  { columns }: Output,
): AskedPlan {
  const asked = given.choice("--from", TABLES);
  const [format = "csv", other] = new Set(files.map((file) => asked ?? tableByName(file) ?? "csv"));
  if (other) {
    const options = [`a ${format} file`, `a ${other} file`] as const;
    problems.push({ code: "E-OPTIONS-CLASH", args: { options, why: "formats" } });
  }
  // Rows of these kinds are not read at all.
  const { without: _, ...defaults } = scenarioFrom(given, undefined, problems, ratios);
  const counted = given.choice("--count", LISTED);
  const kind = given.choice("--series", SERIES_KINDS);
  const by = given.value("--by");
  const order = given.choice("--dates", DATE_ORDERS);
  const { named } = defaults.ratio ?? {};
  // Only counts of the wounded alone can have this ratio, and a row of those has no result.
  if (named?.kind === "history")
    problems.push({ code: "E-HISTORY-ONLY", args: { name: named.name, asked: "ratio" }, at: { option: "--ratio" } });
  return {
    defaults,
    ratios,
    mapping: mappingFrom(mapsOfRoles(given), problems),
    cellOptions: { missing: given.values("--missing-code"), scale: scaleFrom(given.values("--scale"), problems) },
    from: format,
    separator: separatorFrom(given.value("--ifs"), problems),
    skip: skipFrom(given.value("--skip"), problems),
    to: given.choice("--format", WRITTEN_TABLES) ?? writtenByName(given.outputFile()) ?? format,
    width: given.outputFile() === undefined ? columns : undefined,
    prefix: nameFrom(given, "--prefix", problems) ?? "est_",
    fileColumn: nameFrom(given, "--file-column", problems),
    selection: selectionFrom(given, problems),
    join: joinFrom(given),
    list: counted && { of: counted, group: given.value("--group") },
    series:
      kind && by !== undefined
        ? { kind, dates: new DateColumn(by, order, kind === "daily" && !counted), group: given.value("--group") }
        : undefined,
    sum: given.has("--sum"),
    summary: given.has("--sum") || given.has("--summary") || given.has("--summary-json"),
    header: !given.has("--no-header"),
    rows: !given.has("--header-only"),
    safe: given.has("--csv-safe"),
  };
}

/** Reads a separator, either by its name or as the character itself: one that does not occur in cells with figures. */
function separatorFrom(text: string | undefined, problems: Problem[]): string | undefined {
  if (text === undefined) return undefined;
  const separator = SEPARATOR_NAMES[text] ?? text;
  if (/^[\t !#$%&*,/:;<=>?@^_|~\u00a6]$/.test(separator)) return separator;
  problems.push({ code: "E-SEPARATOR", args: { found: text }, at: { option: "--ifs" } });
  return undefined;
}

const SEPARATOR_NAMES: Readonly<Record<string, string>> = {
  comma: ",",
  semicolon: ";",
  tab: "\t",
  "\\t": "\t",
  pipe: "|",
  space: " ",
};

function skipFrom(text: string | undefined, problems: Problem[]): number {
  if (text === undefined || /^\d{1,6}$/.test(text)) return Number(text ?? 0);
  problems.push({ code: "E-SKIP", args: { found: text }, at: { option: "--skip" } });
  return 0;
}

/** Reads a column name or a prefix of column names. These are also shown on terminals, so they must be printable. */
function nameFrom(given: GivenOptions, option: "--prefix" | "--file-column", problems: Problem[]): string | undefined {
  const name = given.value(option);
  if (name === undefined) return undefined;
  const read = option === "--prefix" ? parsePrefix : parseName;
  return collect(
    problems,
    () => read(name),
    () => ({ option }),
  );
}

/** The format in which the name of a file asks for a table to be written. */
export function writtenByName(file: string | undefined): WrittenTable | undefined {
  const format = file === undefined ? undefined : formatByName(file);
  return WRITTEN_TABLES.find((name) => name === format);
}

/** The format in which a table of this name is read. A compressed file has that of the name before .gz. */
function tableByName(file: string): TableFormat | undefined {
  const format = formatByName(file.replace(/\.gz$/i, ""));
  return TABLES.find((name) => name === format);
}
