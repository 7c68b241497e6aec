import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { shell } from "./shell.ts";

const ROW = /^\| (?<question>.*?) \| `(?<command>loss-calc .*?)` \| (?<answer>.*) \|$/gm;
const rows = [...readFileSync("docs/questions.md", "utf8").matchAll(ROW)].map(({ groups }) => groups!);

test("docs/questions.md has a table of more than 20 questions", () => expect(rows.length).toBeGreaterThan(20));

// Every text in bold in an answer must be in what the command prints.
test.each(rows)("the command answers: $question", async ({ command = "", answer = "" }) => {
  const { stdout, stderr, status } = await shell(command);
  expect([status, stderr]).toEqual([answer.includes("exit status 1") ? 1 : 0, ""]);
  const promised = [...answer.matchAll(/\*\*(.*?)\*\*/g)].map(([, text]) => text!);
  expect(promised.length).toBeGreaterThan(0);
  const printed = stdout.replace(/\s+/g, " ");
  for (const text of promised) expect(printed).toContain(text);
});
