import fc from "fast-check";
import { expect, test } from "vitest";
import { jsonParts, jsonText, writeJson } from "../../src/render/json.ts";

test.each([
  ["a control character that terminals obey", "\u009b2J\u001b[2J\u007f"],
  ["marks that turn the direction of text", "\u202e\u2066\u200f\u061c"],
  ["line ends that not all readers know", "\u2028\u2029\u0085"],
  ["what cannot be seen", "\u00ad\u200b\u2060\ufeff"],
  ["half of a character", "\ud800"],
  ["a command of GitHub's logs", "##[error]"],
])("%s is written as it is escaped, and reads the same", (_, text) => {
  expect(JSON.parse(jsonText(text))).toBe(text);
  expect(jsonText(text)).toMatch(/^"[ -~]*"$/);
  expect(jsonText(text)).not.toContain("##[");
});

test("any text reads the same", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => JSON.parse(jsonText(text)) === text));
});

test("in parts is the same as whole, and makes an item when it is written", () => {
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
