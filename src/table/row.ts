import { CATEGORIES, type Category } from "../core/categories.ts";
import { collect, type Problem } from "../core/errors.ts";
import type { Figure } from "../core/figure.ts";
import type { CategoryLoss, InputName, Kind } from "../core/inputs.ts";
import type { RatioLookup } from "../core/ratio-lookup.ts";
import { inputOf, withRules } from "../core/rules.ts";
import type { Scenario } from "../core/scenario.ts";
import { parseFigure } from "../notation/figure.ts";
import { INPUT_ENTRIES, INPUTS } from "../notation/inputs.ts";
import { parseName } from "../notation/label.ts";
import { type CellOptions, Cells } from "./cells.ts";
import type { Columns } from "./columns.ts";
import type { Figures } from "./figures.ts";
import { expectedCategories, expectsCasualties, PAIRED } from "./gaps.ts";
import type { RowCells } from "./read/records.ts";
import { FIGURES, type FigureRole, PAIRS, REQUIRED_ROLES, type Role, rangeOf } from "./roles.ts";

/** A row as a scenario. The scenario is missing if its figures are empty, or if something in it is wrong. */
export interface RowScenario {
  readonly scenario?: Scenario;
  readonly problems: readonly Problem[];
  /** Whether the row leaves out losses that have a column, so that its own are not all that there were. */
  readonly hasGap: boolean;
  /** Whether a fraction of a person was rounded in the row. */
  readonly isRounded: boolean;
  /** Whether the ends of a figure were in each other's columns. */
  readonly isSwapped: boolean;
}

/**
 * Reads the cells of a row in the notation of the inputs that they give. Whatever a row lacks comes from the defaults. Whether its inputs go
 * together is only checked when it is estimated.
 */
export class RowReader {
  readonly cells: Cells;
  readonly #expected: readonly Category[];
  readonly #expectsCasualties: boolean;

  constructor(
    records: RowCells,
    private readonly columns: Columns,
    private readonly defaults: Scenario,
    private readonly figures: Figures,
    cellOptions: CellOptions,
    private readonly ratios?: RatioLookup,
    private readonly sources?: { readonly kind: Kind | undefined },
  ) {
    this.cells = new Cells(records, columns, cellOptions);
    this.#expected = expectedCategories(columns, defaults);
    this.#expectsCasualties = expectsCasualties(columns, defaults);
  }

  /** Reads the current row. */
  read(): RowScenario {
    const { cells } = this;
    cells.begin();
    if (REQUIRED_ROLES.every((role) => cells.text(role) === undefined))
      return { problems: [], hasGap: false, isRounded: false, isSwapped: false };
    const source = this.#source();
    const kind = this.sources?.kind;
    const killed = this.#figure("killed", (text) => ({ figure: this.figures.read(text) }))?.figure;
    const scenario: Record<string, unknown> = {
      killed: killed && [{ source, kind, counts: this.columns.counts, figure: killed }],
    };
    for (const [name, { repeats }] of INPUT_ENTRIES) {
      if (name === "killed") continue;
      const value = this.#input(name);
      scenario[name] = value === undefined ? this.defaults[name] : repeats ? [value] : value;
    }
    const hasGap = this.#hasGap(scenario);
    this.#addPairs(scenario, killed);
    const casualties = scenario.casualties as Scenario["casualties"];
    if ((source ?? kind) !== undefined && casualties) {
      scenario.casualties = casualties.map((report) => ({ source, kind, ...report }));
    }
    const { problems, isRounded, isSwapped } = cells;
    if (problems.length === 0) return { scenario, problems, hasGap, isRounded, isSwapped };
    return { problems: placedInRow(withRules(problems, scenario), this.columns), hasGap, isRounded, isSwapped };
  }

  #hasGap({ casualties, ratio, died, share, ...given }: Scenario): boolean {
    if (casualties ?? ratio ?? died ?? share) return false;
    const pairs = PAIRS.filter((pair) => this.cells.text(pair) !== undefined);
    const isPaired = (category: Category) => pairs.some((pair) => PAIRED[pair].includes(category));
    const isKilledAlone = pairs.length === 0 && CATEGORIES.every((category) => given[category] === undefined);
    if (this.#expectsCasualties && isKilledAlone) return true;
    return this.#expected.some((category) => given[category] === undefined && !isPaired(category));
  }

  #input(name: InputName): unknown {
    const { cell } = INPUTS[name];
    if (!cell) return undefined;
    const parse = (text: string) => cell(text, this.ratios) as { figure?: Figure };
    const role = FIGURES.find((figure) => figure === name);
    return role ? this.#figure(role, parse) : this.cells.read(name, parse);
  }

  /** Reads a figure from one column, or from the columns of its ends. */
  #figure<T extends { readonly figure?: Figure | undefined }>(role: FigureRole, parse: (text: string) => T) {
    const { cells, columns } = this;
    if (columns.of[role] !== undefined || rangeOf(role).every((end) => columns.of[end] === undefined)) {
      return cells.count(role, parse);
    }
    const figure = cells.range(role, (text) =>
      role === "killed" ? this.figures.read(text) : parseFigure(text, { counted: role }),
    );
    return figure && { figure, ...(isCategory(role) && { kind: "count" as const }) };
  }

  /**
   * Adds losses that are counted two at a time. The captured and missing become one count; the killed and wounded, with
   * the counts of the other categories, make the casualties.
   */
  #addPairs(
    scenario: { wounded?: unknown; captured?: unknown; missing?: unknown; casualties?: unknown },
    killed: Figure | undefined,
  ): void {
    const pair = (role: (typeof PAIRS)[number]) =>
      this.cells.count(role, (text) => ({ figure: parseFigure(text) }))?.figure;
    const [both, held] = PAIRS.map(pair);
    // A total already includes them.
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

  /** Who reported the figures. The text changes no number, so it must never cost us a row: what a name cannot hold is left out. */
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

/**
 * Inputs that do not go together are reported at the column to leave out. What may be added is only what a row can have.
 */
export function placedInRow(problems: readonly Problem[], { names }: Columns): Problem[] {
  return problems.map((problem) => {
    const cell = names[inputOf(problem) as Role];
    const at = { ...(cell === undefined ? {} : { cell }), ...problem.at, columns: names };
    if (problem.code !== "E-NEEDS") return { ...problem, at };
    const needs = problem.args.needs.filter((need) => need === "killed" || INPUTS[need].cell !== undefined);
    return { ...problem, args: { ...problem.args, needs }, at };
  });
}

const LONGEST_NAME = 200;

/**
 * The beginning of a text that is too long for a name, or that has characters which cannot be printed; undefined if
 * nothing is left.
 */
function shortName(text: string): string | undefined {
  const name = text
    .replace(/\s+/g, " ")
    .slice(0, LONGEST_NAME)
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, "")
    .trim();
  return name === "" ? undefined : name;
}
