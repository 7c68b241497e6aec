import type { Ratio } from "../core/figure.ts";
import { authorName, type CaseRatio, type HistoryRatio, type NamedRatio, type Page } from "../core/named.ts";
import { Rational } from "../core/rational.ts";
import { printable } from "../notation/characters.ts";
import { decimal, type Print, people, typed } from "../notation/print.ts";
import { killedText } from "./definitions.ts";
import { pastWarsInWords } from "./history-words.ts";
import { list } from "./list.ts";
import { numberWord } from "./number-word.ts";
import type { WorkedStep } from "./worked-step.ts";

/** What to call a named ratio, wherever it is printed. A history always says what it is. */
export function ratioName(named: NamedRatio): string {
  const { kind, name } = named;
  return kind === "history" ? `${name}: 80% interval of ${pastWarsInWords(named)}` : name;
}

/**
 * What a named ratio is based on: who counted what, and when. The pages it is from are added on request; those of the
 * user's own are always there, since the record does not have them.
 */
export function namedOrigin(named: NamedRatio, withPages: boolean): string {
  const isWhole = withPages || (named.kind === "case" && named.file !== undefined);
  const more = isWhole ? [] : [`More: loss-calc ratios ${typedName(named)} --explain`];
  return [...originParts(named, isWhole), ...more].map((part) => `${part}.`).join(" ");
}

/** The name to type for a ratio. */
export function typedName(named: NamedRatio): string {
  return (named.kind === "case" ? named.typed : undefined) ?? named.name;
}

/** The same in parts, and without a command that shows more. */
export function originParts(named: NamedRatio, withPages: boolean): string[] {
  const parts = named.kind === "case" ? caseOrigin(named, withPages) : [historyOrigin(named)];
  return [...parts, ...(named.record === undefined ? [] : [`Record of ${named.record}`])];
}

function caseOrigin(named: CaseRatio, withPages: boolean): string[] {
  const { title, counts, file, version, covers } = named;
  const what = counts ? quotient(named, counts) : `covers ${covers.join(", ")}; ${killedIn(named)}`;
  const place = file === undefined ? [] : [`${printable(file)}${version === undefined ? "" : `, version ${version}`}`];
  return [[...(title === undefined ? [] : [title]), what].join(": "), ...(withPages ? [pagesOf(named)] : []), ...place];
}

/** The pages that the counts are from, each with what is on it. */
function pagesOf({ counts, source, elsewhere = [] }: CaseRatio): string {
  const counted = counts ? ["killed", ...counts.losses.map(({ of }) => of)] : [];
  const isOnIt = !counts || counted.length > elsewhere.length;
  const page = (from: Page) => [...counterOf(from), pageText(from)].join(": ");
  const others = elsewhere.map(({ of, source }) => `the ${of}: ${page(source)}`);
  return [...(isOnIt ? [page(source)] : []), ...others].join("; ");
}

function killedIn({ definition, killedMeans }: CaseRatio): string {
  return `killed (${killedText(definition, killedMeans) ?? "what it includes is not stated"})`;
}

/** "103,284 wounded (wounding incidents) to 33,739 killed (battle deaths)". */
function quotient(named: CaseRatio, { killed, losses }: NonNullable<CaseRatio["counts"]>): string {
  const parts = losses.map(({ of, count }) => {
    const means = of === "wounded" && named.woundedMeans !== undefined ? ` (${named.woundedMeans})` : "";
    return `${whole(count)} ${of}${means}`;
  });
  return `${parts.join(" + ")} to ${whole(killed)} ${killedIn(named)}`;
}

function historyOrigin({ wars, rows, mean, spread }: HistoryRatio): string {
  return `${numberWord(wars)} wars, ${numberWord(rows)} comparable cases; geometric mean ${mean.toFixed(2)} wounded per killed, spread ${spread.toFixed(2)}`;
}

/** Who counted, if it is known, or who published what was counted. */
export function counterOf({ countedBy, counterUnknown }: Page): string[] {
  if (countedBy === undefined) return [];
  return [counterUnknown ? `${countedBy} (who counted is not stated)` : countedBy];
}

/** A page: who wrote it, its title, what it is part of, where on it, and its address. */
export function pageText(page: Page): string {
  const { title, container, where, url } = page;
  const parts = [...authorsOf(page), title, container, ...copyOf(page), where, url];
  return parts.filter((part) => part !== undefined).join(", ");
}

/** Who wrote a page, unless that is who counted or published it: nobody is named twice. */
export function authorsOf({ author = [], countedBy, container }: Page): string[] {
  const authors = list(author.map(authorName));
  return authors === "" || countedBy?.includes(authors) || authors === container ? [] : [authors];
}

/** "as reproduced by GlobalSecurity.org", if only a copy was seen. */
export function copyOf({ reproducedBy }: Pick<Page, "reproducedBy">): string[] {
  return reproducedBy === undefined ? [] : [`as reproduced by ${reproducedBy}`];
}

const whole = (count: number) => people(Rational.of(count));

/** Prints a named ratio. An interval has the two decimals that are used. */
const namedRate = ({ kind }: NamedRatio): Print => (kind === "history" ? (value) => value.toFixed(2) : decimal);

/** How the ends of a ratio are printed: as they were typed, unless they were calculated. */
export function printOfRatio({ named, quotient }: Pick<Ratio, "named" | "quotient">): Print {
  return named ? namedRate(named) : quotient ? decimal : typed;
}

/** How an interval follows from the means of past wars: the formula, and each end. */
export function intervalStep(
  { mean, spread, t, wars }: IntervalBasis,
  low: Rational,
  high: Rational,
): Omit<WorkedStep, "step"> {
  const [gm, gsd, point] = [mean.toFixed(3), spread.toFixed(3), t.toFixed(3)];
  const line = (sign: string, end: Rational) =>
    `${gm} × ${gsd}^(${sign}${point} × √(1 + 1/${wars})) ≈ ${end.toFixed(2)}`;
  return {
    formula: "geometric mean × spread^(∓ t × √(1 + 1/wars)), rounded to two decimals",
    lines: [`low: ${line("−", low)}`, `high: ${line("+", high)}`],
  };
}

type IntervalBasis = Pick<HistoryRatio, "mean" | "spread" | "t" | "wars">;

/** How a named ratio was calculated. */
export function namedStep({ low, high }: Ratio, named: NamedRatio): WorkedStep | undefined {
  if (named.kind === "history") return { step: ratioName(named), ...intervalStep(named, low, high) };
  if (!named.counts) return undefined;
  const { killed, losses } = named.counts;
  const terms = (parts: readonly string[]) => (parts.length > 1 ? `(${parts.join(" + ")})` : parts[0]!);
  return {
    step: `ratio of ${named.name}`,
    formula: `${terms(losses.map(({ of }) => of))} ÷ killed`,
    lines: [
      `${terms(losses.map(({ count }) => whole(count)))} ÷ ${whole(killed)} ${isRounded(low) ? "≈" : "="} ${decimal(low)}`,
    ],
  };
}

const isRounded = (value: Rational) => !value.equals(Rational.decimal(value.toFixed(2)));
