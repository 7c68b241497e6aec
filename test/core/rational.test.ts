import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { greatest, least, ONE, Rational, ZERO } from "../../src/core/rational.ts";

const rational = fc
  .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.bigInt({ min: 1n, max: 10n ** 12n }))
  .map(([n, d]) => Rational.of(n, d));

describe("laws", () => {
  test("plus and minus, times and over undo each other", () => {
    fc.assert(
      fc.property(rational, rational, (a, b) => {
        expect(a.plus(b).minus(b).equals(a)).toBe(true);
        const divisor = b.times(b).plus(ONE);
        expect(a.times(divisor).over(divisor).equals(a)).toBe(true);
      }),
    );
  });

  test("compare has the sign of the difference", () => {
    fc.assert(
      fc.property(rational, rational, (a, b) => {
        expect(a.compare(b)).toBe(a.minus(b).compare(ZERO));
        expect(least([a, b]).compare(greatest([a, b]))).toBeLessThanOrEqual(0);
      }),
    );
  });

  test("round gives the nearest whole number, with halves up", () => {
    fc.assert(
      fc.property(rational, (a) => {
        const above = Rational.of(a.round()).plus(Rational.of(1, 2));
        expect(a.compare(above)).toBe(-1);
        expect(a.compare(above.minus(ONE))).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

test.each([
  ["2.5", 0, "3"],
  ["2.4999999999999999999999", 0, "2"],
  ["0.005", 2, "0.01"],
  ["0.004", 2, "0.00"],
  ["13800", 0, "13800"],
  ["13800", 2, "13800.00"],
  ["0.186666666", 6, "0.186667"],
])("%s with %i places is %s", (digits, places, expected) => {
  expect(Rational.decimal(digits).toFixed(places)).toBe(expected);
});

test("negative numbers round half up too", () => {
  const fixed = (n: number, d: number, places: number) => Rational.of(n, d).toFixed(places);
  expect([fixed(-5, 2, 0), fixed(-7, 2, 0), fixed(-3, 1, 1), fixed(-1, 3, 2)]).toEqual(["-2", "-3", "-3.0", "-0.33"]);
});

test("7,000 × 2.3 is 16,100", () => {
  expect(Rational.of(7000).times(Rational.decimal("2.3")).toString()).toBe("16100");
});

test("a fraction becomes a number, JSON and text", () => {
  const third = Rational.of(1, 3);
  const large = Rational.of(10n ** 30n, 3n);
  expect([Number(third), Number(large), Number(Rational.of(-(10n ** 20n)))]).toEqual([1 / 3, 1e30 / 3, -1e20]);
  expect(Number(Rational.of(1n, 10n ** 17n))).toBeCloseTo(1e-17, 25);
  expect(JSON.stringify([third, Rational.of(4, 2)])).toBe("[0.3333333333333333,2]");
  expect(`${Rational.of(4, 6)} ${Rational.of(4, 2)}`).toBe("2/3 2");
  expect([Rational.of(4, 2).isWhole(), third.isWhole()]).toEqual([true, false]);
});

test("a division by zero or by a negative number is refused", () => {
  expect(() => Rational.of(1, 0)).toThrow(RangeError);
  expect(() => ONE.over(ZERO)).toThrow(RangeError);
  expect(() => ONE.over(Rational.of(-1))).toThrow(RangeError);
});
