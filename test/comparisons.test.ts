import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { valuesOf } from "../src/render/value.ts";
import { run } from "./cli/run.ts";

const FOLDER = "fixtures/comparisons";

interface Fixture {
  readonly source: string;
  readonly date?: string;
  readonly url?: string;
  readonly command: readonly string[];
  /** Values of the JSON by their paths: two ends, or the value itself. */
  readonly results: Readonly<Record<string, readonly [number, number] | string | boolean>>;
}

describe.each(readdirSync(FOLDER).filter((name) => name.endsWith(".json")))("%s", (name) => {
  const fixture: Fixture = JSON.parse(readFileSync(join(FOLDER, name), "utf8"));

  test("the results match the arithmetic of the source", async () => {
    const { status, stdout, stderr } = await run([...fixture.command, "--json"]);
    expect([status, stderr]).toEqual([0, ""]);
    const values = valuesOf(JSON.parse(stdout));
    const found = Object.keys(fixture.results).map((path) => {
      const value = values.get(path) as { low: number; high: number } | string | boolean;
      return [path, typeof value === "object" ? [value.low, value.high] : value];
    });
    expect(Object.fromEntries(found)).toEqual(fixture.results);
  });
});

test("every comparison names who made it, when and on which page, except for worked examples and two without an address", () => {
  const lacking = readdirSync(FOLDER).filter((name) => {
    const { source, date, url }: Fixture = JSON.parse(readFileSync(join(FOLDER, name), "utf8"));
    return [source, date, url].some((value) => value === undefined);
  });
  expect(lacking).toEqual([
    "seed-pentagon.json",
    "slip-killed-plus-casualties.json",
    "two-lists-jewell-unmatched.json",
    "two-lists-jewell.json",
    "two-lists-out-of-action.json",
  ]);
});
