/** What may separate cells, the most common first. The last is a broken bar, which takes two bytes. */
export const SEPARATORS = [",", "\t", ";", "|", "\u00a6"] as const;

const [QUOTE, FIRST_OF_TWO] = [34, 0xc2];

/** The byte that ends a separator, and the first byte if it has two. */
export function bytesOf(separator: string): readonly [last: number, before: number | undefined] {
  const bytes = Buffer.from(separator);
  return [bytes.at(-1)!, bytes.length > 1 ? FIRST_OF_TWO : undefined];
}

/** Bytes that may end a cell while the separator is not known. */
const ENDS: ReadonlySet<number> = new Set(SEPARATORS.map((separator) => bytesOf(separator)[0]));

export const mayEndCell = (byte: number | undefined): boolean => byte !== undefined && ENDS.has(byte);

/**
 * Finds what separates the names in the first line: whichever separator is in it most often outside of quotes, or a
 * comma if there is none.
 */
export function separatorIn(bytes: Buffer, start: number, end: number): string {
  let line = "";
  for (let at = start; at < end; at += 1) {
    if (bytes[at] === QUOTE && (at === start || mayEndCell(bytes[at - 1]))) {
      const closing = bytes.indexOf(QUOTE, at + 1);
      at = closing < 0 ? end : closing;
    } else if (bytes[at]! < 128) line += String.fromCharCode(bytes[at]!);
    else if (bytes[at] === FIRST_OF_TWO && bytes[at + 1] === 0xa6) line += "\u00a6";
  }
  const times = (separator: string) => line.split(separator).length;
  return SEPARATORS.reduce((a, b) => (times(b) > times(a) ? b : a));
}
