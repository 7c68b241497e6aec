import { authorName, type Page } from "../../core/named.ts";
import { WHO_IS_COUNTED } from "../../core/past-ratios.ts";
import type { KnownCase } from "../../record/names.ts";
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

/** More cases than this are not a hint. */
const MOST_NAMED = 5;

/** What to type instead if the text names who counted or who wrote a source. Searches find wars and sides only. */
export function sourceHint(text: string, known: readonly KnownCase[]): string | undefined {
  const asked = text.trim().toLowerCase();
  const isIn = (name: string) => asked.length > 2 && name.toLowerCase().includes(asked);
  if (isIn(WHO_IS_COUNTED.by)) return "it names a source of caveats: loss-calc ratios history --cite";
  const isOf = ({ countedBy = "", author = [] }: Page) => isIn(countedBy) || author.map(authorName).some(isIn);
  const ids = known.flatMap(({ case: { id, sourceId, countSources = {} }, pages }) =>
    [sourceId, ...Object.values(countSources)].some((source) => source !== undefined && isOf(pages.get(source)!))
      ? [id]
      : [],
  );
  if (ids.length === 0) return undefined;
  const others = ids.length > MOST_NAMED ? [`${numberWord(ids.length - MOST_NAMED)} more`] : [];
  return `it names a source of ${list([...ids.slice(0, MOST_NAMED), ...others])}: loss-calc ratios ${ids[0]} --explain`;
}
