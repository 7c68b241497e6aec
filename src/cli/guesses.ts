import { suggest } from "../core/suggest.ts";
import type { CommandName } from "./commands.ts";
import { namesOf, optionsByName, optionsOf } from "./options.ts";

/**
 * Words that people type for an option at their first try, and the options that they may mean. The program only
 * suggests these options; no word here is an alias. "--format csv" is an option with its value.
 */
const GUESSES: Readonly<Record<string, readonly string[]>> = {
  ...meaning(["--killed"], "dead deaths death fatalities fallen slain kia dow killed-in-action died-of-wounds"),
  ...meaning(["--wounded"], "injured injuries wia wounds"),
  ...meaning(["--captured"], "pow pows prisoner prisoners captives surrendered"),
  ...meaning(["--missing"], "mia missing-in-action"),
  ...meaning(["--deserted"], "deserters deserter desertions awol"),
  ...meaning(["--casualties"], "casualty total total-losses total-casualties"),
  ...meaning(["--killed", "--casualties"], "losses loss lost"),
  ...meaning(["--force"], "troops army size men soldiers forces personnel manpower baseline"),
  ...meaning(["--ratio"], "multiplier multiple factor times others"),
  ...meaning(["--returned"], "rtd returned-to-duty recovered"),
  ...meaning(["--died"], "share-died died-share dead-share fatality-rate case-fatality death-rate lethality mortality"),
  ...meaning(["--share"], "share-of-force force-share percent percentage pct loss-share"),
  ...meaning(["--of"], "part subset fighters combatants civilians"),
  ...meaning(["--start"], "since from from-date start-date first-day begin beginning"),
  ...meaning(["--end"], "to-date until-date end-date last-day till through"),
  ...meaning(["--days"], "duration period length time weeks months years"),
  ...meaning(["--days", "--as-of"], "day"),
  ...meaning(["--per"], "area per-area territory cost km2 sq-km"),
  ...meaning(
    ["--recruits"],
    "recruit recruitment replacements reinforcements conscripts intake inflow joined mobilised",
  ),
  ...meaning(["--until"], "target goal threshold"),
  ...meaning(["--pace", "--ratio"], "rate"),
  ...meaning(["--pace"], "speed tempo current-pace"),
  ...meaning(["--casualties"], "per-day daily per-month monthly loss-rate"),
  ...meaning(["--killed"], "killed-per-day killed-a-day deaths-per-day"),
  ...meaning(["--combine change"], "change difference diff delta"),
  ...meaning(["--as-of"], "date asof"),
  ...meaning(["--dates"], "date-format date-order day-first dayfirst month-first"),
  ...meaning(["--side"], "party belligerent country"),
  ...meaning(["--combine"], "merge"),
  ...meaning(["--scenario"], "file input load open"),
  ...meaning(["--output"], "out outfile output-file"),
  ...meaning(["--save"], "write save-as"),
  ...meaning(["--overwrite"], "force-overwrite replace clobber"),
  ...meaning(["--format"], "output-format type reporter"),
  ...meaning(["--format", "--end"], "to"),
  ...meaning(["--explain"], "verbose working show-working steps"),
  ...meaning(["--quiet"], "silent"),
  ...meaning(["--update"], "fix"),
  ...meaning(["--color"], "colour"),
  ...meaning(["--color never"], "no-color no-colour"),
};

function meaning(options: readonly string[], words: string): Record<string, readonly string[]> {
  return Object.fromEntries(words.split(" ").map((word) => [word, options]));
}

/** What such a word says about the number after it: three after "--months" is three months. */
const SAYS: Readonly<Record<string, (number: string) => string>> = {
  ...saying("weeks", (number) => `${number} weeks`),
  ...saying("months", (number) => `${number} months`),
  ...saying("years", (number) => `${number} years`),
  ...saying("per-day daily killed-per-day killed-a-day deaths-per-day", (number) => `${number} a day`),
  ...saying("per-month monthly", (number) => `${number} a month`),
  ...saying("km2 sq-km", (number) => `${number} km2`),
  ...saying("fighters", (share) => `fighters=${share}`),
  ...saying("combatants", (share) => `combatants=${share}`),
  ...saying("civilians", (share) => `civilians=${share}`),
};

function saying(words: string, say: (number: string) => string): Record<string, (number: string) => string> {
  return Object.fromEntries(words.split(" ").map((word) => [word, say]));
}

/** The value that the user meant by the text after an unknown word. */
export function valueMeant(typed: string, value: string): string {
  const word = bare(typed);
  return Object.hasOwn(SAYS, word) && /^[\d.,\s–-]+%?$/.test(value) ? SAYS[word]!(value) : value;
}

export const isFirstGuess = (word: string): boolean => Object.hasOwn(GUESSES, bare(word));

/** Words for a part of the killed. Two of them are added up; they are not rival reports. */
export const PARTS_OF_KILLED = ["kia", "dow", "killed-in-action", "died-of-wounds"];

/** Other words for a format. */
const SHORT_FORMATS: Readonly<Record<string, string>> = { md: "markdown", jsonl: "ndjson" };

/** A word without its dashes, spelled like an option name. */
export function bare(word: string): string {
  return word.replace(DASHES, "").replaceAll("_", "-").toLowerCase();
}

/** Dashes, including those that an editor made from hyphens. */
const DASHES = /^[-‐-―−]+/;

/**
 * The options that an unknown word may mean, some with a value. The word may be an option's own name with the wrong
 * dashes, a first guess, or a typo.
 */
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
  // A typo rarely affects the first letter, so --source is not taken for --force.
  return near?.startsWith(`--${word.charAt(0)}`) ? [near] : [];
}
