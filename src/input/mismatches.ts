import type * as z from "zod";
import { defined } from "../core/defined.ts";
import { groupDigits } from "../core/digits.ts";
import type { Problem } from "../core/errors.ts";
import { LARGEST_COUNT } from "../core/figure.ts";
import { choiceProblem, suggest } from "../core/suggest.ts";
import type { Json, Path } from "./json.ts";

type Issue = z.core.$ZodIssue;

/** Turns everything that does not fit the schema into mistakes with their places. */
export function mismatches(issues: readonly Issue[], json: Json, root: Path): Problem[] {
  return issues.flatMap(intendedIssues).flatMap((issue): Problem[] => {
    const path = [...root, ...(issue.path as Path)];
    const at = json.locate(path);
    const value = valueAt(json.value, path);
    if (issue.code === "unrecognized_keys") {
      const known = issue.message.split(" ");
      return issue.keys.map((key) => ({
        code: "E-KEY-UNKNOWN",
        args: defined({ key, known, suggestion: suggest(key, known) }),
        at: json.locate([...path, key]),
      }));
    }
    if (issue.code === "invalid_value" && typeof value === "string") {
      return [{ ...choiceProblem(value, issue.values.map(String)), at }];
    }
    if (issue.code === "too_small") return [{ ...tooSmall(issue.origin), at }];
    if (issue.code === "too_big") {
      return [{ code: "E-TOO-LARGE", args: { limit: groupDigits(String(issue.maximum)) }, at }];
    }
    if (value === undefined) return [{ code: "E-KEY-MISSING", args: { key: String(path.at(-1)) }, at }];
    if (value === Number.POSITIVE_INFINITY)
      return [{ code: "E-TOO-LARGE", args: { limit: groupDigits(String(LARGEST_COUNT)) }, at }];
    if (issue.code === "invalid_type" && issue.expected === "int" && typeof value === "number") {
      return [{ code: "E-FRACTION", args: { value: String(value) }, at }];
    }
    const expected = issue.code === "invalid_value" ? ["string"] : typesOf(issue);
    return [{ code: "E-TYPE", args: { found: typeName(value), expected }, at }];
  });
}

function tooSmall(origin: string): Problem {
  if (origin === "string") return { code: "E-EMPTY", args: { expected: "name" } };
  return origin === "array" ? { code: "E-LIST-EMPTY", args: {} } : { code: "E-NEGATIVE", args: { expected: "figure" } };
}

/**
 * Of the forms that a value may have, picks the intended form: the first whose type it has. If it has the type of none
 * of them, the whole choice stays.
 */
function intendedIssues(issue: Issue): Issue[] {
  if (issue.code !== "invalid_union" || ownWords(issue) !== undefined) return [issue];
  const intended = issue.errors
    .map((branch) => branch.flatMap(intendedIssues))
    .find((branch) => branch.every(({ code, path }) => path.length > 0 || !TYPE_ISSUES.includes(code)));
  return intended?.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })) ?? [issue];
}

const TYPE_ISSUES: readonly Issue["code"][] = ["invalid_type", "invalid_union"];

/** The types that a value could have had, without repeats. */
function typesOf(issue: Issue): string[] {
  if (issue.code === "invalid_type") return [issue.expected];
  const words = ownWords(issue);
  if (words !== undefined) return [words];
  return issue.code === "invalid_union" ? [...new Set(issue.errors.flat().flatMap(typesOf))] : [];
}

/** What a choice of forms expects, if its definition says it in words. */
function ownWords({ code, message }: Issue): string | undefined {
  return code === "invalid_union" && message !== "Invalid input" ? message : undefined;
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, key) => (inner as Record<string | number, unknown> | undefined)?.[key], value);
}

function typeName(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}
