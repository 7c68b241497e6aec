import type { Layout } from "./layout.ts";

/**
 * The characters beyond ASCII that the program prints, with their replacements. Figures are read back as the same
 * figures.
 */
const SIGNS: Readonly<Record<string, string>> = {
  ...{ "–": "-", "—": "-", "−": "-", "─": "-", "“": '"', "”": '"', "‘": "'", "’": "'" },
  ...{ "×": "x", "÷": "/", "≤": "<=", "≥": ">=", "≈": "~", "±": "+/-", "∓": "-/+", "√": "sqrt", "…": "...", "→": "->" },
  ...{ "²": "2", "³": "3", "½": "1/2", "¦": "|", "\u00a0": " ", "\u202f": " " },
};

/** Text in ASCII: letters lose their accents, and anything without an equivalent becomes its code point. */
export function ascii(text: string): string {
  return text.replace(/[^\0-\x7f]/gu, (character) => {
    const bare = SIGNS[character] ?? character.normalize("NFKD").replace(/\p{M}/gu, "");
    return /^[\0-\x7f]*$/.test(bare) ? bare : `\\u{${character.codePointAt(0)!.toString(16)}}`;
  });
}

/** A layout that aligns text by its width in ASCII. */
export function asciiLayout(layout: Layout): Layout {
  return {
    ...layout,
    sheet: (sheet) =>
      layout.sheet({ ...sheet, heads: sheet.heads.map(ascii), rows: sheet.rows.map((row) => row.map(ascii)) }),
    wrap: (text, indent) => layout.wrap(ascii(text), indent),
  };
}
