import { refuse } from "../core/errors.ts";
import type { RoleColumn } from "./columns.ts";
import { FIGURE_PARTS, type FigureColumns, type FigurePart, figureColumns, isNameOf } from "./figure-columns.ts";
import { columnFor } from "./named-column.ts";
import type { Decimal } from "./plain-row.ts";
import type { SelectionPlan } from "./plan.ts";
import { type Column, EMPTY, type RowCells } from "./read/records.ts";
import { ENDS, type End, type RoleWord, type Target, targetOf } from "./role-words.ts";
import { type FigureRole, formsOf, type Role, rangeOf } from "./roles.ts";
import { ValueColumn } from "./value-column.ts";

/** How many values the note on rows without a role names. */
const MOST_SHOWN = 1000;

/** Columns that are not in the table are numbered from here. */
const ADDED = 2 ** 20;

/**
 * The rows of a table in which one column says what the figures of a row count. Each role gets a column of its own, and
 * only the one that the current row gives is filled.
 */
export class RowRoles implements RowCells {
  readonly columns: readonly RoleColumn[];
  /** Names of the columns that say what is counted, and of those with the figures. */
  readonly used: readonly string[];
  /** The first values for which no role is given. */
  readonly otherValues = new Set<string>();
  /** What the figures of the current row count. */
  role: FigureRole = "killed";
  /** Which end of them it gives, if only one. */
  end: End | undefined;
  readonly values: readonly ValueColumn<RoleWord>[];
  readonly #figures: FigureColumns;
  /** The columns that a row with some role and end fills, by the added column. */
  readonly #filled = new Map<string, readonly (Column | undefined)[]>();
  #current: readonly (Column | undefined)[] = [];

  /** Throws InputError if a column is missing. */
  constructor(
    private readonly records: RowCells,
    { roles, figures }: SelectionPlan,
  ) {
    this.values = roles.map((role) => new ValueColumn(records, role));
    this.#figures = figureColumns(records, figures);
    const targets = roles.flatMap(({ meanings }) => [...meanings.values()].map(({ meaning }) => targetOf(meaning)));
    const hasEnds = targets.some(({ end }) => end) || ENDS.some((end) => this.#figures[end] !== undefined);
    if (targets.some(({ end }) => end) && this.#figures.figure === undefined) {
      refuse({ code: "E-ROLE-FIGURES", args: { columns: records.header, isSingle: true }, at: { option: "--role" } });
    }
    const named = new Set(targets.flatMap(({ role }) => role ?? []));
    const all = [...named].flatMap((role): readonly Role[] => (hasEnds ? rangeOf(role) : [role]));
    this.columns = all.map((role, index) => ({ role, name: this.#nameFor(role), column: ADDED + index }));
    this.used = [...roles.map(({ column }) => column), ...Object.values(this.#figures)];
    for (const role of named) {
      for (const end of [undefined, ...ENDS]) {
        const filled = all.map((form) => (formsOf(role).includes(form) ? this.#source(form, role, end) : undefined));
        this.#filled.set(`${role} ${end ?? ""}`, filled);
      }
    }
  }

  /** Finds out what the current row counts; false if no role is given for it. */
  begin(): boolean {
    let target: Target = {};
    for (const values of this.values) {
      const word = values.read();
      if (word === undefined) {
        if (this.otherValues.size < MOST_SHOWN) this.otherValues.add(values.text);
        return false;
      }
      const { role = target.role, end = target.end } = targetOf(word);
      target = { role, end };
    }
    this.role = target.role!;
    this.end = target.end;
    this.#current = this.#filled.get(`${target.role} ${target.end ?? ""}`)!;
    return true;
  }

  get header(): readonly string[] {
    return this.records.header;
  }

  column(name: string): Column | undefined {
    return this.records.column(name);
  }

  /** Whether a key of an object would be a column of figures if the first rows had it. */
  isFigure(key: string): boolean {
    return Object.values(this.#figures).includes(key) || FIGURE_PARTS.some((part) => isNameOf(part, key));
  }

  #nameFor(role: Role): string {
    const end = ENDS.find((end) => role.endsWith(`_${end}`));
    const { figure } = this.#figures;
    return (end && (this.#figures[end] ?? (end === "best" ? figure : undefined))) ?? figure ?? role;
  }

  /** The column that fills a role in a row that gives all of a figure, or one end of it. */
  #source(form: Role, role: FigureRole, end: End | undefined): Column | undefined {
    const figures = this.#figures;
    const column = (part: FigurePart) =>
      figures[part] === undefined ? undefined : columnFor("--map", figures[part], this.records);
    if (form === role) return column("figure");
    const own = ENDS.find((one) => form === `${role}_${one}`)!;
    if (end) return end === own ? column("figure") : undefined;
    return column(own) ?? (own === "best" ? column("figure") : undefined);
  }

  #at(column: Column): Column | undefined {
    return column < ADDED ? column : this.#current[column - ADDED];
  }

  isEmpty(column: Column): boolean {
    const at = this.#at(column);
    return at === undefined || this.records.isEmpty(at);
  }

  text(column: Column): string {
    const at = this.#at(column);
    return at === undefined ? "" : this.records.text(at);
  }

  written(column: Column): string {
    const at = this.#at(column);
    return at === undefined ? "" : this.records.written(at);
  }

  whole(column: Column): number {
    const at = this.#at(column);
    return at === undefined ? EMPTY : this.records.whole(at);
  }

  decimal(column: Column): Decimal | undefined {
    const at = this.#at(column);
    return at === undefined ? undefined : this.records.decimal(at);
  }
}
