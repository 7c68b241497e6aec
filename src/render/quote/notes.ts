import type { Caveat, CaveatCode } from "../../core/caveats/caveat.ts";
import { either } from "../list.ts";
import { numberWord } from "../number-word.ts";
import type { Form, Missing } from "./form.ts";

/** What a sentence does not say, for the person who prints it. */
export function notesOn({ dropped, source, missing, ratios }: Form, caveats: readonly Caveat[]): string[] {
  const unsaid = [...new Set(caveats.map(({ code }) => code))].filter((code) => !SAID.has(code));
  const isNamed = source.isKept || source.text === undefined;
  const unknown = missing.filter((what) => isNamed || !what.endsWith("source")).map((what) => QUESTION[what]);
  return [
    ...(dropped.length > 0 ? [`left out of the sentence to fit --max: ${dropped.join(", ")}`] : []),
    ...(unknown.length > 0 ? [`the sentence does not say ${either(unknown)}`] : []),
    ...(source.isKept && source.counted
      ? [`the sentence counts its ${numberWord(source.counted)} sources, but does not name them`]
      : []),
    ...ratios,
    ...(unsaid.length > 0 ? [`these caveats are not in the sentence: ${unsaid.join(", ")}`] : []),
  ];
}

const QUESTION: Readonly<Record<Missing, string>> = {
  side: "whose losses these are (--side)",
  source: "who says so (SOURCE=…)",
  "a side’s source": "who says so (SIDE/SOURCE=…)",
  date: "when it was (@DATE or --as-of)",
};

/** Caveats that the words of a sentence say: its open ends, its conditions, and who says so. */
const SAID: ReadonlySet<CaveatCode> = new Set<CaveatCode>([
  ...([
    "OPEN_LOW",
    "OPEN_HIGH",
    "VAGUE_FLOOR",
    "KILLED_ALONE",
    "CONFIRMED_IS_A_FLOOR",
    "CLAIM_OF_SIDE",
    "LEFT_OUT",
  ] as const),
  ...(["TWO_LISTS", "COVERAGE_CLOSES_FLOOR", "RATIO_COVERS"] as const),
  ...(["RETURNED_OF_ALL", "NO_FORECAST", "MAY_NEVER", "NEVER", "ALREADY_REACHED"] as const),
]);
