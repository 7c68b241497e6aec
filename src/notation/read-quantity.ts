import { type ExpectedKind, refuse } from "../core/errors.ts";
import { readWords } from "./grammar.ts";
import { plainEnds } from "./plain.ts";
import { quantityOf, type WrittenQuantity } from "./quantity.ts";

/** Longer than any figure. Anything longer is refused unread, so that reading stays fast. */
export const LONGEST = 200;

/**
 * Reads a number in any form, but refuses a rate, because "1,271 a day" is not a count of people. Throws InputError.
 */
export function readQuantity(text: string, expected: ExpectedKind): WrittenQuantity {
  const quantity = readMeasured(text, expected);
  return quantity.measure ? refuseMeasure(text, quantity, expected) : quantity;
}

/** Reads a share, with or without "of the force". Throws InputError. */
export function readShareOfForce(text: string, expected: "share" | "claim"): WrittenQuantity {
  const quantity = readMeasured(text, expected);
  const isOther = quantity.measure !== undefined && quantity.measure.per !== "force";
  return isOther ? refuseMeasure(text, quantity, expected) : quantity;
}

/**
 * Reads a number with what it is measured in, if that is written. Most numbers are plain, and the grammar is for the
 * others. `takesRates` says whether a rate can be written instead of a count. Throws InputError.
 */
export function readMeasured(text: string, expected: ExpectedKind, takesRates = false): WrittenQuantity {
  if (text.length > LONGEST) {
    refuse({ code: "E-TOO-LONG", args: { expected, length: text.length, limit: LONGEST } });
  }
  const plain = plainEnds(text);
  return plain ? quantityOf(plain) : readWords(text, expected, takesRates);
}

/** Refuses a whole text because it is not what was asked for. */
export function refuseWords(text: string, expected: ExpectedKind, is?: "share" | "bare", tries: string[] = []): never {
  const args = { found: text.trim(), expected, ...(is ? { is } : {}) };
  return refuse({ code: "E-UNIT", args, text, start: 0, end: text.length, tries });
}

/** Refuses a number because of what it is measured in. */
export function refuseMeasure(
  text: string,
  { ends, measure, counted }: WrittenQuantity,
  expected: ExpectedKind,
): never {
  const starts = [...ends, ...(measure ? [measure] : [])];
  const start = Math.min(...starts.map((part) => part.start));
  const end = Math.max(...starts.map((part) => part.end));
  const [loss, another] = counted?.as ?? [];
  const args = {
    found: text.slice(start, end),
    expected,
    ...(measure?.per ? { is: measure.per } : {}),
    ...(loss && !another ? { counted: loss } : {}),
  };
  return refuse({ code: "E-UNIT", args, text, start, end });
}
