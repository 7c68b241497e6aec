/** Writes a value as JSON, indented or on one line; a bigint with all of its digits. */
export function writeJson(value: unknown, indented: boolean): string {
  return write(value, indented ? "\n" : "");
}

function write(value: unknown, newline: string): string {
  if (typeof value === "bigint") return value.toString();
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const inner = newline && `${newline}  `;
  const entries = Array.isArray(value)
    ? value.map((item) => write(item, inner))
    : Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}:${newline && " "}${write(item, inner)}`);
  const [open, close] = Array.isArray(value) ? ["[", "]"] : ["{", "}"];
  return entries.length === 0 ? open + close : `${open}${inner}${entries.join(`,${inner}`)}${newline}${close}`;
}
