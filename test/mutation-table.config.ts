import { defineConfig } from "vitest/config";

/** The tables of what readers say, for the mutation run of what reads tables: commands and properties need not find it. */
export default defineConfig({
  test: {
    include: ["test/table/read/*.test.ts"],
    testTimeout: 60_000,
  },
});
