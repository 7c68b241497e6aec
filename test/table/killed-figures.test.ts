import { expect, test, vi } from "vitest";
import * as figure from "../../src/notation/figure.ts";
import { KilledFigures } from "../../src/table/killed-figures.ts";

vi.mock("../../src/notation/figure.ts", { spy: true });

test("a cell in words is read once, whichever way its row is computed", () => {
  const figures = new KilledFigures();
  expect(figures.closed(" at least 7,000 ")).toBeUndefined();
  expect(figures.read("at least 7,000")).toMatchObject({ low: 7000, openHigh: true });
  expect(figures.closed("seven kg")).toBeUndefined();
  expect(() => figures.read("seven kg")).toThrow("E-NOT-A-NUMBER");
  expect(vi.mocked(figure.parseFigure).mock.calls.map(([text]) => text)).toEqual(["at least 7,000", "seven kg"]);
});
