import * as z from "zod";
import { estimateSchema } from "./estimate-schema.ts";
import { scenarioFileSchema } from "./scenario-schema.ts";

/** What has a schema: the scenario files that are read, and the JSON that is written. */
export const SCHEMAS = ["scenario", "estimate"] as const;

/** The JSON Schema of one of them; the package holds the same text in schema/. */
export function schemaText(name: (typeof SCHEMAS)[number]): string {
  const schema = name === "scenario" ? scenarioFileSchema : estimateSchema;
  return `${JSON.stringify(z.toJSONSchema(schema, { target: "draft-2020-12" }), null, 2)}\n`;
}
