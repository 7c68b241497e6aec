import type { Range } from "../../core/range.ts";
import type { CourseData } from "../../render/svg/course-picture.ts";
import type { SourceRow, Table } from "./tables.ts";
import type { ByteWriter } from "./writer.ts";

/** What a row says about its series: everyone up to a day. */
export interface CourseRow {
  /** The name of the series; empty if there is only one. */
  readonly name: string;
  /** In days since 1970-01-01. */
  readonly day: number;
  readonly people: Range;
  readonly isKilledAlone: boolean;
}

/** Holds the running totals of a series, and writes a picture of them. */
export class CourseTable implements Table {
  readonly #lines = new Map<string, { day: number; people: Range }[]>();
  readonly #sources = new Set<string>();
  readonly #files = new Set<string>();
  readonly #source: number;
  #isKilledAlone = true;

  constructor(
    private readonly writer: ByteWriter,
    private readonly rows: SourceRow,
    private readonly draw: (data: CourseData) => string,
  ) {
    this.#source = rows.header.findIndex((name) => /^\s*sources?\s*$/i.test(name));
  }

  /** Adds a row. The days of each series ascend. */
  add({ name, day, people, isKilledAlone }: CourseRow): void {
    const points = this.#lines.get(name);
    if (points) points.push({ day, people });
    else this.#lines.set(name, [{ day, people }]);
    this.#isKilledAlone &&= isKilledAlone;
    if (this.#source >= 0) this.#sources.add(this.rows.written(this.#source).trim());
  }

  begin(): void {}

  /** Rows without losses have no place in the picture. */
  row(): void {}

  beginFile(name: string): void {
    this.#files.add(name);
  }

  quick(): never {
    throw new Error("a picture is drawn of exact numbers");
  }

  end(): void {
    const lines = [...this.#lines].map(([name, points]) => ({ name, points }));
    const sources = [...this.#sources].filter((name) => name !== "");
    const data = { lines, sources, files: [...this.#files], isKilledAlone: this.#isKilledAlone };
    this.writer.text(this.draw(data));
    this.writer.flush();
  }
}
