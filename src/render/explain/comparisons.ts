import type { COMPARISONS } from "../problems/comparisons.ts";
import type { PagesFor } from "./explanation.ts";

export const COMPARISON_PAGES: PagesFor<typeof COMPARISONS> = {
  "E-SIDE": {
    means:
      "When several sides are compared, each figure for losses needs the name of a side in front of it. Other options may have one of these names, or none if they apply to all sides.",
    example: "loss-calc compare --killed Russia=9000 --killed Ukraine=7000 --force Rusia=150000",
    advice: "Write SIDE=FIGURE, with the same spelling each time: --force Russia=150000.",
  },
  "E-SUBJECT": {
    means: "A word of the command line is neither a file nor the name of a past war.",
    example: "loss-calc compare ussr-afganistan us-vietnam",
    advice: "Check the spelling. loss-calc ratios lists all past wars; a file in another folder needs its path.",
  },
  "E-TOTAL": {
    means:
      "The parts cannot be added up. Two of them may count the same people, because they may belong to one side at the same time; or they add up to more than the stated total.",
    example: "loss-calc total fixtures/scenarios/russia-2022-03-02.json fixtures/scenarios/russia-2022-03-16.json",
    advice:
      "If the parts do count different people, such as an army and a militia, add --disjoint. If not, use one of them.",
  },
  "E-COMPARE": {
    means:
      "There are fewer than two results to compare, or they have nothing in common. The killed are never compared with casualties, which include the wounded and others.",
    example: "loss-calc compare --killed Russia=9000 --casualties Ukraine=7000",
    advice: "Give the same kind of losses for each side: the killed, all casualties, or both.",
  },
};
