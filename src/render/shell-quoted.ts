import { unprintableAs, unprintableIn } from "../notation/characters.ts";

/**
 * A word as a shell reads it, quoted only if necessary. It cannot control a terminal or a GitHub log, where commands
 * can start with "##[".
 */
export function shellQuoted(word: string): string {
  if (/^[\w,.:=@%+/-]+$/.test(word)) return word;
  if (unprintableIn(word) || word.includes("##[")) {
    const quoted = word.replace(/[\\']/g, "\\$&").replaceAll("##[", "##\\x5b");
    return `$'${unprintableAs(quoted, bytesOf)}'`;
  }
  return /["$`\\!]/.test(word) ? `'${word.replaceAll("'", `'\\''`)}'` : `"${word}"`;
}

/** "\\xc2\\x9b": a character as the bytes of its UTF-8, the way bash and zsh read them between $' and '. */
function bytesOf(character: string): string {
  return [...Buffer.from(character)].map((byte) => `\\x${byte.toString(16).padStart(2, "0")}`).join("");
}
