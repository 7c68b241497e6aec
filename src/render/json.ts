/** Writes a value as JSON, indented or on one line; a bigint with all of its digits. */
export function writeJson(value: unknown, indented: boolean): string {
  return write(value, indented ? "\n" : "");
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

/** Control characters that JSON allows as they are, and the marks that turn the direction of text. */
const UNSAFE = /[\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** A text as JSON that is safe to print on a terminal: it cannot move the cursor or disguise a name. */
export function jsonText(text: string): string {
  return JSON.stringify(text).replace(
    UNSAFE,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
