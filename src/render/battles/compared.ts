import { closed } from "../../core/range.ts";
import { Rational } from "../../core/rational.ts";
import { people } from "../../notation/print.ts";
import {
  type BattleRanking,
  type BattleSelection,
  classOf,
  LENGTH_CLASSES,
  type Limits,
  STRENGTH_CLASSES,
} from "../../record/battle-ranks.ts";
import { eraText } from "../history-words.ts";
import { list } from "../list.ts";
import { numberWord } from "../number-word.ts";

/** "93 sides of 100,000 or more in 50 battles of seven days or more from 1860 to 1982". */
export function comparedText({ sides, battles, selection }: BattleRanking): string {
  return selectionText(selection, numberWord(sides.length), `${numberWord(battles)} `);
}

/** The same in a sentence: "93 sides of 100,000 or more in past battles of seven days or more from 1860 to 1982". */
export function comparedInShort({ sides, selection }: BattleRanking): string {
  return selectionText(selection, people(Rational.of(sides.length)), "past ");
}

/** The same for any number of sides, or "one side of …". */
export function selectionText({ era, strength, days }: BattleSelection, sides: string, battles = ""): string {
  const of = (text: string) => (text === "" ? "" : ` of ${text}`);
  const noun = sides === "one" || sides === "no" ? "side" : "sides";
  return `${sides} ${noun}${of(strengthText(strength))} in ${battles}battles${of(daysText(days))} ${eraText(era)}`;
}

const strengthText = (limits: Limits) => limitsText(limits, (count) => people(Rational.of(count)), "");
const daysText = (limits: Limits) => limitsText(limits, numberWord, limits.max === 1 ? " day" : " days");

/** "100,000 or more", "seven days or more", "up to 999", "10,000 to 99,999"; empty without limits. */
function limitsText({ min, max }: Limits, print: (count: number) => string, unit: string): string {
  if (min === undefined) return max === undefined ? "" : max === 1 ? print(max) + unit : `up to ${print(max)}${unit}`;
  if (max === undefined) return `${print(min)}${unit} or more`;
  return `${min === max ? "" : `${print(min)} to `}${print(max)}${unit}`;
}

/** How the sizes and lengths were chosen, and on request the options that change them. */
export function ruleText({ selection: { strength, days } }: BattleRanking, withOptions: boolean): string[] {
  const sizes = STRENGTH_CLASSES.map((start) => strengthText(classOf(closed(Rational.of(start)), STRENGTH_CLASSES)));
  const lengths = LENGTH_CLASSES.map((start) => daysText(classOf(closed(Rational.of(start)), LENGTH_CLASSES)));
  const change = (what: string) => (withOptions ? `; --min-${what} and --max-${what} change that` : "");
  return [
    ...(strength.by === "class" ? [`sizes: the class of the force (${list(sizes)})${change("force")}`] : []),
    ...(strength.by ? [] : ["sizes: all, since no force was given"]),
    ...(days.by === "class" ? [`lengths: the class of the period (${list(lengths)})${change("days")}`] : []),
    ...(days.by ? [] : ["lengths: all, since no period was given"]),
  ];
}
