import type { Problem } from "../core/errors.ts";
import type { Kind } from "../core/inputs.ts";
import type { SelectionPlan } from "./plan.ts";
import type { RowCells } from "./read/records.ts";
import { RowRoles } from "./row-roles.ts";
import { type UnseenValue, ValueColumn } from "./value-column.ts";

/** Which rows of a table count, by the values of some of its columns. */
export class RowSelection {
  /** What the source of the current row is. */
  kind: Kind | undefined;
  /** What is wrong with the current row: columns that say different things about its source. */
  problems: readonly Problem[] = [];
  /** How many rows each option left out, in the order in which they are asked. */
  readonly leftOut: Map<string, number>;
  /** What the figures of the current row count, if a column says so. */
  readonly roles: RowRoles | undefined;
  readonly #conditions: readonly ValueColumn<true>[];
  readonly #kinds: readonly ValueColumn<Kind>[];

  /** Throws InputError if there is no such column. */
  constructor(
    records: RowCells,
    private readonly plan: SelectionPlan,
  ) {
    const options = ["--where", "--where-not", ...plan.without.map((kind) => `--without ${kind}`), "--role"];
    this.leftOut = new Map(options.map((option) => [option, 0]));
    this.#conditions = plan.conditions.map((condition) => new ValueColumn(records, condition));
    this.#kinds = plan.kinds.map((kinds) => new ValueColumn(records, kinds));
    this.roles = plan.roles.length > 0 ? new RowRoles(records, plan) : undefined;
  }

  /** Whether the current row counts. A row that does not is counted under the first option that leaves it out. */
  includes(): boolean {
    for (const condition of this.#conditions) {
      const { option } = condition.asked;
      if ((condition.read() === true) !== (option === "--where")) return this.#leaveOut(option);
    }
    const without = this.#kinds.length > 0 ? this.#readKinds() : undefined;
    if (without) return this.#leaveOut(`--without ${without}`);
    return !this.roles || this.roles.begin() || this.#leaveOut("--role");
  }

  /** Finds out what the source of the current row is; returns the kind for which the row is left out. */
  #readKinds(): Kind | undefined {
    const found = new Set(this.#kinds.flatMap((kinds) => kinds.read() ?? []));
    const [kind, other] = found;
    this.kind = kind;
    this.problems = kind && other ? [{ code: "E-KIND-TWICE", args: { kinds: [kind, other] } }] : [];
    return this.plan.without.find((left) => found.has(left));
  }

  /** Names of the columns that decide about rows. */
  get columns(): string[] {
    return [...[...this.#conditions, ...this.#kinds].map(({ asked }) => asked.column), ...(this.roles?.used ?? [])];
  }

  get unseen(): UnseenValue[] {
    return [...this.#conditions, ...this.#kinds, ...(this.roles?.values ?? [])].flatMap(({ unseen }) => unseen);
  }

  #leaveOut(option: string): false {
    this.leftOut.set(option, this.leftOut.get(option)! + 1);
    return false;
  }
}
