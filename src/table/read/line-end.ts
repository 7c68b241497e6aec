import { mayEndCell } from "./separator.ts";

export const [LINE_FEED, RETURN] = [10, 13] as const;
const QUOTE = 34;
const MARK = [0xef, 0xbb, 0xbf];
export const MARK_LENGTH = MARK.length;

/** What ends a line: a line feed, perhaps after a carriage return; or a carriage return alone. */
export type LineEnd = typeof LINE_FEED | typeof RETURN;

/** Whether there is a byte order mark at this offset. */
export function isMarked(bytes: Buffer, at: number): boolean {
  return MARK.every((byte, index) => bytes[at + index] === byte);
}

/** How far to look for the end of the header. If a header is longer than this, any line feeds are elsewhere. */
const LONGEST_HEADER = 2 ** 16;

/**
 * What ends the lines of a table, judging by the first: a line feed, or else a carriage return if the first 64 KiB have
 * one outside of quotes and no line feed. Undefined while that depends on bytes that have not arrived yet.
 */
export function lineEndOf(bytes: Buffer, isWhole: boolean): LineEnd | undefined {
  const end = Math.min(bytes.length, LONGEST_HEADER);
  let hasReturn = false;
  let cell = isMarked(bytes, 0) ? MARK_LENGTH : 0;
  for (let at = cell; at < end; at += 1) {
    const byte = bytes[at];
    if (byte === LINE_FEED) return LINE_FEED;
    if (byte === QUOTE && at === cell) {
      // For this purpose, a doubled quote is as good as two cells.
      at = bytes.indexOf(QUOTE, at + 1);
      if (at < 0) break;
      cell = at + 1;
    } else if (mayEndCell(byte)) cell = at + 1;
    else if (byte === RETURN) {
      hasReturn ||= bytes[at + 1] !== LINE_FEED;
      cell = at + 1;
    }
  }
  if (bytes.length <= LONGEST_HEADER && !isWhole) return undefined;
  return hasReturn ? RETURN : LINE_FEED;
}
