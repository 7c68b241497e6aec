import type { Subject } from "../../core/compare/quantities.ts";
import type { Total, TotalRow } from "../../core/compare/total.ts";
import { floorOf, type Range } from "../../core/range.ts";
import { shareRangeInWords } from "../../core/share.ts";
import { compact, inWords, people, percent, RESULT, typed } from "../../notation/print.ts";
import { caveatSentences } from "../caveats.ts";
import { list } from "../list.ts";
import { numberWord } from "../number-word.ts";
import { originLines } from "../origin.ts";
import { counted } from "../quantity-words.ts";
import { listSection, type Section, sourcesSection } from "../sections.ts";
import type { Sheet } from "../sheet.ts";
import type { WorkedStep } from "../worked-step.ts";
import { beginningWith, labelOf, quantityName } from "./names.ts";
import { assumptionSection, notesOf, ownCaveats } from "./sections.ts";
import { number } from "./sentence.ts";
import { ownWorking } from "./working.ts";

/** The sections of a total, in the order in which they are printed. */
export function totalSections(total: Total, explain: boolean, isText: boolean): Section[] {
  const { parts, stated, caveats } = total;
  const audience = { isForReaders: !isText };
  const sources = parts.flatMap(({ name, estimate }) =>
    originLines(estimate.scenario, explain).map((line) => `${name}: ${line}`),
  );
  const agreed = stated.flatMap(({ quantity, stated, agrees }) =>
    agrees ? [`${counted(quantity.name, number(stated, people))}: agrees with the sum`] : [],
  );
  return [
    { kind: "sheet", sheet: sheetOf(total) },
    { kind: "sentence", text: totalSentence(total) },
    ...assumptionSection(parts, total.rows),
    ...listSection("Stated totals", agreed),
    ...listSection("Caveats", [...caveatSentences(caveats, audience), ...ownCaveats(parts, audience)]),
    ...notesOf(parts).map((text) => ({ kind: "sentence", text }) as const),
    ...sourcesSection(sources),
    ...(explain ? [{ kind: "steps", title: "Working", steps: totalWorking(total) } as const] : []),
  ];
}

/** The quantities in columns, a row for each part, and the sums below. */
function sheetOf({ parts, rows, share }: Total): Sheet {
  const write = ({ quantity: { unit } }: TotalRow, value: TotalRow["values"][number]) =>
    value ? compact(value, RESULT[unit]) : "";
  const shares = (text: string) => (share ? [text] : []);
  const ofParts = parts.map((part, at) => {
    const [only, ...more] = part.estimate.shares;
    return [
      labelOf(part),
      ...rows.map((row) => write(row, row.values[at])),
      ...shares(only && more.length === 0 ? compact(only.share, percent) : ""),
    ];
  });
  const heads = rows.map(({ quantity }) => quantityName(quantity, parts));
  return {
    heads: ["", ...heads, ...shares("share")],
    rows: [
      ...ofParts,
      ["sum", ...rows.map((row) => write(row, row.sum)), ...shares(share ? compact(share, percent) : "")],
    ],
    numbers: [false, ...heads.map(() => true), ...shares("").map(() => true)],
    whole: [...parts.map(() => false), true],
  };
}

/** More names than this are not a sentence. */
const MOST_NAMED = 6;

/** "Army, Wagner and militia together have 55,200 out of action, 13,800 of them killed: 18.7% of a force of 150,000". */
export function totalSentence(total: Total): string {
  return beginningWith(total.parts[0]!, `${totalStatement(total)}.`);
}

/** The same without its full stop. A quoted sentence prints the share in its own way, and not in words. */
export function totalStatement({ parts, rows, force, share }: Total, quoted?: (share: Range) => string): string {
  const sumOf = (key: string) => rows.find(({ quantity }) => quantity.key === key)?.sum;
  const [all, dead] = [sumOf("outOfAction"), sumOf("killed")];
  const count = (range: Range) => number(range, people, quoted !== undefined);
  const isOver = parts.every(({ past }) => past !== undefined);
  const who = `${allOf(parts)} ${isOver ? "had" : parts.length > 1 ? "have" : "has"}`;
  const killed = dead && `${count(dead)}${all ? " of them" : ""} killed`;
  const [first] = rows;
  const what = all
    ? [`${count(all)} out of action`, ...(killed ? [killed] : [])].join(", ")
    : (killed ?? counted(first!.quantity.name, count(first!.sum)));
  const of =
    share && force
      ? `: ${quoted?.(share) ?? inWords(share, percent, "less")} of a force of ${count(force)}${quoted ? "" : `, ${shareRangeInWords(share)}`}`
      : "";
  return `${who} ${what}${of}`;
}

/** "Russia and Ukraine together". */
export function allOf(parts: readonly Subject[]): string {
  const names =
    parts.length > MOST_NAMED ? `the ${numberWord(parts.length)} parts` : list(parts.map(({ name }) => name));
  return parts.length > 1 ? `${names} together` : names;
}

/** How the results of each part were calculated, and each sum. */
export function totalWorking({ parts, rows, share, force }: Total): WorkedStep[] {
  const own = parts.flatMap(ownWorking);
  const sums = rows.map(({ quantity, terms, sum }): WorkedStep => {
    // A sum that is not open begins with what is certain.
    const at = (value: Range, end: "low" | "high") => (end === "high" || sum.openLow ? value[end] : floorOf(value));
    const line = (end: "low" | "high") =>
      terms.length === 1
        ? typed(sum[end])
        : `${terms.map(({ value }) => typed(at(value, end))).join(" + ")} = ${typed(sum[end])}`;
    const isSingle = sum.low.equals(sum.high);
    return {
      step: quantity.name,
      formula: terms.map(({ part }) => labelOf(part)).join(" + "),
      lines: isSingle ? [line("low")] : [`low: ${line("low")}`, `high: ${line("high")}`],
    };
  });
  if (!share || !force) return [...own, ...sums];
  const lines = [`${compact(share, percent)} of ${compact(force, people)}`];
  return [...own, ...sums, { step: "share", formula: "losses ÷ force", lines }];
}
