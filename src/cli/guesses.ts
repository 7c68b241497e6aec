import { suggest } from "../core/suggest.ts";
import { COMMANDS, type CommandName } from "./commands.ts";
import { OTHER_FORMATS } from "./option.ts";
import { namesOf, optionsByName, optionsOf } from "./options.ts";

/**
 * Words that people type for an option at their first try, and the options that they may mean. The program only
 * suggests these options; no word here is an alias. "--format csv" is an option with its value.
 */
const GUESSES: Readonly<Record<string, readonly string[]>> = {
  ...synonyms(["--killed"], "dead deaths death fatalities fallen slain kia dow killed-in-action died-of-wounds"),
  ...synonyms(["--list"], "list-a list-b first-list second-list names register"),
  ...synonyms(["--both"], "overlap on-both both-lists overlapping in-common common matched matches intersection"),
  ...synonyms(["--wounded"], "injured injuries wia wounds"),
  ...synonyms(["--captured"], "pow pows prisoner prisoners captives surrendered"),
  // Two losses in one count are captured, as in a table.
  ...synonyms(["--captured"], "captured-missing missing-captured captured-or-missing missing-or-captured"),
  ...synonyms(["--missing"], "mia missing-in-action"),
  ...synonyms(["--deserted"], "deserters deserter desertions awol"),
  ...synonyms(["--casualties"], "casualty total total-losses total-casualties"),
  ...synonyms(["--killed", "--casualties"], "losses loss lost"),
  ...synonyms(["--force"], "troops army size men soldiers forces personnel manpower baseline"),
  ...synonyms(["--ratio"], "multiplier multiple factor times others"),
  ...synonyms(["--returned"], "rtd returned-to-duty recovered"),
  ...synonyms(
    ["--died"],
    "share-died died-share dead-share fatality-rate case-fatality death-rate lethality mortality",
  ),
  ...synonyms(["--share"], "share-of-force force-share percent percentage pct loss-share"),
  ...synonyms(["--of"], "part subset fighters combatants civilians"),
  ...synonyms(["--start"], "since from from-date start-date first-day begin beginning"),
  ...synonyms(["--end"], "to-date until-date end-date last-day till through"),
  ...synonyms(["--days"], "duration period length time weeks months years"),
  ...synonyms(["--days", "--as-of"], "day"),
  ...synonyms(["--per"], "area per-area territory cost km2 sq-km"),
  ...synonyms(
    ["--recruits"],
    "recruit recruitment replacements reinforcements conscripts intake inflow joined mobilised",
  ),
  ...synonyms(["--until"], "target goal threshold"),
  ...synonyms(["--pace", "--ratio"], "rate"),
  ...synonyms(["--pace"], "speed tempo current-pace"),
  ...synonyms(["--casualties"], "per-day daily per-month monthly loss-rate"),
  ...synonyms(["--killed"], "killed-per-day killed-a-day deaths-per-day"),
  ...synonyms(["--combine change"], "change difference diff delta"),
  ...synonyms(["--as-of"], "date asof"),
  ...synonyms(["--dates"], "date-format date-order day-first dayfirst month-first"),
  ...synonyms(["--where"], "filter select only keep"),
  ...synonyms(["--where-not"], "exclude drop ignore"),
  ...synonyms(["--join"], "pair pivot widen"),
  ...synonyms(["--role"], "measure metric quantity"),
  ...synonyms(["--kind-from"], "kind kinds source-kind"),
  ...synonyms(["--side"], "party belligerent country"),
  ...synonyms(["--combine"], "merge"),
  ...synonyms(["--scenario"], "file input load open"),
  ...synonyms(["--output"], "out outfile output-file"),
  ...synonyms(["--save"], "write save-as"),
  ...synonyms(["--overwrite"], "force-overwrite replace clobber"),
  ...synonyms(["--format"], "output-format type reporter"),
  ...synonyms(["--format", "--end"], "to"),
  ...synonyms(["--cite"], "citation citations references reference bibliography bibtex csl-json"),
  ...synonyms(["--explain"], "verbose working show-working steps"),
  ...synonyms(["--quiet"], "silent"),
  ...synonyms(["--update"], "fix"),
  ...synonyms(["--color"], "colour"),
  ...synonyms(["--color never"], "no-color no-colour"),
};

function synonyms(options: readonly string[], words: string): Record<string, readonly string[]> {
  return Object.fromEntries(words.split(" ").map((word) => [word, options]));
}

/** What such a word says about the number after it: three after "--months" is three months. */
const REWRITES: Readonly<Record<string, (number: string) => string>> = {
  ...rewrites("weeks", (number) => `${number} weeks`),
  ...rewrites("months", (number) => `${number} months`),
  ...rewrites("years", (number) => `${number} years`),
  ...rewrites("per-day daily killed-per-day killed-a-day deaths-per-day", (number) => `${number} a day`),
  ...rewrites("per-month monthly", (number) => `${number} a month`),
  ...rewrites("km2 sq-km", (number) => `${number} km2`),
  ...rewrites("fighters", (share) => `fighters=${share}`),
  ...rewrites("combatants", (share) => `combatants=${share}`),
  ...rewrites("civilians", (share) => `civilians=${share}`),
};

function rewrites(words: string, rewrite: (number: string) => string): Record<string, (number: string) => string> {
  return Object.fromEntries(words.split(" ").map((word) => [word, rewrite]));
}

/** The value that the user meant by the text after an unknown word. */
export function valueMeant(typed: string, value: string): string {
  const word = bare(typed);
  return Object.hasOwn(REWRITES, word) && /^[\d.,\s–-]+%?$/.test(value) ? REWRITES[word]!(value) : value;
}

export const isFirstGuess = (word: string): boolean => Object.hasOwn(GUESSES, bare(word));

/** Words for a part of the killed. Two of them are added up; they are not rival reports. */
export const PARTS_OF_KILLED = ["kia", "dow", "killed-in-action", "died-of-wounds"];

/** A word without its dashes, spelled like an option name. */
export function bare(word: string): string {
  return word.replace(DASHES, "").replaceAll("_", "-").toLowerCase();
}

/** Dashes, including those that an editor made from hyphens. */
const DASHES = /^[-‐-―−]+/;

/** The commands that have an option, spelled exactly like this. */
export function commandsWith(option: string): CommandName[] {
  return COMMANDS.flatMap(({ name }) => (optionsByName(name).has(option) ? [name] : []));
}

/**
 * The options that an unknown word may mean, some with a value. The word may be an option's own name with the wrong
 * dashes, a first guess, or a typo.
 */
export function optionsMeant(typed: string, command: CommandName): string[] {
  const own = optionsOf(command).flatMap(namesOf);
  const word = bare(typed);
  if (own.includes(`--${word}`)) return [`--${word}`];
  const format = OTHER_FORMATS[word] ?? word;
  if (optionsByName(command).get("--format")?.choices?.includes(format)) return [`--format ${format}`];
  const guessed = (isFirstGuess(word) ? GUESSES[word]! : []).filter((option) => own.includes(option.split(" ")[0]!));
  if (guessed.length > 0) return guessed;
  if (commandsWith(typed).length > 0) return [];
  const near = suggest(
    `--${word}`,
    own.filter((name) => name.startsWith("--")),
  );
  // A typo rarely affects the first letter, so --source is not taken for --force.
  return near?.startsWith(`--${word.charAt(0)}`) ? [near] : [];
}
