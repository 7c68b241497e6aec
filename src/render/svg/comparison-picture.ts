import type { Comparison } from "../../core/compare/compare.ts";
import { type ComparedQuantity, dateOf, type Subject } from "../../core/compare/quantities.ts";
import type { Total } from "../../core/compare/total.ts";
import { refuse } from "../../core/errors.ts";
import type { Range, Unit } from "../../core/range.ts";
import { compact, inWords, RESULT } from "../../notation/print.ts";
import { capital } from "../capital.ts";
import { caveatSentences } from "../caveats.ts";
import { quantityName } from "../compare/names.ts";
import { ownCaveats, titleOf } from "../compare/sections.ts";
import { list } from "../list.ts";
import { unsourcedComparisonQuotes, unsourcedTotalQuotes } from "../quote/several.ts";
import { keyOf, markOf } from "./marks.ts";
import { type Picture, type RangeGroup, type RangeRow, type Tone, tableOfGroups } from "./picture.ts";
import { sourcesLine } from "./sources.ts";

/** A quantity of some subjects, in bars. */
interface Group {
  readonly unit: Unit;
  readonly group: RangeGroup;
}

/** Each side has a tone of its own as far as they go; each bar has its name anyway. */
const TONES = 6;

/** Results on one axis, a group for each quantity. */
export function comparisonPicture(comparison: Comparison): Picture {
  const { subjects, rows, caveats } = comparison;
  const groups = rows.flatMap(({ quantity, values }) => {
    const bars = values.flatMap((value, at) =>
      value ? [barOf(nameOf(subjects[at]!), value, quantity.unit, (at % TONES) as Tone)] : [],
    );
    return groupOf(quantity, subjects, bars);
  });
  const leads = unsourcedComparisonQuotes(comparison);
  const title = subjects.some(({ past }) => past) ? list(subjects.map(nameOf)) : titleOf(comparison);
  return pictureOf({ title: capital(title), leads, groups, subjects, caveats: caveatSentences(caveats) });
}

/** A past war has a title, which says more than its name in the record. */
const nameOf = ({ name, past, estimate }: Subject) => (past && estimate.scenario.name) || name;

/** The parts of a total, their sum, what was stated for the whole, and the force. */
export function totalPicture(total: Total): Picture {
  const { parts, rows, caveats, stated, force } = total;
  const groups = rows.flatMap(({ quantity, terms, sum }) => {
    const { unit } = quantity;
    const claims = stated.filter((claim) => claim.quantity === quantity);
    return groupOf(quantity, parts, [
      ...terms.map(({ name, value }) => barOf(name, value, unit, "part")),
      { ...barOf("Sum", sum, unit, "whole"), isOurs: true },
      ...claims.map((claim) => ({ ...barOf("Stated total", claim.stated, unit, 1), isOurs: true })),
    ]);
  });
  const whole = force && { title: "Force", rows: [{ ...barOf("", force, "people", "force") }] };
  const all = whole ? [...groups, { unit: "people" as const, group: whole }] : groups;
  const leads = unsourcedTotalQuotes(total);
  return pictureOf({ title: "Total", leads, groups: all, subjects: parts, caveats: caveatSentences(caveats) });
}

/**
 * Counts of people and losses a day. What only repeats the others is left out, and the force of a comparison, since it
 * would make all losses small.
 */
const LEFT_OUT = /^(?:others|force|recruits|.*Per30Days|per30Days)$/;

function groupOf(quantity: ComparedQuantity, subjects: readonly Subject[], rows: readonly RangeRow[]): Group[] {
  const { unit, key } = quantity;
  if ((unit !== "people" && unit !== "perDay") || LEFT_OUT.test(key)) return [];
  return [{ unit, group: { title: capital(quantityName(quantity, subjects)), rows } }];
}

function barOf(label: string, value: Range, unit: Unit, tone: Tone): RangeRow {
  return {
    label,
    mark: markOf(value),
    text: inWords(value, RESULT[unit]),
    short: compact(value, RESULT[unit]),
    tone,
  };
}

interface PictureParts {
  readonly title: string;
  readonly leads: readonly string[];
  readonly groups: readonly Group[];
  readonly subjects: readonly Subject[];
  readonly caveats: readonly string[];
}

/** People are drawn if there are any, and losses a day otherwise: they do not belong on one axis. */
function pictureOf({ title, leads, groups, subjects, caveats }: PictureParts): Picture {
  const unit = groups.some((group) => group.unit === "people") ? "people" : "perDay";
  const shown = groups.flatMap((group) => (group.unit === unit ? [group.group] : []));
  if (shown.length === 0) refuse({ code: "E-PICTURE-NOTHING", args: { because: "no counts" } });
  const cited = subjects.map(({ name, estimate }) => ({ name, scenario: estimate.scenario }));
  const dates = new Set(subjects.map((subject) => dateOf(subject)?.text));
  const [date, ...more] = [...dates];
  return {
    title,
    leads,
    chart: { kind: "ranges", unit: unit === "people" ? "people" : "a day", groups: shown },
    key: keyOf(shown),
    caveats: [...caveats, ...ownCaveats(subjects)],
    sources: [sourcesLine(cited), ...(date !== undefined && more.length === 0 ? [`As of ${date}.`] : [])],
    table: tableOfGroups(shown),
  };
}
