import { test } from "vitest";
import { shell } from "../shell.ts";

/** Prints JSON with one line for each key. */
const BY_KEY = `node -p 'Object.entries(JSON.parse(fs.readFileSync(0))).map(([key, value]) => key + " " + JSON.stringify(value)).join("\\n")'`;

/** Prints the JSON of check with one line for each scenario, without its estimate, which has the form of any other. */
const BY_SCENARIO = `node -p 'const { scenarios, ...all } = JSON.parse(fs.readFileSync(0)); [all, ...scenarios.map(({ estimate, ...scenario }) => scenario)].map((value) => JSON.stringify(value)).join("\\n")'`;

/** Whole commands as they are typed. The output of each is in the file with its name. */
const COMMANDS: Record<string, string> = {
  "full-explained": `loss-calc --killed 6000-13800 --wounded 2x-3x --captured 389 --returned 30% --force "at the border=150,000" --force "whole army=280000-360000" --side Russia --as-of 2022-03-16 --explain`,
  "full-json": `loss-calc --killed 6000-13800 --wounded 2x-3x --captured 389 --returned 30% --force "at the border=150,000" --force "whole army=280000-360000" --side Russia --as-of 2022-03-16 --json | ${BY_KEY}`,
  "full-csv": `loss-calc --killed 6000-13800 --wounded 2x-3x --captured 389 --returned 30% --force "at the border=150,000" --force "whole army=280000-360000" --side Russia --as-of 2022-03-16 --format csv`,
  casualties: "loss-calc --casualties 28000 --ratio 3 --force 150000",
  "casualties-alone": `loss-calc --casualties "AP=at least 28,000" --force 150000`,
  pair: "loss-calc --killed 275000-325000 --casualties 1200000",
  "pair-explained": "loss-calc --killed 100000-140000 --casualties 500000-600000 --explain",
  died: "loss-calc --casualties 10000 --died 16%-17%",
  "died-as-ratio": `loss-calc --casualties 10000 --ratio "1 in 5 die"`,
  backwards: "loss-calc --wounded 2000 --ratio 3 --explain",
  deserted: "loss-calc --deserted 1700 --force 5800",
  "force-from-share": "loss-calc --casualties 250000 --share 38% --explain",
  "share-of-force": "loss-calc --casualties 35% --force 766700 --explain",
  "returned-of-all": "loss-calc --killed 909665 --casualties 4010160 --returned 50%",
  per: `loss-calc --casualties 125800 --start 2024-09-01 --end 2024-11-30 --per "2,356 km2"`,
  rate: `loss-calc --casualties "7.45 per 1,000 per day" --force 680000 --days 90 --explain`,
  until: "loss-calc --casualties 4000 --days 90 --force 11000 --until 100% --explain",
  "until-amount": `loss-calc --casualties 36600 --start 2025-04-01 --end 2025-04-30 --per "176 km2" --until "486,000 km2"`,
  pace: `loss-calc --casualties 3800 --pace "92 a day" --force 12000 --until 100% --as-of 2025-01-16`,
  recruits: `loss-calc --casualties 1523/day --recruits "1000-1100 a day" --explain`,
  "recruits-csv": `loss-calc --casualties 38904 --recruits 32000 --days 31 --force 500000 --format csv`,
  "daily-csv": `loss-calc --killed "a=100.5 a day" --killed "b=120 a day" --ratio 3 --format csv`,
  "one-day": `loss-calc --killed 100 --days 1 --force 1000`,
  change: `loss-calc --casualties "UK@2025-03-20=900,000" --casualties "UK@2025-06-12=1,000,000" --combine change --explain`,
  disagree: "loss-calc --killed 13800 --ratio 3 --casualties 50000 --explain",
  borrowed: `loss-calc --killed 66000-88000 --ratio "189,500-223,000 casualties : 43,000 killed" --force "sent=450000" --explain`,
  part: `loss-calc --killed 10576 --of "fighters=20%" --explain`,
  "claim-of-casualties": `loss-calc --casualties 28000 --died 25% --claim "about 50,000"`,
  "claim-of-ranges": `loss-calc --casualties 20000-60000 --died 20%-25% --force 150000-190000 --claim "a third" --claim "50,000 out of action"`,
  "two-lists": `loss-calc --list "BBC@2025-01=1500" --list "UALosses=at least 1,200" --both 850-900 --ratio 3 --force 100000 --explain`,
  without: `loss-calc --killed "Ukraine=13,800" --killed "US and Europe=up to 6,000" --kind Ukraine=claim --without claim --ratio 3`,
  coverage: `loss-calc --killed ">=106745" --coverage 45%-65%`,
  overlap: `loss-calc --killed "a=up to 6,000" --killed "b=at least 3,000" --combine overlap`,
  sum: `loss-calc --killed "army=13,800" --killed "mercenaries=up to 6,000" --combine sum --wounded 60000 --force 150000`,
  prefer: `loss-calc --killed "Ukraine@2022-03-16=13,800" --killed "US@2022-01=up to 6,000" --combine prefer=us --ratio 3`,
  best: "loss-calc --killed 6000/8000/13800 --ratio 3/4/5 --force 150000 --explain",
  approximate: `loss-calc --killed "about 7,000" --ratio 2.5-3.5 --force "some 150,000"`,
  vague: "loss-calc --killed dozens --wounded 3 --captured 2x --force 100",
  markdown: `loss-calc --killed "a|b=13,800" --killed "*US* <b> = up to 6,000" --ratio 3 --force 150000 --format markdown --explain`,
  wikitext: `loss-calc --killed "a|b=13,800" --killed "[[US]] <b> = up to 6,000" --ratio 3 --force 150000 --format wikitext --explain`,
  "compare-wikitext": "loss-calc compare fixtures/scenarios/russia-2023-02-leak.json us-korea --format wikitext",
  "total-wikitext": `loss-calc total --killed "army/Ukraine@2022-03-16=13,800" --killed "militia=up to 6,000" --ratio 3 --format wikitext`,
  "ratios-wikitext": "loss-calc ratios korea --format wikitext",
  "batch-wikitext": "loss-calc batch fixtures/rows/general-staff.csv --ratio 3 --to wikitext",
  quote: "loss-calc fixtures/scenarios/russia-2022-03-16.json --quote",
  "quote-max": "loss-calc fixtures/scenarios/russia-2022-03-16.json --quote --max 240",
  ndjson: `loss-calc --killed 9007199254740991 --ratio 3.3 --format ndjson`,
  value: `echo "$(loss-calc --killed 6000-13800 --ratio 3 --value outOfAction.high) out of action"`,
  "killed-alone": "loss-calc --killed 7000 --force 150000",
  scenario: "loss-calc estimate --scenario fixtures/scenarios/israel-1973.json --ratio 4",
  "scenario-confirmed": `printf '{"killed":{"source":"Mediazona","kind":"confirmed","figure":25000},"ratio":3}' | loss-calc --scenario -`,
  "scenario-number": "loss-calc --scenario test/golden/broken/mistakes.json",
  save: `loss-calc --killed "Ukraine@2022-03-16=13,800" --killed "US and Europe=up to 6,000" --ratio 3 --force 150000 --save -`,
  "check-broken": "loss-calc check test/golden/broken",
  "check-junit": "loss-calc check test/golden/broken --reporter junit",
  "check-github": "loss-calc check test/golden/broken --reporter github",
  "check-markdown": "loss-calc check test/golden/broken --reporter markdown",
  "check-plain": "loss-calc check test/golden/broken fixtures/scenarios/israel-1973.json --reporter plain",
  "check-skipped": "loss-calc check fixtures/ratios",
  "check-json": `loss-calc check test/golden/broken --reporter json | ${BY_SCENARIO}`,
  named: "loss-calc --killed 6000-13800 --wounded us-korea --force 150000",
  "named-own":
    "loss-calc --killed 7000 --ratio house-rule --ratios fixtures/ratios/our-ratios.json --force 150000 --explain",
  "named-csv": "loss-calc --killed 6000 --wounded us-iraq --captured us-korea --format csv",
  "help-schema": "loss-calc schema --help",
  past: "loss-calc past --share 16%-36.8% --force 150000 --days 21 --explain",
  "past-rate": `loss-calc past --casualties "at least 7.45 per 1,000 per day" --min-force 100000 --min-days 7 --format markdown`,
  "past-json": `loss-calc past --killed "up to 6,000" --ratio 3 --force 150000 --days 400 --json | ${BY_KEY}`,
  "past-csv": "loss-calc past --share 16%-36.8% --force 150000 --days 21 --format csv",
  "past-few": "loss-calc past --share 20% --force 5800 --days 30",
  nothing: "loss-calc",
  "wrong-several": "loss-calc --killed 13.800 --ratio tree --force",
  "wrong-lines": `printf 'Ukraine=13.800\\n\\n# x\\nUS=several\\n' | loss-calc --killed -`,
  "wrong-name": `loss-calc --killed $'\\e[31mUkraine=7' --ratio 3`,
  "wrong-json": "loss-calc --killed 30% --json",
};

test.concurrent.for(Object.entries(COMMANDS))("the command prints what is in %s.txt", async ([name, command], { expect }) => {
  const { stdout, stderr, status } = await shell(command);
  const text = [`$ ${command}`, stdout, ...(stderr ? ["[standard error]", stderr] : []), `[exit ${status}]`, ""];
  await expect(text.join("\n")).toMatchFileSnapshot(`${name}.txt`);
});
