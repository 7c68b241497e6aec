import { expect, test } from "vitest";

/**
 * Stryker counts the tests that fail, and not the files that fail before their first test: a mutant that throws while
 * its module is loaded is found by a test that loads it.
 */
test("the tables of words and signs are made without an error", async () => {
  const { INPUTS } = await import("../../src/notation/inputs.ts");
  expect(INPUTS.killed.kind.read("seven thousand")).toBeDefined();
});
