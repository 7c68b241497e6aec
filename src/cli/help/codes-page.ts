import { CODES, type Code, EXPLANATIONS } from "../../render/explain.ts";

/** Every caveat as Markdown for `docs/caveats.md`. A test compares the file with this. */
export function caveatsPage(): string {
  const intro =
    "A caveat is something to know about a result that its numbers do not show. Every format includes the caveats: text has a sentence for each, JSON its code, arguments and message, and a table its code.";
  return codesPage("Caveats", intro, (code) => !code.startsWith("E-"));
}

/** Every error as Markdown for `docs/errors.md`. A test compares the file with this. */
export function errorsPage(): string {
  const intro =
    "Every mistake has a code, which stays the same if the wording changes. loss-calc reports all mistakes together, and calculates nothing until they are corrected. In a table, it rejects the rows with mistakes and calculates the others.";
  return codesPage("Errors", intro, (code) => code.startsWith("E-"));
}

function codesPage(title: string, intro: string, isOnPage: (code: Code) => boolean): string {
  const made = "This page is generated from the program, like the output of `loss-calc explain CODE`.";
  return `${[`# ${title}`, intro, made, ...CODES.filter(isOnPage).map(section)].join("\n\n")}\n`;
}

function section(code: Code): string {
  const { means, example, advice } = EXPLANATIONS[code];
  return [`## ${code}`, means, `\`\`\`text\n$ ${example}\n\`\`\``, `**What to do:** ${advice}`].join("\n\n");
}
