import type { COMMAND_LINE } from "../problems/command-line.ts";
import type { PagesFor } from "./explanation.ts";

/** What the user types: commands, options and their values. */
export const COMMAND_LINE_PAGES = {
  "E-OPTION-UNKNOWN": {
    means:
      "There is no such option, or this command does not have it. Options cannot be shortened, and a misspelt one is never corrected for you, so that a slip cannot change a result.",
    example: "loss-calc --kiled 7000",
    advice: "Use the option that the message suggests, or look it up with --help.",
  },
  "E-COMMAND-UNKNOWN": {
    means: "The first word is not a command. An estimate needs no command, but every figure follows an option.",
    example: "loss-calc chek scenarios",
    advice: "Use one of the commands in the message. For an estimate, begin with an option: loss-calc --killed 7000.",
  },
  "E-COMMAND-PLACE": {
    means: "There can be only one command, and it is the first word that is not an option.",
    example: "loss-calc estimate ratios",
    advice: "Use one command at a time. Its options may come before it or after it: loss-calc ratios --json.",
  },
  "E-PARTS-OF-KILLED": {
    means:
      "Those killed in action and those who died of wounds are parts of the killed. Two figures given as --killed would be rival reports of the same number, and the result would be the range between them.",
    example: "loss-calc --kia 100 --dow 20",
    advice: "Give their sum as --killed, or give each as --killed with a name of its own and add --combine sum.",
  },
  "E-UNQUOTED": {
    means:
      "A shell splits a command line at spaces, so an option gets only the first word of its value. Together with the words after it, the value makes sense.",
    example: "loss-calc --killed at least 7,000 --ratio 3",
    advice: 'Put the value in quotes: --killed "at least 7,000".',
  },
  "E-BARE": {
    means:
      "There are numbers without an option, or names of options without their two dashes. What a number counts is never guessed from its place.",
    example: "loss-calc killed 7000 ratio 3 force 150000",
    advice: "Write the option before each figure: loss-calc --killed 7000 --ratio 3 --force 150000.",
  },
  "E-ARGUMENT": {
    means:
      "This word does not belong to any option. Either the name of its option is missing, or it is part of a value with spaces that is not in quotes.",
    example: "loss-calc --killed 7000 150000",
    advice: 'Write each value after its option, in quotes if it has spaces: --killed "at least 7,000" --force 150000.',
  },
  "E-VALUE-MISSING": {
    means: "The option needs a value, but another option follows it, or the command line ends there.",
    example: "loss-calc --killed --ratio 3",
    advice:
      "Write the value right after the option. In a script, the variable that should hold it may be empty or unset.",
  },
  "E-VALUE-UNWANTED": {
    means: "This option is a switch: it is there or it is not, and it has no value.",
    example: "loss-calc --killed 7000 --json=yes",
    advice: "Write the option alone, here --json. To switch it off, leave it out.",
  },
  "E-REPEATED": {
    means:
      "This option can be given only once. Each value would lead to a different result, and silently using the last one could hide a mistake.",
    example: "loss-calc --killed 7000 --ratio 3 --ratio 4",
    advice:
      "Keep one value, or give a range such as --ratio 3-4. Options for rival figures can be repeated, as in --killed 6000 --killed 13800.",
  },
  "E-CHOICE": {
    means: "Only certain words are allowed here, and this is not one of them.",
    example: "loss-calc --killed 7000 --format xml",
    advice: "Use one of the words in the message.",
  },
  "E-OPTIONS-CLASH": {
    means:
      "Two options contradict each other, or one needs another that is missing. In this example --explain asks for the working, and a CSV table has no room for it.",
    example: "loss-calc --killed 7000 --explain --format csv",
    advice: "Drop one of the two, or add the missing one. The message says which.",
  },
  "E-MAX": {
    means: "--max says how many characters the sentence of --quote may have.",
    example: "loss-calc --killed 7000 --ratio 3 --quote --max tweet",
    advice: "Give a whole number above zero, as in --max 280.",
  },
  "E-QUOTE-LONG": {
    means:
      "What is left when the range, the assumption and the source are dropped is still longer than --max allows. It is never cut, since half a sentence may say something else.",
    example: "loss-calc --killed 7000 --ratio 3 --quote --max 40",
    advice: "Allow as many characters as the message says, or give the side a shorter name.",
  },
  "E-OPERAND-MISSING": {
    means: "The command needs something to work on, such as the name of a file.",
    example: "loss-calc check",
    advice: "Write it after the command, as in loss-calc check scenario.json or loss-calc schema scenario.",
  },
  "E-PATH-UNKNOWN": {
    means:
      "--value prints one part of the JSON result, and this result has no part of that name. The name may be misspelt, or the part may be missing: without a force there is no share.",
    example: "loss-calc --killed 7000 --ratio 3 --value total",
    advice: "Use one of the paths in the message, such as outOfAction.high. --json prints the whole result.",
  },
  "E-PATH-RANGE": {
    means:
      "--value prints one number or string, but this part of the result is a range. Printing only one end would hide the other.",
    example: "loss-calc --killed 6000-13800 --value killed",
    advice: "Ask for one end: --value killed.low or --value killed.high.",
  },
  "E-PATH-NO-NUMBER": {
    means: "This part of the result cannot be printed by --value, because it holds several values. Here it is a list.",
    example: "loss-calc --killed 7000 --value caveats",
    advice:
      "Give the path to a number or a string, such as outOfAction.high or sentence. --json prints the whole result.",
  },
} as const satisfies PagesFor<typeof COMMAND_LINE>;
