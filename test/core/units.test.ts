import { expect, test } from "vitest";
import { isSameUnit, oneOf, unitOf } from "../../src/core/units.ts";

test.each([
  ["km2", "km²"],
  ["KM2", "km²"],
  ["sq km", "km²"],
  ["sq. km", "km²"],
  ["sqkm", "km²"],
  ["square kilometres", "km²"],
  [" Square  Kilometer ", "km²"],
  ["square miles", "mi²"],
  ["m3", "m³"],
  ["Vehicles", "vehicle"],
  ["US dollars", "us dollar"],
  ["batteries", "battery"],
  ["glass", "glass"],
  ["constructor", "constructor"],
])("the unit %s is the same as %s", (unit, expected) => {
  expect(unitOf(unit)).toBe(expected);
  expect(isSameUnit(unit, expected)).toBe(true);
});

test.each([
  ["km2", "km"],
  ["km2", "km3"],
  ["tank", "vehicle"],
  ["glass", "glas"],
])("%s and %s are different units", (first, second) => expect(isSameUnit(first, second)).toBe(false));

test.each([
  ["miles", "mile"],
  ["US cities", "US city"],
  ["square kilometres", "square kilometre"],
  ["km2", "km2"],
])("the singular of %s is %s", (unit, singular) => expect(oneOf(unit)).toBe(singular));
