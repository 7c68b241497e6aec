import { expect, test } from "vitest";
import { caveatsPage, errorsPage } from "../src/cli/help/codes-page.ts";
import { manualPage } from "../src/cli/help/manual.ts";
import { optionsPage } from "../src/cli/help/options-page.ts";

/** `npx vitest run test/docs.test.ts -u` rewrites the pages. */
test("docs/loss-calc.1 is up to date", async () => {
  await expect(await manualPage()).toMatchFileSnapshot("../docs/loss-calc.1");
});

test("docs/options.md is up to date", async () => {
  await expect(optionsPage()).toMatchFileSnapshot("../docs/options.md");
});

test("docs/caveats.md and docs/errors.md are up to date", async () => {
  await expect(caveatsPage()).toMatchFileSnapshot("../docs/caveats.md");
  await expect(errorsPage()).toMatchFileSnapshot("../docs/errors.md");
});
