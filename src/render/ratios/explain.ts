import { type Case, lossesOf, RECORD, type RecordSource, ratioOf, titleOf } from "../../record/cases.ts";
import { MEASURES, type Measure } from "../../record/choices.ts";
import { knownOf } from "../../record/names.ts";
import { killedText } from "../definitions.ts";
import { list } from "../list.ts";
import { pageText } from "../named.ts";
import { count, type Listed, rate } from "./list.ts";

/** One line of what is known of a case: what it is, and what is known. */
export type Known = readonly [label: string, text: string];

/** A case in full. */
export function explained({ case: one, file, sources }: Listed): Known[] {
  const page = (id: string) => sources.find((source) => source.id === id);
  const { scope, war, killed, killedBasis, killedMeans, served, servedMeans, confidence } = one;
  const means = killedText(killedBasis, killedMeans);
  const facts: (readonly [string, string | undefined])[] = [
    ["what", titleOf(one)],
    ["scope", scope && `${scope}${war === undefined ? "" : `, of the war ${war}`}`],
    ["killed", killed === undefined ? undefined : `${count(killed)}${means === undefined ? "" : ` (${means})`}`],
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
  const elsewhere = Object.entries(one.countSources ?? {}).map(
    ([of, id]): Known => [`source of the ${COUNTED[of as keyof typeof COUNTED]}`, pageOf(page(id), id)],
  );
  const rest = (one.alsoSeenIn ?? []).filter((id) => !Object.values(one.countSources ?? {}).includes(id));
  const also = rest.map((id): Known => ["also seen in", pageOf(page(id), id)]);
  const asked = knownOf(one).map((known) => `--${known} ${one.id}`);
  return [
    ...facts.filter((fact): fact is Known => fact[1] !== undefined),
    ...services,
    ...(differs
      ? [["by service", `${count(together)} killed together, another count than the one above`] as const]
      : []),
    ...rivals,
    ["source", pageOf(page(one.sourceId), one.sourceId)],
    ...elsewhere,
    ...also,
    file === undefined ? ["record", RECORD.version] : ["file", file],
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
  const means = measure === "wounded" ? one.woundedMeans : undefined;
  const of = measure === "others" ? list(parts.map((part) => part.of)) : means;
  return `${count(sum)}${of === undefined ? "" : ` (${of})`}, ${ratio} per killed`;
}

const COUNTED = {
  killed: "killed",
  wounded: "wounded",
  captured: "captured",
  missing: "missing",
  capturedOrMissing: "captured or missing",
};
type Counts = Pick<Case, keyof typeof COUNTED>;

/** "33,651 killed, 103,284 wounded (3.07 per killed)". */
function counts(figure: Counts): string {
  const ratio = ratioOf(figure as Case, "wounded");
  const parts = (Object.keys(COUNTED) as (keyof Counts)[]).flatMap((of) =>
    figure[of] === undefined ? [] : [`${count(figure[of])} ${COUNTED[of]}`],
  );
  return `${parts.join(", ")}${ratio ? ` (${ratio.toFixed(2)} wounded per killed)` : ""}`;
}

function pageOf(page: RecordSource | undefined, id: string): string {
  return page ? `${pageText(page)}${page.note ? `. ${page.note}` : ""}` : id;
}
