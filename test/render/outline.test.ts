import { expect, test } from "vitest";
import { outlineOf } from "../../src/render/outline.ts";
import { estimateFor } from "../scenario.ts";

/** What a row of the table was calculated with, and its value. */
function row(quantity: string, ...options: string[]): string[] {
  const found = outlineOf(estimateFor(...options)).rows.find((one) => one.quantity === quantity)!;
  return [found.basis, found.value];
}

test("a ratio and a share who died are shown as they were used", () => {
  expect(row("share who died", "--casualties 10000", "--died 23%")).toEqual(["as given", "23.0%"]);
  expect(row("share who died", "--killed 275000", "--casualties 1200000", "--died 23%")).toEqual(["", "22.9%"]);
  expect(row("others", "--killed 2000", "--ratio us-korea")).toEqual(["3.27 per killed (us-korea)", "6,546"]);
  // Of the case, only its wounded.
  expect(row("others", "--wounded 2000", "--ratio us-korea")).toEqual(["3.06 per killed (us-korea)", "2,000"]);
  expect(row("others", "--killed 500", "--casualties 2000", "--ratio 4")).toEqual(["casualties less killed", "1,500"]);
});
