import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { shell } from "./shell.ts";

const BASE = "loss-calc --killed 7000 --ratio 3 --force 150000";

/** What only a real process shows: closed pipes, full disks, signals, odd descriptors. */
test.concurrent.each([
  ["a pipe that its reader closes", `${BASE} --json | head -1; echo "\${PIPESTATUS[0]}"`, "{\n0\n", ""],
  ["a reader that was never there", `${BASE} --explain | true; echo "\${PIPESTATUS[0]}"`, "0\n", ""],
  ["a standard output that is closed", `${BASE} >&-; echo $?`, "0\n", ""],
  ["a standard input that is closed", `${BASE} --value share <&-`, "0.186667\n", ""],
  ["a standard error that is closed", `loss-calc --killed x 2>&-; echo $?`, "2\n", ""],
  [
    "no environment at all",
    `env -i "$(command -v node)" "$PROGRAM" --killed 7000 --ratio 3 --value outOfAction`,
    "28000\n",
    "",
  ],
  [
    "another locale and time zone",
    `env LC_ALL=de_DE.UTF-8 TZ=Asia/Tokyo COLUMNS=20 node "$PROGRAM" --killed 7000 --ratio 3 --value outOfAction`,
    "28000\n",
    "",
  ],
])("%s", async (_, command, stdout, stderr) => {
  expect(await shell(command)).toMatchObject({ stdout, stderr, status: 0 });
});

test.runIf(existsSync("/dev/full"))("a full disk behind standard output", async () => {
  const { stderr, status } = await shell(`${BASE} > /dev/full`);
  expect([status, stderr]).toEqual([
    4,
    "error E-OUTPUT-FAILED: standard output could not be written: ENOSPC: no space left on device\n",
  ]);
});

test("an input without end is refused, not read on", async () => {
  const { stderr, status } = await shell("yes 1 | loss-calc --killed -");
  expect([status, stderr]).toEqual([3, expect.stringContaining("E-INPUT-TOO-LARGE")]);
});

test("a large result arrives whole through a pipe", async () => {
  const { stdout, status } = await shell(
    `seq 1 2000 | loss-calc --killed - --ratio 3 --force 5 --json | { sleep 0.3; cat; }`,
  );
  expect(status).toBe(0);
  expect(JSON.parse(stdout).sources).toHaveLength(2000);
  expect(stdout.length).toBeGreaterThan(1_000_000);
});

test("an interrupt while it waits ends it at once, without a trace", async () => {
  const command = `set -m; { sleep 5 | loss-calc --killed -; } & sleep 0.4; kill -INT -- -$!; wait $!; echo $?`;
  const start = performance.now();
  expect(await shell(command)).toMatchObject({ stdout: "130\n" });
  expect(performance.now() - start).toBeLessThan(3000);
});

test("no socket is opened", async () => {
  const { stdout, stderr, status } = await shell(
    `node --require ./test/no-network.cjs "$PROGRAM" --killed 7 --ratio 3`,
  );
  expect([status, stderr, stdout]).toEqual([0, "", expect.stringContaining("28")]);
});

describe("batch", () => {
  const folder = mkdtempSync(join(tmpdir(), "loss-calc-streams-"));
  const big = join(folder, "big.csv");
  const rows = Array.from(
    { length: 200_000 },
    (_, row) => `"row, ${row}",${row},${row * 2},${(row % 40) / 10},150000\n`,
  );
  beforeAll(() => writeFileSync(big, `name,killed_low,killed_high,ratio,force\n${rows.join("")}`));
  afterAll(() => rmSync(folder, { recursive: true }));

  test("a reader that has seen enough ends an input without end", async () => {
    const command = `{ echo killed; yes 7; } | loss-calc batch --ratio 3 | head -2; echo "\${PIPESTATUS[1]}"`;
    const { stdout, stderr } = await shell(command);
    expect([stdout.split("\n").slice(1), stderr]).toEqual([["7,7,7,28,28,,", "0", ""], ""]);
  });

  test("a named pipe is read", async () => {
    const command = `mkfifo ${folder}/pipe; printf 'killed\\n7\\n' > ${folder}/pipe & loss-calc batch ${folder}/pipe --ratio 3 --no-header; rm ${folder}/pipe`;
    expect(await shell(command)).toMatchObject({ stdout: "7,7,7,28,28,,\n", stderr: "" });
  });

  test.runIf(existsSync("/dev/full"))("a full disk", async () => {
    const { stderr, status } = await shell(`loss-calc batch ${big} > /dev/full`);
    expect([status, stderr]).toEqual([4, expect.stringContaining("E-OUTPUT-FAILED: standard output")]);
  });

  test("an interrupt leaves no file behind", async () => {
    const command = `set -m; { { cat ${big}; sleep 5; } | loss-calc batch -o ${folder}/out.csv --rejects ${folder}/rejects.csv; } &
      for i in $(seq 50); do ls -A ${folder} | grep -q out.csv && break; sleep 0.1; done; sleep 0.3; kill -INT -- -$!; wait $!; echo $?; ls -A ${folder}`;
    expect(await shell(command)).toMatchObject({ stdout: "130\nbig.csv\n" });
  });

  test("one process, a pipe, and parts give the same", async () => {
    const command = `loss-calc batch ${big} | cksum; cat ${big} | loss-calc batch | cksum
      { loss-calc batch --header-only ${big}; { head -1 ${big}; sed -n 2,90001p ${big}; } | loss-calc batch --no-header
        { head -1 ${big}; sed -n '90002,$p' ${big}; } | loss-calc batch --no-header; } | cksum`;
    const { stdout } = await shell(command);
    expect(new Set(stdout.trim().split("\n")).size).toBe(1);
  });

  const parallel = spawnSync("parallel", ["--version"], { encoding: "utf8" }).stdout?.includes("GNU") ?? false;
  test.runIf(parallel)("GNU parallel gives what one process gives", async () => {
    const command = `loss-calc batch ${big} | cksum
      { loss-calc batch --header-only ${big}
        parallel --will-cite -j2 -k --pipepart --header : --block 2M -a ${big} node "$PROGRAM" batch --no-header; } | cksum`;
    const { stdout, stderr } = await shell(command);
    expect([new Set(stdout.trim().split("\n")).size, stderr]).toEqual([1, ""]);
  });
});
