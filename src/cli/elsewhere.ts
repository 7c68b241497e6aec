import { isHistory, knownCases } from "../record/names.ts";
import { codeMeant } from "../render/explain.ts";

/** The commands that know a word which is neither a command nor a topic: "E-DOT" is a code, "us korea" is a ratio. */
export function commandsFor(words: readonly string[]): string[] {
  const [first = "", ...more] = words;
  // One-word codes are also everyday words, so they don't count.
  const code = more.length === 0 && /[-_]/.test(first) ? codeMeant(first) : undefined;
  if (code) return [`loss-calc explain ${code}`];
  const name = words.join("-").toLowerCase();
  const isRatio = isHistory(name) || knownCases([]).some((known) => known.case.id.toLowerCase() === name);
  return isRatio ? [`loss-calc ratios ${name}`] : [];
}
