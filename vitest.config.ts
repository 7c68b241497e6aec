import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: "test/build.ts",
    coverage: {
      include: ["src/core/**", "src/notation/**"],
      reporter: ["text-summary"],
      thresholds: { lines: 100, branches: 95 },
    },
  },
});
