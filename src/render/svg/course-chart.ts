import { extent, max } from "d3-array";
import { scaleLinear, scaleUtc } from "d3-scale";
import { area, line } from "d3-shape";
import { dayText } from "../../notation/date.ts";
import { labelledTicks, type TickLabel, tickLabels, tickText } from "./axis.ts";
import type { Box, Fitted } from "./box.ts";
import { diamond, dot, type MarkStyle, paintOf, type Scale, softDot } from "./mark.ts";
import type { Markup } from "./markup.ts";
import { widthOf, wrapped } from "./measure.ts";
import type { CourseChart, CourseLine, CoursePoint, Tone } from "./picture.ts";
import { filled, stroke } from "./shapes.ts";
import type { Paint } from "./style.ts";
import { ascent, LABEL, lineHeight, SMALL, STRONG, textAt, textBlock } from "./text.ts";

const DAY = 86_400_000;
const NATURAL = 300;
const GOOD = 200;
const LEAST = 130;
const AXIS_GAP = 8;
const AXIS = lineHeight(SMALL) + AXIS_GAP;

/** The part of the width that the labels at the end of the lines take, and the room before them. */
const LABELS = 0.34;
const ROOM = 22;

/** Lines are told apart by their labels, and by these dashes as well as by their tones. */
const DASHES = [undefined, "10 4", "14 4 4 4", "6 3", "2 3", "18 5"];

type Time = ReturnType<typeof scaleUtc<number>>;

interface Plot {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly x: Scale;
  readonly y: Scale;
  /** The beginning of every id in the picture. */
  readonly id: string;
}

/** A line's label, and how high it is. */
interface EndLabel {
  readonly name: readonly string[];
  readonly text: readonly string[];
  readonly height: number;
}

/** Running totals over time. Each is a band from its low to its high ends, or a line where these are one number. */
export function courseChart(chart: CourseChart, width: number, id: string): Fitted {
  const labels = chart.lines.map((course) => endLabel(course, width * LABELS - ROOM));
  const needed = labels.reduce((sum, { height }) => sum + height, AXIS + lineHeight(SMALL));
  return {
    natural: Math.max(NATURAL, needed),
    good: Math.max(GOOD, needed),
    least: Math.max(LEAST, needed),
    draw: (box) => draw(chart, labels, box, id),
  };
}

function endLabel({ label, text }: CourseLine, width: number): EndLabel {
  const [name, words] = [wrapped(label, width, STRONG), wrapped(text, width, LABEL)];
  return { name, text: words, height: name.length * lineHeight(STRONG) + words.length * lineHeight(LABEL) + 6 };
}

function draw(chart: CourseChart, labels: readonly EndLabel[], box: Box, id: string): Markup[] {
  const points = chart.lines.flatMap((course) => course.points);
  const most = max(points, ({ mark }) => mark.high) || 1;
  const [top, bottom] = [box.top + 1.7 * lineHeight(SMALL), box.top + box.height - AXIS];
  const y = scaleLinear([0, most], [bottom, top]).nice(4);
  const ticks = y.ticks(4).filter((tick) => Number.isInteger(tick));
  const left = box.left + (max(ticks, (tick) => widthOf(tickText(tick), SMALL)) ?? 0) + 8;
  const right = box.left + box.width * (1 - LABELS);
  const [first = 0, last = 0] = extent(points, ({ day }) => day * DAY);
  // A single day is in the middle.
  const [from, to] = first === last ? [first - DAY, last + DAY] : [first, last];
  const time = scaleUtc([from, to], [left, right]);
  const plot: Plot = { left, right, bottom, x: (day) => time(day * DAY), y, id };
  const dates = dateLabels([...new Set([first, last])], time, { from: box.left, to: right + ROOM });
  return [
    ...ticks.flatMap((tick) => valueTick(tick, plot, box)),
    textAt(chart.unit, box.left, box.top + ascent(SMALL), { font: SMALL, muted: true }),
    ...dates.map(({ tick }) => stroke(`M${time(tick)} ${bottom}v5`, "muted", 1)),
    ...tickLabels(dates, bottom + AXIS_GAP),
    ...chart.lines.flatMap(({ points }, at) => band(points, at, plot)),
    ...endLabels(chart.lines, labels, plot, box),
  ];
}

function valueTick(tick: number, { left, right, y }: Plot, box: Box): Markup[] {
  const label = tickText(tick);
  return [
    stroke(`M${left} ${y(tick)}H${right}`, "grid", 1),
    textAt(label, box.left, y(tick) + 5, { font: SMALL, muted: true }),
  ];
}

/** How far the arrow of an open end reaches, and how many a line has at most. */
const ARROW = 12;
const MOST_ARROWS = 12;

/** A line with more reports than these has no dots. */
const MOST_REPORTS = 40;

/** The band of a series: its area, its two edges from day to day, and its arrows and best values. */
function band(points: readonly CoursePoint[], at: number, { x, y, id }: Plot): Markup[] {
  const tone = at as Tone;
  const paint = paintOf(tone);
  const across = ({ day }: CoursePoint) => x(day);
  const shape = area(
    across,
    ({ mark }: CoursePoint) => y(mark.low),
    ({ mark }: CoursePoint) => y(mark.high),
  );
  const isLine = points.every(({ mark }) => mark.low === mark.high);
  const [only, ...more] = points;
  return [
    ...(isLine ? [] : [filled(shape(points) ?? "", paint, 0.4)]),
    ...edge("low", points, at, { x, y }),
    ...(isLine ? [] : edge("high", points, at, { x, y })),
    ...(only && more.length === 0 ? drawOnly(only, { tone, thickness: 12, id }, x, y) : reports(points, paint, x, y)),
    ...some(points.filter(({ mark }) => mark.openHigh)).flatMap(({ day, mark }) =>
      arrow(x(day), y(mark.high), -ARROW, paint),
    ),
    ...some(points.filter(({ mark }) => mark.openLow)).flatMap(({ day, mark }) =>
      arrow(x(day), y(mark.low), ARROW, paint),
    ),
    ...points.flatMap(({ day, mark }) => (mark.best === undefined ? [] : diamond(x(day), y(mark.best), 5))),
  ];
}

/** An edge in runs of days that are exact or approximate. A run begins at the last day of the run before it. */
function edge(
  of: "low" | "high",
  points: readonly CoursePoint[],
  at: number,
  { x, y }: Pick<Plot, "x" | "y">,
): Markup[] {
  const runs: { readonly isSoft: boolean; readonly days: CoursePoint[] }[] = [];
  for (const [index, point] of points.entries()) {
    const before = points[index - 1];
    if (!before) continue;
    const isSoft = point.mark.approximate || before.mark.approximate;
    const run = runs.at(-1);
    if (run?.isSoft === isSoft) run.days.push(point);
    else runs.push({ isSoft, days: [before, point] });
  }
  const path = line(
    ({ day }: CoursePoint) => x(day),
    ({ mark }: CoursePoint) => y(mark[of]),
  );
  return runs.map(({ isSoft, days }) =>
    stroke(
      path(days) ?? "",
      paintOf(at as Tone),
      isSoft ? 7 : 2.5,
      isSoft ? undefined : DASHES[at],
      isSoft ? 0.55 : undefined,
    ),
  );
}

/** As many as can be told apart, with the last. */
function some(points: readonly CoursePoint[]): CoursePoint[] {
  const step = Math.ceil(points.length / MOST_ARROWS);
  return points.filter((_, at) => (points.length - 1 - at) % step === 0);
}

/** An arrow up or down, to where the truth may be. */
function arrow(x: number, start: number, length: number, paint: Paint): Markup[] {
  const tip = start + length;
  const back = tip - Math.sign(length) * 4;
  return [stroke(`M${x} ${start}V${tip}M${x - 4} ${back}L${x} ${tip}L${x + 4} ${back}`, paint, 2)];
}

/** Whether each reported day of a line has a dot: if there are few. */
export function hasDots({ length }: readonly CoursePoint[]): boolean {
  return length > 1 && length <= MOST_REPORTS;
}

/** A dot at each end on each reported day. */
function reports(points: readonly CoursePoint[], paint: Paint, x: Scale, y: Scale): Markup[] {
  if (!hasDots(points)) return [];
  return points.flatMap(({ day, mark: { low, high } }) =>
    [...new Set([low, high])].map((end) => dot(x(day), y(end), 3.5, paint)),
  );
}

/** A single day has no line: its range is drawn upright, and a number as a dot. */
function drawOnly({ day, mark }: CoursePoint, style: MarkStyle, x: Scale, y: Scale): Markup[] {
  const { low, high, approximate } = mark;
  const paint = paintOf(style.tone);
  if (low === high) return [approximate ? softDot(x(day), y(low), style) : dot(x(day), y(low), 6, paint)];
  const line = `M${x(day)} ${y(low)}V${y(high)}`;
  return [approximate ? stroke(line, paint, 12, undefined, 0.55) : stroke(line, paint, 8)];
}

const NEAR = 8;

/** Labels next to the ends of their lines, moved apart where they would overlap. */
function endLabels(lines: readonly CourseLine[], labels: readonly EndLabel[], plot: Plot, box: Box): Markup[] {
  const ends = lines
    .map(({ points }, at) => {
      const { day, mark } = points.at(-1)!;
      return {
        label: labels[at]!,
        paint: paintOf(at as Tone),
        x: plot.x(day),
        y: (plot.y(mark.low) + plot.y(mark.high)) / 2,
      };
    })
    .sort((a, b) => a.y - b.y);
  const tops: number[] = [];
  for (const { label, y } of ends)
    tops.push(
      Math.max(y - label.height / 2, tops.length === 0 ? box.top : tops.at(-1)! + ends[tops.length - 1]!.label.height),
    );
  // The last labels may be too low now, so push them up again.
  let limit = plot.bottom + AXIS_GAP - 2;
  for (let at = ends.length - 1; at >= 0; at -= 1) {
    tops[at] = Math.min(tops[at]!, limit - ends[at]!.label.height);
    limit = tops[at]!;
  }
  return ends.flatMap(({ label, paint, x, y }, at) => {
    const [top, left] = [tops[at]!, plot.right + ROOM];
    const middle = top + label.height / 2;
    // A label next to its end needs no line to it. Such a line is level and dotted, so that it does not look like data.
    const isApart = Math.abs(middle - y) > NEAR || plot.right - x > NEAR;
    return [
      ...(isApart
        ? [stroke(`M${x + 8} ${y}H${Math.max(x + 8, plot.right)}L${left - 12} ${middle}`, "muted", 1, "1 4")]
        : []),
      // Upright, since a dash before a number looks like a minus.
      stroke(`M${left - 8} ${top + 3}v${label.height - 6}`, paint, 3),
      ...textBlock(label.name, left, top, { font: STRONG }),
      ...textBlock(label.text, left, top + label.name.length * lineHeight(STRONG), { font: LABEL }),
    ];
  });
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"];

interface Between {
  readonly from: number;
  readonly to: number;
}

/** The first and the last day, and as many round dates in between as there is room for. Days are in milliseconds. */
function dateLabels(days: readonly number[], time: Time, { from, to }: Between): readonly TickLabel<number>[] {
  const x = (tick: number) => time(tick);
  const ends = days.flatMap((day) => labelledTicks({ ticks: () => [day], x, text: wholeDate, from, to }));
  const [first, last] = [ends[0]!, ends.at(-1)!];
  if (days.length === 1) return [first];
  const round = (count: number) => time.ticks(count).flatMap((date) => (+date % DAY === 0 ? [+date] : []));
  const text = roundDate(round(6), partsOf(days[0]!).year !== partsOf(days[1]!).year);
  const isFree = (tick: number) => {
    const half = widthOf(text(tick), SMALL) / 2 + SPACE;
    return x(tick) - half > first.left + widthOf(first.text, SMALL) && x(tick) + half < last.left;
  };
  const between = labelledTicks({ ticks: (count) => round(count).filter(isFree), x, text, from, to });
  return [first, ...between, last];
}

const SPACE = 8;

function partsOf(tick: number) {
  const [year = "", month, day] = (dayText(tick / DAY) ?? "").split("-");
  return { year, month: Number(month), day: Number(day), name: MONTHS[Number(month) - 1] };
}

function wholeDate(tick: number): string {
  const { day, name, year } = partsOf(tick);
  return `${day} ${name} ${year}`;
}

/** "2022", "Mar" or "16 Mar", with the year if there are several. */
function roundDate(shown: readonly number[], isOfYears: boolean): (tick: number) => string {
  const parts = shown.map(partsOf);
  const isMonthly = parts.every(({ day }) => day === 1);
  const isYearly = isMonthly && parts.every(({ month }) => month === 1);
  return (tick) => {
    const { year, name, day } = partsOf(tick);
    return [...(isMonthly ? [] : [day]), ...(isYearly ? [] : [name]), ...(isYearly || isOfYears ? [year] : [])].join(
      " ",
    );
  };
}
