import type { Share } from "../core/figure.ts";
import { shareOf } from "./figure.ts";
import type { WrittenQuantity } from "./quantity.ts";
import { readQuantity, refuseWords } from "./read-quantity.ts";
import { readWithTries } from "./tries.ts";

/** Reads the share of the casualties who died: "16%-17%", "1 in 5 die", "20% of casualties". Throws InputError. */
export function parseDied(text: string): Share {
  return readWithTries(text, (spelling) => shareOf(spelling, { ...readDied(spelling), counted: undefined }));
}

/** Reads the share who died, with the words that say so, if there are any. Throws InputError. */
export function readDied(text: string): WrittenQuantity {
  const quantity = readQuantity(text, "died");
  return saysWhoDied(text, quantity) ? quantity : refuseWords(text, "died");
}

/** "20% died" and "20% of casualties" mean the same; "20% of the dead" and "20% lost" mean something else. */
function saysWhoDied(text: string, { counted }: WrittenQuantity): boolean {
  if (!counted) return true;
  const isOf = /^of (?!them|those)/i.test(text.slice(counted.start, counted.end));
  const [loss, other, more] = counted.as;
  const isDead = loss === "killed" && !other && !isOf;
  const isOfCasualties = loss === "casualties" && (!other || other === "killed") && !more;
  return isDead || (isOfCasualties && (isOf || other === "killed"));
}
