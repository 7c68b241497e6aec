/**
 * How wide text is, without a browser to ask. The widths are those of DejaVu Sans and Verdana, in ems. These are the
 * widest of the usual fonts, so text that fits here fits in Arial, too.
 */
const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/[ijlI|!'.,:;[\]() ftr\-/\\]/, 0.42],
  [/[mwMW%@—…+<>=~≤≥±]/, 1],
  [/[A-Z&]/, 0.78],
  [/[\x20-\x7e–’‘“”]/, 0.64],
  // Other alphabets; then scripts whose letters are as wide as they are high, and signs beyond the first plane.
  [/[\u00a0-\u10ff\u1e00-\u2fff]/, 0.8],
];
const WIDEST = 1.1;
const BOLD = 1.1;

export interface Font {
  readonly size: number;
  readonly bold?: boolean;
}

/** The width of a line. */
export function widthOf(text: string, { size, bold = false }: Font): number {
  let ems = 0;
  for (const character of text.normalize("NFC"))
    ems += /\p{M}/u.test(character) ? 0 : (WIDTHS.find(([set]) => set.test(character))?.[1] ?? WIDEST);
  return ems * size * (bold ? BOLD : 1);
}

/** The text in lines that are no wider than this. A word that is too long for a line is cut where it has to be. */
export function wrapped(text: string, width: number, font: Font): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (widthOf(longer, font) <= width) {
      line = longer;
      continue;
    }
    if (line !== "") lines.push(line);
    const pieces = cut(word, width, font);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1)!;
  }
  return line === "" ? lines : [...lines, line];
}

function cut(word: string, width: number, font: Font): string[] {
  const pieces: string[] = [];
  let piece = "";
  for (const character of word) {
    if (piece !== "" && widthOf(piece + character, font) > width) {
      pieces.push(piece);
      piece = "";
    }
    piece += character;
  }
  return [...pieces, piece];
}
