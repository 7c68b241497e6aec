import { collect, type Problem } from "../core/errors.ts";
import type { Figure, RatioLookup } from "../core/figure.ts";
import { inputOf, withRules } from "../core/rules.ts";
import { CATEGORIES, type Category, type CategoryLoss, type InputName, type Scenario } from "../core/scenario.ts";
import { parseFigure } from "../notation/figure.ts";
import { INPUT_ENTRIES, INPUTS } from "../notation/inputs.ts";
import { parseName } from "../notation/label.ts";
import { Cells, type Reading } from "./cells.ts";
import type { Columns } from "./columns.ts";
import type { Figures } from "./figures.ts";
import type { Records } from "./read/records.ts";
import { FIGURES, type FigureRole, PAIRS, type Role, rangeOf, TELLING } from "./roles.ts";

/** A row as a scenario; without one where its figures are empty, or something in it is wrong. */
export interface Row {
  readonly scenario?: Scenario;
  readonly problems: readonly Problem[];
  /** A fraction of a person was rounded in it. */
  readonly isRounded: boolean;
}

/**
 * Reads rows in the notation of every figure. What a row lacks is taken from the defaults. Whether its inputs go
 * together is seen when it is estimated.
 */
export class RowReader {
  readonly cells: Cells;

  constructor(
    records: Records,
    private readonly columns: Columns,
    private readonly defaults: Scenario,
    private readonly figures: Figures,
    reading: Reading,
    private readonly ratios?: RatioLookup,
  ) {
    this.cells = new Cells(records, columns, reading);
  }

  /** The row that was taken last. */
  read(): Row {
    const { cells } = this;
    cells.begin();
    if (TELLING.every((role) => cells.text(role) === undefined)) return { problems: [], isRounded: false };
    const source = this.#source();
    const killed = this.#figure("killed", (text) => ({ figure: this.figures.read(text) }))?.figure;
    const scenario: Record<string, unknown> = {
      killed: killed && [{ source, counts: this.columns.counts, figure: killed }],
    };
    for (const [name, { repeats }] of INPUT_ENTRIES) {
      if (name === "killed") continue;
      const value = this.#input(name);
      scenario[name] = value === undefined ? this.defaults[name] : repeats ? [value] : value;
    }
    this.#addPairs(scenario, killed);
    const casualties = scenario.casualties as Scenario["casualties"];
    if (source !== undefined && casualties) scenario.casualties = casualties.map((report) => ({ source, ...report }));
    const { problems, isRounded } = cells;
    if (problems.length === 0) return { scenario, problems, isRounded };
    return { problems: placedInRow(withRules(problems, scenario), this.columns), isRounded };
  }

  #input(name: InputName): unknown {
    const { cell } = INPUTS[name];
    if (!cell) return undefined;
    const parse = (text: string) => cell(text, this.ratios) as { figure?: Figure };
    const role = FIGURES.find((one) => one === name);
    return role ? this.#figure(role, parse) : this.cells.read(name, parse);
  }

  /** A figure in one column, or in those of its ends. */
  #figure<T extends { readonly figure?: Figure | undefined }>(role: FigureRole, parse: (text: string) => T) {
    const { cells, columns } = this;
    if (columns.of[role] !== undefined || rangeOf(role).every((end) => columns.of[end] === undefined)) {
      return cells.count(role, parse);
    }
    const figure = cells.range(role, (text) =>
      role === "killed" ? this.figures.read(text) : parseFigure(text, { counted: role }),
    );
    return figure && { ...(isCategory(role) ? { kind: "count" as const } : {}), figure };
  }

  /** Two losses in one count: the captured and missing are one, and with the killed and wounded they make the casualties. */
  #addPairs(
    scenario: { wounded?: unknown; captured?: unknown; missing?: unknown; casualties?: unknown },
    killed: Figure | undefined,
  ): void {
    const pair = (role: (typeof PAIRS)[number]) =>
      this.cells.count(role, (text) => ({ figure: parseFigure(text) }))?.figure;
    const [both, held] = PAIRS.map(pair);
    // A total has them in it.
    if (scenario.casualties) return;
    if (held) {
      scenario.captured = [{ kind: "count", figure: held }];
      scenario.missing = undefined;
    }
    if (!both || (killed && scenario.wounded)) return;
    const others = (["captured", "missing", "deserted"] as const).flatMap((category) =>
      ((scenario as Scenario)[category] ?? []).flatMap((loss: CategoryLoss) =>
        loss.kind === "count" ? [loss.figure] : [],
      ),
    );
    scenario.casualties = [{ figure: [both, ...others].reduce(sum) }];
  }

  /** Who says so. Its text changes no number, so it can never cost a row: what no name may hold is left out. */
  #source(): string | undefined {
    const text = this.cells.text("source");
    if (text === undefined) return undefined;
    return collect([], () => parseName(text)) ?? shortName(text);
  }
}

const isCategory = (role: FigureRole): role is Category => CATEGORIES.some((category) => category === role);

function sum(a: Figure, b: Figure): Figure {
  return {
    low: a.low + b.low,
    high: a.high + b.high,
    openLow: a.openLow || b.openLow,
    openHigh: a.openHigh || b.openHigh,
    approximate: a.approximate || b.approximate,
    text: `${a.text} + ${b.text}`,
  };
}

/** What does not go together is told at the column that cannot stand. */
export function placedInRow(problems: readonly Problem[], { names }: Columns): Problem[] {
  return problems.map((problem) => {
    const cell = names[inputOf(problem) as Role];
    return cell === undefined || problem.at ? problem : { ...problem, at: { cell } };
  });
}

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
