import { attempt, InputError, type Problem } from "../core/errors.ts";
import { UNAVAILABLE } from "../core/ratio-lookup.ts";
import type { CourseData } from "../render/svg/course-picture.ts";
import type { WrittenTable } from "../table/format.ts";
import { JoinedRejects } from "../table/joined-rejects.ts";
import { Joiner, joinedPlan } from "../table/joiner.ts";
import { countedPlan, ListCounter } from "../table/list-counter.ts";
import { LookAhead } from "../table/look-ahead.ts";
import { RowLoop } from "../table/loop.ts";
import type { BatchPlan, TableInput } from "../table/plan.ts";
import { KeyReader } from "../table/read/keys.ts";
import { recordsFor } from "../table/read/open.ts";
import { OrderFinder, RowArranger } from "../table/row-order.ts";
import { unreadSheetsReporter, writeNotes } from "./batch/notes.ts";
import { Outputs } from "./batch/outputs.ts";
import { type AskedPlan, planFrom, writtenByName } from "./batch/plan.ts";
import { chunksOf, isRegular, sizeOf } from "./chunks.ts";
import { conflictsIn, streamConflicts } from "./conflicts.ts";
import { EXIT } from "./exit.ts";
import { fileConflicts } from "./file-conflicts.ts";
import type { GivenOptions } from "./given.ts";
import type { Io } from "./io.ts";
import { drawingFrom, pictureProblems } from "./picture.ts";
import { Progress } from "./progress.ts";
import { RatioFiles } from "./ratio-files.ts";
import { RejectedRows } from "./rejects.ts";
import { isEncoding, type UnpackOptions } from "./unpacked.ts";

/**
 * Runs the batch command: tables → rows → scenarios → estimates → the rows with their results. Resolves to the exit
 * status. Throws InputError if the command line is wrong, or if no more rows can be read.
 */
export async function runBatch(given: GivenOptions, before: readonly Problem[], io: Io): Promise<number> {
  const files = given.operands.length > 0 ? given.operands : ["-"];
  const clashes = streamConflicts(given, files);
  const problems = [...before, ...given.repeatProblems(), ...clashes];
  // Standard input can only be read once. A second read would report mistakes that nobody made.
  if (clashes.length > 0) throw new InputError(problems);
  const read = async () => (await RatioFiles.open(given.value("--ratios"), io)).all();
  const ratios = (await attempt(problems, read)) ?? UNAVAILABLE;
  const asked = planFrom(given, files, ratios, problems, io.stdout);
  const encoding = given.value("--encoding");
  if (encoding !== undefined && !isEncoding(encoding)) {
    problems.push({ code: "E-ENCODING", args: { found: encoding }, at: { option: "--encoding" } });
  }
  const file = given.outputFile();
  const implied = {
    "--from": { value: asked.from, typed: `--from ${asked.from}` },
    "--format": { value: asked.to, typed: writtenByName(file) ? `--output ${file}` : `--to ${asked.to}` },
  };
  problems.push(
    ...pictureProblems(given, asked.to),
    ...conflictsIn("batch", given, implied),
    ...fileConflicts(given, io, { tables: files }),
  );
  if (files.includes("-") && io.stdin.isTTY) {
    problems.push({ code: "E-INPUT-TERMINAL", args: { option: "batch" }, at: { option: "batch" } });
  }
  if (problems.length > 0) throw new InputError(problems);
  const size = sizeOf(files, problems);
  if (problems.length > 0) throw new InputError(problems);

  const unpackOptions: UnpackOptions = {
    encoding,
    sheet: given.value("--sheet"),
    onUnreadSheets: unreadSheetsReporter(given, io),
  };
  const draw = asked.to === "svg" ? await courseDrawer(given) : undefined;
  const plan = { ...asked, draw, keys: await keysOf(files, asked, unpackOptions, io) };
  const progress = new Progress(io.stderr, size);
  const outputs = new Outputs(given, progress, io);
  const rejects = outputs.orDiscard(() => new RejectedRows(given.has("--strict"), outputs.rejects, progress, io));
  const rowPlan = plan.list ? countedPlan(plan, plan.list) : plan.join ? joinedPlan(plan) : plan;
  const joinedRejects = new JoinedRejects(rejects);
  const loop = new RowLoop(rowPlan, plan.join ? joinedRejects : rejects, outputs.send);
  const counter = plan.list && new ListCounter(plan, plan.list, rejects, loop);
  const ahead = (next: TableInput, of: BatchPlan) =>
    of.series && of.rows ? new LookAhead(next, recordsFor(of), of.series.dates, of.selection) : next;
  const joiner = plan.join && new Joiner(plan, plan.join, joinedRejects, loop, ahead(loop, rowPlan));
  const rows = counter ?? joiner ?? loop;
  try {
    const input = joiner ?? ahead(rows, plan);
    await readAll({ files, plan, input, rows, loop, outputs, progress, unpackOptions, io });
    input.end();
    if (files.includes("-")) await outputs.settle();
    outputs.commit();
  } catch (error) {
    // The rows before the mistake are complete and correct, so write them.
    if (!outputs.hasFailed) loop.flush();
    outputs.discard();
    throw error;
  } finally {
    progress.clear();
    rejects.end();
  }
  if (outputs.isClosed) return EXIT.fine;
  const selection = counter?.selection ?? joiner?.selection ?? loop.selection;
  writeNotes(given, plan, { loop, counter, selection }, io);
  return (counter?.rejected ?? 0) + loop.rejected > 0 ? EXIT.data : EXIT.fine;
}

/** Draws running totals. Only a picture needs what it loads. */
async function courseDrawer(given: GivenOptions): Promise<(data: CourseData) => string> {
  const [{ coursePicture }, { drawPicture }] = await Promise.all([
    import("../render/svg/course-picture.ts"),
    import("../render/svg/draw.ts"),
  ]);
  return (data) => drawPicture(coursePicture(data), drawingFrom(given));
}

/**
 * Collects the keys of all objects in the files. They become columns, so we need to know them before we write the first
 * row. Input that can only be read once is skipped here.
 */
async function keysOf(
  files: readonly string[],
  { from, to, join }: AskedPlan,
  unpackOptions: UnpackOptions,
  io: Io,
): Promise<string[]> {
  const isObject = (format: WrittenTable) => format === "json" || format === "ndjson";
  if (!isObject(from) || (isObject(to) && !join) || !files.every(isRegular)) return [];
  const reader = new KeyReader(from === "json");
  for (const file of files) {
    reader.beginFile();
    for await (const chunk of chunksOf(file, io, unpackOptions)) reader.feed(chunk);
    reader.finish();
  }
  return [...reader.keys];
}

/** The size of a chunk from a full pipe. */
const WHOLE_PIPE = 2 ** 16;

/** We don't hold a table larger than this in memory. On Node 20, sorting it takes less than 128 MiB. */
const LARGEST_ARRANGED = 16 * 2 ** 20;

/**
 * Brings the rows of a file into the order of their days: reverses them if the newest come first, and otherwise sorts
 * them. Returns undefined if they are in that order, or if the table is too large to be held in memory.
 */
async function inOrder(file: string, plan: BatchPlan, unpackOptions: UnpackOptions, io: Io) {
  if (!isRegular(file) || (sizeOf([file], []) ?? 0) > LARGEST_ARRANGED) return undefined;
  const finder = new OrderFinder(plan);
  for await (const chunk of chunksOf(file, io, unpackOptions)) {
    finder.feed(chunk);
    if (finder.isDone) break;
  }
  finder.finish();
  if (finder.order === "kept") return undefined;
  const arranger = new RowArranger(plan, finder);
  for await (const chunk of chunksOf(file, io, unpackOptions)) {
    arranger.feed(chunk);
    if (arranger.size > LARGEST_ARRANGED) return undefined;
  }
  const arranged = arranger.finish();
  return arranged && { ...arranged, order: finder.order };
}

interface BatchRun {
  readonly files: readonly string[];
  readonly plan: BatchPlan;
  readonly input: TableInput;
  readonly rows: RowLoop | ListCounter | Joiner;
  readonly loop: RowLoop;
  readonly outputs: Outputs;
  readonly progress: Progress;
  readonly unpackOptions: UnpackOptions;
  readonly io: Io;
}

/** Reads every file to its end, or until nobody reads the output any more. */
async function readAll({ files, plan, input, rows, loop, outputs, progress, unpackOptions, io }: BatchRun) {
  // A list is counted as a whole, and joined rows are sorted, so the order of these does not matter.
  const isOrdered = plan.series && plan.rows && !plan.list && !plan.join;
  let bytes = 0;
  for (const file of files) {
    const other = isOrdered ? await inOrder(file, plan, unpackOptions, io) : undefined;
    if (other) loop.arrangedTables[other.order] += 1;
    input.begin(file, other?.lines);
    for await (const chunk of other?.table ?? chunksOf(file, io, unpackOptions)) {
      input.feed(chunk);
      // Someone may be watching a slow pipe, so show its rows right away.
      if (file === "-" && chunk.length < WHOLE_PIPE) loop.flush();
      bytes += chunk.length;
      progress.update(rows.rows, bytes);
      if (outputs.isClosed || rows.isDone) return;
    }
    input.finish();
  }
}
