import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { collect } from "../../src/core/errors.ts";
import { historyOf } from "../../src/record/history.ts";
import { casesOfHistory } from "../../src/record/names.ts";
import { expectReplayed, OF_RECORD } from "../console-examples.ts";
import { factsIn } from "./facts.ts";

test.each(OF_RECORD)(
  "the console examples of %s show what the program prints, and its facts are the record's",
  (document) => expectReplayed(document, (text) => factsIn(document, text)),
);

test("every history:… in the documents and the help gives an interval, but for the examples of errors", () => {
  const files = ["README.md", ...readdirSync("docs").map((file) => `docs/${file}`)];
  const named = files.flatMap((file) => {
    const text = readFileSync(file, "utf8").replaceAll("\\-", "-");
    const names = text.match(/\bhistory:[\w:-]*[\w-]/g) ?? [];
    return names.map((name) => `${file} ${name}`);
  });
  expect(named.length).toBeGreaterThan(10);
  const refused = named.filter((name) => !collect([], () => historyOf(casesOfHistory(name.split(" ")[1]!))));
  expect(new Set(refused)).toEqual(new Set(["docs/errors.md history:europe"]));
});
