import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { QUANTITIES } from "../src/core/quantities.ts";
import { closed, type Range } from "../src/core/range.ts";
import { ONE, Rational } from "../src/core/rational.ts";
import { type Given, RANK, Solution } from "../src/core/solve.ts";

/** Laws of the table of relations, whichever quantities are given. */

const KINDS: Record<string, { readonly rank: number; readonly value: fc.Arbitrary<Rational> }> = {
  killed: { rank: RANK.count, value: whole(1000) },
  "out of action": { rank: RANK.count, value: whole(9000) },
  wounded: { rank: RANK.count, value: whole(3000) },
  captured: { rank: RANK.count, value: whole(900) },
  "missing per killed": { rank: RANK.ratio, value: part(3) },
  "others per killed": { rank: RANK.ratio, value: part(9) },
  "share who died": { rank: RANK.ratio, value: part(1) },
  returned: { rank: RANK.condition, value: part(1) },
  force: { rank: RANK.condition, value: whole(90_000) },
  share: { rank: RANK.share, value: part(1) },
  "killed share": { rank: RANK.share, value: part(1) },
  days: { rank: RANK.condition, value: whole(400) },
  "losses a day": { rank: RANK.pace, value: part(99) },
  "losses per head a day": { rank: RANK.pace, value: part(1) },
  amount: { rank: RANK.condition, value: part(500) },
  recruits: { rank: RANK.condition, value: whole(500) },
  "target share": { rank: RANK.condition, value: part(1) },
};

function whole(most: number): fc.Arbitrary<Rational> {
  return fc.integer({ min: 1, max: most }).map((value) => Rational.of(value));
}

function part(most: number): fc.Arbitrary<Rational> {
  return fc.integer({ min: 1, max: most * 20 }).map((value) => Rational.of(value, 20));
}

const ordered = (a: Rational, b: Rational) => (a.compare(b) <= 0 ? closed(a, b) : closed(b, a));

/** Some of the quantities, each with a range. */
const given: fc.Arbitrary<Map<string, Given>> = fc
  .subarray(Object.keys(KINDS), { minLength: 2, maxLength: 7 })
  .chain((names) =>
    fc.tuple(
      ...names.map((name) => {
        const { rank, value } = KINDS[name]!;
        return fc.tuple(value, value).map(([a, b]) => [name, { rank, value: ordered(a, b) }] as const);
      }),
    ),
  )
  .map((entries) => new Map(entries));

/** The same with each range narrowed to a number in it. */
function drawn(all: ReadonlyMap<string, Given>, at: readonly number[]): Map<string, Given> {
  return new Map(
    [...all].map(([name, { rank, value }], index) => {
      const along = Rational.of(Math.round(at[index % at.length]! * 1000), 1000);
      return [name, { rank, value: closed(value.low.plus(value.high.minus(value.low).times(along))) }];
    }),
  );
}

const points = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 7, maxLength: 7 });
const NAMES = [...QUANTITIES.keys()];
const contains = (outer: Range, inner: Range) =>
  outer.low.compare(inner.low) <= 0 && outer.high.compare(inner.high) >= 0;

test("the ends of a result hold for any numbers drawn from the inputs", () => {
  fc.assert(
    fc.property(given, points, (inputs, at) => {
      const [wide, narrow] = [new Solution(inputs), new Solution(drawn(inputs, at))];
      for (const name of NAMES) {
        const [outer, inner] = [wide.get(name), narrow.get(name)];
        if (outer) expect([name, inner && contains(outer, inner)]).toEqual([name, true]);
      }
    }),
    { numRuns: 500 },
  );
});

test("each end of a result is reached by some ends of the inputs", () => {
  fc.assert(
    fc.property(given, (inputs) => {
      const wide = new Solution(inputs);
      const solutions = cornersOf(inputs.size).map((corner) => new Solution(drawn(inputs, corner)));
      for (const name of NAMES) {
        const outer = wide.get(name);
        if (!outer) continue;
        const values = solutions.map((solution) => solution.get(name)!.low);
        const [least, most] = [values.reduce(lesser), values.reduce(greater)];
        expect([name, least.toString(), most.toString()]).toEqual([name, outer.low.toString(), outer.high.toString()]);
      }
    }),
    { numRuns: 60 },
  );
});

const lesser = (a: Rational, b: Rational) => (a.compare(b) <= 0 ? a : b);
const greater = (a: Rational, b: Rational) => (a.compare(b) >= 0 ? a : b);

/** Every combination of low and high ends. */
function cornersOf(inputs: number): number[][] {
  return Array.from({ length: 2 ** inputs }, (_, corner) =>
    Array.from({ length: inputs }, (_, input) => (corner >> input) & 1),
  );
}

test("an open end of an input opens the ends of results that it moves, and no others", () => {
  fc.assert(
    fc.property(given, points, fc.nat(), fc.boolean(), (inputs, at, pick, isAbove) => {
      const exact = drawn(inputs, at);
      const name = [...exact.keys()][pick % exact.size]!;
      const { rank, value } = exact.get(name)!;
      const open = { ...value, openLow: !isAbove, openHigh: isAbove };
      // Only a little, since a value at a bound may leave it if the input moves further.
      const moved = closed(isAbove ? value.low.plus(Rational.of(1, 1000)) : value.low.times(Rational.of(999, 1000)));
      const [before, beyond, flagged] = [value, moved, open].map(
        (range) => new Solution(new Map([...exact, [name, { rank, value: range }]])),
      );
      for (const result of NAMES) {
        const [from, to, flags] = [before!.get(result), beyond!.get(result), flagged!.get(result)];
        if (!from || !to || !flags || result === name) continue;
        const direction = to.low.compare(from.low);
        // At a bound that a quantity cannot cross, nothing moves.
        if (direction !== 0)
          expect([result, flags.openLow, flags.openHigh]).toEqual([result, direction < 0, direction > 0]);
      }
    }),
    { numRuns: 500 },
  );
});

describe("a relation solved backwards", () => {
  const solve = (...entries: [string, Range][]) =>
    new Solution(new Map(entries.map(([name, value]) => [name, { rank: KINDS[name]!.rank, value }])));
  const range = (value: fc.Arbitrary<Rational>) => fc.tuple(value, value).map(([a, b]) => ordered(a, b));

  test("gives back an exact input, and for a range one that contains it", () => {
    fc.assert(
      fc.property(
        range(whole(1000)),
        range(part(9)),
        range(whole(90_000)),
        range(whole(400)),
        (dead, ratio, force, days) => {
          const forward = solve(["killed", dead], ["others per killed", ratio], ["force", force], ["days", days]);
          const backward: [string, Solution, Range][] = [
            ["killed", solve(["out of action", forward.get("out of action")!], ["others per killed", ratio]), dead],
            [
              "killed",
              solve(
                ["out of action", forward.get("out of action")!],
                ["share who died", forward.get("share who died")!],
              ),
              dead,
            ],
            ["others per killed", solve(["out of action", forward.get("out of action")!], ["killed", dead]), ratio],
            ["force", solve(["out of action", forward.get("out of action")!], ["share", forward.get("share")!]), force],
            ["out of action", solve(["share", forward.get("share")!], ["force", force]), forward.get("out of action")!],
            [
              "out of action",
              solve(["losses a day", forward.get("losses a day")!], ["days", days]),
              forward.get("out of action")!,
            ],
          ];
          for (const [name, solution, value] of backward)
            expect([name, contains(solution.get(name)!, value)]).toEqual([name, true]);
          const isExact = [dead, ratio, force, days].every(({ low, high }) => low.equals(high));
          if (isExact)
            for (const [name, solution, value] of backward) expect([name, solution.get(name)]).toEqual([name, value]);
        },
      ),
    );
  });

  test("gives back exact numbers", () => {
    fc.assert(
      fc.property(whole(1000), part(9), whole(90_000), (dead, ratio, force) => {
        const forward = solve(["killed", closed(dead)], ["others per killed", closed(ratio)], ["force", closed(force)]);
        const total = forward.get("out of action")!;
        expect(total.low.equals(dead.times(ONE.plus(ratio)))).toBe(true);
        expect(
          solve(["out of action", total], ["others per killed", closed(ratio)])
            .get("killed")!
            .low.equals(dead),
        ).toBe(true);
        expect(
          solve(["out of action", total], ["killed", closed(dead)])
            .get("others per killed")!
            .low.equals(ratio),
        ).toBe(true);
        expect(
          solve(["out of action", total], ["share", forward.get("share")!])
            .get("force")!
            .low.equals(force),
        ).toBe(true);
      }),
    );
  });
});

test("every derivation can be calculated without its bounds", () => {
  fc.assert(
    fc.property(given, (inputs) => {
      for (const { unbounded } of new Solution(inputs).derivations) {
        for (const end of ["low", "high"] as const) expect(() => unbounded!(end)).not.toThrow();
      }
    }),
    { numRuns: 500 },
  );
});

test("a quantity that needs a division by zero is unknown, and so is one that depends on it", () => {
  const value = (number: number) => closed(Rational.of(number));
  const solution = new Solution(
    new Map([
      ["out of action", { rank: RANK.count, value: value(20) }],
      ["killed", { rank: RANK.count, value: value(7) }],
      ["share", { rank: RANK.share, value: value(0) }],
    ]),
  );
  expect(["others", "force", "killed share"].map((name) => solution.get(name)?.low.toString())).toEqual([
    "13",
    undefined,
    undefined,
  ]);
});

test("a statement of a lower rank than those used changes no result", () => {
  const lower = fc.constantFrom("others per killed", "share who died", "share", "losses a day");
  fc.assert(
    fc.property(given, lower, fc.integer({ min: 1, max: 20 }), (inputs, name, value) => {
      const before = new Solution(inputs);
      // Only if the other inputs determine it: with the losses themselves, and not only parts that add up to them.
      const isDetermined =
        ["killed", "force", "days"].some((other) => inputs.has(other)) && inputs.has("out of action");
      // A ratio and a multiplier are never given together.
      if (!isDetermined || inputs.has("missing per killed") || inputs.has(name) || !before.get(name)) return;
      const added = { rank: RANK.ratio + 1, value: closed(Rational.of(value, 20)) };
      const after = new Solution(new Map([...inputs, [name, added]]));
      for (const result of NAMES) {
        const value = before.get(result);
        if (value) expect([result, after.get(result)]).toEqual([result, value]);
      }
    }),
    { numRuns: 300 },
  );
});
