import { test } from "vitest";
import { shell } from "../shell.ts";

/** Whole commands, as they are typed; what comes of each stands in the file of its name. */
const COMMANDS: Record<string, string> = {
  plain: "loss-calc --killed 7000 --ratio 3 --force 150000",
  "two-sources": `loss-calc --killed "Ukraine=13,800" --killed "US and Europe=up to 6,000" --ratio 3 --force 150000`,
  floor: `loss-calc --killed "at least 7,000" --wounded 14000-21000 --force 150000`,
  full: `loss-calc --killed 6000-13800 --wounded 2x-3x --captured 389 --returned 30% --force "at the border=150,000" --force "whole army=280000-360000" --side Russia --as-of 2022-03-16`,
  "full-explained": `loss-calc --killed 6000-13800 --wounded 2x-3x --captured 389 --returned 30% --force "at the border=150,000" --force "whole army=280000-360000" --side Russia --as-of 2022-03-16 --explain`,
  "full-json": `loss-calc --killed 6000-13800 --wounded 2x-3x --captured 389 --returned 30% --force "at the border=150,000" --force "whole army=280000-360000" --side Russia --as-of 2022-03-16 --json`,
  "full-csv": `loss-calc --killed 6000-13800 --wounded 2x-3x --captured 389 --returned 30% --force "at the border=150,000" --force "whole army=280000-360000" --side Russia --as-of 2022-03-16 --format csv`,
  casualties: "loss-calc --casualties 28000 --ratio 3 --force 150000",
  "casualties-explained": "loss-calc --casualties 20000-40000 --wounded 2x-4x --captured 1x --explain",
  "casualties-alone": `loss-calc --casualties "AP=at least 28,000" --force 150000`,
  coverage: `loss-calc --killed ">=106745" --coverage 45%-65%`,
  "coverage-of-one": `loss-calc --killed "Mediazona=at least 106,745" --killed "Ukraine=427,000" --coverage "Mediazona=45%-65%" --ratio 3 --explain`,
  "stdin-json": `printf 'Ukraine=13,800\\nUS=up to 6,000\\n' | loss-calc --killed - --ratio 3 --force 150000 --json`,
  "stdin-file": "loss-calc --killed - --ratio 3 --force 150000 --side Russia < fixtures/rows/killed-2022-03-16.txt",
  explain: `loss-calc --killed "Ukraine=13,800" --killed "US and Europe=up to 6,000" --ratio 3 --force 150000 --explain`,
  overlap: `loss-calc --killed "a=up to 6,000" --killed "b=at least 3,000" --combine overlap`,
  sum: `loss-calc --killed "army=13,800" --killed "mercenaries=up to 6,000" --combine sum --wounded 20000 --force 150000`,
  prefer: `loss-calc --killed "Ukraine@2022-03-16=13,800" --killed "US@2022-01=up to 6,000" --combine prefer=us --ratio 3`,
  best: "loss-calc --killed 6000/8000/13800 --ratio 2/3/4 --force 150000 --explain",
  approximate: `loss-calc --killed "about 7,000" --ratio 2.5-3.5 --force "some 150,000"`,
  vague: "loss-calc --killed dozens --wounded 3 --captured 2x --force 100",
  csv: `loss-calc --killed "Ukraine=13,800" --killed "US, Europe=up to 6,000" --ratio 3 --force 150000 --format csv`,
  tsv: `loss-calc --killed "Ukraine=13,800" --killed "US, Europe=up to 6,000" --ratio 3 --force 150000 --format tsv`,
  markdown: `loss-calc --killed "a|b=13,800" --killed "*US* <b> = up to 6,000" --ratio 3 --force 150000 --format markdown --explain`,
  ndjson: `loss-calc --killed 9007199254740991 --ratio 2.3 --format ndjson`,
  value: `echo "$(loss-calc --killed 6000-13800 --ratio 3 --value outOfAction.high) out of action"`,
  "killed-alone": "loss-calc --killed 7000 --force 150000",
  scenario: "loss-calc estimate --scenario fixtures/scenarios/russia-2022-03-16.json --ratio 4 --explain",
  "scenario-categories":
    "loss-calc --scenario fixtures/scenarios/russia-2022-03-16.json --wounded 2x-3x --returned 30% --format markdown",
  "scenario-json": "loss-calc --scenario fixtures/scenarios/russia-2023-06-confirmed.json --coverage 50% --json",
  "scenario-confirmed": `printf '{"killed":{"source":"Mediazona","kind":"confirmed","figure":25000},"ratio":3}' | loss-calc --scenario -`,
  "scenario-number": "loss-calc --scenario test/golden/broken/mistakes.json",
  "scenario-mistakes": "loss-calc --scenario 'test/golden/broken/mistakes.json#1' --force 0",
  save: `loss-calc --killed "Ukraine@2022-03-16=13,800" --killed "US and Europe=up to 6,000" --ratio 3 --force 150000 --save -`,
  check: "loss-calc check fixtures/scenarios",
  "check-broken": "loss-calc check test/golden/broken",
  "check-strict": "loss-calc check test/golden/broken/drifted.json --strict",
  "check-tap": "loss-calc check test/golden/broken --reporter tap",
  "check-junit": "loss-calc check test/golden/broken --reporter junit",
  "check-github": "loss-calc check test/golden/broken --reporter github",
  "check-json": "loss-calc check test/golden/broken/comma.json test/golden/broken/drifted.json --reporter json",
  help: "loss-calc --help",
  "help-batch": "loss-calc batch --help",
  "help-check": "loss-calc help check",
  "help-schema": "loss-calc schema --help",
  nothing: "loss-calc",
  "wrong-several": "loss-calc --killed 13.800 --ratio tree --force",
  "wrong-range": "loss-calc --killed 13800-6000 --ratio 3",
  "wrong-character": "loss-calc --killed 7ООО --ratio 3",
  "wrong-category": `loss-calc --killed "28,000 casualties"`,
  "wrong-lines": `printf 'Ukraine=13.800\\n\\n# x\\nUS=several\\n' | loss-calc --killed -`,
  "wrong-name": `loss-calc --killed $'\\e[31mUkraine=7' --ratio 3`,
  "wrong-together": "loss-calc --killed 7000 --casualties 28000 --ratio 3 --wounded 2x",
  "wrong-json": "loss-calc --killed 30% --json",
  // In a folder of its own, so that a fault costs nothing.
  "no-file-to-replace": `cd "$(mktemp -d)" && touch old.txt && loss-calc --killed 7000 --ratio 3 -o old.txt`,
};

test.concurrent.for(Object.entries(COMMANDS))("%s", async ([name, command], { expect }) => {
  const { stdout, stderr, status } = await shell(command);
  const text = [`$ ${command}`, stdout, ...(stderr ? ["[standard error]", stderr] : []), `[exit ${status}]`, ""];
  await expect(text.join("\n")).toMatchFileSnapshot(`${name}.txt`);
});
