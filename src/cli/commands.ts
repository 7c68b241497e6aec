import type { Problem } from "../core/errors.ts";
import { runEstimate } from "./estimate.ts";
import type { Io } from "./io.ts";
import {
  BATCH_OPTIONS,
  CHECK_OPTIONS,
  ESTIMATE_OPTIONS,
  type Given,
  type OptionSpec,
  RATIOS_OPTIONS,
} from "./options.ts";

type Run = (given: Given, before: readonly Problem[], io: Io) => Promise<number>;

/** A command: what it takes, and what runs it. Only the calculation is loaded before it is asked for. */
export interface CommandSpec {
  readonly name: "estimate" | "batch" | "check" | "ratios" | "schema";
  readonly options: readonly OptionSpec[];
  /** Takes words that belong to no option. */
  readonly operands: boolean;
  /** Resolves to the exit status. Throws InputError with the mistakes found before, and its own. */
  readonly run: Run;
}

export const COMMANDS: readonly CommandSpec[] = [
  { name: "estimate", options: ESTIMATE_OPTIONS, operands: false, run: runEstimate },
  {
    name: "batch",
    options: BATCH_OPTIONS,
    operands: true,
    run: async (...args) => (await import("./batch.ts")).runBatch(...args),
  },
  {
    name: "check",
    options: CHECK_OPTIONS,
    operands: true,
    run: async (...args) => (await import("./check.ts")).runCheck(...args),
  },
  {
    name: "ratios",
    options: RATIOS_OPTIONS,
    operands: true,
    run: async (...args) => (await import("./ratios.ts")).runRatios(...args),
  },
  {
    name: "schema",
    options: [],
    operands: true,
    run: async (...args) => (await import("./schema.ts")).runSchema(...args),
  },
];
