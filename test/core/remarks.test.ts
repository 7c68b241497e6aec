import { expect, test } from "vitest";
import { collect } from "../../src/core/errors.ts";
import { estimateFor } from "../scenario.ts";
import { expectWorkingHolds } from "./formula.ts";
import { refusalsOf, summaryOf } from "./summary.ts";

/** Open ends, vague words and footnotes of every input, and inputs that state one thing twice. */
const CASES: string[][] = [
  // Open ends of each input, and the first result that they move.
  ["--casualties 100", "--died at least 20%"],
  ["--casualties 100", "--died up to 20%", "--force 9000"],
  ["--killed 100", "--ratio at least 3", "--force 9000"],
  ["--killed 100", "--ratio up to 3"],
  ["--killed 100", "--ratio 3", "--returned up to 30%", "--force 9000"],
  ["--killed 100", "--ratio 3", "--returned at least 30%"],
  ["--share at least 20%", "--force 9000"],
  ["--casualties 100", "--share up to 20%"],
  ["--casualties 100", "--days at least 9"],
  ["--casualties 100", "--days up to 9", "--per at least 7 km2"],
  ["--casualties 100", "--days 9", "--per up to 7 km2", "--until at least 70 km2"],
  ["--casualties 100", "--days 90", "--until up to 7000"],
  ["--casualties 100", "--days 90", "--until at least 50%", "--force 9000"],
  ["--casualties 100", "--pace at least 9 a day", "--until 7000"],
  ["--casualties 100", "--pace up to 9 a day", "--until 7000", "--as-of 2025-01-16"],
  ["--casualties 100 a day", "--until at least 7000"],
  ["--casualties 100 a day", "--until up to 50%", "--force 9000"],
  ["--casualties 100 a day", "--recruits at least 20 a day"],
  ["--casualties 100", "--recruits up to 20", "--days 9", "--force 9000"],
  ["--casualties 100", "--recruits at least 20", "--recruits 3 a day", "--days 9"],
  ["--killed at least 7", "--wounded at least 20", "--captured up to 9"],
  ["--killed up to 7", "--casualties at least 90"],
  ["--killed a=at least 7", "--killed b=9", "--wounded 20"],
  ["--killed a=7+", "--killed b=9+", "--combine overlap", "--wounded 20"],
  ["--killed A@2025-01-01=at least 7", "--killed A@2025-02-01=9", "--combine change"],
  ["--killed A@2025-01-01=7", "--killed A@2025-02-01=9+", "--combine change"],
  ["--killed at least 7", "--coverage up to 50%"],
  ["--killed at least 700", "--of fighters=at least 20%"],
  ["--killed 700", "--wounded us-korea", "--force 9000-9500+"],
  ["--killed 7", "--force a=at least 90", "--force b=up to 900"],
  // Each source's own figures, next to those that it does not report or reports twice.
  ["--killed a=10", "--killed b=20", "--wounded a=30", "--wounded b=70", "--missing b=9"],
  ["--killed a=10", "--killed b=20", "--wounded a@2022-01-01=30", "--wounded a@2022-01-09=35", "--wounded 90"],
  // Vague words and footnotes.
  ["--killed dozens", "--wounded scores"],
  ["--killed 7000 [1]", "--ratio 3 [2]", "--force 150,000 [b]"],
  ["--casualties 7000", "--died 20% [1]", "--days 9 [2]"],
  ["--casualties 7000", "--days 9", "--per 7 km2 [2]", "--recruits dozens a day"],
  ["--casualties 7000 [a]", "--share 20% [1]"],
  ["--killed Ukraine=dozens", "--ratio 3"],
  ["--killed 7 confirmed dead", "--wounded 9"],
  // Two statements of one thing.
  ["--killed a@2022-01-01=100", "--casualties b@2022-03-01=500"],
  ["--killed a@2022-01-01=100", "--casualties a@2022-03-01=500"],
  ["--killed a@2022-01-01=100", "--casualties a@2022-01-31=500"],
  ["--killed a@2022-01-01=100", "--casualties b@2022-01-02=500"],
  ["--killed a=100", "--casualties 500"],
  ["--killed 100", "--casualties b=500"],
  ["--killed 100", "--casualties 500"],
  ["--killed 100-200", "--casualties 150-500"],
  ["--killed 100-200", "--casualties 200-500"],
  ["--killed 300", "--wounded 400", "--casualties a=at least 500", "--casualties b=at least 600"],
  ["--killed 300", "--wounded 400", "--casualties a=at least 700"],
  ["--killed 5 a day", "--wounded 9 a day", "--casualties at least 10 a day"],
  ["--killed 50", "--wounded 9 a day", "--days 10-11", "--casualties at least 100"],
  ["--killed 5 a day", "--wounded 90-99", "--days 10", "--casualties at least 10 a day"],
  ["--killed 5 a day", "--wounded up to 90", "--days 10", "--casualties at least 10 a day"],
  ["--killed 5 a day", "--wounded 90", "--casualties at least 10 a day"],
  ["--killed 13800", "--ratio 3-4", "--casualties 50000"],
  ["--killed 13800", "--ratio 2", "--casualties 50000-51000"],
  ["--killed 100", "--casualties 500", "--died 20%-25%", "--force 900", "--share 50%"],
  ["--casualties 0", "--days 9"],
  ["--killed 0", "--wounded 100"],
  ["--killed 10", "--wounded 20"],
  ["--killed 10", "--wounded 21"],
  ["--killed 1000", "--wounded 21"],
  ["--casualties 35,000 a month", "--days 13"],
  ["--casualties 35,000 a month", "--days 14"],
  ["--casualties 35,000 a year", "--days 2 months"],
  ["--killed 100", "--recruits 35,000 a month", "--days 30", "--pace 3 a week", "--until 900"],
  ["--killed A@2025-01-01=70", "--killed A@2025-02-01=60", "--combine change", "--wounded 9"],
  ["--killed A@2025-02-01=60", "--killed A@2025-01-01=40", "--killed A@2025-03-01=90", "--combine change"],
  ["--wounded A@2025-01-01=70", "--wounded A@2025-02-01=90", "--combine change", "--killed 10", "--force 9000"],
  ["--killed 100", "--ratio 3", "--returned 30%"],
  ["--casualties 4000", "--days 90", "--until 4000"],
  ["--casualties 3000-4000", "--days 90", "--until 3500", "--as-of 2025-01-16"],
  ["--casualties 100-200 a day", "--recruits 100-150 a day", "--until 3500"],
  ["--killed 10", "--wounded 2x", "--until 100", "--days 10", "--recruits 5 a day", "--end 2025-03-31"],
  ["--killed a=10", "--killed b=20", "--wounded 30", "--force 900"],
  ["--killed a=10", "--killed b=20", "--combine prefer=a", "--wounded 2x", "--force x=900", "--force y=800-900"],
  ["--killed a=10", "--killed b=20", "--combine sum", "--casualties 300"],
  ["--killed a=10", "--casualties x=300", "--casualties y=400", "--combine sum"],
  ["--casualties a=300", "--wounded 90", "--ratio 3"],
  ["--share a=20%", "--force a=900", "--force b=700", "--casualties 150", "--ratio 3"],
  ["--share 20%", "--casualties 300", "--wounded 100", "--captured 5"],
  ["--wounded 100", "--captured 50", "--force 900"],
  ["--wounded 100", "--ratio 3", "--captured 50", "--missing 20", "--deserted 9"],
  ["--killed 100", "--wounded us-korea", "--captured 50"],
  ["--killed 100", "--ratio us-korea", "--force 9000"],
  ["--killed 100", "--ratio history"],
  ["--killed 1000/1100/1300", "--casualties 4000/5000/6000", "--force 9000/9500/9900", "--days 9"],
  ["--casualties 5000/6000/7000", "--ratio 3"],
  ["--casualties 900719925474099", "--ratio 2.3", "--force 9007199254740991"],
];

test("the formulas, sources and caveats are those in remarks.txt", async () => {
  const lines = CASES.flatMap((options) => collect([], () => summaryOf(options)) ?? refusalsOf(options));
  await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot("remarks.txt");
});

test.each(CASES)("each step of the working is what its formula gives: %s %s", (...options) => {
  const estimate = collect([], () => estimateFor(...options));
  if (estimate) expectWorkingHolds(estimate);
});
