import { spawnSync } from "node:child_process";
import type { Io } from "./io.ts";

/** Shows a text in the pager of the user, less if none is named; false where it cannot be started. */
export function pagedBy(text: string, env: Io["env"]): boolean {
  const { PAGER: pager = "less" } = env;
  if (pager === "" || pager === "cat") return false;
  const { error, status } = spawnSync(pager, {
    shell: true,
    input: text,
    stdio: ["pipe", "inherit", "inherit"],
    // Colours as they are, no page for what fits on the screen, and what was read stays there.
    env: { LESS: "FRX", ...env },
  });
  // A shell says 126 or 127 where it does not find the command.
  return error === undefined && status !== 126 && status !== 127;
}
