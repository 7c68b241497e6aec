// Checking 1,000 scenario files against checking one: the fixtures, over and over.
import { copyFileSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compare, medians, PROGRAM } from "./pairs.mjs";

const FILES = 1000;
const PAIRS = 15;
const fixtures = readdirSync("fixtures/scenarios").map((name) => join("fixtures/scenarios", name));
const folder = mkdtempSync(join(tmpdir(), "loss-calc-bench-"));
for (let file = 0; file < FILES; file += 1)
  copyFileSync(fixtures[file % fixtures.length], join(folder, `${file}.json`));

console.log(`node ${process.version}, median of ${PAIRS} alternating pairs`);
const times = medians(PAIRS, [PROGRAM, "check", join(folder, "0.json")], [PROGRAM, "check", folder]);
compare(["1 scenario file", `${FILES}`], times, 5);
rmSync(folder, { recursive: true });
