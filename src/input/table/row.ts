import { collect, type Problem, refuse } from "../../core/errors.ts";
import type { Figure } from "../../core/figure.ts";
import { inputOf, withRules } from "../../core/rules.ts";
import { CATEGORIES, type CategoryLoss, type Scenario } from "../../core/scenario.ts";
import { parseFigure, parseLoss, parseRatio, parseShare } from "../../notation/figure.ts";
import { parseForce } from "../../notation/inputs.ts";
import { parseName } from "../../notation/label.ts";
import type { Columns, Role } from "./columns.ts";
import type { Records } from "./records.ts";

/** A row as a scenario; without one where its figures are empty, or something in it is wrong. */
export interface Row {
  readonly scenario?: Scenario;
  readonly problems: readonly Problem[];
}

const FIGURES = ["killed", "killed_low", "killed_best", "killed_high", "casualties"] as const;

/**
 * Reads the row that was taken last, in the notation of every figure. What it lacks is taken from
 * the defaults. The place of a problem is the name of its column.
 */
export function readRow(records: Records, columns: Columns, defaults: Scenario): Row {
  const cells = new Cells(records, columns);
  if (FIGURES.every((role) => cells.text(role) === undefined)) return { problems: [] };
  const { problems } = cells;
  const source = cells.read("source", parseName);
  const killed = cells.killed();
  const casualties = cells.read("casualties", (text) => parseFigure(text, { counted: "casualties" }));
  const force = cells.read("force", parseForce);
  const categories = CATEGORIES.map((role) => [role, cells.read(role, (text) => lossOf(text, role)) ?? defaults[role]]);
  const scenario: Scenario = {
    ...defaults,
    killed: killed && [{ source, counts: columns.counts, figure: killed }],
    casualties: casualties && { source, figure: casualties },
    ratio: cells.read("ratio", parseRatio) ?? defaults.ratio,
    ...(Object.fromEntries(categories) as Pick<Scenario, (typeof CATEGORIES)[number]>),
    returned: cells.read("returned", parseShare) ?? defaults.returned,
    forces: force ? [force] : defaults.forces,
  };
  const all = withRules(problems, scenario).map((problem): Problem => {
    const role = inputOf(problem) as Role | undefined;
    return {
      ...problem,
      at: problem.at ?? (role && columns.of[role] !== undefined ? { cell: columns.names[role]! } : {}),
    };
  });
  return all.length > 0 ? { problems: all } : { scenario, problems: [] };
}

function lossOf(text: string, counted: (typeof CATEGORIES)[number]): CategoryLoss {
  return parseLoss(text, { counted });
}

/** The cells of one row by what they stand for; each mistake is added to the list, with its column. */
class Cells {
  readonly problems: Problem[] = [];

  constructor(
    private readonly records: Records,
    private readonly columns: Columns,
  ) {}

  /** Undefined where there is no such column, or nothing in it. */
  text(role: Role): string | undefined {
    const column = this.columns.of[role];
    if (column === undefined || this.records.isEmpty(column)) return undefined;
    const text = this.records.text(column).trim();
    const empty = text === "" || (role.startsWith("killed") && text === this.columns.missing);
    return empty ? undefined : text;
  }

  read<T>(role: Role, parse: (text: string) => T): T | undefined {
    const written = this.text(role);
    if (written === undefined) return undefined;
    const text = this.hedged(role, written);
    const own: Problem[] = [];
    const value = collect(own, () => parse(text));
    this.problems.push(...own.map((problem) => ({ ...problem, at: { cell: this.columns.names[role]! } })));
    return value;
  }

  /** A figure with what the column beside it says of it: "about", or "more" for at least. */
  private hedged(role: Role, text: string): string {
    const column = this.columns.hedges[role];
    const hedge = column === undefined ? "" : this.records.text(column).trim().toLowerCase();
    return hedge === "" ? text : `${hedge === "more" ? "at least" : hedge} ${text}`;
  }

  /** The killed of one column, or of three. */
  killed(): Figure | undefined {
    if (this.columns.of.killed !== undefined) return this.read("killed", (text) => parseFigure(text, KILLED));
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
    };
  }
}

const KILLED = { counted: "killed" } as const;

/** One number, which only its own end of a range may leave open. */
function single(text: string, open?: "openLow" | "openHigh"): Figure {
  const figure = parseFigure(text, KILLED);
  const closed = (["openLow", "openHigh"] as const).every((end) => end === open || !figure[end]);
  if (figure.low !== figure.high || figure.best !== undefined || !closed || figure.vague) {
    refuse({ code: "E-CELL-SINGLE", args: { found: figure.text }, text, start: 0, end: text.length });
  }
  return figure;
}
