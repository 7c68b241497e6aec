import { readFileSync, statSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { InputError } from "../../src/core/errors.ts";
import { closed } from "../../src/core/range.ts";
import { ONE, Rational, ZERO } from "../../src/core/rational.ts";
import {
  type BattleSelection,
  classOf,
  LENGTH_CLASSES,
  type Limits,
  rankAmong,
  STRENGTH_CLASSES,
} from "../../src/record/battle-ranks.ts";
import { BATTLE_SIDES } from "../../src/record/battles.ts";
import { percentile } from "../../src/render/battles/words.ts";

/** The sides from the JSON alone, in plain numbers. */
const table = JSON.parse(readFileSync("src/record/battles.json", "utf8"));
type Plain = { battle: string; year: number; days: number; strength: number; losses: number };
const sides: Plain[] = table.battles.flatMap(
  ([battle, , year, days, ...rows]: [string, number, number, number, ...[number, string, number, number][]]) =>
    rows.map(([, , strength, losses]) => ({ battle, year, days, strength, losses })),
);
const leftOut: Plain[] = table.leftOut.map(
  ([battle, , year, days, [, , strength, losses]]: [
    string,
    number,
    number,
    number | null,
    [number, string, number, number],
  ]) => ({ battle, year, days: days ?? 0, strength, losses }),
);

const share = ({ losses, strength }: Plain) => losses / strength;
const daily = (side: Plain) => (1000 * share(side)) / side.days;
const since1860 = (all: readonly Plain[]) => all.filter(({ year }) => year >= 1860);
const big = (all: readonly Plain[]) => since1860(all).filter(({ strength }) => strength >= 100_000);
const long = (all: readonly Plain[]) => big(all).filter(({ days }) => days >= 7);
const percentBelow = (values: readonly number[], value: number) =>
  Math.round((100 * values.filter((other) => other < value).length) / values.length);
/** A point of the values in order, interpolated, in plain numbers. */
const point = (values: readonly number[], part: number) => {
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * part;
  const below = Math.floor(place);
  return sorted[below]! + (place - below) * ((sorted[below + 1] ?? sorted[below]!) - sorted[below]!);
};

const number = (value: number) => Rational.decimal(value.toFixed(6));
const rank = (of: "share" | "perThousandPerDay", low: number, high: number, selection: Partial<BattleSelection> = {}) =>
  rankAmong(
    BATTLE_SIDES,
    { [of]: closed(number(low), number(high)) },
    { era: { from: 1860 }, strength: {}, days: {}, ...selection },
  );

describe("the table of battles", () => {
  test("it is small, and every side has a strength, fewer losses and a day or more", () => {
    expect(statSync("src/record/battles.json").size).toBeLessThan(120_000);
    expect([table.battles.length, BATTLE_SIDES.length]).toEqual([651, 1296]);
    for (const { battle, strength, losses, days, year } of sides) {
      expect([
        battle,
        strength > 0,
        losses >= 0 && losses <= strength,
        days >= 1,
        year >= 1600 && year <= 1982,
      ]).toEqual([...[battle, true, true, true, true]]);
    }
  });

  test.each<[string, number, string, number, number, number]>([
    ["Gettysburg", 1863, "Confederacy", 75_054, 28_063, 3],
    ["Waterloo", 1815, "France", 68_265, 25_000, 1],
    ["Somme-Fourth Army Attack", 1916, "Great Britain", 290_000, 57_450, 1],
    ["Meuse-Argonne I", 1918, "United States", 300_000, 22_128, 8],
    // CDB90 names the United States, and a French army.
    ["Meuse-Argonne II", 1918, "France", 500_000, 77_448, 28],
  ])("%s %i, %s", (battle, year, belligerent, strength, losses, days) => {
    const found = BATTLE_SIDES.find(
      (side) => side.battle === battle && side.year === year && side.belligerent === belligerent,
    );
    expect(found).toMatchObject({ strength, losses, days });
    expect(found!.share.toNumber()).toBe(losses / strength);
    expect(found!.perThousandPerDay.toNumber()).toBeCloseTo((1000 * losses) / strength / days, 9);
  });

  test("since 1860 no side has a force whose name begins with another country", () => {
    const countries: readonly [RegExp, string][] = [
      [/^GER\b/, "Germany"],
      [/^US\b/, "United States"],
      [/^BR\b/, "Great Britain"],
      [/^FR\b/, "France"],
    ];
    const modern = BATTLE_SIDES.filter(({ year }) => year >= 1860);
    const unfit = modern.filter(({ force, belligerent }) =>
      countries.some(([prefix, country]) => prefix.test(force) && !belligerent.includes(country)),
    );
    expect(unfit.map(({ battle, force, belligerent }) => [battle, force, belligerent])).toEqual([]);
  });

  test("every reason for leaving out a side is given", () => {
    const reasons = table.leftOut.map((row: unknown[]) => row.at(-1));
    expect(leftOut.filter(({ losses, strength }) => losses > strength)).toHaveLength(5);
    expect([...new Set(reasons)]).toEqual([
      "more losses than strength",
      "losses far below other accounts",
      "strength without reinforcements",
      "first day unknown",
    ]);
  });

  test("with the sides that are left out, all, big and long ones have the shares that CDB90 gives", () => {
    const all = [...sides, ...leftOut];
    const ofShare = (of: readonly Plain[]) =>
      [0.1, 0.5, 0.9].map((part) => (100 * point(of.map(share), part)).toFixed(1));
    // 972 sides with the days of every battle; two more fought in a battle whose first day is unknown.
    expect(since1860(all)).toHaveLength(974);
    expect(ofShare(since1860(all))).toEqual(["1.3", "7.6", "35.0"]);
    expect(big(all)).toHaveLength(188);
    expect(ofShare(big(all))).toEqual(["3.5", "16.1", "45.9"]);
    expect([0.16, 0.368].map((value) => percentBelow(big(all).map(share), value))).toEqual([49, 87]);
    expect(long(all)).toHaveLength(97);
    expect([0.16, 0.368].map((value) => percentBelow(long(all).map(share), value))).toEqual([37, 79]);
    expect([24, 55.2].map((value) => percentBelow(long(all).map(daily), value / 0.15 / 21))).toEqual([27, 73]);
  });
});

describe("ranks", () => {
  const LONG: Partial<BattleSelection> = { strength: { min: 100_000 }, days: { min: 7 } };

  test.each<[Partial<BattleSelection>, (side: Plain) => boolean, number]>([
    [{}, ({ year }) => year >= 1860, 960],
    [{ era: {} }, () => true, 1296],
    [{ era: { to: 1699 } }, ({ year }) => year <= 1699, 96],
    [{ strength: { min: 100_000 } }, ({ year, strength }) => year >= 1860 && strength >= 100_000, 183],
    [LONG, ({ year, strength, days }) => year >= 1860 && strength >= 100_000 && days >= 7, 93],
    [
      { strength: { min: 1000, max: 9999 }, days: { max: 1 } },
      ({ year, strength, days }) => year >= 1860 && strength >= 1000 && strength <= 9999 && days === 1,
      127,
    ],
  ])("among %o they are the same as in plain arithmetic", (selection, isMeant, count) => {
    const meant = sides.filter(isMeant);
    const ranking = rank("share", 0.16, 0.368, selection);
    const { below, points, places } = ranking.ranks[0]!;
    expect([ranking.sides.length, meant.length]).toEqual([count, count]);
    const part = (value: number) => meant.filter((side) => share(side) < value).length / count;
    expect([below.low.toNumber(), below.high.toNumber()]).toEqual([part(0.16), part(0.368)]);
    expect(places.low!.above).toBe(meant.filter((side) => share(side) > 0.16).length);
    for (const [name, tenths] of [
      ["p10", 0.1],
      ["p50", 0.5],
      ["p90", 0.9],
    ] as const) {
      expect(points[name].toNumber()).toBeCloseTo(point(meant.map(share), tenths), 12);
    }
    const rates = rank("perThousandPerDay", 7.45, 17.5, selection).ranks[0]!;
    const belowRate = (value: number) => meant.filter((side) => daily(side) < value).length / count;
    expect([rates.below.low.toNumber(), rates.below.high.toNumber()]).toEqual([belowRate(7.45), belowRate(17.5)]);
    expect(rates.points.p50.toNumber()).toBeCloseTo(point(meant.map(daily), 0.5), 9);
  });

  test("the best value and open ends are kept", () => {
    const value = { ...closed(number(0.1), number(0.3)), best: number(0.2), openHigh: true, approximate: true };
    const [found] = rankAmong(BATTLE_SIDES, { share: value }, { era: {}, strength: {}, days: {} }).ranks;
    expect(found!.below).toMatchObject({ openLow: false, openHigh: true, approximate: true });
    expect(found!.below.best!.toNumber()).toBe(sides.filter((side) => share(side) < 0.2).length / 1296);
    expect(found!.places.best!.below).toBe(sides.filter((side) => share(side) < 0.2).length);
  });

  test("the nearest sides are those with the least difference", () => {
    const nearest = (value: number, count: number) =>
      sides
        .filter(({ year }) => year >= 1860)
        .map((side) => Math.abs(share(side) - value))
        .sort((a, b) => a - b)
        .slice(0, count)
        .at(-1)!;
    const single = rank("share", 0.21, 0.21).nearest;
    expect(single).toHaveLength(5);
    for (const side of single) expect(Math.abs(side.share.toNumber() - 0.21)).toBeLessThanOrEqual(nearest(0.21, 5));
    const both = rank("share", 0.11, 0.42).nearest;
    expect(both.map((side) => side.share.toNumber())).toEqual([...both.map((side) => side.share.toNumber())].sort());
    for (const [side, value] of [0, 1, 2, 3, 4, 5].map((at) => [both[at]!, at < 3 ? 0.11 : 0.42] as const)) {
      expect(Math.abs(side.share.toNumber() - value)).toBeLessThanOrEqual(nearest(value, 3));
    }
  });

  test("fewer than ten sides are not ranked", () => {
    const few = { strength: { min: 1000, max: 9999 }, days: { min: 7 } };
    expect(() => rank("share", 0.2, 0.2, few)).toThrow(InputError);
    try {
      rank("share", 0.2, 0.2, few);
    } catch (error) {
      expect((error as InputError).problems).toMatchObject([{ code: "E-BATTLES-FEW", args: { sides: 7, fewest: 10 } }]);
    }
  });

  test("a larger value never ranks lower, nothing ranks below 0, and 100% ranks at the top", () => {
    const part = fc.nat({ max: 1_000_000 }).map((value) => value / 1_000_000);
    fc.assert(
      fc.property(part, part, fc.constantFrom("share", "perThousandPerDay"), (a, b, of) => {
        const factor = of === "share" ? 1 : 300;
        const [low, high] = [Math.min(a, b) * factor, Math.max(a, b) * factor];
        const { below, places } = rank(of as "share", low, high).ranks[0]!;
        expect(below.low.compare(below.high)).toBeLessThanOrEqual(0);
        expect(below.low.compare(ZERO)).toBeGreaterThanOrEqual(0);
        expect(Number(percentile(below.low))).toBeLessThanOrEqual(Number(percentile(below.high)));
        for (const place of Object.values(places)) expect(place.below + place.same + place.above).toBe(960);
      }),
      { numRuns: 20 },
    );
    const top = rank("share", 1, 1).ranks[0]!;
    expect([top.places.high!.above, percentile(top.below.high)]).toEqual([0, "99"]);
    expect(rank("share", 0, 0).ranks[0]!.below.low.equals(ZERO)).toBe(true);
    expect(rank("share", 1.01, 1.01).ranks[0]!.below.low.equals(ONE)).toBe(true);
  });

  test.each<[string, string]>([
    ["0", "0"],
    ["0.0001", "1"],
    ["0.384", "38"],
    ["0.385", "39"],
    ["0.9999", "99"],
    ["1", "100"],
  ])("%s below is the percentile %s", (below, expected) => {
    expect(percentile(Rational.decimal(below))).toBe(expected);
  });
});

describe("classes", () => {
  const range = (low: number, high = low, open: object = {}) => ({
    ...closed(Rational.of(low), Rational.of(high)),
    ...open,
  });
  test.each<[ReturnType<typeof range>, readonly number[], Limits]>([
    [range(150_000), STRENGTH_CLASSES, { min: 100_000 }],
    [range(100_000), STRENGTH_CLASSES, { min: 100_000 }],
    [range(99_999), STRENGTH_CLASSES, { min: 10_000, max: 99_999 }],
    [range(5800), STRENGTH_CLASSES, { min: 1000, max: 9999 }],
    [range(999), STRENGTH_CLASSES, { max: 999 }],
    [range(90_000, 120_000), STRENGTH_CLASSES, { min: 10_000 }],
    [range(5000, 20_000), STRENGTH_CLASSES, { min: 1000, max: 99_999 }],
    [range(5000, 5000, { openHigh: true }), STRENGTH_CLASSES, { min: 1000 }],
    [range(5000, 5000, { openLow: true }), STRENGTH_CLASSES, { max: 9999 }],
    [range(21), LENGTH_CLASSES, { min: 7 }],
    [range(1), LENGTH_CLASSES, { max: 1 }],
    [range(6), LENGTH_CLASSES, { min: 2, max: 6 }],
    [range(6, 8), LENGTH_CLASSES, { min: 2 }],
  ])("%o", (value, classes, limits) => {
    expect(classOf(value, classes)).toEqual({ min: undefined, max: undefined, ...limits, by: "class" });
  });
});
