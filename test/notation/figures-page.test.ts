import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { collect } from "../../src/core/errors.ts";
import type { InputName } from "../../src/core/inputs.ts";
import { INPUTS } from "../../src/notation/inputs.ts";
import { ratiosByName } from "../../src/record/names.ts";

const [figures = "", refused = ""] = readFileSync("docs/figures.md", "utf8").split("## What is refused");
const rows = figures.split("\n").filter((line) => /^\| .*`/.test(line));

/** The options that a row of the table is about. One of them has to read its spellings. */
function optionsOf(row: string): readonly InputName[] {
  if (row.startsWith("| ratio") || row.includes("us-korea")) return ["ratio", "wounded"];
  if (row.startsWith("| share")) return ["returned"];
  if (row.startsWith("| a period")) return ["days", "per"];
  return row.startsWith("| date") ? ["asOf"] : ["killed", "force", "casualties"];
}

const isRead = (options: readonly InputName[], text: string) =>
  options.some((option) => collect([], () => INPUTS[option].kind.read(text, ratiosByName())) !== undefined);

test("every spelling in the table of docs/figures.md is read", () => {
  const spellings = rows.flatMap((row) =>
    [...row.split(" | ")[0]!.matchAll(/`([^`]+)`/g)].map(([, text]) => [optionsOf(row), text!] as const),
  );
  expect(spellings.length).toBeGreaterThan(90);
  // A word on its own, like "nearly", is next to an example with a number.
  const isFragment = (text: string) =>
    !/\d|dozen|thousand|hundred|ten|score|fifth|half|four|twice|fold|korea|history/.test(text);
  const unread = spellings.filter(([options, text]) => !isRead(options, text) && !isFragment(text));
  expect(unread.map(([, text]) => text)).toEqual([]);
});

test("what docs/figures.md calls unclear is refused", () => {
  const listed = refused.split("\n").filter((line) => line.startsWith("- "));
  const unclear = listed.flatMap((line) => [...line.matchAll(/`([^`]+)`/g)].map(([, text]) => text!));
  expect(unclear.length).toBeGreaterThan(8);
  expect(unclear.filter((text) => isRead(["killed", "force"], text) && isRead(["ratio"], text))).toEqual([]);
});
