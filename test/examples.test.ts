import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { PAGES } from "../src/cli/help/pages.ts";
import { shell } from "./shell.ts";

// The files that the examples read: those in help, which are also in the manual page and docs/options.md, and those in
// the documents.
const SCENARIO = {
  side: "Russia",
  asOf: "2022-03-16",
  killed: { source: "Ukraine", figure: "13,800" },
  ratio: 3,
  force: { source: "US president", figure: 150000 },
  expect: { outOfAction: 55200, share: "36.8%" },
};
const UKRAINE = { ...SCENARIO, side: "Ukraine", killed: 3000, expect: {} };
const FILES: Readonly<Record<string, string>> = {
  "reports.csv": "name,killed_low,killed_high\nfirst,6000,13800\n",
  "events.csv": "name,deaths,low,best,high,type_of_violence\na,10,5,10,20,1\n",
  "series.csv": "date,killed\n2022-03-02,498\n2022-03-25,1351\n",
  "total.csv": "date,total\n2022-03-02,5840\n2022-03-16,13800\n",
  "losses.json": '[{ "date": "2022-03-02", "personnel": 5840 }]',
  "huge.csv": "name,killed\na,7000\nb,8000\n",
  "claims.csv": "type,country,value\ndeaths,russia,7000\n",
  "rival.csv": "date,source,killed\n2022-03-16,Ukraine,13800\n2022-03-16,Pentagon,7000\n2022-03-23,NATO,9000\n",
  "names.csv": "name,unit\nA,1st\nB,2nd\n",
  "russia.json": JSON.stringify(SCENARIO),
  "ukraine.json": JSON.stringify(UKRAINE),
  "march.json": JSON.stringify(SCENARIO),
  "august.json": JSON.stringify({ ...SCENARIO, asOf: "2022-08" }),
  "army.json": JSON.stringify(SCENARIO),
  "militia.json": JSON.stringify({ ...SCENARIO, killed: 200 }),
  "scenarios/march.json": JSON.stringify(SCENARIO),
};
const folder = mkdtempSync(join(tmpdir(), "loss-calc-examples-"));
beforeAll(() => {
  mkdirSync(join(folder, "scenarios"));
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs an example as it is written. It must exit with 0, without an error. */
async function succeeds(example: string): Promise<void> {
  const { stderr, status } = await shell(example, folder);
  expect([status, /^error /m.test(stderr) ? stderr : ""]).toEqual([0, ""]);
}

// In this order, since an example may read a file that an earlier one wrote.
test.each(Object.values(PAGES).flatMap(({ examples }) => examples))("the help example succeeds: %s", succeeds);

const PAGES_WITH_COMMANDS = [
  "README.md",
  "docs/scenarios.md",
  "docs/tables.md",
  "docs/pictures.md",
  "docs/performance.md",
];
/** The shell blocks of the documents. A block that starts with { is one command; otherwise each line is one. */
const blocks = PAGES_WITH_COMMANDS.flatMap((page) =>
  [...readFileSync(page, "utf8").matchAll(/```sh\n(.*?)```/gs)].map(([, text]) => text!),
);
const commands = blocks
  .filter((block) => !/\bnpm\b/.test(block))
  .flatMap((block) => (block.startsWith("{") ? [block] : block.trimEnd().split("\n")))
  .map((line) => line.replace(/ {2,}#.*$/, ""));
const tools = ["jq", "parallel"];

test("the documents have shell commands", () => expect(commands.length).toBeGreaterThan(5));
test.for(commands)("the document example succeeds: %s", async (command, { skip }) => {
  for (const tool of tools.filter((name) => new RegExp(`\\b${name}\\b`).test(command))) {
    if ((await shell(`command -v ${tool}`)).status !== 0) skip(`${tool} is not installed`);
  }
  await succeeds(command.replaceAll("scenario.json", "readme.json").replace("parallel ", "parallel --will-cite "));
});
