import { expect, test } from "vitest";

/**
 * Stryker counts tests that fail, but not files that fail before their first test. A mutant that throws while its
 * module is loaded is found only by a test that loads the module itself.
 */
test("the tables of words and signs are built without an error", async () => {
  const { INPUTS } = await import("../../src/notation/inputs.ts");
  expect(INPUTS.killed.kind.read("seven thousand")).toBeDefined();
});
