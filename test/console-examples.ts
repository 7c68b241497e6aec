import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { shell } from "./shell.ts";

/** The documents for readers. Those generated from the program have no examples with output. */
export const DOCUMENTS = [
  "README.md",
  "ARCHITECTURE.md",
  "CONTRIBUTING.md",
  ...readdirSync("docs").flatMap((name) => (name.endsWith(".md") ? [join("docs", name)] : [])),
];

/** The documents whose examples print facts of the record. A new case changes them. */
export const OF_RECORD = ["README.md", "docs/ratios.md", "docs/comparisons.md"];

const CONSOLE = /```console\n(.*?)```/gs;

export const hasExamples = (document: string) => readFileSync(document, "utf8").includes("```console");

/**
 * Replays the console examples of a document, and rewrites its prose if there is something to rewrite. With -u, the
 * document is written with the result.
 */
export async function expectReplayed(document: string, rewrite = (text: string) => text): Promise<void> {
  const text = rewrite(readFileSync(document, "utf8"));
  const blocks = [...text.matchAll(CONSOLE)].map(([, block]) => block!);
  const commands = new Set(blocks.flatMap((block) => block.split("\n").filter((line) => line.startsWith("$ "))));
  const run = async (line: string) => {
    const { stdout, stderr } = await shell(line.slice(2));
    return [line, stdout + stderr] as const;
  };
  const outputs = new Map(await Promise.all([...commands].map(run)));
  const replayed = text.replace(CONSOLE, (_, block: string) => {
    const lines = block.split("\n").filter((line) => outputs.has(line));
    return `\`\`\`console\n${lines.map((line) => `${line}\n${outputs.get(line)}`).join("")}\`\`\``;
  });
  expect(commands.size).toBeGreaterThan(0);
  await expect(replayed).toMatchFileSnapshot(join(import.meta.dirname, "..", document));
}
