import { defineConfig } from "vitest/config";

/** The tables of the arithmetic, the notation and the record, and the pages made of them, for the mutation run: what they miss, no property should have to find. */
export default defineConfig({
  test: { include: ["test/core/*.test.ts", "test/notation/*.test.ts", "test/record/*.test.ts", "test/docs.test.ts"] },
});
