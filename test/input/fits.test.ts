import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { fitsOf } from "../../src/input/fits.ts";
import { scenarioSchema } from "../../src/input/scenario-schema.ts";

const FOLDER = "fixtures/scenarios";
const fits = fitsOf(scenarioSchema);
const fixtures = readdirSync(FOLDER).map((name) => JSON.parse(readFileSync(`${FOLDER}/${name}`, "utf8")));

test("every fixture fits, so that zod need not be asked", () => {
  expect(fixtures.flat().filter((scenario) => !fits(scenario))).toEqual([]);
});

/** A value with one of its parts, at any depth, replaced. */
function replaced(value: unknown, path: readonly number[], by: unknown): unknown {
  const [first = 0, ...rest] = path;
  const keys = typeof value === "object" && value !== null ? Object.keys(value) : [];
  const key = keys[first % (keys.length + 1)];
  if (key === undefined) return by;
  const copy: Record<string, unknown> = Array.isArray(value) ? ([...value] as never) : { ...(value as object) };
  copy[key] = replaced(copy[key], rest, by);
  return copy;
}

const parts = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom(
    null,
    true,
    [],
    {},
    [[]],
    Number.POSITIVE_INFINITY,
    "claim",
    ["OPEN_LOW"],
    { figure: 7 },
    { value: 7 },
  ),
  fc.dictionary(fc.constantFrom(...Object.keys(scenarioSchema.shape), "figure", "value", "source"), fc.jsonValue()),
);

test("a value fits exactly if zod accepts it", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...fixtures.flat()),
      fc.array(fc.nat(20), { maxLength: 4 }),
      parts,
      (scenario, path, part) => {
        const value = replaced(scenario, path, part);
        expect(fits(value)).toBe(scenarioSchema.safeParse(value).success);
      },
    ),
    { numRuns: 2000 },
  );
});
