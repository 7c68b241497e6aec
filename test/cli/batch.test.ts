import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, test, vi } from "vitest";
import { cpuTime } from "../cpu.ts";
import { type Run, type RunOptions, run } from "./run.ts";

const folder = mkdtempSync(join(tmpdir(), "loss-calc-batch-"));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

/** Runs batch on standard input. */
function batch(stdin: RunOptions["stdin"], ...options: string[]): Promise<Run> {
  return run(["batch", ...options], { stdin: stdin! });
}

const FORCE = ["--ratio", "3", "--force", "150000"];
/** What --ratio 3 --force 150000 adds after a row. */
const HEAD =
  "est_killed_low,est_killed_high,est_out_of_action_low,est_out_of_action_high,est_share_low,est_share_high,est_open,est_caveats";
const SEVEN = "7000,7000,28000,28000,0.186667,0.186667,,";

const NO_FIGURE = "note: one of two rows has no figure, so it has no results\n";

/** The notes about numbers that were read as missing values. */
const codeNote = (code: number, ...where: string[]) =>
  where
    .map((cells) => `note: ${code} in ${cells} was read as empty: data sets often write it for “unknown”\n`)
    .join("");

/** A table, options, the rows after the header of the result, and the messages. */
const TABLES: [string, string, string[], string, string?][] = [
  ["digits", "killed\n7000\n", FORCE, `7000,${SEVEN}\n`],
  ["the notation of figures", 'killed\n"7,000"\n7k\n', FORCE, `"7,000",${SEVEN}\n7k,${SEVEN}\n`],
  ["an open end", "killed\nup to 7000\n", FORCE, `up to 7000,7000,7000,28000,28000,0.186667,0.186667,low,OPEN_LOW\n`],
  [
    "an empty figure",
    "a,killed\n1,\n",
    FORCE,
    "1,,,,,,,,,\n",
    "note: the only row has no figure, so it has no results\n",
  ],
  [
    "missing values, as other programs write them",
    "killed\nNA\nn/a\nNaN\nnull\n7000\n",
    ["--ratio", "3"],
    "NA,,,,,,\nn/a,,,,,,\nNaN,,,,,,\nnull,,,,,,\n7000,7000,7000,28000,28000,,\n",
    "note: four of five rows have no figure, so they have no results\n",
  ],
  ["CRLF", "killed\r\n7000\r\n", FORCE, `7000,${SEVEN}\r\n`],
  ["a missing last newline", "killed\n7000", FORCE, `7000,${SEVEN}\n`],
  ["a byte order mark before quoted names", '\ufeff"killed",a\n7000,1\n', FORCE, `7000,1,${SEVEN}\n`],
  ["line ends of two kinds, CRLF and LF", "killed\r\n7000\n7000\r\n", FORCE, `7000,${SEVEN}\n7000,${SEVEN}\r\n`],
  ["a last line end that lacks its LF", 'killed\r\n"7000"\r', FORCE, `"7000",${SEVEN}\r\n`],
  ["CR as the line end", "a,killed\r\r1,7000\r2,\r", FORCE, `1,7000,${SEVEN}\r2,,,,,,,,,\r`, NO_FIGURE],
  [
    "CR as the line end, with quotes and without a last one",
    '"a\rb",killed\r"x\ry",7000',
    FORCE,
    `"x\ry",7000,${SEVEN}\r`,
  ],
  [
    "CR as the line end, in another format",
    "killed\r7000\r",
    [...FORCE, "--to", "tsv"],
    "7000\t7000\t7000\t28000\t28000\t0.186667\t0.186667\t\t\r",
  ],
  ["a carriage return in a quoted name", '"na\rme",killed\n1,7000\n', FORCE, `1,7000,${SEVEN}\n`],
  [
    "mapped low and high columns",
    "low,high\n6,8\n",
    ["--map", "killed_low=low", "--map", "killed_high=high"],
    "6,8,6,8,6,8,,KILLED_ALONE\n",
  ],
  [
    "a mapped column with the name of another role",
    "casualties\n7000\n",
    ["--map", "killed=casualties", ...FORCE],
    `7000,${SEVEN}\n`,
  ],
  ["blank lines", "\nkilled\n\n7000\n\n", FORCE, `7000,${SEVEN}\n`],
  [
    "quotes, doubled quotes and newlines in a cell",
    'a,killed\n"x ""y"",\nz",7000\n',
    FORCE,
    `"x ""y"",\nz",7000,${SEVEN}\n`,
  ],
  ["a quote inside a cell", 'a,killed\n5" gun,7000\n', FORCE, `5" gun,7000,${SEVEN}\n`],
  ["leading zeros", "id,killed\n007,07000\n", FORCE, `007,07000,${SEVEN}\n`],
  ["column names in capitals, with spaces", "id, Killed \n1,7000\n", FORCE, `1,7000,${SEVEN}\n`],
  [
    "low and high",
    "killed_low,killed_high\n6000,13800\n",
    FORCE,
    "6000,13800,6000,13800,24000,55200,0.160000,0.368000,,\n",
  ],
  [
    "low, best and high",
    "killed_low,killed_best,killed_high\n6000,7000,13800\n6000,,13800\n,7000,\n",
    ["--ratio", "3"],
    "6000,7000,13800,6000,7000,13800,24000,28000,55200,,\n6000,,13800,6000,,13800,24000,,55200,,\n,7000,,7000,7000,7000,28000,28000,28000,,\n",
  ],
  [
    "an open high end",
    "killed_low,killed_high\n6000,at least 13800\n",
    ["--ratio", "3"],
    "6000,at least 13800,6000,13800,24000,55200,high,OPEN_HIGH\n",
  ],
  [
    "the ratio and force of a row, instead of those of the options",
    "killed,ratio,force\n7000,2.5,200000\n7000,,\n",
    FORCE,
    "7000,2.5,200000,7000,7000,24500,24500,0.122500,0.122500,,\n7000,,,7000,7000,28000,28000,0.186667,0.186667,,\n",
  ],
  [
    "one end only",
    "killed_low,killed_best,killed_high\n7000,,\n,,7000\n6000,7000,\n,7000,8000\n,7000,\n",
    [],
    "7000,,,7000,,7000,7000,,7000,high,KILLED_ALONE OPEN_HIGH\n" +
      ",,7000,7000,,7000,7000,,7000,low,KILLED_ALONE OPEN_LOW\n" +
      "6000,7000,,6000,7000,7000,6000,7000,7000,high,KILLED_ALONE OPEN_HIGH\n" +
      ",7000,8000,7000,7000,8000,7000,7000,8000,low,KILLED_ALONE OPEN_LOW\n" +
      ",7000,,7000,7000,7000,7000,7000,7000,,KILLED_ALONE\n",
  ],
  [
    "low and high casualties, and a low and high force",
    "casualties_min,casualties_max,force_low,force_high\n100,200,1000,2000\n100,,,2000\n",
    [],
    "100,200,1000,2000,,,100,200,0.050000,0.200000,,\n100,,,2000,,,100,100,0.050000,0.050000,high,OPEN_HIGH\n",
  ],
  ["low and high wounded", "killed,wounded_low,wounded_high\n100,200,300\n", [], "100,200,300,100,100,300,400,,\n"],
  [
    "one count for two losses",
    "killed,wounded,killed_wounded,missing_captured\n,,600,200\n100,500,600,200\n100,,600,\n100,200,,\n",
    [],
    ",,600,200,,,800,800,,\n100,500,600,200,100,100,800,800,,WOUNDED_AND_CAPTURED\n100,,600,,100,100,600,600,,\n100,200,,,100,100,300,300,,\n",
  ],
  [
    "an open end of what is not broken down",
    "killed,wounded\nat least 20,dozens\n",
    ["--ratio", "3"],
    "at least 20,dozens,20,20,80,80,high,OPEN_HIGH VAGUE_FLOOR\n",
  ],
  [
    "no captured",
    "killed,wounded,captured\n100,200,30\n100,200,0\n100,0,30\n",
    [],
    "100,200,30,100,100,330,330,,WOUNDED_AND_CAPTURED\n100,200,0,100,100,300,300,,\n100,0,30,100,100,130,130,,\n",
  ],
  [
    "parts and their total",
    "killed,wounded,missing,casualties\n18,53,5,76\n,,,4682\n18,53,,100\n",
    [],
    "18,53,5,76,18,18,76,76,,\n,,,4682,,,4682,4682,,\n18,53,,100,18,18,100,100,,\n",
  ],
  [
    "one count for two losses, next to a total that may be empty",
    "killed,wounded,missing_captured,casualties\n18,53,9,76\n18,53,9,\n",
    [],
    "18,53,9,76,18,18,76,76,,\n18,53,9,,18,18,80,80,,WOUNDED_AND_CAPTURED\n",
  ],
  [
    "words and signs for missing values",
    "killed,force\n-,1\nUnknown,1\n#N/A,1\n..,1\n\\N,1\n7000,?\n",
    FORCE,
    `-,1,,,,,,,,\nUnknown,1,,,,,,,,\n#N/A,1,,,,,,,,\n..,1,,,,,,,,\n\\N,1,,,,,,,,\n7000,?,${SEVEN}\n`,
    "note: five of six rows have no figure, so they have no results\n",
  ],
  [
    "numbers for missing values",
    "killed,wounded,force\n-9,1,1\n7000,-99,-9\n",
    FORCE,
    `-9,1,1,,,,,,,,\n7000,-99,-9,${SEVEN}\n`,
    `note: one of two rows has no figure, so it has no results\n${codeNote(-9, "1 cell of killed")}${codeNote(-99, "1 cell of wounded")}${codeNote(-9, "1 cell of force")}`,
  ],
  [
    "other codes for missing values",
    "killed\n-8\nnone\n9999\n7000\n",
    [...FORCE, "--missing-code", "-8", "--missing-code", "None", "--missing-code", "9999"],
    `-8,,,,,,,,\nnone,,,,,,,,\n9999,,,,,,,,\n7000,${SEVEN}\n`,
    "note: three of four rows have no figure, so they have no results\n",
  ],
  [
    "a low and high force, of which the low end is 0",
    "killed,force_low,force_high\n7000,0,150000\n",
    ["--ratio", "3"],
    "7000,0,150000,7000,7000,28000,28000,0.186667,0.186667,high,OPEN_HIGH\n",
  ],
  ["a force of 0", "killed,force\n7000,0\n", ["--ratio", "3"], "7000,0,7000,7000,28000,28000,,,,\n"],
  [
    "fractions of people",
    'killed,casualties\n433.6135576,\n2.5,\n,"1,234.4"\n7.0,\n',
    ["--ratio", "3"],
    '433.6135576,,434,434,1736,1736,,ROUNDED\n2.5,,3,3,12,12,,ROUNDED\n,"1,234.4",309,309,1234,1234,,ROUNDED\n7.0,,7,7,28,28,,\n',
  ],
  [
    "figures in thousands",
    'killed,wounded,force\n7,2x,"1,150.5"\nat least 6,7-8,150\n0.0004,,150\n',
    ["--scale", "1000"],
    '7,2x,"1,150.5",7000,7000,21000,21000,0.018253,0.018253,,\n' +
      "at least 6,7-8,150,6000,6000,13000,14000,0.086667,0.093333,high,OPEN_HIGH OUTSIDE_HISTORY\n" +
      "0.0004,,150,0,0,0,0,0.000000,0.000000,,KILLED_ALONE ROUNDED\n",
  ],
  [
    "decimals with other words, in thousands",
    "killed\n2.0-2.4\nup to 2.4\n2.4 [1]\n2.1-2.40012\n",
    ["--scale", "1000", "--ratio", "3"],
    "2.0-2.4,2000,2400,8000,9600,,\nup to 2.4,2400,2400,9600,9600,low,OPEN_LOW\n" +
      "2.4 [1],2400,2400,9600,9600,,TEXT_DROPPED\n2.1-2.40012,2100,2400,8400,9600,,ROUNDED\n",
  ],
  [
    "forces in thousands",
    "killed,force\n7000,150\n",
    ["--ratio", "3", "--scale", "force=1,000"],
    `7000,150,${SEVEN}\n`,
  ],
  [
    "a small count in a column of counts",
    "killed,wounded,missing\n387,1582,12\n",
    [],
    "387,1582,12,387,387,1981,1981,,\n",
  ],
  [
    "semicolons",
    "a;killed;force\n1;13,800;\n2;7000;150000\n",
    ["--ratio", "3"],
    "1;13,800;;13800;13800;55200;55200;;;;\n2;7000;150000;7000;7000;28000;28000;0.186667;0.186667;;\n",
  ],
  ["quoted semicolons", 'a;killed\n"x;y";"7,000"\n', FORCE, `"x;y";"7,000";${SEVEN.replaceAll(",", ";")}\n`],
  ["tabs in a .csv", "a\tkilled\n1\t7000\n", FORCE, `1\t7000\t${SEVEN.replaceAll(",", "\t")}\n`],
  ["vertical bars", "a|killed|b, c\nx|7000|y, z\n", FORCE, `x|7000|y, z|${SEVEN.replaceAll(",", "|")}\n`],
  ["a quote inside a name", `5" gun;killed\n1;7000\n`, FORCE, `1;7000;${SEVEN.replaceAll(",", ";")}\n`],
  [
    "a byte order mark, and commas in a quoted name",
    `\ufeff"a,b,c";killed\n1;7000\n`,
    FORCE,
    `1;7000;${SEVEN.replaceAll(",", ";")}\n`,
  ],
  ["broken bars", "é¦killed\næ¦7000\n", FORCE, `æ¦7000¦${SEVEN.replaceAll(",", "¦")}\n`],
  ["quotes between broken bars", 'a¦killed\n"æ¦""x"""¦7000\n', FORCE, `"æ¦""x"""¦7000¦${SEVEN.replaceAll(",", "¦")}\n`],
  ["commas, with other signs in the names", "a;b,killed,c|d\n1,7000,2\n", FORCE, `1,7000,2,${SEVEN}\n`],
  [
    "a separator given as a character",
    "a:killed\n1:7000\n",
    [...FORCE, "--ifs", ":"],
    `1:7000:${SEVEN.replaceAll(",", ":")}\n`,
  ],
  [
    "a separator given by its name",
    "a,b;killed\n1,2;7000\n",
    [...FORCE, "--ifs", "semicolon"],
    `1,2;7000;${SEVEN.replaceAll(",", ";")}\n`,
  ],
  [
    "semicolons, converted to tabs",
    "a;killed\n1;7000\n",
    [...FORCE, "--to", "tsv"],
    `1\t7000\t${SEVEN.replaceAll(",", "\t")}\n`,
  ],
  [
    "comments before the names",
    "# made in 2024, by hand\n#\n## more\na,killed\n#1,7000\n",
    FORCE,
    `#1,7000,${SEVEN}\n`,
  ],
  ["a name that begins with a hash", "#a,killed\n1,7000\n", FORCE, `1,7000,${SEVEN}\n`],
  ["skipped titles", '"Losses,\nin March\n\ufeffkilled\n7000\n', [...FORCE, "--skip", "2"], `7000,${SEVEN}\n`],
  ["no ratio", "killed\n7000\n", [], "7000,7000,7000,7000,7000,,KILLED_ALONE\n"],
  ["casualties", "casualties\n28000\n", FORCE, `28000,${SEVEN}\n`],
  ["a part of the killed", "killed\n7000\n", ["--of", "fighters=20%", "--ratio", "3"], "7000,1400,1400,5600,5600,,\n"],
  ["a share who died", "killed\n7000\n", ["--died", "20%"], "7000,7000,7000,35000,35000,,\n"],
  [
    "a share of the force",
    "killed\n7000\n",
    ["--share", "20%", "--force", "150000"],
    "7000,7000,7000,30000,30000,0.200000,0.200000,,\n",
  ],
  [
    "a target",
    "killed\n7000\n",
    ["--ratio", "3", "--days", "30", "--until", "1000"],
    "7000,7000,7000,28000,28000,,ALREADY_REACHED\n",
    "note: until adds no column, only caveats\n",
  ],
  [
    "recruits, a column of them too, and an amount",
    "killed,came\n7000,9\n",
    ["--ratio", "3", "--map", "recruits=came", "--per", "2 km2", "--days", "30"],
    "7000,9,7000,7000,28000,28000,,\n",
    "note: per and recruits add no column, only caveats\n",
  ],
  [
    "a share without a force, and a period without a pace",
    "killed,began\n7000,2022-02-24\n",
    ["--ratio", "3", "--share", "20%", "--days", "30", "--map", "start=began"],
    "7000,2022-02-24,7000,7000,28000,28000,,\n",
    "note: share adds no column without a force, only caveats\nnote: start and days add no column without a pace, only caveats\n",
  ],
  ["a pace", "casualties\n7\n8 a day\n", ["--days", "30"], "7,,,7,7,,\n8 a day,,,240,240,,\n"],
  [
    "a share of a column of forces",
    "casualties,force\n20,90\n",
    ["--share", "20%"],
    "20,90,,,20,20,0.222222,0.222222,,STATEMENTS_DISAGREE\n",
  ],
  [
    "counted wounded",
    "killed,wounded\n7000,14000-21000\n",
    ["--force", "150000"],
    "7000,14000-21000,7000,7000,21000,28000,0.140000,0.186667,,\n",
  ],
  [
    "more than the force",
    "killed\n70000\n",
    FORCE,
    "70000,70000,70000,280000,280000,1.866667,1.866667,,EXCEEDS_FORCE\n",
  ],
  [
    "the wounded who returned",
    "killed\n6000\n",
    ["--wounded", "3x", "--returned", "50%", "--force", "150000"],
    "6000,6000,6000,24000,24000,15000,15000,0.160000,0.160000,0.100000,0.100000,,\n",
  ],
  [
    "a column of those who returned, in a row without any",
    "killed,ratio,returned,force\n100,3,,1000\n",
    [],
    "100,3,,1000,100,100,400,400,,,0.400000,0.400000,,,,\n",
  ],
  [
    "the text of a source, whatever is in it",
    `source,killed\n"AP\n\tReuters",7\n"AP\nReuters",at least 7\nA\u00adP\u200b,7+\n${"x".repeat(300)},7+\n\u0007,7+\n`,
    ["--ratio", "3"],
    `"AP\n\tReuters",7,7,7,28,28,,\n"AP\nReuters",at least 7,7,7,28,28,high,OPEN_HIGH\n${[
      "A\u00adP\u200b",
      "x".repeat(300),
      "\u0007",
    ]
      .map((source) => `${source},7+,7,7,28,28,high,OPEN_HIGH\n`)
      .join("")}`,
  ],
  [
    "a source that --coverage names, on two lines",
    'source,killed\n"Media\nzona",100+\n',
    ["--ratio", "3", "--coverage", "Media zona=50%"],
    '"Media\nzona",100+,200,200,800,800,,COVERAGE_CLOSES_FLOOR\n',
  ],
  [
    "several forces",
    "killed\n7000\n",
    ["--ratio", "3", "--force", "at the border=150000", "--force", "All=280000"],
    "7000,7000,7000,28000,28000,0.186667,0.186667,0.100000,0.100000,,\n",
  ],
  [
    "UCDP events",
    "type_of_violence,best,low,high\n1,10,5,20\n",
    ["--wounded", "2x-4x"],
    "1,10,5,20,5,10,20,15,,100,,COUNTS_ALL_SIDES\n",
  ],
  [
    "PRIO battles",
    "bdeadlow,bdeadhig,bdeadbes\n25,999,-999\n-999,-999,-999\n",
    ["--ratio", "3"],
    "25,999,-999,25,,999,100,,3996,,COUNTS_ALL_SIDES\n-999,-999,-999,,,,,,,,\n",
    NO_FIGURE + codeNote(-999, "2 cells of bdeadbes", "1 cell of bdeadlow", "1 cell of bdeadhig"),
  ],
  [
    "usual column names",
    "deaths,Injured,missing_captured\n232,1610,5\n",
    [],
    "232,1610,5,232,232,1847,1847,,OUTSIDE_HISTORY WOUNDED_AND_CAPTURED\n",
  ],
  ["a column that looks like a loss, with -q", "killed,dead\n7000,1\n", [...FORCE, "-q"], `7000,1,${SEVEN}\n`],
  ["a mapped column", "personnel\n28000\n", ["--map", "casualties=personnel", ...FORCE], `28000,${SEVEN}\n`],
  [
    "a column that qualifies a mapped figure",
    "personnel,personnel*\n28000,about\n28000,more\n",
    ["--map", "casualties=personnel", ...FORCE],
    `28000,about,${SEVEN}APPROXIMATE\n28000,more,7000,7000,28000,28000,0.186667,0.186667,high,OPEN_HIGH\n`,
  ],
  [
    "columns that qualify any figure",
    "killed,killed*,force,force*\n7000,+,150000,\n7000,,150000,about\n7000,less,150000,\n",
    ["--ratio", "3"],
    `7000,+,150000,,7000,7000,28000,28000,0.186667,0.186667,high,OPEN_HIGH\n7000,,150000,about,${SEVEN}APPROXIMATE\n7000,less,150000,,7000,7000,28000,28000,0.186667,0.186667,low,OPEN_LOW\n`,
  ],
  [
    "a footnote and a confirmed list",
    "killed\n7000 [1]\n7000 confirmed dead\n",
    FORCE,
    `7000 [1],${SEVEN}TEXT_DROPPED\n7000 confirmed dead,${SEVEN}CONFIRMED_IS_A_FLOOR\n`,
  ],
  [
    "a mapped column before those of an event",
    "deaths_a,best,low,high\n7000,9,8,10\n",
    ["--map", "killed=deaths_a", ...FORCE],
    `7000,9,8,10,${SEVEN}\n`,
  ],
  [
    "an approximate figure",
    "killed\nabout 7000\n",
    FORCE,
    "about 7000,7000,7000,28000,28000,0.186667,0.186667,,APPROXIMATE\n",
  ],
  ["a column left out", "killed,ratio\n7000,x\n", ["--map", "ratio=", ...FORCE], `7000,x,${SEVEN}\n`],
  [
    "a best value without a column",
    "killed\n6/7/8\n",
    ["--ratio", "3"],
    "6/7/8,6,8,24,32,,\n",
    "note: the only row gave a best value, which has no column: --map killed_best=COLUMN makes one\n",
  ],
  ["text that a spreadsheet would run", "a,killed\n=1+1,7000\n", FORCE, `=1+1,7000,${SEVEN}\n`],
  [
    "text that a spreadsheet would run, made safe",
    "a,killed\n=1+1,7000\n-5,7000\n",
    [...FORCE, "--csv-safe"],
    `'=1+1,7000,${SEVEN}\n-5,7000,${SEVEN}\n`,
  ],
];

test.each(TABLES)("the output of batch for %s", async (_, stdin, options, rows, stderr = "") => {
  const result = await batch(stdin, ...options);
  expect({
    ...result,
    stdout: result.stdout.slice(result.stdout.indexOf("est_caveats")).replace(/^[^\r\n]*(?:\r?\n|\r)/, ""),
  }).toEqual({
    status: 0,
    stdout: rows,
    stderr,
  });
});

describe("a compressed table, or one in another encoding", () => {
  const text = "a,killed\né,7000\n";
  const utf16 = (mark: string) => Buffer.from(mark + text, "utf16le");
  const answer = `é,7000,${SEVEN}\n`;

  test.each<[string, Buffer, string[]]>([
    ["gzip", gzipSync(text), []],
    ["gzip twice", gzipSync(gzipSync(text)), []],
    ["UTF-16 with a byte order mark", utf16("\ufeff"), []],
    ["big-endian UTF-16 with a byte order mark", utf16("\ufeff").swap16(), []],
    ["UTF-16 without a byte order mark", utf16(""), ["--encoding", "utf-16le"]],
    ["UTF-16, compressed", gzipSync(utf16("\ufeff")), []],
    ["Windows-1252", Buffer.from(text, "latin1"), ["--encoding", "windows-1252"]],
  ])("%s is read, in pieces of any size", async (_, bytes, options) => {
    for (const size of [1, 3, 1000]) {
      const pieces = async function* () {
        for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
      };
      const { stdout, stderr } = await run(["batch", ...FORCE, ...options], { stdin: pieces() });
      expect([stdout, stderr]).toEqual([`a,killed,${HEAD}\n${answer}`, ""]);
    }
  });

  test("a compressed file has the format of the extension before .gz", async () => {
    const { stdout } = await run(["batch", file("rows.tsv.gz", gzipSync("a\tkilled\n1,2\t7000\n")), ...FORCE]);
    expect(stdout).toContain(`1,2\t7000\t${SEVEN.replaceAll(",", "\t")}\n`);
  });

  test.each<[string, Buffer, string[], string]>([
    ["an old workbook", Buffer.from("d0cf11e0a1b11ae1", "hex"), [], "E-TABLE-CONTAINER"],
    ["a PDF", Buffer.from("%PDF-1.7\n"), [], "E-TABLE-CONTAINER"],
    ["a Parquet file", Buffer.from("PAR1xyz"), [], "E-TABLE-CONTAINER"],
    ["half of a gzip file", gzipSync(text).subarray(0, 20), [], "E-INPUT-FAILED"],
    ["UTF-16 without a byte order mark", utf16(""), [], "E-TABLE-BINARY"],
    ["another encoding than the one named", Buffer.from(text, "latin1"), ["--encoding", "utf-8"], "E-NOT-ENCODED"],
  ])("%s is refused as what it is", async (_, stdin, options, code) => {
    const { status, stderr } = await run(["batch", ...options], { stdin });
    expect([status, stderr]).toEqual([3, expect.stringContaining(code)]);
  });
});

test("a byte order mark is kept in CSV and TSV, and not in NDJSON", async () => {
  for (const option of ["--csv-safe", "--to=tsv", "--to=csv"])
    expect((await batch("\ufeffä,killed\n7,7\n", option)).stdout).toMatch(/^\ufeffä[,\t]killed/);
  expect((await batch("\ufeffä,killed\n7,7\n", "--to=ndjson")).stdout).toMatch(/^{"ä"/);
});

test("the added columns have names with the prefix and the force", async () => {
  expect((await batch("killed\n7\n", ...FORCE)).stdout.split("\n")[0]).toBe(`killed,${HEAD}`);
  const several = ["--ratio", "2/3/4", "--force", "at the border=9", "--force", "All=9", "--prefix", "x_"];
  expect((await batch("killed\n7\n", ...several, "--header-only")).stdout).toBe(
    "killed,x_killed_low,x_killed_best,x_killed_high,x_out_of_action_low,x_out_of_action_best,x_out_of_action_high,x_share_at_the_border_low,x_share_at_the_border_best,x_share_at_the_border_high,x_share_all_low,x_share_all_best,x_share_all_high,x_open,x_caveats\n",
  );
  const nameless = ["--force", "7", "--force", "8", "--header-only"];
  expect((await batch("killed\n7\n", ...nameless)).stdout).toContain(
    "est_share_1_low,est_share_1_high,est_share_2_low",
  );
});

/** A table with a row that cannot be read, and the line, column and code that are reported. */
const BAD: [string, string, string][] = [
  ["a text that is not a number", "killed\nx\n", "2: killed: E-NOT-A-NUMBER"],
  ["a low end that may lack its thousands", 'killed\n"12-14,000"\n', "2: killed: E-THOUSANDS"],
  ["an unknown qualifier", "killed,killed*\n7,1\n", "2: killed\\*: E-CHOICE"],
  ["a qualifier with the name of a JavaScript property", "killed,killed*\n7,constructor\n", "2: killed\\*: E-CHOICE"],
  ["too few cells", "a,killed\n7\n", "2: E-ROW-COLUMNS"],
  ["too many cells", "killed\n7,000\n", "2: E-ROW-COLUMNS"],
  ["text after a quote", 'killed\n"7"0\n', "2: E-ROW-QUOTE"],
  ["a quote that is not closed", 'killed\n"7\n8\n', "2: E-ROW-QUOTE-OPEN"],
  ["a range that runs backwards", "killed_low,killed_high\n8,6\n", "2: killed_low: E-RANGE-REVERSED"],
  ["a best value outside the range", "killed_low,killed_best,killed_high\n6,9,8\n", "2: killed_best: E-BEST-OUTSIDE"],
  ["a range for an end", "killed_low,killed_high\n6-7,8\n", "2: killed_low: E-CELL-SINGLE"],
  ["a word for none or unknown", "killed\nNone\n", "2: killed: E-CELL-NONE"],
  ["a negative number that is not a code", "killed\n-5\n", "2: killed: E-NEGATIVE"],
  ["a number that may be a decimal or thousands", "killed\n13.800\n", "2: killed: E-DOT"],
  [
    "casualties whose ends run backwards",
    "casualties_low,casualties_high\n8,6\n",
    "2: casualties_low: E-RANGE-REVERSED",
  ],
  [
    "casualties that leave out a category",
    'casualties,missing\n"9 killed and wounded",5\n',
    "2: casualties: E-CASUALTIES-LACK",
  ],
  ["a count of two losses below one of them", "killed,killed_wounded\n9,6\n", "2: killed: E-KILLED-ABOVE"],
  ["a ratio and a multiplier", "killed,ratio,wounded\n6,3,7x\n", "2: ratio: E-RATIO-AND-CATEGORY"],
  ["a ratio and a multiplier by another name", "killed,ratio,injured\n6,3,7x\n", "2: ratio: E-RATIO-AND-CATEGORY"],
  ["more killed than casualties", "killed,casualties\n7,6\n", "2: killed: E-KILLED-ABOVE"],
  ["a pace without a period", "casualties\n100 a day\n", "2: casualties: E-PERIOD-NEEDED"],
  ["more wounded than others", "killed,ratio,wounded\n6,3,19\n", "2: E-PARTS-ABOVE"],
  ["a line after a cell with newlines", 'a,killed\n"x\ny",7\n1,x\n', "4: killed: E-NOT-A-NUMBER"],
];

describe("a row that cannot be read", () => {
  test.each(BAD)("is reported: %s", async (_, stdin, expected) => {
    const { status, stderr } = await batch(stdin);
    expect([status, stderr]).toEqual([
      3,
      expect.stringMatching(`^standard input:${expected}: .*; the row: .*\n(?:one of|the only row)`),
    ]);
  });

  test.each<[string, string[], string]>([
    ["casualties\n9 a day\n", [], "--days 90, or the first and the last day: --start 2022-02-24 and --end 2022-03-16"],
    ["casualties,len\n9 a day,\n", ["--map", "days=len"], "90 in “len”, or the first and the last day: --start"],
    ["casualties\n9\n", ["--start", "2022-01-01"], "--start was given without --end or --days, so"],
    ["casualties\n9\n", ["--coverage", "50%"], "--coverage was given without a column “killed”, but"],
    ["casualties\n9\n", ["--coverage", "50%"], "also --map killed=COLUMN"],
    [
      "casualties,kia,wia\n9,9,9\n",
      ["--map", "killed=kia", "--map", "wounded=wia"],
      "“wia” is at least 9, more than all",
    ],
    ["killed,casualties\n9,7\n", [], "if 7 leaves them out, --map wounded=COLUMN"],
    ["killed,casualties,wounded_low\n9,7,\n", [], "if 7 leaves them out, 7 in “wounded_low”"],
    ["killed,ratio\n9,us-afghanistan\n", [], "--wounded us-afghanistan"],
  ])("is reported with the column or the option to type: %j with %j", async (stdin, options, says) => {
    expect((await batch(stdin, ...options)).stderr).toContain(says);
    const strict = (await batch(stdin, ...options, "--strict")).stderr.replace(/\s+/g, " ");
    expect(strict).toContain(says);
  });

  test("is reported if its text is not UTF-8, or ends inside a character", async () => {
    const { status, stdout, stderr } = await batch(
      Buffer.from("a,killed\n\xe9,7\nb,8\nc,9\xe2\x82", "latin1"),
      "--ratio",
      "3",
    );
    expect([status, stdout.split("\n")[1]]).toEqual([3, "b,8,8,8,32,32,,"]);
    expect(stderr).toMatch(/input:2: E-ROW-UTF8.*\n.*input:4: E-ROW-UTF8.*\ntwo of three rows were rejected\n$/);
  });

  test("is written to the file of --rejects, and the other rows are calculated", async () => {
    const rejects = join(folder, "rejects.csv");
    const table = file("bad.csv", 'a,killed\n1,x\n2,7\n"3\n4",y\n');
    const { status, stdout, stderr } = await run(["batch", table, "--rejects", rejects, "--ratio", "3"]);
    expect([status, stdout.split("\n")[1], stderr]).toEqual([
      3,
      "2,7,7,7,28,28,,",
      "two of three rows were rejected\n",
    ]);
    const [head, first, ...rest] = readFileSync(rejects, "utf8").split("\n");
    expect(head).toBe("file,line,column,code,message,row");
    expect(first).toMatch(`${table},2,killed,E-NOT-A-NUMBER,`);
    expect(first).toMatch(/,"1,x"$/);
    expect(rest.join("\n")).toMatch(/,4,killed,E-NOT-A-NUMBER,".*","""3\n4"",y"\n$/);
    expect((await run(["batch", table, "--rejects", rejects])).status).toBe(4);
  });

  test("is written to standard output if the rows go to a file", async () => {
    const out = join(folder, "rows-alone.csv");
    const { status, stdout } = await batch("killed\n7\nx\n", "--rejects", "-", "-o", out, "-q");
    expect([status, stdout.split("\n")[0]]).toEqual([3, "file,line,column,code,message,row"]);
    expect(stdout).toMatch(/^-,3,killed,E-NOT-A-NUMBER,.*,x$/m);
    expect(readFileSync(out, "utf8")).toMatch(/^7,7,/m);
  });

  test("is reported on a line of its own, after the progress was erased", async () => {
    let time = 0;
    vi.spyOn(performance, "now").mockImplementation(() => time);
    async function* slowly(): AsyncGenerator<Uint8Array> {
      yield Buffer.from("killed\n7\n");
      time = 2000;
      yield Buffer.from("8\n");
      yield Buffer.from("x\n");
    }
    const { stderr } = await run(["batch"], { stdin: slowly(), columns: 80 });
    vi.restoreAllMocks();
    const erased = "\r\u001b[K";
    expect(stderr.startsWith(`${erased}2 rows, 1 a second${erased}standard input:4: killed: `)).toBe(true);
    expect(stderr).toMatch(/\none of three rows was rejected\n$/);
  });

  test("ends the run with --strict, and no file is left", async () => {
    const table = file("strict.csv", "killed\n7\nx\n8\n");
    const out = join(folder, "strict-out.csv");
    const { status, stderr } = await run(["batch", table, "--strict", "-o", out]);
    expect([status, stderr]).toEqual([3, expect.stringMatching(/strict.csv:3: killed: this is not a count/)]);
    const piped = await batch("killed\n7\nx\n8\n", "--strict");
    expect(piped.stderr).toMatch(/E-NOT-A-NUMBER: standard input:3: killed: this/);
    expect(readdirSync(folder).filter((name) => name.includes("strict-out"))).toEqual([]);
  });

  test.each([
    [10, ""],
    [11, "and one more row that was rejected; --rejects FILE keeps all of them\n"],
    [5000, "and 4990 more rows that were rejected; --rejects FILE keeps all of them\n"],
  ])("is reported ten times at most, of %i such rows", async (count, more) => {
    const table = `killed\n${"x\n".repeat(count)}`;
    const { stderr } = await batch(table);
    const lines = stderr.split("\n").filter((line) => line.startsWith("standard input:"));
    expect(lines).toHaveLength(10);
    const rejected = `${count.toLocaleString("en")} of ${count.toLocaleString("en")} rows were rejected\n`;
    expect(stderr.endsWith(`\n${more}${rejected}`)).toBe(true);
    const rejects = join(folder, `rejects-${count}.csv`);
    expect((await batch(table, "--rejects", rejects)).stderr).toBe(rejected);
    expect(readFileSync(rejects, "utf8").split("\n")).toHaveLength(count + 2);
  });

  test("cannot move the cursor", async () => {
    expect((await batch("a,killed\n\u001b[2J,x\n")).stderr).not.toContain("\u001b");
  });
});

describe("the extension of the output", () => {
  const write = (name: string, ...options: string[]) =>
    batch("killed\n7\n", "--ratio", "3", "-o", join(folder, name), "--overwrite", ...options);

  test.each([
    ["n.json", "json", "JSON"],
    ["n.ndjson", "ndjson", "NDJSON"],
    ["n.JSONL", "ndjson", "NDJSON"],
    ["n.tsv", "tsv", "TSV"],
    ["n.md", "markdown", "Markdown"],
  ])("%s decides the format", async (name, to, called) => {
    const path = join(folder, name);
    const note = `note: ${path} is written as ${called} because of its name; --to csv writes CSV\n`;
    expect(await write(name)).toEqual({ status: 0, stdout: "", stderr: note });
    expect(readFileSync(path, "utf8")).toBe((await batch("killed\n7\n", "--ratio", "3", "--to", to)).stdout);
    expect((await write(name, "-q")).stderr).toBe("");
    expect((await write(name, "--to", "csv")).stderr).toBe("");
    expect(readFileSync(path, "utf8")).toMatch(/^killed,est_/);
  });

  test.each(["n.csv", "n", "n.txt"])("%s leaves the format as CSV", async (name) => {
    expect((await write(name)).stderr).toBe("");
    expect(readFileSync(join(folder, name), "utf8")).toMatch(/^killed,est_/);
  });
});

test.each(["csv", "tsv"])("an estimate written as %s is a table that batch reads", async (format) => {
  const killed = ["--killed", '"Alpha", a list=100', "--killed", 'B"C=7'];
  const { stdout } = await run([...killed, "--ratio", "3", "--force", "1000", "--format", format]);
  const read = await batch(stdout, "--from", format, "--map", "killed=best", "--ratio", "3", "--to", "json");
  expect(read).toMatchObject({ status: 0 });
  const sources = JSON.parse(read.stdout).map(({ source }: { source: string }) => source);
  expect(sources).toEqual(expect.arrayContaining(['"Alpha", a list', 'B"C']));
});

describe("terminal control characters", () => {
  test("are kept in data", async () => {
    const row = '{"a":"\u202e","killed":7}';
    expect((await batch(`${row}\n`, "--from", "ndjson")).stdout).toContain(row.slice(0, -1));
    const table = await batch(`{"a":"\\u001b[2J","killed":7}\n`, "--from", "ndjson", "--to", "csv");
    expect(table.stdout).toContain("\n\u001b[2J,7,7,");
  });

  test("are escaped in JSON made from cells", async () => {
    const { stdout } = await batch("killed,\u009bx\n7,\u202ey\n", "--to", "ndjson");
    expect(stdout).toMatch(/^\{"killed":"7","\\u009bx":"\\u202ey",/);
  });

  test("are escaped in messages about rejected rows, and so are commands to a log", async () => {
    const { stderr } = await batch('killed\n"x\u009b ##[error]"\n');
    expect(stderr).toContain("x\\u{9b} # #[error]");
    expect(stderr).not.toContain("##[");
  });

  test("are refused in a prefix", async () => {
    const { status, stdout, stderr } = await batch("killed\n7\n", "--prefix", "\u001b[31m");
    expect([status, stdout, stderr]).toEqual([2, "", expect.stringMatching(/^error E-CHARACTER: --prefix: .*ESCAPE/)]);
    expect((await batch("killed\n7\n", "--prefix", "")).stdout).toMatch(/^killed,killed_low,/);
  });
});

/** What ends a run, and the status and code with which it ends. */
const REFUSED: [string, string | Uint8Array, string[], number, string][] = [
  ["an empty table", "", [], 3, "E-TABLE-EMPTY"],
  ["no column of figures", "a,b\n1,2\n", [], 3, "E-COLUMNS-NONE"],
  ["two columns with one name", "killed,Killed\n1,2\n", [], 3, "E-COLUMN-TWICE"],
  ["two columns with a mapped name", "k,k\n1,2\n", ["--map", "killed=k"], 2, "E-COLUMN-TWICE: --map"],
  [
    "two columns with the name of --by",
    "day,day,killed\n1,2,3\n",
    ["--series", "daily", "--by", "day"],
    2,
    "E-COLUMN-TWICE: --by",
  ],
  ["killed in two ways", "killed,killed_low,killed_high\n1,2,3\n", [], 3, "E-COLUMNS-CLASH"],
  ["a column with the name of an added one", "killed,est_open\n1,2\n", [], 3, "E-COLUMN-EXISTS"],
  ["two columns with one name, as objects", "a,a,killed\n1,2,3\n", ["--to", "ndjson"], 3, "E-COLUMN-NAMES"],
  ["an unknown column", "killed\n1\n", ["--map", "force=man"], 2, "E-COLUMN-UNKNOWN"],
  ["JSON as CSV", '{"killed": 7}\n', [], 3, "E-TABLE-FORMAT"],
  ["compact JSON as CSV", '{"killed":7,"wounded":8}\n', [], 3, "E-TABLE-FORMAT"],
  ["a separator of two characters", "", ["--ifs", "::"], 2, "E-SEPARATOR"],
  ["a separator that is in figures", "", ["--ifs", "."], 2, "E-SEPARATOR"],
  ["an unknown encoding", "", ["--encoding", "windows"], 2, "E-ENCODING"],
  ["a number of lines to skip in words", "", ["--skip", "one"], 2, "E-SKIP"],
  ["a title before the names", "Losses in March\nkilled,a\n7000,1\n", [], 3, "E-COLUMNS-NONE"],
  ["line ends of two kinds", "killed,a\r7,x\r8,y\n", [], 3, "E-TABLE-RETURNS"],
  ["a binary file", "\u0000\u0001\u0002\n", [], 3, "E-TABLE-BINARY"],
  ["names that are not UTF-8", Buffer.from("killed,\xe9\n1,2\n", "latin1"), [], 3, "E-ROW-UTF8"],
  ["a row of 9 MiB", `killed\n"${"x".repeat(9 * 2 ** 20)}`, [], 3, "E-ROW-LONG"],
  ["a line of 9 MiB", `killed\n${"x".repeat(9 * 2 ** 20)}\n`, [], 3, "E-ROW-LONG"],
  ["an unfinished list", '[{"killed": 7}', ["--from", "json"], 3, "E-ROWS-CUT"],
  ["a list with something other than objects", '[{"killed": 7}, 8]', ["--from", "json"], 3, "E-ROWS-ARRAY"],
  ["a comma after the last object", '[{"killed": 7}, ]', ["--from", "json"], 3, "E-ROWS-ARRAY"],
  ["two commas in a list", '[{"killed": 7},, {"killed": 8}]', ["--from", "json"], 3, "E-ROWS-ARRAY"],
  ["a list without a comma", '[{"killed": 7} {"killed": 8}]', ["--from", "json"], 3, "E-ROWS-ARRAY"],
  ["a comma before the first object", '[, {"killed": 7}]', ["--from", "json"], 3, "E-ROWS-ARRAY"],
  ["something after a list", '[{"killed": 7}] 8', ["--from", "json"], 3, "E-ROWS-ARRAY"],
  ["an unknown format", "", ["--from", "xml"], 2, "E-CHOICE"],
  ["a map without a column", "", ["--map", "killed"], 2, "E-MAP"],
  ["a map of an unknown role", "", ["--map", "dead=x"], 2, "E-CHOICE"],
  ["a scale that is not a number", "", ["--scale", "thousand"], 2, "E-SCALE"],
  ["a scale of 0", "", ["--scale", "force=0"], 2, "E-SCALE"],
  ["a scale of a ratio", "", ["--scale", "ratio=10"], 2, "E-CHOICE"],
  [
    "casualties in two ways",
    "a,b\n1,2\n",
    ["--map", "casualties=a", "--map", "casualties_low=b"],
    3,
    "E-COLUMNS-CLASH",
  ],
  ["a role twice", "", ["--map", "killed=x", "--map", "killed=y"], 2, "E-COLUMN-TWICE"],
  [
    "a column of forces and several forces",
    "killed,force\n1,2\n",
    ["--force", "1", "--force", "2"],
    2,
    "E-OPTIONS-CLASH",
  ],
  ["a series without dates", "", ["--series", "cumulative"], 2, "E-OPTIONS-CLASH"],
  ["a group without a series", "", ["--group", "x"], 2, "E-OPTIONS-CLASH"],
  ["sums of running totals", "", ["--series", "cumulative", "--by", "x", "--sum"], 2, "E-OPTIONS-CLASH"],
  ...["--series", "--summary", "--summary-json", "--sum", "--strict"].map(
    (option): [string, string, string[], number, string] => [
      `${option} with --no-header`,
      "",
      ["--no-header", option, ...(option === "--series" ? ["cumulative", "--by", "x"] : [])],
      2,
      "E-OPTIONS-CLASH",
    ],
  ),
  ["--header-only for NDJSON", "", ["--header-only", "--to", "ndjson"], 2, "E-OPTIONS-CLASH"],
  [
    "--no-header for NDJSON written as CSV",
    "",
    ["--no-header", "--from", "ndjson", "--to", "csv"],
    2,
    "E-OPTIONS-CLASH",
  ],
  ["--header-only with --no-header", "", ["--header-only", "--no-header"], 2, "E-OPTIONS-CLASH"],
  ["--no-header for a JSON list", "", ["--no-header", "--to", "json"], 2, "E-OPTIONS-CLASH"],
  ["--overwrite without a file", "", ["--overwrite"], 2, "E-OPTIONS-CLASH"],
  ["one file for rows and rejected rows", "", ["-o", "x", "--rejects", "./x"], 2, "E-OPTIONS-CLASH"],
  ["rejected rows among the others", "", ["--rejects", "-"], 2, "E-OPTIONS-CLASH"],
  ["rejected rows among the others on /dev/stdout", "", ["--rejects", "/dev/stdout", "-o", "-"], 2, "E-OPTIONS-CLASH"],
  ["standard input twice", "", ["-", "-"], 2, "E-OPTIONS-CLASH"],
  ["a table and ratios on standard input", "", ["--ratios", "-"], 2, "E-OPTIONS-CLASH"],
  ["files of two formats", "", ["a.csv", "b.json"], 2, "E-OPTIONS-CLASH"],
  ["a missing file", "", ["nowhere.csv"], 4, "E-FILE-OPEN"],
  ["a folder", "", ["src"], 4, "E-FILE-OPEN"],
];

const LOW_AND_HIGH = "event,low,best,high\na,5,10,20\n";

test.each<[string, string[], RegExp]>([
  [LOW_AND_HIGH, [], /like --map killed_low=low --map killed_best=best --map killed_high=high; /],
  ["event,Min,Max Loss,MAX\n", [], /like --map killed_low=Min --map killed_high=MAX; /],
  ["event,best\n", [], /like --map killed=COLUMN /],
  [
    LOW_AND_HIGH,
    ["--map", "killed=best"],
    /^note: low and high are not used next to best; for the range: --map killed_low=low --map killed_best=best --map killed_high=high$/m,
  ],
  [
    "x_best,x_max,killed\n1,2,3\n",
    ["--map", "force=x_best"],
    /^note: x_max is not used next to x_best; for the range: --map force_best=x_best --map force_high=x_max$/m,
  ],
  ["low,best\n1,2\n", ["--map", "killed=best", "--map", "killed_low="], /^$/],
])("columns called low and high lead to a range: %j with %j", async (stdin, options, says) => {
  expect((await batch(stdin, ...options)).stderr).toMatch(says);
});

test.each<[string, string[], RegExp]>([
  ["date,killed\n2022-03-01,5\n2022-03-01,6\n", [], /two rows have the same date, 2022-03-01;.* -g date then/],
  [
    "date,fatalities,a b\n2022-03-01,5,x\n2022-03-01,6,x\n",
    ["--group", "a b"],
    / -f fatalities -g "a b,date" then rename fatalities_sum,fatalities FILE does it, but/,
  ],
  ["date,killed\n2022-03-02,5\n2022-03-01,6\n", [], /2022-03-01 does not come after 2022-03-02/],
])("days of a daily series that repeat are added up first: %j with %j", async (stdin, options, says) => {
  expect((await batch(stdin, "--series", "daily", "--by", "date", ...options)).stderr).toMatch(says);
});

test.each(REFUSED)("refused: %s", async (_, stdin, options, status, code) => {
  const result = await batch(stdin, ...options);
  expect([result.status, result.stderr]).toEqual([status, expect.stringContaining(`error ${code}:`)]);
});

test("the rows before a mistake that ends the run are printed", async () => {
  const { status, stdout } = await batch(`killed\n7\n${"x".repeat(9 * 2 ** 20)}\n`, "--ratio", "3");
  expect([status, stdout.split("\n").slice(1)]).toEqual([3, ["7,7,7,28,28,,", ""]]);
});

test("batch does not wait for input from a terminal", async () => {
  const { status, stderr } = await run(["batch"]);
  expect([status, stderr]).toEqual([2, expect.stringContaining("E-INPUT-TERMINAL")]);
});

describe("a table for people", () => {
  const rows = 'a,killed,ratio\n"x | y\nz",7000,2.5\n,about 80,\n';

  test("is written in Markdown", async () => {
    const { stdout } = await batch(rows, "--ratio", "3", "--to", "markdown");
    expect(stdout).toBe(
      [
        "| a | killed | ratio | est\\_killed\\_low | est\\_killed\\_high | est\\_out\\_of\\_action\\_low | est\\_out\\_of\\_action\\_high | est\\_open | est\\_caveats |",
        "| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | --- |",
        "| x \\| y z | 7000 | 2.5 | 7000 | 7000 | 24500 | 24500 |  |  |",
        "|  | about 80 |  | 80 | 80 | 320 | 320 |  | APPROXIMATE |",
        "",
      ].join("\n"),
    );
    const out = join(folder, "rows.md");
    await batch(rows, "--ratio", "3", "--to", "markdown", "-o", out);
    expect(readFileSync(out, "utf8")).toBe(stdout);
  });

  test("is written in columns, and fits a narrow terminal", async () => {
    const { stdout } = await batch(rows, "--ratio", "3", "--to", "table", "--prefix", "");
    expect(stdout.split("\n").slice(1)).toEqual([
      "x | y z  7000        2.5        7000         7000              24500               24500",
      "         about 80                 80           80                320                 320        APPROXIMATE",
      "",
    ]);
    const { stdout: narrow } = await run(["batch", "--ratio", "3", "--to", "table", "--prefix", ""], {
      stdin: rows,
      columns: 40,
    });
    expect(narrow.split("\n").every((line) => line.length <= 40)).toBe(true);
  });

  test("may have no rows, but not too many", async () => {
    expect((await batch("killed\n", "--to", "table")).stdout).toMatch(/^killed {2}est_killed_low .*\n$/);
    const many = `killed\n${"7\n".repeat(10_001)}`;
    expect(await batch(many, "--to", "markdown")).toMatchObject({
      status: 3,
      stderr: expect.stringContaining("E-TABLE-TALL"),
    });
  });
});

describe("objects", () => {
  const EST =
    '"est_killed_low":7000,"est_killed_high":7000,"est_out_of_action_low":28000,"est_out_of_action_high":28000';
  const tail = `${EST},"est_open":"","est_caveats":""}`;

  test.each([
    [
      "in one line each",
      '{"killed": 7000, "a": 1.0}\n\n {"killed":"7,000"} \n',
      "ndjson",
      `{"killed": 7000, "a": 1.0,${tail}\n{"killed":"7,000",${tail}\n`,
    ],
    [
      "in a list",
      '\ufeff[\n{"killed": 7000},{"killed":7e3, "b": "}]"}]\n',
      "json",
      `[\n{"killed": 7000,${tail},\n{"killed":7e3, "b": "}]",${tail}\n]\n`,
    ],
    ["in an empty list", "[]", "json", "[]\n"],
  ])("%s get the results as further keys", async (_, stdin, format, stdout) => {
    expect(await batch(stdin, "--from", format, "--ratio", "3")).toEqual({ status: 0, stdout, stderr: "" });
  });

  test("are written as CSV, and CSV as objects", async () => {
    const rows = '{"a":"x,y","b":{"c":[1]},"killed":7000}\n{"a":null,"b":true,"killed":"7k"}\n';
    const table = await batch(rows, "--from", "ndjson", "--to", "csv", "--ratio", "3");
    expect(table.stdout.split("\n").slice(1).join("\n")).toBe(
      '"x,y","{""c"":[1]}",7000,7000,7000,28000,28000,,\n,true,7k,7000,7000,28000,28000,,\n',
    );
    const objects = await batch('a,killed\n"x ""y""",7000\n', "--to", "ndjson", "--ratio", "3");
    expect(objects.stdout).toBe(`{"a":"x \\"y\\"","killed":"7000",${tail}\n`);
  });

  test("keep the digits of their numbers in CSV", async () => {
    const rows = '{"id":12345678901234567890,"a":-1.50,"b":[2.0],"killed":1e+05}\n';
    const { stdout } = await batch(rows, "--from", "ndjson", "--to", "csv", "--ratio", "3");
    expect(stdout.split("\n")[1]).toBe("12345678901234567890,-1.50,[2],1e+05,100000,100000,400000,400000,,");
  });

  test.each(["json", "ndjson"])("may repeat an unused key, and have colons in strings: %s", async (from) => {
    const row = '{"a":"x\\":{","killed":7,"a":"12:30","source":"AP","source":{"killed":1}}';
    const { status, stderr } = await batch(from === "json" ? `[${row}]` : `${row}\n${row}\n`, "--from", from);
    expect([status, stderr]).toEqual([0, ""]);
  });

  /** The lines of a text one by one, as from a slow pipe. */
  async function* byLine(text: string) {
    for (const line of text.split(/(?<=\n)/)) yield Buffer.from(line);
  }

  test("make columns of keys that only some of the first rows have", async () => {
    const rows = '{"killed":1,"a":2}\n{"injured":9,"killed":3,"b":4}\n{}\n';
    const { stdout, stderr } = await batch(rows, "--from", "ndjson", "--to", "csv", "--header-only");
    expect([stdout.split(",est_")[0], stderr]).toEqual(["killed,a,injured,b", ""]);
    const table = await batch(rows, "--from", "ndjson", "--to", "csv");
    expect(table.stdout.split("\n").slice(1)).toEqual([
      "1,2,,,1,1,1,1,,KILLED_ALONE",
      "3,,9,4,3,3,12,12,,",
      ",,,,,,,,,",
      "",
    ]);
  });

  test("are searched for all their keys before a file is written as CSV", async () => {
    const rows = `[{"killed":1}${',{"killed":1}'.repeat(40_000)},{"killed":2,"late":3}]`;
    const { stdout, stderr } = await run(["batch", file("late.json", rows), "--to", "csv"]);
    expect(stderr).toBe("");
    expect(stdout.startsWith("killed,late,est_")).toBe(true);
    expect(stdout.endsWith("2,3,2,2,2,2,,KILLED_ALONE\n")).toBe(true);
    const { stderr: broken } = await run(["batch", file("broken.json", '[{"killed":1}, 7]'), "--to", "csv"]);
    expect(broken).toContain("E-ROWS-ARRAY");
  });

  test("may have a key that comes too late for a column, and no row is rejected", async () => {
    const rows = '{"killed":7}\n{"killed":7,"b":1}\n{"killed":7,"b":1,"c":2}\n';
    const { status, stdout, stderr } = await run(["batch", "--from", "ndjson", "--to", "csv"], { stdin: byLine(rows) });
    expect([status, stdout.split("\n").length]).toEqual([0, 5]);
    expect(stderr).toBe("note: the first rows lack b, c, for which there is no column\n");
  });

  test("have inner objects whose keys --map can name, like v.killed", async () => {
    const rows =
      '[{"v":{"killed":7,"x":{"y":1.50}}},{"v":{"killed":null}},{"v":7},{"v.killed":8,"v":{"killed":9}},{"v":{"killed":"9"}}]';
    const maps = ["--map", "killed=v.killed", "--map", "ratio=v.x.y"];
    const { stdout, stderr } = await batch(rows, "--from", "json", "--to", "csv", ...maps, "--ratio", "3");
    const added = stdout.split("\n").map((line) => line.split(",").slice(-6).join());
    expect(added.slice(1, -1)).toEqual(["7,7,18,18,,OUTSIDE_HISTORY", ",,,,,", ",,,,,", "8,8,32,32,,", "9,9,36,36,,"]);
    expect(stderr).toContain("two of five rows have no figure");
    expect((await batch(rows, "--from", "json", "--map", "killed=w.killed")).stderr).toContain("E-COLUMN-UNKNOWN");
  });

  test("are noted if a later row has a key that looks like a loss", async () => {
    const rows = '{"killed":7}\n{"killed":8,"deaths":9}\n{"killed":8,"deaths":9,"est":1}\n{"killed":8,"injured":9}\n';
    const { stderr } = await batch(byLine(rows), "--from", "ndjson");
    expect(stderr).toMatch(
      /:4: E-ROW-KEYS: .*\none of four rows was rejected\nnote: not used, though it looks like a loss: deaths \(the first row lacks it\)\n$/,
    );
  });

  test("may have a used key in later rows only, or the row is rejected", async () => {
    const rows = '{"killed":7000}\n{"killed":7000,"ratio":2}\n{"killed":7000,"force":9}\n{"killed":7,"other":1}\n';
    const { stdout, stderr } = await batch(byLine(rows), "--from", "ndjson", "--ratio", "3");
    expect(stdout.split("\n")[1]).toContain('"est_out_of_action_low":21000');
    expect(stderr).toMatch(/^standard input:3: E-ROW-KEYS: .*\none of four rows was rejected\n$/);
  });

  test.each([
    ["a text that is not JSON", '{"killed": 7\n{"killed":8}\n', "E-ROW-JSON"],
    ["a value that is not an object", '7\n{"killed":8}\n', "E-ROW-OBJECT"],
    ["a list", '[{"killed": 7}]\n{"killed":8}\n', "E-ROW-OBJECT"],
    ["very deep nesting", `{"killed":8}\n{"killed":7,"a":${"[".repeat(9000)}${"]".repeat(9000)}}\n`, "E-JSON-DEEP"],
    ["a key in another case", '{"killed":8}\n{"killed":7,"Ratio":2}\n', "E-ROW-KEYS"],
    ["a key with the name of an added one", '{"killed":8}\n{"killed":7,"est_open":2}\n', "E-ROW-KEYS"],
    ["a used key twice", '{"killed":8}\n{"killed":7,"killed":70}\n', "killed: E-KEY-TWICE"],
    [
      "a used key twice, once escaped",
      '{"killed":8}\n{"killed":7, "a":[{"b":1}], "\\u006billed":70}\n',
      "killed: E-KEY-TWICE",
    ],
    ["a key that only this row has, twice", '{"killed":8}\n{"killed":7,"ratio":2,"ratio":2}\n', "ratio: E-KEY-TWICE"],
    ["a number that overflows", '{"killed":8}\n{"killed":1e400}\n', "E-TOO-LARGE: “1e400”"],
    ["a ratio that overflows", '{"killed":8}\n{"killed":7,"ratio":1e400}\n', "ratio: E-TOO-LARGE: “1e400”"],
    ["a force that overflows", '{"killed":8,"force":9}\n{"killed":7,"force":1e400}\n', "force: E-TOO-LARGE: “1e400”"],
    ["a negative number that overflows", '{"killed":8}\n{"killed":-1e400}\n', "E-NEGATIVE: “-1e400”"],
    ["a number of 310 digits", `{"killed":8}\n{"killed":${"9".repeat(310)}}\n`, "E-TOO-LARGE: “999"],
    ["a large number", '{"killed":8}\n{"killed":1e300}\n', "E-TOO-LARGE: “1e300”"],
    ["a number too large to be exact", '{"killed":8}\n{"killed":9007199254740993}\n', "E-TOO-LARGE"],
    ["a boolean for a count", '{"killed":8}\n{"killed":true}\n', "E-NOT-A-NUMBER"],
    ["a negative count", '{"killed":8}\n{"killed":-5}\n', "E-NEGATIVE"],
  ])("are rejected: %s", async (_, stdin, code) => {
    const { status, stdout, stderr } = await batch(byLine(stdin), "--from", "ndjson", "--ratio", "3");
    expect([status, stderr, stdout.split("\n").length]).toEqual([3, expect.stringContaining(code), 2]);
  });
});

test("objects written over several lines become one line each", async () => {
  const { stdout } = await batch('[\n {\n  "killed": 7,\n  "a": "x"\n }\n]\n', "--from", "json", "--to", "ndjson");
  expect(stdout).toMatch(/^\{ "killed": 7, "a": "x","est_[^\n]*\}\n$/);
});

test("lines that end with CR are separated, even if they arrive byte by byte", async () => {
  const table = 'killed,name\r7,"a\r\nb"\rx,c\r8,d\r';
  const whole = await batch(table, "--ratio", "3");
  expect(whole).toMatchObject({
    status: 3,
    stdout: expect.stringContaining('\r7,"a\r\nb",7,7,28,28,,\r8,d,8,8,32,32,,\r'),
  });
  expect(whole.stderr).toMatch(
    /^standard input:4: killed: E-NOT-A-NUMBER: .*; the row: x,c\none of three rows was rejected\n$/,
  );
  async function* pieces() {
    for (const byte of Buffer.from(table)) yield Buffer.from([byte]);
  }
  expect(await batch(pieces(), "--ratio", "3")).toEqual(whole);
});

test("the rows of a long table with CR as the line end are written before it ends", async () => {
  async function* endless() {
    yield Buffer.from(`killed\r${"7\r".repeat(40_000)}`);
    throw new Error("broken off");
  }
  const { stdout } = await batch(endless(), "--ratio", "3");
  expect(stdout.split("\r").length).toBeGreaterThan(40_000);
});

test("many columns and long runs of spaces take no more than linear time", async () => {
  const start = cpuTime();
  const names = Array.from({ length: 50_000 }, (_, index) => `c${index}`).join(",");
  expect((await batch(`killed,${names}\n`, "--to", "ndjson")).status).toBe(0);
  const spaced = `[{"killed":7,${" ".repeat(100_000)}"a":1}]`;
  expect((await batch(spaced, "--from", "json", "--to", "ndjson")).status).toBe(0);
  expect((await batch(spaced.replace("}", "\n}"), "--from", "json", "--to", "ndjson")).status).toBe(0);
  expect(cpuTime() - start).toBeLessThan(2000);
});

test("an unused column is noted with --header-only, and not with --no-header", async () => {
  expect((await batch("killed,dead\n1,2\n", "--header-only")).stderr).toMatch(/^note: not used, .*: dead /);
  expect((await batch("killed,dead\n1,2\n", "--no-header")).stderr).toBe("");
});

test("--header-only prints the names, even if rows are wrong", async () => {
  expect(await batch("killed\n1,2\n3\n", "--header-only")).toMatchObject({ status: 0, stderr: "" });
});

test("sums take time linear in the number of rows", async () => {
  const rows = Array.from({ length: 5000 }, (_, row) => `${row * 7},3.${1000 + row}\n`).join("");
  const start = cpuTime();
  expect((await batch(`casualties,ratio\n${rows}`, "--sum")).stderr).toMatch(/^out of action +87,482,500$/m);
  expect(cpuTime() - start).toBeLessThan(4000);
});

test.runIf(existsSync("/dev/full"))("no output file is left if rejected rows cannot be written", async () => {
  const out = join(folder, "left.csv");
  const { status } = await batch("killed\n7\n", "-o", out, "--rejects", "/dev/full");
  expect([status, readdirSync(folder).filter((name) => name.includes("left"))]).toEqual([4, []]);
});

test("several files are one table, if they have the same columns", async () => {
  const [first, second] = [file("one.csv", "killed\n7\n"), file("two.csv", "killed\n8")];
  const { stdout } = await run(["batch", first, second, "--ratio", "3"]);
  expect(stdout.split("\n").slice(1)).toEqual(["7,7,7,28,28,,", "8,8,8,32,32,,", ""]);
  const other = file("other.csv", "kill\n8");
  const { status, stderr } = await run(["batch", first, other]);
  expect([status, stderr]).toEqual([3, expect.stringContaining("other.csv:1: the columns differ from those")]);
});

test("a file is read, and a file is written, which is replaced only with --overwrite", async () => {
  const [table, out] = [file("t.tsv", "killed\n7\n"), join(folder, "out.tsv")];
  expect(await run(["batch", table, "-o", out, "--ratio", "3"])).toEqual({ status: 0, stdout: "", stderr: "" });
  expect(readFileSync(out, "utf8").split("\n")[1]).toBe("7\t7\t7\t28\t28\t\t");
  expect((await run(["batch", table, "-o", out])).status).toBe(4);
  expect((await run(["batch", table, "-o", out, "--overwrite", "--prefix", "again_"])).status).toBe(0);
  expect(readFileSync(out, "utf8")).toContain("again_open");
  expect((await run(["batch", out, "-o", out, "--overwrite", "--prefix", "x_"])).status).toBe(2);
});

describe("a running total", () => {
  const SERIES = ["--map", "casualties=personnel", "--series", "cumulative", "--by", "date"];
  const change = (stdout: string) =>
    stdout
      .trimEnd()
      .split("\n")
      .slice(1)
      .map((row) => row.split(",").slice(-7).join(","));

  test.each([
    ["5\n4\n6\n", "the running total falls once, in line 3: it was corrected"],
    ["5\nabout 4\n3\n", "the running total falls two times, first in line 3: it was corrected"],
    ["5\n4-5\n6\n", ""],
  ])("%j: falls are counted in a note", async (figures, note) => {
    const days = figures.split("\n").flatMap((figure, at) => (figure ? [`2022-03-0${at + 1},${figure}\n`] : []));
    const { stderr } = await batch(`date,personnel\n${days.join("")}`, ...SERIES);
    expect(stderr).toMatch(note ? new RegExp(`^note: ${note}`) : /^$/);
  });

  test.each([
    ["5,a\n4,b\n", [], 'in line 3: the rows are from several sources (--group "told by" keeps them apart), it was'],
    [
      "about 5,a\n4,b\n",
      [],
      'in line 3: the rows are from several sources (--group "told by" keeps them apart), it was',
    ],
    ["5,a\n4,b\n", ["--group", "side"], "in line 3: the rows are from several sources, it was"],
    ["5,a\n4,a\n6,b\n", [], "in line 3: it was"],
  ])("%j %j: sources can be why it falls", async (rows, group, note) => {
    const days = rows
      .trim()
      .split("\n")
      .map((row, at) => `2022-03-0${at + 1},x,${row}\n`);
    const table = `date,side,personnel,told by\n${days.join("")}`;
    const { stderr } = await batch(table, ...SERIES, "--map", "source=told by", ...group);
    expect(stderr).toContain(`the running total falls once, ${note}`);
  });

  test("has the change from row to row, and the change a day", async () => {
    const rows =
      "date,personnel\n2022-02-25,2800\n2022-02-27 00:00:00.000,4300\n2022-02-28,4200\n2022-03-01,\n2022-03-02,5000-6000\n2022-03-03,7000+\n";
    const { stdout } = await batch(rows, ...SERIES);
    expect(change(stdout)).toEqual([
      ",,,,,,",
      "1500,1500,,750.000000,750.000000,,",
      "-100,-100,,-100.000000,-100.000000,,TOTAL_FALLS",
      ",,,,,,",
      "800,1800,,400.000000,900.000000,,",
      "1000,2000,high,1000.000000,2000.000000,high,OPEN_HIGH",
    ]);
  });

  test("is kept apart for each group", async () => {
    const rows = "side,date,personnel\na,2022-02-25,10\nb,2022-02-25,20\na,2022-02-26,11\nb,2022-02-26,22\n";
    const { stdout } = await batch(rows, ...SERIES, "--group", "side");
    expect(change(stdout).map((cells) => cells.split(",")[0])).toEqual(["", "", "1", "2"]);
  });

  test.each([
    ["2022-02-25", "E-DATE-ORDER"],
    ["2022-02-24", "E-DATE-ORDER"],
    ["2022-03", "E-DATE-DAY"],
    ["soon", "E-DATE-DAY"],
    ["", "E-DATE-DAY"],
  ])("%j after 2022-02-25 is rejected", async (date, code) => {
    const { status, stderr } = await batch(`date,personnel\n2022-02-25,2800\n${date},2900\n`, ...SERIES);
    expect([status, stderr]).toEqual([3, expect.stringContaining(`3: date: ${code}`)]);
  });

  test.each(["cumulative", "daily"])("%s: two sources of one day are rival reports", async (kind) => {
    const rows = "date,source,killed\n2022-03-16,Ukraine,13800\n2022-03-16,Pentagon,7000\n";
    const { stderr } = await batch(rows, "--series", kind, "--by", "date");
    expect(stderr).toMatch(
      /two rows have the same date, 2022-03-16; .*rival reports, .*--where source=NAME.*--group source/,
    );
    expect(stderr).not.toContain("mlr");
  });

  test("needs the column of --by", async () => {
    const { stderr } = await batch("day,personnel\n2022-02-25,2800\n", ...SERIES);
    expect(stderr).toContain("--by: unknown column “date”");
  });
});

describe("a summary", () => {
  const rows = "killed\n6000-13800\n7k+\n\nx\n60000\n";

  test("is printed as text with --summary", async () => {
    const { stderr } = await batch(`a,${rows.replaceAll(/\n(?=\w)/g, "\n1,")}1,\n`, ...FORCE, "--summary", "-q");
    await expect(stderr).toMatchFileSnapshot("../golden/batch-summary.txt");
  });

  test("is printed as JSON with --summary-json, and has sums only with --sum", async () => {
    const { stderr } = await batch("killed\n6000-13800\n7k+\n60000\n", ...FORCE, "--summary-json", "--sum");
    expect(JSON.parse(stderr)).toEqual({
      schema: "loss-calc/batch-summary",
      version: 1,
      rows: 3,
      computed: 3,
      empty: 0,
      rejected: 0,
      caveats: { EXCEEDS_FORCE: 1, OPEN_HIGH: 1 },
      sum: {
        killed: { rows: 3, low: 73000, high: 80800, openLow: false, openHigh: true, approximate: false },
        outOfAction: { rows: 3, low: 292000, high: 323200, openLow: false, openHigh: true, approximate: false },
      },
    });
    expect(JSON.parse((await batch("killed\n7\n", "--summary-json")).stderr)).not.toHaveProperty("sum");
    const { sum } = JSON.parse((await batch("casualties\n7\n", "--summary-json", "--sum")).stderr);
    expect(sum).toEqual({
      outOfAction: { rows: 1, low: 7, high: 7, openLow: false, openHigh: false, approximate: false },
    });
    expect((await batch("casualties\n7\n", "--sum")).stderr).toMatch(/^killed +not known$/m);
    // Rejected rows are counted in the JSON alone, so that standard error is nothing else.
    const alone = ["--summary-json", "-q", "--rejects", join(folder, "alone.csv"), "--overwrite"];
    expect(JSON.parse((await batch("killed\n7\nx\n", ...alone)).stderr)).toMatchObject({ rows: 2, rejected: 1 });
    const list = (await batch("name,unit\nA,x\nB\n,\n", ...alone, "--count", "killed")).stderr;
    expect(JSON.parse(list)).toMatchObject({ rows: 1, list: { rows: 3, empty: 1, rejected: 1 } });
  });

  test.each([
    // A row that gives only the killed, next to an empty cell for the casualties.
    ["killed,casualties\n7,\n,9\n", [], "7+  (of 1 rows)", "16+"],
    ["killed,casualties\n7,9\nabout 7,\n", [], "~14", "~16+"],
    ["killed,casualties\n7,\n7,\n", ["--ratio", "3"], "14", "56"],
    ["killed,kw,casualties\n,16,\n7,16,\n", [], "7+  (of 1 rows)", "32"],
    ["killed,ratio,casualties\n7,3,\nabout 7,3,\n", [], "~14", "~56"],
    ['killed\n7\n""\n', [], "7+", "7+"],
    ["killed\n7\nx\n", [], "7+", "7+"],
    // A row without one of the categories that have columns.
    ["killed,wounded\n7,9\n7,\n", [], "14", "23+"],
    ["killed,wounded\n7,9\nabout 7,\n", [], "~14", "~23+"],
    ["killed,wounded,missing\n7,9,\n", [], "7", "16+"],
    ["killed,wounded\n7,9\n7,\n", ["--wounded", "2x"], "14", "37"],
    ["killed,wounded\n7,9\n7,\n", ["--ratio", "3"], "14", "56"],
    ["killed,wounded,ratio\n7,9,\n7,,3\nabout 7,,3\n", [], "~21", "~72"],
    ["killed,wounded,casualties\n7,,28\nabout 7,,28\n", [], "~14", "56"],
    ["killed,kw,captured\n,16,3\nabout 7,16,3\n", [], "~7+  (of 1 rows)", "38"],
    ["killed,kw,captured\n,16,\n", [], "not known", "16+"],
    ["killed,missing_captured,wounded\n7,3,9\nabout 7,3,9\n", [], "~14", "~38"],
    ["killed,missing_captured,wounded\n7,,9\n", [], "7", "16+"],
    // Objects need not have a key for each category.
    ['{"killed":7}\n', ["--from", "ndjson"], "7", "7"],
    ['{"killed":7,"wounded":9}\n{"killed":7}\n', ["--from", "ndjson"], "14", "23+"],
  ])("of %j with %j has the sums %s and %s, which are open after a gap", async (table, options, killed, all) => {
    const { stderr } = await batch(table, ...options, "--sum");
    const sums = ["killed", "out of action"].map((name) => new RegExp(`^${name} +(.*)$`, "m").exec(stderr)?.[1]);
    expect(sums).toEqual([killed, all]);
  });
});

test("progress is shown on a terminal, and erased at the end", async () => {
  let time = 0;
  vi.spyOn(performance, "now").mockImplementation(() => time);
  async function* slowly() {
    yield Buffer.from("killed\n7000\n");
    time = 1100;
    yield Buffer.from("7000\n");
  }
  const { stderr } = await run(["batch", "--ratio", "3"], { stdin: slowly(), columns: 80 });
  vi.restoreAllMocks();
  expect(stderr.replaceAll("\r\u001b[K", "|")).toMatch(/^\|2 rows, \d+ a second\|$/);
});

test.each([
  ["x,killed\nTotal,5\ny,5", "one of two rows looks like a total of others, and was added up with them"],
  [
    "x,killed\nsubtotal A,5\nGrand total,5\ny,5",
    "two of three rows look like totals of others, and were added up with them",
  ],
  ["x,killed\nTotalitarian,5\nSumy,5\nAllied,5", undefined],
])("%j: a row that looks like a total is noted when rows are added up", async (table, note) => {
  const notes = async (...options: string[]) => (await run(["batch", ...options], { stdin: table })).stderr;
  if (note) expect(await notes("--sum")).toContain(`note: ${note}\n`);
  else expect(await notes("--sum")).not.toContain("total of others");
  expect(await notes()).not.toContain("looks like");
});

test("the sums of approximate figures are approximate", async () => {
  const { stderr } = await run(["batch", "--sum"], { stdin: "killed\nabout 50\n100\n" });
  expect(stderr).toMatch(/^killed +~150$/m);
});
