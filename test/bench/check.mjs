// How long check takes for each of 1,000 scenario files, which are copies of the fixtures.
import { copyFileSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { medians, PROGRAM, report } from "./pairs.mjs";

const FILES = 1000;
const PAIRS = 15;
const fixtures = readdirSync("fixtures/scenarios").map((name) => join("fixtures/scenarios", name));
const folder = mkdtempSync(join(tmpdir(), "loss-calc-bench-"));
for (let file = 0; file < FILES; file += 1)
  copyFileSync(fixtures[file % fixtures.length], join(folder, `${file}.json`));

console.log(`check, node ${process.version}, medians of ${PAIRS} alternating pairs`);
const [single, all] = medians(PAIRS, [
  [PROGRAM, "check", join(folder, "0.json")],
  [PROGRAM, "check", folder],
]);
report(
  `1 file ${single.toFixed(1)} ms, ${FILES} files ${all.toFixed(0)} ms`,
  (all - single) / (FILES - 1),
  "ms a file",
  0.35,
);
rmSync(folder, { recursive: true });
