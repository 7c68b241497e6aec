import { unprintableAs } from "../notation/characters.ts";

/** Writes a value as JSON, indented or on one line; a bigint with all of its digits. */
export function writeJson(value: unknown, indented: boolean): string {
  return write(value, indented ? "\n" : "");
}

/**
 * Writes an object as indented JSON in parts, which may be longer together than a string can be. An item of its lists
 * may be a function, which makes it when it is written.
 */
export function* jsonParts(record: object): Generator<string> {
  let separator = "{";
  for (const [key, value] of Object.entries(record)) {
    yield `${separator}\n  ${jsonText(key)}: `;
    if (Array.isArray(value) && value.length > 0) yield* listParts(value);
    else yield write(value, "\n  ");
    separator = ",";
  }
  yield "\n}";
}

function* listParts(list: readonly unknown[]): Generator<string> {
  let separator = "[";
  for (const item of list) {
    yield `${separator}\n    ${write(typeof item === "function" ? item() : item, "\n    ")}`;
    separator = ",";
  }
  yield "\n  ]";
}

function write(value: unknown, newline: string): string {
  if (typeof value === "bigint") return value.toString();
  if (typeof value === "string") return jsonText(value);
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const inner = newline && `${newline}  `;
  const entries = Array.isArray(value)
    ? value.map((item) => write(item, inner))
    : Object.entries(value).map(([key, item]) => `${jsonText(key)}:${newline && " "}${write(item, inner)}`);
  const [open, close] = Array.isArray(value) ? ["[", "]"] : ["{", "}"];
  return entries.length === 0 ? open + close : `${open}${inner}${entries.join(`,${inner}`)}${newline}${close}`;
}

/**
 * A text as JSON that is safe to print on a terminal, where it cannot move the cursor or disguise a name, and in a log:
 * GitHub takes "##[" anywhere for a command.
 */
export function jsonText(text: string): string {
  return unprintableAs(JSON.stringify(text), escaped).replaceAll("##[", "##\\u005b");
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
