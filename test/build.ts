import { execFileSync } from "node:child_process";

/** Builds once before the tests, so that those that run the program run the present source. */
export default function setup(): void {
  execFileSync("npm", ["run", "--silent", "build"], { stdio: "inherit" });
}
