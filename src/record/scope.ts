import type { Case } from "./cases.ts";
import { DEFINITIONS, type Definition, SCOPES, type Scope } from "./choices.ts";

/** A range of years, with both ends included. A missing end is open. */
export interface Era {
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

/** Which cases are meant. What is absent does not narrow them. */
export interface CaseFilter {
  readonly era?: Era | undefined;
  readonly scope?: Scope | undefined;
  readonly definition?: Definition | undefined;
}

/** Years in words: "since 2001", "until 1899", "the 1990s". */
const IN_WORDS: readonly (readonly [RegExp, string])[] = [
  [/^since\s+(\d{4})$/i, "$1-"],
  [/^until\s+(\d{4})$/i, "-$1"],
  [/^(?:the\s+)?(?<decade>\d{3})0s$/i, "$<decade>0-$<decade>9"],
];

/** Reads "1946-2000", "2001-", "-1899" or "1973", or years in words; undefined for any other text. */
export function parseEra(text: string): Era | undefined {
  const years = IN_WORDS.reduce((written, [words, digits]) => written.replace(words, digits), text.trim());
  const [, from, dash, to] = /^(\d{4})?\s*([-–]|\.\.| to )?\s*(\d{4})?$/.exec(years) ?? [];
  if (from === undefined && to === undefined) return undefined;
  if (dash === undefined) return to === undefined ? { from: Number(from), to: Number(from) } : undefined;
  const era = { from: from === undefined ? undefined : Number(from), to: to === undefined ? undefined : Number(to) };
  return (era.from ?? 0) <= (era.to ?? Number.POSITIVE_INFINITY) ? era : undefined;
}

/** Reads a filter: years, a scope, or a definition of killed. Undefined for any other text. */
export function parseCaseFilter(text: string): CaseFilter | undefined {
  const scope = SCOPES.find((word) => word === text);
  const definition = DEFINITIONS.find((word) => word === text);
  const era = parseEra(text);
  if (scope) return { scope };
  if (definition) return { definition };
  return era && { era };
}

/** Whether a case is meant. Only its first year counts. */
export function matchesFilter(
  { startYear, scope, killedBasis }: Case,
  { era, scope: wanted, definition }: CaseFilter,
): boolean {
  const { from, to } = era ?? {};
  if (era && startYear === undefined) return false;
  if ((from !== undefined && startYear! < from) || (to !== undefined && startYear! > to)) return false;
  return (!wanted || scope === wanted) && (!definition || killedBasis === definition);
}
