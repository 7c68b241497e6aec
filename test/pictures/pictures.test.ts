import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SaxesParser, type SaxesTagPlain } from "saxes";
import { beforeAll, describe, expect, test } from "vitest";
import { widthOf } from "../../src/render/svg/measure.ts";
import { COLOURS } from "../../src/render/svg/style.ts";
import { run } from "../cli/run.ts";
import { drawn, HOSTILE, SAMPLES, THREE } from "./pictures.ts";

interface Node {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly isHidden: boolean;
  text: string;
}

/** Every element of a picture. Throws if it is not well-formed XML. */
function parsed(svg: string): Node[] {
  const nodes: Node[] = [];
  const open: Node[] = [];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }: SaxesTagPlain) => {
    const isHidden = open.some((parent) => parent.isHidden) || attributes.role === "table";
    const node = { name, attributes, isHidden, text: "" };
    nodes.push(node);
    open.push(node);
  });
  parser.on("closetag", () => open.pop());
  parser.on("text", (text) => {
    // What isolates words from right to left takes no room.
    for (const node of open) node.text += text.replace(/[\u2067\u2069]/g, "");
  });
  parser.write(svg).close();
  return nodes;
}

interface Box {
  readonly what: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Where a text is, by the widths that it was laid out with. */
function boxOf({ text, attributes }: Node): Box {
  const [x, y, size] = ["x", "y", "font-size"].map((name) => Number(attributes[name])) as [number, number, number];
  const width = widthOf(text, { size, bold: attributes.class!.includes("bold") });
  const left = x - { start: 0, middle: width / 2, end: width }[attributes["text-anchor"] ?? "start"]!;
  return { what: text, left, right: left + width, top: y - size * 0.8, bottom: y + size * 0.2 };
}

const ROOM = 0.5;
const areApart = (a: Box, b: Box) =>
  a.right <= b.left + ROOM || b.right <= a.left + ROOM || a.bottom <= b.top + ROOM || b.bottom <= a.top + ROOM;

describe.each(SAMPLES.map((sample) => [sample.name, sample] as const))("%s", (_, sample) => {
  let nodes: Node[] = [];
  beforeAll(async () => {
    nodes = parsed(await drawn(sample));
  });

  test("is well-formed, and neither runs nor loads anything", () => {
    expect(nodes[0]!.attributes.xmlns).toBe("http://www.w3.org/2000/svg");
    expect(nodes.map(({ name }) => name)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/script|foreignObject|image|use|^a$/)]),
    );
    for (const { attributes } of nodes) {
      for (const [name, value] of Object.entries(attributes)) {
        expect(name).not.toMatch(/^on|href|src/);
        if (name !== "xmlns" && name !== "aria-label") expect(value).not.toMatch(/https?:|url\((?!#)/);
      }
    }
    expect(nodes.find(({ name }) => name === "style")!.text).not.toMatch(/url|@import/);
    const ids = nodes.flatMap(({ attributes: { id } }) => (id === undefined ? [] : [id]));
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("has a title, a description, and its numbers as a table", () => {
    expect(nodes.find(({ name }) => name === "title")!.text).not.toBe("");
    expect(nodes.find(({ name }) => name === "desc")!.text).not.toBe("");
    const roles = nodes.map(({ attributes }) => attributes.role);
    expect(roles).toEqual(expect.arrayContaining(["table", "row", "columnheader", "cell"]));
  });

  test("has a size in whole pixels, and all of them are drawn", () => {
    const { viewBox, width, height } = nodes[0]!.attributes;
    expect([width, height]).toEqual([expect.stringMatching(/^\d+$/), expect.stringMatching(/^\d+$/)]);
    if (!sample.argv.includes("--dimensions")) expect(viewBox).toBe(`0 0 ${width} ${height}`);
  });

  test("has no words that overlap or leave it", () => {
    const [, , width, height] = nodes[0]!.attributes.viewBox!.split(" ").map(Number) as [
      number,
      number,
      number,
      number,
    ];
    const boxes = nodes.filter(({ name, isHidden }) => name === "text" && !isHidden).map(boxOf);
    const outside = boxes.filter(
      ({ left, right, top, bottom }) => left < -ROOM || top < -ROOM || right > width + ROOM || bottom > height + ROOM,
    );
    expect(outside).toEqual([]);
    const overlapping = boxes.flatMap((box, at) =>
      boxes
        .slice(at + 1)
        .filter((other) => !areApart(box, other))
        .map((other) => [box.what, other.what]),
    );
    expect(overlapping).toEqual([]);
  });
});

const CSIS = ["fixtures/scenarios/csis-2026.json", "fixtures/scenarios/csis-2026-ukraine.json"];

/** The picture of a command line. */
const picture = async (...argv: string[]) => (await run([...argv, "--format", "svg"])).stdout;
const count = (svg: string, part: RegExp) => [...svg.matchAll(new RegExp(part, "g"))].length;

test("open ends have arrows, approximate ends fade, and best values are marked", async () => {
  const closed = await picture("--killed", "7000-9000");
  expect([count(closed, /stroke-dasharray/), count(closed, /linearGradient/), count(closed, /Z"/)]).toEqual([0, 0, 0]);
  const open = await picture("--killed", "at least 7000");
  expect(count(open, /stroke-dasharray="4 3"/)).toBe(1);
  expect(open).toContain("An arrow: the number may be further that way.");
  const soft = await picture("--killed", "about 7000");
  expect(count(soft, /<radialGradient/)).toBe(1);
  expect(soft).toContain("A soft edge: approximate.");
  expect(count(await picture("--killed", "about 7000-9000"), /<linearGradient/)).toBe(1);
  const best = await picture("--killed", "7000/8000/9000");
  expect(count(best, /Z"/)).toBeGreaterThan(0);
  expect(best).toContain("A diamond: a source’s best value.");
});

test.each([
  ["--killed", "7000", "--side", "Russia"],
  ["compare", "--killed", "a=5", "--killed", "b=7"],
  ["total", "--killed", "a=5", "--killed", "b=7"],
  ["past", "--share", "12%"],
  ["ratios", "--backtest", "3"],
])("%s %s has the title that is asked for, and keeps the rest", async (...argv) => {
  const [usual, own] = [await picture(...argv), await picture(...argv, "--title", ` ${HOSTILE} `)];
  const [before, after] = [parsed(usual), parsed(own)];
  const textOf = (nodes: Node[], name: string) => nodes.find((node) => node.name === name)!.text;
  expect(textOf(after, "title")).toBe(HOSTILE.trim());
  expect(textOf(after, "desc")).toBe(textOf(before, "desc"));
  const cells = (nodes: Node[]) => nodes.filter(({ attributes }) => attributes.role === "cell").map(({ text }) => text);
  expect(cells(after)).toEqual(cells(before));
  expect(seen(own).replaceAll(" ", "")).toContain(HOSTILE.replaceAll(" ", ""));
});

test.each([
  [["--killed", "7000", "--side", "US"], "Losses of the US"],
  [["compare", ...CSIS], "Losses of Russia and Ukraine"],
  [["compare", "--killed", "US@2025=9", "--killed", "US@2026=10"], "Losses of the US: 2025 and 2026"],
  [["compare", "--killed", "Russia=9", "us-korea"], "Losses of Russia and the United States (Korean War, 1950-1953)"],
  [["total", "--killed", "army=9", "--killed", "militia=8"], "Losses of the army and the militia together"],
  [["total", "--killed", "Wagner=9"], "Losses of Wagner"],
  [["past", "--share", "12%"], "Losses, compared with past battles"],
  [["past", "fixtures/scenarios/russia-2022-03-16.json"], "Losses of Russia, compared with past battles"],
  [["ratios", "--backtest", "history"], "The 80% range of other wars, tested on past wars"],
  [
    ["ratios", "--backtest", "ussr-winter-war"],
    "The ratio of the Soviet Union (Winter War, 1939-1940), tested on past wars",
  ],
])("a title says what is shown: %j", async (argv, title) => {
  expect(parsed(await picture(...argv)).find(({ name }) => name === "title")!.text).toBe(title);
});

test("files without sides have their own names in the title", async () => {
  const folder = mkdtempSync(join(tmpdir(), "loss-calc-title-"));
  const files = ["first", "second"].map((name) => join(folder, `${name}.json`));
  for (const file of files) await run(["--killed", "7000", "--ratio", "3", "--save", file]);
  expect(await picture("compare", ...files)).toContain("<title>Losses: first and second</title>");
  rmSync(folder, { recursive: true });
});

test("a series has the title that is asked for", async () => {
  const argv = ["batch", "--series", "cumulative", "--by", "day", "--to", "svg", "--title", "The first weeks"];
  const { stdout } = await run(argv, { stdin: "day,killed\n2022-03-01,100\n" });
  expect(seen(stdout)).toMatch(/^The first weeks /);
});

test("a picture names its sources, with their dates and kinds, and its own date", async () => {
  const svg = await picture("--killed", "Ukraine@2022-03-16=13800", "--ratio", "3", "--as-of", "2022-03-17");
  expect(svg).toContain("Source: Ukraine (as of 16 March 2022). As of 17 March 2022.");
});

test.each([
  [["--killed", "CSIS@2025-12=7000", "--casualties", "CSIS@2025-12=28000"], ""],
  [["--killed", "CSIS@2025-12=7000", "--casualties", "UK@2025=28000"], " As of December 2025."],
  [["--killed", "CSIS@2025-12=7000", "--casualties", "28000"], " Some figures have no source. As of December 2025."],
])("a date that all sources have is below a picture once: %j", async (figures, date) => {
  const svg = await picture(...figures, "--as-of", "2025-12");
  expect(svg).toMatch(new RegExp(`Sources?: CSIS \\(as of December 2025\\)[^.]*\\.${date}</desc>`));
});

/** What is seen of a picture, in one line. */
const seen = (svg: string) =>
  parsed(svg)
    .filter(({ name, isHidden }) => name === "text" && !isHidden)
    .map(({ text }) => text)
    .join(" ");

test("two past wars have their titles, from the first word on", async () => {
  const { stdout } = await run(["compare", "us-vietnam", "ussr-afghanistan", "--format", "svg"]);
  expect(stdout).toContain(
    "<title>Losses of the United States (Vietnam War, 1964-1973) and the Soviet Union (Soviet-Afghan War, 1979-1988)</title>",
  );
});

test("words from right to left are isolated in their line, which keeps its own direction", async () => {
  const svg = await picture("--killed", "الجيش الروسي=6000", "--killed", "US=13800");
  expect(svg).toMatch(/<text [^>]*>\u2067الجيش الروسي\u2069<\/text>/);
  expect(svg).not.toContain("direction");
});

test("dates are in words", async () => {
  const argv = ["--killed", "Ukraine@2022-03-16=13800", "--killed", "US@2022-03=6000", "--killed", "US@2022-03=7000"];
  const svg = await picture(...argv, "--ratio", "3", "--force", "all@2022-02=150000", "--as-of", "2022-03-17");
  expect(seen(svg)).toMatch(/Ukraine, 16 March 2022 13,800 US \(1\), March 2022 6,000 .*all, February 2022\) /);
  const dates = await picture("compare", "--killed", "Russia@2025-01=200000", "--killed", "Russia@2026-01=300000");
  expect(seen(dates)).toContain("Russia: January 2025 and January 2026 From January 2025 to January 2026");
  const apart = await picture("compare", "--killed", "Russia@2025-01=200000", "--killed", "Ukraine@2026-01=300000");
  const goal = [
    "--casualties",
    "200000",
    "--days",
    "100",
    "--force",
    "500000",
    "--until",
    "100%",
    "--as-of",
    "2025-01-01",
  ];
  for (const one of [svg, dates, apart, await picture(...goal)]) expect(seen(one)).not.toMatch(/\d{4}-\d\d/);
});

test("the note of a scenario is below its picture, but not below a post", async () => {
  const note = "Note: Killed, wounded and missing; published on 27 January 2026.";
  for (const argv of [[CSIS[0]!], ["compare", ...CSIS], ["total", ...CSIS]])
    expect(seen(await picture(...argv)).split(note)).toHaveLength(2);
  const post = await picture(CSIS[0]!, "--dimensions", "1200x560");
  expect(seen(post)).not.toContain("Note:");
  expect(post).toContain(note);
});

test.each([[[]], [["--dimensions", "1200x675"]]])("the sentence has the numbers of the bars (%j)", async (size) => {
  const words = seen(await picture("compare", ...CSIS, ...size));
  expect(words).toContain(
    "Russia had 1.96 to 3.25 times as many killed and about 2 to 2.4 times as many casualties as Ukraine.",
  );
  expect(words).toContain("375,000 to 465,000 killed");
  expect(words).not.toMatch(/out of action/i);
  const total = seen(await picture("total", "--killed", "a=13,877", "--killed", "b=6,000", "--ratio", "2.3", ...size));
  expect(total).toContain("65,594 out of action, 19,877 of them killed.");
  expect(total).toContain("Assumes 2.3 others were wounded, captured, missing or deserted for each person killed, and");
});

test("bars are losses a day if the sentence begins with them", async () => {
  const words = seen(await picture("compare", "--casualties", "Now=30000 a month", "germany-east-1941-42"));
  expect(words).toMatch(/^Losses of Now and Germany .* Losses a day Now 1,000 Germany.* 0 a day /);
  expect(words).not.toContain("336,349");
});

test.each([
  [
    ["total", "--killed", "a=9000", "--killed", "b=about 1234", "--killed", "c=at least 40"],
    "about 10,300 killed",
    "Sum at least about 10,300",
  ],
  [["--killed", "about 250", "--force", "199"], "about 126%", "about 250, about 126%"],
  [["--killed", "about 1271.5 a day"], "About 1,270", "about 1,270"],
])("an approximate number is as precise at its bar as in the sentence (%j)", async (argv, said, drawn) => {
  const words = seen(await picture(...argv));
  expect(words).toContain(said);
  expect(words).toContain(drawn);
});

const SEEN = ["--killed", "US=up to 6,000", "--killed", "Pentagon=at least 7,000"];

test("a post has the share of the force, and neither signs nor the same words at each bar", async () => {
  const post = ["--ratio", "3", "--force", "about 150,000", "--dimensions", "1200x675"];
  const words = seen(await picture(...SEEN, "--killed", "Ukraine=13,800", ...post));
  expect(words).toMatch(/about 16.0%–36.8%/);
  expect(words).not.toMatch(/[≤~+]/);
  expect(words).toContain("6,000 (or fewer) to 13,800 (or more)");
  expect(words).toContain("24,000–55,200");
  const several = ["--ratio", "3", "--force", "army=150,000", "--force", "all=280,000"];
  expect(seen(await picture("--killed", "7000", ...several))).toContain("150,000, 18.7% of it lost");
});

test.each([
  [["--side", "Russia", "--as-of", "2022-03-16", "--killed", "US and Europe=up to 6,000"], "US and Europe up to 6,000"],
  [["--killed", "Western officials@2022-03-16=up to 6,000"], "16 March 2022 up to 6,000"],
])(
  "a post keeps who reported the killed, and says what arrows mean where its sentence does not: %j",
  async (argv, row) => {
    const post = ["--ratio", "3", "--force", "150000", "--dimensions", "1200x675"];
    const words = seen(await picture("--killed", "Ukraine=13,800", ...argv, ...post));
    expect(words).toContain("Killed Ukraine 13,800");
    expect(words).toContain(`${row} Lowest to highest 6,000 (or fewer) to 13,800 Out of action 24,000–55,200`);
  },
);

test("a total keeps the parts of all losses", async () => {
  const parts = ["--killed", "a=13,800", "--killed", "b=up to 6,000", "--killed", "c=7000"];
  const words = seen(await picture("total", ...parts, "--ratio", "3", "--force", "150000", "--dimensions", "1200x675"));
  expect(words).toContain("Killed 20,800–26,800 Out of action a 55,200 b up to 24,000");
});

test.each([
  [["up to 6,000", "150000-200000"], "up to 24,000, up to 16.0%"],
  [["at least 6,000", "150000-200000"], "at least 24,000, at least 12.0%"],
  [["up to 6,000", "150000"], "up to 24,000, up to 16.0%"],
  [["about 6,000", "150000-200000"], "about 24,000, about 12.0% to 16.0%"],
])("a single number that is a bound has a share that is one: %j", async ([killed, force], label) => {
  const argv = ["--killed", `A=${killed}`, "--killed", "B=9000", "--ratio", "3", "--force", force!];
  expect(seen(await picture(...argv))).toContain(label);
});

test("the table has the open ends in words, and an unknown share is left out", async () => {
  const svg = await picture(...SEEN, "--ratio", "3", "--force", "at least 150000");
  expect(seen(svg)).toContain("at least 28,000 Lowest to highest 24,000 to 28,000");
  const cells = parsed(svg).filter(({ attributes }) => attributes.role === "cell");
  expect(cells.map(({ text }) => text)).toContain("6,000 (or fewer) to 7,000 (or more)");
});

test("a ratio that was only calculated is left out, and a given one is in words", async () => {
  const words = seen(await picture("--killed", "about 9000", "--wounded", "UN=30000", "--missing", "0.5x"));
  expect(words).toContain("Wounded (UN) 30,000");
  expect(words).toContain("Missing (0.5 for each person killed)");
});

test("a comparison has no caveat about what is not drawn", async () => {
  const text = (await run(["compare", ...CSIS])).stdout;
  expect(text).toContain("The ends assume");
  expect(await picture("compare", ...CSIS)).not.toContain("The ends assume");
});

test.each([
  [["--killed", "A=9000", "--ratio", "ussr-winter-war"], "Source: A. Ratio: Soviet Union, Winter War, 1939-1940."],
  [["--killed", "9000", "--wounded", "history"], "Source: not given. Ratio: loss-calc’s record of past wars."],
  [
    ["total", "--killed", "a=9", "--killed", "b=2", "--ratio", "a=ussr-winter-war", "--ratio", "b=3"],
    "Source: not given. Ratio (a): Soviet Union, Winter War, 1939-1940.",
  ],
  [
    ["total", "--killed", "a=9", "--killed", "b=2", "--ratio", "ussr-winter-war"],
    "Source: not given. Ratio: Soviet Union, Winter War, 1939-1940.",
  ],
])("a past war that a ratio is from is no source of losses: %j", async (argv, line) => {
  expect(seen(await picture(...argv))).toContain(line);
});

// What fits a preview of 800x418 fits 1200x630 and 1200x675 as well, since it is flatter than these.
const US_WARS = ["us-korea", "us-vietnam", "us-iraq"];
test.each([
  ["an estimate", ["--killed", "7000", "--ratio", "3", "--force", "150000"], "800x418"],
  ["two sides", ["compare", ...THREE.slice(0, 8)], "800x418"],
  ["three sides", ["compare", ...THREE], "800x418"],
  ["three sides with a ratio", ["compare", ...THREE.slice(0, 4), "--killed", "Wagner=2e4", "--ratio", "3"], "800x418"],
  ["a total", ["total", ...THREE], "800x418"],
  ["past battles", ["past", "--share", "16%-36.8%", "--force", "150000", "--days", "21"], "800x418"],
  ["a ratio on past wars", ["ratios", "--backtest", "3"], "800x418"],
  ["past wars", ["compare", "fixtures/scenarios/csis-2026.json", ...US_WARS], "1080x1080"],
  ["two past wars", ["compare", "us-korea", "us-iraq"], "1200x675"],
  ["two sides and a past war", ["compare", ...THREE.slice(0, 8), "us-korea"], "1200x675"],
  ["a total of three past wars", ["total", ...US_WARS, "--disjoint"], "1200x675"],
])("%s: %j fits %s", async (_, argv, size) => {
  expect(await picture(...argv, "--dimensions", size)).toMatch(/^<svg /);
});

test("an axis in little room has its first tick, and the next one that has room", async () => {
  const argv = ["compare", "fixtures/scenarios/csis-2026.json", "us-korea", "union-civil-war"];
  expect(seen(await picture(...argv, "--dimensions", "1080x1080"))).toContain(" 0 people 1,000,000 ");
});

test("three quantities of three sides in little room: only those are drawn that the sentence compares", async () => {
  const wounded = ["Russia", "Ukraine", "Wagner"].flatMap((side) => ["--wounded", `${side}=50000`]);
  const argv = ["compare", ...THREE.slice(0, 4), "--killed", "Wagner=20000", ...wounded];
  const [all, post] = [seen(await picture(...argv)), seen(await picture(...argv, "--dimensions", "1200x675"))];
  expect(all).toMatch(/ Killed .* Wounded .* Casualties /);
  expect(post).toMatch(/ Killed .* Casualties /);
  expect(post).not.toContain("Wounded");
});

test("in still less room only the first of them is drawn, with a sentence about it, and then without one", async () => {
  const post = seen(
    await picture("compare", "fixtures/scenarios/csis-2026.json", "us-korea", "--dimensions", "1200x675"),
  );
  expect(post).toMatch(/ Russia had 8\.15 to 9\.63 times as many killed as the United States .* Killed .*33,739/);
  expect(post).not.toMatch(/casualties|Casualties|soft edge/);
  const long = seen(await picture("compare", "us-korea", "us-iraq", "--dimensions", "1200x630"));
  expect(long).toMatch(/ Killed a day United States \(Korean War, 1950-1953\) /);
  expect(long).not.toContain("times as many");
});

test("a quantity that only a past war has is named without brackets in brackets", async () => {
  const words = seen(await picture("compare", ...THREE.slice(0, 8), "us-korea"));
  expect(words).toContain(" Wounded (United States, Korean War, 1950-1953) ");
});

test("one axis is logarithmic, or two are", async () => {
  const past = ["past", "--killed", "7000", "--ratio", "us-korea", "--force", "150000", "--days", "3"];
  for (const argv of [past, ["ratios", "--backtest", "us-korea"]]) {
    expect(seen(await picture(...argv))).toContain("The axes are logarithmic.");
    expect(seen(await picture(...argv, "--dimensions", "1200x675"))).toContain("The axis is logarithmic.");
  }
});

test("the parts that a small total keeps are those of all losses, not of what is left of these", async () => {
  const parts = ["--killed", "a=5000", "--killed", "b=3000", "--wounded", "a=9000", "--wounded", "b=8000"];
  const small = seen(await picture("total", ...parts, "--returned", "50%", "--dimensions", "600x315"));
  expect(small).toContain(" Out of action a 14,000 b 11,000 Sum 25,000 ");
});

test("the dots of a series are explained as long as there are some", async () => {
  const series = async (days: number) => {
    const rows = Array.from(
      { length: days },
      (_, day) => `${new Date(Date.UTC(2022, 0, day + 1)).toISOString().slice(0, 10)},${day}`,
    );
    const options = ["batch", "-", "--series", "cumulative", "--by", "date", "--to", "svg"];
    return (await run(options, { stdin: ["date,killed", ...rows].join("\n") })).stdout;
  };
  for (const [days, isExplained] of [
    [40, true],
    [41, false],
    [1, false],
  ] as const)
    expect([days, (await series(days)).includes("The dots are where there is a figure.")]).toEqual([days, isExplained]);
});

test("a total keeps the parts of all losses, rather than the other sums and the sentence", async () => {
  const post = seen(await picture("total", "us-wwi", "us-wwii", "--dimensions", "1200x675"));
  expect(post).toMatch(/ Out of action United States .*261,524.* Sum 1,355,128 .* Sources: /);
  expect(post).not.toMatch(/Killed|number a day|Assumes/);
});

test("a post among past battles has a short sentence, and what is compared", async () => {
  const past = ["past", "--share", "16%-36.8%", "--force", "150000", "--days", "21"];
  const post = seen(await picture(...past, "--dimensions", "1200x675"));
  expect(post).toMatch(
    / 16.0% to 36.8% lost is between the 39th and the 83rd percentile of 93 sides in past battles. /,
  );
  for (const words of [post, seen(await picture(...past))])
    expect(words).toContain("Compared: a force of 150,000; 21 days.");
  expect(seen(await picture("past", "--share", "12%"))).not.toContain("Compared:");
});

test("a hostile name stays text", async () => {
  const nodes = parsed(await drawn(SAMPLES.find(({ name }) => name === "a hostile name")!));
  const cells = nodes.filter(({ attributes }) => attributes.role === "cell").map(({ text }) => text);
  expect(cells).toContain(HOSTILE.replace(/\s+/g, " ").trim());
});

test("a mark is where its number is on the axis", async () => {
  const svg = await picture("--killed", "6000-13800", "--ratio", "3", "--force", "150000");
  const bars = [...svg.matchAll(/<rect class="lc-whole" x="([\d.]+)" [^>]*width="([\d.]+)"/g)].map(([, x, width]) => [
    Number(x),
    Number(x) + Number(width),
  ]);
  const force = Number(/<path class="lc-ink-line" d="M([\d.]+)/.exec(svg)![1]);
  const zero = Number(/<path class="lc-grid-line" d="M([\d.]+)/.exec(svg)![1]);
  const at = (people: number) => zero + ((force - zero) * people) / 150_000;
  const numbers = [
    [6000, 13_800],
    [24_000, 55_200],
  ];
  for (const [bar, ends] of numbers.entries())
    for (const [end, people] of ends.entries()) expect(bars[bar]![end]).toBeCloseTo(at(people), 1);
});

test("an arrow stops at zero, unless a change is below it", async () => {
  const tips = (svg: string) => [...svg.matchAll(/M[\d.]+ [\d.]+L([\d.]+) /g)].map(([, x]) => Number(x));
  const zeroIn = (svg: string) => Number(/<path class="lc-grid-line" d="M([\d.]+)/.exec(svg)![1]);
  const near = await picture("--killed", "A=up to 600", "--killed", "B=13800");
  expect(tips(near)).toHaveLength(2);
  expect(Math.min(...tips(near))).toBeGreaterThan(zeroIn(near));
  const totals = ["--killed", "UN@2022-03-01=7000", "--killed", "UN@2022-04-01=up to 6000", "--combine", "change"];
  const fell = await picture(...totals);
  expect(tips(fell)[1]).toBeLessThan(zeroIn(fell));
});

test.each([
  ["150000", /lc-ink-line" d="[^"]*" fill="none" stroke-width="2"\/>/, "he upright line: the force."],
  [
    "about 150000",
    /lc-ink-line" d="[^"]*" fill="none" stroke-width="2" stroke-dasharray/,
    "he dashed line: the force.",
  ],
  ["at least 150000", /lc-ink-line" d="[^"]*" fill="none" stroke-width="2" stroke-dasharray/, "he dashed line"],
  ["150000-190000", /lc-force" d="[^"]*" fill-opacity="0.35"/, "he pale band: the force."],
])("a force of %s can be compared with every bar", async (force, mark, key) => {
  const svg = await picture("--killed", "A=6000", "--killed", "B=13800", "--ratio", "3", "--force", force);
  expect(count(svg, mark)).toBe(7);
  expect(svg).toContain(key);
});

test("the change of one side is that in its casualties, in the heading, too", async () => {
  const words = seen(
    await picture("compare", "--casualties", "R@2025-01=100-200", "--casualties", "R@2025-02=300-500"),
  );
  expect(words).toContain("Casualties");
  expect(words).toContain("the figure for R’s casualties rose by");
  expect(words).not.toMatch(/out of action/i);
});

test("casualties belong to the source that gives them", async () => {
  const svg = await picture("--killed", "Ukraine=7000-9000", "--killed", "US=5000", "--casualties", "CSIS=20000");
  expect(svg).toContain(">Casualties (CSIS)<");
  expect(count(svg, />20,000</)).toBe(3);
});

test("what a result takes is said in words", async () => {
  expect(await picture("compare", "--killed", "Russia=220000", "--ratio", "3", "ussr-afghanistan")).toMatch(
    /three others/,
  );
  const batch = ["batch", "--series", "cumulative", "--by", "day", "--ratio", "3", "--to", "svg"];
  const stdin = "day,killed\n2022-03-01,100\n2022-04-01,x\n2022-05-01,80\n";
  const { stdout, status } = await run(batch, { stdin });
  expect(status).toBe(3);
  expect(stdout).toMatch(/three others .* for each person killed/);
  expect(stdout).toContain("One row could not be read, so what it counts may be missing.");
  expect(stdout).toContain(
    "A total that falls was corrected, or counts something else, or these are numbers of single days.",
  );
});

const byCountry = ["batch", "--series", "cumulative", "--by", "day", "--group", "c", "--to", "svg"];

test("a ratio on past wars says what was too low, for each panel that is drawn", async () => {
  const both = seen(await picture("ratios", "--backtest", "3", "--dimensions", "1200x900"));
  expect(both).toMatch(
    /A ratio of three wounded to one killed was within 25% of the actual ratio in \d+ of \d+ comparable cases from past wars/,
  );
  expect(both).toMatch(
    /A ratio of three wounded, captured or missing to one killed was .* too low in \d+ and too high in/,
  );
  expect(both).toContain("Wounded, captured and missing per person killed: ");
  expect(both).toMatch(
    /frame: the 80% interval of past wars, \d\.\d\d to \d\.\d\d wounded per killed .*3 for each person killed/,
  );
  const post = await picture("ratios", "--backtest", "3", "--dimensions", "1200x675");
  expect(seen(post)).toContain("Wounded per person killed: ");
  expect(seen(post)).not.toContain("captured");
  expect(post).toContain("A ratio of three wounded, captured or missing to one killed");
  expect(seen(await picture("ratios", "--backtest", "2-4"))).toMatch(/it was right in \d+, too low in \d+/);
  expect(seen(await picture("ratios", "--backtest", "up to 3"))).toMatch(
    /right in \d+, too low in [\w-]+ and too high in none/,
  );
});

test("a series names its first and last day, its reports, and what is to be said of every row", async () => {
  const day = (date: string, killed: string) => `${date},a,${killed}\n${date},b,900\n`;
  const rows = [
    ["2024-01-10", "100"],
    ["2024-02-10", "200-300"],
    ["2024-03-20", "about 400"],
  ].map(([date, killed]) => day(date!, killed!));
  const { stdout } = await run([...byCountry, "--ratio", "2-4"], { stdin: `day,c,killed\n${rows.join("")}` });
  const words = seen(stdout);
  expect(words).toMatch(/10 Jan 2024 .*20 Mar 2024 /);
  expect(words).toContain("Assumes two to four others were wounded");
  expect(words).toContain("The ratio “2-4” begins below the middle 80%");
  expect(words).toContain("about 1,200 to 2,000");
  expect(count(stdout, /<circle class="lc-tone0"/)).toBe(6);
  const years = "day,killed\n2022-02-24,100\n2024-06-30,900\n";
  expect(
    seen((await run(["batch", "--series", "cumulative", "--by", "day", "--to", "svg"], { stdin: years })).stdout),
  ).toMatch(/24 Feb 2022 .*2023 .*30 June 2024/);
});

test("many reports have no dots, and a label next to its line has no line to it", async () => {
  const rows = Array.from({ length: 41 }, (_, at) => `2024-01-${1 + (at % 28)},${at < 28 ? "a" : "b"},${1000 + at}\n`);
  const drawing = (count: number) => run(byCountry, { stdin: `day,c,killed\n${rows.slice(0, count).join("")}` });
  expect(count((await drawing(28)).stdout, /<circle/)).toBe(28);
  const close = (await drawing(41)).stdout;
  expect(count(close, /lc-muted-line" d="M[\d.]+ [\d.]+H[\d.]+L/)).toBe(2);
  const long = Array.from({ length: 41 }, (_, at) => `20${10 + at}-01-01,${1000 + at}\n`).join("");
  const only = await run(["batch", "--series", "cumulative", "--by", "day", "--to", "svg"], {
    stdin: `day,killed\n${long}`,
  });
  expect(count(only.stdout, /<circle/)).toBe(0);
  expect(count(only.stdout, /lc-muted-line" d="M[\d.]+ [\d.]+H[\d.]+L/)).toBe(0);
});

test("a post keeps the assumption, since it names its sources elsewhere", async () => {
  const svg = await drawn(SAMPLES.find(({ name }) => name === "the seed as a post")!);
  expect(svg).toMatch(/>[^<]* if three others were/);
});

test("where a row counts only the killed, a total of all losses is at least that", async () => {
  const svg = await drawn(SAMPLES.find(({ name }) => name === "a series with different losses")!);
  expect(svg).toContain("at least 300");
  expect(svg).toContain("Where only the killed are known, the total is at least that.");
});

test("a claim that does not hold is reported", async () => {
  const { status, stderr } = await run([
    "--killed",
    "7000",
    "--ratio",
    "3",
    "--force",
    "150000",
    "--claim",
    "a third",
    "--format",
    "svg",
  ]);
  expect([status, stderr]).toEqual([1, expect.stringContaining("does not hold")]);
});

describe("a series of several sources", () => {
  const BATCH = ["batch", "--series", "cumulative", "--by", "day", "--to", "svg"];
  const rows = [
    "2022-03-02,498,Ministry",
    '2022-03-16,"about 7,000",US',
    "2022-03-25,1351,Ministry",
    "2022-04-25,15000,UK",
  ];
  const stdin = `day,killed,source\n${rows.join("\n")}\n`;

  test("says why its total falls, as one line", async () => {
    const { stdout, stderr } = await run(BATCH, { stdin });
    expect(seen(stdout)).toContain("The figures are from several sources, so the total may fall from one to the next.");
    expect(seen(stdout)).toContain("A pale, thick line: approximate.");
    expect(stderr).toContain("--group source");
  });

  test("has a soft dot, a level line to each label, and no common date, with a line for each of them", async () => {
    const { stdout, stderr } = await run([...BATCH, "--group", "source"], { stdin });
    expect([count(stdout, /<radialGradient/), stderr]).toEqual([1, ""]);
    expect(seen(stdout)).toContain("A dot with a soft edge: approximate.");
    expect(seen(stdout)).toMatch(/Sources: Ministry; US; UK\.$/);
    const dots = [...stdout.matchAll(/<circle [^>]*cy="([\d.]+)"/g)].map(([, y]) => y);
    const leaders = [...stdout.matchAll(/d="M[\d.]+ ([\d.]+)H[^>]*stroke-dasharray="1 4"/g)].map(([, y]) => y);
    expect(leaders).toHaveLength(2);
    expect(dots).toEqual(expect.arrayContaining(leaders));
  });

  test.each([
    ["about 7,000", "A dot with a soft edge: approximate."],
    ["about 6,000-7,000", "A pale, thick line: approximate."],
  ])("a single report of %s is approximate", async (figure, key) => {
    const { stdout } = await run(BATCH, { stdin: `day,killed\n2022-03-16,"${figure}"\n` });
    expect(seen(stdout)).toContain(key);
    expect(count(stdout, /<radialGradient|stroke-opacity/)).toBe(1);
  });
});

test("a picture names no file", async () => {
  const folder = mkdtempSync(join(tmpdir(), "loss-calc-secret-"));
  writeFileSync(join(folder, "x.csv"), "day,killed,who\n2022-03-01,100,UN\n");
  const argv = ["batch", join(folder, "x.csv"), "--series", "cumulative", "--by", "day", "--to", "svg"];
  expect((await run(argv)).stdout).toContain("Source: not given. As of 1 March 2022.");
  expect((await run([...argv, "--map", "source=who"])).stdout).toContain("Source: UN.");
  expect((await run(argv)).stdout).not.toContain("x.csv");
  rmSync(folder, { recursive: true });
});

test("pictures of the same numbers are the same, and those of others share no id", async () => {
  const [first, again, other] = [
    await picture("--killed", "about 7000"),
    await picture("--killed", "about 7000"),
    await picture("--killed", "about 8000"),
  ];
  expect(again).toBe(first);
  const idOf = (svg: string) => /id="(.*?)"/.exec(svg)![1];
  expect(idOf(other)).not.toBe(idOf(first));
});

/** Contrast as WCAG 2 defines it. */
function contrast(a: string, b: string): number {
  const luminance = (colour: string) => {
    const [red, green, blue] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    }) as [number, number, number];
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

test.each([0, 1] as const)("words and marks stand out from the paper (%i: light or dark)", (at) => {
  const paper = COLOURS.paper[at];
  for (const name of ["ink", "muted"] as const) expect(contrast(COLOURS[name][at], paper)).toBeGreaterThan(4.5);
  for (const name of ["whole", "part", "tone0", "tone1", "tone2", "tone3"] as const)
    expect(contrast(COLOURS[name][at], paper)).toBeGreaterThan(3);
});

test.each([
  ["a size that is none", ["--killed", "7000", "--format", "svg", "--dimensions", "wide"], "E-DIMENSIONS"],
  ["a size without a picture", ["--killed", "7000", "--dimensions", "1200x675"], "E-OPTIONS-CLASH"],
  ["a size that is too small", ["--killed", "7000", "--format", "svg", "--dimensions", "600x100"], "E-PICTURE-SMALL"],
  ["a title without a picture", ["--killed", "7000", "--title", "War"], "E-OPTIONS-CLASH"],
  ["an empty title", ["--killed", "7000", "--format", "svg", "--title", " "], "E-EMPTY"],
  ["a title with a control character", ["--killed", "7000", "--format", "svg", "--title", "a\u001b"], "E-CHARACTER"],
  ["a size of nothing", ["--killed", "7000", "--format", "svg", "--dimensions", "00x500"], "E-DIMENSIONS"],
  ["a size of JSON", ["--killed", "7000", "-o", "x.svg", "--json", "--dimensions", "1200x675"], "E-OPTIONS-CLASH"],
  ["a PNG", ["--killed", "7000", "-o", "losses.png"], "E-OUTPUT-FORMAT"],
  [
    "1,000 sources",
    [...Array.from({ length: 1000 }, (_, at) => ["--killed", `s${at}=7`]).flat(), "--format", "svg"],
    "E-PICTURE-MANY",
  ],
  [
    "nothing on one axis",
    ["compare", "--killed", "a=5", "--killed", "b=7", "--explain", "--format", "svg"],
    "E-OPTIONS-CLASH",
  ],
  ["a table without a series", ["batch", "x.csv", "--to", "svg"], "E-OPTIONS-CLASH"],
  ["past wars without a ratio", ["ratios", "--format", "svg"], "E-OPTIONS-CLASH"],
])("%s is refused", async (_, argv, code) => {
  const { status, stderr, stdout } = await run(argv);
  expect([status, stdout]).toEqual([expect.any(Number), ""]);
  expect(status).toBeGreaterThan(1);
  expect(stderr).toContain(code);
});

test.each([
  ["t2.png", "rsvg-convert -w 1200 t2.svg > t2.png"],
  ["t2.jpg", "rsvg-convert -w 1200 t2.svg > t2.png, then ImageMagick: convert t2.png t2.jpg"],
  ["t2.pdf", "rsvg-convert -f pdf t2.svg > t2.pdf"],
])("%s is refused once, with the command that makes it", async (file, command) => {
  const { stderr } = await run(["--killed", "7000", "-o", file, "--dimensions", "1200x675"]);
  expect(stderr.match(/^error /gm)).toHaveLength(1);
  expect(stderr.replace(/\s+/g, " ")).toContain(`a browser converts: ${command} try:`);
});

test.each([
  ["--killed", "7000", "--format", "png"],
  ["compare", "--killed", "a=7", "--killed", "b=7", "--format", "PNG"],
  ["batch", "x.csv", "--to", "png"],
])("%s %s … as a PNG is refused with the command that makes it", async (...argv) => {
  const { status, stderr } = await run(argv);
  expect(status).toBe(2);
  const words = stderr.replace(/\s+/g, " ");
  expect(words).toContain("converts: rsvg-convert -w 1200 losses.svg > losses.png try: --format svg");
  expect(words).not.toContain("E-CHOICE");
});

test("the size that a refusal names is enough", async () => {
  const argv = ["--killed", "Ukraine=13800", "--ratio", "3", "--force", "150000", "--format", "svg", "--dimensions"];
  const { stderr } = await run([...argv, "600x100"]);
  const size = /--dimensions (\d+x(\d+))/.exec(stderr)!;
  expect((await run([...argv, size[1]!])).status).toBe(0);
  expect((await run([...argv, `600x${Number(size[2]) - 1}`])).status).not.toBe(0);
});

test("a file with the name of a picture gets no note on its format", async () => {
  const folder = mkdtempSync(join(tmpdir(), "loss-calc-note-"));
  const written = await run(["--killed", "7000", "--ratio", "3", "-o", join(folder, "a.svg")]);
  const series = ["batch", "--series", "cumulative", "--by", "day", "-o", join(folder, "b.svg")];
  const stdin = "day,killed\n2022-03-01,100\n";
  expect([written.stderr, (await run(series, { stdin })).stderr]).toEqual(["", ""]);
  rmSync(folder, { recursive: true });
});

test("a series without losses, or with too many lines, is refused", async () => {
  const batch = ["batch", "--series", "cumulative", "--by", "day", "--to", "svg"];
  expect((await run(batch, { stdin: "day,killed\n2022-03-01,\n" })).stderr).toContain("E-PICTURE-NOTHING");
  const lines = Array.from({ length: 7 }, (_, at) => `c${at},2022-03-01,${at}\n`).join("");
  expect((await run([...batch, "--group", "c"], { stdin: `c,day,killed\n${lines}` })).stderr).toContain(
    "E-PICTURE-MANY",
  );
});
