// Compares the start-up of a plain calculation with that of an empty node script, in alternating
// pairs, and prints the medians and their ratio. Fails above the bar.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const PAIRS = 40;
const BAR = 1.25;
const folder = mkdtempSync(join(tmpdir(), "loss-calc-bench-"));
const empty = join(folder, "empty.js");
writeFileSync(empty, "");
const program = fileURLToPath(new URL("../../bin/loss-calc.js", import.meta.url));
const calculation = [program, "--killed", "7000", "--ratio", "3", "--force", "150000"];

const time = (args) => {
  const start = process.hrtime.bigint();
  const { status } = spawnSync(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
  if (status !== 0) throw new Error(`${args.join(" ")} ended with ${status}`);
  return Number(process.hrtime.bigint() - start) / 1e6;
};
const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];

const times = { empty: [], calculation: [] };
time([empty]);
time(calculation);
for (let pair = 0; pair < PAIRS; pair += 1) {
  times.empty.push(time([empty]));
  times.calculation.push(time(calculation));
}
rmSync(folder, { recursive: true });

const [base, ours] = [median(times.empty), median(times.calculation)];
const ratio = ours / base;
console.log(`node ${process.version}, median of ${PAIRS} alternating pairs`);
console.log(
  `empty script ${base.toFixed(1)} ms, loss-calc ${ours.toFixed(1)} ms, ratio ${ratio.toFixed(2)} (bar ${BAR})`,
);
if (ratio > BAR) process.exitCode = 1;
