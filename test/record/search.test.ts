import { expect, test } from "vitest";
import { knownCases, type OwnCase } from "../../src/record/names.ts";
import { searchCases, searchSides } from "../../src/record/search.ts";
import { cpuTime } from "../cpu.ts";
import { problemsOf } from "../problems.ts";

const CASES = knownCases([]).map((known) => known.case);

/** The names of the cases found, in the order of the record, with a space between them. */
const namesOf = (cases: ReadonlySet<OwnCase>) =>
  CASES.filter((entry) => cases.has(entry))
    .map(({ id }) => id)
    .join(" ");

const KOREA = "us-korea uk-korea";
const FALKLANDS = "uk-falklands argentina-falklands";
const DIEN_BIEN_PHU = "viet-minh-dien-bien-phu france-dien-bien-phu";
const CIVIL_WAR =
  "union-gettysburg confederate-gettysburg union-harpers-ferry confederate-fort-donelson union-civil-war";
const FIRST_WORLD_WAR = "uk-wwi australia-western-front france-wwi germany-wwi russia-wwi us-wwi";
const SECOND_WORLD_WAR =
  "germany-poland-1939 poland-1939 germany-france-1940 germany-east-1941-42 uk-wwii canada-wwii us-wwii";
const UNITED_KINGDOM = "uk-wwi uk-wwii uk-korea uk-falklands uk-afghanistan";
const RUSSIA = "russia-1904 russia-wwi russia-chechnya-1 russia-chechnya-2 russia-georgia-2008";

test.each<[string[], string]>([
  // The beginnings of words, in any order.
  [["korea"], KOREA],
  [[" Korea", "KINGDOM "], "uk-korea"],
  [["korean", "war"], KOREA],
  [["orea"], ""],
  [["Russia"], `${RUSSIA} ukraine-2022-24`],
  [["viet"], "viet-minh-dien-bien-phu us-vietnam"],
  [["second-world", "poland"], "germany-poland-1939 poland-1939"],
  [["Điện Biên Phủ"], DIEN_BIEN_PHU],
  [["the battle of gettysburg"], "union-gettysburg confederate-gettysburg"],
  [["the"], "germany-east-1941-42"],
  [["chechnya 2"], "russia-chechnya-2"],
  // Names.
  [["US-Korea"], "us-korea"],
  [["us-korea", "uk-korea"], KOREA],
  [["us-korea uk-korea"], KOREA],
  [["us-korea", "us-iraq", "korean"], "us-korea"],
  // Everyday names.
  [["ww1"], FIRST_WORLD_WAR],
  [["wwi"], FIRST_WORLD_WAR],
  [["WW2"], SECOND_WORLD_WAR],
  [["wwii"], SECOND_WORLD_WAR],
  [["world", "war", "2"], SECOND_WORLD_WAR],
  [["World War II"], SECOND_WORLD_WAR],
  [["2nd world war"], SECOND_WORLD_WAR],
  [["second world war"], SECOND_WORLD_WAR],
  [["us-ww2"], "us-wwii"],
  [["franco-german", "war"], "germany-1870 france-1870"],
  [["korea korea"], KOREA],
  [["america", "world war 2"], "us-wwii"],
  [["britain"], UNITED_KINGDOM],
  [["british"], UNITED_KINGDOM],
  [["england"], UNITED_KINGDOM],
  [["uk"], UNITED_KINGDOM],
  [["U.S.", "vietnam"], "us-vietnam"],
  [["usa", "korea"], "us-korea"],
  [["american", "civil war"], CIVIL_WAR],
  [["us civil war"], CIVIL_WAR],
  [["civil war"], CIVIL_WAR],
  [["soviet"], "ussr-winter-war germany-east-1941-42 ussr-afghanistan"],
  [["ussr"], "ussr-winter-war ussr-afghanistan"],
  [["russian"], `${RUSSIA} ukraine-2022-24`],
  [["nazi germany"], "germany-poland-1939 germany-france-1940 germany-east-1941-42"],
  [["prussia"], "germany-1870"],
  [["falklands"], FALKLANDS],
  [["malvinas"], FALKLANDS],
  [["viet nam"], "us-vietnam"],
  [["june war"], "israel-1967"],
  [["battle of france"], "germany-france-1940"],
  [["ossetia"], "russia-georgia-2008 georgia-2008"],
  [["war in ukraine"], "ukraine-2022-24"],
  [["hezbollah"], "israel-lebanon"],
  // Years in which cases were under way.
  [["1914"], "uk-wwi france-wwi germany-wwi russia-wwi"],
  [["1918"], "uk-wwi australia-western-front france-wwi germany-wwi us-wwi"],
  [["1943"], "uk-wwii canada-wwii us-wwii"],
  [["germany", "1939"], "germany-poland-1939"],
  [["1946 to 1953"], KOREA],
  [["1946-1953"], KOREA],
  [["2014-"], "us-afghanistan ukraine-2022-24"],
  [["-1861"], "union-civil-war"],
  [["1941-42"], "germany-east-1941-42"],
  [["19"], ""],
  [["korea since 1950"], KOREA],
  [["since", "2014"], "us-afghanistan ukraine-2022-24"],
  [["until 1861"], "union-civil-war"],
  [["us the 1950s"], "us-korea"],
  [["us 1946 to 1953"], "us-korea"],
  // A number of people is no year, nor the end of a name.
  [["1,950"], ""],
  [["korea", "1,950"], ""],
  // A letter alone is no beginning.
  [["d-day"], ""],
  // Sides of one war.
  [["russia", "japan"], "japan-1904 russia-1904"],
  [["china vs india"], "india-1962 china-1962"],
  [["casualties of the korean war"], KOREA],
  // Lists.
  [["us-korea,us-vietnam"], "us-korea us-vietnam"],
  [["korea,", "falklands"], `${KOREA} ${FALKLANDS}`],
  [["uk korea, argentina"], "uk-korea argentina-falklands"],
  [["us-korea,,"], "us-korea"],
  // History, which includes only comparable cases.
  [["history:2001-"], "us-iraq us-afghanistan uk-afghanistan russia-georgia-2008 georgia-2008"],
  [["HISTORY:2001-", "history:hostile-deaths", "kingdom"], "uk-afghanistan"],
  [["history:2001-", "wwi"], ""],
  [["history:theatre, us-korea"], "australia-western-front us-korea"],
])("%j finds %s", (texts, names) => {
  const { cases, findings } = searchCases(texts, CASES);
  expect([namesOf(cases), findings.length]).toEqual([names, names === "" ? 1 : 0]);
});

test.each<[string, string]>([
  ["britain", UNITED_KINGDOM],
  ["uk", UNITED_KINGDOM],
  ["Russia", RUSSIA],
  ["russian", RUSSIA],
  ["georgia", "georgia-2008"],
  ["georg", "georgia-2008"],
  ["eorgia", ""],
  ["sov", "ussr-winter-war ussr-afghanistan"],
  ["ussr", "ussr-winter-war ussr-afghanistan"],
  ["viet minh", "viet-minh-dien-bien-phu"],
  ["argentina, georgia", "argentina-falklands georgia-2008"],
  ["1914", ""],
  ["korea", ""],
])("the side %s finds %s", (text, names) => expect(namesOf(searchSides(text, CASES).cases)).toBe(names));

test("if no case has all of the words, cases with the most of them are found, and this is reported", () => {
  const resultOf = (...texts: string[]) => {
    const { cases, findings } = searchCases(texts, CASES);
    return [namesOf(cases), findings];
  };
  const partial = (matched: number, ...typed: string[]) => [{ kind: "partial", typed, matched }];
  expect(resultOf("korea", "vietnam")).toEqual([`${KOREA} us-vietnam`, partial(1, "korea", "vietnam")]);
  expect(resultOf("korea and vietnam")).toEqual(resultOf("korea", "vietnam"));
  expect(resultOf("us", "korea", "vietnam")).toEqual(["us-korea us-vietnam", partial(2, "us", "korea", "vietnam")]);
  expect(resultOf("us-korea", "1967")).toEqual(["us-korea us-vietnam israel-1967", partial(1, "us-korea", "1967")]);
  expect(resultOf("malvinas", "1914")[1]).toEqual(partial(1, "malvinas", "1914"));
  // If any case has all of them, only such cases are meant, even if history leaves out every one of these.
  expect(resultOf("history:2001-", "us", "korea")[0]).toBe("");
  const { cases, findings } = searchSides("viet-minh argentina", CASES);
  expect([namesOf(cases), findings]).toEqual([
    "viet-minh-dien-bien-phu argentina-falklands",
    partial(1, "viet-minh", "argentina"),
  ]);
});

test.each<[string, string[]]>([
  ["korae", ["korae: korea"]],
  ["Rusia", ["Rusia: russia"]],
  ["us-korae", ["us-korae: us-korea"]],
  ["us-koera korea", ["us-koera: us-korea"]],
  ["vietnm korae", ["vietnm: vietnam", "korae: korea"]],
  ["britian", ["britian: britain"]],
  ["us-korea,us-vietnm", ["us-vietnm: us-vietnam"]],
  ["koreanwar", ["koreanwar: korean war"]],
  ["histroy", ["histroy: history"]],
  ["iran", ["iran: iraq"]],
  ["iraq,iran", ["iran: undefined"]],
  ["korea atlantis", ["atlantis: undefined"]],
  ["zz-qq", ["zz-qq: undefined"]],
  ["!!!", ["!!!: undefined"]],
  ["history:2001- korea", ["history:2001- korea: undefined"]],
])("%s: the words that are not found, each with a suggestion", (text, meant) => {
  const { findings } = searchCases([text], CASES);
  const unmatched = findings.filter((finding) => finding.kind === "unmatched");
  expect(unmatched.map(({ typed, suggestion }) => `${typed}: ${suggestion}`)).toEqual(meant);
});

test("a suggestion for a side is always a side", () => {
  const suggested = (text: string) => searchSides(text, CASES).findings;
  expect(suggested("britian")).toEqual([{ kind: "unmatched", of: "side", typed: "britian", suggestion: "britain" }]);
  expect(suggested("malvinos")).toEqual([{ kind: "unmatched", of: "side", typed: "malvinos" }]);
});

test("a case with few fields is found by its name, and by a year in its name", () => {
  const rule: OwnCase = { id: "House-Rule-1990", comparable: false, sourceId: "s" };
  const isFound = (...texts: string[]) => searchCases(texts, [...CASES, rule]).cases.has(rule);
  expect([isFound("house"), isFound("HOUSE-rule-1990"), isFound("1990")]).toEqual([true, true, true]);
  expect([isFound("1991"), isFound("history"), searchSides("us", [rule]).cases.size]).toEqual([false, false, 0]);
  expect(searchSides("house", [rule]).cases.size).toBe(1);
});

test("a case without a last year is under way in every later year", () => {
  const open: OwnCase = { id: "now", startYear: 2022, comparable: false, sourceId: "s" };
  const isFound = (year: string) => searchCases([year], [open]).cases.size > 0;
  expect([isFound("2021"), isFound("2022"), isFound("2030")]).toEqual([false, true, true]);
});

test("history narrowed by an unknown word is refused", () => {
  expect(problemsOf(() => searchCases(["history:wars"], CASES))).toMatchObject([
    { code: "E-HISTORY-SCOPE", args: { found: "wars", suggestion: "war" } },
  ]);
});

test("a long search takes linear time", () => {
  const start = cpuTime();
  searchCases(
    Array.from({ length: 2000 }, () => "korea vietnam"),
    CASES,
  );
  expect(cpuTime() - start).toBeLessThan(3000);
});
