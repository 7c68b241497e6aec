import { describe, expect, test } from "vitest";
import { readRatios } from "../../src/input/ratios.ts";
import type { RecordSource } from "../../src/record/cases.ts";
import { SOURCE_TYPES } from "../../src/record/choices.ts";
import { type KnownCase, knownCases } from "../../src/record/names.ts";
import { citedBibtex } from "../../src/render/cite/bibtex.ts";
import { citedCase } from "../../src/render/cite/citations.ts";
import { citedCsl } from "../../src/render/cite/csl.ts";
import { citedText } from "../../src/render/cite/text.ts";
import { PLAIN } from "../../src/render/layout.ts";

/** A case of the user's with this source. */
function ownCase(source: Partial<RecordSource>): KnownCase {
  const file = {
    sources: [{ id: "memo", title: "Our memo", ...source }],
    conflicts: [{ id: "house-rule", killed: 2, wounded: 6, sourceId: source.id ?? "memo" }],
  };
  return knownCases([readRatios(JSON.stringify(file), "ours.json")])[0]!;
}

const bibtexOf = (source: Partial<RecordSource>) => citedBibtex([citedCase(ownCase(source))]);
const textOf = (source: Partial<RecordSource>) =>
  citedText([citedCase(ownCase(source))], { ...PLAIN, wrap: (line) => line }).split("\n")[1];

/** The entries of a BibTeX file, by BibTeX's own rules: a value ends where its braces do, whatever is before them. */
function entriesOf(bibtex: string): { type: string; key: string; fields: Record<string, string> }[] {
  return bibtex
    .trim()
    .split(/\n\n(?=@)/)
    .map((entry) => {
      const [, type = "", key = "", body = ""] = /^@([a-z]+)\{([\w-]+),\n(.*)\n\}$/s.exec(entry) ?? [];
      const fields = body.split("\n").map((line) => {
        const [, name = "", value = ""] = /^ {2}([a-z]+) = (.*),$/.exec(line) ?? [];
        if (name === "month") expect(value).toMatch(/^[a-z]{3}$/);
        else expect(depths(value)).toEqual({ least: 0, last: 0 });
        return [name, value] as const;
      });
      return { type, key, fields: Object.fromEntries(fields) };
    });
}

/** How deep the braces of a value go before its last character, at the least, and after it. */
function depths(value: string) {
  const steps = [...value].map((character) => (character === "{" ? 1 : character === "}" ? -1 : 0));
  let depth = 0;
  const each = steps.map((step) => {
    depth += step;
    return depth;
  });
  return { least: Math.min(...each.slice(0, -1)) > 0 ? 0 : -1, last: depth };
}

const EVERY = knownCases([]).map(citedCase);

describe("BibTeX", () => {
  test("has an entry for each source of the record's counts, each with a key of its own", () => {
    const entries = entriesOf(citedBibtex(EVERY));
    const keys = entries.map(({ key }) => key.toLowerCase());
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).toContain("dod-principal-wars");
    expect(keys.at(-1)).toBe("loss-calc-record");
    for (const { type, fields } of entries) {
      expect(["article", "book", "incollection", "techreport", "misc"]).toContain(type);
      expect(fields.title).toMatch(/^\{\{.+\}\}$/);
      expect(fields.urldate ?? "{2026-11-30}").toMatch(/^\{\d{4}-\d{2}-\d{2}\}$/);
      if (type === "article") expect(fields.journal).toBeDefined();
    }
  });

  test.each<[string, Partial<RecordSource>, string]>([
    [
      "characters of TeX",
      { title: "50% of $9 & #1 a_b ~ ^" },
      "title = {{50\\% of \\$9 \\& \\#1 a\\_b \\textasciitilde{} \\textasciicircum{}}}",
    ],
    [
      "a brace that would end the field",
      { title: "a} @book{b, \\x" },
      "title = {{a\\textbraceright{} @book\\textbraceleft{}b, \\textbackslash{}x}}",
    ],
    [
      "people",
      { author: [{ family: "Fox", given: "William F." }, { family: "Müller" }] },
      "author = {Fox, William F. and Müller}",
    ],
    ["an office", { author: [{ literal: "Ministry of War and Navy" }] }, "author = {{Ministry of War and Navy}}"],
    [
      "a name that would be two",
      { author: [{ family: "Bell and Co", given: "A, B" }] },
      "author = {{Bell and Co}, {A, B}}",
    ],
    ["a day", { published: "1988-05-26" }, "  year = {1988},\n  month = may,\n  day = {26},\n"],
    ["a month", { published: "May 1988" }, "  year = {1988},\n  month = may,\n"],
    [
      "a newspaper",
      { type: "article-newspaper", container: "The Times" },
      "@article{memo,\n  title = {{Our memo}},\n  journal = {{The Times}}",
    ],
    ["a newspaper that is not known", { type: "article-newspaper" }, "@misc{memo"],
    [
      "a report",
      { type: "report", container: "Paper 8", publisher: "CBO" },
      "type = {{Paper 8}},\n  institution = {{CBO}}",
    ],
    ["a report of nobody", { type: "report" }, "@misc{memo"],
    [
      "a book",
      { type: "book", publisher: "McFarland" },
      "@book{memo,\n  title = {{Our memo}},\n  publisher = {{McFarland}}",
    ],
    ["an address", { url: "https://a.org/x_{y}?a=1&b=%20#z" }, "url = {https://a.org/x_%7By%7D?a=1&b=%20#z}"],
    ["a key", { id: "a b}, é@" }, "@misc{a-b-,"],
    ["a key without a Latin letter", { id: "книга" }, "@misc{source,"],
    [
      "a counter with a full stop",
      { countedBy: "Smith & Co." },
      "note = {Counted by: Smith \\& Co. house-rule: killed",
    ],
    [
      "a copy",
      { reproducedBy: "A_B", countedBy: "C", where: "p. 2" },
      "note = {As reproduced by A\\_B. Counted by: C. house-rule: killed, 2; wounded, 6. Where: p. 2}",
    ],
    [
      "no counter",
      { countedBy: "C", counterUnknown: true },
      "note = {Published by: C; who counted is not stated. house-rule: killed, 2; wounded, 6}",
    ],
  ])("%s", (_, source, expected) => {
    const bibtex = bibtexOf(source);
    expect(bibtex).toContain(expected);
    expect(entriesOf(bibtex)).toHaveLength(1);
  });

  test("two files may use one name for a source", () => {
    const keys = entriesOf(
      citedBibtex([{}, { id: "MEMO" }, { id: "loss-calc-record" }].map((source) => citedCase(ownCase(source)))),
    );
    expect(keys.map(({ key }) => key)).toEqual(["memo", "MEMO-2", "loss-calc-record-2"]);
  });
});

describe("CSL-JSON", () => {
  /** The names in csl-data.json, the schema of CSL 1.0.2, that are used here. */
  const NAMES = "id type title author container-title publisher issued URL accessed note version".split(" ");

  test("has only what CSL's schema allows", () => {
    const items = JSON.parse(citedCsl(EVERY));
    expect(new Set(items.map(({ id }: { id: string }) => id)).size).toBe(items.length);
    for (const { author = [], issued, accessed, ...texts } of items) {
      expect(SOURCE_TYPES).toContain(texts.type);
      for (const [name, value] of Object.entries(texts)) {
        expect(NAMES).toContain(name);
        expect(value).toEqual(expect.any(String));
      }
      for (const name of author)
        expect(["family", "family given", "literal"]).toContain(Object.keys(name).sort().join(" "));
      for (const date of [issued, accessed].filter((date) => date !== undefined)) {
        expect(Object.keys(date)).toEqual(["date-parts"]);
        expect(date["date-parts"]).toHaveLength(1);
        expect(date["date-parts"][0].every(Number.isInteger)).toBe(true);
        expect([1, 2, 3]).toContain(date["date-parts"][0].length);
      }
    }
  });

  test("of a case of the user's", () => {
    const source = { countedBy: "C", published: "1988-05", url: "https://a.org", seen: "2026-01-02" };
    expect(
      JSON.parse(citedCsl([citedCase(ownCase({ ...source, titleEnglish: "E", container: "N", publisher: "P" }))])),
    ).toEqual([
      {
        id: "memo",
        type: "document",
        title: "Our memo",
        "container-title": "N",
        publisher: "P",
        issued: { "date-parts": [[1988, 5]] },
        URL: "https://a.org",
        accessed: { "date-parts": [[2026, 1, 2]] },
        note: "Counted by: C. house-rule: killed, 2; wounded, 6. In English: E",
      },
    ]);
  });
});

describe("text", () => {
  test.each<[string, Partial<RecordSource>, string]>([
    ["a title alone", {}, ": “Our memo”."],
    ["who counted", { countedBy: "The army" }, ". Counted by: The army. In: “Our memo”."],
    [
      "who published it",
      { countedBy: "The Times", counterUnknown: true },
      ". Published by: The Times; who counted is not stated. In: “Our memo”.",
    ],
    ["who did not say", { counterUnknown: true }, ". Who counted is not stated. In: “Our memo”."],
    [
      "everything",
      {
        ...{ countedBy: "The army", author: [{ family: "Fox", given: "W." }, { literal: "AP" }], titleEnglish: "Ours" },
        ...{ container: "The Times", publisher: "News Co.", published: "1988-05-26", where: "p. 2" },
        ...{ reproducedBy: "a blog", url: "https://a.org", seen: "2026-11-30" },
      },
      ". Counted by: The army. In: W. Fox and AP, “Our memo” (Ours), The Times, News Co., 26 May 1988, p. 2, as reproduced by a blog, https://a.org, seen 30 November 2026.",
    ],
    ["a title that is ours", { title: "[A memo]" }, ": [A memo]."],
    ["a counter with a full stop", { countedBy: "Smith & Co." }, ". Counted by: Smith & Co. In: “Our memo”."],
    ["a site that counted", { countedBy: "AP", container: "AP" }, ". Counted by: AP. In: “Our memo”."],
    [
      "an author among those who counted",
      { countedBy: "W. Fox, 1889", author: [{ family: "Fox", given: "W." }] },
      ". Counted by: W. Fox, 1889. In: “Our memo”.",
    ],
    [
      "an office that counted",
      { countedBy: "The army", author: [{ literal: "The army" }] },
      ". Counted by: The army. In: “Our memo”.",
    ],
  ])("%s", (_, source, expected) => {
    expect(textOf(source)).toBe(`- Killed, 2; wounded, 6${expected}`);
  });

  test("a case that is only a ratio has the source of that", () => {
    const file = {
      sources: [{ id: "memo", title: "Our memo" }],
      conflicts: [{ id: "a", nonfatalPerKilled: 3, sourceId: "memo" }],
    };
    const [known] = knownCases([readRatios(JSON.stringify(file), "ours.json")]);
    expect(citedText([citedCase(known!)], PLAIN)).toBe("a\n- 3 others per killed: “Our memo”.\n");
  });
});
