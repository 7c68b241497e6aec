import { spawnSync } from "node:child_process";

/** Shows text in the user's pager, or in less if none is set. Returns false if the pager cannot be started. */
export function pagedBy(text: string, env: NodeJS.ProcessEnv): boolean {
  const { PAGER: pager = "less" } = env;
  if (pager === "" || pager === "cat") return false;
  const { error, status } = spawnSync(pager, {
    shell: true,
    input: text,
    stdio: ["pipe", "inherit", "inherit"],
    // Show colours as they are, don't page text that fits on the screen, and leave it there afterwards.
    env: { LESS: "FRX", ...env },
  });
  // A shell exits with 126 or 127 if it cannot run the command.
  return error === undefined && status !== 126 && status !== 127;
}
