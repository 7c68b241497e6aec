import { describe, expect, test } from "vitest";
import { InputError, type ProblemArgs } from "../../src/core/errors.ts";
import { relativeLosses } from "../../src/core/relative.ts";
import { compact, measured, percent } from "../../src/notation/print.ts";
import { scenarioFor, short } from "../scenario.ts";

describe("losses relative to the force", () => {
  test.each<[options: string[], share: string, perThousandPerDay: string, force: string, days: string]>([
    [["--share 20%"], "20.0%", "", "", ""],
    [["--share 16%-36.8%", "--days 21"], "16.0%–36.8%", "7.62–17.5", "", "21"],
    [["--share 16%-36.8%", "--force 150000", "--days 21"], "16.0%–36.8%", "7.62–17.5", "150,000", "21"],
    [["--casualties 24000-55200", "--force 150000", "--days 21"], "16.0%–36.8%", "7.62–17.5", "150,000", "21"],
    [["--casualties 20%", "--days 10"], "20.0%", "20", "", "10"],
    [["--casualties 7.45 per 1,000 per day"], "", "7.45", "", ""],
    [["--casualties 7.45 per 1,000 per day", "--days 10"], "7.5%", "7.45", "", "10"],
    [["--casualties 500 a day", "--force 150000"], "", "3.33", "150,000", ""],
    [["--casualties 500 a day", "--force 150000", "--days 30"], "10.0%", "3.33", "150,000", "30"],
    [["--killed 6000-13800", "--ratio 3", "--force 150000"], "16.0%–36.8%", "", "150,000", ""],
    [["--killed 5% of the force", "--ratio 3"], "20.0%", "", "", ""],
    [["--killed 5% of the force", "--wounded 3x"], "20.0%", "", "", ""],
    [["--casualties 30000", "--share 20%", "--days 3"], "20.0%", "66.7", "150,000", "3"],
    [["--list 1500", "--list 1200", "--both 900", "--ratio 3", "--force 100000"], "8.0%", "", "100,000", ""],
    [["--casualties 10000", "--force 10000"], "100.0%", "", "10,000", ""],
    [["--casualties 0", "--force 10000"], "0.0%", "", "10,000", ""],
    [["--share at least 20%", "--force about 150000"], "20.0%+", "", "~150,000", ""],
  ])("%o", (options, share, perThousandPerDay, force, days) => {
    const losses = relativeLosses(scenarioFor(...options));
    const printed = [short(losses.share, percent), short(losses.perThousandPerDay, measured)];
    expect([...printed, short(losses.force), losses.days ? compact(losses.days, measured) : ""]).toEqual([
      ...[share, perThousandPerDay, force, days],
    ]);
    expect(losses.estimate !== undefined).toBe(force !== "");
  });

  test.each<[string[], ProblemArgs["E-BATTLES"]["because"]]>([
    [[], "nothing"],
    [["--force 150000", "--days 21", "--ratio 3"], "nothing"],
    [["--casualties 28000"], "no force"],
    [["--casualties 28000", "--days 21"], "no force"],
    [["--casualties 500 a day"], "no force"],
    [["--killed 7000", "--force 150000"], "killed alone"],
    [["--share a=20%", "--force a=100", "--force b=200"], "several forces"],
    [
      ["--killed A@2022-01-01=500", "--killed A@2022-02-01=400", "--combine change", "--ratio 3", "--force 10000"],
      "below zero",
    ],
    [["--casualties 10001", "--force 10000"], "above the force"],
  ])("%o is refused: %s", (options, because) => {
    const scenario = scenarioFor(...options);
    expect(() => relativeLosses(scenario)).toThrow(InputError);
    try {
      relativeLosses(scenario);
    } catch (error) {
      expect((error as InputError).problems).toEqual([{ code: "E-BATTLES", args: { because } }]);
    }
  });

  test("what an estimate refuses is refused", () => {
    expect(() => relativeLosses(scenarioFor("--share 20%", "--casualties 30%"))).toThrow("E-FORMS-DIFFER");
    expect(() => relativeLosses(scenarioFor("--share 20%", "--end 2022-03-01"))).toThrow("E-NEEDS");
  });
});
