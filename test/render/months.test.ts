import { expect, test } from "vitest";
import { monthsOf } from "../../src/render/ratios/months.ts";

test.each([
  ["1950-6", "1953-7", "June 1950 to July 1953"],
  ["1945-2", "1945-3", "February to March 1945"],
  ["1863-7", "1863-7", "July 1863"],
  ["2014", "2019-3", "2014 to March 2019"],
  ["2006-8", "2009", "August 2006 to 2009"],
  ["1964", "1973", undefined],
])("the months from %s to %s are %s", (first, last, text) => {
  const [startYear, startMonth] = first.split("-").map(Number);
  const [endYear, endMonth] = last.split("-").map(Number);
  expect(monthsOf({ id: "a", comparable: true, sourceId: "b", startYear, startMonth, endYear, endMonth })).toBe(text);
});
