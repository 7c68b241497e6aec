import { defined } from "../core/defined.ts";
import { type Problem, type ProblemArgs, refuse } from "../core/errors.ts";
import { suggest } from "../core/suggest.ts";
import { printable } from "../notation/characters.ts";
import type { RangeRecord } from "./record/range.ts";

/** One value of the record on a line of its own, and in which direction the truth may lie beyond it. */
export interface Value {
  /**
   * A number in digits, or a text. In a text, characters that could move a cursor or break the line are written as code
   * points.
   */
  readonly text: string;
  readonly isNumber: boolean;
  readonly open: readonly ("lower" | "higher")[];
}

/** The parts of a record by their paths: "outOfAction", "outOfAction.high", "forces[1].shareInWords". */
export type Values = ReadonlyMap<string, unknown>;

export function valuesOf(record: object): Values {
  return new Map(partsOf(record, ""));
}

function partsOf(value: unknown, path: string): [string, unknown][] {
  if (typeof value !== "object" || value === null) return [[path, value]];
  const inner = Object.entries(value).flatMap(([key, item]) => {
    const place = Array.isArray(value) ? `[${key}]` : path === "" ? key : `.${key}`;
    return partsOf(item, path + place);
  });
  return [[path, value], ...inner];
}

/**
 * The value at a path. The path of a range whose ends are equal gives that number. Throws InputError if nothing is
 * there, or if it holds several values.
 */
export function valueAt(values: Values, path: string): Value {
  const found = path === "" ? undefined : values.get(path);
  if (found === undefined) refuse(unknownPath(values, path));
  if (isRange(found)) {
    if (found.low !== found.high) refuse({ code: "E-PATH-RANGE", args: { path } });
    return { text: String(found.low), isNumber: true, open: openEnds(found, "low", "high") };
  }
  if (typeof found === "object") refuse({ code: "E-PATH-NO-NUMBER", args: { path } });
  const [, parent = "", end = ""] = /^(.*)\.(low|best|high)$/.exec(path) ?? [];
  const range = values.get(parent);
  const isNumber = typeof found === "number" || typeof found === "bigint";
  return { text: printable(String(found)), isNumber, open: isRange(range) ? openEnds(range, end) : [] };
}

function isRange(value: unknown): value is RangeRecord {
  return typeof value === "object" && value !== null && "low" in value && "high" in value;
}

function openEnds({ openLow, openHigh }: RangeRecord, ...ends: readonly string[]): Value["open"] {
  return [
    ...(openLow && ends.includes("low") ? ["lower" as const] : []),
    ...(openHigh && ends.includes("high") ? ["higher" as const] : []),
  ];
}

function unknownPath(values: Values, path: string): Problem {
  const all = [...values].flatMap(([name, value]) => (isUseful(name, value) ? [name] : []));
  const paths = all.filter((name) => !/^(?:inputs|sources)/.test(name));
  const because = whyAbsent(values, path);
  const short = shortList(values, path);
  // If there are several forces, suggest the share of the first, which has the same name there. The low end is not a
  // best value, so don't suggest it.
  const meant = because === "many forces" ? `forces[0].${path}` : path;
  const suggestion =
    because === "no best" || short?.count === 0 ? undefined : all.includes(meant) ? meant : suggest(path, all);
  return { code: "E-PATH-UNKNOWN", args: defined({ path, paths, because, short, suggestion }) };
}

/** The list that has fewer items than the path asks for. */
function shortList(values: Values, path: string): ProblemArgs["E-PATH-UNKNOWN"]["short"] {
  for (const { index, 0: item } of path.matchAll(/\[\d+\]/g)) {
    const list = path.slice(0, index);
    const items = values.get(list);
    if (Array.isArray(items) && !values.has(list + item)) return { list, count: items.length };
  }
  return undefined;
}

/** Why a result that others have is not there. */
function whyAbsent(values: Values, path: string): ProblemArgs["E-PATH-UNKNOWN"]["because"] {
  if (path.endsWith(".best") && isRange(values.get(path.slice(0, -".best".length)))) return "no best";
  if (!/^(?:net)?share(?:InWords)?\b/i.test(path)) return undefined;
  return values.has("forces[1]") ? "many forces" : values.has("forces[0]") ? undefined : "no force";
}

/** What a reader of one value is likely to want: the ends of ranges, and results in words. */
function isUseful(path: string, value: unknown): boolean {
  return /\.(?:low|best|high)$/.test(path)
    ? typeof value !== "object"
    : /^(?:.*\.)?(?:sentence|shareInWords)$/.test(path);
}
