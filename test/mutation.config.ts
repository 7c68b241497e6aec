import { defineConfig } from "vitest/config";

/** The tables of the arithmetic and the notation, for the mutation run: what they miss, no property should have to find. */
export default defineConfig({
  test: { include: ["test/core/*.test.ts", "test/notation/*.test.ts"] },
});
