import { expect, test } from "vitest";
import { withMinimums } from "../../src/core/minimum.ts";
import { estimateFor, short } from "../scenario.ts";

test.each<[options: string[], killed: string]>([
  // A list of confirmed deaths is a minimum, whether its figure or its kind says so.
  [["--killed A=7,000 confirmed dead"], "7,000+"],
  [["--killed A=7000"], "7,000"],
  [["--killed A=7,000 confirmed dead", "--killed B=9000"], "7,000–9,000+"],
  // Its coverage says what is not on it.
  [["--killed A=7,000 confirmed dead", "--coverage 50%-70%"], "10,000–14,000"],
  [["--killed A=7,000 confirmed dead", "--killed B=9,000 confirmed dead", "--coverage A=50%"], "9,000–14,000+"],
  // A rate is never a list.
  [["--killed 500 a day", "--days 10"], "5,000"],
  [["--casualties 9000"], ""],
])("the killed of %o are %s, with lists as minimums", (options, killed) => {
  expect(short(withMinimums(estimateFor(...options)).killed)).toBe(killed);
});

test("lists are known by their kind, too, and an estimate without them is the same one", () => {
  const exact = estimateFor("--killed A=7000");
  expect(withMinimums(exact)).toBe(exact);
  const { asGiven } = exact;
  const reports = asGiven.killed!.map((report) => ({ ...report, kind: "confirmed" as const }));
  const listed = { ...exact, asGiven: { ...asGiven, killed: reports } };
  expect(short(withMinimums(listed).killed)).toBe("7,000+");
});
