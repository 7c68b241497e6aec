import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: "test/build.ts",
    setupFiles: "test/usual-record.ts",
    // On two cores Vitest would use one of them.
    maxWorkers: 2,
    // Packing and installing take longer than the calculation.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // CI takes the numbers of its last line from the file.
    reporters: process.env.CI ? ["default", ["json", { outputFile: "reports/tests.json" }]] : ["default"],
    coverage: {
      include: ["src/core/**", "src/notation/**"],
      reporter: ["text-summary"],
      thresholds: { lines: 100, branches: 95 },
    },
  },
});
