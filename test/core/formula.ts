import { expect } from "vitest";
import type { Estimate } from "../../src/core/estimate.ts";
import type { Input } from "../../src/core/range.ts";
import { Rational } from "../../src/core/rational.ts";

/** Each step of the working must be what its formula gives for its inputs, before it is set to a bound. */
export function expectWorkingHolds({ working }: Estimate): void {
  for (const step of working) {
    for (const end of ["low", "high"] as const) {
      const actual = step.unbounded?.(end) ?? step.value[end];
      const expected = evaluate(step.formula, (name) => valueAt(step.inputs[name]!, end));
      expect([step.of, end, actual.toString()]).toEqual([step.of, end, expected.toString()]);
    }
  }
}

/** The value of an input at an end of the result: at the opposite end if a larger input makes the result smaller. */
function valueAt({ value, inverse, at }: Input, end: "low" | "high"): Rational {
  if (at) return at[end];
  return inverse ? value[end === "low" ? "high" : "low"] : value[end];
}

/** Calculates a formula like "{killed} × (1 + {ratio})". */
function evaluate(formula: string, value: (name: string) => Rational): Rational {
  const tokens = formula.match(/\{[^}]+\}|[\d.,]+|[^\s]/g)!;
  const sum = (): Rational => {
    let left = product();
    while (tokens[0] === "+" || tokens[0] === "−") {
      left = tokens.shift() === "+" ? left.plus(product()) : left.minus(product());
    }
    return left;
  };
  const product = (): Rational => {
    let left = operand();
    while (tokens[0] === "×" || tokens[0] === "÷") {
      left = tokens.shift() === "×" ? left.times(operand()) : left.over(operand());
    }
    return left;
  };
  const operand = (): Rational => {
    const token = tokens.shift()!;
    if (token.startsWith("{")) return value(token.slice(1, -1));
    if (token !== "(") return Rational.decimal(token.replaceAll(",", ""));
    const inner = sum();
    expect(tokens.shift()).toBe(")");
    return inner;
  };
  const result = sum();
  expect(tokens).toEqual([]);
  return result;
}
