import type { Estimate } from "../core/estimate.ts";
import { ONE } from "../core/rational.ts";
import { percent } from "../notation/print.ts";
import { printOf } from "./quantity.ts";
import { quantityWords } from "./quantity-words.ts";

/**
 * Says which input makes the result a range, and by how much, calculated from the ends alone. Undefined if the result
 * is not a range.
 */
export function widthLine({ width, solution }: Estimate): string | undefined {
  if (!width || width.by.length === 0) return undefined;
  const { openLow, openHigh } = solution.get(width.of)!;
  const [most, ...others] = width.by.map(({ of, value, narrower }) => ({
    known: `if ${quantityWords(of)} were exactly ${printOf(of)(value)}`,
    narrower: percent(narrower),
    isAll: narrower.equals(ONE),
  }));
  const rest = others.map(({ known, narrower }) => `; ${known}, ${narrower}`).join("");
  const effect = most!.isAll
    ? `the result would be one number${openLow || openHigh ? ", with an open end" : ""}`
    : `the range would be ${most!.narrower} narrower`;
  const is = width.of === "killed" || width.of === "out of action" ? "are" : "is";
  return `Why ${quantityWords(width.of)} ${is} a range: ${most!.known}, ${effect}${rest}.`;
}
