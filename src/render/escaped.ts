/** Text that Markdown and the HTML made of it show as it is: a name can be anything. */
export function escaped(text: string): string {
  return text.replace(/[\\`*_~[\]<>|&#]/g, "\\$&");
}
