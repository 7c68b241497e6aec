import { type Case, RECORD, titleOf } from "../record/cases.ts";
import { capital } from "./capital.ts";
import { pastWarName } from "./compare/names.ts";
import { withoutBrackets } from "./remark.ts";

/**
 * Anything that is printed, with the past wars of the record as readers know them: "us-korea" is a name to type. Alone, in
 * brackets or in quotation marks it becomes "United States, Korean War, 1950-1953", and in a sentence "the United States
 * (Korean War, 1950-1953)".
 */
export function withPastNames<T>(printed: T): T {
  return mapped(printed) as T;
}

/** The same for every text in a value. Only plain objects and lists have texts. */
function mapped(value: unknown): unknown {
  if (typeof value === "string") return inText(value);
  if (Array.isArray(value)) return value.map(mapped);
  if (value === null || typeof value !== "object" || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, mapped(part)]));
}

/** What may be the name of a case or a war, but not a part of an address, a path or a longer word. */
const NAME = /(?<![\w/.@&?#=%-])[a-z]+(?:-[a-z0-9]+)+(?![\w/@-])/g;
const IN_BRACKETS = /[(“][^()“”]*$/;
const AT_START = /(?:^|\. )$/;

function inText(text: string): string {
  return text.replace(NAME, (name, at: number) => {
    const before = text.slice(0, at);
    const [title, inSentence] = NAMES.get(name) ?? [];
    if (title === undefined || inSentence === undefined) return name;
    if (name === text || IN_BRACKETS.test(before)) return title;
    return AT_START.test(before) ? capital(inSentence) : inSentence;
  });
}

type Names = readonly [title: string, inSentence: string];

const NAMES: ReadonlyMap<string, Names> = new Map([
  ...RECORD.conflicts.map((entry): [string, Names] => [entry.war ?? "", warNames(entry.war ?? "")]),
  ...RECORD.conflicts.map((entry): [string, Names] => [entry.id, namesOf(entry)]),
]);

function namesOf(entry: Case): Names {
  const { id, belligerent = id } = entry;
  const title = titleOf(entry) ?? id;
  return [withoutBrackets(title), pastWarName(belligerent, title)];
}

/** "sino-indian-war" is the Sino-Indian War, as one of its cases calls it. If none does, its own words have to do. */
function warNames(war: string): Names {
  const conflicts = RECORD.conflicts.flatMap((entry) =>
    entry.war === war ? withoutBrackets(entry.conflict ?? "").split(", ") : [],
  );
  const name =
    conflicts.find((conflict) => conflict.toLowerCase().replaceAll(" ", "-") === war) ??
    war.split("-").map(capital).join(" ");
  return [name, `the ${name}`];
}
