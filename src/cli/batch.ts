import { setTimeout } from "node:timers/promises";
import { DATE_ORDERS } from "../core/dates.ts";
import { attempt, collect, InputError, type Problem } from "../core/errors.ts";
import { type RatioLookup, UNREAD } from "../core/figure.ts";
import { printable } from "../notation/characters.ts";
import { parsePrefix } from "../notation/label.ts";
import { alternatives } from "../render/problems/words.ts";
import { mappingFrom } from "../table/columns.ts";
import { DateColumn } from "../table/date-column.ts";
import { TABLES, type TableFormat, WRITTEN_TABLES, type WrittenTable } from "../table/format.ts";
import { LookAhead } from "../table/look-ahead.ts";
import { type BatchPlan, RowLoop, recordsFor } from "../table/loop.ts";
import { KeyReader } from "../table/read/keys.ts";
import { reversed, runsBackwards } from "../table/reversal.ts";
import { scaleFrom } from "../table/scale.ts";
import { summaryJson, summaryText } from "../table/write/summary.ts";
import { unusedNote } from "../table/write/unused-note.ts";
import { chunksOf, isRegular, sizeOf } from "./chunks.ts";
import { conflictsIn, streamConflicts } from "./conflicts.ts";
import { EXIT } from "./exit.ts";
import { fileConflicts } from "./file-conflicts.ts";
import { byNameNote, formatByName } from "./file-format.ts";
import type { Given } from "./given.ts";
import type { Io, Output } from "./io.ts";
import { type OutputFile, openOutput } from "./output.ts";
import { Progress } from "./progress.ts";
import { RatioFiles } from "./ratio-files.ts";
import { RejectedRows } from "./rejects.ts";
import { scenarioFrom } from "./scenario.ts";
import { isEncoding } from "./unpacked.ts";

/**
 * The command: tables → rows → scenarios → estimates → the rows with their results. Resolves to the
 * exit status. Throws InputError where the command line is wrong, or no more rows can be read.
 */
export async function runBatch(given: Given, before: readonly Problem[], io: Io): Promise<number> {
  const files = given.operands.length > 0 ? given.operands : ["-"];
  const clashes = streamConflicts(given, files);
  const problems = [...before, ...given.repeats(), ...clashes];
  // Standard input can be read once: a second reading would only report mistakes that nobody made.
  if (clashes.length > 0) throw new InputError(problems);
  const read = async () => (await RatioFiles.open(given.one("--ratios"), io)).all();
  const ratios = (await attempt(problems, read)) ?? UNREAD;
  const asked = planFrom(given, files, ratios, problems, io.stdout);
  const encoding = given.one("--encoding");
  if (encoding !== undefined && !isEncoding(encoding)) {
    problems.push({ code: "E-ENCODING", args: { found: encoding }, at: { option: "--encoding" } });
  }
  const file = given.outputFile();
  const implied = {
    "--from": { value: asked.from, typed: `--from ${asked.from}` },
    "--format": { value: asked.to, typed: tableByName(file) ? `--output ${file}` : `--to ${asked.to}` },
  };
  problems.push(...conflictsIn("batch", given, implied), ...fileConflicts(given, io, { tables: files }));
  if (files.includes("-") && io.stdin.isTTY) {
    problems.push({ code: "E-INPUT-TERMINAL", args: { option: "batch" }, at: { option: "batch" } });
  }
  if (problems.length > 0) throw new InputError(problems);
  const size = sizeOf(files, problems);
  if (problems.length > 0) throw new InputError(problems);

  const plan = { ...asked, keys: await keysOf(files, asked, encoding, io) };
  const progress = new Progress(io.stderr, size);
  const outputs = new Outputs(given, progress, io);
  const rejects = outputs.orDiscard(() => new RejectedRows(given.has("--strict"), outputs.rejects, progress, io));
  const loop = new RowLoop(plan, rejects, outputs.send);
  try {
    const input = plan.series && plan.rows ? new LookAhead(loop, recordsFor(plan), plan.series.dates) : loop;
    await readAll(files, input, loop, plan, outputs, progress, encoding, io);
    input.end();
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

/**
 * The keys of all objects in files, where they become columns, which have to be known before the first row is written.
 * What can be read once only is not read here.
 */
async function keysOf(
  files: readonly string[],
  { from, to }: AskedPlan,
  encoding: string | undefined,
  io: Io,
): Promise<string[]> {
  const isObject = (format: WrittenTable) => format === "json" || format === "ndjson";
  if (!isObject(from) || isObject(to) || !files.every(isRegular)) return [];
  const reader = new KeyReader(from === "json");
  for (const file of files) {
    reader.beginFile();
    for await (const chunk of chunksOf(file, io, encoding)) reader.feed(chunk);
    reader.finish();
  }
  return [...reader.keys];
}

/** As much as comes from a pipe that is full. */
const WHOLE_PIPE = 2 ** 16;

/** A larger table is not held in memory. */
const LARGEST_REVERSED = 64 * 2 ** 20;

/** A file whose newest rows come first, with the oldest first; undefined for any other. */
async function turnedRound(file: string, plan: BatchPlan, encoding: string | undefined, io: Io) {
  if (!isRegular(file)) return undefined;
  const all: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunksOf(file, io, encoding)) {
    if (all.length === 0 && !runsBackwards(recordsFor(plan), chunk, plan.series!)) return undefined;
    all.push(Buffer.from(chunk));
    size += chunk.length;
    if (size > LARGEST_REVERSED) return undefined;
  }
  return reversed(recordsFor(plan), Buffer.concat(all), plan.from === "json");
}

/** Reads every file to its end, or as far as anyone still reads the output. */
async function readAll(
  files: readonly string[],
  input: RowLoop | LookAhead,
  loop: RowLoop,
  plan: BatchPlan,
  outputs: Outputs,
  progress: Progress,
  encoding: string | undefined,
  io: Io,
) {
  let bytes = 0;
  for (const file of files) {
    const other = plan.series && plan.rows ? await turnedRound(file, plan, encoding, io) : undefined;
    if (other) loop.turned += 1;
    input.begin(file, other?.lines);
    for await (const chunk of other ? [other.table] : chunksOf(file, io, encoding)) {
      input.feed(chunk);
      // Whoever watches a slow pipe sees its rows at once.
      if (file === "-" && chunk.length < WHOLE_PIPE) loop.flush();
      bytes += chunk.length;
      progress.tell(loop.totals.rows, bytes);
      if (outputs.isClosed || loop.isDone) return;
    }
    input.finish();
  }
}

/** All of a plan that the command line tells. */
type AskedPlan = Omit<BatchPlan, "keys">;

function planFrom(
  given: Given,
  files: readonly string[],
  ratios: RatioLookup,
  problems: Problem[],
  { columns }: Output,
): AskedPlan {
  const asked = given.choice("--from", TABLES);
  const [format = "csv", other] = new Set(files.map((file) => asked ?? tableByName(file) ?? "csv"));
  if (other) {
    const options = [`a ${format} file`, `a ${other} file`] as const;
    problems.push({ code: "E-OPTIONS-CLASH", args: { options, why: "formats" } });
  }
  const kind = given.choice("--series", ["cumulative"]);
  const by = given.one("--by");
  const order = given.choice("--dates", DATE_ORDERS);
  return {
    defaults: scenarioFrom(given, [], problems, ratios),
    ratios,
    mapping: mappingFrom(given.all("--map"), problems),
    reading: { missing: given.all("--missing-code"), scale: scaleFrom(given.all("--scale"), problems) },
    from: format,
    separator: separatorFrom(given.one("--ifs"), problems),
    skip: skipFrom(given.one("--skip"), problems),
    to: given.choice("--format", WRITTEN_TABLES) ?? tableByName(given.outputFile()) ?? format,
    width: given.outputFile() === undefined ? columns : undefined,
    prefix: prefixFrom(given, problems),
    series: kind && by !== undefined ? { dates: new DateColumn(by, order), group: given.one("--group") } : undefined,
    sum: given.has("--sum"),
    summary: given.has("--sum") || given.has("--summary") || given.has("--summary-json"),
    header: !given.has("--no-header"),
    rows: !given.has("--header-only"),
    safe: given.has("--csv-safe"),
  };
}

/** A separator by its name, or as it is: one character that cells of figures do not have. */
function separatorFrom(text: string | undefined, problems: Problem[]): string | undefined {
  if (text === undefined) return undefined;
  const separator = SEPARATOR_NAMES[text] ?? text;
  if (/^[\t !#$%&*,/:;<=>?@^_|~\u00a6]$/.test(separator)) return separator;
  problems.push({ code: "E-SEPARATOR", args: { found: text }, at: { option: "--ifs" } });
  return undefined;
}

const SEPARATOR_NAMES: Readonly<Record<string, string>> = {
  comma: ",",
  semicolon: ";",
  tab: "\t",
  "\\t": "\t",
  pipe: "|",
  space: " ",
};

function skipFrom(text: string | undefined, problems: Problem[]): number {
  if (text === undefined || /^\d{1,6}$/.test(text)) return Number(text ?? 0);
  problems.push({ code: "E-SKIP", args: { found: text }, at: { option: "--skip" } });
  return 0;
}

/** Names of columns go to terminals, too. */
function prefixFrom(given: Given, problems: Problem[]): string {
  const prefix = given.one("--prefix") ?? "est_";
  const at = () => ({ option: "--prefix" });
  return collect(problems, () => parsePrefix(prefix), at) ?? prefix;
}

/** The table that a file holds, by its name. */
function tableByName(file: string | undefined): TableFormat | undefined {
  const format = file === undefined ? undefined : formatByName(file.replace(/\.gz$/i, ""));
  return TABLES.find((name) => name === format);
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
    this.#file = open(given.outputFile());
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

  /** Leaves no file if its beginning cannot be written. */
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
function tell(
  given: Given,
  plan: BatchPlan,
  { totals, unseenBest, unused, codes, lostKeys, turned }: RowLoop,
  io: Io,
): void {
  const of = `of ${totals.rows} ${totals.rows === 1 ? "row" : "rows"}`;
  const were = (count: number) => `${count} ${of} ${count === 1 ? "was" : "were"}`;
  if (totals.rejected > 0) io.stderr.write(`${were(totals.rejected)} rejected\n`);
  if (!given.has("--quiet")) {
    const file = given.outputFile();
    if (file !== undefined && !given.has("--format") && plan.to !== plan.from) {
      io.stderr.write(`note: ${byNameNote(file, plan.to, "--to", plan.from)}\n`);
    }
    if (turned > 0) {
      const which = turned === 1 ? "a table had its" : `${turned} tables had their`;
      io.stderr.write(`note: ${which} newest row first; the rows were turned round\n`);
    }
    if (totals.empty > 0) {
      io.stderr.write(`note: ${totals.empty} ${of} ${totals.empty === 1 ? "has" : "have"} no figure, and no results\n`);
    }
    for (const { column, code, cells } of codes) {
      const where = `${cells} ${cells === 1 ? "cell" : "cells"} of ${printable(column)}`;
      io.stderr.write(`note: ${code} in ${where} was read as empty, since data sets write it where nothing is known\n`);
    }
    // Of a table that is cut into blocks, the run with the header says it for all of them.
    const unusedText = plan.header ? unusedNote(unused) : undefined;
    if (unusedText !== undefined) io.stderr.write(`note: ${unusedText}\n`);
    if (lostKeys.size > 0) {
      const keys = alternatives([...lostKeys].map((key) => printable(key)));
      io.stderr.write(`note: the first rows lack ${keys}, for which there is no column\n`);
    }
    if (unseenBest > 0) {
      const text = `${unseenBest} ${of} gave a best value, which has no column: --map killed_best=COLUMN makes one`;
      io.stderr.write(`note: ${text}\n`);
    }
  }
  if (given.has("--summary-json")) io.stderr.write(summaryJson(totals, plan.sum));
  else if (plan.summary) io.stderr.write(summaryText(totals, plan.sum));
}
