import { expect, test } from "vitest";
import { greatest, least, Rational } from "../../src/core/rational.ts";

/** Beyond 2^53, where plain numbers lose digits: each result is exact, and plain again if it fits. */

const BIG = 9_007_199_254_740_993n;
const big = Rational.of(BIG);

test.each([
  [big.plus(Rational.of(1)), "9007199254740994"],
  [big.minus(Rational.of(2)), "9007199254740991"],
  [big.minus(big), "0"],
  [Rational.of(9_007_199_254_740_991).plus(Rational.of(2)), "9007199254740993"],
  [Rational.of(-9_007_199_254_740_991).minus(Rational.of(2)), "-9007199254740993"],
  [Rational.of(94_906_267).times(Rational.of(94_906_267)), "9007199515875289"],
  [big.times(Rational.of(1, 3)), "3002399751580331"],
  [Rational.of(1, 3).over(big), "1/27021597764222979"],
  [Rational.of(BIG, 3n).times(Rational.of(3)), "9007199254740993"],
  [Rational.of(2n * BIG, 4n * BIG), "1/2"],
  [Rational.of(-2n * BIG, 4n * BIG), "-1/2"],
  [Rational.decimal("9007199254740993"), "9007199254740993"],
  [Rational.decimal("999999999999999"), "999999999999999"],
  [Rational.decimal("99999999999999.9"), "999999999999999/10"],
  [Rational.decimal("9007199254740.993"), "9007199254740993/1000"],
])("the result of case %# is exactly $1", (value, expected) => expect(value.toString()).toBe(expected));

test.each([
  [Rational.of(BIG * 2n + 1n, 2n), "9007199254740994"],
  [Rational.of(-BIG * 2n - 1n, 2n), "-9007199254740993"],
  [Rational.of(-BIG * 2n - 2n, 2n), "-9007199254740994"],
  [Rational.of(-BIG * 3n - 2n, 3n), "-9007199254740994"],
  [Rational.of(-BIG * 3n - 1n, 3n), "-9007199254740993"],
  [Rational.of(1n, BIG), "0"],
  [Rational.of(-1n, BIG), "0"],
])("%s is rounded to %s", (value, expected) => expect(value.round().toString()).toBe(expected));

test("a rounded fraction is an ordinary number if it fits", () => {
  expect([Rational.of(BIG, 3n).round(), Rational.of(BIG).round()]).toEqual([3_002_399_751_580_331, BIG]);
});

test.each([
  [Rational.of(1, 3), 20, "0.33333333333333333333"],
  [Rational.of(-1, 3), 16, "-0.3333333333333333"],
  [Rational.of(2, 3), 15, "0.666666666666667"],
  [Rational.of(BIG, 2n), 0, "4503599627370497"],
  [Rational.of(BIG, 2n), 1, "4503599627370496.5"],
  [big, 2, "9007199254740993.00"],
  [Rational.of(-1, 1000), 2, "0.00"],
  [Rational.of(-1, 100), 2, "-0.01"],
  [Rational.of(0), 2, "0.00"],
])("%s with %i places is %s", (value, places, expected) => expect(value.toFixed(places)).toBe(expected));

test("a fraction is reduced to its lowest terms", () => {
  expect([Rational.of(2, 6).denominator, big.denominator, Rational.of(5).denominator]).toEqual([3, 1n, 1]);
});

test("the least and the greatest of several", () => {
  const values = [Rational.of(1, 3), Rational.of(1, 4), Rational.of(1, 2)];
  expect(`${least(values)} ${greatest(values)}`).toBe("1/4 1/2");
});

test("the message of a division by zero says what was wrong", () => {
  expect(() => Rational.of(1, 0)).toThrow("above zero");
});
