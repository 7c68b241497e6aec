import { InputError, type Problem, refuse } from "../core/errors.ts";
import type { Figure } from "../core/figure.ts";
import { lazy } from "../core/lazy.ts";
import { Rational } from "../core/rational.ts";
import { choiceProblem } from "../core/suggest.ts";
import { numberWords } from "../notation/amount.ts";
import { isEmptyCell, isNone, MISSING_CODES } from "../notation/missing.ts";
import type { Columns } from "./columns.ts";
import type { RowCells } from "./read/records.ts";
import { type FigureRole, formsOf, type Role, rangeOf } from "./roles.ts";
import type { Scale } from "./scale.ts";

/** How the cells of a table are to be read. */
export interface CellOptions {
  /** What else means that a cell is empty. */
  readonly missing: readonly string[];
  readonly scale: Scale;
}

/** A value that may be a count of people, or something else. */
interface MaybeCount {
  readonly figure?: Figure | undefined;
}

/** A number that means "empty", and in how many cells of a column it does. */
export interface MissingCode {
  readonly column: string;
  readonly code: string;
  readonly cells: number;
}

/** The cells of a table by their meaning, in the current row. */
export class Cells {
  /** What is wrong with the row, each mistake with its column. */
  problems: Problem[] = [];
  /** Whether a fraction of a person was rounded in the row. */
  isRounded = false;
  /** Whether the low and the high end of a figure were in each other's columns. */
  isSwapped = false;
  /** Numbers that mean "empty", by column and number. */
  readonly codes = new Map<string, MissingCode>();
  readonly #missing: ReadonlySet<string>;
  /** What was found in the row so far. */
  #texts = new Map<Role, string | undefined>();

  constructor(
    private readonly records: Pick<RowCells, "isEmpty" | "text" | "written">,
    readonly columns: Pick<Columns, "of" | "names" | "hedges">,
    private readonly cellOptions: CellOptions,
  ) {
    this.#missing = new Set(cellOptions.missing.map((code) => code.trim().toLowerCase()));
  }

  /** Begins a row, and forgets the last one. */
  begin(): void {
    this.problems = [];
    this.isRounded = false;
    this.isSwapped = false;
    // Not clear(): in V8 that links what it cleared to what comes after, so that the garbage of all rows stays for long.
    this.#texts = new Map();
  }

  /** The text of a cell; undefined if there is no such column, or nothing in it. */
  text(role: Role): string | undefined {
    const column = this.columns.of[role];
    if (column === undefined || this.records.isEmpty(column)) return undefined;
    if (!this.#texts.has(role)) this.#texts.set(role, this.#find(role, this.records.text(column).trim()));
    return this.#texts.get(role);
  }

  #find(role: Role, text: string): string | undefined {
    if (isEmptyCell(text) || this.#missing.has(text.toLowerCase())) return undefined;
    if (role === "name" || role === "source") return text;
    // A force of nobody means that its size is not known.
    if (formsOf("force").includes(role) && Number(text) === 0) return undefined;
    if (!MISSING_CODES.includes(text)) return text;
    const column = this.columns.names[role]!;
    const { cells = 0 } = this.codes.get(column + text) ?? {};
    this.codes.set(column + text, { column, code: text, cells: cells + 1 });
    return undefined;
  }

  read<T>(role: Role, parse: (text: string) => T): T | undefined {
    const written = this.text(role);
    if (written === undefined) return undefined;
    try {
      if (isNone(written)) refuse({ code: "E-CELL-NONE", args: { found: written }, text: written });
      return parse(this.#hedged(role, written));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      const at = { cell: this.columns.names[role]! };
      this.problems.push(
        ...error.problems.map((problem) => ({ ...this.#asWritten(problem, role), at: problem.at ?? at })),
      );
      return undefined;
    }
  }

  /** Reads a count of people, in the unit of its column. A fraction of a person, as models have them, is rounded. */
  count<T extends MaybeCount>(role: Role, parse: (text: string) => T): T | undefined {
    const factor = this.cellOptions.scale(role);
    return this.read(role, (text) => {
      const isPlain = factor !== 1 && NUMBER.test(text) && !/\.\d{3}$/.test(text);
      const scaled = isPlain ? this.#whole(text, factor) : undefined;
      if (scaled !== undefined) return parse(scaled);
      try {
        return multiplied(parse(text), factor, parse);
      } catch (error) {
        const isFraction = error instanceof InputError && error.problems.every(({ code }) => code === "E-FRACTION");
        const rounded = isFraction ? this.#whole(text, factor) : undefined;
        if (rounded === undefined) throw error;
        return parse(rounded);
      }
    });
  }

  /**
   * A text with whole numbers of people instead of its decimals. Undefined if it is not a plain number in people, or if
   * it has a number that cannot be scaled alone: one in words, or with a dot that may separate thousands.
   */
  #whole(text: string, factor: number): string | undefined {
    const isFixed = /(?<![\d.])\.\d|\.\d{3}(?!\d)/.test(text) || text.split(/[^a-z]+/i).some(isNumberWord);
    if (!NUMBER.test(text) && (factor === 1 || isFixed)) return undefined;
    return text.replace(NUMBERS, (number) => {
      const people = Rational.decimal(number.replaceAll(",", "")).times(Rational.of(factor));
      this.isRounded ||= !people.isWhole();
      return people.round().toString();
    });
  }

  /** A figure whose ends have columns of their own. A low or a high alone leaves the other end open. */
  range(role: FigureRole, parse: (text: string) => Figure): Figure | undefined {
    const [lowRole, bestRole, highRole] = rangeOf(role);
    const end = (endRole: Role, open?: "openLow" | "openHigh") =>
      this.count(endRole, (text) => ({ figure: singleNumber(parse(text), text, open) }))?.figure;
    const before = this.problems.length;
    const [best, lower, upper] = [end(bestRole), end(lowRole, "openLow"), end(highRole, "openHigh")];
    const isSwapped = areSwapped(lower, best, upper);
    const [low, high] = isSwapped ? [upper, lower] : [lower, upper];
    this.isSwapped ||= isSwapped;
    if (this.problems.length > before) return undefined;
    if (!low && !high) return best && { ...best, best: best.low };
    const [from, to] = [low ?? best ?? high!, high ?? best ?? low!];
    const texts = [low?.text ?? "", ...(low && high ? [] : [best?.text ?? ""]), high?.text ?? ""];
    const text = texts.filter((part) => part !== "").join("-");
    const dropped = [low, best, high].flatMap((figure) => figure?.dropped ?? []);
    const { names } = this.columns;
    if (low && high && low.low > high.high) {
      const args = { low: String(high.high), high: String(low.low) };
      this.problems.push({ code: "E-RANGE-REVERSED", args, text, at: { cell: names[lowRole]! } });
      return undefined;
    }
    if (best && (best.low < from.low || best.low > to.high)) {
      const args = { best: best.text };
      this.problems.push({ code: "E-BEST-OUTSIDE", args, text, at: { cell: names[bestRole]! } });
      return undefined;
    }
    return {
      low: from.low,
      best: best?.low,
      high: to.high,
      openLow: low === undefined || low.openLow,
      openHigh: high === undefined || high.openHigh,
      approximate: [low, best, high].some((figure) => figure?.approximate),
      text,
      ...(dropped.length > 0 ? { dropped } : {}),
    };
  }

  /** A JSON number is shown as it was written, if it was read with other digits. */
  #asWritten(problem: Problem, role: Role): Problem {
    const column = this.columns.of[role]!;
    const text = this.records.written(column);
    if (text === this.records.text(column)) return problem;
    return { ...problem, text, start: 0, end: text.length, tries: [] };
  }

  /** A figure with what the column next to it says about it: "about", or "more" for "at least". */
  #hedged(role: Role, text: string): string {
    const column = this.columns.hedges[role];
    const hedge = column === undefined ? "" : this.records.text(column).trim().toLowerCase();
    if (hedge === "") return text;
    const before = HEDGES.get(hedge);
    if (before !== undefined) return `${before} ${text}`;
    return refuse({ ...choiceProblem(hedge, [...HEDGES.keys()]), at: { cell: `${this.columns.names[role]}*` } });
  }
}

/** A number in digits, perhaps in groups of three, perhaps with decimals. */
const NUMBER = /^(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/;

/** The numbers of a text that count people, and not percentages or footnotes. */
const NUMBERS = /(?<!\[)(?<!\d)\d[\d,]*(?:\.\d+)?(?![\d.]*\s*(?:%|per ?cent))/g;

const NUMBER_WORDS = lazy(() => new Set(numberWords()));
const isNumberWord = (word: string) => NUMBER_WORDS().has(word.toLowerCase());

/** Converts a figure from the unit of its column to people. Throws InputError if that is more than a count can be. */
function multiplied<T extends MaybeCount>(value: T, factor: number, parse: (text: string) => T): T {
  const { figure } = value;
  if (factor === 1 || !figure) return value;
  parse(String(BigInt(figure.high) * BigInt(factor)));
  const scaled = (people: number) => people * factor;
  const best = figure.best === undefined ? undefined : scaled(figure.best);
  return { ...value, figure: { ...figure, low: scaled(figure.low), best, high: scaled(figure.high) } };
}

/** What the column next to a figure may say about it, and the words that it is read as. */
export const HEDGES: ReadonlyMap<string, string> = new Map([
  ..."about around approximately roughly nearly almost some over ~ est. estimated"
    .split(" ")
    .map((word) => [word, word] as const),
  ...["at least", "more than", "up to", "at most", "fewer than", "less than"].map(
    (phrase) => [phrase, phrase] as const,
  ),
  ["more", "at least"],
  ["+", "at least"],
  ["fewer", "up to"],
  ["less", "up to"],
  ["estimate", "estimated"],
]);

/** Whether the columns of two closed ends were mixed up: the best value, which is between them, shows it. */
function areSwapped(lower: Figure | undefined, best: Figure | undefined, upper: Figure | undefined): boolean {
  if (!lower || !best || !upper || lower.openLow || upper.openHigh) return false;
  return lower.low > upper.high && best.low >= upper.low && best.low <= lower.low;
}

/** Refuses anything but a single number. Only its own end of a range may leave it open. */
function singleNumber(figure: Figure, text: string, open?: "openLow" | "openHigh"): Figure {
  const closed = (["openLow", "openHigh"] as const).every((end) => end === open || !figure[end]);
  if (figure.low !== figure.high || figure.best !== undefined || !closed || figure.vague) {
    refuse({ code: "E-CELL-SINGLE", args: { found: figure.text }, text, start: 0, end: text.length });
  }
  return figure;
}
