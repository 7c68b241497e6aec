import { refuse } from "../../core/errors.ts";
import type { Estimate } from "../../core/estimate.ts";
import type { Range } from "../../core/range.ts";
import { dayText } from "../../notation/date.ts";
import { inWords, people } from "../../notation/print.ts";
import { capital } from "../capital.ts";
import { caveatSentences } from "../caveats.ts";
import { dateInWords } from "../date-words.ts";
import { estimateForReaders } from "../for-readers.ts";
import { numberWord } from "../number-word.ts";
import { assumptionOf } from "../quote/assumption.ts";
import { basisOf } from "../quote/basis.ts";
import { assumes } from "../quote/printed.ts";
import { hasDots } from "./course-chart.ts";
import { keyOfMarks, markOf, shortList } from "./marks.ts";
import type { CourseLine, Picture } from "./picture.ts";

/** A day of a series: everyone up to it, and the estimate for its row. */
export interface CourseDay {
  /** In days since 1970-01-01. */
  readonly day: number;
  readonly people: Range;
  readonly estimate: Estimate;
}

/** Running totals, for each series by day. */
export interface CourseData {
  readonly lines: readonly {
    /** Empty if there is only one series. */
    readonly name: string;
    readonly days: readonly CourseDay[];
  }[];
  /** What the rows say about their sources. */
  readonly sources: readonly string[];
  /** How many rows could not be read. */
  readonly lost: number;
  /** Whether a total falls, because it was corrected, or counts something else, or is of a single day. */
  readonly falls: boolean;
  /** Whether it falls from a row of one source to a row of another. */
  readonly isFallOfSources: boolean;
}

const MOST_LINES = 6;
const MOST_DAYS = 4000;

/** Losses so far, over time. Throws InputError if there are none, or too many to be told apart. */
export function coursePicture(data: CourseData): Picture {
  const { lines, sources } = data;
  const all = lines.flatMap(({ days }) => days);
  if (all.length === 0) refuse({ code: "E-PICTURE-NOTHING", args: { because: "no rows" } });
  refuseMany("lines", lines.length, MOST_LINES);
  refuseMany("days", all.length, MOST_DAYS);
  const isKilledAlone = all.every(({ estimate }) => countsKilledAlone(estimate));
  const measure = isKilledAlone ? "killed" : "out of action";
  const last = Math.max(...all.map(({ day }) => day));
  const shown = lines.map(({ name, days }) => ({ name, days: isKilledAlone ? days : days.map(atLeastKilled) }));
  const drawn = shown.map((line) => lineOf(line, last));
  const marks = drawn.flatMap(({ points }) => points.map(({ mark }) => mark));
  return {
    title: `${capital(measure)}, running total`,
    leads: [],
    chart: { kind: "course", unit: "people", lines: drawn },
    key: [
      ...(drawn.some(({ points }) => hasDots(points)) ? ["The dots are where there is a figure."] : []),
      ...keyOfMarks(marks, `${softForms(drawn)}: approximate`),
    ],
    kept: assumptions(all),
    caveats: [...assumptions(all), ...remarksOn(data, isKilledAlone), ...commonCaveats(all)],
    sources: [
      sources.length > 0
        ? `${sources.length === 1 ? "Source" : "Sources"}: ${shortList(sources)}.`
        : "Source: not given.",
      // The label of a series that ends earlier has its own date.
      ...(lines.every(({ days }) => days.at(-1)!.day === last) ? [`As of ${dayInWords(last)}.`] : []),
    ],
    table: {
      heads: ["Series", "Day", capital(measure)],
      rows: shown.flatMap(({ name, days }) =>
        days.map(({ day, people: total }) => [name, dayInWords(day), inWords(total, people)]),
      ),
      numbers: [false, false, true],
    },
  };
}

/** What approximate numbers look like: a single one is a dot. */
function softForms(lines: readonly CourseLine[]): string {
  const isDot = ({ points }: CourseLine) => points.length === 1 && points[0]!.mark.low === points[0]!.mark.high;
  const soft = lines.filter(({ points }) => points.some(({ mark }) => mark.approximate));
  return [
    ...(soft.every(isDot) ? [] : ["a pale, thick line"]),
    ...(soft.some(isDot) ? ["a dot with a soft edge"] : []),
  ].join(" or ");
}

/** A series with its last total in words, and the day of that unless it is the last day of all. */
function lineOf({ name, days }: CourseData["lines"][number], last: number): CourseLine {
  const { day, people: total } = days.at(-1)!;
  return {
    label: name,
    text: inWords(total, people) + (day === last ? "" : ` (${dayInWords(day)})`),
    points: days.map(({ day, people }) => ({ day, mark: markOf(people) })),
  };
}

/** What a reader may not expect of the totals. */
function remarksOn({ lines, lost, falls, isFallOfSources }: CourseData, isKilledAlone: boolean): string[] {
  const isMixed = !isKilledAlone && lines.some(({ days }) => days.some(({ estimate }) => countsKilledAlone(estimate)));
  const rows = `${capital(numberWord(lost))} ${lost === 1 ? "row" : "rows"}`;
  return [
    ...(isMixed ? ["Where only the killed are known, the total is at least that."] : []),
    ...(isFallOfSources
      ? ["The figures are from several sources, so the total may fall from one to the next."]
      : falls
        ? ["A total that falls was corrected, or counts something else, or these are numbers of single days."]
        : []),
    ...(lost > 0
      ? [`${rows} could not be read, so what ${lost === 1 ? "it counts" : "they count"} may be missing.`]
      : []),
  ];
}

const dayInWords = (day: number) => dateInWords({ text: dayText(day) ?? "" });

/** What is to be said of every row. Open ends and approximate numbers can be seen. */
function commonCaveats(days: readonly CourseDay[]): string[] {
  const [first, ...others] = days.map(({ estimate }) =>
    caveatSentences(estimateForReaders(estimate).caveats, { isForReaders: true }),
  );
  const rest = others.map((sentences) => new Set(sentences));
  return first!.filter((text) => rest.every((sentences) => sentences.has(text)));
}

const countsKilledAlone = ({ covers }: Estimate) => covers.length === 1 && covers[0] === "killed";

/** Next to totals of all losses, the killed alone are only the least that there can be. */
function atLeastKilled(row: CourseDay): CourseDay {
  return countsKilledAlone(row.estimate) ? { ...row, people: { ...row.people, openHigh: true } } : row;
}

/** What the totals take, if that is the same for every row; otherwise that it differs. */
function assumptions(days: readonly CourseDay[]): string[] {
  const texts = new Set(
    days.map(({ estimate }) =>
      assumptionOf([
        { estimate, basis: basisOf([countsKilledAlone(estimate) ? "killed" : "out of action"], estimate.solution) },
      ]),
    ),
  );
  const [only, ...more] = [...texts];
  if (more.length > 0) return ["The rows take different assumptions."];
  return assumes(only);
}

function refuseMany(of: "lines" | "days", found: number, limit: number): void {
  if (found > limit) refuse({ code: "E-PICTURE-MANY", args: { of, found, limit } });
}
