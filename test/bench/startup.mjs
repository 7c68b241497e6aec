// How many milliseconds a plain calculation adds to an empty Node script.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { inPipe, medians, onTerminal, PROGRAM, report } from "./pairs.mjs";

const PAIRS = 40;
const major = Number(process.versions.node.split(".")[0]);
const COMPILED = fileURLToPath(new URL("../../dist/compiled", import.meta.url));
const removeCompiled = () => rmSync(COMPILED, { recursive: true, force: true });

const folder = mkdtempSync(join(tmpdir(), "loss-calc-bench-"));
const empty = join(folder, "empty.js");
writeFileSync(empty, "");
const commands = [[empty], [PROGRAM, "--killed", "7000", "--ratio", "3", "--force", "150000"]];

/** What the calculation adds to the empty script. */
function added(name, start, bar, before) {
  const [base, ours] = medians(PAIRS, commands, start, before);
  report(`${name}: empty script ${base.toFixed(1)} ms, added`, ours - base, "ms", bar);
}

console.log(`start-up, node ${process.version}, medians of ${PAIRS} alternating pairs`);
added("in a pipe", inPipe, major === 20 ? 14 : 12);
const isTerminal = spawnSync("script", ["--version"]).status === 0;
if (isTerminal) added("on a terminal", onTerminal, 22);
else console.log("on a terminal: not measured, since script (util-linux) is not installed");
added("in a pipe, first run", inPipe, undefined, removeCompiled);
if (isTerminal) added("on a terminal, first run", onTerminal, undefined, removeCompiled);
rmSync(folder, { recursive: true });
