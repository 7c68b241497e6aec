import { groupDigits } from "../core/digits.ts";
import type { Output } from "./io.ts";

const FIRST_MS = 1000;
const EVERY_MS = 200;

/** Shows progress on a terminal, if the work takes longer than a second. */
export class Progress {
  readonly #start = performance.now();
  #next = FIRST_MS;
  #shown = false;

  constructor(
    private readonly stderr: Output,
    private readonly size: number | undefined,
  ) {}

  /** Called with the number of rows and bytes read so far. */
  update(rows: number, bytes: number): void {
    const passed = performance.now() - this.#start;
    if (!this.stderr.isTTY || passed < this.#next) return;
    this.#next = passed + EVERY_MS;
    this.#shown = true;
    const perSecond = Math.round((rows / passed) * 1000);
    const left = this.size && bytes > 0 ? Math.ceil(((passed / bytes) * (this.size - bytes)) / 1000) : undefined;
    const rest = left === undefined ? "" : `, ${left} s left`;
    const text = `${groupDigits(String(rows))} rows, ${groupDigits(String(perSecond))} a second${rest}`;
    this.stderr.write(`\r\u001b[K${text.slice(0, (this.stderr.columns ?? 80) - 1)}`);
  }

  /** Erases the line at the end, and before a message, which would otherwise follow on the same line. */
  clear(): void {
    if (this.#shown) this.stderr.write("\r\u001b[K");
    this.#shown = false;
  }
}
