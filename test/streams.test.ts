import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inWholeLines } from "./cli/run.ts";
import { shell } from "./shell.ts";

const BASE = "loss-calc --killed 7000 --ratio 3 --force 150000";

/** What only a real process shows: closed pipes, full disks, signals, unusual descriptors. */
test.concurrent.each([
  ["a pipe that its reader closes early", `${BASE} --json | head -1; echo "\${PIPESTATUS[0]}"`, "{\n0\n", ""],
  ["a pipe that nobody reads", `${BASE} --explain | true; echo "\${PIPESTATUS[0]}"`, "0\n", ""],
  [
    "a closed standard output, with a note",
    `${BASE} >&-; echo $?`,
    "0\n",
    "note: standard output is closed or discarded, and the result with it; -o FILE writes it to a file\n",
  ],
  ["a closed standard output, without a note for -q", `${BASE} -q >&-; echo $?`, "0\n", ""],
  ["a closed standard output, without a note for check", `loss-calc check fixtures/scenarios >&-; echo $?`, "0\n", ""],
  ["/dev/null as standard output, without a note", `${BASE} > /dev/null; echo $?`, "0\n", ""],
  ["closed standard streams, all three", `${BASE} <&- >&- 2>&-; echo $?`, "0\n", ""],
  ["a closed standard input", `${BASE} --value share <&-`, "0.186667\n", ""],
  ["a closed standard error", `loss-calc --killed x 2>&-; echo $?`, "2\n", ""],
  [
    "an empty environment",
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
])("the program copes with %s", async (_, command, stdout, stderr) => {
  expect(await shell(command)).toMatchObject({ stdout, stderr, status: 0 });
});

test.concurrent.each([
  ["a loop of symbolic links", 'd=$(mktemp -d); ln -s a.json "$d/a.json"; loss-calc "$d/a.json"; echo $?; rm -r "$d"'],
  ["a file name that is too long", `loss-calc "$(printf 'x%.0s' $(seq 300)).json"; echo $?`],
  ["a file used as a folder", "loss-calc package.json/x.json; echo $?"],
])("%s is reported as E-FILE-OPEN, and not as a bug", async (_, command) => {
  expect(await shell(command)).toMatchObject({ stdout: "4\n", stderr: expect.stringMatching(/^error E-FILE-OPEN/) });
});

test.concurrent.each([
  ["loss-calc --killed - < .", 3],
  ["loss-calc --scenario - < .", 3],
  ["loss-calc --killed 7 --ratio x --ratios - < .", 3],
  ["loss-calc check - --plain < . 2>&1 | cut -f 5 >&2; exit $PIPESTATUS", 3],
  ["loss-calc batch < .", 3],
])("a folder as standard input is reported as one: %s", async (command, status) => {
  const message = "standard input could not be read: it is a folder";
  const { stderr, status: actual } = await shell(command);
  expect([actual, inWholeLines(stderr)]).toEqual([status, expect.stringContaining(message)]);
});

test.each([["a\nb"], ["\u009b2J \u202e"], ["it's\\ \t"], ["##[group]"], ['$HOME `id` "!"'], ["-"]])(
  "the command that check prints reproduces the failure of a file called %j",
  async (name) => {
    const folder = mkdtempSync(join(tmpdir(), "loss-calc-names-"));
    writeFileSync(join(folder, `${name}.json`), '{"killed":7,"expect":{"killed":8}}');
    const { stdout } = await shell("loss-calc check .", folder);
    const [, command] = /^ {7}see {3}(.*)$/m.exec(stdout) ?? [];
    expect((await shell(command!, folder)).stdout).toMatch(/^killed +7$/m);
    rmSync(folder, { recursive: true });
  },
);

describe("an input file is never written, under any of its names", () => {
  const table = "printf 'killed\\n7\\n' > in";
  const scenario = `echo '{"killed":7}' > in`;

  test.concurrent.each([
    [table, "loss-calc batch < in -o in --overwrite"],
    [table, "loss-calc batch - < in --rejects in --overwrite"],
    [table, "loss-calc batch < in >> in"],
    [table, "loss-calc batch in >> in"],
    [table, "ln in hard; loss-calc batch < hard >> in"],
    [table, "loss-calc batch in --rejects - -o out >> in"],
    ["echo 7 > in", "loss-calc --killed - < in -o in --overwrite"],
    ["echo 7 > in", "loss-calc --killed - < in --save in --overwrite"],
    [scenario, "loss-calc --scenario - < in -o in --overwrite"],
    [scenario, "loss-calc --scenario in >> in"],
    [scenario, "loss-calc --scenario in --save - >> in"],
    [scenario, "loss-calc check - < in -o in --overwrite"],
    [scenario, "loss-calc check in >> in"],
    [scenario, "ln in in.json; loss-calc check . >> in"],
    ["cp $OLDPWD/fixtures/ratios/our-ratios.json in", "loss-calc ratios --ratios in >> in"],
    ["cp $OLDPWD/fixtures/ratios/our-ratios.json in", "loss-calc --killed 7 --ratio house-rule --ratios in >> in"],
  ])("%s; %s", async (prepare, command) => {
    const { stdout, stderr } = await shell(
      `cd "$(mktemp -d)"; ${prepare}; before=$(cksum < in); ${command}; echo $?; [ "$before" = "$(cksum < in)" ]; echo $?; rm -r "$PWD"`,
    );
    expect([stdout, stderr]).toEqual(["2\n0\n", expect.stringMatching(/E-OPTIONS-CLASH: .* are the same file/)]);
  });

  test("check does not count its own report in the folder that it checks", async () => {
    const command = `cd "$(mktemp -d)"; echo '{"killed":7}' > a.json; loss-calc check . > report.json; cat report.json; rm -r "$PWD"`;
    expect((await shell(command)).stdout).toContain("1 scenario: 1 ok");
  });
});

test
  .runIf(existsSync("/dev/full"))
  .each([
    [BASE],
    ["loss-calc --help"],
    ["loss-calc --version"],
    ["loss-calc explain E-DOT"],
    ["loss-calc completion bash"],
  ])("a full disk is reported: %s", async (command) => {
  const { stderr, status } = await shell(`${command} > /dev/full`);
  expect([status, inWholeLines(stderr)]).toEqual([
    4,
    "error E-OUTPUT-FAILED: standard output could not be written: no space left on device\n",
  ]);
});

test("endless input is refused as too large", async () => {
  const { stderr, status } = await shell("yes 1 | loss-calc --killed -");
  expect([status, stderr]).toEqual([3, expect.stringContaining("E-INPUT-TOO-LARGE")]);
});

test("a large result is complete at the end of a slow pipe", async () => {
  const { stdout, status } = await shell(
    `seq 1 2000 | loss-calc --killed - --ratio 3 --force 5 --json | { sleep 0.3; cat; }`,
  );
  expect(status).toBe(0);
  expect(JSON.parse(stdout).sources).toHaveLength(2000);
  expect(stdout.length).toBeGreaterThan(1_000_000);
});

test("an interrupt while input is awaited ends the program at once, with status 130", async () => {
  // Its input never ends, so the test would time out.
  const command = `set -m; { tail -f /dev/null | loss-calc --killed -; } & sleep 0.4; kill -INT -- -$!; wait $!; echo $?`;
  expect(await shell(command)).toMatchObject({ stdout: "130\n" });
});

test("batch writes each row of a slow pipe as it arrives", async () => {
  // The second row is not written before the first is read.
  const read = `mkfifo $folder/read; exec 3<> $folder/read; rm -r $folder
    (printf 'killed\\n7000\\n'; read -t 10 -u 3 _ || echo late >&2; printf '8000\\n') |
      loss-calc batch --ratio 3 | (read _; read row; echo "$row"; echo >&3; cat)`;
  expect(await shell(`folder=$(mktemp -d); ${read}`)).toMatchObject({
    stdout: "7000,7000,7000,28000,28000,,\n8000,8000,8000,32000,32000,,\n",
    stderr: "",
  });
});

test("a calculation does not use the network", async () => {
  const { stdout, stderr, status } = await shell(
    `node --require ./test/no-network.cjs "$PROGRAM" --killed 7 --ratio 3`,
  );
  expect([status, stderr, stdout]).toEqual([0, "", expect.stringContaining("28")]);
});

describe("batch", () => {
  const folder = mkdtempSync(join(tmpdir(), "loss-calc-streams-"));
  const big = join(folder, "big.csv");
  const rows = Array.from(
    { length: 100_000 },
    (_, row) => `"row, ${row}",${row},${row * 2},${(row % 40) / 10},150000\n`,
  );
  beforeAll(() => writeFileSync(big, `name,killed_low,killed_high,ratio,force\n${rows.join("")}`));
  afterAll(() => rmSync(folder, { recursive: true }));

  test("endless input ends when the reader of the output exits", async () => {
    const command = `{ echo killed; yes 7; } | loss-calc batch --ratio 3 | head -2; echo "\${PIPESTATUS[1]}"`;
    const { stdout, stderr } = await shell(command);
    expect([stdout.split("\n").slice(1), stderr]).toEqual([["7,7,7,28,28,,", "0", ""], ""]);
  });

  test("a named pipe is read", async () => {
    const command = `mkfifo ${folder}/pipe; printf 'killed\\n7\\n' > ${folder}/pipe & loss-calc batch ${folder}/pipe --ratio 3 --no-header; rm ${folder}/pipe`;
    expect(await shell(command)).toMatchObject({ stdout: "7,7,7,28,28,,\n", stderr: "" });
  });

  test.runIf(existsSync("/dev/full"))("a full disk is reported", async () => {
    const { stderr, status } = await shell(`loss-calc batch ${big} > /dev/full`);
    expect([status, stderr]).toEqual([4, expect.stringContaining("E-OUTPUT-FAILED: standard output")]);
  });

  const untilOpen = `for i in $(seq 100); do ls -A ${folder} | grep -q tmp && break; sleep 0.05; done; sleep 0.1`;
  const toFiles = `batch -o ${folder}/out.csv --rejects ${folder}/rejects.csv`;

  test("an interrupt leaves no output files behind", async () => {
    const command = `set -m; { { cat ${big}; sleep 5; } | loss-calc ${toFiles}; } & ${untilOpen}
      kill -INT -- -$!; wait $!; echo $?; ls -A ${folder}`;
    expect(await shell(command)).toMatchObject({ stdout: "130\nbig.csv\n" });
  });

  test.each([
    ["HUP", 129],
    ["QUIT", 131],
    ["TERM", 143],
  ])("SIG%s leaves no output files behind", async (signal, status) => {
    const command = `node "$PROGRAM" ${toFiles} < <({ cat ${big}; exec sleep 5; } 2> /dev/null) & ${untilOpen}
      kill -${signal} $!; wait $!; echo $?; ls -A ${folder}`;
    expect(await shell(command)).toMatchObject({ stdout: `${status}\nbig.csv\n` });
  });

  describe("rejected rows", () => {
    const table = join(folder, "t.csv");
    const withBadRow = (command: string) =>
      shell(`cd ${folder}; printf 'killed\\n7\\nx\\n' > t.csv; ${command}; echo $?; rm -f *.out t.csv`);

    test.each([
      ["standard output, if the rows go to a file", "loss-calc batch t.csv -q --rejects - -o a.out"],
      ["/dev/stdout, if it is a file", "loss-calc batch t.csv -q --rejects /dev/stdout -o a.out > b.out"],
      ["/dev/fd/1, if it is a pipe", "loss-calc batch t.csv -q --rejects /dev/fd/1 -o a.out | cat > b.out"],
    ])("go to %s", async (_, command) => {
      const { stdout } = await withBadRow(`${command}; cat b.out 2> /dev/null; cat a.out`);
      expect(stdout).toMatch(/^file,line,.*\nt\.csv,3,killed,E-NOT-A-NUMBER,.*,x\nkilled,est_.*\n7,7,.*\n/);
    });

    test.each([
      ["--rejects /dev/stdout > a.out"],
      ["--rejects /dev/stdout --overwrite > a.out"],
      ["--rejects a.out --overwrite > a.out"],
      ["--rejects - -o a.out --overwrite > a.out"],
      ["--rejects /proc/self/fd/1 | (cat; exit $PIPESTATUS)"],
    ])("%s is refused, since it would overwrite the rows or mix with them", async (options) => {
      const { stdout, stderr } = await withBadRow(`set -o pipefail; loss-calc batch t.csv ${options}`);
      expect([stdout, stderr]).toEqual(["2\n", expect.stringContaining("E-OPTIONS-CLASH")]);
    });

    test("on /dev/stderr do not overwrite the messages there", async () => {
      const { stdout } = await withBadRow(
        "loss-calc batch t.csv --rejects /dev/stderr 2> a.out > /dev/null; cat a.out",
      );
      expect(stdout).toMatch(/^file,line,.*\nt\.csv,3,.*\none of two rows was rejected\n/);
    });

    test("a table to which its own result is appended is refused", async () => {
      const { stdout, stderr } = await withBadRow(`loss-calc batch ${table} >> ${table}`);
      expect([stdout, stderr]).toEqual(["2\n", expect.stringContaining("E-OPTIONS-CLASH")]);
    });
  });

  test("a file, a pipe and separate parts give the same rows", async () => {
    const command = `loss-calc batch ${big} | cksum; cat ${big} | loss-calc batch | cksum
      { loss-calc batch --header-only ${big}; { head -1 ${big}; sed -n 2,40001p ${big}; } | loss-calc batch --no-header
        { head -1 ${big}; sed -n '40002,$p' ${big}; } | loss-calc batch --no-header; } | cksum`;
    const { stdout } = await shell(command);
    expect(new Set(stdout.trim().split("\n")).size).toBe(1);
  });

  const parallel = spawnSync("parallel", ["--version"], { encoding: "utf8" }).stdout?.includes("GNU") ?? false;
  test.runIf(parallel)("GNU parallel gives the same rows as one process", async () => {
    const command = `loss-calc batch ${big} | cksum
      { loss-calc batch --header-only ${big}
        parallel --will-cite -j2 -k --pipepart --header : --block 1M -a ${big} node "$PROGRAM" batch --no-header; } | cksum`;
    const { stdout, stderr } = await shell(command);
    expect([new Set(stdout.trim().split("\n")).size, stderr]).toEqual([1, ""]);
  });
});
