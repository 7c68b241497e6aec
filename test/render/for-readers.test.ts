import { describe, expect, test } from "vitest";
import { RECORD, titleOf } from "../../src/record/cases.ts";
import { pastWarName } from "../../src/render/for-readers.ts";
import { run } from "../cli/run.ts";

test.each([
  ["United States, Korean War, 1950-1953", "the United States (Korean War, 1950-1953)"],
  ["United States (Union), American Civil War, 1861-1865", "the United States (Union, American Civil War, 1861-1865)"],
  [
    "United States, Iraq War (Operation Iraqi Freedom), 2003-2010",
    "the United States (Iraq War, Operation Iraqi Freedom, 2003-2010)",
  ],
  ["Paraguayan War", "Paraguayan War"],
])("%j is %j in a sentence", (title, name) => {
  expect(pastWarName(title)).toBe(name);
});

test("every case has a name of its own in a sentence, without brackets in brackets", () => {
  const names = RECORD.conflicts.map((entry) => pastWarName(titleOf(entry)!));
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name).not.toMatch(/\([^)]*\(|[a-z]+-[a-z]+-\d{4}/);
});

const OWN = JSON.stringify({
  sources: [{ id: "history", title: "A history" }],
  conflicts: [
    {
      id: "brazil-paraguay",
      belligerent: "Brazil",
      conflict: "Paraguayan War",
      ...{ startYear: 1864, endYear: 1870, killed: 100, wounded: 400, captured: 20, missing: 5 },
      sourceId: "history",
    },
  ],
});

describe.each(["markdown", "wikitext", "svg"])("%s", (format) => {
  test.each([
    [["compare", "fixtures/scenarios/csis-2026.json", "us-korea", "us-iraq"]],
    [["compare", "us-korea", "us-iraq", "ussr-afghanistan"]],
    [["total", "us-korea", "us-vietnam", "--disjoint"]],
    [["--killed", "7000", "--ratio", "us-iraq"]],
    [["--killed", "7000", "--ratio", "9"]],
    [["--killed", "7000", "--wounded", "us-korea", "--captured", "us-korea"]],
    [["--killed", "7000", "--wounded", "history"]],
    [["past", "--killed", "7000", "--ratio", "us-korea", "--force", "150000"]],
    [["compare", "--killed", "Army=7000", "--wounded", "Army=us-korea", "us-iraq"]],
    [["--scenario", "fixtures/scenarios/russia-2022-03-16.json", "--ratio", "us-korea"]],
    [["compare", "us-korea", "us-korea", "us-iraq"]],
  ])("%j has no name that is only for the command line", async (argv) => {
    const names = RECORD.conflicts.flatMap(({ id, war = id }) => [id, war]);
    const { stdout } = await run([...argv, "--format", format, ...(format === "svg" ? [] : ["--explain"])]);
    expect(names.filter((name) => new RegExp(`(?<![\\w/])${name}(?!\\w)`).test(stdout))).toEqual([]);
    expect(stdout).not.toBe("");
  });

  test.each([
    [["--killed", "9", "--ratio", "brazil-paraguay"]],
    [["compare", "--killed", "Army=9", "--wounded", "Army=9", "brazil-paraguay"]],
    [["total", "brazil-paraguay", "us-korea"]],
  ])("%j has the title of an own case", async (argv) => {
    const { stdout } = await run([...argv, "--ratios", "-", "--format", format], { stdin: OWN });
    expect(stdout).not.toContain("brazil-paraguay");
    expect(stdout).toMatch(/Brazil(?:, | \()Paraguayan War, 1864-1870/);
  });

  test.each([
    [
      ["--killed", "us-korea=5", "--ratio", "3", "--force", "korean-war=100"],
      ["us-korea", "korean-war"],
    ],
    [
      ["compare", "--killed", "us-korea=5", "--killed", "korean-war=9", "us-iraq"],
      ["us-korea", "korean-war"],
    ],
    [
      ["total", "--killed", "us-korea=5", "--killed", "korean-war=9"],
      ["us-korea", "korean-war"],
    ],
    [["past", "--killed", "us-korea=5", "--ratio", "3", "--force", "100", "--format", "markdown"], ["us-korea"]],
    [
      ["--scenario", "-"],
      ["us-korea", "korean-war", "us-iraq", "us-vietnam"],
    ],
  ])("%j keeps what the user called something", async (argv, names) => {
    const stdin = JSON.stringify({
      name: "us-iraq",
      note: "As in us-vietnam.",
      killed: [{ source: "us-korea", figure: "5" }],
      ratio: "3",
      force: [{ label: "korean-war", figure: "100" }],
    });
    const { stdout } = await run([...(argv.includes("--format") ? [] : ["--format", format]), ...argv], { stdin });
    for (const name of names) expect(stdout).toContain(name);
  });
});

test("a heading has a name as it was typed, and a past war from its capital letter on", async () => {
  const heading = async (...argv: string[]) =>
    (await run(["compare", ...argv, "--format", "markdown"])).stdout.split("\n")[0];
  expect(await heading("--killed", "dprk=7", "--killed", "iPhone=8")).toBe("**dprk and iPhone**");
  expect(await heading("us-korea", "us-iraq")).toMatch(
    /^\*\*The United States \(Korean War, 1950-1953\) and the United States/,
  );
});

test("what the user named keeps its name next to a past war of that name", async () => {
  const { stdout } = await run(["compare", "--killed", "us-korea=1000", "us-korea", "--quote", "--quiet"]);
  expect(stdout).toMatch(/^Us-korea had .* as many deaths as the United States \(Korean War, 1950-1953\)/);
  const text = await run(["compare", "--killed", "us-korea=1000", "us-korea"]);
  expect(text.stdout).toMatch(/^us-korea and us-korea \(past war\)\n/);
});

test("a note on a ratio has its name to type, and the sentence its title", async () => {
  const argv = ["total", "--killed", "a=10", "--killed", "b=5", "--ratio", "us-iraq", "--quote"];
  const { stdout, stderr } = await run(argv);
  expect(stdout).toContain("(United States, Iraq War, Operation Iraqi Freedom, 2003-2010)");
  expect(stderr).toContain("More: loss-calc ratios us-iraq --explain.");
});

test.each([
  [["compare", "--killed", "a=10", "--killed", "b=5", "--ratio", "3"]],
  [["total", "--killed", "a=10", "--killed", "b=5", "--ratio", "3", "--format", "markdown"]],
])("what calculated numbers take is below the sentence of %j", async (argv) => {
  const { stdout } = await run(argv);
  expect(stdout.replace(/\s+/g, " ")).toContain(
    "Assumes three others were wounded, captured, missing or deserted for each person killed.",
  );
  expect((await run(argv.filter((text) => text !== "--ratio" && text !== "3"))).stdout).not.toContain("Assumes");
});

test.each(["markdown", "wikitext"])("a list of past wars in %s has no names to type, and no advice", async (format) => {
  for (const argv of [["us-korea,china-korea"], ["--backtest", "us-korea"]]) {
    const { stdout } = await run(["ratios", ...argv, "--format", format]);
    expect(stdout).toContain("Korean War");
    expect(stdout).not.toMatch(/us-korea|china-korea|--explain|battle-deaths/);
  }
});
