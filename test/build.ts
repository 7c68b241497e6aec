import { execFileSync } from "node:child_process";

/** Builds once before the tests, so that tests that run the program run the current source. */
export default function setup(): void {
  execFileSync("npm", ["run", "--silent", "bundle"], { stdio: "inherit" });
}
