import { describe, expect, test } from "vitest";
import { type Columns, columnsOf, isMissedKey, mappingFrom } from "../../src/table/columns.ts";
import { SeparatedRecords } from "../../src/table/read/separated.ts";
import { NAMED_ROLES } from "../../src/table/roles.ts";
import { lossRoles, USUAL } from "../../src/table/usual-names.ts";
import { unusedNote } from "../../src/table/write/unused-note.ts";
import { problemsOf } from "../problems.ts";

function columns(header: string, ...maps: string[]): Columns {
  const records = new SeparatedRecords(",");
  records.feed(Buffer.from(`${header}\n`));
  records.next();
  return columnsOf(records, mappingFrom(maps, []), false);
}

/** Which column is used as what: "killed=KIA". */
const used = (header: string, ...maps: string[]) =>
  Object.entries(columns(header, ...maps).names).map(([role, name]) => `${role}=${name}`);

const note = (header: string, ...maps: string[]) => unusedNote(columns(header, ...maps).unused);

describe("a column with a usual name", () => {
  test.each([...USUAL].flatMap(([role, all]) => all.map((name) => [name, role] as const)))(
    "%s is used as %s",
    (name, role) => {
      const figures = /^(?:killed|casualties)/.test(role) ? "" : "killed,";
      expect(used(`${figures}${name.toUpperCase().replaceAll("_", " ")}`)).toContain(
        `${role}=${name.toUpperCase().replaceAll("_", " ")}`,
      );
      expect(used(`${figures}${name}`)).toContain(`${role}=${name}`);
      expect(note(`${figures}${name}`)).toBeUndefined();
    },
  );

  test("no name is used twice, and none is that of a role", () => {
    const names = [...USUAL.values()].flat();
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => (NAMED_ROLES as readonly string[]).includes(name))).toEqual([]);
  });

  test.each([
    ["Killed-Low,killed high", [], ["killed_low=Killed-Low", "killed_high=killed high"]],
    ["deaths,injured", [], ["killed=deaths", "wounded=injured"]],
    ["deaths,losses", [], ["killed=deaths"]],
    ["casualties,deaths,injured", [], ["casualties=casualties"]],
    ["killed,deaths", [], ["killed=killed"]],
    ["killed_low,killed_high,deaths", [], ["killed_low=killed_low", "killed_high=killed_high"]],
    ["wounded,injured,killed", [], ["killed=killed", "wounded=wounded"]],
    ["deaths,injured", ["wounded="], ["killed=deaths"]],
    ["deaths,fatalities", ["killed=fatalities"], ["killed=fatalities"]],
    ["deaths,deaths_low,deaths_high", ["killed=deaths"], ["killed=deaths"]],
    ["deaths,injured", ["casualties=injured"], ["casualties=injured"]],
    ["killed,source,source,name,name", [], ["killed=killed"]],
    ["killed,missing_captured,kw", [], ["killed=killed", "killed_wounded=kw", "captured_missing=missing_captured"]],
    [
      "casualties_min,casualties_max,Strength Max",
      [],
      ["casualties_low=casualties_min", "casualties_high=casualties_max", "force_high=Strength Max"],
    ],
    // The parts are used in a row without the total.
    [
      "killed,wounded,missing_captured,casualties",
      [],
      ["killed=killed", "casualties=casualties", "wounded=wounded", "captured_missing=missing_captured"],
    ],
    [
      "casualties_min,casualties_max,missing",
      [],
      ["missing=missing", "casualties_low=casualties_min", "casualties_high=casualties_max"],
    ],
    ["killed,strength,strength_max", [], ["killed=killed", "force=strength"]],
    ["killed,strength,strength_max", ["force_high=strength_max"], ["killed=killed", "force_high=strength_max"]],
  ])("%s with --map %j uses %j", (header, maps, expected) => {
    expect(used(header, ...maps)).toEqual(expected);
  });

  test.each([
    ["deaths,fatalities", "killed"],
    ["killed,injured,injuries", "wounded"],
    ["deaths,deaths_low,deaths_high", "killed"],
    ["killed,pow,prisoners", "captured"],
  ])("%s is refused, since two columns may be %s", (header, role) => {
    expect(problemsOf(() => columns(header))).toMatchObject([{ code: "E-COLUMN-TWICE", args: { column: role } }]);
  });

  test("UCDP battle deaths count all sides", () => {
    expect(columns("bd_best,bd_low,bd_high").counts).toBe("all sides");
    expect(columns("bdlow,bdhigh", "killed_low=bdlow", "killed_high=bdhigh").counts).toBe("all sides");
    expect(columns("deaths_low,deaths_high").counts).toBeUndefined();
  });

  test("ACLED's fatalities count all sides", () => {
    expect(columns("event_id_cnty,fatalities").counts).toBe("all sides");
    expect(columns("event_id_cnty,fatalities,killed").counts).toBeUndefined();
    expect(columns("event,fatalities").counts).toBeUndefined();
  });
});

describe("a column that looks like a loss and is not used", () => {
  test.each<[string, string[], string]>([
    ["killed,deaths", [], "deaths (--map killed=deaths uses it instead of killed)"],
    ["killed,miapow_x", [], "miapow_x (--map captured_missing=miapow_x uses it)"],
    ["killed,Missing/POW", [], "Missing/POW (--map captured_missing=Missing/POW uses it)"],
    ["killed,pow,POW & MIA", [], 'POW & MIA (--map "captured_missing=POW & MIA" uses it instead of pow)'],
    ["killed,casualties,Captured/MIA", [], "Captured/MIA (part of the casualties)"],
    ["wounded,wounded_low,killed", [], "wounded_low (--map wounded_low=wounded_low uses it)"],
    ["killed,BattleDeaths", [], "BattleDeaths (--map killed=BattleDeaths uses it instead of killed)"],
    ["killed,Officers wounded", [], 'Officers wounded (--map "wounded=Officers wounded" uses it)'],
    ["killed,total_casualties", [], "total_casualties (--map casualties=total_casualties uses it)"],
    ["killed,deaths_low", [], "deaths_low (--map killed_low=deaths_low uses it)"],
    ["killed,casualties,injured", [], "injured (--map wounded=injured uses it)"],
    ["casualties,POW", [], "POW (part of the casualties; --map captured=POW uses it)"],
    ["men,POW", ["casualties=men"], "POW (part of the casualties; --map captured=POW uses it)"],
    ["kia,wia,casualties", ["killed=kia"], "wia (--map wounded=wia uses it)"],
    ["casualties,wounded,wia", [], "wia (part of the casualties; --map wounded=wia uses it instead of wounded)"],
    ["casualties,dead_wounded", [], "dead_wounded (part of the casualties)"],
  ])("%s with --map %j has the note: %s", (header, maps, named) => {
    expect(note(header, ...maps)).toBe(`not used, though it looks like a loss: ${named}`);
  });

  test("several are named together, and those beyond 16 are counted", () => {
    expect(note("killed,deaths,dead")).toMatch(/^not used, though they look like losses: deaths \(.*\), dead \(.*\)$/);
    const many = Array.from({ length: 30 }, (_, index) => `killed ${index}`).join(",");
    expect(note(`killed,${many}`)).toMatch(/, and 14 more$/);
  });

  test.each<[string, string[]]>([
    ["killed,deaths", ["killed=killed"]],
    ["killed,deaths,deaths_low", ["killed=deaths"]],
    ["killed,injured,wounded_horses", ["wounded="]],
    [
      "killed,killed_by,death_date,deaths_source,captured_place,casualty_rate,deaths_per_day,killed_on,deadline,killed*,est_killed_low",
      [],
    ],
    ["best,low,high,deaths_a,deaths_b,deaths_civilians,deaths_unknown", []],
    ["killed,force,strength", []],
  ])("%s with --map %j has no note", (header, maps) => {
    expect(note(header, ...maps)).toBeUndefined();
  });

  test("every --map that the note suggests works", () => {
    for (const header of [
      "killed,casualties,hurt,deaths",
      "killed,deaths,missing_captured,total_losses",
      "deaths,injured,losses,civilian_deaths",
      "kia,wia,mia,casualties",
    ]) {
      for (const { column, maps } of columns(header).unused) {
        expect(used(header, ...maps).map((pair) => pair.split("=")[1])).toContain(column);
      }
    }
  });
});

test.each([
  ["injured", "killed", true],
  ["pow", "killed", true],
  ["deaths", "killed", false],
  ["injured", "casualties", false],
  ["Killed", "killed", true],
  ["killed_by", "killed", false],
])("the key %s of a later row would be used if the first row has %s: %s", (key, first, counts) => {
  expect(isMissedKey(columns(first), key)).toBe(counts);
});

test("a key is ignored if its role is mapped to another key", () => {
  expect(isMissedKey(columns("cum", "killed=cum"), "killed")).toBe(false);
  expect(isMissedKey(columns("cum", "killed=cum", "wounded="), "injured")).toBe(false);
});

test("columns that look like losses are listed first if no column is known", () => {
  const [problem] = problemsOf(() => columns("a,b,killed_1999,c"));
  expect(problem).toMatchObject({ code: "E-COLUMNS-NONE", args: { columns: ["killed_1999", "a", "b", "c"] } });
});

test("words in column names are recognized in any spelling", () => {
  expect(["TotalDeaths", "n-injured", "POWs", "kia_mia"].map(lossRoles)).toEqual([
    ["killed"],
    ["wounded"],
    ["captured"],
    ["killed", "missing"],
  ]);
});
