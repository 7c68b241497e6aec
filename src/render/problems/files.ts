import type { JsonSlip } from "../../core/errors.ts";
import { numberWord } from "../number-word.ts";
import { EXPECTED, shortened, type Wording, type Words } from "./words.ts";

const JSON_SLIPS: Record<JsonSlip, Wording> = {
  empty: { says: "there is nothing in it", expected: "one scenario { }, or a list of scenarios [ ]" },
  grouped: { says: "a number with commas has no quotes", expected: 'quotes around it, like "13,800"' },
  end: { says: "the JSON ends before it is complete", expected: "a closing quote, bracket or brace" },
  more: { says: "this comes after the end of the JSON", expected: "one scenario { }, or one list of scenarios [ ]" },
  comma: { says: "there is a comma before the closing bracket", expected: "no comma after the last value" },
  separator: { says: "a comma is missing before it", expected: "a comma between two values" },
  colon: { says: "a colon is missing before it", expected: 'a colon after a key, like "killed": 7000' },
  key: { says: "a key has no quotes", expected: "straight double quotes around keys and strings" },
  quote: { says: "JSON does not have such quotes", expected: "straight double quotes around keys and strings" },
  comment: { says: "JSON does not have comments", expected: 'a remark as a value, like "note": "…"' },
  number: {
    says: "this is not a JSON number",
    expected: 'digits like 7000 or 0.5, or a figure in quotes, like "7,000+"',
  },
  string: {
    says: "the string that begins here does not end on its line",
    expected: "a closing quote; \\n for a line break",
  },
  escape: { says: "this string has a backslash that JSON does not allow", expected: "\\\\ for a backslash" },
  control: { says: "this string has a control character", expected: "the string without it" },
  other: { says: "this is not JSON", expected: "a string in quotes, a number, true, false, null, [ ] or { }" },
};

const TYPES: Readonly<Record<string, string>> = {
  string: "a string",
  number: "a number",
  object: "an object { }",
  array: "a list [ ]",
  boolean: "true or false",
};

export const FILES = {
  "E-JSON": ({ found, because }) => {
    const { says, expected } = JSON_SLIPS[because];
    return { says: found ? `“${found}”: ${says}` : says, ...(expected ? { expected } : {}) };
  },
  "E-JSON-DEEP": ({ limit }) => ({
    says: `brackets are nested more than ${limit} deep`,
    expected: "a few levels at most",
  }),
  "E-KEY-TWICE": ({ key, isInRow }) => ({
    says: `“${key}” occurs twice in the same object`,
    expected: isInRow ? "each key once" : "each key once; several figures belong in a list [ ]",
  }),
  "E-KEY-UNKNOWN": ({ key, known, suggestion }) => ({
    says: `unknown key “${shortened(key)}”${suggestion ? `; did you mean “${suggestion}”?` : ""}`,
    expected: known.length > 0 ? `one of ${known.join(", ")}` : "another name",
  }),
  "E-KEY-MISSING": ({ key }) => ({ says: `“${key}” is missing`, expected: `"${key}" with a value` }),
  "E-TYPE": ({ found, expected }) => ({
    says: `this is ${TYPES[found] ?? found}`,
    expected: expected.map((type) => TYPES[type] ?? type).join(", or "),
  }),
  "E-LIST-EMPTY": () => ({ says: "the list is empty", expected: "at least one value, or no list" }),
  "E-URL": () => ({ says: "this is not a web address", expected: EXPECTED.url }),
  "E-SCENARIO-MANY": ({ because, file = "", isOneOfSeveral }) => ({
    says: `${because === "several" ? "several files were given" : `${file} is a ${because}`}, but ${isOneOfSeveral ? "compare and total take scenario files" : "estimate calculates one scenario"}`,
    expected: isOneOfSeveral
      ? because === "table"
        ? "scenario files; batch calculates each row of a table, and --sum adds them up"
        : "the files by their names; the shell expands a pattern without quotes"
      : `one scenario file, or ${because === "table" ? "batch for every row" : "check for all of them"}`,
  }),
  "E-SCENARIO-OTHER": ({ kind }) => ({
    says: {
      ratios: "this is a file of ratios, not a scenario",
      result: "this is a result of loss-calc, not a scenario",
      other: "this has none of the keys of a scenario",
    }[kind],
    expected: {
      ratios: "a scenario file; --ratios takes a file of ratios",
      result: "a scenario file; --save writes one",
      other: "a scenario file; loss-calc help scenarios shows its keys",
    }[kind],
  }),
  "E-SCENARIO-NUMBER": ({ file, count, number }) => ({
    says: `${file} has ${numberWord(count)} ${count === 1 ? "scenario" : "scenarios"}${number === undefined ? "" : `, and none with number ${number}`}`,
    expected: `a number after the name, like ${file}#1${number === undefined ? "; check takes all of them" : ""}`,
  }),
} satisfies Partial<Words>;
