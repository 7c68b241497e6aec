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
    means:
      "A word of the command line is neither a file nor the name of a past war, or it is one of your own ratios that has no counts.",
    example: "loss-calc compare ussr-afganistan us-vietnam",
    advice:
      "Check the spelling. loss-calc ratios lists all past wars, and with --ratios FILE your own; a file in another folder needs its path.",
  },
  "E-TOTAL": {
    means:
      "The parts cannot be added up. Two of them may count the same people, because they may belong to one side, or are past wars of one war, at the same time; or they add up to more than the stated total.",
    example: "loss-calc total fixtures/scenarios/russia-2022-03-02.json fixtures/scenarios/russia-2022-03-16.json",
    advice:
      "If the parts do count different people, such as an army and a militia, add --disjoint. If not, use one of them.",
  },
  "E-COMPARE": {
    means:
      "There are fewer than two results to compare, or they have nothing in common. The killed are never compared with casualties, which include the wounded and others, nor is a pace with losses in an unknown number of days.",
    example: "loss-calc compare --killed Russia=9000 --casualties Ukraine=7000",
    advice: "Give the same kind of losses for each side: the killed, all casualties, or both.",
  },
  "E-BATTLES": {
    means:
      "Past battles are compared by the share of a force that was lost, or by its losses per 1,000 a day. The killed alone, people without the size of their force, and several forces at once cannot be compared with these.",
    example: "loss-calc past --casualties 28000 --days 21",
    advice: "Add the force, as in --force 150000, or give a share, as in --share 20%.",
  },
  "E-BATTLES-FEW": {
    means:
      "Fewer than ten sides of past battles have this size, length and year. A rank among so few would say little, so there is none.",
    example: "loss-calc past --share 20% --force 5800 --days 30",
    advice:
      "Compare with more: --min-days 1 includes battles of any length, --min-force 1 forces of any size, and --era 1600- all years.",
  },
  "E-LIMIT": {
    means:
      "The limits of what is compared are single numbers, and the least cannot be above the most. “About 50,000” and a range are not limits.",
    example: "loss-calc past --share 20% --min-force 50000-60000",
    advice: "Give one number: --min-force 50000, or two limits: --min-force 50000 --max-force 60000.",
  },
};
