import { execFileSync, spawnSync } from "node:child_process";
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import manifest from "../package.json" with { type: "json" };

let folder = "";
let tarball = "";
const installed = (...path: string[]) => join(folder, "node_modules", "loss-calc", ...path);
const npm = (...args: string[]) =>
  execFileSync("npm", [...args, "--loglevel=error", "--no-audit", "--no-fund"], { cwd: folder, encoding: "utf8" });

/** Packs the package as it would be published, and installs the tarball in an empty folder. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "loss-calc-package-"));
  // The program was built before the tests. Building it again would remove it while other tests run it.
  execFileSync("npm", ["run", "--silent", "types"]);
  npm("pack", "--ignore-scripts", process.cwd());
  tarball = readdirSync(folder)[0]!;
  expect(statSync(join(folder, tarball)).size).toBeLessThan(1_500_000);
  npm("install", "--offline", `./${tarball}`);
});
afterAll(() => rmSync(folder, { recursive: true }));

test("the installed command calculates, in text and in JSON", () => {
  const command = join(folder, "node_modules", ".bin", "loss-calc");
  const args = ["--killed", "7000", "--ratio", "3", "--force", "150000"];
  expect(execFileSync(command, args, { encoding: "utf8" })).toContain("28,000");
  expect(JSON.parse(execFileSync(command, [...args, "--json"], { encoding: "utf8" })).share.low).toBe(0.186667);
});

test("the command works with a compile cache, with a damaged one, and where none can be written", () => {
  const run = () =>
    spawnSync(process.execPath, [installed("bin", "loss-calc.js"), "--killed", "7000", "--ratio", "3", "--json"], {
      encoding: "utf8",
    });
  const compiled = installed("dist", "compiled");
  rmSync(compiled, { recursive: true, force: true });
  const first = run();
  expect(JSON.parse(first.stdout).outOfAction.low).toBe(28000);
  const cached = readdirSync(compiled);
  expect(cached).toHaveLength(1);
  expect(run()).toMatchObject({ status: 0, stdout: first.stdout, stderr: "" });
  for (const damaged of ["", "damaged", readFileSync(join(compiled, cached[0]!)).subarray(0, 1000)]) {
    writeFileSync(join(compiled, cached[0]!), damaged);
    expect(run()).toMatchObject({ status: 0, stdout: first.stdout, stderr: "" });
  }
  expect(readdirSync(compiled)).toEqual(cached);
  rmSync(compiled, { recursive: true });
  writeFileSync(compiled, "");
  expect(run()).toMatchObject({ status: 0, stdout: first.stdout, stderr: "" });
  rmSync(compiled);
});

test("the package has no dependencies and no install scripts, and has the licences of the packages and the data that it bundles", () => {
  expect(readdirSync(join(folder, "node_modules")).filter((name) => !name.startsWith("."))).toEqual(["loss-calc"]);
  expect(Object.keys(manifest.scripts).filter((name) => /^(pre|post)?install$/.test(name))).toEqual([]);
  expect(readdirSync(installed()).sort()).toEqual([
    "CHANGELOG.md",
    "LICENSE",
    "README.md",
    "bin",
    "dist",
    "docs",
    "package.json",
    "schema",
  ]);
  for (const name of ["chalk", "cli-table3", "commander", "zod", "jsonc-parser", "picomatch", "CDB90"]) {
    expect(readFileSync(installed("dist", "LICENSES.txt"), "utf8")).toMatch(new RegExp(`^${name} \\d`, "m"));
  }
});

test("the file of the plain calculation contains neither the record, nor help, nor node:child_process", () => {
  const files = readdirSync(installed("dist")).filter((name) => name.endsWith(".cjs"));
  const filesContaining = (text: string) =>
    files.filter((name) => readFileSync(installed("dist", name), "utf8").includes(text));
  for (const text of ["globalsecurity", "Exit status", "E-PARTS-OF-KILLED"]) {
    expect(filesContaining(text).length).toBeGreaterThan(0);
    expect(filesContaining(text)).not.toContain("cli.cjs");
  }
  expect(filesContaining("child_process")).toEqual(["pager.cjs"]);
});

test("batch does not load zod, which checks scenario files", () => {
  const table = join(folder, "rows.csv");
  writeFileSync(table, "killed,ratio\n7000,3\n");
  const main = `process.argv.splice(1, 0, "loss-calc"); process.on("exit", () => console.error(JSON.stringify(Object.keys(require.cache))));
    require(${JSON.stringify(installed("bin", "loss-calc.js"))});`;
  const { stdout, stderr } = spawnSync(process.execPath, ["-e", main, "batch", table], { encoding: "utf8" });
  expect(stdout).toContain("28000");
  const loaded: string[] = JSON.parse(stderr.trim().split("\n").at(-1)!);
  expect(loaded.map((file) => basename(file))).toContain("batch.cjs");
  expect(loaded.filter((file) => readFileSync(file, "utf8").includes("_zod"))).toEqual([]);
});

test("the package contains the manual page and the documents", () => {
  expect(readdirSync(installed("docs")).sort()).toEqual(readdirSync("docs").sort());
  expect(manifest.man).toEqual(["./docs/loss-calc.1"]);
});

test("a global installation has the command and the manual page", () => {
  const prefix = join(folder, "global");
  npm("install", "--global", "--offline", "--prefix", prefix, `./${tarball}`);
  expect(execFileSync(join(prefix, "bin", "loss-calc"), ["--version"], { encoding: "utf8" })).toBe(
    `${manifest.version}\n`,
  );
  expect(readFileSync(join(prefix, "share", "man", "man1", "loss-calc.1"), "utf8")).toContain(".SH COMMANDS");
});

test("the CI recipe in docs/scenarios.md works in a project with the package", () => {
  const project = join(folder, "project");
  mkdirSync(join(project, "scenarios"), { recursive: true });
  writeFileSync(join(project, "package.json"), "{}");
  copyFileSync(join(folder, tarball), join(project, tarball));
  copyFileSync("fixtures/scenarios/russia-2022-03-16.json", join(project, "scenarios", "march.json"));
  const [, recipe = ""] = /```yaml\n(.*?)```/s.exec(readFileSync("docs/scenarios.md", "utf8")) ?? [];
  const steps = [...recipe.matchAll(/- run: (.*)$/gm)].map(([, step]) => step!);
  expect(steps).toHaveLength(2);
  const env = { ...process.env, npm_config_offline: "true" };
  const [, report] = steps.map((step) => execFileSync("bash", ["-c", step], { cwd: project, env, encoding: "utf8" }));
  expect(report).toContain("1 scenario: 1 ok");
});

test("the examples in docs/library.md print what their comments say", () => {
  const examples = [...readFileSync("docs/library.md", "utf8").matchAll(/```js\n(.*?)```/gs)].map(([, text]) => text!);
  expect(examples).toHaveLength(4);
  for (const example of examples) {
    writeFileSync(join(folder, "example.mjs"), example);
    const printed = execFileSync("node", ["example.mjs"], { cwd: folder, encoding: "utf8" });
    const promised = [...example.matchAll(/^ *console\.log.*; \/\/ (.*)$/gm)].map(([, text]) => text);
    expect(promised.length).toBeGreaterThan(1);
    expect(printed.trimEnd().split("\n")).toEqual(promised);
  }
});

test("the type declarations are found, accept correct use and refuse wrong use", () => {
  const use = `import { estimate, parseFigure, parseReport, QUANTITIES, type Estimate, type Range, type Unit } from "loss-calc";
const result: Estimate = estimate({ killed: [{ figure: parseFigure("7") }] });
export const low: number | bigint = result.outOfAction.low.round();
export const one: Estimate = estimate({ killed: parseReport("7", "killed"), casualties: { figure: parseFigure("30") } });
export const ratio: Range | undefined = one.solution.get("others per killed");
export const unit: Unit | undefined = QUANTITIES.get("others per killed")?.unit;
// @ts-expect-error: a figure is not text
estimate({ killed: [{ figure: "7" }] });
`;
  writeFileSync(join(folder, "use.ts"), use);
  const tsc = join(process.cwd(), "node_modules", ".bin", "tsc");
  const flags = ["--noEmit", "--strict", "--target", "es2022", "--module", "nodenext", "use.ts"];
  expect(execFileSync(tsc, flags, { cwd: folder, encoding: "utf8" })).toBe("");
});
