// Usage: npm run mutation -- --mutate "$(node test/mutation-sample.mjs 10 2026-11-30)"
//
// Prints about a tenth of the lines of core and notation, in blocks of 30, chosen by the text that comes last. Mutants
// that do not fit into one block are left out; they are the largest, which tests find most easily.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const [parts = "10", seed = ""] = process.argv.slice(2);
const BLOCK = 30;

const files = ["src/core", "src/notation"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => join(folder, name)),
);
const blocks = files.flatMap((file) => {
  const lines = readFileSync(file, "utf8").split("\n").length;
  const starts = Array.from({ length: Math.ceil(lines / BLOCK) }, (_, at) => at * BLOCK + 1);
  return starts.map((start) => `${file}:${start}-${start + BLOCK - 1}`);
});
const isChosen = (block) =>
  createHash("sha256").update(`${seed} ${block}`).digest().readUInt32BE(0) % Number(parts) === 0;
console.log(blocks.filter(isChosen).join(","));
