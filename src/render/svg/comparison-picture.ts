import type { Comparison } from "../../core/compare/compare.ts";
import type { ComparedQuantity, Subject } from "../../core/compare/quantities.ts";
import type { Total } from "../../core/compare/total.ts";
import { refuse } from "../../core/errors.ts";
import type { Range, Unit } from "../../core/range.ts";
import { compact, inWords, RESULT } from "../../notation/print.ts";
import { capital } from "../capital.ts";
import { caveatSentences } from "../caveats.ts";
import { quantityName } from "../compare/names.ts";
import { ownCaveats, titleOf } from "../compare/sections.ts";
import { comparisonSentence } from "../compare/sentence.ts";
import { totalSentence } from "../compare/total.ts";
import { tableOf } from "./estimate-picture.ts";
import { keyOf, markOf } from "./marks.ts";
import type { Picture, RangeGroup, RangeRow, Tone } from "./picture.ts";
import { sourcesLine } from "./sources.ts";

/** A quantity of all subjects. */
interface Row {
  readonly quantity: ComparedQuantity;
  readonly values: readonly (Range | undefined)[];
  readonly whole?: Range | undefined;
}

/** More tones than these would be hard to tell apart, so they repeat; each bar has its name anyway. */
const TONES = 4;

/** Results on one axis, a group for each quantity. */
export function comparisonPicture(comparison: Comparison): Picture {
  const { subjects, rows, caveats } = comparison;
  const groups = groupsOf(rows, subjects, (_, at) => (at % TONES) as Tone);
  return picture(titleOf(comparison), comparisonSentence(comparison), groups, subjects, caveatSentences(caveats));
}

/** The parts of a total, and their sum. */
export function totalPicture(total: Total): Picture {
  const { parts, rows, caveats } = total;
  const summed = rows.map(({ quantity, values, sum }) => ({ quantity, values, whole: sum }));
  return picture(
    "Total",
    totalSentence(total),
    groupsOf(summed, parts, () => "part"),
    parts,
    caveatSentences(caveats),
  );
}

function picture(
  title: string,
  lead: string,
  groups: readonly { readonly group: RangeGroup; readonly unit: Unit }[],
  subjects: readonly Subject[],
  caveats: readonly string[],
): Picture {
  const [first] = groups;
  if (!first) return refuse({ code: "E-PICTURE-NOTHING", args: { because: "no counts" } });
  const shown = groups.filter(({ unit }) => unit === first.unit).map(({ group }) => group);
  return {
    title,
    leads: [lead],
    chart: { kind: "ranges", unit: "people", groups: shown, limits: [] },
    notes: [
      ...keyOf(shown.flatMap(({ rows }) => rows.map(({ mark }) => mark))),
      sourcesLine(subjects.map(({ estimate }) => ({ scenario: estimate.scenario }))),
    ],
    caveats: [...caveats, ...ownCaveats(subjects)],
    table: tableOf(shown),
  };
}

/**
 * The counts of people, or else the losses a day: whatever belongs on one axis. The others are left out where the
 * killed and all losses are shown, and the force, which would make all losses small.
 */
function groupsOf(rows: readonly Row[], subjects: readonly Subject[], toneOf: (subject: Subject, at: number) => Tone) {
  const counted = rows.filter(
    ({ quantity: { unit, key } }) => (unit === "people" || unit === "perDay") && !LEFT_OUT.test(key),
  );
  const units: Unit[] = ["people", "perDay"];
  return units.flatMap((unit) =>
    counted
      .filter(({ quantity }) => quantity.unit === unit)
      .map(({ quantity, values, whole }) => ({
        unit,
        group: {
          title: capital(quantityName(quantity, subjects)),
          rows: rowsOf(quantity, values, whole, subjects, toneOf),
        },
      })),
  );
}

const LEFT_OUT = /^(?:others|force|recruits|.*Per30Days|per30Days)$/;

function rowsOf(
  { unit }: ComparedQuantity,
  values: Row["values"],
  whole: Range | undefined,
  subjects: readonly Subject[],
  toneOf: (subject: Subject, at: number) => Tone,
): RangeRow[] {
  const row = (label: string, value: Range, tone: Tone): RangeRow => ({
    label,
    mark: markOf(value),
    text: inWords(value, RESULT[unit]),
    short: compact(value, RESULT[unit]),
    tone,
  });
  return [
    ...values.flatMap((value, at) => (value ? [row(subjects[at]!.name, value, toneOf(subjects[at]!, at))] : [])),
    ...(whole ? [row("Sum", whole, "whole")] : []),
  ];
}
