import { setTimeout } from "node:timers/promises";
import { attempt, InputError, type Problem } from "../core/errors.ts";
import { type RatioLookup, UNREAD } from "../core/figure.ts";
import { mappingFrom } from "../input/table/columns.ts";
import { summaryJson, summaryText } from "../render/table/summary.ts";
import { chunksOf, sizeOf } from "./chunks.ts";
import { DISCARDED } from "./deliver.ts";
import { EXIT } from "./exit.ts";
import { byNameNote, formatByName } from "./file-format.ts";
import { type Io, streamNamed } from "./io.ts";
import { type Given, TABLES, type TableFormat } from "./options.ts";
import { clashesOfFiles, type OutputFile, openOutput } from "./output.ts";
import { Progress } from "./progress.ts";
import { RatioFiles } from "./ratio-files.ts";
import { Rejects } from "./rejects.ts";
import { type BatchPlan, RowLoop } from "./rows.ts";
import { scenarioFrom } from "./scenario.ts";

/**
 * The command: tables → rows → scenarios → estimates → the rows with what came out. Resolves to the
 * exit status. Throws InputError where the command line is wrong, or no more rows can be read.
 */
export async function runBatch(given: Given, before: readonly Problem[], io: Io): Promise<number> {
  const files = given.operands.length > 0 ? given.operands : ["-"];
  const problems = [...before, ...given.repeats(), ...clashesOfStreams(given, files)];
  // Standard input can be read once: a second reading would only report mistakes that nobody made.
  if (clashesOfStreams(given, files).length > 0) throw new InputError(problems);
  const read = async () => (await RatioFiles.open(given.one("--ratios"), io)).all();
  const ratios = (await attempt(problems, read)) ?? UNREAD;
  const plan = planFrom(given, files, ratios, problems);
  problems.push(...clashes(given, plan), ...clashesOfPlaces(given, io));
  if (files.includes("-") && io.stdin.isTTY) {
    problems.push({ code: "E-INPUT-TERMINAL", args: { option: "batch" }, at: { option: "batch" } });
  }
  if (problems.length > 0) throw new InputError(problems);
  const size = sizeOf(files, problems);
  if (problems.length > 0) throw new InputError(problems);

  const progress = new Progress(io.stderr, size);
  const outputs = new Outputs(given, progress, io);
  const rejects = outputs.orDiscard(() => new Rejects(given.has("--strict"), outputs.rejects, progress, io));
  const loop = new RowLoop(plan, rejects, outputs.send);
  try {
    await readAll(files, loop, outputs, progress, io);
    loop.end();
    if (files.includes("-")) await outputs.settle();
    outputs.commit();
  } catch (error) {
    // The rows before the mistake are fine, and whole.
    if (!outputs.hasFailed) loop.flush();
    outputs.discard();
    throw error;
  } finally {
    progress.clear();
    rejects.end();
  }
  if (outputs.isClosed) return EXIT.fine;
  tell(given, plan, loop, io);
  return loop.totals.rejected > 0 ? EXIT.data : EXIT.fine;
}

/** Reads every file to its end, or as far as anyone still reads the output. */
async function readAll(files: readonly string[], loop: RowLoop, outputs: Outputs, progress: Progress, io: Io) {
  let bytes = 0;
  for (const file of files) {
    loop.begin(file);
    for await (const chunk of chunksOf(file, io)) {
      loop.feed(chunk);
      bytes += chunk.length;
      progress.tell(loop.totals.rows, bytes);
      if (outputs.isClosed || loop.isDone) return;
    }
    loop.finish();
  }
}

function planFrom(given: Given, files: readonly string[], ratios: RatioLookup, problems: Problem[]): BatchPlan {
  const asked = given.choice("--from", TABLES, problems);
  const [format = "csv", other] = new Set(files.map((file) => asked ?? tableByName(file) ?? "csv"));
  if (other) problems.push(clash(`a ${format} file`, `a ${other} file`, "formats"));
  const kind = given.choice("--series", ["cumulative"] as const, problems);
  const by = given.one("--by");
  for (const [one, other] of SERIES)
    if (given.has(one) && !given.has(other)) problems.push(clash(one, other, "no series"));
  return {
    defaults: scenarioFrom(given, [], problems, ratios),
    ratios,
    mapping: mappingFrom(given.all("--map"), problems),
    from: format,
    to: given.choice("--to", TABLES, problems) ?? tableByName(outputFile(given)) ?? format,
    prefix: given.one("--prefix") ?? "est_",
    series: kind && by !== undefined ? { by, group: given.one("--group") } : undefined,
    sum: given.has("--sum"),
    summary: given.has("--sum") || given.has("--summary") || given.has("--summary-json"),
    header: !given.has("--no-header"),
    rows: !given.has("--header-only"),
    safe: given.has("--csv-safe"),
  };
}

/** Options of a series, and what they are nothing without. */
const SERIES = [
  ["--series", "--by"],
  ["--by", "--series"],
  ["--group", "--series"],
] as const;

/** The table that a file holds, by its name. */
function tableByName(file: string | undefined): TableFormat | undefined {
  const format = file === undefined ? undefined : formatByName(file);
  return TABLES.find((name) => name === format);
}

/** The file that rows go to; undefined for standard output. */
function outputFile(given: Given): string | undefined {
  const file = given.one("--output");
  return streamNamed(file) === "stdout" ? undefined : file;
}

type Why = Extract<Problem, { code: "E-OPTIONS-CLASH" }>["args"]["why"];

function clash(one: string, other: string, why: Why): Problem {
  return { code: "E-OPTIONS-CLASH", args: { options: [one, other], why } };
}

function clashes(given: Given, { from, to }: BatchPlan): Problem[] {
  const has = (name: string) => given.has(name);
  const neighbours = ["--series", "--summary", "--summary-json", "--sum", "--strict"].filter(has);
  const text = to === "csv" || to === "tsv";
  return [
    ...(has("--no-header") ? neighbours.map((name) => clash(name, "--no-header", "alone")) : []),
    ...(has("--no-header") && has("--header-only") ? [clash("--no-header", "--header-only", "no result")] : []),
    ...(has("--header-only") && !text ? [clash("--header-only", `--to ${to}`, "no names")] : []),
    ...(has("--no-header") && text && (from === "json" || from === "ndjson")
      ? [clash("--no-header", `--from ${from} --to ${to}`, "keys")]
      : []),
    ...(has("--no-header") && to === "json" ? [clash("--no-header", "--to json", "no names")] : []),
    ...(has("--csv-safe") && !text ? [clash("--csv-safe", `--to ${to}`, "no names")] : []),
    ...(has("--series") && has("--sum") ? [clash("--series", "--sum", "disjoint")] : []),
    ...(has("--overwrite") && !has("--output") && !has("--rejects")
      ? [clash("--overwrite", "--output", "no file")]
      : []),
  ];
}

/** A standard stream is one thing only. */
function clashesOfStreams(given: Given, files: readonly string[]): Problem[] {
  const tables = files.filter((file) => file === "-").length;
  const rejects = given.one("--rejects");
  return [
    ...(tables > 1 ? [clash("-", "-", "stream")] : []),
    ...(tables > 0 && given.one("--ratios") === "-"
      ? [clash("--ratios -", "the table on standard input", "stream")]
      : []),
    ...(streamNamed(rejects) === "stdout" && outputFile(given) === undefined
      ? [clash(`--rejects ${rejects}`, "the rows on standard output", "stream")]
      : []),
  ];
}

/** Rows and rejected rows go to places of their own, and not to what is read. */
function clashesOfPlaces(given: Given, { stdout }: Io): Problem[] {
  const file = outputFile(given);
  const rejects = given.one("--rejects");
  const rows =
    file === undefined ? { option: "the rows on standard output", stream: stdout } : { option: "--output", file };
  const rejected =
    streamNamed(rejects) === "stdout"
      ? { option: `--rejects ${rejects}`, stream: stdout }
      : { option: "--rejects", file: rejects };
  const read = [
    ...given.operands.map((operand) => ({ option: "the table", file: operand })),
    { option: "--ratios", file: given.one("--ratios") },
  ];
  return [
    ...clashesOfFiles([rows, rejected]),
    ...read.flatMap((one) => [...clashesOfFiles([one, rows]), ...clashesOfFiles([one, rejected])]),
  ];
}

const SETTLED_MS = 30;

/** Where rows go: standard output or a file, and those that could not be read. */
class Outputs {
  /** Nobody reads the rows any more. */
  isClosed = false;
  /** The system could not write what was sent last. */
  hasFailed = false;
  readonly rejects: OutputFile | undefined;
  readonly #file: OutputFile | undefined;
  readonly #io: Io;

  constructor(given: Given, progress: Progress, io: Io) {
    this.#io = io;
    const open = (file: string | undefined) =>
      file === undefined ? undefined : openOutput(file, given.has("--overwrite"), io);
    this.#file = open(outputFile(given));
    try {
      this.rejects = open(given.one("--rejects"));
    } catch (error) {
      this.discard();
      throw error;
    }
    if (this.#file || this.rejects) {
      io.onInterrupt(() => {
        progress.clear();
        this.discard();
        this.rejects?.discard();
      });
    }
  }

  readonly send = (bytes: Uint8Array): void => {
    this.hasFailed = true;
    if (this.#file) this.#file.write(bytes);
    else if (!this.isClosed) this.isClosed = !this.#io.stdout.write(bytes);
    this.hasFailed = false;
  };

  /**
   * An interrupt also ends the program that writes our input, and that end may be seen before the
   * interrupt is: what was cut off by it must not be taken for the whole.
   */
  async settle(): Promise<void> {
    if (this.#file || this.rejects) await setTimeout(SETTLED_MS);
  }

  commit(): void {
    this.#file?.commit();
  }

  /** Leaves no file behind where the first of it cannot be written. */
  orDiscard<T>(act: () => T): T {
    try {
      return act();
    } catch (error) {
      this.discard();
      throw error;
    }
  }

  discard(): void {
    this.#file?.discard();
  }
}

/** What a table's reader should know of it, beside the rows. */
function tell(given: Given, plan: BatchPlan, { totals, unseenBest }: RowLoop, io: Io): void {
  const of = `of ${totals.rows} ${totals.rows === 1 ? "row" : "rows"}`;
  const were = (count: number) => `${count} ${of} ${count === 1 ? "was" : "were"}`;
  if (totals.rejected > 0) io.stderr.write(`${were(totals.rejected)} rejected\n`);
  if (!given.has("--quiet")) {
    const file = outputFile(given);
    if (file === undefined && io.stdout.isDiscarded) io.stderr.write(DISCARDED);
    if (file !== undefined && !given.has("--to") && plan.to !== plan.from) {
      io.stderr.write(`note: ${byNameNote(file, plan.to, "--to", plan.from)}\n`);
    }
    if (totals.empty > 0) {
      io.stderr.write(`note: ${totals.empty} ${of} ${totals.empty === 1 ? "has" : "have"} no figure, and no results\n`);
    }
    if (unseenBest > 0) {
      const text = `${unseenBest} ${of} gave a best value, for which there is no column: --map killed_best=COLUMN makes one`;
      io.stderr.write(`note: ${text}\n`);
    }
  }
  if (given.has("--summary-json")) io.stderr.write(summaryJson(totals, plan.sum));
  else if (plan.summary) io.stderr.write(summaryText(totals, plan.sum));
}
