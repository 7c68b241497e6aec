import { main } from "../../src/cli/main.ts";
import { expectGoodTries } from "../tries.ts";

/** The result of a run of the program in this process. */
export interface Run {
  readonly status: number;
  readonly stdout: string;
  /** With each sentence on one line, unless it is a terminal. */
  readonly stderr: string;
}

export interface RunOptions {
  readonly stdin?: string | Uint8Array | AsyncIterable<Uint8Array>;
  readonly env?: Readonly<Record<string, string>>;
  /** If given, standard output and standard error are terminals with this number of columns. */
  readonly columns?: number;
}

/** Runs a command line with its own streams in memory. Standard input is a terminal unless given. */
export async function run(argv: readonly string[], options: RunOptions = {}): Promise<Run> {
  const { stdin, env = {}, columns } = options;
  const written = { stdout: "", stderr: "" };
  const output = (name: "stdout" | "stderr") => ({
    isTTY: columns !== undefined,
    ...(columns === undefined ? {} : { columns }),
    write: (text: string | Uint8Array) => {
      written[name] += typeof text === "string" ? text : Buffer.from(text).toString();
      return true;
    },
  });
  const status = await main(argv, {
    stdin: Object.assign(bytesOf(stdin), { isTTY: stdin === undefined }),
    source: { isFolder: false, ...(stdin === undefined ? {} : { identity: "a pipe" }) },
    stdout: output("stdout"),
    stderr: output("stderr"),
    onInterrupt: () => {},
    env,
  });
  expectGoodTries(written.stderr);
  return { status, ...written, ...(columns === undefined ? { stderr: inWholeLines(written.stderr) } : {}) };
}

/** Printed mistakes, with each sentence joined to one line again. */
export function inWholeLines(stderr: string): string {
  const lines: string[] = [];
  let part: "sentence" | "expected" | undefined;
  for (const line of stderr.split("\n")) {
    const isMore = part === "sentence" ? /^ {2}(?! |expected: |try: )/.test(line) : /^ {4}\S/.test(line);
    if (part !== undefined && isMore) lines.push(`${lines.pop()} ${line.trimStart()}`);
    else {
      part = line.startsWith("error ") ? "sentence" : line.startsWith("  expected: ") ? "expected" : undefined;
      lines.push(line);
    }
  }
  return lines.join("\n");
}

async function* bytesOf(stdin: RunOptions["stdin"] = ""): AsyncGenerator<Uint8Array> {
  if (typeof stdin === "string") yield new TextEncoder().encode(stdin);
  else if (stdin instanceof Uint8Array) yield stdin;
  else yield* stdin;
}
