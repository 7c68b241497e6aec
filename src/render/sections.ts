import type { Estimate } from "../core/estimate.ts";
import { caveatSentences } from "./caveats.ts";
import { claimLines } from "./claims.ts";
import { originLines, replacementLines } from "./origin.ts";
import { type Outline, outlineOf } from "./outline.ts";
import { sentenceOf } from "./sentence.ts";
import type { Sheet } from "./sheet.ts";
import { widthLine } from "./width.ts";
import type { WorkedStep } from "./worked-step.ts";
import { workingOf } from "./working.ts";

/** A section of what people read about a result, in words that are not laid out yet. */
export type Section =
  | { readonly kind: "title"; readonly text: string }
  | { readonly kind: "table"; readonly outline: Outline }
  | { readonly kind: "sheet"; readonly sheet: Sheet; readonly caption?: string }
  | { readonly kind: "sentence"; readonly text: string }
  | { readonly kind: "list"; readonly title: string; readonly lines: readonly string[]; readonly isOfSources?: true }
  | { readonly kind: "steps"; readonly title: string; readonly steps: readonly WorkedStep[] };

/** The sections of an estimate, in the order in which they are printed. The working is last, and only on request. */
export function sectionsOf(estimate: Estimate, explain: boolean, isText: boolean): Section[] {
  const { name, note, replaced } = estimate.scenario;
  const width = explain ? widthLine(estimate) : undefined;
  return [
    ...(name ? [{ kind: "title", text: name } as const] : []),
    { kind: "table", outline: outlineOf(estimate) },
    { kind: "sentence", text: sentenceOf(estimate) },
    ...listSection("Changed from the file", replacementLines(replaced)),
    ...listSection("Claims", claimLines(estimate)),
    ...listSection("Caveats", caveatSentences(estimate.caveats, { isForReaders: !isText })),
    ...(note ? [{ kind: "sentence", text: `Note: ${note}` } as const] : []),
    ...sourcesSection(originLines(estimate.scenario, explain)),
    ...(explain ? [{ kind: "steps", title: "Working", steps: workingOf(estimate) } as const] : []),
    ...(width === undefined ? [] : [{ kind: "sentence", text: width } as const]),
  ];
}

/** A list under its title. Nothing if the list is empty. */
export function listSection(title: string, lines: readonly string[]): Section[] {
  return lines.length > 0 ? [{ kind: "list", title, lines }] : [];
}

/** The sources that have more than a name. Markdown and wikitext list all of them instead (see sources.ts). */
export function sourcesSection(lines: readonly string[]): Section[] {
  return lines.length > 0 ? [{ kind: "list", title: "Sources", lines, isOfSources: true }] : [];
}
