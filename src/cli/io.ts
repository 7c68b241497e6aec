import type { Colour } from "./option.ts";

/** A stream that the program writes to. */
export interface Output {
  /** Writes all of it; false where its reader has closed it. Throws InputError where the system cannot. */
  write(text: string | Uint8Array): boolean;
  readonly isTTY: boolean;
  readonly columns?: number;
}

/** The outside world, handed in so that tests need no process. */
export interface Io {
  readonly stdin: AsyncIterable<Uint8Array> & { readonly isTTY?: boolean };
  readonly stdout: Output;
  readonly stderr: Output;
  /** What has to be cleared away should the user interrupt. */
  onInterrupt(clear: () => void): void;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/**
 * Whether a stream is coloured. In this order: --color, NO_COLOR (not empty), FORCE_COLOR (0 and
 * false are off), CLICOLOR_FORCE, CLICOLOR=0, TERM=dumb, and whether the stream is a terminal.
 */
export function isColoured(output: Output, when: Colour, env: Io["env"]): boolean {
  if (when !== "auto") return when === "always";
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== "0" && env.FORCE_COLOR !== "false";
  if (env.CLICOLOR_FORCE && env.CLICOLOR_FORCE !== "0") return true;
  if (env.CLICOLOR === "0" || env.TERM === "dumb") return false;
  return output.isTTY;
}

/** The reason in an error of the system, without the call and the path that it names. */
export function reasonOf({ message }: Error): string {
  return message.replace(/, \w+( '.*')?( -> '.*')?$/s, "");
}
