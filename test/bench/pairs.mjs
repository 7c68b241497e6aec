// Times command lines in alternating pairs, so that other load on the machine affects both.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

export const PROGRAM = fileURLToPath(new URL("../../bin/loss-calc.js", import.meta.url));

// Node 20 reads the certificates at startup, which takes longer than the calculation.
const { NODE_EXTRA_CA_CERTS: _, ...ENVIRONMENT } = process.env;

/** How a command line is run: with output to a pipe, or on a pseudo-terminal that `script` of util-linux makes. */
export const inPipe = (args) => [process.execPath, args];
export const onTerminal = (args) => ["script", ["-qec", [process.execPath, ...args].join(" "), "/dev/null"]];

/**
 * The median time of each command line over a number of pairs, in milliseconds. One run of each before them is not
 * counted. `before` is called before each run.
 */
export function medians(pairs, commands, start = inPipe, before = () => {}) {
  const times = commands.map(() => []);
  for (let pair = -1; pair < pairs; pair += 1) {
    for (const [index, args] of commands.entries()) {
      before();
      const taken = time(start(args));
      if (pair >= 0) times[index].push(taken);
    }
  }
  return times.map((values) => values.toSorted((a, b) => a - b)[values.length >> 1]);
}

function time([program, args]) {
  const start = process.hrtime.bigint();
  const { status, error } = spawnSync(program, args, { env: ENVIRONMENT, stdio: ["ignore", "pipe", "pipe"] });
  if (status !== 0) throw error ?? new Error(`${args.join(" ")} ended with ${status}`);
  return Number(process.hrtime.bigint() - start) / 1e6;
}

/** Prints a measured value; fails above the bar. */
export function report(text, value, unit, bar) {
  console.log(
    `${text}: ${value.toFixed(unit === "ms a file" ? 2 : 1)} ${unit}${bar === undefined ? "" : ` (bar ${bar})`}`,
  );
  if (bar !== undefined && value > bar) process.exitCode = 1;
}
