import { type Node, type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";
import { type JsonSlip, type Place, refuse } from "../core/errors.ts";

/** Deeper than any scenario. Anything deeper is a mistake, and is refused before it can overflow the stack. */
const DEEPEST = 32;

export type Path = readonly (string | number)[];

/** A JSON text as a value, with a way to find the place of each part. */
export interface Json {
  readonly value: unknown;
  /** Where a part begins. If the part is not there, this is the place of the nearest part around it. */
  readonly locate: (path: Path) => Place;
  /** A number exactly as it was written: 16.0 says more than 16. */
  readonly source: (number: number, path: () => Path) => string;
  /** The offsets of a part in the text; undefined if it is not there. */
  readonly spanOf: (path: Path) => { readonly start: number; readonly end: number } | undefined;
}

/**
 * Reads JSON, strictly. Throws InputError with the line and column. The places of parts are only looked up when someone
 * asks for them, since most files have nothing to report.
 */
export function parseJson(text: string): Json {
  const { keys, plain } = scan(text);
  const value = jsonValue(text);
  if (keysIn(value) !== keys) refuseKey(text, treeOf(text));
  let known: { root: Node; starts: number[]; children: Children } | undefined;
  const tree = () => {
    known ??= { root: treeOf(text), starts: lineStarts(text), children: new Map() };
    return known;
  };
  const spanOf: Json["spanOf"] = (path) => {
    const { root, children } = tree();
    const node = path.reduce<Node | undefined>((inner, key) => inner && childAt(inner, key, children), root);
    return node && { start: node.offset, end: node.offset + node.length };
  };
  return {
    value,
    locate: (path) => {
      const { root, starts, children } = tree();
      const node = path.reduce((inner, key) => childAt(inner, key, children) ?? inner, root);
      const place = placeAt(text, node.offset, starts);
      return path.length === 0 ? place : { ...place, path: pathText(path) };
    },
    spanOf,
    source: (number, path) => {
      if (plain) return String(number);
      const { start, end } = spanOf(path())!;
      const written = text.slice(start, end);
      // 7e3 is a valid JSON number, but not a figure as people write it.
      return /e/i.test(written) ? String(number) : written;
    },
  };
}

/**
 * Counts the keys of a value. JSON readers keep only the last of two keys with the same name, and some treat __proto__
 * as a command.
 */
function keysIn(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  if (Object.hasOwn(value, "__proto__")) return Number.NaN;
  const values = Object.values(value);
  let keys = Array.isArray(value) ? 0 : values.length;
  for (const inner of values) keys += keysIn(inner);
  return keys;
}

function jsonValue(text: string): unknown {
  try {
    return JSON.parse(bare(text));
  } catch {
    // Not every version of Node says where the mistake is.
    const errors: ParseError[] = [];
    parseTree(bare(text), errors, STRICT);
    return refuseSlip(text, errors[0]!);
  }
}

function treeOf(text: string): Node {
  return parseTree(bare(text), [], STRICT)!;
}

const STRICT = { disallowComments: true, allowEmptyContent: false };

/** The byte order mark is not part of the JSON. A space replaces it, so that all offsets stay the same. */
function bare(text: string): string {
  return text.replace(/^\ufeff/, " ");
}

/** Writes a path as text: "killed[0].figure". */
export function pathText(path: Path): string {
  return path.map((key, index) => (typeof key === "number" ? `[${key}]` : index === 0 ? key : `.${key}`)).join("");
}

/**
 * Counts the keys of a text, and checks whether all its numbers are written the way they would be printed. This is a
 * loop over everything outside of strings, since a regular expression would produce more than the whole file holds.
 */
function scan(text: string): { keys: number; plain: boolean } {
  let [depth, keys, plain] = [0, 0, true];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code <= SPACE) continue;
    if (code === QUOTE) {
      at = endOfString(text, at);
      // Outside of strings, a colon only ever comes after a key.
    } else if (code === COLON) keys += 1;
    else if (code === CLOSING_BRACE || code === CLOSING_BRACKET) depth -= 1;
    else if (code === BRACE || code === BRACKET) {
      depth += 1;
      if (depth > DEEPEST) refuse({ code: "E-JSON-DEEP", args: { limit: DEEPEST }, at: placeAt(text, at) });
    } else if (code === MINUS) plain = false;
    else if (code >= ZERO && code <= NINE) {
      const end = endOfNumber(text, at);
      const number = text.slice(at, end);
      plain &&= String(Number(number)) === number;
      at = end - 1;
    }
  }
  return { keys, plain };
}

const [SPACE, QUOTE, COLON, MINUS, ZERO, NINE] = [32, 34, 58, 45, 48, 57];
const [BRACE, CLOSING_BRACE, BRACKET, CLOSING_BRACKET] = [123, 125, 91, 93];

/** Finds the quotation mark that ends a string: the first after an even number of backslashes. */
function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (end >= 0) {
    let before = end;
    while (text[before - 1] === "\\") before -= 1;
    if ((end - before) % 2 === 0) return end;
    end = text.indexOf('"', end + 1);
  }
  return text.length;
}

function endOfNumber(text: string, start: number): number {
  let at = start + 1;
  while (/[\d.eE+-]/.test(text[at] ?? "")) at += 1;
  return at;
}

const BECAUSE: Readonly<Record<string, JsonSlip>> = {
  ColonExpected: "colon",
  CommaExpected: "separator",
  EndOfFileExpected: "more",
  InvalidCommentToken: "comment",
  UnexpectedEndOfString: "string",
  UnexpectedEndOfNumber: "number",
  InvalidUnicode: "escape",
  InvalidEscapeCharacter: "escape",
  InvalidCharacter: "control",
};

/** Explains the usual slips of people who write JSON by hand, in their own words. */
function refuseSlip(text: string, { error, offset }: ParseError): never {
  const found = /\S/.test(text.slice(offset)) ? String.fromCodePoint(text.codePointAt(offset)!) : "";
  const before = text.slice(0, offset).trimEnd().at(-1) ?? "";
  const args = {
    found,
    because: slipOf(found, before, text[offset - 1] ?? "") ?? BECAUSE[printParseErrorCode(error)] ?? "other",
  };
  refuse({ code: "E-JSON", args, at: placeAt(text, offset) });
}

function slipOf(found: string, before: string, adjacent: string): JsonSlip | undefined {
  if (found === "") return before === "" ? "empty" : "end";
  if (/[}\]]/.test(found) && before === ",") return "comma";
  if (/['‘’“”`]/.test(found)) return "quote";
  if (found === "#") return "comment";
  if (/\d/.test(found) && before === ",") return "grouped";
  if (/[\w$]/.test(found) && /[{,]/.test(before)) return "key";
  return /[\d+.]/.test(found) && (before === ":" || /\d/.test(adjacent)) ? "number" : undefined;
}

/** Finds the place of an offset, given where each line begins. */
function placeAt(text: string, offset: number, starts = lineStarts(text)): Place {
  let [low, high] = [0, starts.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle;
  }
  return { line: low + 1, column: offset - starts[low]! + 1 };
}

function lineStarts(text: string): number[] {
  return [0, ...Array.from(text.matchAll(/\r\n|[\n\r]/g), ({ 0: end, index }) => index + end.length)];
}

/** The values of objects by their keys. Each map is made once, when its object is first asked for. */
type Children = Map<Node, ReadonlyMap<string, Node>>;

function childAt(node: Node, key: string | number, known: Children): Node | undefined {
  if (node.type === "array") return node.children?.[key as number];
  if (node.type !== "object") return undefined;
  const children =
    known.get(node) ?? new Map(node.children!.map(({ children: [name, value] = [] }) => [name!.value, value!]));
  known.set(node, children);
  return children.get(key as string);
}

/** Refuses a key that is in an object twice, or that no object may have. */
function refuseKey(text: string, { type, children = [] }: Node): void {
  const seen = new Set<string>();
  for (const child of children) {
    const [name, value = child] = type === "object" ? (child.children ?? []) : [];
    const key: string | undefined = name?.value;
    if (key !== undefined) {
      const at = () => placeAt(text, child.offset);
      if (seen.has(key)) refuse({ code: "E-KEY-TWICE", args: { key }, at: at() });
      if (key === "__proto__") refuse({ code: "E-KEY-UNKNOWN", args: { key, known: [] }, at: at() });
      seen.add(key);
    }
    refuseKey(text, value);
  }
}
