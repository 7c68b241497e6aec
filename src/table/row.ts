import { collect, InputError, type Problem, refuse } from "../core/errors.ts";
import type { Figure, RatioLookup } from "../core/figure.ts";
import { inputOf, withRules } from "../core/rules.ts";
import type { Scenario } from "../core/scenario.ts";
import { notAChoice } from "../core/suggest.ts";
import { parseFigure } from "../notation/figure.ts";
import { INPUT_ENTRIES } from "../notation/inputs.ts";
import { parseName } from "../notation/label.ts";
import { isEmptyCell } from "../notation/missing.ts";
import type { Columns, Role } from "./columns.ts";
import type { Records } from "./read/records.ts";

const FIGURES = ["killed", "killed_low", "killed_best", "killed_high", "casualties"] as const;

/** A row as a scenario; without one where its figures are empty, or something in it is wrong. */
export interface Row {
  readonly scenario?: Scenario;
  readonly problems: readonly Problem[];
}

/**
 * Reads the row that was taken last, in the notation of every figure. What it lacks is taken from
 * the defaults. Whether its inputs go together is seen when it is estimated.
 */
export function readRow(
  records: Records,
  columns: Columns,
  defaults: Scenario,
  figures: KilledFigures,
  ratios?: RatioLookup,
): Row {
  const cells = new Cells(records, columns, figures);
  if (cells.isEmpty()) return { problems: [] };
  const { problems } = cells;
  const source = cells.source();
  const killed = cells.killed();
  const scenario: Record<string, unknown> = { killed: killed && [{ source, counts: columns.counts, figure: killed }] };
  for (const [name, { cell, repeats }] of INPUT_ENTRIES) {
    if (name === "killed") continue;
    const value = cell && cells.read(name, (text) => cell(text, ratios));
    scenario[name] = value === undefined ? defaults[name] : repeats ? [value] : value;
  }
  const casualties = scenario.casualties as Scenario["casualties"];
  if (source !== undefined && casualties) scenario.casualties = casualties.map((report) => ({ source, ...report }));
  if (problems.length === 0) return { scenario, problems };
  return { problems: placedInRow(withRules(problems, scenario), columns) };
}

/** What does not go together is told at the column that cannot stand. */
export function placedInRow(problems: readonly Problem[], { names }: Columns): Problem[] {
  return problems.map((problem) => {
    const cell = names[inputOf(problem) as Role];
    return cell === undefined || problem.at ? problem : { ...problem, at: { cell } };
  });
}

/** The cells of one row by what they stand for; each mistake is added to the list, with its column. */
class Cells {
  readonly problems: Problem[] = [];

  constructor(
    private readonly records: Records,
    private readonly columns: Columns,
    private readonly figures: KilledFigures,
  ) {}

  /** Whether the row has no figure at all. */
  isEmpty(): boolean {
    return FIGURES.every((role) => this.text(role) === undefined);
  }

  /** Undefined where there is no such column, or nothing in it. */
  text(role: Role): string | undefined {
    const column = this.columns.of[role];
    if (column === undefined || this.records.isEmpty(column)) return undefined;
    const text = this.records.text(column).trim();
    if (isEmptyCell(text) || (role.startsWith("killed") && text === this.columns.missing)) return undefined;
    return text;
  }

  read<T>(role: Role, parse: (text: string) => T): T | undefined {
    const written = this.text(role);
    if (written === undefined) return undefined;
    const text = this.hedged(role, written);
    try {
      return parse(text);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      const at = { cell: this.columns.names[role]! };
      this.problems.push(...error.problems.map((problem) => ({ ...this.asWritten(problem, role), at })));
      return undefined;
    }
  }

  /** A number of JSON is shown as it came, where it was read in other digits. */
  private asWritten(problem: Problem, role: Role): Problem {
    const column = this.columns.of[role]!;
    const text = this.records.written(column);
    if (text === this.records.text(column)) return problem;
    return { ...problem, text, start: 0, end: text.length, tries: [] };
  }

  /** Who says so. Its text changes no number, so it can never cost a row: what no name may hold is left out. */
  source(): string | undefined {
    const text = this.text("source");
    if (text === undefined) return undefined;
    return collect([], () => parseName(text)) ?? shortName(text);
  }

  /** A figure with what the column beside it says of it: "about", or "more" for at least. */
  private hedged(role: Role, text: string): string {
    const column = this.columns.hedges[role];
    const hedge = column === undefined ? "" : this.records.text(column).trim().toLowerCase();
    if (hedge === "") return text;
    const before = HEDGES.get(hedge);
    if (before !== undefined) return `${before} ${text}`;
    const problem = notAChoice(hedge, [...HEDGES.keys()]);
    this.problems.push({ ...problem, at: { cell: `${this.columns.names[role]}*` } });
    return text;
  }

  /** The killed of one column, or of three. */
  killed(): Figure | undefined {
    if (this.columns.of.killed !== undefined) return this.read("killed", (text) => this.figures.read(text));
    const single = (text: string, open?: "openLow" | "openHigh") => singleNumber(this.figures.read(text), text, open);
    const best = this.read("killed_best", (text) => single(text));
    const low = this.read("killed_low", (text) => single(text, "openLow"));
    const high = this.read("killed_high", (text) => single(text, "openHigh"));
    if (this.problems.length > 0) return undefined;
    if (low && high) return this.range(low, best, high);
    if (!low && !high) return best && { ...best, best: best.low };
    const [there, other] = low ? (["killed_low", "killed_high"] as const) : (["killed_high", "killed_low"] as const);
    const { names } = this.columns;
    const args = { column: names[there]!, other: names[other] ?? other };
    this.problems.push({ code: "E-CELL-MISSING", args, at: { cell: args.other } });
    return undefined;
  }

  private range(low: Figure, best: Figure | undefined, high: Figure): Figure | undefined {
    const { names } = this.columns;
    const text = `${low.text}-${high.text}`;
    const dropped = [low, best, high].flatMap((figure) => figure?.dropped ?? []);
    if (low.low > high.high) {
      const args = { low: String(high.high), high: String(low.low) };
      this.problems.push({ code: "E-RANGE-REVERSED", args, text, at: { cell: names.killed_low! } });
      return undefined;
    }
    if (best && (best.low < low.low || best.low > high.high)) {
      const args = { best: best.text };
      this.problems.push({ code: "E-BEST-OUTSIDE", args, text, at: { cell: names.killed_best! } });
      return undefined;
    }
    return {
      low: low.low,
      best: best?.low,
      high: high.high,
      openLow: low.openLow,
      openHigh: high.openHigh,
      approximate: low.approximate || high.approximate || best?.approximate === true,
      text,
      ...(dropped.length > 0 ? { dropped } : {}),
    };
  }
}

/** What the column next to a figure may say of it, and what is read for it. */
const HEDGES: ReadonlyMap<string, string> = new Map([
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

const LONGEST_NAME = 200;

/** The beginning of a text that is too long for a name or has characters that cannot be printed; undefined if nothing is left. */
function shortName(text: string): string | undefined {
  const name = text
    .replace(/\s+/g, " ")
    .slice(0, LONGEST_NAME)
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, "")
    .trim();
  return name === "" ? undefined : name;
}

const KILLED = { counted: "killed" } as const;

/** Reads the figures of killed. The last texts are kept, since both ways to compute a row may read them. */
export class KilledFigures {
  readonly #last: { text: string; figure: Figure | undefined; error: unknown }[] = [];

  /** A figure in any notation. Throws InputError. */
  read(text: string): Figure {
    const known = this.#last.find((read) => read.text === text) ?? this.#readNew(text);
    if (known.figure === undefined) throw known.error;
    return known.figure;
  }

  /** The same if its ends are closed; undefined for all that needs a closer look. */
  closed(text: string): Figure | undefined {
    const figure = collect([], () => this.read(text.trim()));
    return figure && !figure.openLow && !figure.openHigh && !figure.dropped && !figure.confirmed ? figure : undefined;
  }

  #readNew(text: string): { readonly figure: Figure | undefined; readonly error: unknown } {
    let [figure, error]: [Figure | undefined, unknown] = [undefined, undefined];
    try {
      figure = parseFigure(text, KILLED);
    } catch (thrown) {
      error = thrown;
    }
    const read = { text, figure, error };
    // A row has at most a low, a best and a high figure.
    if (this.#last.length === 3) this.#last.shift();
    this.#last.push(read);
    return read;
  }
}

/** Refuses all but one number, which only its own end of a range may leave open. */
function singleNumber(figure: Figure, text: string, open?: "openLow" | "openHigh"): Figure {
  const closed = (["openLow", "openHigh"] as const).every((end) => end === open || !figure[end]);
  if (figure.low !== figure.high || figure.best !== undefined || !closed || figure.vague) {
    refuse({ code: "E-CELL-SINGLE", args: { found: figure.text }, text, start: 0, end: text.length });
  }
  return figure;
}
