import * as z from "zod";
import { battleRankingSchema } from "./battle-ranking-schema.ts";
import { comparisonSchema } from "./comparison-schema.ts";
import { estimateSchema } from "./estimate-schema.ts";
import { ratiosSchema } from "./ratios-schema.ts";
import { scenarioFileSchema } from "./scenario-schema.ts";
import { totalSchema } from "./total-schema.ts";

/** Everything that has a schema: the files that are read, and the JSON that is written. */
export const SCHEMAS = ["scenario", "ratios", "estimate", "comparison", "total", "past"] as const;

const OF = {
  scenario: scenarioFileSchema,
  ratios: ratiosSchema,
  estimate: estimateSchema,
  comparison: comparisonSchema,
  total: totalSchema,
  past: battleRankingSchema,
};

/** The text of one JSON Schema. The package holds the same text in schema/. */
export function schemaText(name: (typeof SCHEMAS)[number]): string {
  return `${JSON.stringify(z.toJSONSchema(OF[name], { target: "draft-2020-12" }), null, 2)}\n`;
}
