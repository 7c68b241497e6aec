import { CODES, type Code, EXPLANATIONS } from "../../render/explain.ts";

/** Every caveat as Markdown for `docs/caveats.md`. A test compares the file with this. */
export function caveatsPage(): string {
  const intro =
    "A caveat says what a result does not. Caveats are part of the result in every format: a sentence in text, a code with its arguments in JSON, and a code in a table.";
  return codesPage("Caveats", intro, (code) => !code.startsWith("E-"));
}

/** Every error as Markdown for `docs/errors.md`. A test compares the file with this. */
export function errorsPage(): string {
  const intro =
    "Every mistake has a code, which stays the same when the wording changes. Mistakes are reported together, and nothing is calculated until they are mended; in a table, the row is rejected and the others are calculated.";
  return codesPage("Errors", intro, (code) => code.startsWith("E-"));
}

function codesPage(title: string, intro: string, isOnPage: (code: Code) => boolean): string {
  const made = "This page is made from the program, like `loss-calc explain CODE`.";
  return `${[`# ${title}`, intro, made, ...CODES.filter(isOnPage).map(section)].join("\n\n")}\n`;
}

function section(code: Code): string {
  const { means, example, advice } = EXPLANATIONS[code];
  return [`## ${code}`, means, `\`\`\`text\n$ ${example}\n\`\`\``, `**What to do:** ${advice}`].join("\n\n");
}
