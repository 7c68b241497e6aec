import fc from "fast-check";
import { expect, test } from "vitest";
import { jsonParts, jsonText, writeJson } from "../../src/render/json.ts";

test.each([
  ["terminal control characters", "\u009b2J\u001b[2J\u007f"],
  ["marks that change the direction of text", "\u202e\u2066\u200f\u061c"],
  ["unusual line separators", "\u2028\u2029\u0085"],
  ["invisible characters", "\u00ad\u200b\u2060\ufeff"],
  ["a lone surrogate", "\ud800"],
  ["a command in GitHub's logs", "##[error]"],
])("JSON escapes %s, and reads back as the same text", (_, text) => {
  expect(JSON.parse(jsonText(text))).toBe(text);
  expect(jsonText(text)).toMatch(/^"[ -~]*"$/);
  expect(jsonText(text)).not.toContain("##[");
});

test("any text reads back as the same from JSON", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => JSON.parse(jsonText(text)) === text));
});

test("JSON in parts is the same as JSON in one piece, and makes each item only when it is written", () => {
  const made: number[] = [];
  const item = (number: number) => () => {
    made.push(number);
    return { number, list: [] };
  };
  const parts = jsonParts({ a: 1, none: [], items: [item(1), item(2)], b: { c: ["x"] } });
  let text = "";
  for (const part of parts) {
    text += part;
    if (part.includes('"number": 1')) expect(made).toEqual([1]);
  }
  const items = [
    { number: 1, list: [] },
    { number: 2, list: [] },
  ];
  expect(text).toBe(writeJson({ a: 1, none: [], items, b: { c: ["x"] } }, true));
});
