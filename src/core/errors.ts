import type { Category } from "./categories.ts";
import type { DateFault, DateOrder } from "./dates.ts";
import type { Per } from "./figure.ts";
import type { InputName, Kind } from "./inputs.ts";
import type { RatioInput } from "./named.ts";
import type { Unit } from "./range.ts";

/** What a piece of text is expected to be. */
export type ExpectedKind =
  | "figure"
  | "ratio"
  | "loss"
  | "share"
  | "died"
  | "claim"
  | "conclusion"
  | "one conclusion"
  | "tolerance"
  | "rate"
  | "pace"
  | "days"
  | "amount"
  | "target"
  | "result"
  | "date"
  | "name"
  | "note"
  | "url";

/** What the words after a number say that it counts: "28,000 casualties". */
export type Counted = "killed" | "casualties" | "force" | Category;

/** Two spellings, if the text can be read both ways. */
export interface TwoReadings {
  readonly first: string;
  readonly second: string;
}

/** The least and the most, both included. A missing one is no limit. */
export interface NumberLimits {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
}

/** Why a text is not valid JSON. */
export type JsonSlip =
  | "empty"
  | "end"
  | "grouped"
  | "more"
  | "comma"
  | "separator"
  | "colon"
  | "key"
  | "quote"
  | "comment"
  | "number"
  | "string"
  | "escape"
  | "control"
  | "other";

/** Every mistake that an input can have: its stable code and the values that its sentence needs. */
export interface ProblemArgs {
  // The notation
  /** What is expected instead; on a command line how the option is typed, or nothing if no option takes the word. */
  "E-EMPTY": { expected: ExpectedKind } | { usage: string | undefined };
  "E-TOO-LONG": { expected: ExpectedKind; length: number; limit: number };
  "E-CHARACTER": { character: string; name: string; instead?: string };
  "E-NOT-A-NUMBER": { expected: ExpectedKind; found: string; isStream?: true };
  "E-NEGATIVE": { expected: ExpectedKind };
  "E-FRACTION": { value: string };
  "E-TOO-LARGE": { limit: string };
  "E-GROUPING": { found: string; figures?: readonly [string, string] };
  "E-DOT": TwoReadings;
  "E-SLASH": { found: string; date?: true };
  "E-THOUSANDS": TwoReadings;
  "E-RATIO-FORM": { because?: "fewer than killed" | "nobody killed" };
  "E-RATIO-OR-RANGE": TwoReadings;
  "E-RANGE-REVERSED": { low: string; high: string };
  "E-BOUNDS": TwoReadings;
  "E-BOUND-BEFORE-RANGE": { bound: string };
  "E-BEST-OUTSIDE": { best: string };
  "E-SPREAD": { because: "below zero" | "share" | "tolerance" };
  "E-VAGUE": { found: string };
  "E-MIXED-FORMS": { because?: "units" };
  /** `is` says what was written: a rate of such losses, a share of something unnamed, or a number without its unit. */
  "E-UNIT": { found: string; expected: ExpectedKind; is?: Per | "share" | "bare"; counted?: Counted };
  "E-CATEGORY": {
    found: string;
    number: string;
    counted: Counted;
    expected?: Counted;
    several?: "with killed" | "captured or missing" | "without killed";
    /** It was in a claim, which is about all losses. */
    isClaim?: true;
  };
  "E-SHARE": { found: string };
  "E-TOLERANCE": { unit: Unit };
  "E-DATE": { found: string; because: DateFault };
  "E-DATE-AMBIGUOUS": TwoReadings;
  /** `of` says what is wrong with the name of a part of the killed. */
  "E-NAME-EMPTY": { of?: "unnamed" | "dated" };

  // What belongs together in a scenario
  /** `isPiped` means that figures may be on standard input. */
  "E-NOTHING": { isPiped?: true };
  /** The given inputs lead to no result. Adding any one of these would. */
  "E-MISSING": { given: readonly InputName[]; add: readonly InputName[] };
  /** An input that has no meaning without one of these. */
  "E-NEEDS": {
    input: InputName;
    needs: readonly InputName[];
    /** A target that says what is left, not what is lost, and what would be lost if there is one exact force. */
    left?: { readonly text: string; readonly lost?: string };
  };
  /** Some losses are paces but others, or all results, are counts, and there is no period to convert between them. */
  "E-PERIOD-NEEDED": { pace: InputName; count?: InputName };
  "E-PERIOD-REVERSED": { start: string; end: string };
  "E-PERIOD-DAYS": { stated: string; counted: number };
  /** The words of the casualties leave out categories that are given next to them. */
  "E-CASUALTIES-LACK": { casualties: string; lacks: readonly Category[] };
  /** One number for the captured and the missing, and another number for one of them. */
  "E-PAIR-AND-CATEGORY": { name: string; other: Category };
  "E-RATIO-AND-CATEGORY": { categories: readonly Category[]; covers: readonly Category[] };
  "E-RATIO-OF-CATEGORIES": { name: string; categories: readonly Category[] };
  "E-RETURNED": { because: "casualties" | "nobody wounded" };
  /** The part of the killed that was asked for is unknown for this input. */
  "E-PART-OF-KILLED": { label: string; given: InputName };
  "E-FORMS-DIFFER": { of: InputName } & TwoReadings;
  "E-KILLED-ABOVE": { killed: string; casualties: string };
  "E-PARTS-ABOVE": { parts: readonly Category[]; sum: string; total: string; of: "casualties" | "others" };
  /** Two statements of equal rank contradict each other. */
  "E-STATEMENTS-CLASH": { input: InputName; of: string; calculated: string; used: string };
  "E-ZERO": { input: InputName; isWhole?: true };
  /** A conclusion without a single result to compare it with. */
  "E-CLAIM": { because: "no force" | "no ratio" | "no days" | "several forces" | "pace" | "saved" };
  "E-SHARE-FORCE": { input: InputName; because: "several" | "unknown"; labels: readonly string[] };
  "E-UNITS-DIFFER": { of: InputName } & TwoReadings;
  /** `--combine change` needs totals of one source, each for a different day. */
  "E-CHANGE": { of: InputName; because: "sources" | "dates" | "one day" | "periods" | "one" };
  "E-COVERAGE-SOURCE": { sources: readonly string[] };
  "E-COVERAGE-CEILING": { figure: string; source?: string };
  "E-COVERAGE-ZERO": object;
  /** Two lists and the people on both belong together: what is missing of these, or was left out. */
  "E-LISTS-LACK": { lacks: "list" | "lists" | "both"; leftOut?: Kind };
  "E-LISTS-MANY": { count: number };
  /** An input that says something else about the killed, or about one report of them. */
  "E-LISTS-WITH": { given: InputName };
  "E-BOTH": { because: "nobody" } | { because: "above"; both: string; list: string; source?: string };
  "E-SOURCE-UNKNOWN": { name: string; sources: readonly string[]; suggestion?: string };
  "E-SOURCE-TWICE": { name: string; sources: readonly string[] };
  /** There is no report of a kind that is left out, or none of another kind, or an option names one that is. */
  "E-WITHOUT":
    | { because: "none"; kind: Kind; kinds: readonly Kind[]; sources: readonly string[] }
    | { because: "all"; kinds: readonly Kind[] }
    | { because: "named"; kind: Kind; input: "coverage" | "combine"; name: string };
  /** A source without its kind, or a source of a category, whose reports have no kind of their own. */
  "E-KIND": { found: string; of?: Category };
  "E-OVERLAP-EMPTY": TwoReadings;
  "E-FORCE-ZERO": { label?: string };

  // The command line
  "E-OPTION-UNKNOWN": {
    option: string;
    command: string;
    suggestions: readonly string[];
    /** The commands that have it. */
    others?: readonly string[];
  };
  "E-PARTS-OF-KILLED": { options: readonly string[] };
  "E-UNQUOTED": object;
  /** Option names without their dashes, or numbers without their options. */
  "E-BARE": { because: "names" | "numbers"; words: string };
  "E-COMMAND-UNKNOWN": { word: string; commands: readonly string[]; suggestion?: string };
  "E-COMMAND-PLACE": { command: string };
  "E-ARGUMENT": { argument: string; command: string };
  "E-VALUE-MISSING": { option: string; value: string };
  "E-VALUE-UNWANTED": { option: string; value: string };
  "E-REPEATED": { option: string; times: number };
  "E-CHOICE": { value: string; choices: readonly string[]; suggestion?: string; listedBy?: string };
  /** A label that is none of the sides, or a figure without a label. */
  "E-SIDE": { label?: string; sides: readonly string[]; suggestion?: string };
  /** A word that is neither a file nor a past war. `isRatio` means that it is a case of the user's without counts. */
  "E-SUBJECT": { name: string; suggestions: readonly string[]; isRatio?: true };
  /** Names of parts; of a quantity, with the sum of its parts and the total that is less; or a total as it was given. */
  "E-TOTAL": { because: "none" | "overlap" | "above" | "no sum"; names: readonly string[] };
  /** With the figures of several dates, if they were given for one subject: as they would be typed for several. */
  "E-COMPARE": {
    because: "one" | "nothing shared" | "no days" | "part";
    names: readonly string[];
    dated?: readonly string[];
  };
  /** There is nothing that can be compared with past battles. */
  "E-BATTLES": {
    because: "nothing" | "no force" | "killed alone" | "several forces" | "below zero" | "above the force";
  };
  /** Which sides were asked for: the years of the battles, the strengths of the sides, and the days of the battles. */
  "E-BATTLES-FEW": {
    sides: number;
    fewest: number;
    /** The years of all battles. */
    years: { readonly from: number; readonly to: number };
    selection: {
      readonly era: { readonly from?: number | undefined; readonly to?: number | undefined };
      readonly strength: NumberLimits;
      readonly days: NumberLimits;
    };
  };
  /** A limit that is not one number, or a least that is above the most. */
  "E-LIMIT": { because: "range"; found: string } | { because: "reversed"; options: readonly [string, string] };
  "E-OPTIONS-CLASH": {
    options: readonly [string, string];
    why:
      | "format"
      | "digits"
      | "no place"
      | "no file"
      | "one file"
      | "stream"
      | "no result"
      | "formats"
      | "no series"
      | "no group"
      | "no ratio"
      | "no picture"
      | "no kinds"
      | "no roles"
      | "counted"
      | "one stream"
      | "alone"
      | "keys"
      | "disjoint"
      | "no names"
      | "no rows"
      | "many forces"
      | "cited"
      | "no cite"
      | "quoted"
      | "no quote";
  };
  /** --max is not a number of characters. */
  "E-MAX": { found: string };
  /** Not even the shortest form of what may be printed has so few characters. */
  "E-QUOTE-LONG": { most: number; needed: number };
  "E-OPERAND-MISSING": { command: string; operand: string; example: string };
  "E-PATH-UNKNOWN": {
    path: string;
    paths: readonly string[];
    because?: "no best" | "no force" | "many forces";
    /** The list that has fewer items than the path asks for. */
    short?: { list: string; count: number };
    suggestion?: string;
  };
  "E-PATH-RANGE": { path: string };
  "E-PATH-NO-NUMBER": { path: string };

  // Scenario files
  "E-JSON": { found: string; because: JsonSlip };
  "E-JSON-DEEP": { limit: number };
  "E-KEY-TWICE": { key: string; isInRow?: true };
  "E-KEY-UNKNOWN": { key: string; known: readonly string[]; suggestion?: string };
  "E-KEY-MISSING": { key: string };
  "E-TYPE": { found: string; expected: readonly string[] };
  "E-LIST-EMPTY": object;
  "E-URL": { found: string };
  "E-SCENARIO-MANY": { because: "several" | "folder" | "pattern" | "table"; file?: string; isOneOfSeveral?: true };
  /** A JSON file that is clearly something else. */
  "E-SCENARIO-OTHER": { kind: "ratios" | "result" | "other" };
  "E-SCENARIO-NUMBER": { file: string; count: number; number?: number };

  // Tables
  // Pictures
  "E-DIMENSIONS": { found: string };
  "E-PICTURE-MANY": { of: "bars" | "lines" | "days"; found: number; limit: number; parts?: number };
  "E-PICTURE-NOTHING": { because: "no counts" | "no rows" };
  "E-PICTURE-SMALL": { width: number; height: number; needed: number };

  "E-TABLE-TALL": { limit: number };
  "E-TABLE-BINARY": object;
  /** What the file is instead of text. */
  "E-TABLE-CONTAINER": { found: string };
  "E-WORKBOOK":
    | { because: "damaged"; reason: string }
    | { because: "large"; limitMiB: number }
    | { because: "far"; cell: string };
  /** `sheets` is empty if the file is not a workbook. */
  "E-SHEET-UNKNOWN": { found: string; sheets: readonly string[]; suggestion?: string };
  "E-ENCODING": { found: string };
  "E-NOT-ENCODED": { encoding: string };
  "E-TABLE-EMPTY": object;
  "E-TABLE-FORMAT": object;
  "E-SEPARATOR": { found: string };
  "E-SKIP": { found: string };
  "E-TABLE-RETURNS": object;
  "E-HEADER-DIFFERS": object;
  "E-MAP": { found: string };
  /** An option that names values of a column cannot be read, or gives one of them two meanings. */
  "E-COLUMN-VALUES": {
    found: string;
    option: "--where" | "--where-not" | "--role" | "--kind-from";
    twice?: string;
  };
  "E-ROLE-TARGET": { because: "no loss" | "two losses" | "two ends" };
  /** `isSingle` means that the figure has to be in one column. */
  "E-ROLE-FIGURES": { columns: readonly string[]; isSingle?: true };
  /** Two rows that would be joined give different figures for one role. */
  "E-JOIN-TWICE": { role: string; lines: readonly [number, number]; files?: readonly [string, string] };
  /** Columns of several --kind-from say different things about one source. */
  "E-KIND-TWICE": { kinds: readonly [string, string] };
  "E-JOIN-LARGE": { limitMiB: number };
  "E-COLUMN-UNKNOWN": { column: string; columns: readonly string[]; suggestion?: string };
  /** Two columns for the same input, or two columns with the name that an option gives. */
  "E-COLUMN-TWICE": { column: string; columns?: readonly [string, string]; isName?: true };
  "E-COLUMN-NAMES": { column: string };
  "E-COLUMN-EXISTS": { column: string; isFile?: true; isCounted?: true; isJoined?: true };
  "E-COLUMNS-CLASH": { columns: readonly [string, string]; role: string };
  /**
   * `maps` are the --map options for columns called low and high. `hasPersons` means that each row seems to be one
   * person, `hasKeys` that the rows have keys and no header.
   */
  "E-COLUMNS-NONE": { columns: readonly string[]; maps?: readonly string[]; hasPersons?: true; hasKeys?: true };
  "E-ROW-UTF8": object;
  "E-ROW-COLUMNS": { found: number; width: number };
  "E-ROW-QUOTE": { column: number };
  "E-ROW-QUOTE-OPEN": object;
  "E-ROW-LONG": { limitMiB: number };
  "E-ROW-OBJECT": object;
  "E-ROW-JSON": { array: boolean };
  "E-ROW-KEYS": { keys: readonly string[] };
  "E-ROWS-ARRAY": { found: string };
  "E-ROWS-CUT": object;
  "E-SCALE": { found: string };
  "E-CELL-SINGLE": { found: string };
  "E-CELL-NONE": { found: string };
  "E-DATE-DAY": { found: string; order?: DateOrder };
  /** `daily` is set if two rows of a daily series have the same date: the column to add up, and those to do it by. */
  "E-DATE-ORDER": {
    date: string;
    before: string;
    /** The column that says who reports the rows, of which two have one date. */
    sources?: string;
    daily?: { add: string; by: readonly string[] };
  };
  "E-DATES-NONE": { column: string; found: string; order?: DateOrder; isShortYear?: true };
  "E-DATES-UNCLEAR": TwoReadings & { found: string };
  /** The order of day and month in a date differs from that of an earlier date. */
  "E-DATES-MIXED": { date: string; before: string };

  // The historical record, and ratios by name
  "E-RATIO-UNKNOWN": { name: string; suggestions: readonly string[] };
  "E-RATIO-LACKS": { name: string; asked: RatioInput; knows: readonly RatioInput[] };
  "E-HISTORY-ONLY": { name: string; asked: RatioInput };
  "E-HISTORY-SCOPE": { found: string; suggestion?: string };
  "E-HISTORY-FEW": { name: string; wars: number; fewest: number; cases: readonly string[] };
  "E-ERA": { found: string };
  "E-RATIOS-STREAM": object;
  /** A file of ratios that a scenario names has its own mistake. */
  "E-RATIO-FILE": { file: string; problem: Problem; others: number };
  "E-RATIO-NAME": { name: string; because: "form" | "notation" | "empty" | "built in" | "twice" };
  "E-RATIO-CASE": {
    because:
      | "nothing known"
      | "no killed"
      | "differs"
      | "twice"
      | "years"
      | "months"
      | "no year"
      | "covers nothing"
      | "both"
      | "no count"
      | "less";
    key?: string;
  };
  "E-RATIO-SOURCE-TWICE": { id: string };
  "E-RATIO-SOURCE": { id: string; sources: readonly string[] };

  // Streams and files
  "E-INPUT-EMPTY": object;
  /** Lines of figures were expected. A table is quoted by its first line. */
  "E-INPUT-KIND": { option: string; header?: string };
  "E-INPUT-TERMINAL": { option: string };
  "E-INPUT-UTF8": { file?: string };
  "E-INPUT-TOO-LARGE": { limitMiB: number; file?: string };
  "E-INPUT-FAILED": { reason: string };
  /** Reading of standard input stopped because too many lines were wrong. */
  "E-LINES-UNREAD": { mistakes: number; lines: number };
  "E-FILE-OPEN": { file: string; reason: string };
  /** There is nothing to check: no files, or all files were skipped. */
  "E-FILES-NONE": { pattern: string; skipped?: number };
  "E-OUTPUT-EXISTS": { file: string };
  "E-SAVE-FORMAT": { extension: string };
  /** The file that has, or may have, a list of scenarios. */
  "E-SAVE-LIST": { file: string };
  "E-OUTPUT-FORMAT": { extension: string; picture?: string };
  /** The name is only an extension. */
  "E-OUTPUT-NAME": { extension: string };
  "E-OUTPUT-FAILED": { file: string; reason: string; because?: "folder" | "no folder" };

  /** Ends a list of mistakes that is too long to print. */
  "E-MORE-MISTAKES": { count: number };
}

export type ProblemCode = keyof ProblemArgs;

/** Where a text is: the option that it was given to, or the file or standard input that contains it. */
export interface Place {
  readonly option?: string;
  /** The side whose figures do not go together, if they were typed. */
  readonly side?: string;
  readonly file?: string;
  /** Counted from 1, in UTF-16 units. */
  readonly line?: number;
  readonly column?: number;
  /** In a JSON file: "killed[0].figure". */
  readonly path?: string;
  /** In a table: the name of the column. */
  readonly cell?: string;
  /** In a table: the names of its columns, by what they hold. */
  readonly columns?: Readonly<Partial<Record<string, string>>>;
}

/** One mistake: a code and its arguments. The sentence for it is in render/. */
export type Problem = {
  readonly [Code in ProblemCode]: {
    readonly code: Code;
    readonly args: ProblemArgs[Code];
    /** The text that was read, and the part of it that is wrong, in UTF-16 units. */
    readonly text?: string;
    readonly start?: number;
    readonly end?: number;
    /** Spellings that would work instead of the text. */
    readonly tries?: readonly string[];
    readonly at?: Place;
  };
}[ProblemCode];

/** The only error that an input can cause. Any other error is a bug in this program. */
export class InputError extends Error {
  override readonly name = "InputError";
  readonly problems: readonly Problem[];

  /** The message is for those who do not put the problems into words. */
  constructor(
    problems: readonly Problem[],
    say = ({ code, text }: Problem) => (text === undefined ? code : `${code}: ${text}`),
  ) {
    super(firstMistakes(problems).map(say).join("; "));
    this.problems = problems;
  }
}

/** Nobody reads more mistakes than this, and a file can have a million. */
export const MOST_MISTAKES = 200;

/** The mistakes to print: the first `most`, and how many were left out. */
export function firstMistakes(problems: readonly Problem[], most = MOST_MISTAKES): readonly Problem[] {
  const count = problems.length - most;
  return count <= 0 ? problems : [...problems.slice(0, most), { code: "E-MORE-MISTAKES", args: { count } }];
}

/** Throws an InputError with one mistake. */
export function refuse(problem: Problem): never {
  throw new InputError([problem]);
}

/**
 * Runs a reader and returns its result. If it throws an InputError, the problems are added to the list (with the place,
 * if one is given) and the result is undefined.
 */
export function collect<T>(problems: Problem[], read: () => T, at?: () => Place): T | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    for (const problem of error.problems) problems.push(at ? { ...problem, at: at() } : problem);
    return undefined;
  }
}

/** Like `collect`, for a reader that must wait for its input. */
export async function attempt<T>(problems: Problem[], read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    for (const problem of error.problems) problems.push(problem);
    return undefined;
  }
}
