import { printable } from "../../notation/characters.ts";
import { numberWord } from "../../render/number-word.ts";
import { alternatives } from "../../render/problems/words.ts";
import type { RowSelection } from "../../table/selection.ts";

/** Says how many rows were left out by their values, and which values of the options no row has. */
export function selectionNotes(selection: RowSelection | undefined, rows: number): string[] {
  if (!selection) return [];
  const leftOut = [...selection.leftOut].flatMap(([option, count]) => {
    if (count === 0) return [];
    const verb = count === 1 ? "was" : "were";
    const why = option === "--role" ? otherValues(selection) : "";
    return `${numberWord(count)} of ${numberWord(rows)} rows ${verb} left out by ${option}${why}`;
  });
  const unseen = selection.unseen.map(({ option, column, value, suggestion }) => {
    const meant = suggestion === undefined ? "" : `; did you mean ${quoted(suggestion)}?`;
    return `no row that was read has ${quoted(value)} in ${printable(column)} (${option})${meant}`;
  });
  return [...leftOut, ...unseen];
}

/** The values that --role gives no meaning. */
function otherValues({ roles }: RowSelection): string {
  const values = alternatives([...(roles?.otherValues ?? [])].map(quoted));
  return `, which says nothing about ${values}`;
}

const quoted = (text: string) => (text === "" ? "an empty cell" : `“${printable(text)}”`);
