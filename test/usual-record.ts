import { expect } from "vitest";
import { defined } from "../src/core/defined.ts";
import { PAST, type Past } from "../src/core/past-ratios.ts";
import { Rational } from "../src/core/rational.ts";
import type { Case } from "../src/record/cases.ts";
import record from "../src/record/conflicts.json" with { type: "json" };

/**
 * The cases that tests rely on, and what they say about ratios as a whole. A new case in the record changes only the
 * tests of the record, which do without this.
 */
const IDS =
  "union-gettysburg confederate-gettysburg union-harpers-ferry confederate-fort-donelson " +
  "union-civil-war germany-1870 france-1870 us-spanish-american japan-1904 russia-1904 uk-wwi " +
  "australia-western-front france-wwi germany-wwi russia-wwi us-wwi germany-poland-1939 poland-1939 " +
  "finland-winter-war ussr-winter-war germany-france-1940 germany-east-1941-42 uk-wwii canada-wwii " +
  "us-wwii us-korea uk-korea viet-minh-dien-bien-phu france-dien-bien-phu india-1962 china-1962 " +
  "us-vietnam israel-1967 israel-1973 israel-lebanon uk-falklands argentina-falklands ussr-afghanistan " +
  "us-gulf russia-chechnya-1 russia-chechnya-2 india-kargil us-iraq us-afghanistan uk-afghanistan " +
  "russia-georgia-2008 georgia-2008 ukraine-2022-24 ";

const COMPARED = { comparable: true, notComparableBecause: undefined };

/** The same cases with counts that better pages have replaced since, for the same reason. */
const COUNTS: Readonly<Record<string, object>> = {
  "ussr-winter-war": {
    killed: 126_875,
    killedBasis: "dead-and-missing",
    missing: undefined,
    comparable: false,
    notComparableBecause: "the killed figure includes the missing",
  },
  "russia-chechnya-2": { killed: 4739, wounded: 13_108, missing: 29 },
  "india-kargil": { killed: 527 },
  "us-iraq": { killed: 3481, wounded: 31_951 },
  "uk-korea": { killedBasis: "battle-deaths" },
  "us-korea": { killedMeans: "battle deaths" },
  "uk-wwii": COMPARED,
  "canada-wwii": COMPARED,
  "uk-falklands": { ...COMPARED, killedBasis: "battle-deaths" },
  "argentina-falklands": { ...COMPARED, killedBasis: "reported-killed" },
  "israel-lebanon": COMPARED,
  "ussr-afghanistan": COMPARED,
  "russia-georgia-2008": COMPARED,
};

// Vitest asks for 100 lines of the stack with every mistake that is found.
Error.stackTraceLimit = 10;

const TESTS_OF_THE_WHOLE = /\/test\/record\/(record|documents|golden)\.test\.ts$/;

if (!TESTS_OF_THE_WHOLE.test(expect.getState().testPath!)) {
  const ids = new Set(IDS.split(" "));
  const conflicts = record.conflicts
    .filter(({ id }) => ids.has(id))
    .map((entry) => defined({ ...entry, ...COUNTS[entry.id] }));
  Object.assign(record, { conflicts });
  // It reads the record, so not before this.
  const { titleOf } = await import("../src/record/cases.ts");
  const past = (low: string, high: string, cases: string): Past => ({
    low: Rational.decimal(low),
    high: Rational.decimal(high),
    cases: cases.split(", ").map((entry) => {
      const [name = "", ratio = ""] = entry.split(" ");
      return { name, title: titleOf(conflicts.find(({ id }) => id === name) as Case)!, ratio };
    }),
  });
  Object.assign(PAST, {
    wounded: past(
      "1.87",
      "6.18",
      "india-1962 0.76, uk-wwii 1.05, canada-wwii 1.42, finland-winter-war 1.88, union-civil-war 2.01, " +
        "russia-1904 5.52, israel-lebanon 5.92, georgia-2008 9.02, us-iraq 9.18, us-afghanistan 10.93",
    ),
    ratio: past(
      "2.40",
      "9.47",
      "canada-wwii 1.71, uk-wwii 1.75, finland-winter-war 1.96, china-1962 2.35, viet-minh-dien-bien-phu 2.47, " +
        "india-kargil 2.59, france-dien-bien-phu 8.77, us-iraq 9.18, georgia-2008 9.67, argentina-falklands 19.98, " +
        "confederate-fort-donelson 32.97, union-harpers-ferry 286.18",
    ),
  });
}
