import { CODES, EXPLANATIONS } from "../../render/explain.ts";
import type { Topic } from "./topics.ts";

const MISTAKE = /^E-/;

/** Each code with the first sentence of its page. */
function itemsOf(codes: typeof CODES) {
  return codes.map((code) => [code, EXPLANATIONS[code].means.split(/(?<=\.)\s/)[0] ?? ""] as const);
}

export function caveatsTopic(): Topic {
  return {
    title: "Caveats",
    blocks: [
      {
        text: "A caveat is a remark on a result, and every format includes it. loss-calc explain CODE says more about each.",
      },
      { items: itemsOf(CODES.filter((code) => !MISTAKE.test(code))) },
    ],
  };
}

/** What `explain` lists if no code is given. */
export function mistakesTopic(): Topic {
  return {
    title: "Mistakes",
    blocks: [
      {
        text: "loss-calc calculates nothing until all mistakes are corrected. loss-calc explain CODE says more about each.",
      },
      { items: itemsOf(CODES.filter((code) => MISTAKE.test(code))) },
    ],
  };
}
