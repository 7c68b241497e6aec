import { InputError, type Problem } from "../core/errors.ts";
import type { Ratio } from "../core/figure.ts";
import { parseLoss, parseRatio, RATIO_NAME } from "../notation/figure.ts";
import { parseName } from "../notation/label.ts";
import { RECORD, ratioOf } from "../record/cases.ts";
import { HISTORY, knownOf, type OwnCase, type OwnRecord } from "../record/names.ts";
import { type Json, type Path, parseJson } from "./json.ts";
import { mismatches } from "./mismatches.ts";
import { ratiosSchema, type WrittenCase } from "./ratios-schema.ts";

/**
 * Reads a file of ratios with names, in the shape of the built-in record. Throws InputError with
 * all its mistakes and their places.
 */
export function readRatios(text: string, file: string): OwnRecord {
  const json = parseJson(text);
  const { success, data, error } = ratiosSchema.safeParse(json.value);
  if (!success) throw new InputError(mismatches(error.issues, json, []));
  const problems: Problem[] = [];
  const sources = data.sources.map((source) => present(source));
  const conflicts = data.conflicts.map((written, index) => readCase(written, json, ["conflicts", index], problems));
  const ids = sources.map(({ id }) => id);
  for (const [index, { id, sourceId }] of conflicts.entries()) {
    const at = (key: string) => json.placeOf(["conflicts", index, key]);
    const name = id.toLowerCase();
    const isTwice = conflicts.slice(0, index).some((other) => other.id.toLowerCase() === name);
    const because = isTwice ? "twice" : unfitName(name);
    if (because) problems.push({ code: "E-RATIO-NAME", args: { name: id, because }, at: at("id") });
    if (!ids.includes(sourceId)) {
      problems.push({ code: "E-RATIO-SOURCE", args: { id: sourceId, sources: ids }, at: at("sourceId") });
    }
  }
  if (problems.length > 0) throw new InputError(problems);
  return { file, sources, conflicts };
}

/** A name must not be taken for a figure, nor for a ratio that is built in. */
function unfitName(name: string): "form" | "notation" | "built in" | undefined {
  if (!RATIO_NAME.test(name) || name.includes(":")) return "form";
  if (name === HISTORY || RECORD.conflicts.some(({ id }) => id === name)) return "built in";
  return [parseRatio, parseLoss].some((parse) => isRead(() => parse(name))) ? "notation" : undefined;
}

function isRead(read: () => unknown): boolean {
  try {
    read();
    return true;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    // A word of the notation, like "dozens", is told of as one.
    return error.problems[0]?.code !== "E-NOT-A-NUMBER";
  }
}

function readCase(written: WrittenCase, json: Json, path: Path, problems: Problem[]): OwnCase {
  const { woundedPerKilled, nonfatalPerKilled, comparable, ...rest } = written;
  const counted = { ...present(rest), comparable: comparable ?? false } as OwnCase;
  if (counted.killed === 0) {
    problems.push({ code: "E-RATIO-CASE", args: { because: "no killed" }, at: json.placeOf([...path, "killed"]) });
    return counted;
  }
  for (const key of ["conflict", "belligerent", "notComparableBecause"] as const) {
    if (counted[key] !== undefined) readAt(json, [...path, key], problems, () => parseName(counted[key]!));
  }
  const given = (key: "woundedPerKilled" | "nonfatalPerKilled", measure: "wounded" | "others"): Ratio | undefined => {
    const value = written[key] ?? undefined;
    if (value === undefined) return undefined;
    const place = [...path, key];
    const text = typeof value === "number" ? json.source(value, () => place) : value;
    const ratio = readAt(json, place, problems, () => parseRatio(text));
    const own = ratioOf(counted, measure);
    if (!ratio || !own) return ratio;
    // The columns of the record are the quotients to two decimals: they may stand beside the counts.
    const isSame = [ratio.low, ratio.high].every((end) => end.toFixed(2) === own.toFixed(2));
    if (!isSame) problems.push({ code: "E-RATIO-CASE", args: { because: "differs", key }, at: json.placeOf(place) });
    return undefined;
  };
  const before = problems.length;
  const one = {
    ...counted,
    woundedPerKilled: given("woundedPerKilled", "wounded"),
    nonfatalPerKilled: given("nonfatalPerKilled", "others"),
  };
  if (problems.length === before && knownOf(one).length === 0) {
    problems.push({ code: "E-RATIO-CASE", args: { because: "nothing known" }, at: json.placeOf(path) });
  }
  return one;
}

function readAt<T>(json: Json, path: Path, problems: Problem[], read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    problems.push(...error.problems.map((problem) => ({ ...problem, at: json.placeOf(path) })));
    return undefined;
  }
}

type Present<T> = { [K in keyof T]: Exclude<T[K], null> };

/** What is null is not known, and left out. */
function present<T extends object>(written: T): Present<T> {
  return Object.fromEntries(Object.entries(written).filter(([, value]) => value !== null)) as Present<T>;
}
