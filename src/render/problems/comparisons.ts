import { list } from "../list.ts";
import { alternatives, shortened, type Words } from "./words.ts";

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
  "E-SUBJECT": ({ name, suggestions }) => ({
    says: `“${shortened(name)}” is neither a file nor a past war${suggestions.length > 0 ? `; did you mean ${alternatives(suggestions)}?` : ""}`,
    expected: "a scenario file, or the name of a case that loss-calc ratios lists",
  }),
  "E-TOTAL": ({ because, names: [first = "", second = "", third = ""] }) => {
    if (because === "none") {
      return {
        says: "there is nothing to add up",
        expected: "scenario files, or labelled figures, like --killed army=9000",
      };
    }
    if (because === "above") {
      return {
        says: `the parts have ${second} ${first} at the least, which is more than the stated total of ${third}`,
        expected: "a total that includes all parts",
      };
    }
    return {
      says: `${first} and ${second} may count the same people`,
      expected:
        "parts of different sides, or of periods that do not overlap; --disjoint if they count different people",
    };
  },
  "E-COMPARE": ({ because, names }) => ({
    says:
      because === "one"
        ? `there is ${names.length === 0 ? "nothing" : `only ${list(names)}`} to compare`
        : `${list(names)} have no quantity in common`,
    expected:
      because === "one"
        ? "two or more scenario files, past wars, or sides with figures, like --killed Russia=9000 --killed Ukraine=7000"
        : "a figure for the same losses of each; the killed are not compared with casualties",
  }),
} satisfies Partial<Words>;
