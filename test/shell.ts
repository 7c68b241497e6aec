import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

/** What a command printed, and its exit status. */
export interface ShellResult {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number | null;
}

/** Runs a command line in bash, with loss-calc from this project; in the project's folder unless another is given. */
export function shell(command: string, cwd = root): Promise<ShellResult> {
  // Exported for programs that run it themselves, such as parallel.
  const script = `loss-calc() { node "$PROGRAM" "$@"; }\nexport -f loss-calc\n${command}`;
  const { PATH = "", HOME = "" } = process.env;
  const env = { PATH, HOME, SHELL: "/bin/bash", PROGRAM: `${root}bin/loss-calc.js` };
  const child = spawn("bash", ["-c", script], { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
  return new Promise((resolve, reject) => {
    const parts = { stdout: "", stderr: "" };
    for (const name of ["stdout", "stderr"] as const) {
      child[name].setEncoding("utf8").on("data", (text: string) => {
        parts[name] += text;
      });
    }
    child.on("error", reject);
    child.on("close", (status) => resolve({ ...parts, status }));
  });
}
