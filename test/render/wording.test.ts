import { expect, test } from "vitest";
import type { Caveat } from "../../src/core/caveats/caveat.ts";
import type { Problem } from "../../src/core/errors.ts";
import { caveatSentence, caveatSentences } from "../../src/render/caveats.ts";
import { problemWording } from "../../src/render/problems.ts";
import { CAVEAT_SAMPLES, PROBLEM_SAMPLES } from "./samples.ts";

test("every sentence is the one reviewed in golden/wording.txt", async () => {
  const caveats = Object.entries(CAVEAT_SAMPLES).map(([code, samples]) => [
    code,
    ...samples.map((args) => `  ${caveatSentence({ code, args } as Caveat)}`),
    ...merged(code, samples),
  ]);
  const problems = Object.entries(PROBLEM_SAMPLES).map(([code, samples]) => [
    code,
    ...samples.map((args) => wording({ code, args } as Problem)),
    ...filed(code, samples),
  ]);
  await expect(`${[...caveats, ...problems].flat().join("\n")}\n`).toMatchFileSnapshot("../golden/wording.txt");
});

test("on a page or in a picture a caveat states the fact, without advice to the person who typed the figures", () => {
  const advised = Object.entries(CAVEAT_SAMPLES).flatMap(([code, samples]) => {
    const parts = samples.map((args) => {
      const caveat = { code, args } as Caveat;
      const [fact = ""] = caveatSentences([caveat], { isForReaders: true });
      expect(fact).not.toMatch(/(?:^|[.:;,] )(?:add|check|give|try|use|write) /i);
      expect(caveatSentence(caveat).startsWith(fact)).toBe(true);
      return caveatSentence(caveat).slice(fact.length);
    });
    return parts.some((advice) => advice !== "") ? [code] : [];
  });
  expect(advised).toEqual([
    "CONFIRMED_IS_A_FLOOR",
    "FORCES_NOT_ADDED",
    "COUNT_LIKE_MULTIPLIER",
    "CAPTURED_BY_MULTIPLIER",
    "EXCEEDS_FORCE",
  ]);
});

/** How the first of them that names an option is worded in a file, where it names a key instead. */
function filed(code: string, samples: readonly object[]): string[] {
  const inFile = (args: object) => wording({ code, args, at: { file: "a.json", path: "killed" } } as Problem);
  const first = samples.find((args) => inFile(args) !== wording({ code, args } as Problem));
  return first ? [inFile(first)] : [];
}

/** Two caveats with the same code in one sentence, if they share one. */
function merged(code: string, samples: readonly object[]): string[] {
  const [first, ...rest] = samples.map((args) => ({ code, args }) as Caveat);
  const alike = rest.find((other) => first && caveatSentences([first, other]).length === 1);
  return first && alike ? [`  ${caveatSentences([first, alike])[0]}`] : [];
}

function wording(problem: Problem): string {
  const { says, expected } = problemWording(problem);
  return `  ${says}${expected === undefined ? "" : ` → ${expected}`}`;
}
