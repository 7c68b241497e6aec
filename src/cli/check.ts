import { extname } from "node:path";
import { collect, InputError, MOST_MISTAKES, type Problem } from "../core/errors.ts";
import { parseJson } from "../input/json.ts";
import { otherJson } from "../input/other-json.ts";
import type { Examined } from "../render/check/findings.ts";
import { githubReport } from "../render/check/github.ts";
import { humanReport } from "../render/check/human.ts";
import { jsonReport } from "../render/check/json.ts";
import { junitReport } from "../render/check/junit.ts";
import { markdownReport } from "../render/check/markdown.ts";
import { type Outcome, outcomeOf, type ReportParts, type Skipped, skippedNote } from "../render/check/outcome.ts";
import { plainReport } from "../render/check/plain.ts";
import { tapReport } from "../render/check/tap.ts";
import { inert } from "../render/inert.ts";
import type { Layout } from "../render/layout.ts";
import { conflictsIn, streamConflicts } from "./conflicts.ts";
import { layoutFor } from "./deliver.ts";
import { examine, unreadable } from "./examine.ts";
import { EXIT, exitStatus } from "./exit.ts";
import { fileConflicts, sameFileProblems, type UsedFile, usedInput, usedOutput } from "./file-conflicts.ts";
import { byNameNote, formatByName } from "./file-format.ts";
import { splitOperand } from "./file-number.ts";
import { type FoundFiles, findFiles } from "./files.ts";
import type { GivenOptions } from "./given.ts";
import { readFile } from "./input.ts";
import { type Io, isAscii } from "./io.ts";
import { COLOURS, FAIL_ON, REPORTERS, type Reporter } from "./option.ts";
import { type OutputFile, openOutput } from "./output.ts";
import { RatioFiles } from "./ratio-files.ts";

/**
 * Runs the check command: files → scenarios → their results next to what was expected → a report. Resolves to the exit
 * status. Throws InputError if the command line is wrong or no scenario is found.
 */
export async function runCheck(given: GivenOptions, before: readonly Problem[], io: Io): Promise<number> {
  const problems = [...before, ...given.repeatProblems()];
  const output = given.outputFile();
  const asked = given.format(REPORTERS, "plain");
  const byName = asked === undefined && output !== undefined ? reporterByName(output) : undefined;
  const reporter = asked ?? byName ?? "human";
  const colour = given.choice("--color", COLOURS) ?? "auto";
  const claims = given.choice("--fail-on", FAIL_ON) === "claims";
  problems.push(
    ...missingFile(given, before, io),
    ...conflictsIn("check", given),
    ...streamConflicts(given, given.operands),
    ...fileConflicts(given, io),
  );
  if (problems.length > 0) throw new InputError(problems);

  const missing: Problem[] = [];
  const found = await findFiles(given.operands, missing);
  const written = usedOutput(given, io);
  const files = uniqueFiles(found);
  refuseReplacing(written, files, io);
  const ratios = await RatioFiles.open(given.value("--ratios"), io);
  const sink = output === undefined ? undefined : openOutput(output, given.has("--overwrite"), io);
  if (sink) io.onInterrupt(() => sink.discard());
  try {
    const needs = { places: reporter === "github" || reporter === "json", estimates: reporter === "json" };
    const outcomes = new Outcomes({ strict: given.has("--strict"), claims }, needs);
    const skipped: Skipped[] = [];
    for (const [file, { isFile }] of files) {
      const examined = await examine(file, { update: given.has("--update"), skip: !isFile }, ratios, io);
      if (typeof examined === "string") skipped.push({ file, kind: examined });
      else for await (const entry of examined) outcomes.add(entry);
    }
    missing.push(...emptyPatterns(found, skipped));
    if (!given.has("--quiet")) for (const entry of skipped) io.stderr.write(inert(`note: ${skippedNote(entry)}\n`));
    if (outcomes.all.length === 0 && reporter === "human") throw new InputError(missing);
    for (const problem of missing) outcomes.add(unreadable(problem));
    refuseReplacing(written, new Map(ratios.files.map((file) => [file, { isFile: true }])), io);
    const layout = async () => {
      const found = await layoutFor(colour, sink !== undefined, io);
      // In a pipe or a file, each finding stays on one line so that it can be searched for.
      return found.width === undefined ? { ...found, wrap: (text: string) => text } : found;
    };
    const report = await REPORTS[reporter](outcomes.all, { skipped, quiet: given.has("--quiet"), layout });
    const isForPeople = reporter === "human" || reporter === "markdown";
    const isAsked = given.has("--ascii");
    const isInAscii = isForPeople && (sink === undefined ? isAscii(isAsked, io) : isAsked);
    send(isInAscii ? mapParts(report, (await import("../render/ascii.ts")).ascii) : report, sink, io);
    sink?.commit();
    if (byName && !given.has("--quiet")) io.stderr.write(`note: ${byNameNote(output!, byName, "--format", "human")}\n`);
    return statusFor(outcomes.all);
  } catch (error) {
    sink?.discard();
    throw error;
  }
}

/** What to report about each scenario. The first few hundred mistakes are put into words; the rest are only counted. */
class Outcomes {
  readonly all: Outcome[] = [];
  #room = MOST_MISTAKES;

  constructor(
    private readonly rules: Parameters<typeof outcomeOf>[1],
    private readonly needs: Parameters<typeof outcomeOf>[2],
  ) {}

  add(examined: Examined): void {
    this.all.push(outcomeOf(examined, this.rules, this.needs, this.#room));
    this.#room = Math.max(0, this.#room - examined.problems.length);
  }
}

interface ReportOptions {
  readonly skipped: readonly Skipped[];
  /** Reports failures only. Formats with a fixed shape (TAP, JUnit, JSON) still list every scenario. */
  readonly quiet: boolean;
  readonly layout: () => Promise<Layout>;
}

const REPORTS: Record<
  Reporter,
  (outcomes: readonly Outcome[], options: ReportOptions) => Promise<ReportParts> | ReportParts
> = {
  human: async (outcomes, { layout, quiet }) => humanReport(outcomes, await layout(), quiet),
  plain: (outcomes, { quiet }) => plainReport(outcomes, quiet),
  markdown: (outcomes, { quiet }) => markdownReport(outcomes, quiet),
  github: (outcomes, { quiet }) => githubReport(outcomes, quiet),
  tap: tapReport,
  junit: junitReport,
  json: (outcomes, { skipped }) => jsonReport(outcomes, skipped),
};

function* mapParts(report: ReportParts, change: (text: string) => string): ReportParts {
  for (const part of report) yield change(part);
}

/** Writes the parts of a report in larger chunks, because writing each part would take longer than making it. */
function send(report: ReportParts, sink: OutputFile | undefined, io: Io): void {
  const write = (text: string): boolean => {
    if (!sink) return io.stdout.write(text);
    sink.write(Buffer.from(text));
    return true;
  };
  let chunk = "";
  for (const part of report) {
    chunk += part;
    if (chunk.length < CHUNK) continue;
    if (!write(chunk)) return;
    chunk = "";
  }
  write(chunk);
}

const CHUNK = 2 ** 16;

/** Formats of reports that are named after their usual file. */
const OTHER_NAMES: Readonly<Record<string, string>> = { ".xml": "junit", ".tap": "tap" };

function reporterByName(file: string): Reporter | undefined {
  const format = OTHER_NAMES[extname(file).toLowerCase()] ?? formatByName(file);
  return REPORTERS.find((reporter) => reporter === format);
}

function missingFile(given: GivenOptions, before: readonly Problem[], { source }: Io): Problem[] {
  if (given.operands.length > 0 || before.some(({ code }) => code === "E-OPTION-UNKNOWN" || code === "E-EMPTY"))
    return [];
  const isPiped = source.identity !== undefined;
  const example = `loss-calc check ${isPiped ? "-, which reads standard input" : '"scenarios/**/*.json"'}`;
  const args = { command: "check", operand: "FILE", example };
  return [{ code: "E-OPERAND-MISSING", args }];
}

/** The files to check, and whether each was named by itself. FILE#2 is one scenario of a file. */
type Files = Map<string, { readonly isFile: boolean }>;

/**
 * Checks a file once, even if it is found in several ways. A file that is named by itself anywhere is never skipped.
 */
function uniqueFiles(found: readonly FoundFiles[]): Files {
  const files: Files = new Map();
  for (const { files: names, isFile } of found) {
    for (const name of names) files.set(name, { isFile: isFile || (files.get(name)?.isFile ?? false) });
  }
  for (const name of files.keys()) {
    const { file, number } = splitOperand(name);
    if (number !== undefined && files.has(file)) files.delete(name);
  }
  return files;
}

/**
 * The report must not replace the files that it is about; it may only replace an earlier report in the same folder. An
 * empty file was just created by the shell for the report, so it is left out. Throws InputError.
 */
function refuseReplacing(written: UsedFile, files: Files, io: Io): void {
  if (written.place === undefined) return;
  for (const [file, { isFile }] of files) {
    const clashes = sameFileProblems(written, usedInput("", splitOperand(file).file, io));
    if (clashes.length === 0) continue;
    const text = isFile ? undefined : collect([], () => readFile(file));
    if (text === "") files.delete(file);
    else if (collect([], () => otherJson(parseJson(text ?? "").value)) !== "result") throw new InputError(clashes);
  }
}

/** Folders and patterns whose files were all skipped. The fact that nothing failed there means nothing. */
function emptyPatterns(found: readonly FoundFiles[], skipped: readonly Skipped[]): Problem[] {
  const names = new Set(skipped.map(({ file }) => file));
  return found
    .filter(({ isFile, files }) => !isFile && files.length > 0 && files.every((file) => names.has(file)))
    .map(({ pattern, files }) => ({ code: "E-FILES-NONE", args: { pattern, skipped: files.length } }));
}

/** Files that could not be read take precedence over results that do not hold. */
function statusFor(outcomes: readonly Outcome[]): number {
  const problems = outcomes.flatMap((outcome) => outcome.problems);
  if (problems.length > 0) return exitStatus(problems);
  return outcomes.every(({ status }) => status === "ok") ? EXIT.fine : EXIT.no;
}
