import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dateIn, dayText, parseDate, readingsOf, withoutTime } from "../../src/notation/date.ts";
import { parseLabel } from "../../src/notation/label.ts";
import { cpuTime } from "../cpu.ts";
import { problemsOf, refusalOf } from "../problems.ts";

describe("a date is the span of days that it names", () => {
  test.each([
    ["1970", "1970", 0, 364],
    ["1970-01", "1970-01", 0, 30],
    ["1970-01-02", "1970-01-02", 1, 1],
    ["2024-02", "2024-02", 19754, 19782],
    ["2024-02-29", "2024-02-29", 19782, 19782],
    ["0050-01-01", "0050-01-01", -701265, -701265],
    ["1582-10-15", "1582-10-15", -141427, -141427],
  ])("%s is read as its first and last day", (written, text, from, to) =>
    expect(parseDate(written)).toEqual({ text, from, to }),
  );

  test.each([
    " 2022-03-16 ",
    "2022-3-16",
    "2022/03/16",
    "2022.03.16",
    "20220316",
    "16 March 2022",
    "16 march 2022",
    "16  MARCH, 2022",
    "16 Mar. 2022",
    "March 16, 2022",
    "March 16 2022",
    "Mar 16th 2022",
    "Mar. 16th, 2022",
    "16th of March 2022",
    "16-Mar-2022",
    "16/Mar/2022",
    "16MAR2022",
    "2022-Mar-16",
    "2022 March 16",
    "16.03.2022",
    "16.3.2022",
    "16. 3. 2022",
    "16/03/2022",
    "16/3/2022",
    "16-03-2022",
    "16–03–2022",
    "03/16/2022",
    "3-16-2022",
    "03.16.2022",
    "Wednesday, 16 March 2022",
    "Wed 16 March 2022",
    "Wed. March 16, 2022",
    "wednesday 2022-03-16",
    "Wed 16/3/2022",
    "as of 16 March 2022",
    "on March 16, 2022",
    "the 16th of March, 2022",
    "16.3.2022.",
  ])("%s is 16 March 2022", (text) => expect(parseDate(text)).toEqual({ text: "2022-03-16", from: 19067, to: 19067 }));

  test.each([
    ["March 2022", "2022-03"],
    ["2022/03", "2022-03"],
    ["as of 2022-03", "2022-03"],
    ["Mar. 2022", "2022-03"],
    ["march, 2022", "2022-03"],
    ["March of 2022", "2022-03"],
    ["2022 March", "2022-03"],
    ["03/2022", "2022-03"],
    ["3.2022", "2022-03"],
    ["1 Sept 1939", "1939-09-01"],
    ["2nd May 1945", "1945-05-02"],
    ["June 3rd, 1940", "1940-06-03"],
    ["21st of December 1899", "1899-12-21"],
    ["1861-6-10", "1861-06-10"],
    ["31 Dec 1999", "1999-12-31"],
    ["Dec 2022", "2022-12"],
    ["2009/11", "2009-11"],
    ["2009/10/11", "2009-10-11"],
    ["on  16 March   2022", "2022-03-16"],
    ["Wednesday,16 March 2022", "2022-03-16"],
    ["Wednesday 16  March  2022", "2022-03-16"],
    [`16${" ".repeat(48)}March 2022`, "2022-03-16"],
    // The same in both orders; or the day first, as dots say; or the order that fits the weekday.
    ["3/3/2022", "2022-03-03"],
    ["03.04.2022", "2022-04-03"],
    ["Sunday, 3/4/2022", "2022-04-03"],
    ["Friday, 3/4/2022", "2022-03-04"],
  ])("%s is %s", (written, text) => expect(parseDate(written).text).toBe(text));

  test.each([
    ["", "form"],
    ["yesterday", "form"],
    ["tomorrow 2022", "form"],
    ["2022-3", "form"],
    ["1904-5", "form"],
    ["2009/10", "form"],
    ["2022.03", "form"],
    ["2022-03-16-17", "form"],
    ["2022-03/16", "form"],
    ["16 03 2022", "form"],
    ["mid-March 2022", "form"],
    ["Marching 16 2022", "form"],
    ["16 March 2022 March", "form"],
    ["123-03-16", "form"],
    ["202203165", "form"],
    ["Wednesday", "form"],
    ["1 2 3 4 2022", "form"],
    ["+2022", "form"],
    ["202-03-16", "form"],
    ["x2022-03-16", "form"],
    ["2022-03-16x", "form"],
    ["16 on March 2022", "form"],
    ["16 the March 2022", "form"],
    ["March as of 2022", "form"],
    ["16 of March of 2022", "form"],
    ["2009/010", "form"],
    ["1999/00", "form"],
    ["12009/10", "form"],
    ["2009/10x", "form"],
    ["x2009/10", "form"],
    ["12009-5", "form"],
    ["2009.5", "form"],
    ["!16 March 2022", "form"],
    ["16 March 2022 ±", "form"],
    ["±", "form"],
    ["16 ofMarch 2022", "form"],
    ["16th/3/2022", "form"],
    ["16th.3.2022", "form"],
    ["1st/2/2022", "form"],
    ["2nd 5 1945", "form"],
    ["16th of 3 2022", "form"],
    ["3 of 4 of 2022", "form"],
    ["a16 March 2022", "form"],
    ["March a1 2022", "form"],
    [`16${" ".repeat(50)}March 2022`, "form"],
    ["2022-03-16 12:00+1:00", "form"],
    ["2022-03-16T1200", "form"],
    ["2022-03-16 3 PM", "form"],
    ["2022-02-30 12:00", "form"],
    ["3/4/2022 12:00", "form"],
    ["22", "year"],
    ["16 March", "year"],
    ["March 16", "year"],
    ["March", "year"],
    ["16/03", "year"],
    ["16/03/22", "year"],
    ["22-03-16", "year"],
    ["16 March 22", "year"],
    ["March 16, 22", "year"],
    ["2022-13", "calendar"],
    ["2022-00", "calendar"],
    ["2022-02-30", "calendar"],
    ["2023-02-29", "calendar"],
    ["2022-01-00", "calendar"],
    ["30 February 2022", "calendar"],
    ["31/02/2022", "calendar"],
    ["16/13/2022", "calendar"],
    ["16032022", "calendar"],
    ["Monday, 16 March 2022", "calendar"],
    ["Wednesday, March 2022", "calendar"],
    ["Tuesday, March 2022", "calendar"],
    ["Saturday, 2022", "calendar"],
    ["0/4/2022", "calendar"],
    ["4/0/2022", "calendar"],
    ["16/16/2022", "calendar"],
    ["32 March 2022", "calendar"],
    ["2009-55", "calendar"],
  ])("%s is refused: %s", (text, because) => {
    const args = { found: text, because };
    expect(problemsOf(() => parseDate(text))).toMatchObject([{ code: "E-DATE", args, tries: [] }]);
  });

  test.each(["3/4/2022", "03/04/2022", "3-4-2022", " 3/4/2022"])("%s is refused with both readings", (text) => {
    const [args, tries] = [{ first: "2022-04-03", second: "2022-03-04" }, ["2022-04-03", "2022-03-04"]];
    expect(problemsOf(() => parseDate(text))).toMatchObject([{ code: "E-DATE-AMBIGUOUS", args, tries }]);
  });

  test.each([
    ["3/4/2022", "dmy", "2022-04-03"],
    ["3/4/2022", "mdy", "2022-03-04"],
    ["03.04.2022", "mdy", "2022-03-04"],
    ["16/3/2022", "dmy", "2022-03-16"],
    ["16/3/2022", "mdy", undefined],
    ["3/16/2022", "dmy", undefined],
    ["2022-03-16", "dmy", "2022-03-16"],
    ["16 March 2022", "ymd", "2022-03-16"],
    ["3/4/2022", "ymd", undefined],
    ["3/3/2022", "ymd", undefined],
  ] as const)("%s in the order %s is %s", (written, order, text) => {
    const read = () => parseDate(written, { order }).text;
    if (text) expect(read()).toBe(text);
    else expect(refusalOf(read)).toBe(`E-DATE ${written}`);
  });

  test.each([
    "2022-03-16 12:00:00.123",
    "2022-03-16T12:00:00.5Z",
    "2022-03-16 12:00:00,123456789",
    "2022-03-16 12:00 +0100",
    "2022-03-16 12:00+01:00",
    "2022-03-16 12:00 -0500",
    "2022-03-16 12:00 p.m. UTC",
    "16 March 2022  12:00",
    "2022-03-16T00:00:00Z",
    "2022-03-16 00:00",
    "March 16, 2022 3:45 PM",
    "2022-03-16+01:00",
    "2022-03-16Z",
  ])("%s has a time and is refused, with the date alone as a suggestion", (text) =>
    expect(problemsOf(() => parseDate(text))).toMatchObject([{ code: "E-DATE", tries: ["2022-03-16"] }]),
  );
});

const MONTHS = "January February March April May June July August September October November December".split(" ");

/** The forms in which a day has only one reading. */
const FORMS: readonly ((year: string, month: number, day: number) => string)[] = [
  (year, month, day) => `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`,
  (year, month, day) => `${year}-${month}-${day}`,
  (year, month, day) => `${year}/${month}/${day}`,
  (year, month, day) => `${year}${String(month).padStart(2, "0")}${String(day).padStart(2, "0")}`,
  (year, month, day) => `${day}.${month}.${year}`,
  (year, month, day) => `${day} ${MONTHS[month - 1]} ${year}`,
  (year, month, day) => `${day}-${MONTHS[month - 1]!.slice(0, 3).toUpperCase()}-${year}`,
  (year, month, day) => `${MONTHS[month - 1]} ${day}, ${year}`,
  (year, month, day) => `${MONTHS[month - 1]!.slice(0, 3)}. ${day} ${year}`,
  (year, month, day) => `${day}${day % 10 === 1 && day !== 11 ? "st" : "th"} of ${MONTHS[month - 1]}, ${year}`,
];

const day = fc.date({ min: new Date("0001-01-01"), max: new Date("9999-12-31"), noInvalidDate: true });
const isoOf = (date: Date) => date.toISOString().slice(0, 10);

test("a day is read as the same in every form with only one reading", () => {
  fc.assert(
    fc.property(day, fc.constantFrom(...FORMS), (date, write) => {
      const iso = isoOf(date);
      const from = Math.floor(date.getTime() / 86_400_000);
      const written = write(iso.slice(0, 4), date.getUTCMonth() + 1, date.getUTCDate());
      expect(parseDate(written)).toEqual({ text: iso, from, to: from });
      expect(parseLabel(`AP@${written}`)).toEqual({ name: "AP", asOf: { text: iso, from, to: from } });
      expect(dateIn(readingsOf(withoutTime(`${written} 00:00:00`)))?.text).toBe(iso);
    }),
  );
});

test("in a known order a day is the same with every separator; without an order it is one of two readings", () => {
  fc.assert(
    fc.property(day, fc.constantFrom("dmy", "mdy"), fc.constantFrom("/", "-", "."), (date, order, sign) => {
      const iso = isoOf(date);
      const [first, second] = order === "dmy" ? [iso.slice(8), iso.slice(5, 7)] : [iso.slice(5, 7), iso.slice(8)];
      const written = [first, second, iso.slice(0, 4)].join(sign);
      expect(parseDate(written, { order }).text).toBe(iso);
      const { dmy, mdy } = readingsOf(written);
      expect([dmy?.text, mdy?.text]).toContain(iso);
    }),
  );
});

test("a printed date is read back as the same", () => {
  const parts = fc.tuple(
    fc.integer({ min: 0, max: 9999 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 3 }),
  );
  fc.assert(
    fc.property(parts, ([year, month, length]) => {
      const text = [String(year).padStart(4, "0"), String(month).padStart(2, "0"), "28"].slice(0, length).join("-");
      expect(parseDate(parseDate(text).text)).toEqual(parseDate(text));
    }),
  );
});

test("a text of 100 kB is refused in milliseconds", () => {
  const parts = ["@", "@ ", "@wed, ", "@mar ", "@Mar. of ", " ", "1", "1/", "1 of ", "T12:34 ", "-12:34", "Z"];
  const start = cpuTime();
  for (const part of parts) {
    const text = `@${part.repeat(100_000 / part.length)}\u0007`;
    for (const read of [parseDate, parseLabel, (long: string) => parseDate(`${withoutTime(long)}x`)]) {
      expect(problemsOf(() => read(text)).length).toBeGreaterThan(0);
    }
  }
  // 36 refusals; each takes a few milliseconds at most.
  expect(cpuTime() - start).toBeLessThan(500);
});

test("a day is printed as YYYY-MM-DD, and as nothing if its year does not have four digits", () => {
  const days = [0, 18262, -719_162, 2_932_896, 2_932_897, 100_000_001];
  expect(days.map(dayText)).toEqual(["1970-01-01", "2020-01-01", "0001-01-01", "9999-12-31", undefined, undefined]);
});
