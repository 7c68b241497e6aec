import { collect, InputError, type Problem, type ProblemArgs } from "../core/errors.ts";
import type { Ratio } from "../core/figure.ts";
import { isExact } from "../core/range.ts";
import { parseDate } from "../notation/date.ts";
import { parseLoss, parseRatio, RATIO_NAME } from "../notation/figure.ts";
import { parseNote, parseUrl } from "../notation/label.ts";
import { isEmptyCell } from "../notation/missing.ts";
import { pagesOf, RECORD, type RecordSource, ratioOf } from "../record/cases.ts";
import { HISTORY, knownRatios, type OwnCase, type OwnRecord } from "../record/names.ts";
import { type Json, type Path, parseJson } from "./json.ts";
import { mismatches } from "./mismatches.ts";
import { ratiosSchema, type WrittenCase } from "./ratios-schema.ts";

/**
 * Reads a file of named ratios, in the shape of the built-in record. Throws InputError with all its mistakes and their
 * places.
 */
export function readRatios(text: string, file: string): OwnRecord {
  const json = parseJson(text);
  const { success, data, error } = ratiosSchema.safeParse(json.value);
  if (!success) throw new InputError(mismatches(error.issues, json, []));
  const problems: Problem[] = [];
  const version = readTexts(data.version, ["version"], json, problems);
  const sources = readTexts(data.sources, ["sources"], json, problems);
  const written = readTexts(data.conflicts, ["conflicts"], json, problems);
  const conflicts = written.map((entry, index) => readCase(entry, json, ["conflicts", index], problems));
  for (const problem of [...nameProblems(conflicts, json), ...sourceProblems(sources, conflicts, json)]) {
    problems.push(problem);
  }
  if (problems.length > 0) throw new InputError(problems);
  return { file, version, sources, conflicts };
}

/** Keys that are read elsewhere, each by its own reader. */
const READ_APART = ["id", "woundedPerKilled", "nonfatalPerKilled"];

/** How the texts with a form of their own are read, by their keys. */
const READERS: Readonly<Record<string, (text: string) => string>> = {
  url: parseUrl,
  published: (text) => parseDate(text).text,
  seen: (text) => parseDate(text).text,
};

/** Every text must be one line that can be printed. A null means "not known", and is left out. */
function readTexts<T>(value: T, path: Path, json: Json, problems: Problem[]): WithoutNulls<T> {
  if (typeof value === "string") {
    if (path[0] === "conflicts" && path.length === 3 && READ_APART.includes(String(path[2])))
      return value as WithoutNulls<T>;
    const read = READERS[String(path.at(-1))] ?? parseNote;
    return (collect(
      problems,
      () => read(value),
      () => json.locate(path),
    ) ?? value) as WithoutNulls<T>;
  }
  if (typeof value !== "object" || value === null) return value as WithoutNulls<T>;
  if (Array.isArray(value)) {
    return value.map((part, index) => readTexts(part, [...path, index], json, problems)) as WithoutNulls<T>;
  }
  const known = Object.entries(value).filter(([, part]) => part !== null);
  return Object.fromEntries(
    known.map(([key, part]) => [key, readTexts(part, [...path, key], json, problems)]),
  ) as WithoutNulls<T>;
}

type WithoutNulls<T> = T extends readonly (infer Part)[]
  ? WithoutNulls<Part>[]
  : T extends object
    ? { [K in keyof T]: WithoutNulls<Exclude<T[K], null>> }
    : T;

function nameProblems(conflicts: readonly OwnCase[], json: Json): Problem[] {
  const seen = new Set<string>();
  return conflicts.flatMap(({ id }, index): Problem[] => {
    const name = id.toLowerCase();
    const because = seen.has(name) ? "twice" : nameFault(name);
    seen.add(name);
    return because
      ? [{ code: "E-RATIO-NAME", args: { name: id, because }, at: json.locate(["conflicts", index, "id"]) }]
      : [];
  });
}

function sourceProblems(sources: readonly RecordSource[], conflicts: readonly OwnCase[], json: Json): Problem[] {
  const ids = new Set<string>();
  const twice = sources.flatMap(({ id }, index): Problem[] => {
    const isTwice = ids.has(id);
    ids.add(id);
    return isTwice ? [{ code: "E-RATIO-SOURCE-TWICE", args: { id }, at: json.locate(["sources", index, "id"]) }] : [];
  });
  const shown = [...ids].slice(0, MOST_SOURCES);
  const unknown = conflicts.flatMap((entry, index) =>
    [...new Set(pagesOf(entry))]
      .filter((id) => !ids.has(id))
      .map((id): Problem => {
        const key = id === entry.sourceId ? ["sourceId"] : [];
        return { code: "E-RATIO-SOURCE", args: { id, sources: shown }, at: json.locate(["conflicts", index, ...key]) };
      }),
  );
  return [...twice, ...unknown];
}

const MOST_SOURCES = 5;

/** A name must not be mistaken for a figure, nor for a built-in ratio. */
function nameFault(name: string): ProblemArgs["E-RATIO-NAME"]["because"] | undefined {
  if (!RATIO_NAME.test(name) || name.includes(":")) return "form";
  if (name === HISTORY || RECORD.conflicts.some(({ id }) => id === name)) return "built in";
  if (isEmptyCell(name)) return "empty";
  const spellings = [name, name.replaceAll("-", " ")];
  const isNotation = spellings.some((text) => isReadable(() => parseRatio(text)) || isReadable(() => parseLoss(text)));
  return isNotation ? "notation" : undefined;
}

function isReadable(read: () => unknown): boolean {
  try {
    read();
    return true;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    // A word of the notation, like "dozens", is reported as such.
    return error.problems[0]?.code !== "E-NOT-A-NUMBER";
  }
}

function readCase(written: WithoutNulls<WrittenCase>, json: Json, path: Path, problems: Problem[]): OwnCase {
  const { woundedPerKilled, nonfatalPerKilled, comparable, ...rest } = written;
  const counted: OwnCase = { ...rest, comparable: comparable ?? false };
  const unfit = caseFaults(written);
  for (const { because, key } of unfit) {
    problems.push({ code: "E-RATIO-CASE", args: { because }, at: json.locate([...path, key]) });
  }
  if (unfit.length > 0) return counted;
  const given = (key: "woundedPerKilled" | "nonfatalPerKilled", measure: "wounded" | "others"): Ratio | undefined => {
    const value = written[key];
    if (value === undefined) return undefined;
    const place = () => json.locate([...path, key]);
    const text = typeof value === "number" ? json.source(value, () => [...path, key]) : value;
    const ratio = collect(problems, () => parseRatio(text), place);
    const own = ratioOf(counted, measure);
    const wounded = ratioOf(counted, "wounded");
    // All other losses include the wounded, so they cannot be fewer, as far as two decimals can show.
    const isLess = !own && wounded && ratio && Number(ratio.low.toFixed(2)) < Number(wounded.toFixed(2));
    if (isLess) problems.push({ code: "E-RATIO-CASE", args: { because: "less", key }, at: place() });
    if (!ratio || !own) return ratio;
    // The columns of the record are the quotients to two decimals, so they may be given next to the counts.
    const isSame = isExact(ratio) && !ratio.approximate && ratio.low.toFixed(2) === own.toFixed(2);
    if (!isSame) problems.push({ code: "E-RATIO-CASE", args: { because: "differs", key }, at: place() });
    return undefined;
  };
  const before = problems.length;
  const result = {
    ...counted,
    woundedPerKilled: given("woundedPerKilled", "wounded"),
    nonfatalPerKilled: given("nonfatalPerKilled", "others"),
  };
  if (problems.length === before && knownRatios(result).length === 0) {
    problems.push({ code: "E-RATIO-CASE", args: { because: "nothing known" }, at: json.locate(path) });
  }
  return result;
}

/** What does not go together in a case, and at which key. */
function caseFaults(written: WithoutNulls<WrittenCase>) {
  const { killed, wounded, captured, missing, capturedOrMissing, startYear = 0, endYear = startYear } = written;
  const { startMonth, endMonth } = written;
  const isCounted = wounded !== undefined && (captured ?? missing ?? capturedOrMissing) !== undefined;
  const elsewhere = Object.keys(written.countSources ?? {}) as (keyof NonNullable<typeof written.countSources>)[];
  const faults = [
    [killed === 0, "no killed", "killed"],
    [capturedOrMissing !== undefined && (captured ?? missing) !== undefined, "twice", "capturedOrMissing"],
    [endYear < startYear, "years", "endYear"],
    [endYear === startYear && (endMonth ?? 12) < (startMonth ?? 1), "months", "endMonth"],
    [startMonth !== undefined && written.startYear === undefined, "no year", "startMonth"],
    [endMonth !== undefined && written.endYear === undefined, "no year", "endMonth"],
    [written.covers && (written.nonfatalPerKilled === undefined || isCounted), "covers nothing", "covers"],
    [written.comparable && written.notComparableBecause !== undefined, "both", "notComparableBecause"],
    [elsewhere.some((count) => written[count] === undefined), "no count", "countSources"],
  ] as const;
  return faults.flatMap(([isFault, because, key]) => (isFault ? [{ because, key }] : []));
}
