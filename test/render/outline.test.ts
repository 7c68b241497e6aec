import { expect, test } from "vitest";
import { outlineOf } from "../../src/render/outline.ts";
import { estimateFor } from "../scenario.ts";

/** The basis and the value of a row of the table. */
function row(quantity: string, ...options: string[]): string[] {
  const found = outlineOf(estimateFor(...options)).rows.find(({ quantity: name }) => name === quantity)!;
  return [found.basis, found.value];
}

test("a row names the source of its figure, or how several were combined", () => {
  const rates = ["--killed A=10 a day", "--killed B=20 a day", "--days 90"];
  expect(row("killed", ...rates)).toEqual(["envelope", "900–1,800"]);
  expect(row("killed", "--killed A=10 a day", "--days 90")).toEqual(["A: 10 a day", "900"]);
  expect(row("fighters killed", "--killed 10 a day", "--of fighters=20%", "--days 100")).toEqual([
    "20% of 10 a day",
    "200",
  ]);
  const rivals = ["--killed 100", "--casualties A=500", "--casualties B=600"];
  expect(row("out of action", ...rivals, "--combine prefer=A")).toEqual(["preferred: A", "500"]);
  expect(row("out of action", ...rivals)).toEqual(["envelope", "500–600"]);
  expect(row("wounded", "--wounded 3000", "--wounded A=4000", "--force 100000")).toEqual(["source 1", "3,000"]);
});

test("counts of several sources show each one's own ratio", () => {
  const killed = ["--killed A=100", "--killed B=200"];
  expect(row("wounded", ...killed, "--wounded A=300", "--wounded B=500")).toEqual(["A, 3 per killed", "300"]);
  expect(row("wounded", ...killed, "--wounded A=300")).toEqual(["A, 3 per killed", "300"]);
  expect(row("wounded", ...killed, "--wounded C=300")).toEqual(["C, 1.5–3 per killed", "300"]);
});

test("people a day are shown with decimals", () => {
  expect(row("others a day", "--killed 1.5 a day", "--ratio 3")).toEqual(["3 per killed", "4.5"]);
  expect(row("balance a day", "--casualties 2.5 a day", "--recruits 0.4 a day")[1]).toBe("-2.1");
});

test("a ratio and a share who died are shown as they were used", () => {
  expect(row("share who died", "--casualties 10000", "--died 23%")).toEqual(["as given", "23.0%"]);
  expect(row("share who died", "--killed 275000", "--casualties 1200000", "--died 23%")).toEqual(["", "22.9%"]);
  expect(row("others", "--killed 2000", "--ratio us-korea")).toEqual(["3.27 per killed (us-korea)", "6,546"]);
  // Only the wounded of the case are used.
  expect(row("others", "--wounded 2000", "--ratio us-korea")).toEqual(["3.06 per killed (us-korea)", "2,000"]);
  expect(row("killed", "--wounded 12000", "--ratio history")).toEqual(["implied", "1,942–6,417"]);
  const each = ["--wounded 1000", "--captured 3", "--missing 2", "--deserted 1"];
  expect(row("others", "--killed 500", ...each, "--died 25%")).toEqual(["sum of the categories", "1,006"]);
  expect(row("others", "--killed 500", "--casualties 2000", "--ratio 4")).toEqual(["casualties minus killed", "1,500"]);
});
