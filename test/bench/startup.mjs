// The start-up of a plain calculation against that of an empty node script.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compare, medians, PROGRAM } from "./pairs.mjs";

const PAIRS = 40;
const folder = mkdtempSync(join(tmpdir(), "loss-calc-bench-"));
const empty = join(folder, "empty.js");
writeFileSync(empty, "");
const calculation = [PROGRAM, "--killed", "7000", "--ratio", "3", "--force", "150000"];

console.log(`node ${process.version}, median of ${PAIRS} alternating pairs`);
compare(["empty script", "loss-calc"], medians(PAIRS, [empty], calculation), 1.25);
rmSync(folder, { recursive: true });
