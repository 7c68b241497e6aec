import { InputError, type Problem } from "../core/errors.ts";
import { separatedLine } from "../render/separated.ts";
import type { Rejects } from "../table/loop.ts";
import type { Records } from "../table/read/records.ts";
import { REJECT_COLUMNS, type Reject, rejectLine, rejectRow } from "../table/write/reject.ts";
import type { Io } from "./io.ts";
import type { OutputFile } from "./output.ts";
import type { Progress } from "./progress.ts";

/** Rows that could not be read: to a file, or to standard error; or the end of it all. */
export class RejectedRows implements Rejects {
  constructor(
    private readonly strict: boolean,
    private readonly file: OutputFile | undefined,
    private readonly progress: Progress,
    private readonly io: Io,
  ) {
    file?.write(Buffer.from(separatedLine(REJECT_COLUMNS)));
  }

  /** Throws InputError where the first such row is the last. */
  add(file: string, { bytes, start, end, line }: Records, problems: readonly Problem[]): void {
    const row = bytes.toString("utf8", start, end);
    const reject: Reject = { file, line, problem: problems[0]!, row };
    if (this.strict) {
      const place = { file: file === "-" ? "standard input" : file, line };
      throw new InputError(problems.map((problem) => ({ ...problem, at: { ...problem.at, ...place } })));
    }
    if (this.file) this.file.write(Buffer.from(rejectRow(reject)));
    else {
      this.progress.clear();
      this.io.stderr.write(rejectLine(reject));
    }
  }

  end(): void {
    this.file?.commit();
  }
}
