import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SHELLS } from "../../src/cli/completion/words.ts";
import { run } from "./run.ts";

const folder = mkdtempSync(join(tmpdir(), "loss-calc-completion-"));
const script = (shell: string) => join(folder, `loss-calc.${shell}`);
beforeAll(async () => {
  for (const shell of SHELLS) writeFileSync(script(shell), (await run(["completion", shell])).stdout);
  writeFileSync(join(folder, "march.json"), "{}");
});
afterAll(() => rmSync(folder, { recursive: true }));

const isInstalled = (shell: string) => spawnSync(shell, ["--version"]).status === 0;

describe.each(SHELLS)("%s", (shell) => {
  test.runIf(isInstalled(shell))("accepts the completion script", () => {
    const { status, stderr } = spawnSync(shell, ["-n", script(shell)], { encoding: "utf8" });
    expect([status, stderr]).toEqual([0, ""]);
  });

  test("the completion script has commands, options and values", async () => {
    const { stdout } = await run(["completion", shell]);
    for (const name of ["batch", "explain", "us-korea", "United Kingdom", "E-DOT", "prefer="])
      expect(stdout.replaceAll("\\ ", " ")).toContain(name);
    for (const option of ["killed", "reporter", "to", "fail-on"])
      expect(stdout).toMatch(new RegExp(`(?:--|-l )${option}\\b`));
  });
});

/** The words typed so far, and the candidates for the last of them. */
const COMPLETED: [words: string[], candidates: string[]][] = [
  [["ch"], ["check"]],
  [["march"], ["march.json"]],
  [["--fo"], ["--force", "--format"]],
  [["--format", "js"], ["json"]],
  [["-f", "ma"], ["markdown"]],
  [["check", "--fail"], ["--fail-on"]],
  [
    ["check", "--reporter", "j"],
    ["json", "junit"],
  ],
  [["ratios", "us-k"], ["us-korea"]],
  [["--wounded", "his"], ["history"]],
  [["--combine", "o"], ["overlap"]],
  [["--combine", "c"], ["change"]],
  [["--da"], ["--days"]],
  [["batch", "--un"], ["--until"]],
  [["ratios", "--scope", "th"], ["theatre"]],
  [["--scenario", "mar"], ["march.json"]],
  [["completion", "z"], ["zsh"]],
  [["help", "fig"], ["figures"]],
  [["schema", "sc"], ["scenario"]],
  [["explain", "OPEN_H"], ["OPEN_HIGH"]],
  [["--killed", "mar"], []],
];

const inBash = (words: readonly string[]) => {
  const typed = ["loss-calc", ...words].map((word) => `'${word}'`).join(" ");
  const line = `source ${script("bash")}; COMP_WORDS=(${typed}); COMP_CWORD=${words.length}; _loss_calc; printf '%s\\n' "\${COMPREPLY[@]}"`;
  return spawnSync("bash", ["-c", line], { cwd: folder, encoding: "utf8" }).stdout;
};
const inFish = (words: readonly string[]) => {
  const line = `source ${script("fish")}; complete -C '${["loss-calc", ...words].join(" ")}'`;
  return spawnSync("fish", ["--no-config", "-c", line], { cwd: folder, encoding: "utf8" }).stdout;
};
/** Without the descriptions that follow a tab. */
const candidatesIn = (printed: string) => [
  ...new Set(printed.split("\n").flatMap((line) => line.split("\t")[0]! || [])),
];

test.runIf(isInstalled("bash")).each(COMPLETED)("bash completes %j to %j", (words, candidates) => {
  expect(candidatesIn(inBash(words)).sort()).toEqual(candidates);
});

test.runIf(isInstalled("bash")).each<[string[], string[]]>([
  [["--format", "=", "js"], ["json"]],
  [
    ["--format", "="],
    ["text", "json", "ndjson", "csv", "tsv", "markdown", "wikitext", "svg"],
  ],
  [
    ["ratios", "--side", "United"],
    ["United\\ Kingdom", "United\\ States"],
  ],
])("bash completes %j to %j, with its word breaks and escapes", (words, candidates) => {
  expect(candidatesIn(inBash(words))).toEqual(candidates);
});

test.runIf(isInstalled("fish")).each(COMPLETED)("fish completes %j to %j", (words, candidates) => {
  expect(candidatesIn(inFish(words)).sort()).toEqual(candidates);
});

test.each([
  [[], "E-OPERAND-MISSING"],
  [["tcsh"], "E-CHOICE"],
  [["bash", "zsh"], "E-ARGUMENT"],
])("completion %j is refused", async (words, code) => {
  const { status, stdout, stderr } = await run(["completion", ...words]);
  expect([status, stdout, stderr]).toEqual([2, "", expect.stringContaining(code)]);
});
