import { expect, test, vi } from "vitest";
import { run } from "../cli/run.ts";

// A record small enough to be read in whole: what each command prints about it is in the files here.
vi.mock("../../src/record/conflicts.json", async (original) => {
  const { default: record } = await original<{ default: typeof import("../../src/record/conflicts.json") }>();
  const ids =
    "union-gettysburg japan-1904 russia-wwi uk-wwii us-wwii us-korea uk-korea us-vietnam israel-1973 uk-falklands us-iraq";
  const conflicts = record.conflicts.filter(({ id }) => ids.split(" ").includes(id));
  return { default: { ...record, version: "2026-01-01", conflicts } };
});

const COMMANDS: Record<string, string[]> = {
  ratios: [
    "ratios",
    "ratios us-korea --explain",
    "ratios history:battle-deaths --explain",
    "ratios --era 1946-2000 --covers others --sort others --format csv",
    "ratios house --ratios fixtures/ratios/our-ratios.json --json",
    "ratios --side kingdom --comparable --format markdown",
    "ratios atlantis",
    "ratios ww2 britain",
    "ratios 1914",
    "ratios us-korea,us-vietnam",
    "ratios us-korae",
    "--killed 6000-13800 --wounded history --captured 389 --force 150000 --explain",
    "--killed 6000-13800 --wounded history:battle-deaths --value outOfAction.high",
  ],
  cite: [
    "ratios us-korea japan-1904,us-korea --cite",
    "ratios japan-1904 --cite --format bibtex",
    "ratios japan-1904 --cite --json",
    "ratios house --cite --ratios fixtures/ratios/our-ratios.json",
    "ratios history:1860-1914:war --cite",
    "ratios history:1860-1914:war --cite --format wikitext",
    "ratios us-korea --cite --format wikitext",
    "ratios us-korea --cite --format markdown",
    "ratios us-korea --cite --explain",
    "ratios us-korea --cite --format csv",
    "ratios us-korea --format bibtex",
    "ratios us-korea -o refs.bib",
    "ratios us-korea --cite -o refs.ris",
    "ratios atlantis --cite --format bibtex",
  ],
  backtest: [
    "ratios --backtest 3 --explain",
    "ratios --era 1946- --backtest 2-4",
    "ratios --backtest history --explain",
    "ratios falklands --backtest 3 --explain --format markdown",
    "ratios --era 2001- --backtest 2/3/4 --format csv",
  ],
};

test.each(Object.entries(COMMANDS))("the commands print what is in %s.txt", async (name, commands) => {
  const outputs: string[] = [];
  for (const command of commands) {
    const { stdout, stderr, status } = await run(command.split(" "));
    outputs.push(`$ loss-calc ${command}\n${stdout}${stderr}${status === 0 ? "" : `[exit ${status}]\n`}`);
  }
  await expect(outputs.join("\n")).toMatchFileSnapshot(`${name}.txt`);
});
