import type { Definition } from "../record/choices.ts";

/** What to call the definitions of "killed" in the historical record. */
const WORDS = {
  "battle-deaths": "battle deaths",
  "killed-in-action": "killed in action",
  "hostile-deaths": "hostile deaths",
  "reported-killed": "killed as reported",
  "dead-and-missing": "dead and missing",
  "all-deaths": "deaths from all causes",
} as const satisfies Record<Definition, string>;
export const DEFINITION: Readonly<Record<string, string>> = WORDS;

/** What "killed" includes: the record's definition, and the words of the source if they say more. */
export function killedText(definition: string | undefined, means: string | undefined): string | undefined {
  const name = definition === undefined ? undefined : DEFINITION[definition];
  if (name === undefined || means === undefined) return name ?? means;
  if (name.startsWith(means)) return name;
  return means.startsWith(name) ? means : `${name}: ${means}`;
}
