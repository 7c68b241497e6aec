import type { Problem } from "../core/errors.ts";
import { bashScript } from "./completion/bash.ts";
import { fishScript } from "./completion/fish.ts";
import { completedCommands, SHELLS, type Shell } from "./completion/words.ts";
import { zshScript } from "./completion/zsh.ts";
import { EXIT } from "./exit.ts";
import type { GivenOptions } from "./given.ts";
import type { Io } from "./io.ts";
import { chosenOperand } from "./operands.ts";

const SCRIPTS: Readonly<Record<Shell, typeof bashScript>> = { bash: bashScript, zsh: zshScript, fish: fishScript };

/** Runs the completion command: prints the completion script of a shell. Throws InputError. */
export async function runCompletion(given: GivenOptions, before: readonly Problem[], io: Io): Promise<number> {
  const shell = chosenOperand(given, before, SHELLS, {
    command: "completion",
    operand: "SHELL",
    example: "loss-calc completion bash",
  });
  io.stdout.write(SCRIPTS[shell](completedCommands()));
  return EXIT.fine;
}
