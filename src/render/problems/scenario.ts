import { printable } from "../../notation/characters.ts";
import { list } from "../list.ts";
import { alternatives, KEY, type Words } from "./words.ts";

export const SCENARIO = {
  "E-NOTHING": (_, spell) => ({
    says: "there is nothing to reckon with",
    expected: `${spell("killed", "FIGURE")} or ${spell("casualties", "FIGURE")}, like ${[spell("killed", "7000"), spell("ratio", "3"), spell("force", "150000")].join(spell === KEY ? ", " : " ")}`,
  }),
  "E-KILLED-AND-CASUALTIES": (_, spell) => ({
    says: `${spell("killed")} and ${spell("casualties")} were both given, but casualties already include the killed`,
    expected: "one of the two",
  }),
  "E-RATIO-AND-CATEGORY": ({ categories, covers }, spell) => ({
    says: `${spell("ratio")} was given with ${list(categories.map((category) => spell(category)))}, but a ratio is given alone: it covers ${list(covers)} in one number`,
    expected: `${spell("ratio")} alone, or the categories, each with a count or a multiplier like 3x`,
  }),
  "E-RETURNED": ({ because }, spell) =>
    ({
      ratio: {
        says: `${spell("returned")} was given with ${spell("ratio")}, but a ratio does not say how many of the others were wounded`,
        expected: `${spell("wounded")} with a count or a multiplier instead of ${spell("ratio")}`,
      },
      casualties: {
        says: `${spell("returned")} was given with ${spell("casualties")}, which do not say how many were wounded`,
        expected: `${spell("killed")} and ${spell("wounded")} instead of ${spell("casualties")}`,
      },
      "nobody wounded": {
        says: `${spell("returned")} is a share of the wounded, but there are none`,
        expected: `${spell("wounded")} with a count or a multiplier`,
      },
    })[because],
  "E-CASUALTIES-AND": ({ given }, spell) => ({
    says: `${spell(given)} was given with ${spell("casualties")}, ${CASUALTIES_AND[given] ?? "which already include that count"}`,
    expected:
      given === "coverage" || given === "combine"
        ? `${spell("killed")} in place of ${spell("casualties")}, or no ${spell(given)}`
        : `a multiplier, like ${spell(given, "3x")}, or ${spell("killed")} in place of ${spell("casualties")}`,
  }),
  "E-COVERAGE-SOURCE": ({ sources }, spell) => ({
    says: `${spell("coverage")} does not say which of the sources it belongs to`,
    expected: `a name before it: ${alternatives(sources)}, like ${spell("coverage", `"${printable(sources[0] ?? "")}=45%-65%"`)}`,
  }),
  "E-COVERAGE-CEILING": ({ figure, source }, spell) => ({
    says: `${spell("coverage")} was given for “${figure}”${source ? ` of ${source}` : ""}, but a ceiling is not a list of confirmed deaths`,
    expected: 'a count, or "at least" a count',
  }),
  "E-COVERAGE-ZERO": () => ({
    says: "a list that holds 0% of the deaths says nothing of their number",
    expected: "a coverage above 0%",
  }),
  "E-SOURCE-UNKNOWN": ({ name, sources, suggestion }) => ({
    says: `no source is called “${name}”${suggestion ? `; did you mean “${suggestion}”?` : ""}`,
    expected: `one of ${alternatives(sources)}`,
  }),
  "E-SOURCE-TWICE": ({ name, sources }) => ({
    says: `more than one source is called “${name}”`,
    expected: `one of ${alternatives(sources)}`,
  }),
  "E-OVERLAP-EMPTY": ({ first, second }, spell) => ({
    says: `${first} and ${second} exclude each other, so there is no overlap`,
    expected: `${spell("combine", "envelope")}, or prefer=NAME`,
  }),
  "E-FORCE-ZERO": ({ label }) => ({
    says: `${label ?? "the force"} may be 0 people, which has no share`,
    expected: "a force of at least 1",
  }),
} satisfies Partial<Words>;

const CASUALTIES_AND: Readonly<Record<string, string>> = {
  coverage: "but coverage is that of a list of confirmed deaths",
  combine: "but there is only one figure of casualties",
};
