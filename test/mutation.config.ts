import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/**
 * For the mutation run: the tables of cases for core, notation and record, and the pages and schemas generated from
 * them, must find every mutant, without the properties.
 */
export default defineConfig({
  resolve: {
    alias: [{ find: /^.*\/core\/lazy\.ts$/, replacement: fileURLToPath(new URL("eager.ts", import.meta.url)) }],
  },
  test: {
    setupFiles: "test/usual-record.ts",
    // With mutants in it, the code is several times as slow.
    testTimeout: 60_000,
    include: [
      "test/core/*.test.ts",
      "test/notation/*.test.ts",
      "test/record/*.test.ts",
      "test/cli/compare.test.ts",
      "test/comparisons.test.ts",
      "test/docs.test.ts",
      "test/library.test.ts",
      "test/input/schemas.test.ts",
    ],
    // It runs the built program, which has no mutants in it.
    exclude: ["test/record/documents.test.ts"],
  },
});
