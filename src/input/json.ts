import { type Node, type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";
import { type JsonSlip, type Place, refuse } from "../core/errors.ts";

/** Deeper than any scenario; what is deeper is a mistake, and is refused before it fills the stack. */
const DEEPEST = 32;

export type Path = readonly (string | number)[];

/** A JSON text as a value, with the place of each part. */
export interface Json {
  readonly value: unknown;
  /** Where a part begins; the nearest part around it, where it is not there. */
  readonly placeOf: (path: Path) => Place;
  /** A number as it was written: 16.0 says more than 16. */
  readonly source: (path: Path) => string;
  /** The offsets of a part in the text; undefined where it is not there. */
  readonly spanOf: (path: Path) => { readonly start: number; readonly end: number } | undefined;
}

/** Reads JSON, strictly. Throws InputError with the line and column. */
export function parseJson(text: string): Json {
  refuseDeep(text);
  const errors: ParseError[] = [];
  // The mark that some editors begin a file with is no part of it; here it keeps its place.
  const root = parseTree(text.replace(/^\ufeff/, " "), errors, { disallowComments: true, allowEmptyContent: false });
  const [first] = errors;
  if (first) refuseSlip(text, first);
  const spanOf: Json["spanOf"] = (path) => {
    const node = path.reduce<Node | undefined>((inner, key) => inner && childAt(inner, key), root);
    return node && { start: node.offset, end: node.offset + node.length };
  };
  return {
    value: plainValue(text, root!),
    placeOf: (path) => {
      const node = path.reduce((inner, key) => childAt(inner, key) ?? inner, root!);
      const place = placeAt(text, node.offset);
      return path.length === 0 ? place : { ...place, path: pathText(path) };
    },
    spanOf,
    source: (path) => {
      const { start, end } = spanOf(path)!;
      return text.slice(start, end);
    },
  };
}

/** "killed[0].figure". */
export function pathText(path: Path): string {
  return path.map((key, index) => (typeof key === "number" ? `[${key}]` : index === 0 ? key : `.${key}`)).join("");
}

function refuseDeep(text: string): void {
  let depth = 0;
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\\n]|\\.)*"|[{}[\]]/g)) {
    if (token === "{" || token === "[") depth += 1;
    else if (token === "}" || token === "]") depth -= 1;
    if (depth > DEEPEST) refuse({ code: "E-JSON-DEEP", args: { limit: DEEPEST }, at: placeAt(text, index) });
  }
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

/** The usual slips of people who write JSON by hand, in their words. */
function refuseSlip(text: string, { error, offset }: ParseError): never {
  const found = /\S/.test(text.slice(offset)) ? String.fromCodePoint(text.codePointAt(offset)!) : "";
  const before = text.slice(0, offset).trimEnd().at(-1) ?? "";
  const args = { found, because: slip(found, before) ?? BECAUSE[printParseErrorCode(error)] ?? "other" };
  refuse({ code: "E-JSON", args, at: placeAt(text, offset) });
}

function slip(found: string, before: string): JsonSlip | undefined {
  if (found === "") return "end";
  if (/[}\]]/.test(found) && before === ",") return "comma";
  if (/['‘’“”`]/.test(found)) return "quote";
  if (found === "#") return "comment";
  if (/[\w$]/.test(found) && /[{,]/.test(before)) return "key";
  return /[\d+.]/.test(found) && /[\d:]/.test(before) ? "number" : undefined;
}

function placeAt(text: string, offset: number): Place {
  const lines = text.slice(0, offset).split(/\r\n|[\n\r]/);
  return { line: lines.length, column: lines.at(-1)!.length + 1 };
}

function childAt(node: Node, key: string | number): Node | undefined {
  const { type, children = [] } = node;
  if (type === "array") return children[key as number];
  return type === "object"
    ? children.find(({ children: [name] = [] }) => name?.value === key)?.children?.[1]
    : undefined;
}

function plainValue(text: string, node: Node): unknown {
  const { type, children = [] } = node;
  if (type === "array") return children.map((child) => plainValue(text, child));
  if (type !== "object") return node.value;
  const seen = new Set<string>();
  return Object.fromEntries(
    children.map(({ offset, children: [name, value] = [] }) => {
      const key: string = name!.value;
      // Readers of JSON keep the last of two; some take __proto__ for an order.
      if (seen.has(key)) refuse({ code: "E-KEY-TWICE", args: { key }, at: placeAt(text, offset) });
      if (key === "__proto__") refuse({ code: "E-KEY-UNKNOWN", args: { key, known: [] }, at: placeAt(text, offset) });
      seen.add(key);
      return [key, plainValue(text, value!)];
    }),
  );
}
