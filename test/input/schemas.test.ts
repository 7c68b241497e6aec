import { expect, test } from "vitest";
import { SCHEMAS, schemaText } from "../../src/input/schemas.ts";

/** The package contains these files, so a removed or changed field must show up in a review. */
test.each(SCHEMAS)("schema/%s.schema.json is up to date", async (name) => {
  await expect(schemaText(name)).toMatchFileSnapshot(`../../schema/${name}.schema.json`);
});
