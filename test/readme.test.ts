import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { shell } from "./shell.ts";

test("the README's examples print what it says", async () => {
  const readme = readFileSync("README.md", "utf8");
  const blocks = [...readme.matchAll(/```console\n(.*?)```/gs)].map(([, text]) => text!);
  const commands = [...new Set(blocks.flatMap((block) => block.split("\n").filter((line) => line.startsWith("$ "))))];
  const outputs = new Map(
    await Promise.all(
      commands.map(async (line) => {
        const { stdout, stderr } = await shell(line.slice(2));
        return [line, stdout + stderr] as const;
      }),
    ),
  );
  const replayed = readme.replace(/```console\n(.*?)```/gs, (_, block: string) => {
    const lines = block.split("\n").filter((line) => outputs.has(line));
    return `\`\`\`console\n${lines.map((line) => `${line}\n${outputs.get(line)}`).join("")}\`\`\``;
  });
  expect(commands.length).toBeGreaterThan(10);
  await expect(replayed).toMatchFileSnapshot("../README.md");
});
