// Times two command lines in alternating pairs, so that what else the machine does falls on both.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

export const PROGRAM = fileURLToPath(new URL("../../bin/loss-calc.js", import.meta.url));

/** The medians of so many pairs, in milliseconds, after one run of each that is not counted. */
export function medians(pairs, ...commands) {
  const times = commands.map(() => []);
  for (let pair = -1; pair < pairs; pair += 1) {
    for (const [index, args] of commands.entries()) {
      const taken = time(args);
      if (pair >= 0) times[index].push(taken);
    }
  }
  return times.map((values) => values.toSorted((a, b) => a - b)[values.length >> 1]);
}

function time(args) {
  const start = process.hrtime.bigint();
  const { status } = spawnSync(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
  if (status !== 0) throw new Error(`${args.join(" ")} ended with ${status}`);
  return Number(process.hrtime.bigint() - start) / 1e6;
}

/** Prints how many times longer the second took than the first; fails above the bar. */
export function compare(names, [base, ours], bar) {
  const ratio = ours / base;
  console.log(
    `${names[0]} ${base.toFixed(1)} ms, ${names[1]} ${ours.toFixed(1)} ms, ratio ${ratio.toFixed(2)} (bar ${bar})`,
  );
  if (ratio > bar) process.exitCode = 1;
}
