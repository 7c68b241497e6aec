import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { shell } from "./shell.ts";

/** The documents for readers. Those generated from the program have no examples with output. */
const DOCUMENTS = [
  "README.md",
  "ARCHITECTURE.md",
  "CONTRIBUTING.md",
  ...readdirSync("docs").flatMap((name) => (name.endsWith(".md") ? [join("docs", name)] : [])),
];
const CONSOLE = /```console\n(.*?)```/gs;

// `npx vitest run test/documents.test.ts -u` rewrites the outputs.
describe("console examples show what the program prints", () => {
  const withExamples = DOCUMENTS.filter((document) => readFileSync(document, "utf8").includes("```console"));

  test.each(withExamples)("%s", async (document) => {
    const text = readFileSync(document, "utf8");
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
    await expect(replayed).toMatchFileSnapshot(join("..", document));
  });
});

test("the README is at most 10,000 characters long", () =>
  expect(readFileSync("README.md").length).toBeLessThanOrEqual(10_000));

describe("every link has a target", () => {
  /** Anchors as GitHub makes them: "## In CI" is #in-ci. */
  const anchors = (document: string) =>
    [...readFileSync(document, "utf8").matchAll(/^#+ (.*)$/gm)].map(([, heading]) =>
      heading!
        .toLowerCase()
        .replace(/[^\w\- ]/g, "")
        .replaceAll(" ", "-"),
    );

  test.each(DOCUMENTS)("%s", (document) => {
    const prose = readFileSync(document, "utf8").replace(/```.*?```/gs, "");
    const links = [...prose.matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]*))?\)/g)];
    const broken = links.filter(([, path, anchor]) => {
      const target = path ? join(dirname(document), path) : document;
      return !existsSync(target) || (anchor !== undefined && !anchors(target).includes(anchor));
    });
    expect(broken.map(([link]) => link)).toEqual([]);
  });
});

test("ARCHITECTURE.md lists every file in the folders of src, and no others", () => {
  const map = readFileSync("ARCHITECTURE.md", "utf8");
  const listed = map.split(/^### `/m).flatMap((section) => {
    const [, folder] = /^(src\/[\w/-]+)\/`/.exec(section) ?? [];
    return folder ? [...section.matchAll(/^\| `([\w-]+)` \|/gm)].map(([, name]) => `${folder}/${name}.ts`) : [];
  });
  const files = readdirSync("src", { recursive: true, encoding: "utf8" }).filter((file) => /\w\/.*\.ts$/.test(file));
  expect(listed.sort()).toEqual(files.map((file) => `src/${file}`).sort());
});
