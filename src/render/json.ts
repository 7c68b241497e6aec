import { unprintableAs } from "../notation/characters.ts";

/** Writes a value as JSON, indented or on one line. A bigint keeps all of its digits. */
export function writeJson(value: unknown, indented: boolean): string {
  return write(value, indented ? "\n" : "");
}

/**
 * Writes an object as indented JSON in parts, because the whole may be longer than a string can be. An item of one of
 * its lists may be a function, which is called when the item is written.
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
 * Text as JSON that is safe to print. On a terminal, it cannot move the cursor or disguise a name. In a log, it cannot
 * contain "##[", which GitHub reads as a command anywhere.
 */
export function jsonText(text: string): string {
  return unprintableAs(JSON.stringify(text), escaped).replaceAll("##[", "##\\u005b");
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
