import { CATEGORIES } from "../core/categories.ts";
import { defined } from "../core/defined.ts";
import { type Problem, refuse } from "../core/errors.ts";
import { choiceProblem, suggest } from "../core/suggest.ts";
import { rangeMaps, type UnusedRange, unusedRanges } from "./range-columns.ts";
import type { Column, RowCells } from "./read/records.ts";
import { FIGURES, type Mapping, NAMED_ROLES, REQUIRED_ROLES, ROLES, type Role, rangeOf } from "./roles.ts";
import type { UnusedLoss } from "./unused.ts";
import { isDecided, rivalsOf, unusedLoss } from "./unused.ts";
import { isBattleDeaths, isOfPerson, lossRoles, USUAL, usualRole } from "./usual-names.ts";

/** What each column of a table means, and what its figures count. */
export interface Columns {
  readonly of: Readonly<Partial<Record<Role, Column>>>;
  /** The roles that the header has a column for. A later object may have others. */
  readonly inHeader: ReadonlySet<Role>;
  /** What the columns are called, for messages. */
  readonly names: Readonly<Partial<Record<Role, string>>>;
  /** Set if the figures are the deaths of an event, as UCDP, PRIO and ACLED count them. */
  readonly counts: "all sides" | undefined;
  /** The column next to a figure that says "about" or "more" about it. It has the same name with an asterisk. */
  readonly hedges: Readonly<Partial<Record<Role, Column>>>;
  readonly mapping: Mapping;
  /** Columns that look like losses and change no result. */
  readonly unused: readonly UnusedLoss[];
  /** The ends of ranges of which only one number is mapped. */
  readonly unusedRanges: readonly UnusedRange[];
}

/** A column of the table that holds a role in some of its rows. */
export interface RoleColumn {
  readonly role: Role;
  /** What the column of the figures is called. */
  readonly name: string;
  readonly column: Column;
}

/** Reads --map options: "casualties=personnel". Every mistake is added to the list. */
export function mappingFrom(texts: readonly string[], problems: Problem[]): Mapping {
  const mapping = new Map<Role, string>();
  for (const text of texts) {
    const [name = "", column] = text.split(/=(.*)/s, 2);
    const role = ROLES.find((known) => known === name.trim());
    const at = { option: "--map" };
    if (column === undefined) problems.push({ code: "E-MAP", args: { found: text }, at });
    else if (!role) problems.push({ ...choiceProblem(name, ROLES), at });
    else if (mapping.has(role)) problems.push({ code: "E-COLUMN-TWICE", args: { column: role }, at });
    else mapping.set(role, column.trim());
  }
  return mapping;
}

/** What may appear in only some of the rows, since it adds no columns. */
const SPARSE = ["ratio", ...CATEGORIES] as const;

/** Whether a key of a row would have counted if the first row had it. */
export function isMissedKey({ of, names, mapping }: Columns, key: string): boolean {
  const name = key.trim();
  const role = NAMED_ROLES.find((known) => known === name.toLowerCase());
  if (role) return !isDecided(role, mapping) && (of[role] === undefined || names[role] !== key);
  const usual = usualRole(name);
  if (!usual || isDecided(usual, mapping) || rivalsOf(usual).some((rival) => of[rival] !== undefined)) return false;
  return of[usual] === undefined || (SPARSE as readonly Role[]).includes(usual);
}

/** Whether a number depends on the column of that name: the column of a figure, or the one next to it. */
export function isUsedColumn({ names }: Columns, name: string): boolean {
  const { name: _, source: __, ...read } = names;
  return Object.values(read).some((known) => name === known || name === `${known}*`);
}

/** UCDP's events: three columns with plain names, which we recognise by the columns next to them. */
const EVENTS: readonly (readonly [string, Role])[] = [
  ["low", "killed_low"],
  ["best", "killed_best"],
  ["high", "killed_high"],
];
const EVENT_MARKERS = ["deaths_a", "type_of_violence"];
/** The best figure of an event is the sum of these. */
const PARTS_OF_EVENTS = ["deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown"];
/** ACLED's events, whose fatalities are of all sides. */
const ACLED_MARKER = "event_id_cnty";
/** PRIO's battle deaths. */
const BATTLES: readonly (readonly [string, Role])[] = [
  ["bdeadlow", "killed_low"],
  ["bdeadbes", "killed_best"],
  ["bdeadhig", "killed_high"],
];

/**
 * Finds out what the columns of a table mean, by their names or by the mapping. With `sparse`, rows may have columns
 * that the header lacks. Some roles may have columns already, which hold them in some of the rows. Throws InputError.
 */
export function columnsOf(
  records: RowCells,
  asked: Mapping,
  sparse: boolean,
  roleColumns: readonly RoleColumn[] = [],
): Columns {
  const header = records.header.map((name) => name.trim());
  const twice = roleColumns.find(({ role }) => isDecided(role, asked));
  if (twice) refuse({ code: "E-COLUMN-TWICE", args: { column: twice.role }, at: { option: "--map" } });
  const mapping = new Map([...asked, ...roleColumns.map(({ role, name }) => [role, name] as const)]);
  const found = new ColumnFinder(header, mapping);
  const isOfEvents = EVENT_MARKERS.some((name) => header.includes(name));
  found.takeExact([...NAMED_ROLES.map((role) => [role, role] as const), ...(isOfEvents ? EVENTS : []), ...BATTLES]);
  for (const { role, name, column } of roleColumns) found.put(role, name, column);
  found.takeMapped(records, sparse);
  found.takeUsual();
  found.settle();
  const { of, names } = found;
  if (!REQUIRED_ROLES.some((role) => of[role] !== undefined)) {
    const [likely, others] = [true, false].map((isLoss) =>
      header.filter((name) => lossRoles(name).length > 0 === isLoss),
    );
    const maps = rangeMaps("killed", "", header);
    const hasPersons = likely!.length === 0 && header.some(isOfPerson);
    const args = {
      columns: [...likely!, ...others!],
      ...(maps.length > 0 ? { maps } : {}),
      ...(hasPersons ? { hasPersons } : {}),
      ...(sparse ? { hasKeys: sparse } : {}),
    };
    refuse({ code: "E-COLUMNS-NONE", args });
  }
  const taken = new Set([...Object.values(names), ...mapping.values(), ...(isOfEvents ? PARTS_OF_EVENTS : [])]);
  const unused = header.flatMap((name) => (taken.has(name) ? [] : (unusedLoss(name, names, mapping) ?? [])));
  const inHeader = new Set(Object.keys(of) as Role[]);
  // A later row may have a key that the first row lacks.
  for (const role of sparse ? SPARSE : []) {
    if (of[role] === undefined && !mapping.has(role)) found.put(role, role, records.column(role)!);
  }
  const killed = (["killed", ...KILLED_RANGE] as const).flatMap((role) => names[role]?.toLowerCase() ?? []);
  const from = (all: typeof EVENTS) => all.some(([name]) => killed.includes(name));
  const isOfAcled = header.some((name) => name.toLowerCase() === ACLED_MARKER) && killed.includes("fatalities");
  const countsAllSides = (isOfEvents && from(EVENTS)) || isOfAcled || from(BATTLES) || killed.some(isBattleDeaths);
  return {
    of,
    inHeader,
    names,
    counts: countsAllSides ? "all sides" : undefined,
    hedges: Object.fromEntries(
      Object.entries(names).flatMap(([role, name]) => {
        const index = header.indexOf(`${name}*`);
        return index < 0 ? [] : [[role, index]];
      }),
    ),
    mapping,
    unused,
    unusedRanges: unusedRanges(asked, header),
  };
}

const KILLED_RANGE = rangeOf("killed");

/** The columns that have been found for the roles so far. */
class ColumnFinder {
  readonly of: Partial<Record<Role, Column>> = {};
  readonly names: Partial<Record<Role, string>> = {};

  constructor(
    private readonly header: readonly string[],
    private readonly mapping: Mapping,
  ) {}

  put(role: Role, name: string, index: number): void {
    this.of[role] = index;
    this.names[role] = name;
  }

  /** Takes columns that are called like their role, ignoring case, or that have the name a known data set uses. */
  takeExact(known: readonly (readonly [string, Role])[]): void {
    for (const [name, role] of known) {
      const [index, another] = this.header.flatMap((heading, at) => (heading.toLowerCase() === name ? [at] : []));
      if (index === undefined || isDecided(role, this.mapping) || this.isMapped(index)) continue;
      // These two roles change no number, so a second column is harmless.
      if (another !== undefined && (role === "name" || role === "source")) continue;
      if (another !== undefined) refuse({ code: "E-COLUMN-TWICE", args: { column: name } });
      if (this.of[role] !== undefined) refuseClash(this.names[role]!, name, role);
      this.put(role, this.header[index]!, index);
    }
  }

  takeMapped(records: RowCells, sparse: boolean): void {
    for (const [role, name] of this.mapping) {
      if (name === "" || this.of[role] !== undefined) continue;
      // A path to a key of an inner object, through the keys that lead to it.
      const isPath = sparse && !this.header.includes(name) && this.header.includes(name.split(".")[0]!);
      this.put(role, name, isPath ? records.column(name)! : mappedIndex(this.header, name));
    }
  }

  /**
   * If a figure has both a column of its own and columns for its ends, keeps whichever is mapped. If neither is, we
   * refuse the killed, and drop the ends of any other figure.
   */
  settle(): void {
    for (const role of FIGURES) {
      const ends = rangeOf(role).filter((end) => this.of[end] !== undefined);
      const [end] = ends;
      if (this.of[role] === undefined || end === undefined) continue;
      const isMapped = this.mapping.has(role) || !ends.some((end) => this.mapping.has(end));
      if (role === "killed" || (this.mapping.has(role) && ends.some((end) => this.mapping.has(end))))
        refuseClash(this.names[role]!, this.names[end]!, role);
      for (const dropped of isMapped ? ends : [role]) this.drop(dropped);
    }
  }

  private drop(role: Role): void {
    delete this.of[role];
    delete this.names[role];
  }

  /** Takes columns with another usual name, for roles that nothing else was found for. */
  takeUsual(): void {
    const usual = new Map<Role, number[]>([...USUAL.keys()].map((role) => [role, []]));
    for (const [index, name] of this.header.entries()) {
      const role = usualRole(name);
      if (role && !this.isMapped(index) && !isDecided(role, this.mapping)) usual.get(role)!.push(index);
    }
    const isFree = (role: Role) => [role, ...rivalsOf(role)].every((rival) => this.of[rival] === undefined);
    for (const role of USUAL.keys()) {
      const others = role === "killed" ? KILLED_RANGE.flatMap((end) => usual.get(end) ?? []) : [];
      const [index, another = others[0]] = usual.get(role)!;
      if (index === undefined || !isFree(role)) continue;
      if (another !== undefined) {
        const columns = [this.header[index]!, this.header[another]!] as const;
        refuse({ code: "E-COLUMN-TWICE", args: { column: role, columns } });
      }
      this.put(role, this.header[index]!, index);
    }
  }

  private isMapped(index: number): boolean {
    return [...this.mapping.values()].includes(this.header[index]!);
  }
}

function mappedIndex(header: readonly string[], name: string): number {
  const index = header.indexOf(name);
  if (header.lastIndexOf(name) !== index) {
    refuse({ code: "E-COLUMN-TWICE", args: { column: name, isName: true }, at: { option: "--map" } });
  }
  if (index >= 0) return index;
  const suggestion = suggest(name, header);
  return refuse({
    code: "E-COLUMN-UNKNOWN",
    args: defined({ column: name, columns: header, suggestion }),
    at: { option: "--map" },
  });
}

function refuseClash(first: string, second: string, role: Role): never {
  refuse({ code: "E-COLUMNS-CLASH", args: { columns: [first, second], role } });
}
