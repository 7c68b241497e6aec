import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { show } from "../../src/cli/io.ts";
import { pagedBy } from "../../src/cli/pager.ts";

const folder = mkdtempSync(join(tmpdir(), "loss-calc-pager-"));
afterAll(() => rmSync(folder, { recursive: true }));
const file = join(folder, "paged");
const PAGER = `cat > ${file}`;
const PATH = process.env.PATH;

test.each([
  [{ PAGER, PATH }, true],
  [{ PAGER: "", PATH }, false],
  [{ PAGER: "cat", PATH }, false],
  [{ PAGER: "no-such-pager-anywhere 2> /dev/null", PATH }, false],
])("the pager $PAGER shows a text: $1", (env, isShown) => expect(pagedBy("text", env)).toBe(isShown));

/** How many lines are written directly, not through the pager, on a terminal of five rows. */
async function linesWritten(
  lines: number,
  options: { isPaged?: boolean; rows?: number | undefined; env?: object } = {},
) {
  const { isPaged = true, rows = 5, env = {} } = options;
  let text = "";
  const write = (more: string | Uint8Array) => {
    text += more;
    return true;
  };
  const stdout = { write, isTTY: true, ...(rows ? { rows } : {}) };
  const io = { stdout, env: { PAGER, PATH, ...env } } as unknown as Parameters<typeof show>[2];
  await show("a line\n".repeat(lines), { isAscii: false, isPaged }, io);
  return text.split("\n").length - 1;
}

test("only a text longer than the screen is paged", async () => {
  expect([await linesWritten(4), await linesWritten(5)]).toEqual([4, 0]);
  expect(readFileSync(file, "utf8")).toBe("a line\n".repeat(5));
  expect(await linesWritten(9, { isPaged: false })).toBe(9);
  expect(await linesWritten(9, { rows: 0 })).toBe(9);
  expect(await linesWritten(9, { env: { TERM: "dumb" } })).toBe(9);
  expect(await linesWritten(9, { env: { PAGER: "no-such-pager-anywhere 2> /dev/null" } })).toBe(9);
});
