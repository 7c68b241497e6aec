/** Begins a text with a capital letter, unless its first word is written in its own way, like "iPhone". */
export function capital(text: string): string {
  return /^\p{Ll}\p{Lu}/u.test(text) ? text : text.charAt(0).toUpperCase() + text.slice(1);
}
