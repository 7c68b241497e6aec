import { type Expected, refuse } from "../core/errors.ts";
import { asciiFor, describeCharacter, inAscii } from "./characters.ts";

/** A part of a text: digits with their separators, a word in lower case, or a sign. */
export interface Token {
  readonly kind: "digits" | "word" | "sign";
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Not \s, which takes in the invisible U+FEFF. */
const SPACE = /[ \t\r\n\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+/y;
/** A single space between digits separates groups, like a comma. */
const DIGITS = /\d+(?:[,_.'’ \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]\d+)*|\.\d+/y;
/** Not with the flag u, under which the Kelvin sign is a k. */
const WORD = /(?:c|ca|approx|max|min)\.|[a-z]+/iy;
/** Spellings of one sign, the longer first. */
const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/\+\/[-−]|\+[-−]|±/y, "±"],
  [/>=|≥|⩾|>/y, ">"],
  [/<=|≤|⩽|</y, "<"],
  [/\.\.+|…/y, "-"],
  [/[-‐‑‒–—−]/y, "-"],
  [/[~≈∼]/y, "~"],
  [/[×✕]/y, "x"],
  [/[%/+:,()]/y, ""],
];

/** Cuts a text into tokens. Throws InputError, naming the character, for one that has no place in a figure. */
export function tokenize(text: string, expected: Expected): Token[] {
  const tokens: Token[] = [];
  let index = 0;
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = index;
    return pattern.exec(text)?.[0];
  };
  const push = (kind: Token["kind"], found: string, as = found) => {
    tokens.push({ kind, text: as, start: index, end: index + found.length });
    index += found.length;
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
    else if (word) push("word", word, word.toLowerCase());
    else {
      const [sign, as] = signAt(take) ?? strange(text, index, expected);
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

function strange(text: string, start: number, expected: Expected): never {
  const character = String.fromCodePoint(text.codePointAt(start) ?? 0);
  const end = start + character.length;
  if (/[!-~]/.test(character)) {
    const turned = text.replace("=>", ">=").replace("=<", "<=");
    const tries = turned === text ? [] : [turned];
    refuse({ code: "E-NOT-A-NUMBER", args: { expected, found: character }, text, start, end, tries });
  }
  const beside = /[^ ]*$/.exec(text.slice(0, start))?.[0] + character + /^[^ ]*/.exec(text.slice(end))?.[0];
  const instead = asciiFor(character, beside);
  const args = { character, name: describeCharacter(character), ...(instead ? { instead } : {}) };
  const plain = text.replace(/[^ ]+/g, inAscii);
  refuse({ code: "E-CHARACTER", args, text, start, end, tries: plain === text ? [] : [plain] });
}
