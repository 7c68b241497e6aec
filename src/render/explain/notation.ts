import type { NOTATION } from "../problems/notation.ts";
import type { PagesFor } from "./explanation.ts";

/** How figures, ratios, shares and dates are written. */
export const NOTATION_PAGES = {
  "E-EMPTY": {
    means:
      "An argument is empty, or the value of an option or a key. That is not taken for zero, because nobody reported a zero.",
    example: 'loss-calc --killed ""',
    advice:
      "Write the value, or leave the option out. In a script, the variable that should hold it may be empty or unset.",
  },
  "E-TOO-LONG": {
    means:
      "The text is longer than any figure, name or note needs to be: 200 characters for figures and names, 2,000 for notes. Often a whole column or paragraph was pasted by mistake.",
    example: 'loss-calc --killed "$(yes 7,000 | head -n 50)"',
    advice:
      "Give the figure alone. For several figures, repeat --killed, or use --killed - and send one figure per line.",
  },
  "E-CHARACTER": {
    means:
      "A character looks like an ordinary letter or digit but is a different one, or it cannot be seen at all. The “к” in this example is Cyrillic. Such characters often come from a web page or a PDF.",
    example: "loss-calc --killed 7к",
    advice: "Retype the character that the message points at.",
  },
  "E-NOT-A-NUMBER": {
    means:
      "The text could not be read as the kind of value that belongs here: a count of people, a ratio or a share. Numbers can be written in digits or in English words, with phrases such as “at least” and “up to”.",
    example: "loss-calc --killed unknown",
    advice:
      'Write a number, such as 13,800, 6,000-13,800 or "at least 7,000". If there is no figure, leave the option out.',
  },
  "E-NEGATIVE": {
    means:
      "Counts of people, ratios and shares cannot be below zero. A hyphen in front of a number is read as a minus sign, even if it was meant as a dash.",
    example: "loss-calc --killed -7000",
    advice:
      'Remove the hyphen. For “7,000 or fewer” write "up to 7,000"; for a range write both ends, as in 6000-7000.',
  },
  "E-FRACTION": {
    means:
      "People are counted in whole numbers, and 7.5 is not one. It may be 7.5 thousand, or a multiplier without its x.",
    example: "loss-calc --killed 7.5",
    advice:
      "Write 7.5k for 7,500 people. For wounded, captured, missing or deserted, 7.5x means 7.5 for each person killed.",
  },
  "E-TOO-LARGE": {
    means:
      "The number is above 9,007,199,254,740,991, the largest that can be counted exactly here. No true count of people is that large, so there is probably a digit or a unit too many.",
    example: "loss-calc --killed 13800000000000000000",
    advice: "Check the zeros and the unit: 13.8k is 13,800 and 13.8m is 13,800,000.",
  },
  "E-GROUPING": {
    means:
      "Commas separate thousands, so three digits must follow each of them. 13,80 may be 1,380 or 13,800 with a typo, or 13.80 with a decimal comma.",
    example: "loss-calc --killed 13,80",
    advice: "Group the digits in threes, as in 1,234,567, or leave the commas out. Decimals take a dot, as in 13.8k.",
  },
  "E-DOT": {
    means:
      "A dot followed by three digits can be read in two ways: 13.800 is 13.8 in English, but 13,800 in German and many other languages. One is a thousand times the other, so neither is assumed.",
    example: "loss-calc --killed 13.800",
    advice: "Write 13,800 if the dot separates thousands. If you mean 13.8 for each person killed, write 13.8x.",
  },
  "E-SLASH": {
    means:
      "Numbers with slashes are a low, a best and a high value, as in 6000/8000/13800. With only two it is unclear whether the second is the best value or the high end. A part of a whole is written with “of”, as in “235,000 of 611,000”.",
    example: "loss-calc --killed 6000/13800",
    advice: "Write a range with a hyphen, as in 6000-13800, or give all three values.",
  },
  "E-THOUSANDS": {
    means:
      "In “12-14,000” the low end may have lost its thousands. Reports mostly mean 12,000 to 14,000 when they write it that way, but 12 to 14,000 is written the same way.",
    example: 'loss-calc --killed "12-14,000"',
    advice:
      "Write both ends in full: 12,000-14,000. If you do mean 12, leave the comma out of the other end: 12-14000.",
  },
  "E-RATIO-OR-RANGE": {
    means:
      "“One to three” may be a ratio, one killed to three wounded, or a range of ratios from 1 to 3. The results differ by up to a factor of two.",
    example: 'loss-calc --killed 7000 --ratio "one to three"',
    advice: "Write 3:1 for three others for each person killed, or 1-3 for a range.",
  },
  "E-RATIO-FORM": {
    means:
      "A ratio with a colon is written as others to killed, so it ends in 1: three others for each person killed is 3:1. Written as 1:3, it may be the same ratio in reverse, or one other for every three killed.",
    example: "loss-calc --killed 7000 --ratio 1:3",
    advice:
      "Write --ratio 3 for three others for each person killed, or --ratio 0.33 for one other for every three killed.",
  },
  "E-RANGE-REVERSED": {
    means:
      "The first end of the range is higher than the second. The ends may have been swapped, or one of them may lack a digit or a unit.",
    example: "loss-calc --killed 13800-6000",
    advice: "Check both numbers and put the lower one first, as in 6000-13800.",
  },
  "E-BOUNDS": {
    means:
      "The two bounds contradict each other: no number is at least 7,000 and at most 6,000. They may have been swapped, or come from two sources.",
    example: 'loss-calc --killed "at least 7,000 and at most 6,000"',
    advice:
      'Write the lower bound first, as in "at least 6,000 and at most 7,000". Two sources need one --killed each.',
  },
  "E-BOUND-BEFORE-RANGE": {
    means:
      "A phrase such as “at least” before a range can be read in two ways. It may only repeat that 6,000 is the low end, or it may mean that the true number can be above 13,800.",
    example: 'loss-calc --killed "at least 6,000 to 13,800"',
    advice: "Write 6,000-13,800 if the range ends there, or 6,000-13,800+ if the true number may be higher.",
  },
  "E-BEST-OUTSIDE": {
    means:
      "The best value must be a single number between the low end and the high end. Here 15,000 is above the high end of 13,800.",
    example: "loss-calc --killed 6000/15000/13800",
    advice: "Write low, best and high in this order, as in 6000/8000/13800.",
  },
  "E-SPREAD": {
    means:
      "What follows the ± does not give a clear range. It may reach below zero, as in this example. After a share it may mean points or percent, and in an expected result it may be a range or a tolerance.",
    example: "loss-calc --killed 500±600",
    advice:
      'Write both ends, as in 0-1100 or 45%-55%. For a tolerance in a scenario file, write { "value": 28000, "tolerance": 500 }.',
  },
  "E-VAGUE": {
    means:
      "“Several”, “a few” and “many” have no agreed number. “Dozens”, “hundreds” and “thousands” do have a lowest value, so those are accepted as counts of people, but not as ratios or shares.",
    example: 'loss-calc --killed "several hundred"',
    advice:
      'Write a number if any source gives one, or a word or phrase with a lowest value: hundreds, "at least 200".',
  },
  "E-MIXED-FORMS": {
    means:
      "One end of the range has a unit and the other does not. 2x-4 may be two to four for each person killed, or 2x at one end and four people at the other. Nor can the ends have different units, as in “3 weeks to 2 months”.",
    example: "loss-calc --killed 7000 --wounded 2x-4",
    advice: "Write the unit at both ends, as in 2x-4x, or once after the range, as in 2-4x.",
  },
  "E-UNIT": {
    means:
      "The sign or unit belongs to another kind of value, or is missing. A count of people has none, a multiplier has an x, a share has a percent sign, and a rate says what it is relative to: “25% of the force”, “1,271 a day”.",
    example: "loss-calc --killed 30%",
    advice: "Check that the value is given to the right option: --killed 7000, --wounded 3x, --returned 30%.",
  },
  "E-CATEGORY": {
    means:
      "The words after the number say that it counts something else. Casualties are all losses together, so counting 28,000 casualties as killed would make the result several times too high.",
    example: 'loss-calc --killed "28,000 casualties"',
    advice:
      "Give the number to the option it belongs to, here --casualties 28000. If it does count the dead, leave the word out.",
  },
  "E-SHARE": {
    means:
      "A share is a part of the whole, from 0% to 100% or from 0 to 1. Without a percent sign, 30 would be more than everyone, and 1 may mean 1% or all.",
    example: "loss-calc --killed 7000 --wounded 3x --returned 30",
    advice: "Write 30% or 0.3. Write 100% for all.",
  },
  "E-TOLERANCE": {
    means:
      "A tolerance says how far a result may be from the expected one, and it must be one exact number. For a share, 1% can be read in two ways: one percentage point, or one percent of the share.",
    example: `printf '{"killed": 7000, "expect": {"share": {"value": 0.187, "tolerance": "1%%"}}}' | loss-calc check -`,
    advice: 'For a share, write points: "0.5 points". For a number of people, write a number or percent: 500 or "1%".',
  },
  "E-DATE": {
    means:
      "The date could not be read, its year does not have four digits, or it is not in the calendar: February 2022 had 28 days.",
    example: "loss-calc --killed 7000 --as-of 2022-02-30",
    advice:
      'Write 2022-03-16 or "16 March 2022" for a day, 2022-03 for a month, or 2022 for a year, without a time of day.',
  },
  "E-DATE-AMBIGUOUS": {
    means:
      "The day and the month are both numbers up to 12, and either may come first: 3/4/2022 is 3 April in Britain and March 4 in the United States. With dots the day comes first, as in 3.4.2022.",
    example: "loss-calc --killed 7000 --as-of 3/4/2022",
    advice:
      'Write the year first, as in 2022-04-03, or the month by its name, as in "3 April 2022". For a column of dates, batch has --dates.',
  },
  "E-NAME-EMPTY": {
    means:
      "A figure can have its source before it, as in Ukraine=13,800. Here there is nothing before the equals sign. A share of the killed always needs a name, as in fighters=20%.",
    example: 'loss-calc --killed "=13,800"',
    advice: "Write the name of the source before the equals sign, or remove the sign.",
  },
} as const satisfies PagesFor<typeof NOTATION>;
