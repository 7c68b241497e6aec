import { assumptionOf, ratioNotes } from "./assumption.ts";
import { attributionOf, leftOutOf, type Printed } from "./attribution.ts";
import type { Form } from "./form.ts";
import { missingFrom } from "./missing.ts";

/** A form that begins with an answer, and has all that the printed numbers take and who says so. */
export function wholeForm(
  answer: readonly string[],
  printed: readonly (Printed & { readonly name?: string })[],
  more: readonly string[] = [],
): Form {
  return {
    answer: [...answer, ...leftOutOf(printed.map(({ estimate }) => estimate))],
    assumption: { text: assumptionOf(printed, more), isKept: true },
    source: attributionOf(printed),
    missing: missingFrom(printed),
    ratios: ratioNotes(printed),
    further: [],
    dropped: [],
  };
}
