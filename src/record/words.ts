/** Letters that have no accent to remove, with their plain spellings. */
const PLAIN: Readonly<Record<string, string>> = { đ: "d", ł: "l", ø: "o", ß: "ss", æ: "ae", œ: "oe", ı: "i" };

/** The words of a text in lower case without accents: "Điện Biên Phủ, U.S." → dien, bien, phu, us. */
export function wordsIn(text: string): string[] {
  const folded = text
    .normalize("NFD")
    .replace(/[\p{M}.'’]/gu, "")
    .toLowerCase()
    .replace(/[đłøßæœı]/g, (letter) => PLAIN[letter]!);
  return folded.match(/[\p{L}\p{N}]+/gu) ?? [];
}
