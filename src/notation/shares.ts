import { type ExpectedKind, refuse } from "../core/errors.ts";
import type { Share } from "../core/figure.ts";
import type { Force, PartOfKilled } from "../core/inputs.ts";
import { parseShare, shareOf } from "./figure.ts";
import { parseLabelled } from "./label.ts";
import type { WrittenQuantity } from "./quantity.ts";
import { readShareOfForce } from "./read-quantity.ts";
import { readWithTries } from "./tries.ts";

/**
 * Reads the share of a force that is out of action, with the label of the force: "38%", "Wagner=38%". Throws
 * InputError.
 */
export function parseForceShare(text: string): Pick<Force, "label" | "asOf"> & { readonly share: Share } {
  const read = (part: string) =>
    readWithTries(part, (spelling) => shareOfForce(spelling, readShareOfForce(spelling, "share"), "share"));
  const { value: share, name: label, asOf } = parseLabelled(text, read);
  return { label, asOf, share };
}

/** A quantity as the share of a force that is out of action: "38%", "38% lost". Throws InputError. */
export function shareOfForce(text: string, quantity: WrittenQuantity, expected: ExpectedKind): Share {
  if (isOfLosses(text, quantity)) refuseShare(text, quantity, expected);
  return shareOf(text, quantity, "casualties");
}

/** "20% of casualties" is not a share of the force. */
export function isOfLosses(text: string, { counted }: WrittenQuantity): boolean {
  return counted !== undefined && /^of\b/i.test(text.slice(counted.start, counted.end));
}

/** Refuses "25%", which may be of the force or of the casualties. */
export function refuseShare(text: string, quantity: WrittenQuantity, expected: ExpectedKind): never {
  const numbers = quantity.ends.map(({ number }) => number);
  const start = Math.min(...numbers.map((number) => number.start));
  const end = Math.max(...numbers.map((number) => number.end));
  const args = { found: text.slice(start, end), expected, is: "share" } as const;
  // "A quarter of them" is not of the force.
  const isOther = isOfLosses(text, quantity) || /^\s*of\b/i.test(text.slice(end));
  const tries = isOther ? [] : [`${text.slice(0, end)} of the force${text.slice(end)}`];
  return refuse({ code: "E-UNIT", args, text, start, end, tries });
}

/** Reads which of the killed are counted, and what share of them that is: "fighters=20%". Throws InputError. */
export function parseOf(text: string): PartOfKilled {
  return readWithTries(text, (spelling) => {
    const {
      value: share,
      name: label,
      asOf,
    } = parseLabelled(spelling, (part) => parseShare(part, { counted: "killed" }));
    if (label !== undefined && asOf === undefined) return { label, share };
    // Without its date, a label may mean other people.
    const tries = label === undefined ? [`fighters=${share.text}`] : [];
    const of = label === undefined ? "unnamed" : "dated";
    return refuse({ code: "E-NAME-EMPTY", args: { of }, text: spelling, start: 0, end: spelling.length, tries });
  });
}
