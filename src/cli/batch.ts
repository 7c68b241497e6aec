import { extname } from "node:path";
import { setTimeout } from "node:timers/promises";
import { attempt, InputError, type Problem } from "../core/errors.ts";
import { type RatioLookup, UNREAD } from "../core/figure.ts";
import { mappingFrom } from "../input/table/columns.ts";
import { summaryJson, summaryText } from "../render/table/summary.ts";
import { chunksOf, sizeOf } from "./chunks.ts";
import { conflictsIn, fileConflicts } from "./conflicts.ts";
import { EXIT } from "./exit.ts";
import type { Given } from "./given.ts";
import type { Io } from "./io.ts";
import { TABLES, type TableFormat } from "./option.ts";
import type { OptionName } from "./options.ts";
import { type OutputFile, openOutput } from "./output.ts";
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
  const problems = [...before, ...given.repeats()];
  const files = given.operands.length > 0 ? given.operands : ["-"];
  const ratios = (await attempt(problems, async () => (await RatioFiles.open(given.one("--ratios"))).all())) ?? UNREAD;
  const plan = planFrom(given, files, ratios, problems);
  const formats = { "--from": plan.from, "--format": plan.to };
  problems.push(
    ...conflictsIn("batch", given, formats),
    ...(await fileConflicts(given, { tables: given.operands })),
    ...twice(files),
  );
  if (files.includes("-") && io.stdin.isTTY) {
    problems.push({ code: "E-INPUT-TERMINAL", args: { option: "batch" }, at: { option: "batch" } });
  }
  if (problems.length > 0) throw new InputError(problems);
  const size = sizeOf(files, problems);
  if (problems.length > 0) throw new InputError(problems);

  const outputs = new Outputs(given, io);
  const rejects = outputs.orDiscard(() => new Rejects(given.has("--strict"), outputs.rejects, io));
  const loop = new RowLoop(plan, rejects, outputs.send);
  const progress = new Progress(io.stderr, size);
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
  const asked = given.choice("--from", TABLES);
  const [format = "csv", other] = new Set(files.map((file) => asked ?? formatOf(file)));
  if (other) {
    const options = [`a ${format} file`, `a ${other} file`] as const;
    problems.push({ code: "E-OPTIONS-CLASH", args: { options, why: "formats" } });
  }
  const kind = given.choice("--series", ["cumulative"]);
  const by = given.one("--by");
  return {
    defaults: scenarioFrom(given, [], problems, ratios),
    ratios,
    mapping: mappingFrom(given.all("--map"), problems),
    from: format,
    to: given.choice("--format", TABLES) ?? format,
    prefix: given.one("--prefix") ?? "est_",
    series: kind && by !== undefined ? { by, group: given.one("--group") } : undefined,
    sum: given.has("--sum"),
    summary: given.has("--sum") || given.has("--summary") || given.has("--summary-json"),
    header: !given.has("--no-header"),
    rows: !given.has("--header-only"),
    safe: given.has("--csv-safe"),
  };
}

/** What a file holds, by its name. */
function formatOf(file: string): TableFormat {
  const name = extname(file).toLowerCase();
  return FORMATS[name] ?? "csv";
}

const FORMATS: Readonly<Record<string, TableFormat>> = {
  ".csv": "csv",
  ".tsv": "tsv",
  ".tab": "tsv",
  ".ndjson": "ndjson",
  ".jsonl": "ndjson",
  ".json": "json",
};

/** Standard input can be read only once. */
function twice(files: readonly string[]): Problem[] {
  const times = files.filter((file) => file === "-").length;
  return times > 1 ? [{ code: "E-OPTIONS-CLASH", args: { options: ["-", "-"], why: "stream" } }] : [];
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

  constructor(given: Given, io: Io) {
    this.#io = io;
    const open = (option: OptionName) => {
      const file = given.one(option);
      return file === undefined || file === "-" ? undefined : openOutput(file, given.has("--overwrite"));
    };
    this.#file = open("--output");
    try {
      this.rejects = open("--rejects");
    } catch (error) {
      this.discard();
      throw error;
    }
    if (this.#file || this.rejects) {
      io.onInterrupt(() => {
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
