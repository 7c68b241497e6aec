import type { AsOf } from "../core/dates.ts";
import { refuse } from "../core/errors.ts";
import type { Estimate } from "../core/estimate.ts";
import { exact } from "../core/figure.ts";
import { addPeople, type Range } from "../core/range.ts";
import type { Scenario } from "../core/scenario.ts";
import { type Course, changeBetween, type Total } from "./course.ts";
import type { DateColumn } from "./date-column.ts";
import { columnFor } from "./named-column.ts";
import type { SeriesKind, SeriesPlan } from "./plan.ts";
import type { Column, Records } from "./read/records.ts";

/** Everyone up to the last row of a series, and the date of that row as written. */
interface LastRow extends Total {
  readonly date: string;
  readonly killed: Range | undefined;
}

/** Reads rows as those of a series. There is a series for each value of the group's column. */
export class SeriesReader {
  readonly kind: SeriesKind;
  readonly #dates: DateColumn;
  readonly #by: Column;
  readonly #group: Column | undefined;
  /** By what a row counts, and by group. */
  readonly #last: Readonly<Record<"killed" | "casualties" | "losses", Map<string, LastRow>>> = {
    killed: new Map(),
    casualties: new Map(),
    losses: new Map(),
  };
  /** Groups that lost a row, and whether a row of an unknown group was lost. */
  readonly #lost = new Set<string>();
  #isAnyLost = false;
  /** The first day of a row that was lost before the rows were joined, in days like those of dates. */
  lostFrom = Number.POSITIVE_INFINITY;
  /** The day of the current row. */
  #day: AsOf | undefined;
  #date = "";
  #name = "";

  /** Throws InputError if there is no such column, or if its values are not days in a known order. */
  constructor(
    private readonly records: Records,
    private readonly plan: SeriesPlan,
    /** What the rows count, if a column says so. */
    private readonly roles: { readonly role: string } | undefined,
    /** The column of the figures, and the one that says who reports them. */
    private readonly figures: string,
    private readonly source: Column | undefined,
  ) {
    const { kind, dates, group } = plan;
    this.kind = kind;
    this.#dates = dates;
    this.#by = columnFor("--by", dates.name, records);
    this.#group = group === undefined ? undefined : columnFor("--group", group, records);
    dates.judge();
  }

  /** Reads the day of the current row. Throws InputError if the column as a whole cannot be read. */
  readDay(): void {
    this.#day = this.#dates.read(this.records.text(this.#by), this.records.line);
  }

  /** The series that the current row belongs to, and its day. */
  get place(): { readonly name: string; readonly day: number } {
    return { name: this.#groupName().trim(), day: this.#day!.to };
  }

  /** The current row has no figure, or cannot be read, so the sums after it may be too low. */
  noteGap(): void {
    if (this.records.fault) this.#isAnyLost = true;
    else this.#lost.add(this.#groupName());
  }

  /**
   * The change since the row before it in the series, undefined for the first; or all losses so far. Throws InputError
   * if the row has no day, or if its day is not later than the last.
   */
  nextCourse({ killed, casualties }: Scenario, losses: Pick<Estimate, "killed" | "outOfAction">): Course | undefined {
    if (this.kind === "daily") return this.addDay(losses.killed, losses.outOfAction);
    const { figure, rate } = (casualties ?? killed)![0]!;
    return this.nextTotal(figure ? exact(figure) : rate, casualties ? "casualties" : "killed");
  }

  /** The same for a running total. */
  nextTotal(people: Range, of: "killed" | "casualties"): Course | undefined {
    const before = this.#before(of);
    const source = this.source === undefined ? undefined : this.records.text(this.source).trim();
    const now: LastRow = { day: this.#day!.from, people, killed: undefined, date: this.#date, source };
    this.#last[of].set(this.#name, now);
    return before && changeBetween(before, now);
  }

  /** The same for the losses of a day. */
  addDay(killed: Range | undefined, outOfAction: Range): Course {
    const before = this.#before("losses");
    const people = before ? addPeople(before.people, outOfAction) : outOfAction;
    const isKnown = killed && (!before || before.killed);
    const dead = isKnown && before?.killed ? addPeople(before.killed, killed) : isKnown ? killed : undefined;
    this.#last.losses.set(this.#name, { day: this.#day!.to, people, killed: dead, date: this.#date });
    const isLost = this.#isAnyLost || this.#day!.to >= this.lostFrom || this.#lost.has(this.#name);
    const open = (sum: Range) => (isLost ? { ...sum, openHigh: true } : sum);
    return { people: open(people), killed: dead && open(dead), isLower: false };
  }

  /**
   * The row before the current row, in its series. Throws InputError if the current row has no day, or if its day is
   * not later.
   */
  #before(of: "killed" | "casualties" | "losses"): LastRow | undefined {
    this.#date = this.records.text(this.#by).trim();
    this.#name = this.#groupName();
    const day = this.#day ?? this.#dates.refuse(this.#date);
    const before = this.#last[of].get(this.#name);
    if (before && before.day >= day.from) {
      const { dates, group } = this.plan;
      const isTwice = before.date === this.#date;
      const sources = isTwice && this.source !== undefined ? this.records.header[this.source] : undefined;
      const daily =
        isTwice && this.kind === "daily"
          ? { daily: { add: this.figures, by: [...(group === undefined ? [] : [group]), dates.name] } }
          : {};
      const args = { date: this.#date, before: before.date, ...daily, ...(sources && { sources }) };
      refuse({ code: "E-DATE-ORDER", args, at: { cell: this.#dates.name } });
    }
    return before;
  }

  #groupName(): string {
    const group = this.#group === undefined ? "" : this.records.text(this.#group);
    return this.roles ? `${group} ${this.roles.role}` : group;
  }
}
