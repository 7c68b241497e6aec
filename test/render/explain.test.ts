import { execFileSync } from "node:child_process";
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Code, codeMeant, EXPLANATIONS, explanationPage } from "../../src/render/explain.ts";
import { type Run, type RunOptions, run } from "../cli/run.ts";

const RECORDER = join(import.meta.dirname, "record-examples.sh");
const PAGES = Object.entries(EXPLANATIONS).map(([code, page]) => ({ code: code as Code, ...page }));

/** They count other mistakes, which are reported too. */
const WITH_OTHERS: readonly Code[] = ["E-LINES-UNREAD", "E-MORE-MISTAKES"];

describe("examples", () => {
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
  function stdinOf(code: string): RunOptions {
    if (existsSync(at(`${code}.unreadable`))) return { stdin: unreadable() };
    return existsSync(at(`${code}.stdin`)) ? { stdin: lineByLine(readFileSync(at(`${code}.stdin`))) } : {};
  }

  /** As from a slow pipe, and a fast one if it is long. */
  async function* lineByLine(text: Buffer): AsyncGenerator<Uint8Array> {
    const least = text.length > 2 ** 15 ? 2 ** 16 : 1;
    for (let at = 0; at < text.length; ) {
      const end = text.indexOf("\n", at + least - 1) + 1 || text.length;
      yield text.subarray(at, end);
      at = end;
    }
  }

  /** The codes in what the example prints. check and estimate show all of them only in JSON. */
  async function codesFrom(code: string): Promise<string[]> {
    const argv = readFileSync(at(`${code}.argv`), "utf8")
      .split("\0")
      .slice(0, -1);
    const isTable = argv[0] === "batch";
    const asJson = argv[0] === "check" || !(isTable || code.startsWith("E-"));
    const result = await run([...argv, ...(asJson ? ["--json"] : [])], stdinOf(code));
    return isTable && !code.startsWith("E-") ? caveatsOfRows(result) : printedCodes(result);
  }

  test.each(PAGES)("the example for $code leads to that code, and to no other mistake", async ({ code }) => {
    const codes = await codesFrom(code);
    if (code.startsWith("E-") && !WITH_OTHERS.includes(code)) expect([...new Set(codes)]).toEqual([code]);
    else expect(codes).toContain(code);
  });
});

// biome-ignore lint/correctness/useYield: the first read fails.
async function* unreadable(): AsyncGenerator<Uint8Array> {
  throw new Error("EBADF: bad file descriptor, read");
}

/** The codes in "error E-DOT: …", "standard input:2: E-ROW-QUOTE: …" and "code": "OPEN_LOW". */
function printedCodes({ stdout, stderr }: Run): string[] {
  const printed = `${stdout}\n${stderr}`.matchAll(/(?:^error |: )(E-[A-Z\d-]+):|"code": ?"([\w-]+)"/gm);
  return [...printed].map(([, inText, inJson]) => inText ?? inJson ?? "");
}

/** Rows have their caveats in the last column. */
function caveatsOfRows({ stdout }: Run): string[] {
  return stdout.split("\n").flatMap((row) => row.split(",").at(-1)?.split(" ") ?? []);
}

test("a page has its code, what it means, an example and advice", () => {
  expect(explanationPage("E-SLASH")).toBe(
    `E-SLASH

Numbers with slashes are a low, a best and a high value, as in 6000/8000/13800.
With only two it is unclear whether the second is the best value or the high
end. A part of a whole is written with “of”, as in “235,000 of 611,000”.

Example:
  loss-calc --killed 6000/13800

What to do: Write a range with a hyphen, as in 6000-13800, or give all three
values.
`,
  );
});

test.each(PAGES)("the page for $code fits its width, except for the example", ({ code, example }) => {
  for (const width of [undefined, 40]) {
    const lines = explanationPage(code, width).split("\n");
    expect(lines).toContain(`  ${example}`);
    // A word longer than the line is not broken.
    const wide = lines.filter((line) => line.length > (width ?? 80) && line.includes(" "));
    expect(wide.filter((line) => line !== `  ${example}`)).toEqual([]);
  }
});

test("pages name only existing options, in whole sentences", async () => {
  const commands = [[], ["compare"], ["total"], ["past"], ["batch"], ["check"], ["ratios"], ["schema"]];
  const help = await Promise.all(commands.map((command) => run([...command, "--help"])));
  const options = (text: string) => text.replaceAll("mlr --csv", "").match(/(?<![\w-])--[a-z][a-z-]*/g) ?? [];
  const known = new Set(help.flatMap(({ stdout }) => options(stdout)));
  for (const { code, means, advice, example } of PAGES) {
    const mentioned = options(
      `${means} ${advice} ${code === "E-OPTION-UNKNOWN" || code === "E-PARTS-OF-KILLED" ? "" : example}`,
    );
    expect({ code, unknown: mentioned.filter((option) => !known.has(option)) }).toEqual({ code, unknown: [] });
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
])("explain %j shows the page for %s", (text, code) => expect(codeMeant(text)).toBe(code));

test("every code is found by its own name, with and without E-", () => {
  for (const { code } of PAGES) {
    expect(codeMeant(code)).toBe(code);
    expect(codeMeant(code.replace(/^E-/, "").toLowerCase())).toBe(code);
  }
});
