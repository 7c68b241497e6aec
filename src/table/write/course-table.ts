import type { CourseData, CourseDay } from "../../render/svg/course-picture.ts";
import type { Totals } from "../totals.ts";
import type { SourceRow, Table } from "./tables.ts";
import type { ByteWriter } from "./writer.ts";

/** Holds the running totals of a series, and writes a picture of them. */
export class CourseTable implements Table {
  readonly #lines = new Map<string, CourseDay[]>();
  readonly #sources = new Set<string>();

  constructor(
    private readonly writer: ByteWriter,
    private readonly rows: SourceRow,
    /** The column that says who reports a row. */
    private readonly source: number | undefined,
    private readonly totals: Totals,
    private readonly draw: (data: CourseData) => string,
  ) {}

  /** Adds a row to a series; the name is empty if there is only one. The days of each series ascend. */
  add(name: string, day: CourseDay): void {
    const days = this.#lines.get(name);
    if (days) days.push(day);
    else this.#lines.set(name, [day]);
    if (this.source !== undefined) this.#sources.add(this.rows.written(this.source).trim());
  }

  begin(): void {}

  /** Rows without losses have no place in the picture. */
  row(): void {}

  beginFile(): void {}

  quick(): never {
    throw new Error("a picture is drawn of exact numbers");
  }

  end(): void {
    const lines = [...this.#lines].map(([name, days]) => ({ name, days }));
    const sources = [...this.#sources].filter((name) => name !== "");
    const { rejected: lost, falls, isFallOfSources } = this.totals;
    this.writer.text(this.draw({ lines, sources, lost, falls: falls > 0, isFallOfSources }));
    this.writer.flush();
  }
}
