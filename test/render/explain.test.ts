import { execFileSync } from "node:child_process";
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Code, codeMeant, EXPLANATIONS, explanationPage } from "../../src/render/explain.ts";
import { type Run, run, type Surroundings } from "../cli/run.ts";

const RECORDER = join(import.meta.dirname, "record-examples.sh");
const PAGES = Object.entries(EXPLANATIONS).map(([code, page]) => ({ code: code as Code, ...page }));

/** They count mistakes that come before them. */
const WITH_OTHERS: readonly Code[] = ["E-LINES-UNREAD", "E-MORE-MISTAKES"];

describe("the example of", () => {
  const folder = mkdtempSync(join(tmpdir(), "loss-calc-explain-"));
  const at = (name: string) => join(folder, name);
  afterAll(() => rmSync(folder, { recursive: true }));

  // One shell for all examples: starting the program for each of them would take too long.
  beforeAll(() => {
    for (const { code, example } of PAGES) writeFileSync(at(`${code}.example`), example);
    const script = openSync(RECORDER, "r");
    execFileSync("bash", [RECORDER, folder], {
      stdio: [script, "inherit", "inherit"],
      env: { ...process.env, TMPDIR: folder },
    });
    closeSync(script);
  });

  /** What the shell would give the program as its standard input; nothing if that is a terminal. */
  function stdinOf(code: string): Surroundings {
    if (existsSync(at(`${code}.unreadable`))) return { stdin: unreadable() };
    return existsSync(at(`${code}.stdin`)) ? { stdin: lineByLine(readFileSync(at(`${code}.stdin`))) } : {};
  }

  /** As a pipe whose writer takes its time. */
  async function* lineByLine(text: Buffer): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < text.length; ) {
      const end = text.indexOf("\n", at) + 1 || text.length;
      yield text.subarray(at, end);
      at = end;
    }
  }

  /** What the program prints, with the codes in it: check and an estimate show them all as JSON. */
  async function codesFrom(code: string): Promise<string[]> {
    const argv = readFileSync(at(`${code}.argv`), "utf8")
      .split("\0")
      .slice(0, -1);
    const isTable = argv[0] === "batch";
    const asJson = argv[0] === "check" || !(isTable || code.startsWith("E-"));
    const result = await run([...argv, ...(asJson ? ["--json"] : [])], stdinOf(code));
    return isTable && !code.startsWith("E-") ? caveatsOfRows(result) : printedCodes(result);
  }

  test.each(PAGES)("$code leads to it, and to no other mistake", async ({ code }) => {
    const codes = await codesFrom(code);
    if (code.startsWith("E-") && !WITH_OTHERS.includes(code)) expect(codes).toEqual([code]);
    else expect(codes).toContain(code);
  });
});

// biome-ignore lint/correctness/useYield: the first read fails.
async function* unreadable(): AsyncGenerator<Uint8Array> {
  throw new Error("EBADF: bad file descriptor, read");
}

/** "error E-DOT: …", "standard input:2: E-ROW-QUOTE: …" or "code": "OPEN_LOW". */
function printedCodes({ stdout, stderr }: Run): string[] {
  const printed = `${stdout}\n${stderr}`.matchAll(/(?:^error |: )(E-[A-Z\d-]+):|"code": ?"([\w-]+)"/gm);
  return [...printed].map(([, inText, inJson]) => inText ?? inJson ?? "");
}

/** The last column of each row. */
function caveatsOfRows({ stdout }: Run): string[] {
  return stdout.split("\n").flatMap((row) => row.split(",").at(-1)?.split(" ") ?? []);
}

test("a page", () => {
  expect(explanationPage("E-SLASH")).toBe(
    `E-SLASH

Numbers with slashes are a low, a best and a high value, as in 6000/8000/13800.
With only two it is unclear whether the second is the best value or the high
end.

Example:
  loss-calc --killed 6000/13800

What to do: Write a range with a hyphen, as in 6000-13800, or give all three
values.
`,
  );
});

test.each(PAGES)("the page of $code fits its width, but for the example", ({ code, example }) => {
  for (const width of [undefined, 40]) {
    const lines = explanationPage(code, width).split("\n");
    expect(lines).toContain(`  ${example}`);
    // A word that is longer than the line is not broken.
    const wide = lines.filter((line) => line.length > (width ?? 80) && line.includes(" "));
    expect(wide.filter((line) => line !== `  ${example}`)).toEqual([]);
  }
});

test("pages name only options that exist, and say whole sentences", async () => {
  const commands = [[], ["batch"], ["check"], ["ratios"], ["schema"]];
  const help = await Promise.all(commands.map((command) => run([...command, "--help"])));
  const options = (text: string) => text.replaceAll("mlr --csv", "").match(/(?<![\w-])--[a-z][a-z-]*/g) ?? [];
  const known = new Set(help.flatMap(({ stdout }) => options(stdout)));
  for (const { code, means, advice, example } of PAGES) {
    const named = options(
      `${means} ${advice} ${code === "E-OPTION-UNKNOWN" || code === "E-PARTS-OF-KILLED" ? "" : example}`,
    );
    expect({ code, unknown: named.filter((option) => !known.has(option)) }).toEqual({ code, unknown: [] });
    for (const text of [means, advice]) expect(text).toMatch(/^\S(?:(?! {2}).)*\.$/);
  }
});

test.each<[string, Code | undefined]>([
  ["E-DOT", "E-DOT"],
  ["e-dot", "E-DOT"],
  ["DOT", "E-DOT"],
  ["e_input_utf8:", "E-INPUT-UTF8"],
  ["open-low", "OPEN_LOW"],
  ["OPEN_LOW", "OPEN_LOW"],
  ["total_falls", "TOTAL_FALLS"],
  ["empty", "E-EMPTY"],
  ["E-", undefined],
  ["", undefined],
  ["nope", undefined],
])("%j means %s", (text, code) => expect(codeMeant(text)).toBe(code));

test("every code is found by its own name, with and without E-", () => {
  for (const { code } of PAGES) {
    expect(codeMeant(code)).toBe(code);
    expect(codeMeant(code.replace(/^E-/, "").toLowerCase())).toBe(code);
  }
});
