// How long batch takes for the rows of a table, compared with Miller and mawk if they are installed,
// and how its memory grows with the number of rows.
import { spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, statSync, writeFileSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PROGRAM } from "./pairs.mjs";

const ROUNDS = 5;
const folder = mkdtempSync(join(tmpdir(), "loss-calc-bench-"));
const out = join(folder, "out.csv");
const peak = join(folder, "peak.cjs");
const peakFile = join(folder, "peak");
writeFileSync(
  peak,
  `process.on("exit", () => require("fs").writeFileSync(${JSON.stringify(peakFile)}, String(process.resourceUsage().maxRSS)))`,
);

/** A table of name, killed_low, killed_high, ratio and force, with the same rows every time. */
function table(count, write = String) {
  const file = join(folder, `${count}-${write.name}.csv`);
  const fd = openSync(file, "w");
  let seed = 12345;
  const random = (limit) => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((seed / 2 ** 32) * limit);
  };
  let text = "name,killed_low,killed_high,ratio,force\n";
  for (let row = 0; row < count; row += 1) {
    const low = random(100_000);
    const high = low + random(100_000);
    const ratio = (1 + random(40) / 10).toFixed(1);
    text += `event ${row},${write(low)},${write(high)},${ratio},${50_000 + random(100_000)}\n`;
    if (text.length > 2 ** 20) {
      writeSync(fd, text);
      text = "";
    }
  }
  writeSync(fd, text);
  closeSync(fd);
  return file;
}

/** The same rows as NDJSON. */
function objects(count) {
  const file = join(folder, `${count}.ndjson`);
  const [names, ...rows] = readFileSync(table(count), "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => line.split(","));
  const numbers = (cell, at) => JSON.stringify(at === 0 ? cell : Number(cell));
  const lines = rows.map((row) => `{${row.map((cell, at) => `"${names[at]}":${numbers(cell, at)}`).join(",")}}\n`);
  writeFileSync(file, lines.join(""));
  return file;
}

const grouped = (number) => `"${number.toLocaleString("en")}"`;

const inWords = (number) => `"about ${number.toLocaleString("en")}"`;

function run(command, args, input) {
  const [stdin, stdout] = [input === undefined ? "ignore" : openSync(input), openSync(out, "w")];
  const start = process.hrtime.bigint();
  const { status, error, stderr } = spawnSync(command, args, { stdio: [stdin, stdout, "pipe"] });
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  closeSync(stdout);
  if (stdin !== "ignore") closeSync(stdin);
  if (error?.code === "ENOENT") return undefined;
  if (status !== 0) throw new Error(`${command} ended with ${status}: ${stderr}`);
  return seconds;
}

const ours = (...args) => run(process.execPath, ["--require", peak, PROGRAM, "batch", ...args]);
const peakMiB = () => Number(readFileSync(peakFile, "utf8")) / 1024;

const MILLER = ["low", "high"]
  .flatMap((end) => [
    `$est_killed_${end} = $killed_${end}`,
    `$est_out_of_action_${end} = roundm($killed_${end} * (1 + $ratio), 1)`,
    `$est_share_${end} = fmtnum($killed_${end} * (1 + $ratio) / $force, "%.6f")`,
  ])
  .join("; ");
const MAWK = `NR > 1 { a = $2 * (1 + $4); b = $3 * (1 + $4);
  printf "%s,%d,%d,%d,%d,%.6f,%.6f,,\\n", $0, $2, $3, a + 0.5, b + 0.5, a / $5, b / $5 }`;

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];
const million = table(1_000_000);
const runs = {
  "loss-calc": () => ours(million),
  Miller: () => run("mlr", ["--icsv", "--ocsv", "put", MILLER, million]),
  mawk: () => run("mawk", ["-F,", MAWK, million]),
};
const times = Object.fromEntries(Object.keys(runs).map((name) => [name, []]));
const peaks = [];
for (let round = 0; round < ROUNDS; round += 1) {
  for (const [name, time] of Object.entries(runs)) {
    const seconds = time();
    if (seconds !== undefined) times[name].push(seconds);
    if (name === "loss-calc") peaks.push(peakMiB());
  }
}
console.log(
  `node ${process.version}, 1,000,000 rows (${Math.round(statSync(million).size / 1e6)} MB), median of ${ROUNDS}`,
);
for (const [name, all] of Object.entries(times)) {
  console.log(`${name.padEnd(10)} ${all.length > 0 ? `${median(all).toFixed(2)} s` : "not installed"}`);
}
if (times.Miller.length > 0) {
  const ratio = median(times.Miller) / median(times["loss-calc"]);
  console.log(`Miller takes ${ratio.toFixed(1)} times as long (bar 1, aim 2)`);
  if (ratio < 1) process.exitCode = 1;
}

/** Other kinds of rows: header, cells, options of batch, and the Miller expression for the same numbers. */
const KINDS = {
  "counts of categories": [
    "name,killed,wounded,captured,missing,force",
    (row, killed) => [killed, killed * 3, killed % 500, killed % 100, 50_000 + (row % 100_000)],
    [],
    "$a = $killed; $b = $killed; $c = $killed + $wounded + $captured + $missing; $d = $c; " +
      '$e = fmtnum($c / $force, "%.6f"); $f = $e; $g = ""; $h = ""',
  ],
  "casualties and a ratio": [
    "name,casualties,force",
    (row, killed) => [killed * 4, 50_000 + (row % 100_000)],
    ["--ratio", "3"],
    '$a = roundm($casualties / 4, 1); $b = $a; $c = $casualties; $d = $c; $e = fmtnum($c / $force, "%.6f"); $f = $e; $g = ""; $h = ""',
  ],
  "killed and casualties": [
    "name,killed,casualties",
    (_, killed) => [killed, killed * 4 + 7],
    [],
    '$a = $killed; $b = $a; $c = $casualties; $d = $c; $g = ""; $h = ""',
  ],
  "open ends (at least 13800)": [
    "name,killed,force",
    (row, killed) => [`at least ${killed}`, 50_000 + (row % 100_000)],
    ["--ratio", "3"],
    '$a = int(sub($killed, "at least ", "")); $b = $a; $c = $a * 4; $d = $c; $e = fmtnum($c / $force, "%.6f"); $f = $e; $g = "high"; $h = "OPEN_HIGH"',
  ],
  "in words (about 13,800)": [
    "name,killed,force",
    (row, killed) => [`"about ${killed.toLocaleString("en")}"`, 50_000 + (row % 100_000)],
    ["--ratio", "3"],
    '$a = int(gsub(sub($killed, "about ", ""), ",", "")); $b = $a; $c = $a * 4; $d = $c; $e = fmtnum($c / $force, "%.6f"); $f = $e; $g = ""; $h = "APPROXIMATE"',
  ],
  "one end only": [
    "name,killed_low,force",
    (row, killed) => [killed, 50_000 + (row % 100_000)],
    ["--ratio", "3"],
    '$a = $killed_low; $b = $a; $c = $a * 4; $d = $c; $e = fmtnum($c / $force, "%.6f"); $f = $e; $g = "high"; $h = "OPEN_HIGH"',
  ],
  "ranges of casualties and of the force": [
    "name,casualties_low,casualties_high,force_low,force_high",
    (row, killed) => [killed * 4, killed * 5, 50_000 + (row % 100_000), 60_000 + (row % 100_000)],
    [],
    '$c = $casualties_low; $d = $casualties_high; $e = fmtnum($c / $force_high, "%.6f"); $f = fmtnum($d / $force_low, "%.6f"); $g = ""; $h = ""',
  ],
  "decimals from a model": [
    "name,killed_low,killed_best,killed_high",
    (row, killed) => [`${killed}.${row % 99}1`, `${killed + 100}.5`, `${killed + 200}.${row % 97}`],
    ["--ratio", "3"],
    '$a = roundm($killed_low, 1); $b = roundm($killed_best, 1); $k = roundm($killed_high, 1); $c = $a * 4; $d = $b * 4; $l = $k * 4; $g = ""; $h = "ROUNDED"',
  ],
  "a coverage of 45% to 65%": [
    "name,killed,force",
    (row, killed) => [killed, 50_000 + (row % 100_000)],
    ["--coverage", "45%-65%"],
    '$a = roundm($killed / 0.65, 1); $b = roundm($killed / 0.45, 1); $c = $a; $d = $b; $e = fmtnum($a / $force, "%.6f"); $f = fmtnum($b / $force, "%.6f"); $g = ""; $h = ""',
  ],
  "a named ratio": [
    "name,killed,force",
    (row, killed) => [killed, 50_000 + (row % 100_000)],
    ["--ratio", "us-korea"],
    '$a = $killed; $b = $a; $c = roundm($a * 4.273031, 1); $d = $c; $e = fmtnum($a * 4.273031 / $force, "%.6f"); $f = $e; $g = ""; $h = ""',
  ],
  "some returned": [
    "name,killed,force",
    (row, killed) => [killed, 50_000 + (row % 100_000)],
    ["--ratio", "3", "--returned", "30%"],
    '$a = $killed; $b = $a; $c = $a * 4; $d = $c; $e = roundm($a * 3.1, 1); $f = $e; $g = fmtnum($c / $force, "%.6f"); $h = $g; $i = fmtnum($a * 3.1 / $force, "%.6f"); $j = $i; $k = ""; $l = ""',
  ],
  "a running total": [
    "name,date,killed",
    (row, killed) => [new Date(Date.UTC(1, 0, 1 + row)).toISOString().slice(0, 10), row * 10 + (killed % 10)],
    ["--series", "cumulative", "--by", "date"],
    '$day = strptime($date, "%Y-%m-%d") / 86400; $a = $killed; $b = $a; $c = $a; $d = $a; $x = $killed - @k; $y = fmtnum($x / ($day - @d), "%.6f"); @k = $killed; @d = $day',
  ],
};
const ROWS = 200_000;

function kindTable(name, [header, cells]) {
  const file = join(folder, `${name.replace(/\W+/g, "-")}.csv`);
  const lines = Array.from(
    { length: ROWS },
    (_, row) => `event ${row},${cells(row, 1000 + ((row * 7919) % 9000)).join()}\n`,
  );
  writeFileSync(file, `${header}\n${lines.join("")}`);
  return file;
}

console.log(`${ROWS.toLocaleString("en")} rows of other kinds, medians of 3 alternating runs`);
for (const [name, kind] of Object.entries(KINDS)) {
  const file = kindTable(name, kind);
  const [, , options, miller] = kind;
  const rounds = [1, 2, 3].map(() => [
    ours(file, ...options),
    run("mlr", ["--icsv", "--ocsv", "put", miller, file]),
    peakMiB(),
  ]);
  const [mine, theirs, mib] = [0, 1, 2].map((at) => median(rounds.map((round) => round[at])));
  const comparison = theirs === undefined ? "" : `, Miller ${theirs.toFixed(2)} s`;
  console.log(`  ${name}: ${mine.toFixed(2)} s${comparison}, peak ${mib.toFixed(0)} MiB`);
  if (mine > theirs || mib > 128) process.exitCode = 1;
}
const words = ours(table(1_000_000, inWords));
console.log(`1,000,000 rows in words ("about 13,800"): ${words.toFixed(2)} s (bar 3)`);
if (words > 3) process.exitCode = 1;
console.log(`the same with commas ("13,800"): ${ours(table(1_000_000, grouped)).toFixed(2)} s`);
console.log(`with --summary --sum: ${ours(million, "--sum").toFixed(2)} s`);
console.log(`100,000 rows as NDJSON: ${ours(objects(100_000)).toFixed(2)} s`);

const sizes = { "100,000": table(100_000), "1,000,000": million, "10,000,000": table(10_000_000) };
const memory = Object.entries(sizes).map(([rows, file]) => {
  const seconds = ours(file);
  return [rows, seconds, median([peakMiB(), ...(file === million ? peaks : [])])];
});
for (const [rows, seconds, mib] of memory)
  console.log(`${rows} rows: ${seconds.toFixed(2)} s, peak ${mib.toFixed(0)} MiB`);
const [few, middle, many] = memory.map(([, , mib]) => mib);
if (Math.max(few, middle, many) > 128 || Math.max(few, many) > middle * 1.15 || Math.min(few, many) < middle * 0.85) {
  console.log("peak memory misses its bar (128 MiB, and within 15% of the middle table)");
  process.exitCode = 1;
}

/** Tables whose rows are held in memory, nearly as many as may be: three rows to join for each day, and days in no order. */
const dayOf = (row) => new Date(Date.UTC(1000, 0, 1 + row)).toISOString().slice(0, 10);
const HELD = {
  "150,000 rows joined to 50,000": [
    "source,date,country,type,low,high",
    150_000,
    (row) => {
      const [type, times] = [
        ["killed", 1],
        ["wounded", 3],
        ["casualties", 4],
      ][row % 3];
      const low = (1000 + ((Math.floor(row / 3) * 7919) % 9000)) * times;
      return ["Mediazona", dayOf(Math.floor(row / 3)), "Russia", type, low, low + 500 * times];
    },
    ["--role", "type:killed=killed,wounded=wounded,casualties=casualties", "--join", "source,date,country"],
  ],
  "300,000 rows sorted": [
    "source,date,country,killed,note",
    300_000,
    (row) => {
      const day = (row * 7919) % 300_000;
      return ["Mediazona", dayOf(day), "Russia", 1000 + day * 7, "as of that day"];
    },
    ["--series", "cumulative", "--by", "date"],
  ],
};
for (const [name, [header, count, cells, options]] of Object.entries(HELD)) {
  const file = join(folder, `${name.replace(/\W+/g, "-")}.csv`);
  writeFileSync(file, `${header}\n${Array.from({ length: count }, (_, row) => `${cells(row).join()}\n`).join("")}`);
  const rounds = [1, 2, 3].map(() => [ours(file, ...options), peakMiB()]);
  const [seconds, mib] = [0, 1].map((at) => median(rounds.map((round) => round[at])));
  console.log(
    `${name} (${Math.round(statSync(file).size / 2 ** 20)} MiB): ${seconds.toFixed(2)} s, peak ${mib.toFixed(0)} MiB`,
  );
  if (mib > 128) process.exitCode = 1;
}
rmSync(folder, { recursive: true });
