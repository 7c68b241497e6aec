import { expect, test } from "vitest";
import { caveatsPage, errorsPage } from "../src/cli/help/codes-page.ts";
import { manualPage } from "../src/cli/help/manual.ts";
import { optionsPage } from "../src/cli/help/options-page.ts";

/** `npx vitest run test/docs.test.ts -u` writes the pages. */
test("the manual page is the one that the package ships", async () => {
  await expect(await manualPage()).toMatchFileSnapshot("../docs/loss-calc.1");
});

test("the page of options is up to date", async () => {
  await expect(optionsPage()).toMatchFileSnapshot("../docs/options.md");
});

test("the pages of codes are up to date", async () => {
  await expect(caveatsPage()).toMatchFileSnapshot("../docs/caveats.md");
  await expect(errorsPage()).toMatchFileSnapshot("../docs/errors.md");
});
