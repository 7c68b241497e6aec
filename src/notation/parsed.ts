import { REPORTED } from "../core/categories.ts";
import { defined } from "../core/defined.ts";
import type { Problem } from "../core/errors.ts";
import type { Expected } from "../core/expected.ts";
import { type InputName, KINDS } from "../core/inputs.ts";
import { Rational } from "../core/rational.ts";
import { RESULT_NAMES } from "../core/result-names.ts";
import type { Scenario } from "../core/scenario.ts";
import { suggest } from "../core/suggest.ts";

/*
 * A scenario that JavaScript passes to the library may hold anything. The program parses its own, so only the library
 * checks.
 */

type Test = (value: unknown) => boolean;

const isText: Test = (value) => typeof value === "string";
const isList: Test = (value) => Array.isArray(value);
/** Whether a value is an object in which one of these keys has such a value. */
const has =
  (test: Test, ...keys: readonly string[]): Test =>
  (value) =>
    typeof value === "object" && value !== null && keys.some((key) => test((value as Record<string, unknown>)[key]));
const isFigure = has((low) => typeof low === "number", "low");
const isExact = has((low) => low instanceof Rational, "low");
const isDate = has((from) => typeof from === "number", "from");
const isShare = has(isExact, "share");
const isReport: Test = (value) => has(isFigure, "figure")(value) || has(isExact, "rate")(value);
const isCategory: Test = (value) => has(isText, "kind")(value) && (isReport(value) || has(isExact, "ratio")(value));

/** What was stated has the step of its last digit, too, which other ranges lack. */
const isStated = has(isExact, "step");
const STATED = ["an object with a list of results", has(isList, "results")] as const;
const CATEGORY = ["a loss from parseCategory()", isCategory] as const;

/** What gives the value of each key, in words, and whether a value can be from there. */
const PARSED: { readonly [Key in keyof Required<Scenario>]: readonly [from: string, isParsed: Test] } = {
  schema: ["string", isText],
  name: ["string", isText],
  note: ["string", isText],
  side: ["string", isText],
  asOf: ["a date from parseDate()", isDate],
  killed: ["a report from parseReport()", isReport],
  list: ["a list from parseList()", has(isFigure, "figure")],
  both: ["a figure from parseFigure()", isFigure],
  of: ["a part from parseOf()", isShare],
  casualties: ["a report from parseReport()", isReport],
  ratio: ["a ratio from parseRatio()", isExact],
  died: ["a share from parseDied()", isExact],
  wounded: CATEGORY,
  captured: CATEGORY,
  missing: CATEGORY,
  deserted: CATEGORY,
  ratios: ["string", isText],
  returned: ["a share from parseShare()", isExact],
  coverage: ["a coverage from parseCoverage()", isShare],
  combine: ["a rule from parseCombine()", has(isText, "rule")],
  without: ["one of claim, estimate, confirmed", (value) => KINDS.some((kind) => kind === value)],
  force: ["a force from parseForce()", has(isFigure, "figure")],
  share: ["a share from parseForceShare()", isShare],
  start: ["a date from parseDate()", isDate],
  end: ["a date from parseDate()", isDate],
  days: ["a period from parseDays()", isExact],
  per: ["an amount from parseAmount()", isExact],
  recruits: ["a number or a pace from parseRecruits()", isReport],
  until: [
    "a target from parseTarget()",
    (value) => has(isExact, "share", "amount")(value) || has(isFigure, "figure")(value),
  ],
  pace: ["a pace from parsePace()", isExact],
  expected: STATED,
  claimed: STATED,
  replaced: ["array", isList],
  leftOut: ["array", isList],
};

/** The keys of a scenario that are unknown, and the values that were not parsed. */
export function unparsedProblems(scenario: unknown): Problem[] {
  if (typeof scenario !== "object" || scenario === null) return [typeProblem("scenario", scenario, "object")];
  const known = Object.keys(PARSED);
  return Object.entries(scenario).flatMap(([key, value]): Problem[] => {
    if (!Object.hasOwn(PARSED, key)) {
      const args = defined({ key, known, suggestion: suggest(key, known) });
      return [{ code: "E-KEY-UNKNOWN", args, at: { path: key } }];
    }
    if (value === undefined) return [];
    const [from, isParsed] = PARSED[key as keyof Scenario];
    const isRepeated = REPEATED.includes(key) && Array.isArray(value);
    const items: readonly (readonly [string, unknown])[] = isRepeated
      ? value.map((item, index) => [`${key}[${index}]`, item])
      : [[key, value]];
    const unparsed = items.flatMap(([path, item]) => (isParsed(item) ? [] : [typeProblem(path, item, from)]));
    return unparsed.length === 0 && (key === "expected" || key === "claimed") ? resultProblems(key, value) : unparsed;
  });
}

/** What is wrong with the results that are expected or claimed: what each is of, and what is stated of it. */
function resultProblems(key: "expected" | "claimed", { results }: Expected): Problem[] {
  const from = key === "claimed" ? "a claim from parseClaim()" : "an object with of and stated";
  return results.flatMap((result, index): Problem[] => {
    const path = `${key}.results[${index}]`;
    if (!has(isText, "of")(result)) return [typeProblem(path, result, from)];
    const { of, stated } = result;
    if (RESULT_NAMES.includes(of)) {
      return isStated(stated) ? [] : [typeProblem(`${path}.stated`, stated, "a result from parseStated()")];
    }
    const args = defined({ key: of, known: RESULT_NAMES, suggestion: suggest(of, RESULT_NAMES) });
    return [{ code: "E-KEY-UNKNOWN", args, at: { path: `${path}.of` } }];
  });
}

/** The inputs that may be lists. */
const REPEATED: readonly string[] = [...REPORTED, "list", "recruits", "force", "without"] satisfies InputName[];

function typeProblem(path: string, value: unknown, expected: string): Problem {
  const found = value === null ? "null" : Array.isArray(value) ? "array" : typeof value;
  const text = typeof value === "string" || typeof value === "number" ? { text: String(value) } : {};
  return { code: "E-TYPE", args: { found, expected: [expected] }, ...text, at: { path } };
}
