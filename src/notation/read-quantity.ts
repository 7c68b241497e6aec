import { type Expected, refuse } from "../core/errors.ts";
import { readWords } from "./grammar.ts";
import { plainEnds } from "./plain.ts";
import { quantityOf, type Written } from "./quantity.ts";

/** Longer than any figure; what is longer is refused unread, so that time stays short. */
export const LONGEST = 200;

/** Reads a number in any form: most are plain, and the grammar is for the others. Throws InputError. */
export function readQuantity(text: string, expected: Expected): Written {
  if (text.length > LONGEST) {
    refuse({ code: "E-TOO-LONG", args: { expected, length: text.length, limit: LONGEST } });
  }
  const plainly = plainEnds(text);
  return plainly ? quantityOf(plainly) : readWords(text, expected);
}
