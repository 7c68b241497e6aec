import { defineConfig } from "vitest/config";

/**
 * The tests that read tables, for the mutation run of what reads them; but for those of time and of memory, which take
 * long where every statement is watched.
 */
export default defineConfig({
  test: {
    include: ["test/table/*.test.ts", "test/cli/batch.test.ts", "test/cli/dates.test.ts", "test/cli/lists.test.ts"],
    testNamePattern: /^(?!.*(?:\btime\b|MiB|progress|of 5000|too many))/,
    testTimeout: 60_000,
  },
});
