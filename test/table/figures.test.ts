import { expect, test, vi } from "vitest";
import * as figure from "../../src/notation/figure.ts";
import { cellFigure, Figures } from "../../src/table/figures.ts";
import type { FigureRole } from "../../src/table/roles.ts";

vi.mock("../../src/notation/figure.ts", { spy: true });

const killedFigures = () => new Figures((text) => figure.parseFigure(text, { counted: "killed" }));

test.each<[FigureRole, string, object | undefined]>([
  ["casualties", "about 7,000", { low: 7000, approximate: true }],
  ["casualties", "none of the force", undefined],
  ["casualties", "120 a day", undefined],
  ["wounded", "300-400", { low: 300, high: 400 }],
  ["wounded", "2x", undefined],
  ["force", "150,000 strong", { low: 150_000 }],
  ["force", "at the border=150,000", undefined],
])("in a column of %s, the plain figure of %j is %j", (role, text, found) => {
  const read = cellFigure(role, text);
  if (found) expect(read).toMatchObject(found);
  else expect(read).toBeUndefined();
});

test("a cell in words is read once, whichever way its row is computed", () => {
  vi.mocked(figure.parseFigure).mockClear();
  const figures = killedFigures();
  expect(figures.plain(" at least 7,000 ")).toMatchObject({ low: 7000, openHigh: true });
  expect(figures.read("at least 7,000")).toMatchObject({ low: 7000, openHigh: true });
  expect(figures.plain("seven kg")).toBeUndefined();
  expect(() => figures.read("seven kg")).toThrow("E-NOT-A-NUMBER");
  expect(vi.mocked(figure.parseFigure).mock.calls.map(([text]) => text)).toEqual(["at least 7,000", "seven kg"]);
});

test("words that were read with one number are not read again with the next", () => {
  const figures = killedFigures();
  const calls = () => vi.mocked(figure.parseFigure).mock.calls.length;
  expect(figures.plain("about 13,800")).toMatchObject({ low: 13_800, high: 13_800, approximate: true });
  const before = calls();
  expect(figures.plain("about 98,765")).toMatchObject({ low: 98_765, high: 98_765, approximate: true });
  expect(calls()).toBe(before);
  for (const text of ["about 7", "about 98765", "up to 98,765", "98,765"]) figures.plain(text);
  expect(calls()).toBe(before + 4);
});

test.each(["dozens", "7 [1]", "7 confirmed", "12-14,000", "kg 7"])("%s is left to the full reader", (text) => {
  const figures = killedFigures();
  expect([figures.plain(text), figures.plain(text)]).toEqual([undefined, undefined]);
});
