import type { BigIntStats } from "node:fs";
import type { Colour } from "./option.ts";

/** A stream that the program writes to. */
export interface Output {
  /** Writes all of it; false where its reader has closed it. Throws InputError where the system cannot. */
  write(text: string | Uint8Array): boolean;
  readonly isTTY: boolean;
  readonly columns?: number;
  /** The lines of a terminal. */
  readonly rows?: number;
  /** The file or pipe it leads to, as identityOf() names it; absent for terminals and devices. */
  readonly identity?: string | undefined;
  /** Whether what is written may be lost: it was closed, or whoever runs the program throws it away. */
  readonly isDiscarded?: boolean;
}

/** Where standard input comes from. */
export interface Source {
  /** The file or pipe, as identityOf() names it; absent for terminals and devices. */
  readonly identity?: string | undefined;
  /** A folder, from which nothing can be read. */
  readonly isFolder: boolean;
}

/** A file or pipe has one identity, whatever its names; a device can be shared by any number of writers. */
export function identityOf(stats: BigIntStats | undefined): string | undefined {
  return stats?.isFile() || stats?.isFIFO() ? `${stats.dev}:${stats.ino}` : undefined;
}

/**
 * The standard stream that the name of an output means. A system's own names for it are taken as "-": opened as a
 * file, the stream would be written from its beginning again, or replaced.
 */
export function streamNamed(file: string | undefined): "stdout" | "stderr" | undefined {
  // Most runs name no file, and to compile a pattern takes longer than to compute.
  if (file === undefined) return undefined;
  const [, word, number] = /^(?:\/dev\/std(out|err)|(?:\/dev|\/proc\/self)\/fd\/([12]))$/.exec(file) ?? [];
  if (file === "-" || word === "out" || number === "1") return "stdout";
  return word === "err" || number === "2" ? "stderr" : undefined;
}

/** The outside world, handed in so that tests need no process. */
export interface Io {
  readonly stdin: AsyncIterable<Uint8Array> & { readonly isTTY?: boolean };
  /** What standard input is, without opening it. */
  readonly source: Source;
  readonly stdout: Output;
  readonly stderr: Output;
  /** What has to be cleared away should the user interrupt. */
  onInterrupt(clear: () => void): void;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/**
 * Whether a stream is coloured. In this order: --color, NO_COLOR, FORCE_COLOR (0 and false are off),
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

/** The reason in an error of the system, without the call and the path that it names. */
export function reasonOf({ message }: Error): string {
  return message.replace(/, \w+( '.*')?( -> '.*')?$/s, "");
}

/**
 * Whether what is for people is written in ASCII: where that is asked for, and on a terminal of a locale that is not
 * UTF-8. What goes into a pipe is the same in every locale.
 */
export function isAscii(isAsked: boolean, { stdout, env }: Pick<Io, "stdout" | "env">): boolean {
  if (isAsked || !stdout.isTTY) return isAsked;
  const locale = env.LC_ALL || env.LC_CTYPE || env.LANG;
  return locale !== undefined && locale !== "" && !/utf-?8/i.test(locale);
}

/** How a text for people is shown. */
export interface Showing {
  readonly isAscii: boolean;
  readonly isPaged: boolean;
}

/** Writes a text for people; on a terminal that is too short for it, through the pager of the user. */
export async function show(text: string, how: Showing, io: Io): Promise<void> {
  const { stdout, env } = io;
  const shown = isAscii(how.isAscii, io) ? (await import("../render/ascii.ts")).ascii(text) : text;
  const isLong = stdout.rows !== undefined && shown.split("\n").length > stdout.rows;
  if (how.isPaged && isLong && env.TERM !== "dumb" && (await import("./pager.ts")).pagedBy(shown, env)) return;
  stdout.write(shown);
}
