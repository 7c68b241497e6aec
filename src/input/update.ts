import { type Checked, expectsNothing } from "../core/check.ts";
import { expectationPath } from "../core/expected.ts";
import { unitOf } from "../core/result-names.ts";
import { type Json, type Path, parseJson, pathText } from "./json.ts";
import { writtenResult, writtenResults } from "./written.ts";

/** An expectation that was rewritten. */
export interface Change {
  /** The path of the expectation: "expect.outOfAction". */
  readonly path: string;
  /** The expectation as it was in the file; absent if nothing was expected yet. */
  readonly from?: string;
  readonly to: string;
}

/** A scenario of a file whose expectations do not hold, and its place in the file: [], or [0] in a list. */
export interface OutdatedScenario {
  readonly root: Path;
  readonly checked: Checked;
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly change: Change;
}

/**
 * Updates the text of a scenario file: the actual result replaces each expectation that does not hold, and is added
 * after the last key of a scenario that expects nothing. Everything else stays as it is.
 */
export function updated(
  text: string,
  scenarios: readonly OutdatedScenario[],
): { text: string; changes: readonly Change[] } {
  const json = parseJson(text);
  const edits = scenarios.flatMap(({ root, checked }) =>
    expectsNothing(checked) ? [addition(text, json, root, checked)] : replacements(text, json, root, checked),
  );
  const forwards = edits.toSorted((a, b) => a.start - b.start);
  const parts = forwards.map((edit, index) => text.slice(forwards[index - 1]?.end ?? 0, edit.start) + edit.text);
  return {
    text: parts.join("") + text.slice(forwards.at(-1)?.end ?? 0),
    changes: edits.map(({ change }) => change),
  };
}

function replacements(text: string, json: Json, root: Path, checked: Checked): Edit[] {
  const replace = (path: Path, value: unknown): Edit[] => {
    const inner = json.spanOf([...path, "value"]) ? [...path, "value"] : path;
    const span = json.spanOf(inner)!;
    const to = JSON.stringify(value);
    return [{ ...span, text: to, change: { path: pathText(inner), from: text.slice(span.start, span.end), to } }];
  };
  const lists = new Set(checked.unstated.map(({ of }) => of as "share" | "netShare"));
  const codes = [...new Set(checked.estimate.caveats.map(({ code }) => code))];
  return [
    ...[...lists].flatMap((of) => {
      const shares = checked.estimate.shares.map((share) => writtenResult(share[of]!, "share"));
      return replace([...root, "expect", of], shares);
    }),
    ...checked.comparisons.flatMap(({ holds, actual, expectation }) =>
      holds || !actual || lists.has(expectation.of as "share")
        ? []
        : replace(
            [...root, "expect", ...expectationPath(expectation)],
            writtenResult(actual, unitOf(expectation.of), expectation.stated),
          ),
    ),
    ...(checked.missingCaveats.length > 0 && codes.length > 0 ? replace([...root, "expect", "caveats"], codes) : []),
  ];
}

/** Replaces an empty expectation, or adds one after the last key, in the file's own layout. */
function addition(text: string, json: Json, root: Path, checked: Checked): Edit {
  const { start, end } = json.spanOf(root)!;
  const empty = json.spanOf([...root, "expect"]);
  const at = start + text.slice(start, end - 1).trimEnd().length;
  const value = writtenResults(checked.estimate);
  const change = { path: pathText([...root, "expect"]), to: JSON.stringify(value) };
  if (empty) return { ...empty, text: JSON.stringify(value), change };
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  const step = /^[ \t]+(?=")/m.exec(text.slice(start, end))?.[0];
  if (step === undefined) return { start: at, end: at, text: `, "expect": ${JSON.stringify(value)}`, change };
  const own = /^[ \t]*/m.exec(text.slice(text.lastIndexOf("\n", start) + 1, start))![0];
  const written = JSON.stringify(value, null, step.slice(own.length)).replaceAll("\n", newline + step);
  return { start: at, end: at, text: `,${newline}${step}"expect": ${written}`, change };
}
