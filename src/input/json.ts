import { type AnyNode, type ObjectNode, parse, type ValueNode } from "@humanwhocodes/momoa";
import { type Place, type Problem, refuse } from "../core/errors.ts";

/** Deeper than any scenario; what is deeper is a mistake, and is refused before it fills the stack. */
const DEEPEST = 32;

export type Path = readonly (string | number)[];

/** A JSON text as a value, with the place of each part. */
export interface Json {
  readonly value: unknown;
  /** Where a part begins; the nearest part around it, where it is not there. */
  readonly placeOf: (path: Path) => Place;
  /** A number as it was written, digits and all. */
  readonly source: (path: Path) => string;
}

/** Reads JSON, strictly. Throws InputError with the line and column. */
export function parseJson(text: string): Json {
  const { body } = parsed(text, openAtEnd(text));
  const value = plainValue(body);
  return {
    value,
    placeOf: (path) => {
      const { line, column } = nodeAt(body, path).loc.start;
      return path.length === 0 ? { line, column } : { line, column, path: pathText(path) };
    },
    source: (path) => {
      const { start, end } = nodeAt(body, path).loc;
      return text.slice(start.offset, end.offset);
    },
  };
}

/** "killed[0].figure". */
export function pathText(path: Path): string {
  return path.map((key, index) => (typeof key === "number" ? `[${key}]` : index === 0 ? key : `.${key}`)).join("");
}

function parsed(text: string, open: boolean) {
  try {
    return parse(text, { mode: "json" });
  } catch (error) {
    const { offset } = error as { offset?: number };
    if (offset === undefined) throw error;
    // Where the text ends too early, the parser points at its last part, or at the first.
    const last = !/\S/.test(text.slice(offset).replace(/^("([^"\\]|\\.)*"|[^\s"]+)/s, ""));
    const cut = open && (last || (error as Error).message.startsWith("Unexpected end"));
    return refuseAt(text, cut ? text.trimEnd().length : offset);
  }
}

/**
 * Whether brackets are left open. Refuses what the parser would not: deep nesting, and control
 * characters inside of strings.
 */
function openAtEnd(text: string): boolean {
  let depth = 0;
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]]/gs)) {
    if (token === "{" || token === "[") depth += 1;
    else if (token === "}" || token === "]") depth -= 1;
    else {
      const control = token.split("").findIndex((character) => character < " ");
      if (control >= 0) refuseAt(text, index + control, "control");
    }
    if (depth > DEEPEST) refuse({ code: "E-JSON-DEEP", args: { limit: DEEPEST }, at: placeAt(text, index) });
  }
  return depth > 0;
}

type Because = Extract<Problem, { code: "E-JSON" }>["args"]["because"];

function refuseAt(text: string, offset: number, because?: Because): never {
  const found = String.fromCodePoint(...(text.slice(offset).trim() ? [text.codePointAt(offset)!] : []));
  const before = text.slice(0, offset).trimEnd().at(-1) ?? "";
  const args = { found, because: because ?? reasonFor(found, before) };
  refuse({ code: "E-JSON", args, at: placeAt(text, offset) });
}

/** The usual slips of people who write JSON by hand. */
function reasonFor(found: string, before: string): Because {
  if (found === "") return "end";
  if (/[}\]]/.test(found) && before === ",") return "comma";
  if (/['‘’“”`]/.test(found)) return "quote";
  if (/[/#]/.test(found)) return "comment";
  if (/[\w$]/.test(found) && /[{,]/.test(before)) return "key";
  return /[\d+.-]/.test(found) || /[\d.+-]/.test(before) ? "number" : "other";
}

function placeAt(text: string, offset: number): Place {
  const lines = text.slice(0, offset).split(/\r\n|[\n\r]/);
  return { line: lines.length, column: lines.at(-1)!.length + 1 };
}

function plainValue(node: ValueNode): unknown {
  if (node.type === "Array") return node.elements.map(({ value }) => plainValue(value));
  if (node.type === "Object") {
    refuseTwice(node);
    return Object.fromEntries(node.members.map(({ name, value }) => [keyOf(name), plainValue(value)]));
  }
  return node.type === "Null" ? null : "value" in node ? node.value : undefined;
}

/** A key that stands twice, of which JSON readers keep the last, and one that some take for an order. */
function refuseTwice({ members }: ObjectNode): void {
  const seen = new Set<string>();
  for (const { name } of members) {
    const key = keyOf(name);
    const { line, column } = name.loc.start;
    if (key === "__proto__") refuse({ code: "E-KEY-UNKNOWN", args: { key, known: [] }, at: { line, column } });
    if (seen.has(key)) refuse({ code: "E-KEY-TWICE", args: { key }, at: { line, column } });
    seen.add(key);
  }
}

function nodeAt(root: ValueNode, path: Path): AnyNode {
  let node = root;
  for (const key of path) {
    const next = childAt(node, key);
    if (!next) return node;
    node = next;
  }
  return node;
}

function childAt(node: ValueNode, key: string | number): ValueNode | undefined {
  if (node.type === "Array") return node.elements[key as number]?.value;
  return node.type === "Object" ? node.members.find(({ name }) => keyOf(name) === key)?.value : undefined;
}

function keyOf(name: ObjectNode["members"][number]["name"]): string {
  return name.type === "String" ? name.value : name.name;
}
