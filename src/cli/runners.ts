import type { Problem } from "../core/errors.ts";
import type { CommandName } from "./commands.ts";
import { runEstimate } from "./estimate.ts";
import type { GivenOptions } from "./given.ts";
import type { Io } from "./io.ts";

/** Runs a command. Resolves to the exit status. Throws InputError with the mistakes found before, and its own. */
export type CommandRunner = (given: GivenOptions, before: readonly Problem[], io: Io) => Promise<number>;

/** The function that runs each command. Only the calculation is loaded up front; the others are loaded on demand. */
export const RUNNERS: Readonly<Record<CommandName, CommandRunner>> = {
  estimate: runEstimate,
  batch: async (...args) => (await import("./batch.ts")).runBatch(...args),
  compare: async (...args) => (await import("./compare.ts")).runCompare(...args),
  total: async (...args) => (await import("./total.ts")).runTotal(...args),
  past: async (...args) => (await import("./past-battles.ts")).runPastBattles(...args),
  check: async (...args) => (await import("./check.ts")).runCheck(...args),
  ratios: async (...args) => (await import("./ratios.ts")).runRatios(...args),
  schema: async (...args) => (await import("./schema.ts")).runSchema(...args),
  explain: async (...args) => (await import("./explain.ts")).runExplain(...args),
  completion: async (...args) => (await import("./completion.ts")).runCompletion(...args),
  help: async (...args) => (await import("./help.ts")).runHelp(...args),
};
