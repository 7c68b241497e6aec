import { type Case, lossesOf, type RecordSource, ratioOf, titleOf } from "../../record/cases.ts";
import { MEASURES, type Measure } from "../../record/choices.ts";
import { knownOf } from "../../record/names.ts";
import { DEFINITION } from "../definitions.ts";
import { list } from "../list.ts";
import { pageText } from "../named.ts";
import { count, type Listed, rate } from "./list.ts";

/** One line of what is known of a case: what it is, and what is known. */
export type Known = readonly [label: string, text: string];

/** A case in full. */
export function explained({ case: one, file, sources }: Listed): Known[] {
  const page = (id: string) => sources.find((source) => source.id === id);
  const { scope, war, killed, killedBasis, killedMeans, served, servedMeans, confidence } = one;
  const means = [killedBasis && DEFINITION[killedBasis], killedMeans].filter((part) => part !== undefined).join(": ");
  const facts: (readonly [string, string | undefined])[] = [
    ["what", titleOf(one)],
    ["scope", scope && `${scope}${war === undefined ? "" : `, of the war ${war}`}`],
    ["killed", killed === undefined ? undefined : `${count(killed)}${means === "" ? "" : ` (${means})`}`],
    ...MEASURES.map((measure) => [measure === "others" ? "all others" : measure, losses(one, measure)] as const),
    ["captured or missing", one.capturedOrMissing === undefined ? undefined : count(one.capturedOrMissing)],
    ["served", served === undefined ? undefined : `${count(served)}${servedMeans ? ` (${servedMeans})` : ""}`],
    ["comparable", one.comparable ? "yes" : `no${one.notComparableBecause ? `: ${one.notComparableBecause}` : ""}`],
    ["confidence", confidence],
    ["why this figure", one.whyThisFigure],
    ["note", one.note],
  ];
  const rivals = (one.otherFigures ?? []).map((figure): Known => {
    const { note, sourceId } = figure;
    const where = page(sourceId);
    return ["other figures", [counts(figure), note, where && pageText(where)].filter(Boolean).join("; ")];
  });
  const services = (one.byService ?? []).map((part): Known => ["by service", `${part.service}: ${counts(part)}`]);
  const together = (one.byService ?? []).reduce((sum, part) => sum + (part.killed ?? 0), 0);
  const differs = services.length > 0 && together !== killed;
  const also = (one.alsoSeenIn ?? []).map((id): Known => ["also seen in", pageOf(page(id), id)]);
  const asked = knownOf(one).map((known) => `--${known} ${one.id}`);
  return [
    ...facts.filter((fact): fact is Known => fact[1] !== undefined),
    ...services,
    ...(differs
      ? [["by service", `${count(together)} killed together, another count than the one above`] as const]
      : []),
    ...rivals,
    ["source", pageOf(page(one.sourceId), one.sourceId)],
    ...also,
    ...(file === undefined ? [] : [["file", file] as const]),
    ["as a ratio", asked.length > 0 ? asked.join(", ") : "none follows from it"],
  ];
}

/** "103,284, 3.06 per killed". */
function losses(one: Listed["case"], measure: Measure): string | undefined {
  const parts = lossesOf(one, measure);
  const ratio = rate(one, measure);
  if (ratio === "")
    return measure === "others" ? "not known: of the captured and missing there is no count" : "not known";
  if (!parts) return `${ratio} per killed`;
  const sum = parts.reduce((total, part) => total + part.count, 0);
  const of = measure === "others" ? ` (${list(parts.map((part) => part.of))})` : "";
  return `${count(sum)}${of}, ${ratio} per killed`;
}

type Counts = Pick<Case, "killed" | "wounded" | "captured" | "missing" | "capturedOrMissing">;

/** "33,651 killed, 103,284 wounded (3.07 per killed)". */
function counts(figure: Counts): string {
  const named = [
    ["killed", figure.killed],
    ["wounded", figure.wounded],
    ["captured", figure.captured],
    ["missing", figure.missing],
    ["captured or missing", figure.capturedOrMissing],
  ] as const;
  const ratio = ratioOf(figure as Case, "wounded");
  const parts = named.flatMap(([of, people]) => (people === undefined ? [] : [`${count(people)} ${of}`]));
  return `${parts.join(", ")}${ratio ? ` (${ratio.toFixed(2)} wounded per killed)` : ""}`;
}

function pageOf(page: RecordSource | undefined, id: string): string {
  return page ? `${pageText(page)}${page.note ? `. ${page.note}` : ""}` : id;
}
