import type { BigIntStats } from "node:fs";
import type { Colour } from "./option.ts";

/** A stream that the program writes to. */
export interface Output {
  /**
   * Writes all of it. Returns false if the reader has closed the stream. Throws InputError if the system cannot write.
   */
  write(text: string | Uint8Array): boolean;
  readonly isTTY: boolean;
  readonly columns?: number;
  /** The height of a terminal in lines. */
  readonly rows?: number;
  /** The file or pipe it leads to, as identityOf() names it. Absent for terminals and devices. */
  readonly identity?: string | undefined;
  /** Whether the output may be lost, because the stream was closed or whoever runs the program discards it. */
  readonly isDiscarded?: boolean;
}

/** Where standard input comes from. */
export interface StdinSource {
  /** The file or pipe, as identityOf() names it. Absent for terminals and devices. */
  readonly identity?: string | undefined;
  /** It is a folder, which cannot be read. */
  readonly isFolder: boolean;
}

/**
 * Identifies a file or pipe, whatever name it was opened by. Devices have no identity, because any number of writers
 * can share one.
 */
export function identityOf(stats: BigIntStats | undefined): string | undefined {
  return stats?.isFile() || stats?.isFIFO() ? `${stats.dev}:${stats.ino}` : undefined;
}

/**
 * The standard stream that the name of an output means. The system's own names for a stream are treated like "-". If we
 * opened one as a file, we would overwrite the stream from its start, or replace it.
 */
export function streamNamed(file: string | undefined): "stdout" | "stderr" | undefined {
  // Most runs name no file, and compiling a pattern takes longer than the calculation.
  if (file === undefined) return undefined;
  const [, word, number] = /^(?:\/dev\/std(out|err)|(?:\/dev|\/proc\/self)\/fd\/([12]))$/.exec(file) ?? [];
  if (file === "-" || word === "out" || number === "1") return "stdout";
  return word === "err" || number === "2" ? "stderr" : undefined;
}

/** The outside world. It is passed in so that tests don't need a process. */
export interface Io {
  readonly stdin: AsyncIterable<Uint8Array> & { readonly isTTY?: boolean };
  /** What standard input is, found out without opening it. */
  readonly source: StdinSource;
  readonly stdout: Output;
  readonly stderr: Output;
  /** Registers what to clean up if the user interrupts. */
  onInterrupt(clear: () => void): void;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/**
 * Whether a stream is coloured. The order of precedence is: --color, NO_COLOR, FORCE_COLOR (0 and false are off),
 * CLICOLOR_FORCE, CLICOLOR=0, TERM=dumb, and whether the stream is a terminal. An empty variable counts as not set.
 */
export function isColoured(output: Output, when: Colour, env: Io["env"]): boolean {
  if (when !== "auto") return when === "always";
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== "0" && env.FORCE_COLOR !== "false";
  if (env.CLICOLOR_FORCE && env.CLICOLOR_FORCE !== "0") return true;
  if (env.CLICOLOR === "0" || env.TERM === "dumb") return false;
  return output.isTTY;
}

/** The reason in a system error, without its code and the call and path that it names. */
export function reasonOf({ message }: Error): string {
  return message.replace(/^E[A-Z0-9]+: |, \w+( '.*')?( -> '.*')?$/gs, "");
}

/**
 * Whether text for people is written in ASCII: on request, and on a terminal whose locale is not UTF-8. Output to a
 * pipe is the same in every locale.
 */
export function isAscii(isAsked: boolean, { stdout, env }: Pick<Io, "stdout" | "env">): boolean {
  if (isAsked || !stdout.isTTY) return isAsked;
  const locale = env.LC_ALL || env.LC_CTYPE || env.LANG;
  return locale !== undefined && locale !== "" && !/utf-?8/i.test(locale);
}

/** How to show text for people. */
export interface ShowOptions {
  readonly isAscii: boolean;
  readonly isPaged: boolean;
}

/** Shows text for people. If it does not fit on the terminal, it is shown through the user's pager. */
export async function show(text: string, options: ShowOptions, io: Io): Promise<void> {
  const { stdout, env } = io;
  const shown = isAscii(options.isAscii, io) ? (await import("../render/ascii.ts")).ascii(text) : text;
  const isLong = stdout.rows !== undefined && shown.split("\n").length > stdout.rows;
  if (options.isPaged && isLong && env.TERM !== "dumb" && (await import("./pager.ts")).pagedBy(shown, env)) return;
  stdout.write(shown);
}
