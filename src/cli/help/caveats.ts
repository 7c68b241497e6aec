import { EXPLANATIONS } from "../../render/explain.ts";
import type { Topic } from "./topics.ts";

/** Every caveat with the first sentence of its page. */
export function caveatsTopic(): Topic {
  const caveats = Object.entries(EXPLANATIONS).filter(([code]) => !code.startsWith("E-"));
  return {
    title: "Caveats",
    blocks: [
      {
        text: "A caveat is a remark that belongs to a result, in every format. loss-calc explain CODE says more about each.",
      },
      { items: caveats.map(([code, { means }]) => [code, means.split(/(?<=\.)\s/)[0]!] as const) },
    ],
  };
}
