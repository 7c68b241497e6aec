import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { check } from "../src/core/check.ts";
import { compare } from "../src/core/compare/compare.ts";
import { total } from "../src/core/compare/total.ts";
import { groupDigits } from "../src/core/digits.ts";
import { InputError } from "../src/core/errors.ts";
import { type Estimate, estimate } from "../src/core/estimate.ts";
import { exact, type Figure, LARGEST_COUNT, type Ratio, type Share } from "../src/core/figure.ts";
import type { CategoryLoss } from "../src/core/inputs.ts";
import { addPeople, closed, floorOf, type Range } from "../src/core/range.ts";
import { ONE, Rational } from "../src/core/rational.ts";
import { givenCategories, listed, type Scenario } from "../src/core/scenario.ts";
import { shareRangeInWords } from "../src/core/share.ts";
import { readScenarios } from "../src/input/scenario.ts";
import { writtenScenario } from "../src/input/written.ts";
import { parseDate } from "../src/notation/date.ts";
import { parseFigure, parseLoss, parseRatio, parseShare } from "../src/notation/figure.ts";
import { parseLabelled } from "../src/notation/label.ts";
import { compact, inWords, people, typed, typedPercent } from "../src/notation/print.ts";
import { parseClaimedShare } from "../src/notation/stated.ts";
import { QuickReader } from "../src/table/quick-rows.ts";
import { run } from "./cli/run.ts";
import { cpuTime } from "./cpu.ts";
import { problemsOf } from "./problems.ts";
import { expectSameDigits } from "./tries.ts";

const flags = { openLow: fc.boolean(), openHigh: fc.boolean(), approximate: fc.boolean() };

/** Figures of all shapes, low ≤ best ≤ high, up to a limit. */
const figure = (limit = LARGEST_COUNT): fc.Arbitrary<Figure> =>
  fc
    .record({ ends: fc.array(fc.nat({ max: limit }), { minLength: 1, maxLength: 3 }), ...flags })
    .map(({ ends, ...rest }) => {
      const [low = 0, middle, high = low] = [...ends]
        .sort((a, b) => a - b)
        .flatMap((end, index, all) => (all.length === 2 && index === 1 ? [undefined, end] : [end]));
      return { low, ...(middle === undefined ? {} : { best: middle }), high, ...rest, text: "" } as Figure;
    });

describe("notation", () => {
  const meaning = ({ text: _, ...rest }: Figure) => rest;

  test("a printed figure is read back as the same figure", () => {
    fc.assert(
      fc.property(figure(), (value) => {
        expect(meaning(parseFigure(compact(exact(value), people)))).toEqual(meaning(value));
        expect(meaning(parseFigure(inWords(exact(value), people)))).toEqual(meaning(value));
      }),
    );
  });

  test("a printed ratio or share is read back as the same", () => {
    const part = fc.tuple(fc.nat(10_000), fc.nat(10_000)).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
    const same = (read: Range, { low, high, openLow, openHigh, approximate }: Range) =>
      expect([String(read.low), String(read.high), read.openLow, read.openHigh, read.approximate]).toEqual([
        String(low),
        String(high),
        openLow,
        openHigh,
        approximate,
      ]);
    fc.assert(
      fc.property(part, fc.record(flags), fc.constantFrom(1, 100, 10_000), ([low, high], rest, size) => {
        const ratio = { ...rest, low: Rational.of(low, size), high: Rational.of(high, size) };
        same(parseRatio(compact(ratio, typed)), ratio);
        same(parseRatio(`${compact(ratio, typed)} per killed`), ratio);
        same(parseRatio(inWords(ratio, typed)), ratio);
        same(parseRatio(`${inWords(ratio, typed)} wounded, captured, missing or deserted for each`), ratio);
        const share = { ...rest, low: Rational.of(low, 10_000), high: Rational.of(high, 10_000) };
        same(parseShare(compact(share, typedPercent)), share);
        same(parseShare(inWords(share, typedPercent, "less")), share);
      }),
    );
  });

  test("a share in words is read back as a share near it", () => {
    fc.assert(
      fc.property(fc.nat(1100), fc.nat(1100), (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)].map((part) => Rational.of(part, 1000)) as [
          Rational,
          Rational,
        ];
        const read = parseClaimedShare(shareRangeInWords({ ...closed(low, high) }));
        const distance = (read: Rational, share: Rational) => Math.abs(read.minus(share).toNumber());
        // Neighbouring fractions may be a sixth of the force apart.
        if (high.compare(ONE) <= 0)
          expect([distance(read.low, low) < 0.17, distance(read.high, high) < 0.17]).toEqual([true, true]);
        else expect(read).toMatchObject({ openHigh: true });
      }),
    );
  });

  test("filler words do not change a figure, and hedges make it approximate", () => {
    const before = fc.constantFrom("", "exactly ", "a total of ", "just ", "another ", "only ", "the ");
    const hedge = fc.constantFrom(
      "",
      "",
      "about ",
      "probably ",
      "some ",
      "an estimated ",
      "perhaps ",
      "on the order of ",
    );
    const after = fc.constantFrom(
      ..."| people| Russian soldiers| officers and men| killed| were killed| U.S. troops killed in action[1]|*|.| (Truth Commission)| in total| dead [a]".split(
        "|",
      ),
    );
    const around = fc.constantFrom(["", ""], ["“", "”"], ["(", ")"], ['"', '"']);
    fc.assert(
      fc.property(figure(), before, hedge, after, around, (value, words, hedged, people_, [open, close]) => {
        const text = `${open}${words}${hedged}${compact(exact(value), people)}${people_}${close}`;
        const { text: _, dropped: __, ...read } = parseFigure(text, { counted: "killed" });
        expect(read, text).toEqual({ ...meaning(value), approximate: value.approximate || hedged !== "" });
      }),
    );
  });

  test("a number spelled out is read as that number", () => {
    fc.assert(
      fc.property(fc.nat({ max: 999_999_999 }), fc.boolean(), (value, and) => {
        expect(parseFigure(spelled(value, and)).low).toBe(value);
      }),
    );
  });

  const readers = [
    parseFigure,
    parseRatio,
    parseShare,
    parseLoss,
    parseDate,
    (text: string) => parseLabelled(text, parseLoss),
  ];
  const scraps =
    "0 7 13,800 13.800 1.2 k m x % / - – .. + ± ~ < >= = @2022 , and to between from at least up or more fewer than a dozen thousand hundred six several dozens killed best [1] (95% CI ½ half third of per each in every die : ; ” “ ( ) [ ] * perhaps Russian men wounded 2.00E+05 constructor toString . \u0000 О 🪖".split(
      " ",
    );
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(fc.constantFrom(...scraps), { maxLength: 8 }).map((parts) => parts.join(" ")),
    fc.array(fc.constantFrom(...scraps), { maxLength: 8 }).map((parts) => parts.join("")),
  );

  test("no text causes any error but an InputError, and every suggested spelling can be read", () => {
    fc.assert(
      fc.property(text, fc.constantFrom(...readers), (written, read) => {
        try {
          read(written);
        } catch (error) {
          if (!(error instanceof InputError)) throw error;
          for (const { text, tries = [] } of error.problems) {
            for (const spelling of tries) read(spelling);
            expectSameDigits(text, tries);
          }
        }
      }),
      { numRuns: 3000 },
    );
  });

  test("every reader refuses a text of 100 kB in milliseconds", () => {
    const long = [..."0 ,-aО\u0000"].map((character) => character.repeat(100_000));
    const start = cpuTime();
    for (const written of [...long, `${"a".repeat(100_000)}=5`, `5=${"-".repeat(100_000)}`]) {
      for (const read of readers) expect(problemsOf(() => read(written)).length).toBeGreaterThan(0);
    }
    // 54 refusals; each takes well under a millisecond.
    expect(cpuTime() - start).toBeLessThan(500);
  });
});

describe("arithmetic", () => {
  const LIMIT = 1_000_000;
  const decimalRange = (top: number): fc.Arbitrary<Ratio> =>
    figure(top * 100).map(({ low, best, high, ...rest }) => ({
      low: Rational.of(low, 100),
      ...(best === undefined ? {} : { best: Rational.of(best, 100) }),
      high: Rational.of(high, 100),
      ...rest,
    }));
  const ratio = decimalRange(20);
  const share: fc.Arbitrary<Share> = decimalRange(1);
  const loss: fc.Arbitrary<CategoryLoss> = fc.oneof(
    figure(LIMIT).map((value) => ({ kind: "count" as const, figure: value })),
    ratio.map((value) => ({ kind: "multiplier" as const, ratio: value })),
  );
  const force = fc.array(
    figure(LIMIT).map(({ low, high, best, ...rest }) => ({
      figure: { ...rest, low: low + 1, high: high + 1, ...(best === undefined ? {} : { best: best + 1 }) },
    })),
    { maxLength: 2 },
  );
  const killed = fc.array(
    figure(LIMIT).map((value) => ({ figure: value })),
    { minLength: 1, maxLength: 3 },
  );
  const combine = fc.constantFrom({ rule: "envelope" as const }, { rule: "sum" as const });
  const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
  const clean = (object: object) =>
    listed(Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)));

  const byRatio = fc.record({ killed, combine, ratio, force });
  const byCategory = fc.record({
    killed,
    combine,
    wounded: loss,
    captured: optional(loss),
    missing: optional(loss),
    returned: optional(share),
    force,
  });
  const byCasualties = fc.record({ casualties: figure(LIMIT).map((value) => ({ figure: value })), ratio, force });
  const scenario: fc.Arbitrary<Scenario> = fc.oneof(byRatio, byCategory, byCasualties).map(clean);

  /** The scenario with the text of each figure as someone would have written it. */
  const written = ({ killed, casualties, ratio, returned, force, ...rest }: Scenario): Scenario => {
    const withText = <T extends { figure?: Figure | undefined }>(report: T): T => ({
      ...report,
      figure: report.figure && { ...report.figure, text: compact(exact(report.figure), people) },
    });
    const rate = (range: Ratio, unit: string) => ({ ...range, text: compact(range, (value) => typed(value) + unit) });
    const categories = givenCategories(rest).map(([category, loss]) => [
      category,
      loss.kind === "multiplier" ? { ...loss, ratio: rate(loss.ratio, "x") } : withText(loss as { figure: Figure }),
    ]);
    return clean({
      ...rest,
      ...Object.fromEntries(categories),
      killed: killed?.map(withText),
      casualties: casualties?.map(withText),
      ratio: ratio && rate(ratio, ""),
      returned: returned && { ...returned, text: compact(returned, typedPercent) },
      force: force?.map(withText),
    });
  };

  test("a saved scenario is read back as the same, and its expectations hold", () => {
    fc.assert(
      fc.property(scenario, (inputs) => {
        const result = estimate(written(inputs));
        const [entry] = readScenarios(JSON.stringify(writtenScenario(result)));
        expect(entry!.problems).toEqual([]);
        const again = check(entry!.scenario!);
        expect(again.estimate.outOfAction).toEqual(result.outOfAction);
        expect(again.comparisons.filter(({ holds }) => !holds)).toEqual([]);
      }),
    );
  });

  const ranges = (result: Estimate): Range[] => [
    result.outOfAction,
    ...[result.killed, result.others, result.net].flatMap((range) => range ?? []),
    ...Object.values(result.categories),
    ...Object.values(result.implied),
    ...result.shares.flatMap(({ share, netShare }) => [share, ...(netShare ? [netShare] : [])]),
  ];

  const subject = (inputs: Scenario, name: string, side = name) => ({ name, estimate: estimate({ ...inputs, side }) });
  const isPositive = ({ low }: Range) => low.compare(Rational.of(0)) > 0;

  test("a comparison of exact numbers with themselves is all ones and zeros", () => {
    const single = fc.record({
      killed: fc.nat(LIMIT).map((low) => ({ figure: parseFigure(String(low)) })),
      ratio: fc.nat(9),
    });
    fc.assert(
      fc.property(single, ({ killed, ratio }) => {
        const inputs = clean({ killed, ratio: parseRatio(String(ratio)) });
        for (const { contrasts } of compare([subject(inputs, "a"), subject(inputs, "b")]).pairs) {
          for (const { quotient, difference, change } of contrasts) {
            expect([quotient?.low, quotient?.high].filter((end) => end && !end.equals(ONE))).toEqual([]);
            for (const range of [difference, ...(change ? [change] : [])])
              expect([String(range.low), String(range.high)]).toEqual(["0", "0"]);
          }
        }
      }),
    );
  });

  test("a comparison the other way round is its inverse", () => {
    fc.assert(
      fc.property(scenario, scenario, (one, other) => {
        const [a, b] = [subject(one, "a"), subject(other, "b")];
        const [[there], [back]] = [compare([a, b]).pairs, compare([b, a]).pairs];
        for (const [at, { value, other, quotient, difference }] of there!.contrasts.entries()) {
          const { quotient: inverse, difference: opposite } = back!.contrasts[at]!;
          expect([String(difference.low), difference.openLow]).toEqual([
            `${Rational.of(0).minus(opposite.high)}`,
            opposite.openHigh,
          ]);
          if (!quotient || !inverse || !isPositive(value) || !isPositive(other)) continue;
          expect([String(quotient.low.times(inverse.high)), quotient.openLow]).toEqual(["1", inverse.openHigh]);
          expect([String(quotient.high.times(inverse.low)), quotient.openHigh]).toEqual(["1", inverse.openLow]);
        }
      }),
    );
  });

  test("the total of one part is that part, and parts of parts add up", () => {
    const sumsOf = (parts: Scenario[]) =>
      new Map(
        total(parts.map((inputs, at) => subject(inputs, `part ${at}`))).rows.map(({ quantity, sum }) => [
          quantity.key,
          sum,
        ]),
      );
    fc.assert(
      fc.property(scenario, scenario, scenario, (a, b, c) => {
        for (const { quantity, sum, values } of total([subject(a, "a")]).rows)
          expect([quantity.key, sum]).toEqual([quantity.key, values[0]]);
        const [all, two, last] = [sumsOf([a, b, c]), sumsOf([a, b]), sumsOf([c])];
        for (const key of ["killed", "outOfAction"]) {
          const parts = [two.get(key), last.get(key)];
          if (parts.includes(undefined)) continue;
          const { low, high, openLow, openHigh } = addPeople(parts[0]!, parts[1]!);
          const sum = all.get(key)!;
          expect([String(sum.low), String(sum.high), sum.openLow]).toEqual([String(low), String(high), openLow]);
          // A third part may lack a kind of loss that the first two have.
          expect(sum.openHigh || !openHigh).toBe(true);
        }
      }),
    );
  });

  test("0 ≤ low ≤ best ≤ high in every result", () => {
    fc.assert(
      fc.property(scenario, (inputs) => {
        for (const { low, best = low, high } of ranges(estimate(inputs))) {
          expect([low.compare(Rational.of(0)) >= 0, low.compare(best) <= 0, best.compare(high) <= 0]).toEqual([
            true,
            true,
            true,
          ]);
        }
      }),
    );
  });

  test("the result of narrower inputs is within that of wider ones", () => {
    const narrowed = (range: Figure): Figure => ({
      ...range,
      low: range.best ?? range.high,
      high: range.best ?? range.high,
    });
    fc.assert(
      fc.property(scenario, (inputs) => {
        const narrow = estimate(
          clean({
            ...inputs,
            killed: inputs.killed?.map((report) => ({ figure: narrowed(report.figure!) })),
            force: inputs.force?.map((force) => ({ figure: narrowed(force.figure) })),
          }),
        );
        const wide = ranges(estimate(inputs));
        for (const [index, { low, high }] of ranges(narrow).entries()) {
          // The narrower killed may exclude zero, and so give one more range: the implied ratio.
          const around = ranges(narrow).length === wide.length ? wide[index] : undefined;
          if (!around) continue;
          expect([around.openLow || around.low.compare(low) <= 0, around.high.compare(high) >= 0]).toEqual([
            true,
            true,
          ]);
        }
      }),
    );
  });

  test("two lists with everyone on both give that list", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: LIMIT }), (people) => {
        const list = parseFigure(String(people));
        const { killed } = estimate({ list: [{ figure: list }, { figure: list }], both: list });
        expect([killed!.low, killed!.high].map(String)).toEqual([String(people), String(people)]);
      }),
    );
  });

  test("the killed by two lists are within the result of ranges, and never fewer than are on the lists together", () => {
    const range = (...ends: number[]) => {
      const [low, high] = [Math.min(...ends), Math.max(...ends)];
      return { low, high, openLow: false, openHigh: false, approximate: false, text: "" };
    };
    const count = fc.integer({ min: 1, max: LIMIT });
    fc.assert(
      fc.property(count, count, count, fc.array(count, { minLength: 3, maxLength: 3 }), (a, b, c, others) => {
        const [both, first, second] = [a, b, c].sort((x, y) => x - y) as [number, number, number];
        const killed = (...ends: number[][]) =>
          estimate({
            list: [{ figure: range(first, ...ends[0]!) }, { figure: range(second, ...ends[1]!) }],
            both: range(both, ...ends[2]!),
          }).killed!;
        const exactly = killed([], [], []);
        expect(exactly.low.compare(Rational.of(first + second - both))).toBeGreaterThanOrEqual(0);
        const around = killed(...others.map((other) => [other]));
        expect([around.low.compare(exactly.low) <= 0, around.high.compare(exactly.high) >= 0]).toEqual([true, true]);
        expect(
          around.low.compare(Rational.of(Math.max(range(first, others[0]!).low, range(second, others[1]!).low))),
        ).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test("more killed never means fewer out of action", () => {
    fc.assert(
      fc.property(byRatio, fc.nat({ max: LIMIT }), (inputs, more) => {
        const raised = inputs.killed.map(({ figure: { low, high, ...rest } }) => ({
          figure: {
            ...rest,
            low: low + more,
            high: high + more,
            ...(rest.best === undefined ? {} : { best: rest.best + more }),
          },
        }));
        const [before, after] = [inputs, { ...inputs, killed: raised }].map(
          (scenario) => estimate(clean(scenario)).outOfAction,
        );
        expect(floorOf(after!).compare(floorOf(before!))).toBeGreaterThanOrEqual(0);
        expect(after!.high.compare(before!.high)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test("the result contains the losses for any values within the inputs", () => {
    const point = fc.double({ min: 0, max: 1, noNaN: true });
    const within = (low: Rational, high: Rational, at: number) =>
      low.plus(high.minus(low).times(Rational.of(Math.round(at * 1000), 1000)));
    fc.assert(
      fc.property(figure(LIMIT), ratio, point, point, (dead, per, a, b) => {
        const outOfAction = estimate({ killed: [{ figure: dead }], ratio: per }).outOfAction;
        const value = within(exact(dead).low, exact(dead).high, a).times(
          within(per.low, per.high, b).plus(Rational.of(1)),
        );
        expect([outOfAction.low.compare(value) <= 0, outOfAction.high.compare(value) >= 0]).toEqual([true, true]);
      }),
    );
  });
});

const SMALL =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");

/** A whole number in English, with or without "and". */
function spelled(value: number, and: boolean): string {
  const joined = (head: string, rest: number) =>
    rest === 0 ? head : `${head}${and && rest < 100 ? " and" : ""} ${spelled(rest, and)}`;
  if (value < 20) return SMALL[value]!;
  if (value < 100) return `${TENS[Math.floor(value / 10) - 2]}${value % 10 ? `-${SMALL[value % 10]}` : ""}`;
  const [size, name] =
    value < 1000 ? [100, "hundred"] : value < 1_000_000 ? [1000, "thousand"] : [1_000_000, "million"];
  return joined(`${spelled(Math.floor(value / (size as number)), and)} ${name}`, value % (size as number));
}

test("the fast path for plain texts reads the same as the reader for words", () => {
  const number = fc
    .tuple(
      fc.oneof(fc.nat(2000), fc.nat(2 ** 31)),
      fc.boolean(),
      fc.constantFrom("", "", "%", "x", ".5%", ".05%", ".5", ".05x", ".500"),
    )
    .map(([value, grouped, unit]) => (grouped ? groupDigits(String(value)) : String(value)) + unit);
  const text = fc
    .tuple(
      fc.constantFrom("", "", "~", "≤", "~≤", "about ", "at least ", "up to ", "up to ~"),
      number,
      fc.option(fc.tuple(fc.constantFrom("-", "–"), number)),
      fc.constantFrom("", "+"),
    )
    .map(([before, first, rest, after]) => before + first + (rest?.join("") ?? "") + after);
  const outcome = (read: () => unknown) => {
    try {
      return JSON.stringify(read());
    } catch (error) {
      return (error as InputError).problems.map(({ code, tries }) => [code, tries?.map((spelling) => spelling.trim())]);
    }
  };
  fc.assert(
    fc.property(text, fc.constantFrom(parseFigure, parseLoss, parseRatio, parseShare), (spelling, parse) => {
      // A space in front rules out the fast path.
      expect(outcome(() => parse(spelling))).toEqual(outcome(() => parse(` ${spelling}`)));
    }),
    { numRuns: 1000 },
  );
});

describe("a table", () => {
  const count = fc.oneof(fc.nat(20), fc.nat(200_000), fc.nat(2 ** 40));
  const grouped = count.map((value) => (value % 3 === 0 ? groupDigits(String(value)) : String(value)));
  /** What cells of each column may hold: mostly values that are computed in plain numbers, and some that are not. */
  const CELLS: Record<string, fc.Arbitrary<string>> = {
    killed: fc.oneof(
      { weight: 5, arbitrary: grouped },
      fc.constantFrom("", "about 70", "6/7/8", "6-80", "up to 7", "x"),
      fc
        .tuple(fc.constantFrom("about ", "at least ", "up to ", "~", "more than ", "dozens ", "men: ", "2 "), grouped)
        .map((parts) => parts.join("")),
    ),
    killed_low: fc.oneof(
      { weight: 5, arbitrary: fc.nat(20).map(String) },
      fc.constantFrom("", "", "about 7", "7+", "7.5", "13.800", "0.499", "NA"),
    ),
    killed_best: fc.oneof(fc.constant(""), fc.integer({ min: 15, max: 30 }).map(String)),
    killed_high: fc.oneof(
      { weight: 5, arbitrary: fc.integer({ min: 15, max: 99 }).map(String) },
      fc.constantFrom("", "", "7", "19.49999", "20.5", "-9", "1234.500", "1234.499"),
    ),
    "killed*": fc.constantFrom("", "", "", "about", "more"),
    casualties: fc.constantFrom(
      ..."|||7000|about 7000|6000-8000|at least 7000|up to 7000|7000.25|6000/7000/8000|5%|120 a day|none of the force|UK=7000".split(
        "|",
      ),
    ),
    casualties_low: fc.constantFrom("", "6000", "6000.5", "70"),
    casualties_high: fc.constantFrom("", "8000", "about 9000", "60"),
    "casualties*": fc.constantFrom("", "", "about", "more", "other"),
    ratio: fc.constantFrom("", "3", "2.5", "0", "0.25", "1.0625", "2-4", "about 3"),
    wounded: fc.constantFrom("", "", "", "300", "2x", "about 300", "200-300", "15-25", "300+", "30.5", "history"),
    wounded_low: fc.constantFrom("", "", "200"),
    wounded_high: fc.constantFrom("", "", "300"),
    captured: fc.constantFrom("", "", "", "12"),
    missing: fc.constantFrom("", "", "", "0"),
    deserted: fc.constantFrom("", "", "", "1x", "5"),
    killed_wounded: fc.constantFrom("", "", "900", "about 900", "800-900", "8000"),
    captured_missing: fc.constantFrom("", "", "90", "at least 90"),
    returned: fc.constantFrom("", "", "", "30%"),
    force: fc.oneof(
      { weight: 5, arbitrary: grouped },
      fc.constantFrom("", "about 90", "0", "60-90", "90+", "n/a", "90.4"),
    ),
    force_low: fc.constantFrom("", "70", "60"),
    force_high: fc.constantFrom("", "7000", "65"),
    source: fc.constantFrom("", "AP", "AP\n\u00adReuters"),
    other: fc.constantFrom("", "a", 'b "c"', "=1"),
  };
  const options = fc.constantFrom(
    ["--ratio", "3"],
    ["--ratio", "2-4", "--force", "150000"],
    ["--ratio", "us-korea", "--force", "150000"],
    ["--wounded", "us-korea"],
    ["--ratio", "history"],
    ["--ratio", "2/3/4", "--force", "a=150000", "--force", "b=9"],
    ["--wounded", "2x-4.5x", "--captured", "1x"],
    ["--wounded", "3x", "--returned", "30%", "--force", "70"],
    ["--ratio", "2/3/4", "--returned", "about 30%", "--force", "900"],
    ["--returned", "20%-35%", "--force", "60-90"],
    ["--wounded", "2x/3x/4x", "--captured", "1x-2x", "--returned", "12.5%", "--coverage", "30%"],
    ["--died", "16%-17%", "--returned", "30%"],
    ["--ratio", "2+", "--force", "about 7"],
    ["--ratio", "3", "--coverage", "50%"],
    ["--coverage", "45%-65%"],
    ["--ratio", "2-4", "--coverage", "about 30%", "--force", "900"],
    ["--died", "20%"],
    ["--died", "16%-17%", "--force", "15000", "--days", "9"],
    ["--ratio", "3", "--start", "2022-03-01", "--end", "2022-04-30", "--per", "7 km2"],
    ["--force", "6-8"],
    ["--map", "killed_best=", "--csv-safe"],
    ["--ratio", "3", "--scale", "1000", "--missing-code", "7"],
    ["--missing-code", "300", "--missing-code", "about 7", "--file-column", "file"],
    ["--missing-code", "2.5", "--missing-code", "3", "--ratio", "4"],
    ["--wounded", "2x/3x/4x", "--coverage", "50%"],
    ["--series", "daily", "--by", "day"],
    [],
  );
  const table = fc
    .tuple(
      fc.constantFrom(["killed"], ["killed_low", "killed_high"], ["killed_low", "killed_best", "killed_high"]),
      fc.subarray(Object.keys(CELLS).filter((name) => !/^killed(?:_|$)/.test(name))),
      fc.boolean(),
    )
    .chain(([killed, others, series]) => {
      const names: string[] = [...killed, ...others];
      const row = fc.tuple(...names.map((name) => CELLS[name]!));
      return fc.record({
        names: fc.constant(series ? [...names, "day"] : names),
        rows: fc
          .array(row, { minLength: 1, maxLength: 8 })
          .map((rows) => rows.map((cells, index) => (series ? [...cells, `2022-03-${10 + index}`] : cells))),
        options: options.map((words): readonly string[] => {
          const all: readonly string[] = words;
          const isDaily = all.includes("daily");
          if (!series) return isDaily ? [] : all;
          return isDaily ? all : [...all, "--series", "cumulative", "--by", "day"];
        }),
        from: fc.constantFrom("csv", "tsv", "ndjson", "json"),
        to: fc.constantFrom("csv", "tsv", "ndjson", "json"),
      });
    });
  const separated = (rows: readonly (readonly string[])[], separator: string) =>
    rows
      .map((cells) => cells.map((cell) => (/["\n,\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)))
      .map((cells) => `${cells.join(separator)}\n`)
      .join("");
  const written = (from: string, names: readonly string[], rows: readonly (readonly string[])[]) => {
    if (from === "csv" || from === "tsv") return separated([names, ...rows], from === "csv" ? "," : "\t");
    const value = (cell: string) => (cell === "" ? null : /^\d+$/.test(cell) ? Number(cell) : cell);
    const objects = rows.map((cells) => Object.fromEntries(names.map((name, at) => [name, value(cells[at]!)])));
    return from === "json" ? JSON.stringify(objects) : objects.map((object) => `${JSON.stringify(object)}\n`).join("");
  };

  test("has the same output, byte for byte, in plain numbers and in fractions, whatever its columns", async () => {
    let plainRows = 0;
    const take = QuickReader.prototype.take;
    vi.spyOn(QuickReader.prototype, "take").mockImplementation(function (this: QuickReader, ...args) {
      const taken = take.apply(this, args);
      if (taken) plainRows += 1;
      return taken;
    });
    await fc.assert(
      fc.asyncProperty(table, async ({ names, rows, options, from, to }) => {
        const stdin = written(from, names, rows);
        const summary = ["--summary-json", ...(options.includes("--series") ? [] : ["--sum"])];
        const argv = ["batch", ...options, ...summary, "--from", from, "--to", to];
        const quick = await run(argv, { stdin });
        const disabled = vi.spyOn(QuickReader, "for").mockReturnValue(undefined);
        const slow = await run(argv, { stdin });
        disabled.mockRestore();
        expect(quick).toEqual(slow);
      }),
      { numRuns: 200 },
    );
    vi.restoreAllMocks();
    expect(plainRows).toBeGreaterThan(50);
  });

  test("matches an independent calculation in whole numbers", async () => {
    const halvesUp = (n: bigint, d: bigint) => (2n * n + d) / (2n * d);
    await fc.assert(
      fc.asyncProperty(
        count,
        count,
        fc.nat(9999),
        fc.integer({ min: 1, max: 2 ** 40 }),
        async (a, b, hundredths, force) => {
          const [low, high] = [Math.min(a, b), Math.max(a, b)];
          const ratio = `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, "0")}`;
          const factor = BigInt(100 + hundredths);
          const out = [low, high].map((end) => halvesUp(BigInt(end) * factor, 100n));
          const shares = [low, high].map((end) => {
            const millionths = halvesUp(BigInt(end) * factor * 1_000_000n, 100n * BigInt(force))
              .toString()
              .padStart(7, "0");
            return `${millionths.slice(0, -6)}.${millionths.slice(-6)}`;
          });
          const stdin = `killed_low,killed_high,ratio,force\n${low},${high},${ratio},${force}\n`;
          const { stdout } = await run(["batch"], { stdin });
          const exceeds = shares.map((_, end) => BigInt([low, high][end]!) * factor > 100n * BigInt(force));
          const caveats = [
            ...(hundredths < 240 || hundredths > 947 ? ["OUTSIDE_HISTORY"] : []),
            ...(exceeds[0] ? ["EXCEEDS_FORCE"] : exceeds[1] ? ["MAY_EXCEED_FORCE"] : []),
          ].join(" ");
          expect(stdout.split("\n")[1]).toBe(
            [low, high, ratio, force, low, high, ...out, ...shares, "", caveats].join(","),
          );
        },
      ),
      { numRuns: 300 },
    );
  });
});
