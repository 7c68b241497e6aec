import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

/** Code that does not belong in a file, and part of what the linter says about it. */
const FORBIDDEN = [
  ["src/core/x.ts", `import "node:fs";`, "belongs in cli"],
  ["src/core/x.ts", `import "../notation/figure.ts";`, "text is read in notation"],
  ["src/notation/x.ts", `import "../render/text.ts";`, "belongs there, or in cli"],
  ["src/notation/x.ts", `import "zod";`, "checking in input"],
  ["src/record/x.ts", `import "../notation/print.ts";`, "belongs there, or in cli"],
  ["src/prose/x.ts", `import "../cli/main.ts";`, "belongs in one of these"],
  ["src/input/x.ts", `import "../render/text.ts";`, "wording belongs in render"],
  ["src/render/x.ts", `import "../cli/io.ts";`, "streams in cli"],
  ["src/core/x.ts", `import "../table/quick.ts";`, "belongs in cli"],
  ["src/render/x.ts", `import "../table/row.ts";`, "rows in table"],
  ["src/table/x.ts", `import "../cli/io.ts";`, "streams and options in cli"],
  ["src/table/x.ts", `import "node:fs";`, "files and options belong in cli"],
  ["src/render/x.ts", `import "node:util";`, "options belong in cli"],
  ["src/core/x.ts", `import "commander";`, "belongs in cli"],
  ["src/render/x.ts", `import "commander";`, "options belong in cli"],
  ["src/cli/x.ts", `import "chalk";`, "belongs in render"],
  ["src/cli/x.ts", `import "zod";`, "call a function of src/input"],
  ["src/index.ts", `import "./cli/main.ts";`, "free of the command line"],
  ["src/cli/x.ts", "export const x = process.env;", "Do not use the global variable process"],
];

const ALLOWED = [
  ["src/render/x.ts", `import "../core/range.ts";`, ""],
  ["src/table/x.ts", `import "../render/json.ts";`, ""],
];

let folder = "";
let diagnostics: { path: string; message: string }[] = [];

/** The linter reads files, so each line of code is written to its own, in folders named like those of the project. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "loss-calc-layers-"));
  cpSync("biome.json", join(folder, "biome.json"));
  for (const [index, [file, code]] of [...FORBIDDEN, ...ALLOWED].entries()) {
    const path = join(folder, pathFor(file!, index));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, code!);
  }
  const biome = join(process.cwd(), "node_modules/.bin/biome");
  const args = ["lint", "--vcs-enabled=false", "--reporter=json", "--max-diagnostics=none"];
  const { stdout } = spawnSync(biome, args, { cwd: folder, encoding: "utf8" });
  diagnostics = JSON.parse(stdout).diagnostics.map(
    ({ location, message }: { location: { path: string }; message: string }) => ({
      path: location.path,
      message,
    }),
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

function pathFor(file: string, index: number): string {
  return file === "src/index.ts" ? file : file.replace("x.ts", `x${index}.ts`);
}

test.each(FORBIDDEN.map(([file, code, message], index) => ({ file: pathFor(file!, index), code, message })))(
  "the linter refuses $code in $file",
  ({ file, message }) => {
    expect(
      diagnostics
        .filter(({ path }) => path === file)
        .map((diagnostic) => diagnostic.message)
        .join(),
    ).toContain(message);
  },
);

test("the linter allows imports in the right direction", () => {
  const allowed = ALLOWED.map(([file], index) => pathFor(file!, FORBIDDEN.length + index));
  expect(diagnostics.filter(({ path, message }) => allowed.includes(path) && /belong/.test(message))).toEqual([]);
});
