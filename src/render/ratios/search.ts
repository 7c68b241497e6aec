import type { SearchFinding } from "../../record/search.ts";
import { list } from "../list.ts";
import { numberWord } from "../number-word.ts";
import { shortened } from "../problems/words.ts";

/** Says in a sentence what was not found as it was typed. */
export function searchSentence(finding: SearchFinding): string {
  const quoted = (text: string) => `“${shortened(text)}”`;
  if (finding.kind === "unmatched") {
    const hint = finding.suggestion === undefined ? "" : `; did you mean ${finding.suggestion}?`;
    return `no ${finding.of} matches ${quoted(finding.typed)}${hint}`;
  }
  const { typed, matched } = finding;
  const words = list(typed.map(quoted));
  if (typed.length === 2) return `no case matches both ${words}, so cases that match either are included`;
  const most = matched === 1 ? "any" : numberWord(matched);
  return `no case matches all of ${words}, so cases that match ${most} of them are included`;
}
