import { execFileSync } from "node:child_process";

/** Builds once before the tests, so that those that run the program run the present source. */
export default function setup(): void {
  execFileSync("npx", ["rolldown", "-c", "--log-level", "warn"], { stdio: "inherit" });
}
