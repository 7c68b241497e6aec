/**
 * A report that nothing in it can turn into a command. GitHub obeys a line of a log that begins with
 * "::", even after blanks, or has "##[" anywhere, and names of files and scenarios can hold both. A
 * space breaks the mark.
 */
export function inert(report: string): string {
  return report.replace(/^([^\S\n]*):(?=:)/gm, "$1: ").replaceAll("##[", "# #[");
}
