import { type Counted, collect, type ExpectedKind, InputError, refuse } from "../core/errors.ts";
import { ONE, Rational } from "../core/rational.ts";
import { readAmount } from "./amount.ts";
import { readBest } from "./best.ts";
import { type CountedPeople, lossAt } from "./counted.ts";
import { Cursor } from "./cursor.ts";
import { qualifiers, readEnd } from "./end.ts";
import { readMeasure, readUnit, refuseOtherMeasures } from "./measure.ts";
import { readNumbers } from "./numbers.ts";
import { afterAnd, readPeople } from "./people.ts";
import { othersNamed, ratioOpens, readPerKilled } from "./per-killed.ts";
import { phrases, qualifierAfter, qualifierBefore } from "./phrases.ts";
import { plain } from "./print.ts";
import type { Measure, ParsedQuantity, WrittenQuantity } from "./quantity.ts";
import { isShareAlone, readShareWhoDied } from "./share-died.ts";
import { averageAt, dailyAt } from "./time.ts";
import { type Token, tokenize } from "./tokens.ts";
import { isMeaningful, isThing, saysLittle } from "./vocabulary.ts";

/** Reads a text by the grammar that all numbers are written in. Throws InputError. */
export function readWords(text: string, expected: ExpectedKind, takesRates = false): WrittenQuantity {
  const cursor = new Cursor(text, expected, takesRates);
  if (cursor.done) refuse({ code: "E-EMPTY", args: { expected }, text, start: 0, end: text.length });
  try {
    return readWhole(cursor);
  } catch (error) {
    throw error instanceof InputError ? withOtherSpellings(error, cursor) : error;
  }
}

/** Whether words, in small letters, say nothing that could change a number after them. */
export function areOnlyNames(words: readonly string[]): boolean {
  return !saysLittle(words[0]!) && !words.some((word) => isMeaningful(word) || isThing(word));
}

/** The losses that a text names, if it names nothing else: "wounded", "killed and wounded". */
export function lossesNamed(text: string): readonly Counted[] {
  const tokens = collect([], () => tokenize(text, "name")) ?? [];
  const as = new Set<Counted>();
  for (let at: number | undefined = 0; at !== undefined; ) {
    const loss = lossAt(tokens, at);
    if (!loss) break;
    as.add(loss.meaning);
    if (loss.next === tokens.length) return [...as];
    at = afterAnd(tokens, loss.next);
  }
  return [];
}

function readWhole(cursor: Cursor): WrittenQuantity {
  const { text, expected, dropped } = cursor;
  const marks = dropped.length > 0 ? { dropped } : {};
  const died = expected === "ratio" ? readShareWhoDied(text) : undefined;
  if (died) return { ...died, ...marks };
  const isPerKilled = expected === "ratio" || expected === "loss";
  if (isPerKilled) cursor.match(ratioOpens);
  const opening = readOpening(cursor);
  const numbers = readNumbers(cursor);
  const before = readMeasure(cursor, numbers.ends, opening.measure);
  const people = readCounted(cursor, opening.people);
  const measure = readMeasureAfter(cursor, numbers, before, people);
  refuseOtherMeasures(cursor, numbers.ends, measure);
  const counted = people && people.as.length > 0 ? people : undefined;
  // "8,000 killed (6,000–13,800)"
  const known = people || measure ? readBest(cursor, numbers) : numbers;
  const quantity = withLaterQualifiers(
    cursor,
    people?.about || cursor.isEstimate ? { ...known, approximate: true } : known,
  );
  const per = isPerKilled && !measure && !cursor.done ? readPerKilled(cursor, quantity, people) : undefined;
  // A rate can be an average, but what an average of counts means is unclear.
  if (opening.isAverage && !measure?.per) cursor.at = 0;
  if (!cursor.done) cursor.unexpected();
  if (!per && expected === "ratio") refuseOneTo(cursor, quantity);
  return {
    ...quantity,
    ...(counted ? { counted } : {}),
    ...(measure ? { measure } : {}),
    ...per,
    ...(people?.confirmed ? { confirmed: true } : {}),
    ...marks,
  };
}

/** Words before the first number that apply to all of them. */
interface Opening {
  readonly isAverage: boolean;
  readonly people: CountedPeople | undefined;
  readonly measure: Measure | undefined;
}

/** "an average of", "daily", "losses of". */
function readOpening(cursor: Cursor): Opening {
  const isAverage = cursor.match(averageAt) !== undefined;
  const start = cursor.at;
  const days = cursor.match(dailyAt);
  const span = { start: cursor.startOf(start), end: cursor.endBefore(cursor.at) };
  const measure = days ? { per: "day" as const, factor: Rational.of(1, Number(days)), ...span } : undefined;
  return { isAverage, people: readLeading(cursor), measure };
}

/** Reads what is counted, from the words before the number and after it. A share cannot be of people alone. */
function readCounted(cursor: Cursor, leading: CountedPeople | undefined): CountedPeople | undefined {
  const { expected, at } = cursor;
  if (expected === "days" || expected === "amount") return undefined;
  if ((expected === "ratio" || expected === "loss") && cursor.match(othersNamed)) return undefined;
  const people = joinCounted(leading, readPeople(cursor));
  if (people?.as.length !== 0 || !/^(?:share|died|claim|tolerance)$/.test(expected)) return people;
  cursor.at = at;
  return undefined;
}

/**
 * Reads the rest of a measure after the people, as in "7.45 casualties per 1,000 a day"; for a target, a unit instead
 * of people.
 */
function readMeasureAfter(
  cursor: Cursor,
  { ends }: ParsedQuantity,
  before: Measure | undefined,
  people: CountedPeople | undefined,
): Measure | undefined {
  const measure = readMeasure(cursor, ends, before);
  return measure ?? (cursor.expected === "target" && !people ? readUnit(cursor) : undefined);
}

const OF = phrases<true>({ true: "of|:|at|numbered|numbering" });

/** What is counted, if it comes first: "total losses of 28,000", "an army of 150,000", "Killed: 7,000". */
function readLeading(cursor: Cursor): CountedPeople | undefined {
  const start = cursor.at;
  cursor.take("a", "an", "the");
  const people = readPeople(cursor);
  if (people && cursor.match(OF)) return people;
  cursor.at = start;
  return undefined;
}

/** Joins what the words before a number and after it count: "total losses of 28,000 killed and wounded". */
function joinCounted(leading: CountedPeople | undefined, people: CountedPeople | undefined): CountedPeople | undefined {
  if (!leading || !people) return people ?? leading;
  return {
    ...people,
    as: [...new Set([...leading.as, ...people.as])],
    about: leading.about || people.about,
    confirmed: leading.confirmed || people.confirmed,
  };
}

/** "7,000 people or more": what follows the people applies to the number. */
function withLaterQualifiers(cursor: Cursor, quantity: ParsedQuantity): ParsedQuantity {
  const start = cursor.at;
  const meanings = qualifiers(cursor, qualifierAfter);
  const isSingle = quantity.low.equals(quantity.high);
  const [above, below] = [meanings.includes("above"), meanings.includes("below")];
  if ((above && below) || (above && quantity.openLow && isSingle) || (below && quantity.openHigh)) {
    cursor.at = start;
    return cursor.unexpected();
  }
  return {
    ...quantity,
    openLow: quantity.openLow || (below && isSingle),
    openHigh: quantity.openHigh || above,
    approximate: quantity.approximate || meanings.includes("about"),
  };
}

/** "A ratio of one to three" may be 3:1, as it is written in military medicine, or from 1 to 3. */
function refuseOneTo(cursor: Cursor, { ends, sign, low, high }: ParsedQuantity): void {
  const [first, last] = ends;
  if (!first || ends.length !== 2 || sign || first.bound || !low.equals(ONE) || high.equals(ONE)) return;
  const words = cursor.tokens.filter(({ kind, start }) => kind === "word" && start < last!.start);
  // "Between", "from" and a dash leave no doubt.
  const isTo = words.some(({ text, start }) => text === "to" && start >= first.end);
  if (!isTo || words.some(({ text }) => text === "between" || text === "from")) return;
  const [ratio, range] = [`${plain(high)}:1`, `${plain(low)}-${plain(high)}`];
  const span = { start: first.start, end: last!.end };
  const numbers = { start: first.number.start, end: last!.number.end };
  const tries = [ratio, range].map((spelling) => cursor.replaced(numbers, spelling));
  cursor.refuse({ code: "E-RATIO-OR-RANGE", args: { first: ratio, second: range }, ...span, tries });
}

/** Adds to a refusal what may have been meant: the one number in the text, or the share who died. */
function withOtherSpellings(error: InputError, cursor: Cursor): InputError {
  return new InputError(
    error.problems.map((problem) => {
      const { text, expected } = cursor;
      if (problem.code !== "E-NOT-A-NUMBER") return problem;
      if (expected === "ratio" && isShareAlone(text)) {
        return {
          code: "E-UNIT",
          args: { found: text.trim(), expected },
          text,
          start: 0,
          end: text.length,
          tries: [`${text.trim()} die`],
        };
      }
      const only = problem.tries?.length ? undefined : onlyNumber(cursor);
      return only === undefined ? problem : { ...problem, tries: [only] };
    }),
  );
}

/** The only number in a text, with the words about it. Undefined if other words may change what it says. */
function onlyNumber(cursor: Cursor): string | undefined {
  const { tokens, text, expected } = cursor;
  // Without its unit the number would mean something else.
  if (expected === "amount" || expected === "days" || expected === "target") return undefined;
  const numbers = collect([], () => numbersIn(cursor));
  const [only, another] = numbers ?? [];
  if (only === undefined || another !== undefined || isPartOfSomethingElse(cursor, only)) return undefined;
  const first = [...tokens.keys()].find((at) => afterQualifiers(cursor, at) === only)!;
  return collect([], () => {
    cursor.at = first;
    const { start } = readEnd(cursor, true);
    readPeople(cursor);
    const others = [...tokens.slice(0, first), ...tokens.slice(cursor.at)];
    return others.some(({ text }) => isMeaningful(text) || /^[¹*/%:x±<>~+]$/.test(text))
      ? undefined
      : text.slice(start, cursor.endBefore(cursor.at));
  });
}

/** Whether a number is part of something else: "Unit 731", "in 1944", "7th", "7OO", the "3" of "x=3". */
function isPartOfSomethingElse({ tokens, text }: Cursor, at: number): boolean {
  const [before, token] = [tokens[at - 1], tokens[at]!];
  if (before && /^(?:[:=[-]|from)$/.test(before.text)) return true;
  const touchesLetter = /[a-z]/i.test(text.charAt(token.start - 1)) || /[a-z]/i.test(text.charAt(token.end));
  const isName = before?.kind === "word" && /^\d{1,4}$/.test(token.text) && !isMeaningful(before.text);
  return (
    token.kind === "digits" && ((touchesLetter && tokens[at + 1] !== undefined && !isUnit(tokens, at + 1)) || isName)
  );
}

/** Whether the letters after a number belong to it, as in "7k". */
function isUnit(tokens: readonly Token[], at: number): boolean {
  const amount = readAmount(tokens, at - 1, true, "");
  return amount !== undefined && amount.next > at;
}

/** The places in the tokens where numbers begin. */
function numbersIn({ tokens, text }: Cursor): number[] {
  const found: number[] = [];
  for (let at = 0; at < tokens.length; ) {
    const amount = readAmount(tokens, at, true, text);
    if (amount) found.push(at);
    at = amount?.next ?? at + 1;
  }
  return found;
}

function afterQualifiers(cursor: Cursor, from: number): number {
  cursor.at = from;
  qualifiers(cursor, qualifierBefore);
  return cursor.at;
}
