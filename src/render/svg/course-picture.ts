import { refuse } from "../../core/errors.ts";
import type { Range } from "../../core/range.ts";
import { dayText } from "../../notation/date.ts";
import { inWords, people } from "../../notation/print.ts";
import { capital } from "../capital.ts";
import { list } from "../list.ts";
import { markOf } from "./marks.ts";
import type { Picture } from "./picture.ts";

/** Running totals, for each series by day. */
export interface CourseData {
  readonly lines: readonly {
    /** Empty if there is only one series. */
    readonly name: string;
    readonly points: readonly { readonly day: number; readonly people: Range }[];
  }[];
  /** What the rows say about their sources, and which files they are in. */
  readonly sources: readonly string[];
  readonly files: readonly string[];
  readonly isKilledAlone: boolean;
}

const MOST_LINES = 6;
const MOST_DAYS = 4000;

/** Losses so far, over time. Throws InputError if there are none, or too many to be told apart. */
export function coursePicture({ lines, sources, files, isKilledAlone }: CourseData): Picture {
  const days = lines.reduce((sum, { points }) => sum + points.length, 0);
  if (days === 0) refuse({ code: "E-PICTURE-NOTHING", args: { because: "no rows" } });
  refuseMany("lines", lines.length, MOST_LINES);
  refuseMany("days", days, MOST_DAYS);
  const measure = isKilledAlone ? "killed" : "out of action";
  const all = lines.flatMap(({ points }) => points);
  const last = Math.max(...all.map(({ day }) => day));
  const names = sources.length > 0 ? sources : files;
  return {
    title: `${capital(measure)}, running total`,
    leads: [],
    chart: {
      kind: "course",
      unit: "people",
      lines: lines.map(({ name, points }) => {
        const { day, people: total } = points.at(-1)!;
        return {
          label: name,
          text: inWords(total, people) + (day === last ? "" : ` (${dayText(day)})`),
          points: points.map(({ day, people }) => ({ day, mark: markOf(people) })),
        };
      }),
    },
    notes: [
      ...keyOfBands(all.map(({ people }) => people)),
      `${sources.length > 0 ? "Sources" : "Data"}: ${shortList(names)}. As of ${dayText(last)}.`,
    ],
    caveats: [],
    table: {
      heads: ["Series", "Day", capital(measure)],
      rows: lines.flatMap(({ name, points }) =>
        points.map(({ day, people: total }) => [name, dayText(day) ?? "", inWords(total, people)]),
      ),
      numbers: [false, false, true],
    },
  };
}

function refuseMany(of: "lines" | "days", found: number, limit: number): void {
  if (found > limit) refuse({ code: "E-PICTURE-MANY", args: { of, found, limit } });
}

const MOST_NAMES = 8;

function shortList(names: readonly string[]): string {
  const more = names.length - MOST_NAMES;
  return list(more > 0 ? [...names.slice(0, MOST_NAMES), `${more} more`] : names);
}

/** What bands show. Their open ends are dashed, since there is no room for an arrow on each day. */
function keyOfBands(totals: readonly Range[]): string[] {
  const isBand = totals.some(({ low, high }) => !low.equals(high));
  const isOpen = totals.some(({ openLow, openHigh }) => openLow || openHigh);
  const isSoft = totals.some(({ approximate }) => approximate);
  const hasBest = totals.some(({ best }) => best !== undefined);
  const parts = [
    ...(isBand ? ["the band reaches from the low to the high ends"] : []),
    ...(isOpen ? ["a dotted edge is open: the number may be further that way"] : []),
    ...(isSoft ? ["a pale band without edges is approximate"] : []),
    ...(hasBest ? ["a diamond is the source’s best value"] : []),
  ];
  return parts.length > 0 ? [`${capital(parts.join("; "))}.`] : [];
}
