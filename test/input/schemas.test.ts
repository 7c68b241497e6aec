import { expect, test } from "vitest";
import { SCHEMAS, schemaText } from "../../src/input/schemas.ts";

/** The package ships these files; a field that goes, or changes, shows here. */
test.each(SCHEMAS)("the JSON Schema of %s is the one that is published", async (name) => {
  await expect(schemaText(name)).toMatchFileSnapshot(`../../schema/${name}.schema.json`);
});
