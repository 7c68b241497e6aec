import { suggest } from "../core/suggest.ts";
import type { CommandName } from "./commands.ts";
import { namesOf, optionsByName, optionsOf } from "./options.ts";

/**
 * Words that people type for an option at their first try, and the options they may mean. They are answered
 * with a suggestion; none of them is another name of the option. "--format csv" is an option with its value.
 */
const GUESSES: Readonly<Record<string, readonly string[]>> = {
  ...meaning(["--killed"], "dead deaths death died fatalities fallen slain kia dow killed-in-action died-of-wounds"),
  ...meaning(["--wounded"], "injured injuries wia wounds"),
  ...meaning(["--captured"], "pow pows prisoner prisoners captives surrendered"),
  ...meaning(["--missing"], "mia missing-in-action"),
  ...meaning(["--deserted"], "deserters deserter desertions awol"),
  ...meaning(["--casualties"], "casualty total total-losses total-casualties"),
  ...meaning(["--killed", "--casualties"], "losses loss lost"),
  ...meaning(["--force"], "troops army size men soldiers forces personnel manpower baseline"),
  ...meaning(["--ratio"], "multiplier multiple factor times"),
  ...meaning(["--returned"], "rtd returned-to-duty recovered"),
  ...meaning(["--as-of"], "date asof day"),
  ...meaning(["--dates"], "date-format date-order day-first dayfirst month-first"),
  ...meaning(["--side"], "party belligerent country"),
  ...meaning(["--combine"], "merge"),
  ...meaning(["--scenario"], "file input load open"),
  ...meaning(["--output"], "out outfile output-file"),
  ...meaning(["--save"], "write save-as"),
  ...meaning(["--overwrite"], "force-overwrite replace clobber"),
  ...meaning(["--format"], "output-format type to reporter"),
  ...meaning(["--explain"], "verbose working show-working steps"),
  ...meaning(["--quiet"], "silent"),
  ...meaning(["--update"], "fix"),
  ...meaning(["--color"], "colour"),
  ...meaning(["--color never"], "no-color no-colour"),
};

function meaning(options: readonly string[], words: string): Record<string, readonly string[]> {
  return Object.fromEntries(words.split(" ").map((word) => [word, options]));
}

export const isFirstGuess = (word: string): boolean => Object.hasOwn(GUESSES, bare(word));

/** The words that name a part of the killed: two of them are added, and are not rival reports. */
export const PARTS_OF_KILLED = ["kia", "dow", "killed-in-action", "died-of-wounds"];

/** Other words for a format. */
const SHORT_FORMATS: Readonly<Record<string, string>> = { md: "markdown", jsonl: "ndjson" };

/** A word without its dashes, in the spelling of option names. */
export function bare(word: string): string {
  return word.replace(DASHES, "").replaceAll("_", "-").toLowerCase();
}

/** Dashes, also those that an editor made of hyphens. */
const DASHES = /^[-‐-―−]+/;

/** The options that an unknown word may mean, some with a value: its own name, a first guess, or a slip of the keys. */
export function optionsMeant(typed: string, command: CommandName): string[] {
  const own = optionsOf(command).flatMap(namesOf);
  const word = bare(typed);
  if (own.includes(`--${word}`)) return [`--${word}`];
  const format = SHORT_FORMATS[word] ?? word;
  if (optionsByName(command).get("--format")?.choices?.includes(format)) return [`--format ${format}`];
  const guessed = (isFirstGuess(word) ? GUESSES[word]! : []).filter((option) => own.includes(option.split(" ")[0]!));
  if (guessed.length > 0) return guessed;
  const near = suggest(
    `--${word}`,
    own.filter((name) => name.startsWith("--")),
  );
  // A slip of the keys seldom hits the first letter: --source is not --force.
  return near?.startsWith(`--${word.charAt(0)}`) ? [near] : [];
}
