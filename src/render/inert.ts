/**
 * Makes a report safe in a log, so that no text in it becomes a command. GitHub obeys a line that starts with "::",
 * even after spaces, or that has "##[" anywhere, and names of files and scenarios can contain both. A space breaks the
 * marker.
 */
export function inert(report: string): string {
  return report.replace(/^([^\S\n]*):(?=:)/gm, "$1: ").replaceAll("##[", "# #[");
}
