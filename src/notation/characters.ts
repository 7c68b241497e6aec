import { lazy } from "../core/lazy.ts";

/**
 * Characters that look like those of numbers and units, with the ASCII that was probably meant. Names are those of the
 * Unicode Standard.
 */
const LOOKALIKES = tableOf(`
О O CYRILLIC CAPITAL LETTER O
о o CYRILLIC SMALL LETTER O
Ο O GREEK CAPITAL LETTER OMICRON
ο o GREEK SMALL LETTER OMICRON
З 3 CYRILLIC CAPITAL LETTER ZE
з 3 CYRILLIC SMALL LETTER ZE
І I CYRILLIC CAPITAL LETTER BYELORUSSIAN-UKRAINIAN I
і i CYRILLIC SMALL LETTER BYELORUSSIAN-UKRAINIAN I
Ι I GREEK CAPITAL LETTER IOTA
К K CYRILLIC CAPITAL LETTER KA
к k CYRILLIC SMALL LETTER KA
Κ K GREEK CAPITAL LETTER KAPPA
κ k GREEK SMALL LETTER KAPPA
М M CYRILLIC CAPITAL LETTER EM
м m CYRILLIC SMALL LETTER EM
Μ M GREEK CAPITAL LETTER MU
Х X CYRILLIC CAPITAL LETTER HA
х x CYRILLIC SMALL LETTER HA
Χ X GREEK CAPITAL LETTER CHI
χ x GREEK SMALL LETTER CHI
А A CYRILLIC CAPITAL LETTER A
а a CYRILLIC SMALL LETTER A
Α A GREEK CAPITAL LETTER ALPHA
α a GREEK SMALL LETTER ALPHA
Е E CYRILLIC CAPITAL LETTER IE
е e CYRILLIC SMALL LETTER IE
р p CYRILLIC SMALL LETTER ER
с c CYRILLIC SMALL LETTER ES
Т T CYRILLIC CAPITAL LETTER TE
т t CYRILLIC SMALL LETTER TE
у y CYRILLIC SMALL LETTER U
“ _ LEFT DOUBLE QUOTATION MARK
” _ RIGHT DOUBLE QUOTATION MARK
„ _ DOUBLE LOW-9 QUOTATION MARK
‘ _ LEFT SINGLE QUOTATION MARK
« _ LEFT-POINTING DOUBLE ANGLE QUOTATION MARK
» _ RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK
٫ . ARABIC DECIMAL SEPARATOR
٬ , ARABIC THOUSANDS SEPARATOR
， , FULLWIDTH COMMA
． . FULLWIDTH FULL STOP
％ % FULLWIDTH PERCENT SIGN
＋ + FULLWIDTH PLUS SIGN
－ - FULLWIDTH HYPHEN-MINUS
`);

/** Invisible characters, by code point. */
const INVISIBLE = tableOf(`
0000 _ NULL
0009 _ CHARACTER TABULATION
000A _ LINE FEED
000D _ CARRIAGE RETURN
001B _ ESCAPE
007F _ DELETE
00AD _ SOFT HYPHEN
200B _ ZERO WIDTH SPACE
200C _ ZERO WIDTH NON-JOINER
200D _ ZERO WIDTH JOINER
200E _ LEFT-TO-RIGHT MARK
200F _ RIGHT-TO-LEFT MARK
202E _ RIGHT-TO-LEFT OVERRIDE
2060 _ WORD JOINER
FEFF _ ZERO WIDTH NO-BREAK SPACE
`);

interface CharacterInfo {
  /** What was probably meant; empty for nothing. */
  readonly instead: string;
  readonly name: string;
}

/** A table from lines with a character, what was probably meant ("_" for nothing), and its name. */
function tableOf(lines: string): (character: string) => CharacterInfo | undefined {
  const table = lazy(() => new Map(lines.trim().split("\n").map(entryOf)));
  return (character) => table().get(character);
}

function entryOf(line: string): [string, CharacterInfo] {
  const [character = "", instead = "", ...name] = line.split(" ");
  return [character, { instead: instead.replace("_", ""), name: name.join(" ") }];
}

/** What a character is, for someone who cannot see it: "U+041E CYRILLIC CAPITAL LETTER O". */
export function describeCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const point = code.toString(16).toUpperCase().padStart(4, "0");
  return `U+${point} ${(LOOKALIKES(character) ?? INVISIBLE(point))?.name ?? kindOf(character)}`;
}

/** The ASCII that was probably meant by a character in its word; empty if it is invisible. */
export function asciiFor(character: string, word: string): string | undefined {
  if (/\p{Cf}/u.test(character)) return "";
  if (/[^0-9]/.test(character) && /\p{Nd}/u.test(character)) return String(digitValue(character));
  const letter = LOOKALIKES(character)?.instead;
  if (letter === undefined || !/\d/.test(word)) return letter;
  return { O: "0", o: "0", I: "1", i: "1" }[letter] ?? letter;
}

/** A word with every such character replaced by ASCII. */
export function inAscii(word: string): string {
  return [...word].map((character) => asciiFor(character, word) ?? character).join("");
}

/** The digits of a script are ten code points in order; the mathematical digits are five such tens in a row. */
function digitValue(digit: string): number {
  let before = 0;
  let code = (digit.codePointAt(0) ?? 0) - 1;
  while (/\p{Nd}/u.test(String.fromCodePoint(code))) [before, code] = [before + 1, code - 1];
  return before % 10;
}

function kindOf(character: string): string {
  if (/\p{Cs}/u.test(character)) return "(half of a character)";
  if (/\p{C}/u.test(character)) return "(a control character)";
  if (/\p{Nd}/u.test(character)) return "(a digit of another script)";
  if (/\p{L}/u.test(character)) return "(a letter of another script)";
  return `"${character}"`;
}

/**
 * Control characters, line separators, lone surrogates, the sign for bytes that are not UTF-8, and marks that are invisible or change the direction of text.
 * They could move the cursor, break a line of output or disguise a name.
 */
const UNPRINTABLE =
  /[^ -\u{10ffff}]|[\x7f-\x9f\ud800-\udfff\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\ufffd-\uffff]/gu;

/** Most texts are printable ASCII only, and this test is faster. */
const PLAIN = /^[ -~]*$/;

/** The first unprintable character of a text, and its index. */
export function unprintableIn(text: string): { character: string; index: number } | undefined {
  if (PLAIN.test(text)) return undefined;
  const index = text.search(UNPRINTABLE);
  return index < 0 ? undefined : { character: String.fromCodePoint(text.codePointAt(index) ?? 0), index };
}

/** The text with every unprintable character written as its code point, safe for any terminal. */
export function printable(text: string): string {
  return unprintableAs(text, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}

/** The text with every unprintable character replaced by what `write` returns. */
export function unprintableAs(text: string, write: (character: string) => string): string {
  return PLAIN.test(text) ? text : text.replace(UNPRINTABLE, write);
}
