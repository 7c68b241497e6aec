import { defineConfig } from "vitest/config";

/** For the mutation run of `src/table/read`: its own tests must find every mutant, without those of commands or properties. */
export default defineConfig({
  test: {
    include: ["test/table/read/*.test.ts"],
    testTimeout: 60_000,
  },
});
