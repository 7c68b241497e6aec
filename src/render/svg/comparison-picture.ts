import type { Caveat } from "../../core/caveats/caveat.ts";
import type { Comparison } from "../../core/compare/compare.ts";
import { type ComparedQuantity, dateOf, type Subject } from "../../core/compare/quantities.ts";
import type { Total } from "../../core/compare/total.ts";
import { refuse } from "../../core/errors.ts";
import type { Range, Unit } from "../../core/range.ts";
import { inWords, RESULT } from "../../notation/print.ts";
import { withArticle } from "../article.ts";
import { capital } from "../capital.ts";
import { caveatSentences } from "../caveats.ts";
import { labelOf, quantityName } from "../compare/names.ts";
import { headingsOf, notesOf, ownCaveats, titleOf } from "../compare/sections.ts";
import { comparisonSentences, saidOf } from "../compare/sentence.ts";
import { allOf, totalSentence, totalStatement } from "../compare/total.ts";
import { dateInWords } from "../date-words.ts";
import { assumptionOfAll } from "../quote/printed.ts";
import { conditionsOf, inSentence, readable } from "../quote/several.ts";
import { citedOf } from "../sources.ts";
import { asPrecise, rangeLabel, withDatesInWords } from "./labels.ts";
import { keyOf, markOf } from "./marks.ts";
import { type Picture, type RangeChart, type RangeGroup, type RangeRow, type Tone, tableOfGroups } from "./picture.ts";
import { sourceLines } from "./sources.ts";

/** A quantity of some subjects, in bars. */
interface Group {
  readonly unit: Unit;
  readonly group: RangeGroup;
  /** The key of the quantity in JSON. */
  readonly key: string;
}

/** Each side has a tone of its own as far as they go; each bar has its name anyway. */
const TONES = 6;

/** Results on one axis, a group for each quantity. */
export function comparisonPicture(comparison: Comparison): Picture {
  const { subjects, rows } = comparison;
  const heads = headingsOf(comparison, dateInWords);
  const names = heads.map((head) => withDatesInWords(head));
  const groups = rows.flatMap(({ quantity, values }) => {
    const bars = values.flatMap((value, at) =>
      value ? [barOf(names[at]!, value, quantity.unit, (at % TONES) as Tone)] : [],
    );
    // The heading has the same word as the sentence.
    return groupOf(quantity.key === "outOfAction" ? { ...quantity, name: "casualties" } : quantity, subjects, bars);
  });
  const sentences = comparisonSentences(readable(comparison));
  const said = saidOf(comparison.pairs[0]!).map(({ quantity }) => quantity);
  const ofFirst = comparisonSentences(readable(comparison), 1);
  // All that the sentence compares, then its first quantity, and in the end without a word on that.
  const partsOf = (drawn: readonly Group[]) => {
    const [first, ...more] = said.flatMap(({ key }) => drawn.find((each) => each.key === key) ?? []);
    if (!first) return [];
    return [
      { leads: sentences.slice(0, 1), drawn: [first, ...more] },
      { leads: [ofFirst.join(" "), ofFirst[0]!, ""], drawn: [first] },
    ];
  };
  const title = withDatesInWords(titleFor(comparison));
  return pictureOf({ ...comparison, title, sentences, partsOf, said, groups, subjects });
}

/** "Losses of Russia and Ukraine", or "Losses of Russia: January 2025 and January 2026". */
function titleFor(comparison: Comparison): string {
  const title = titleOf({ ...comparison, subjects: comparison.subjects.map(inSentence) }, dateInWords);
  return comparison.subjects.every(isNamedAfterSide) ? `Losses of ${withArticle(title)}` : `Losses: ${title}`;
}

/** Others have the name of their file. */
function isNamedAfterSide({ name, estimate: { scenario }, past }: Subject): boolean {
  return past !== undefined || (scenario.side !== undefined && name.startsWith(scenario.side));
}

/** The parts of a total, their sum, what was stated for the whole, and the force. */
export function totalPicture(total: Total): Picture {
  const { parts, rows, stated, force } = total;
  const groups = rows.flatMap(({ quantity, terms, sum }) => {
    const { unit } = quantity;
    const claims = stated.filter((claim) => claim.quantity === quantity);
    return groupOf(quantity, parts, [
      ...terms.map(({ part, value }) => barOf(labelOf(part), value, unit, "part")),
      { ...barOf("Sum", sum, unit, "whole"), isOurs: true },
      ...claims.map((claim) => ({ ...barOf("Stated total", claim.stated, unit, 1), isOurs: true })),
    ]);
  });
  const whole = force && { title: "Force", rows: [{ ...barOf("", force, "people", "force") }] };
  const all = whole ? [...groups, { unit: "people" as const, key: "force", group: whole }] : groups;
  const said = { ...total, parts: parts.map(inSentence) };
  const shorter = `${capital(totalStatement({ ...said, share: undefined }))}.`;
  // The parts of all losses stay as long as they fit, also without the sentence, since the sum is at its bar.
  const partsOf = (drawn: readonly Group[]) => {
    const losses = drawn.find(({ key }) => key === "outOfAction") ?? drawn.find(({ key }) => key !== "force");
    return [
      ...(losses ? [{ leads: [shorter, ""], drawn: [losses], keepsParts: true }] : []),
      { leads: [shorter, ""], drawn },
    ];
  };
  return pictureOf({
    title: withDatesInWords(`Losses of ${allOf(said.parts)}`),
    sentences: [capital(totalSentence(said))],
    shorter: [shorter],
    partsOf,
    keepsParts: true,
    groups: all,
    subjects: parts,
    caveats: total.caveats,
    more: conditionsOf(total),
  });
}

/**
 * Counts of people and losses a day. What only repeats the others is left out, and the force of a comparison, since it
 * would make all losses small.
 */
const LEFT_OUT = /^(?:others|force|recruits|.*Per30Days|per30Days)$/;

function groupOf(quantity: ComparedQuantity, subjects: readonly Subject[], rows: readonly RangeRow[]): Group[] {
  const { unit, key } = quantity;
  if ((unit !== "people" && unit !== "perDay") || LEFT_OUT.test(key)) return [];
  const title = capital(quantityName(quantity, subjects));
  return [{ unit, key, group: { title, rows, isMain: key === "outOfAction" } }];
}

const READERS = { isForReaders: true };

/** Results that are not drawn, so caveats about them would be puzzling. */
const NOT_DRAWN = /^(?:others|notBrokenDown|share|perUnit|balance|recruits|daysToGo|lossesByThen)$/;

function isOfDrawn({ code, args }: Caveat): boolean {
  if (code === "OPEN_LOW" || code === "OPEN_HIGH") return !NOT_DRAWN.test(args.of);
  if (code === "PARTS_LACK") return !NOT_DRAWN.test(args.quantity);
  return code !== "ENDS_CROSS";
}

function barOf(label: string, value: Range, unit: Unit, tone: Tone): RangeRow {
  const print = asPrecise(RESULT[unit], value);
  return {
    label,
    mark: markOf(value),
    words: inWords(value, print),
    number: rangeLabel(value, print),
    tone,
  };
}

interface PictureParts {
  readonly title: string;
  /** The result in words. The first of these can be alone. */
  readonly sentences: readonly string[];
  readonly shorter?: readonly string[];
  /** What is drawn if there is no room for all of it. */
  readonly partsOf: (drawn: readonly Group[]) => readonly DrawnPart[];
  readonly keepsParts?: boolean;
  /** What the first sentence is about, the most important first. */
  readonly said?: readonly ComparedQuantity[];
  readonly groups: readonly Group[];
  readonly subjects: readonly Subject[];
  readonly caveats: readonly Caveat[];
  /** What the numbers take besides what those of each subject take. */
  readonly more?: readonly string[];
}

/** Some of the groups, with words for them. */
interface DrawnPart extends Pick<RangeChart, "keepsParts">, Pick<Picture, "leads"> {
  readonly drawn: readonly Group[];
}

/** Draws people or losses a day, which do not belong on one axis: what the sentences begin with, or people. */
function pictureOf(parts: PictureParts): Picture {
  const { title, sentences, shorter = sentences.slice(0, 1), said = [], groups, subjects, more, keepsParts } = parts;
  const units = [said[0]?.unit, "people", "perDay"];
  const unit = units.find((each) => groups.some((group) => group.unit === each));
  const drawn = groups.filter((group) => group.unit === unit);
  const shown = drawn.map(({ group }) => group);
  if (shown.length === 0) refuse({ code: "E-PICTURE-NOTHING", args: { because: "no counts" } });
  const dates = new Map(subjects.map((subject) => [dateOf(subject)?.text, dateOf(subject)]));
  const [date, ...others] = [...dates.values()];
  const linesOf = (from: readonly Subject[]) => sourceLines(citedOf(from), others.length === 0 ? date : undefined);
  const keys = new Set(drawn.map(({ key }) => key));
  const assumption = assumptionOfAll(subjects, [...keys], more);
  const caveats = [
    ...caveatSentences(parts.caveats.filter(isOfDrawn), READERS),
    ...ownCaveats(subjects, READERS, isOfDrawn),
  ];
  const leftOut = ownCaveats(subjects, READERS, ({ code }) => code === "LEFT_OUT");
  const chart: RangeChart = { kind: "ranges", unit: unit === "people" ? "people" : "a day", groups: shown, keepsParts };
  return {
    title,
    leads: [sentences.join(" "), ...shorter],
    chart,
    parts: parts.partsOf(drawn).map((part) => {
      const groups = part.drawn.map(({ group }) => group);
      const isOfKilled = part.drawn.every(({ key }) => /^killed/.test(key)) && areKilledReported(subjects);
      return {
        leads: part.leads,
        chart: { ...chart, groups, keepsParts: part.keepsParts },
        key: keyOf(groups),
        ...(isOfKilled ? { sources: linesOf(subjects.map(withKilledAlone)), kept: leftOut } : {}),
      };
    }),
    key: keyOf(shown),
    caveats: [...assumption, ...caveats.map((text) => withDatesInWords(text))],
    kept: [...assumption, ...leftOut],
    notes: notesOf(subjects),
    sources: linesOf(subjects),
    table: tableOfGroups(shown),
  };
}

/** Whether the killed of all subjects are reported, and follow from nothing else. */
function areKilledReported(subjects: readonly Subject[]): boolean {
  return subjects.every(({ estimate }) => estimate.scenario.killed?.length);
}

/** A subject with the reports of its killed alone, whose sources are those of a picture of the killed. */
function withKilledAlone(subject: Subject): Subject {
  const { side, killed, asOf, combine } = subject.estimate.scenario;
  return { ...subject, estimate: { ...subject.estimate, scenario: { side, killed, asOf, combine } } };
}
