import { defineConfig } from "vitest/config";

/** The tests of the arithmetic and the notation alone, for the mutation run. */
export default defineConfig({
  test: { include: ["test/core/*.test.ts", "test/notation/*.test.ts", "test/properties.test.ts"] },
});
