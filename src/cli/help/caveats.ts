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
        text: "A caveat is a remark that belongs to a result, in every format. loss-calc explain CODE says more about each.",
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
      { text: "Nothing is calculated until all mistakes are mended. loss-calc explain CODE says more about each." },
      { items: itemsOf(CODES.filter((code) => MISTAKE.test(code))) },
    ],
  };
}
