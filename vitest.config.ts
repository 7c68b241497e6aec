import { defineConfig } from "vitest/config";

/** They replace modules, or need the whole record, which test/usual-record.ts changes for the others. */
const ALONE = ["test/record/{record,documents,golden}.test.ts", "test/table/figures.test.ts"];

const shared = {
  setupFiles: "test/usual-record.ts",
  // Packing and installing take longer than the calculation.
  testTimeout: 60_000,
  hookTimeout: 60_000,
};

export default defineConfig({
  test: {
    globalSetup: "test/build.ts",
    projects: [
      { test: { ...shared, name: "alone", include: ALONE } },
      // A process and its own modules for each file would take a quarter of the time.
      { test: { ...shared, name: "together", include: ["test/**/*.test.ts"], exclude: ALONE, isolate: false } },
    ],
    // On two cores Vitest would use one of them.
    maxWorkers: 2,
    // CI takes the numbers of its last line from the file.
    reporters: process.env.CI ? ["default", ["json", { outputFile: "reports/tests.json" }]] : ["default"],
    coverage: {
      include: ["src/core/**", "src/notation/**"],
      reporter: ["text-summary"],
      thresholds: { lines: 100, branches: 95 },
    },
  },
});
