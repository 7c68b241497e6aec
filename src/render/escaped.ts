/** Escapes text so that Markdown, and HTML made from it, show it unchanged. A name can be anything. */
export function escaped(text: string): string {
  return text.replace(/[\\`*_~[\]<>|&#]/g, "\\$&");
}
