import { expect, test } from "vitest";
import { estimateSchema } from "../../src/input/estimate-schema.ts";
import { run } from "../cli/run.ts";
import { CAVEAT_SAMPLES } from "../render/samples.ts";

test.each([
  ["--killed", "7000"],
  [
    "--killed",
    "a@2022=6/8/14k",
    "--killed",
    "up to 6,000",
    "--ratio",
    "2/3/4",
    "--force",
    "150000",
    "--side",
    "Russia",
    "--as-of",
    "2022-03",
  ],
  [
    "--killed",
    "a=7000",
    "--killed",
    "b=9",
    "--combine",
    "prefer=a",
    "--wounded",
    "AP@2022=2x",
    "--captured",
    "dozens",
    "--missing",
    "1-5",
    "--deserted",
    "0.5x",
    "--returned",
    "30%",
    "--force",
    "a@2022=1m",
    "--force",
    "2k",
  ],
  ["--killed", "U=13800", "--killed", "US=up to 6000", "--kind", "U=claim", "--without", "claim", "--ratio", "3"],
  ["--casualties", "AP=28000", "--ratio", "2-4", "--force", "150000"],
  ["--killed", "a=7000+", "--coverage", "a=45-65%", "--wounded", "3"],
  ["--scenario", "fixtures/scenarios/russia-2023-06-confirmed.json", "--ratio", "3"],
  ["--scenario", "fixtures/scenarios/france-dien-bien-phu-1954.json"],
])("the JSON of command line %# fits the schema", async (...argv) => {
  const { stdout } = await run([...argv, "--json"]);
  expect(estimateSchema.safeParse(JSON.parse(stdout)).error).toBeUndefined();
  expect(JSON.parse((await run([...argv, "--format", "ndjson"])).stdout)).toEqual(JSON.parse(stdout));
});

test.each(Object.entries(CAVEAT_SAMPLES))("every %s fits the schema", (code, samples) => {
  const caveats = samples.map((args) => ({ code, args, message: "" }));
  expect(estimateSchema.shape.caveats.safeParse(caveats).error).toBeUndefined();
});

test("unknown results are absent, and an unknown field does not fit the schema", async () => {
  const record = JSON.parse((await run(["--killed", "7", "--json"])).stdout);
  expect(Object.keys(record)).not.toContain("share");
  expect(estimateSchema.safeParse({ ...record, more: 1 }).success).toBe(false);
});
