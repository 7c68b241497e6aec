import { describe, expect, test } from "vitest";
import { Rational } from "../../src/core/rational.ts";
import { shareInWords, shareRangeInWords } from "../../src/core/share.ts";

/** Percentages and their words: each landmark, and both sides of each edge. */
test.each([
  ["0", "none of the force"],
  ["0.0001", "about one in 1,000,000"],
  ["2.5", "about one in 40"],
  ["4.7", "about one in 21"],
  ["4.999", "about one in 20"],
  ["5", "about one in 20"],
  ["5.999", "between one in 20 and a tenth"],
  ["6", "under a tenth"],
  ["8.499", "under a tenth"],
  ["8.5", "about a tenth"],
  ["9.499", "about a tenth"],
  ["9.5", "a tenth"],
  ["10", "a tenth"],
  ["10.5", "a tenth"],
  ["10.501", "about a tenth"],
  ["11.5", "about a tenth"],
  ["11.501", "over a tenth"],
  ["13.333", "over a tenth"],
  ["13.334", "under a sixth"],
  ["16", "about a sixth"],
  ["16.7", "a sixth"],
  ["18.7", "about a fifth"],
  ["20", "a fifth"],
  ["22.5", "over a fifth"],
  ["22.501", "under a quarter"],
  ["24.5", "a quarter"],
  ["29.1", "between a quarter and a third"],
  ["29.4", "under a third"],
  ["33.3", "a third"],
  ["36.8", "over a third"],
  ["37.4", "between a third and half"],
  ["45.999", "between a third and half"],
  ["46", "under half"],
  ["50.5", "half"],
  ["54", "over half"],
  ["54.001", "between half and two thirds"],
  ["66", "about two thirds"],
  ["70.7", "between two thirds and three quarters"],
  ["75", "three quarters"],
  ["82.5", "between three quarters and nine tenths"],
  ["90", "nine tenths"],
  ["94", "over nine tenths"],
  ["94.001", "between nine tenths and the whole force"],
  ["99.999", "between nine tenths and the whole force"],
  ["100", "the whole force"],
  ["100.001", "more than the whole force"],
])("%s percent is “%s”", (percent, words) => {
  expect(shareInWords(Rational.decimal(percent).over(Rational.of(100)))).toBe(words);
});

describe("a range", () => {
  const flags = { openLow: false, openHigh: false, approximate: false };
  const words = (low: [number, number], high: [number, number]) =>
    shareRangeInWords({ low: Rational.of(...low), high: Rational.of(...high), ...flags });
  test("names both ends", () => expect(words([16, 100], [368, 1000])).toBe("about a sixth to over a third"));
  test("names one fraction at an end between two", () =>
    expect(words([2, 5], [8, 10])).toBe("over a third to over three quarters"));
  test.each<[number, number, object, string]>([
    [650, 867, { openHigh: true }, "under two thirds to over three quarters"],
    [80, 84, { openHigh: true }, "over one in 20"],
    [80, 84, { openLow: true }, "under a tenth"],
    [280, 350, { openLow: true }, "under a third to over a third"],
  ])("from %i to %i per thousand with %j is %s", (low, high, open, expected) =>
    expect(shareRangeInWords({ low: Rational.of(low, 1000), high: Rational.of(high, 1000), ...flags, ...open })).toBe(
      expected,
    ),
  );
  test("names both fractions if both ends are between them", () =>
    expect(words([40, 100], [41, 100])).toBe("between a third and half"));
  test.each<[number, object, string]>([
    [316, { openHigh: true }, "over a quarter"],
    [316, { openLow: true }, "under a third"],
    [316, { openLow: true, openHigh: true }, "under a third"],
    [368, { openLow: true }, "under half"],
    [368, { openHigh: true }, "over a third"],
    [400, { openHigh: true }, "over a third"],
    [400, { openLow: true }, "under half"],
    [160, { openLow: true }, "about a sixth"],
  ])("%i per thousand with %j is %s", (share, open, expected) => {
    const value = Rational.of(share, 1000);
    expect(shareRangeInWords({ low: value, high: value, ...flags, ...open })).toBe(expected);
  });
  test("has the same words for both ends only once", () => expect(words([1, 3], [1, 3])).toBe("a third"));
});
