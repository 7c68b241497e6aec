import { InputError, type Problem } from "../core/errors.ts";
import { separatedLine } from "../render/separated.ts";
import type { RejectedRow, Rejects } from "../table/plan.ts";
import { REJECT_COLUMNS, type Reject, rejectLine, rejectRow } from "../table/write/reject.ts";
import type { Io } from "./io.ts";
import type { OutputFile } from "./output.ts";
import type { Progress } from "./progress.ts";

/** If a mistake runs through a whole table, the first rows show it, and the rest would only scroll it away. */
const MOST_REPORTED = 10;

/**
 * Handles rows that could not be read: writes them to a file, reports the first few on standard error, or ends the run.
 */
export class RejectedRows implements Rejects {
  #reported = 0;

  constructor(
    private readonly strict: boolean,
    private readonly file: OutputFile | undefined,
    private readonly progress: Progress,
    private readonly io: Io,
  ) {
    file?.write(Buffer.from(separatedLine(REJECT_COLUMNS)));
  }

  /** Throws InputError if the first such row ends the run. */
  add(file: string, { bytes, start, end, line }: RejectedRow, problems: readonly Problem[]): void {
    const row = bytes.toString("utf8", start, end);
    const reject: Reject = { file, line, problem: problems[0]!, row };
    if (this.strict) {
      const place = { file: file === "-" ? "standard input" : file, line };
      throw new InputError(problems.map((problem) => ({ ...problem, at: { ...problem.at, ...place } })));
    }
    if (this.file) this.file.write(Buffer.from(rejectRow(reject)));
    else if (this.#reported < MOST_REPORTED) {
      this.progress.clear();
      this.io.stderr.write(rejectLine(reject));
    }
    this.#reported += 1;
  }

  end(): void {
    this.file?.commit();
    const more = this.file ? 0 : this.#reported - MOST_REPORTED;
    if (more > 0) {
      const rows = more === 1 ? "one more row that was" : `${more} more rows that were`;
      this.io.stderr.write(`and ${rows} rejected; --rejects FILE keeps all of them\n`);
    }
  }
}
