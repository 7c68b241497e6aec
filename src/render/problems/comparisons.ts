import type { NumberLimits, ProblemArgs } from "../../core/errors.ts";
import { selectionText } from "../battles/compared.ts";
import { list } from "../list.ts";
import { numberWord } from "../number-word.ts";
import { alternatives, shortened, type Wording, type Words } from "./words.ts";

export const COMPARISONS = {
  "E-SIDE": ({ label, sides, suggestion }) => ({
    says:
      label === undefined
        ? "it is not clear whose losses these are"
        : `no losses are given for “${shortened(label)}”${suggestion ? `; did you mean ${suggestion}?` : ""}`,
    expected:
      sides.length > 0
        ? `the name of a side before the figure: ${alternatives(sides.map((side) => `${side}=…`))}`
        : "the name of a side before the figure, like Russia=7000",
  }),
  "E-SUBJECT": ({ name, suggestions, isRatio }) =>
    isRatio
      ? {
          says: `“${name}” is a ratio without counts of losses`,
          expected: `a case with counts; a ratio is given with its option, like --ratio ${name}`,
        }
      : {
          says: `“${shortened(name)}” is neither a file nor a past war${suggestions.length > 0 ? `; did you mean ${alternatives(suggestions)}?` : ""}`,
          expected: "a scenario file, or the name of a case that loss-calc ratios lists or --ratios FILE has",
        },
  "E-TOTAL": ({ because, names: [first = "", second = "", third = ""] }) => {
    if (because === "none") {
      return {
        says: "there is nothing to add up",
        expected: "scenario files, or figures with the name of a part, like --killed army=9000",
      };
    }
    if (because === "above") {
      return {
        says: `the parts have at least ${second} ${first}, which is more than the stated total of ${third}`,
        expected: `a total that includes all parts; if it is rounded, a word that says so, like “about ${third}”`,
      };
    }
    if (because === "no sum") {
      return {
        says: `“${shortened(first)}” was given for the whole, but the parts have no sum to compare it with`,
        expected:
          "a count of losses that the parts have, too; if it is that of one part, the name of the part before it",
      };
    }
    return {
      says: `${first} and ${second} may count the same people`,
      expected:
        "parts of different sides, past wars that are not of one war, or periods that do not overlap; --disjoint if they count different people",
    };
  },
  "E-COMPARE": ({ because, names, dated }) => COMPARE[because](names, dated),
  "E-BATTLES": ({ because }) => BATTLES[because],
  "E-BATTLES-FEW": ({ sides, fewest, years, selection: { era, strength, days } }) => {
    const isLimited = ({ min, max }: NumberLimits) => min !== undefined || max !== undefined;
    const wider = [
      ...(isLimited(strength) ? ["--min-force 1 for sides of any size"] : []),
      ...(isLimited(days) ? ["--min-days 1 for battles of any length"] : []),
    ];
    const more = `more years for --era (the battles are from ${years.from} to ${years.to})`;
    const count = sides < 2 ? numberWord(sides) : String(sides);
    return {
      says: `there ${sides < 2 ? "is" : "are"} ${sides === 0 ? "" : "only "}${selectionText({ era, strength, days }, count)}; a percentile needs at least ${fewest} sides`,
      expected: `a wider selection: ${[...wider, wider.length > 0 ? `or ${more}` : more].join(", ")}`,
    };
  },
  "E-LIMIT": (args) =>
    args.because === "range"
      ? { says: `“${shortened(args.found)}” is not a limit`, expected: "one number, like 50,000, or 7 for days" }
      : {
          says: `${args.options.join(" is above ")}, so nothing fits`,
          expected: "the least first: --min-force 50000 --max-force 200000",
        },
} satisfies Partial<Words>;

const BATTLES: Record<ProblemArgs["E-BATTLES"]["because"], Wording> = {
  nothing: {
    says: "there is nothing to compare with past battles",
    expected:
      'a share, like --share 20%, a rate, like --casualties "7.45 per 1,000 per day", or losses and the force, like --casualties 28000 --force 150000',
  },
  "no force": {
    says: "without the size of the force, nothing can be compared with past battles",
    expected: '--force, or losses as a share of it, like --share 20% or --casualties "7.45 per 1,000 per day"',
  },
  "killed alone": {
    says: "the killed alone cannot be compared with all losses in past battles",
    expected: "a ratio, like --ratio 3, counts of the wounded and others, or --casualties",
  },
  "below zero": {
    says: "losses that may be below zero, since a total was revised, have no rank among past battles",
    expected: "totals whose later one is certainly higher, or losses of their own",
  },
  "above the force": {
    says: "more losses than the force has no rank among past battles, since sides with more losses than strength are left out",
    expected: "a force that includes its reinforcements",
  },
  "several forces": {
    says: "only one force at a time is compared with past battles",
    expected: "one --force",
  },
};

type ComparisonProblem = ProblemArgs["E-COMPARE"];

const COMPARE: Record<
  ComparisonProblem["because"],
  (names: readonly string[], dated: ComparisonProblem["dated"]) => Wording
> = {
  one: (names, dated) => ({
    says: `there is ${names.length === 0 ? "nothing" : `only ${list(names)}`} to compare`,
    expected: dated
      ? `for several dates of a side, the date after the name of the side: ${list(dated.map((text) => (/\s/.test(text) ? `"${text}"` : text)))}`
      : "two or more scenario files, past wars, or sides with figures, like --killed Russia=9000 --killed Ukraine=7000; for two dates of a side, Russia@2025=9000 and Russia@2026=9900",
  }),
  "nothing shared": (names) => ({
    says: `${list(names)} have no quantity in common`,
    expected: "a figure for the same losses of each; the killed are not compared with casualties",
  }),
  "no days": ([name = "", paced = ""]) => ({
    says: `the length of ${name} is not known, so it has no losses a day to compare with those of ${paced}`,
    expected:
      "a count of losses instead of a pace; --days for a side without a period; or a past war whose months are known (loss-calc ratios NAME --explain)",
  }),
  part: ([name = "", label = ""]) => ({
    says: `the killed of ${name} are only a part of all killed (${label})`,
    expected: "all of the killed; --of estimates a part of them, for one side at a time",
  }),
};
