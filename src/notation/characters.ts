/**
 * Letters of other scripts that look like the ones of numbers and units, with what they are
 * taken for. Names are those of the Unicode Standard.
 */
const LOOKALIKES: Readonly<Record<string, readonly [name: string, instead: string]>> = {
  О: ["CYRILLIC CAPITAL LETTER O", "O"],
  о: ["CYRILLIC SMALL LETTER O", "o"],
  Ο: ["GREEK CAPITAL LETTER OMICRON", "O"],
  ο: ["GREEK SMALL LETTER OMICRON", "o"],
  З: ["CYRILLIC CAPITAL LETTER ZE", "3"],
  з: ["CYRILLIC SMALL LETTER ZE", "3"],
  І: ["CYRILLIC CAPITAL LETTER BYELORUSSIAN-UKRAINIAN I", "I"],
  і: ["CYRILLIC SMALL LETTER BYELORUSSIAN-UKRAINIAN I", "i"],
  Ι: ["GREEK CAPITAL LETTER IOTA", "I"],
  К: ["CYRILLIC CAPITAL LETTER KA", "K"],
  к: ["CYRILLIC SMALL LETTER KA", "k"],
  Κ: ["GREEK CAPITAL LETTER KAPPA", "K"],
  κ: ["GREEK SMALL LETTER KAPPA", "k"],
  М: ["CYRILLIC CAPITAL LETTER EM", "M"],
  м: ["CYRILLIC SMALL LETTER EM", "m"],
  Μ: ["GREEK CAPITAL LETTER MU", "M"],
  Х: ["CYRILLIC CAPITAL LETTER HA", "X"],
  х: ["CYRILLIC SMALL LETTER HA", "x"],
  Χ: ["GREEK CAPITAL LETTER CHI", "X"],
  χ: ["GREEK SMALL LETTER CHI", "x"],
  А: ["CYRILLIC CAPITAL LETTER A", "A"],
  а: ["CYRILLIC SMALL LETTER A", "a"],
  Α: ["GREEK CAPITAL LETTER ALPHA", "A"],
  α: ["GREEK SMALL LETTER ALPHA", "a"],
  Е: ["CYRILLIC CAPITAL LETTER IE", "E"],
  е: ["CYRILLIC SMALL LETTER IE", "e"],
  р: ["CYRILLIC SMALL LETTER ER", "p"],
  с: ["CYRILLIC SMALL LETTER ES", "c"],
  Т: ["CYRILLIC CAPITAL LETTER TE", "T"],
  т: ["CYRILLIC SMALL LETTER TE", "t"],
  у: ["CYRILLIC SMALL LETTER U", "y"],
  "“": ["LEFT DOUBLE QUOTATION MARK", ""],
  "”": ["RIGHT DOUBLE QUOTATION MARK", ""],
  "„": ["DOUBLE LOW-9 QUOTATION MARK", ""],
  "‘": ["LEFT SINGLE QUOTATION MARK", ""],
  "«": ["LEFT-POINTING DOUBLE ANGLE QUOTATION MARK", ""],
  "»": ["RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK", ""],
  "٫": ["ARABIC DECIMAL SEPARATOR", "."],
  "٬": ["ARABIC THOUSANDS SEPARATOR", ","],
  "，": ["FULLWIDTH COMMA", ","],
  "．": ["FULLWIDTH FULL STOP", "."],
  "％": ["FULLWIDTH PERCENT SIGN", "%"],
  "＋": ["FULLWIDTH PLUS SIGN", "+"],
  "－": ["FULLWIDTH HYPHEN-MINUS", "-"],
};

const INVISIBLE: Readonly<Record<number, string>> = {
  0: "NULL",
  9: "CHARACTER TABULATION",
  10: "LINE FEED",
  13: "CARRIAGE RETURN",
  27: "ESCAPE",
  127: "DELETE",
  173: "SOFT HYPHEN",
  8203: "ZERO WIDTH SPACE",
  8204: "ZERO WIDTH NON-JOINER",
  8205: "ZERO WIDTH JOINER",
  8206: "LEFT-TO-RIGHT MARK",
  8207: "RIGHT-TO-LEFT MARK",
  8238: "RIGHT-TO-LEFT OVERRIDE",
  8288: "WORD JOINER",
  65279: "ZERO WIDTH NO-BREAK SPACE",
};

/** What a character is, for someone who cannot see it: "U+041E CYRILLIC CAPITAL LETTER O". */
export function describeCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const name = LOOKALIKES[character]?.[0] ?? INVISIBLE[code] ?? kindOf(character);
  return `U+${code.toString(16).toUpperCase().padStart(4, "0")} ${name}`;
}

/** What a character is likely to stand for in its word: ASCII, or nothing where it is invisible. */
export function asciiFor(character: string, word: string): string | undefined {
  if (/\p{Cf}/u.test(character)) return "";
  if (/[^0-9]/.test(character) && /\p{Nd}/u.test(character)) return String(digitValue(character));
  const letter = LOOKALIKES[character]?.[1];
  if (letter === undefined || !/\d/.test(word)) return letter;
  return { O: "0", o: "0", I: "1", i: "1" }[letter] ?? letter;
}

/** A word with every such character replaced. */
export function inAscii(word: string): string {
  return [...word].map((character) => asciiFor(character, word) ?? character).join("");
}

/** The digits of a script are ten neighbours, in order. */
function digitValue(digit: string): number {
  let value = 0;
  let code = (digit.codePointAt(0) ?? 0) - 1;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code))) [value, code] = [value + 1, code - 1];
  return value;
}

function kindOf(character: string): string {
  if (/\p{C}/u.test(character)) return "(a control character)";
  if (/\p{Nd}/u.test(character)) return "(a digit of another script)";
  if (/\p{L}/u.test(character)) return "(a letter of another script)";
  return `"${character}"`;
}

/**
 * Control characters, line separators, lone surrogates, and the marks that turn the direction of
 * text, or take no place in it: what could move a cursor, break a line of output or disguise a name.
 */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff]/gu;

/** The first such character of a text, and where. */
export function unprintableIn(text: string): { character: string; index: number } | undefined {
  const index = text.search(UNPRINTABLE);
  return index < 0 ? undefined : { character: String.fromCodePoint(text.codePointAt(index) ?? 0), index };
}

/** The text with every such character written as its code point, safe for any terminal. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}
