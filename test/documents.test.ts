import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { DOCUMENTS, expectReplayed, hasExamples, OF_RECORD } from "./console-examples.ts";

const OTHERS = DOCUMENTS.filter((document) => hasExamples(document) && !OF_RECORD.includes(document));
test.each(OTHERS)("the console examples of %s show what the program prints", (document) => expectReplayed(document));

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
