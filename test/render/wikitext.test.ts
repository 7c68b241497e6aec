import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { wikiText } from "../../src/render/wikitext.ts";
import { run } from "../cli/run.ts";

/** What a reader of the wiki sees: entities are never read as markup. */
const seen = (text: string) => text.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
/** What MediaWiki reads as markup: whatever is not an entity. */
const raw = (text: string) => text.replace(/&#\d+;/g, "¤");

describe("a name is text in wikitext, whatever it is", () => {
  test.each([
    ["a|b", "a&#124;b"],
    ["|}", "&#124;&#125;"],
    ["{{Delete}}", "&#123;&#123;Delete&#125;&#125;"],
    ["[[Main Page]]", "&#91;&#91;Main Page&#93;&#93;"],
    ["[//example.org x]", "&#91;//example.org x&#93;"],
    ["<ref>x</ref>", "&#60;ref&#62;x&#60;/ref&#62;"],
    ["R&D &amp;", "R&#38;D &#38;amp;"],
    ["* one", "&#42; one"],
    ["# one", "&#35; one"],
    ["; one", "&#59; one"],
    [": one", "&#58; one"],
    ["= one =", "&#61; one ="],
    [" one", "&#32;one"],
    ["----", "&#45;&#45;&#45;&#45;"],
    ["a''b'''", "a&#39;&#39;b&#39;&#39;&#39;"],
    ["'a'", "&#39;a&#39;"],
    ["~~~~", "&#126;&#126;&#126;&#126;"],
    ["~250,000", "~250,000"],
    ["__NOTOC__", "&#95;&#95;NOTOC&#95;&#95;"],
    ["a !! b", "a &#33;&#33; b"],
    ["https://example.org", "https&#58;//example.org"],
    ["mailto:a@example.org", "mailto&#58;a@example.org"],
    ["RFC 2119, ISBN 1", "RFC&#32;2119, ISBN&#32;1"],
    ["two\n\nlines", "two lines"],
    ["Ukraine's army: 13,800 (≤6,000–7,000+), snake_case", "Ukraine's army: 13,800 (≤6,000–7,000+), snake_case"],
  ])("%j", (text, written) => {
    expect(wikiText(text)).toBe(written);
    expect(seen(written)).toBe(text.replace(/\s+/g, " "));
  });

  test("no text has markup left, and every text is seen as it was", () => {
    const signs = fc.string({ unit: fc.constantFrom(..."ab |[]{}<>&!'~_-*#:;=/\n7") });
    fc.assert(
      fc.property(fc.oneof(signs, fc.string()), (text) => {
        const written = wikiText(text);
        expect(seen(written)).toBe(text.replace(/\s+/g, " "));
        expect(raw(written)).not.toMatch(/[[\]{}<>|!\n]|''|~~~|__|----|\w:\S/);
        expect(written).not.toMatch(/^[*#:;= -]/);
      }),
    );
  });
});

const scenario = (report: object) =>
  run(["--scenario", "-", "--format", "wikitext"], {
    stdin: JSON.stringify({ killed: { figure: 7000, ...report }, ratio: 3, side: "A|B" }),
  });

describe("a footnote for each source", () => {
  test.each<[string, object, string]>([
    [
      "a link",
      { source: "U[k]raine", asOf: "2022-03-16", kind: "claim", url: "https://example.org/a?b=c#d" },
      '<ref name="Ukraine, 2022-03-16, killed">killed: U&#91;k&#93;raine (claim), as of 16 March 2022, at [https://example.org/a?b=c#d example.org]</ref>',
    ],
    [
      "a page without a name",
      { url: "https://www.example.org/a" },
      '<ref name="killed">killed: [https://www.example.org/a example.org]</ref>',
    ],
    [
      "an address that would end the link",
      { source: "a", url: "https://example.org/a]b|c<ref>''{{x}}" },
      '<ref name="a, killed">killed: a, at [https://example.org/a%5Db%7Cc%3Cref%3E%27%27%7B%7Bx%7D%7D example.org]</ref>',
    ],
    [
      "an address that is not a page",
      { source: "a", url: "javascript:alert(1)" },
      '<ref name="a, killed">killed: a: javascript&#58;alert(1)</ref>',
    ],
    ["a remark", { source: "a", note: "* spoken" }, '<ref name="a, killed">killed: a: * spoken</ref>'],
    ["no source", {}, ""],
  ])("%s", async (_, report, footnote) => {
    const { stdout, status } = await scenario(report);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^\{\| class="wikitable"\n\|\+ Losses of A&#124;B(?:<ref.*)?\n/);
    expect(stdout).toMatch(/^28,000 are out of action \(A&#124;B\)\. .* for each\.(.*)$/m);
    const [first = "", ...more] = stdout.match(/<ref name="[^"<>]*">.*?<\/ref>/g) ?? [];
    expect([first, more]).toEqual([footnote, []]);
    // The sentence names the footnote of the table.
    expect(/for each\.(.*)$/m.exec(stdout)![1]).toBe(footnote.replace(/>.*$/, " />"));
  });

  test("a label that says what a count has is not a source", async () => {
    const figures = ["--killed", "a=700", "--captured", "captured or missing=530"];
    expect((await run([...figures, "--format", "wikitext"])).stdout.match(/<ref name="[^"<>]*">.*?<\/ref>/g)).toEqual([
      '<ref name="a, killed">killed: a</ref>',
    ]);
    const row = (await run([...figures, "--format", "csv"])).stdout.split("\n")[1]!;
    expect(row).toMatch(/,killed: a$/);
  });

  test("what one source says of several things is cited once", async () => {
    const url = "https://example.org";
    const report = { source: "a", url };
    const stdin = JSON.stringify({
      killed: { ...report, kind: "estimate", figure: 10 },
      wounded: { ...report, figure: 30 },
      captured: { ...report, note: "elsewhere", figure: 5 },
    });
    const { stdout } = await run(["--scenario", "-", "--format", "wikitext"], { stdin });
    expect(stdout.match(/<ref name="[^"<>]*">.*?<\/ref>/g)).toEqual([
      '<ref name="a, killed and wounded">killed and wounded: a (estimate), at [https://example.org example.org]</ref>',
      '<ref name="a, captured">captured: a, at [https://example.org example.org]: elsewhere</ref>',
    ]);
  });
});

describe("sources", () => {
  const wiki = async (...typed: readonly string[]) => {
    const { stdout } = await run([...typed, "--format", "wikitext"]);
    return stdout.match(/<ref name="[^"<>]*">.*?<\/ref>/g);
  };

  test("reports that are not used are not cited", async () => {
    expect(await wiki("--killed", "A=5", "--killed", "B=6", "--combine", "prefer=A")).toEqual([
      '<ref name="A, killed">killed: A</ref>',
    ]);
    const totals = ["2025-01-01=5", "2025-02-01=6", "2025-03-01=7"].flatMap((total) => ["--casualties", `A@${total}`]);
    expect(await wiki(...totals, "--combine", "change")).toEqual([
      '<ref name="A, 2025-01-01, casualties">casualties: A, as of 1 January 2025</ref>',
      '<ref name="A, 2025-03-01, casualties">casualties: A, as of 1 March 2025</ref>',
    ]);
  });

  test("a ratio by name has the page of its counts, and no command", async () => {
    const notes = (await wiki("--killed", "7000", "--wounded", "us-korea"))!;
    expect(notes).toHaveLength(2);
    const [killed, wounded] = notes;
    expect(killed).toMatch(
      />wounded per killed \(killed\)\. Counted by: US Department of Veterans Affairs, 2021\. In: \[https:\/\/en\./,
    );
    expect(wounded).toMatch(
      /Counted by: US Department of Defense\. In: \[https:\/\/www\.globalsecurity\.org\S+ “Principal Wars/,
    );
    expect(wounded).toContain("as reproduced by GlobalSecurity.org, seen 30 November 2026");
    expect(notes.join()).not.toMatch(/loss-calc ratios|us-korea/);
    expect((await wiki("--killed", "7000", "--wounded", "history"))![0]).toContain("loss-calc’s record of past wars: ");
  });

  test.each(["markdown", "wikitext"])("a list of cases names their pages (%s)", async (format) => {
    const { stdout } = await run(["ratios", "us-korea", "--format", format]);
    expect(stdout).toContain("https://www.globalsecurity.org/military/ops/casualties.htm");
    expect(stdout).toContain("https://factmonster.com/us/military/american-prisoners-war");
  });

  test("the name of a file can end with .wikitext", async () => {
    const folder = mkdtempSync(join(tmpdir(), "loss-calc-wiki-"));
    await run(["--killed", "7", "-o", join(folder, "z.wikitext")]);
    expect(readFileSync(join(folder, "z.wikitext"), "utf8")).toContain('{| class="wikitable"');
    rmSync(folder, { recursive: true });
  });

  test("a page that several sides rest on is one footnote, at the name of each, and again after the sentence", async () => {
    const file = (side: string) => `fixtures/scenarios/csis-2026${side}.json`;
    const { stdout } = await run(["compare", file(""), file("-ukraine"), "us-korea", "--format", "wikitext"]);
    const name = "CSIS, 2025-12, Russia and Ukraine, killed and casualties";
    expect(stdout).toContain(
      `! scope="col" | Russia<ref name="${name}">Russia and Ukraine, killed and casualties: CSIS (estimate), as of December 2025, at [https://`,
    );
    expect(stdout).toContain(`! scope="col" | Ukraine<ref name="${name}" />\n`);
    expect(stdout).toMatch(
      /\| United States \(Korean War, 1950-1953\)(?:<ref name="[^"]*">United States \(Korean War, 1950-1953\), .*?<\/ref>){3}\n/,
    );
    expect(stdout.match(/<ref name="[^"]*">/g)).toHaveLength(4);
    expect(stdout).toMatch(/^As of December 2025, .*\.(?:<ref name="[^"]*" \/>){4}$/m);
  });
});
