import { type ExpectedKind, refuse } from "../core/errors.ts";
import { asciiFor, describeCharacter, inAscii } from "./characters.ts";

/** A part of a text: digits with their separators, a word in lower case, or a sign. */
export interface Token {
  readonly kind: "digits" | "word" | "sign";
  readonly text: string;
  /** As written, so that a hyphen can be distinguished from a dash; the text of both is "-". */
  readonly raw: string;
  readonly start: number;
  readonly end: number;
}

/** Not \s, which includes the invisible U+FEFF. */
const SPACE = /[ \t\r\n\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+/y;
/** A single space between digits separates groups, like a comma. A power of ten may follow: 2.00E+05. */
const DIGITS = /(?:\d+(?:[,_.'’ \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]\d+)*|\.\d+)(?:e[+-]?\d+)?/iy;
/** Without the flag u, which would read the Kelvin sign as a k. */
const WORD = /(?:[a-z]\.){2,}|(?:c|ca|approx|max|min|est)\.|[a-z]+(?:['’][a-z]+)?/iy;
/** Spellings of one sign, the longer first. An arrow ("->") is not a dash. */
const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/\+\/[-−]|\+[-−]|±/y, "±"],
  [/>=|≥|⩾|>/y, ">"],
  [/<=|≤|⩽|</y, "<"],
  [/\.\.+|…/y, "-"],
  [/(?:-{1,3}|[‐‑‒–—−])(?!-*>)/y, "-"],
  [/[~≈∼]/y, "~"],
  [/[×✕]/y, "x"],
  [/[¹²³⁰⁴-⁹]+/y, "¹"],
  [/&/y, "and"],
  [/[%/+:,;.()[\]*†‡"'“”„‘’‚«»½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]/y, ""],
];

/** Cuts a text into tokens. Throws InputError, naming the character, if one has no place in a figure. */
export function tokenize(text: string, expected: ExpectedKind): Token[] {
  const tokens: Token[] = [];
  let index = 0;
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = index;
    return pattern.exec(text)?.[0];
  };
  const push = (kind: Token["kind"], raw: string, as = raw) => {
    tokens.push({ kind, text: as, raw, start: index, end: index + raw.length });
    index += raw.length;
  };
  while (index < text.length) {
    const space = take(SPACE);
    if (space) {
      index += space.length;
      continue;
    }
    const digits = take(DIGITS);
    const word = digits ? undefined : take(WORD);
    if (digits) push("digits", digits);
    else if (word) push("word", word, word.toLowerCase().replace("’", "'"));
    else {
      const [sign, as] = signAt(take) ?? refuseCharacter(text, index, expected);
      push("sign", sign, as);
    }
  }
  return tokens;
}

function signAt(take: (pattern: RegExp) => string | undefined): readonly [string, string] | undefined {
  for (const [pattern, as] of SIGNS) {
    const found = take(pattern);
    if (found) return [found, as || found];
  }
  return undefined;
}

function refuseCharacter(text: string, start: number, expected: ExpectedKind): never {
  const character = String.fromCodePoint(text.codePointAt(start) ?? 0);
  const end = start + character.length;
  if (/[!-~]/.test(character)) {
    const corrected = text.replace("=>", ">=").replace("=<", "<=").replace(/-+>/, "-");
    const tries = corrected === text ? [] : [corrected];
    refuse({ code: "E-NOT-A-NUMBER", args: { expected, found: character }, text, start, end, tries });
  }
  const word = /[^ ]*$/.exec(text.slice(0, start))?.[0] + character + /^[^ ]*/.exec(text.slice(end))?.[0];
  const instead = asciiFor(character, word);
  const args = { character, name: describeCharacter(character), ...(instead ? { instead } : {}) };
  const plain = text.replace(/[^ ]+/g, inAscii);
  refuse({ code: "E-CHARACTER", args, text, start, end, tries: plain === text ? [] : [plain] });
}

/** The word at a place, or "" if there is none. */
export function wordAt(tokens: readonly Token[], at: number): string {
  const token = tokens[at];
  return token?.kind === "word" ? token.text : "";
}

/** The sign at a place, or "" if there is none. */
export function signTextAt(tokens: readonly Token[], at: number): string {
  const token = tokens[at];
  return token?.kind === "sign" ? token.text : "";
}

/** Whether a hyphen is at a place, between two words without blanks, as in "twenty-five". */
export function isHyphenAt(tokens: readonly Token[], at: number): boolean {
  const [before, token, after] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (token === undefined || !/^[-‐‑]$/.test(token.raw)) return false;
  return before?.end === token.start && after?.start === token.end;
}
