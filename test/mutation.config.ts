import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/**
 * The tables of the arithmetic, the notation and the record, and the pages and schemas made of them, for the mutation
 * run: what they miss, no property should have to find.
 */
export default defineConfig({
  resolve: {
    alias: [{ find: /^.*\/core\/lazy\.ts$/, replacement: fileURLToPath(new URL("eager.ts", import.meta.url)) }],
  },
  test: {
    include: [
      "test/core/*.test.ts",
      "test/notation/*.test.ts",
      "test/record/*.test.ts",
      "test/docs.test.ts",
      "test/input/schemas.test.ts",
    ],
  },
});
