import { defined } from "../../core/defined.ts";
import { type Problem, refuse } from "../../core/errors.ts";
import { CATEGORIES, type InputName } from "../../core/scenario.ts";
import { notAChoice, suggest } from "../../core/suggest.ts";
import { INPUT_ENTRIES } from "../../notation/inputs.ts";
import type { Column, Records } from "./records.ts";

/** What a column can hold: its name says so, or a --map. */
export type Role = "name" | "source" | "killed" | "killed_low" | "killed_best" | "killed_high" | InputName;
export const ROLES: readonly Role[] = [
  "name",
  "source",
  "killed",
  "killed_low",
  "killed_best",
  "killed_high",
  ...INPUT_ENTRIES.flatMap(([input, { cell }]) => (cell ? [input] : [])),
];

/** Which column stands for what in a table, and what its figures count. */
export interface Columns {
  readonly of: Readonly<Partial<Record<Role, Column>>>;
  /** What the columns are called, for messages. */
  readonly names: Readonly<Partial<Record<Role, string>>>;
  /** Deaths of an event, as UCDP and PRIO count them. */
  readonly counts: "all sides" | undefined;
  /** What stands in a cell of killed that is empty, as PRIO writes it. */
  readonly missing: string | undefined;
  /** The column beside a figure that says "about" or "more" of it, named like it with an asterisk. */
  readonly hedges: Readonly<Partial<Record<Role, Column>>>;
}

/** From what is asked of the columns: killed_low=low. An empty name takes a column out. */
export type Mapping = ReadonlyMap<Role, string>;

/** Reads --map options: "casualties=personnel". Every mistake is added to the list. */
export function mappingFrom(texts: readonly string[], problems: Problem[]): Mapping {
  const mapping = new Map<Role, string>();
  for (const text of texts) {
    const [name = "", column] = text.split(/=(.*)/s, 2);
    const role = ROLES.find((one) => one === name.trim());
    const at = { option: "--map" };
    if (column === undefined) problems.push({ code: "E-MAP", args: { found: text }, at });
    else if (!role) problems.push({ ...notAChoice(name, ROLES), at });
    else if (mapping.has(role)) problems.push({ code: "E-COLUMN-TWICE", args: { column: role }, at });
    else mapping.set(role, column.trim());
  }
  return mapping;
}

/** What may stand in some rows alone, since it adds no columns. */
const SPARSE = ["ratio", ...CATEGORIES] as const;

/** Whether a key of a row would count, had the first row had it. */
export function isUnread({ of, names }: Columns, key: string): boolean {
  return ROLES.some((role) => role === key.trim().toLowerCase() && (of[role] === undefined || names[role] !== key));
}

/** Whether a number depends on the column of that name, or on the one beside it. */
export function isRead({ names }: Columns, name: string): boolean {
  const { name: _, source: __, ...read } = names;
  return Object.values(read).some((one) => name === one || name === `${one}*`);
}

/** UCDP's events: three columns with plain names, known by those that stand beside them. */
const EVENTS: readonly (readonly [string, Role])[] = [
  ["low", "killed_low"],
  ["best", "killed_best"],
  ["high", "killed_high"],
];
const BESIDE_EVENTS = ["deaths_a", "type_of_violence"];
/** PRIO's battle deaths. */
const BATTLES: readonly (readonly [string, Role])[] = [
  ["bdeadlow", "killed_low"],
  ["bdeadbes", "killed_best"],
  ["bdeadhig", "killed_high"],
];
const NO_BATTLE_FIGURE = "-999";

/**
 * Finds out what the columns of a table stand for: by their names, or as they are mapped. With
 * `sparse`, rows may have columns that the header lacks. Throws InputError.
 */
export function columnsOf(records: Records, mapping: Mapping, sparse: boolean): Columns {
  const header = records.header.map((name) => name.trim());
  const found = new Map<Role, number>();
  const names: Partial<Record<Role, string>> = {};
  const put = (role: Role, name: string, index: number) => {
    found.set(role, index);
    names[role] = name;
  };
  const known = [
    ...ROLES.map((role) => [role, role] as const),
    ...(BESIDE_EVENTS.some((name) => header.includes(name)) ? EVENTS : []),
    ...BATTLES,
  ];
  for (const [name, role] of known) {
    const [index, another] = header.flatMap((one, at) => (one.toLowerCase() === name ? [at] : []));
    if (mapping.has(role) || index === undefined || isToldOtherwise(role, mapping)) continue;
    if ([...mapping.values()].includes(header[index]!)) continue;
    if (another !== undefined) refuse({ code: "E-COLUMN-TWICE", args: { column: name } });
    if (found.has(role)) refuseClash(names[role]!, name, role);
    put(role, header[index]!, index);
  }
  for (const [role, name] of mapping) if (name !== "") put(role, name, mapped(header, name));
  const low = ["killed_low", "killed_best", "killed_high"].find((role) => found.has(role as Role)) as Role | undefined;
  if (low && found.has("killed")) refuseClash(names.killed!, names[low]!, "killed");
  if (!low && !found.has("killed") && !found.has("casualties")) {
    refuse({ code: "E-COLUMNS-NONE", args: { columns: header } });
  }
  // A key that the first row lacks may stand in another.
  for (const role of sparse ? SPARSE : []) {
    if (!found.has(role) && !mapping.has(role)) put(role, role, records.column(role)!);
  }
  const killed = (["killed", ...RANGE] as const).map((role) => names[role]?.toLowerCase());
  const from = (all: typeof EVENTS) => all.some(([name]) => killed.includes(name));
  const isOfEvents = BESIDE_EVENTS.some((name) => header.includes(name)) && from(EVENTS);
  return {
    of: Object.fromEntries(found),
    names,
    counts: isOfEvents || from(BATTLES) ? "all sides" : undefined,
    missing: from(BATTLES) ? NO_BATTLE_FIGURE : undefined,
    hedges: Object.fromEntries(
      (["killed", "casualties"] as const).flatMap((role) => {
        const index = header.indexOf(`${names[role]}*`);
        return names[role] === undefined || index < 0 ? [] : [[role, index]];
      }),
    ),
  };
}

const RANGE: readonly Role[] = ["killed_low", "killed_best", "killed_high"];

/** Where the killed are mapped in one form, columns of the other form are none of our business. */
function isToldOtherwise(role: Role, mapping: Mapping): boolean {
  if (RANGE.includes(role)) return Boolean(mapping.get("killed"));
  return role === "killed" && RANGE.some((one) => mapping.get(one));
}

function mapped(header: readonly string[], name: string): number {
  const index = header.indexOf(name);
  if (index >= 0) return index;
  const suggestion = suggest(name, header);
  return refuse({
    code: "E-COLUMN-UNKNOWN",
    args: defined({ column: name, columns: header, suggestion }),
    at: { option: "--map" },
  });
}

function refuseClash(one: string, other: string, role: Role): never {
  refuse({ code: "E-COLUMNS-CLASH", args: { columns: [one, other], role } });
}
