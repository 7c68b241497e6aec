import { type Problem, refuse } from "../core/errors.ts";
import { suggest } from "../core/suggest.ts";
import type { EstimateRecord, RangeRecord } from "./record.ts";

/** A number of the record in digits alone, and where the truth may lie beyond it. */
export interface Value {
  readonly digits: string;
  readonly open: readonly ("lower" | "higher")[];
}

/**
 * The value at a path like outOfAction.high or forces[1].share.low. A path to a range whose ends
 * are the same is a path to that number. Throws InputError for any other.
 */
export function valueAt(record: EstimateRecord, path: string): Value {
  const ranges = new Map(rangesOf(record, ""));
  const whole = ranges.get(path);
  if (whole && whole.low !== whole.high) refuse({ code: "E-PATH-RANGE", args: { path } });
  const [, parent = path, end = "low"] = (!whole && /^(.*)\.(low|best|high)$/.exec(path)) || [];
  const range = ranges.get(parent);
  const value = range?.[end as "low" | "best" | "high"];
  if (!range || value === undefined) refuse(unknownPath(record, path, ranges));
  const open = [
    ...(range.openLow && (whole || end === "low") ? ["lower" as const] : []),
    ...(range.openHigh && (whole || end === "high") ? ["higher" as const] : []),
  ];
  return { digits: String(value), open };
}

function rangesOf(value: unknown, path: string): [string, RangeRecord][] {
  if (typeof value !== "object" || value === null) return [];
  const own: [string, RangeRecord][] = "low" in value && "high" in value ? [[path, value as RangeRecord]] : [];
  const inner = Object.entries(value).flatMap(([key, item]) => {
    const place = Array.isArray(value) ? `[${key}]` : path === "" ? key : `.${key}`;
    return rangesOf(item, path + place);
  });
  return [...own, ...inner];
}

function unknownPath(record: EstimateRecord, path: string, ranges: ReadonlyMap<string, RangeRecord>): Problem {
  const [first = ""] = path.split(/[.[]/);
  const known =
    Object.hasOwn(record, first) && !ranges.has(first) && !["forces", "sources", "inputs", "implied"].includes(first);
  if (known) return { code: "E-PATH-NO-NUMBER", args: { path } };
  const all = [...ranges].flatMap(([name, { best }]) =>
    ["low", ...(best === undefined ? [] : ["best"]), "high"].map((end) => `${name}.${end}`),
  );
  const paths = all.filter((name) => !/^(?:inputs|sources)/.test(name));
  const suggestion = suggest(path, all);
  return { code: "E-PATH-UNKNOWN", args: { path, paths, ...(suggestion ? { suggestion } : {}) } };
}
