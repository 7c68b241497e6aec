import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { shell } from "./shell.ts";

const ROW = /^\| (?<question>.*?) \| `(?<command>loss-calc .*?)` \| (?<answer>.*) \|$/gm;
const rows = [...readFileSync("docs/questions.md", "utf8").matchAll(ROW)].map(({ groups }) => groups!);

test("the page of questions has a table of them", () => expect(rows.length).toBeGreaterThan(20));

// What is bold in an answer is in what the command prints.
test.each(rows)("$question", async ({ command = "", answer = "" }) => {
  const { stdout, stderr, status } = await shell(command);
  expect([status, stderr]).toEqual([answer.includes("exit status 1") ? 1 : 0, ""]);
  const promised = [...answer.matchAll(/\*\*(.*?)\*\*/g)].map(([, text]) => text!);
  expect(promised.length).toBeGreaterThan(0);
  const said = stdout.replace(/\s+/g, " ");
  for (const text of promised) expect(said).toContain(text);
});
