import { expect, test } from "vitest";
import { estimateFor, short } from "../scenario.ts";

const dayOf = (day: number | undefined) => (day === undefined ? "" : new Date(day * 864e5).toISOString().slice(0, 10));

function goal(...options: string[]): string {
  const { goal } = estimateFor(...options);
  const days = short(goal?.days, (end) => end.toFixed(2));
  return [days, goal?.outcome, dayOf(goal?.date?.from), dayOf(goal?.date?.to)].filter(Boolean).join(" ");
}

const ON = "--as-of 2025-01-16";

test.each([
  // A part of a day counts as a whole day, whichever number of days is nearer.
  [["--casualties 3800", "--pace 92 a day", "--force 12000", "--until 100%", ON], "89.13 2025-04-16 2025-04-16"],
  [["--casualties 3800", "--pace 92 a day", "--until 12060", ON], "89.78 2025-04-16 2025-04-16"],
  [["--casualties 3600", "--pace 100 a day", "--until 12600", ON], "90.00 2025-04-16 2025-04-16"],
  [["--casualties 3600", "--pace 90-100 a day", "--until 12600", ON], "90.00–100.00 2025-04-16 2025-04-26"],
  [["--casualties 3600", "--pace up to 100 a day", "--until 12600", ON], "90.00+"],
  [["--casualties 3600", "--pace at least 100 a day", "--until 12600", ON], "≤90.00 2025-04-16"],
  [["--casualties 3600", "--pace 100 a day", "--until 12600"], "90.00"],
  // A month or a year may mean any of its days.
  [["--casualties 3600", "--pace 100 a day", "--until 12600", "--as-of 2025-01"], "90.00 2025-04-01 2025-05-01"],
  [["--casualties 3600", "--days 36", "--until 12600", "--as-of 2025"], "90.00 2025-04-01 2026-03-31"],
  [["--casualties 4000", "--days 90", "--until 4000"], "0.00 reached"],
  [["--casualties at least 4000", "--days 90", "--until 4000", ON], "0.00 reached"],
  // Recruits make up for the losses, or may do so.
  [["--casualties 3000", "--days 90", "--until 3500", "--recruits 50 a day"], "never"],
  [["--casualties 3000", "--days 90", "--until 3500", "--recruits 20-50 a day", ON], "172.50+ may never"],
  // Recruits that may be fewer than stated, or losses that may be more, may not make up for it.
  [["--casualties 3000", "--days 90", "--until 3500", "--recruits up to 50 a day"], "15.00+ may never"],
  [["--casualties 3000", "--days 90", "--until 3500", "--recruits 50+ a day"], "never"],
  [["--casualties at least 3000", "--days 90", "--until 3500", "--recruits 50 a day"], "may never"],
  [["--casualties up to 3000", "--days 90", "--until 3500", "--recruits 50 a day"], "never"],
  // The target has been passed at one end, and is never reached at the other; or has been passed at both.
  [
    ["--casualties 7000-9000", "--days 90", "--until 3500", "--recruits 50 a day", "--pace 20 a day"],
    "0.00+ may never",
  ],
  [["--casualties 9000", "--days 90", "--until 3500", "--recruits 50 a day", "--pace 20 a day"], "0.00 reached"],
  [["--casualties 8000", "--days 90", "--until 3500", "--recruits 50 a day", "--pace 20 a day"], "0.00 reached"],
  // A total that was revised downwards has no pace.
  [["--killed A@2025-01-01=70", "--killed A@2025-02-01=60", "--combine change", "--until 900"], ""],
  // The losses so far are those of the latest total, with the other losses that follow from it.
  [
    ["--killed A@2025-01-01=70", "--killed A@2025-02-01=101", "--combine change", "--until 201"],
    "100.00 2025-05-12 2025-05-12",
  ],
  [
    ["--killed A@2025-01-01=70", "--killed A@2025-02-01=101", "--wounded 2x", "--combine change", "--until 603"],
    "100.00 2025-05-12 2025-05-12",
  ],
  [
    ["--killed A@2025-01-01=70", "--killed A@2025-02-01=101", "--wounded 31", "--combine change", "--until 162"],
    "50.00 2025-03-23 2025-03-23",
  ],
])("the target of %j is reached in: %s", (options, expected) => expect(goal(...options)).toBe(expected));
