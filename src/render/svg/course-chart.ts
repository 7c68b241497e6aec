import { extent, max } from "d3-array";
import { scaleLinear, scaleUtc } from "d3-scale";
import { area, line } from "d3-shape";
import { labelledTicks, tickLabels, tickText } from "./axis.ts";
import type { Box, Fitted } from "./box.ts";
import { diamond, paintOf, type Scale } from "./mark.ts";
import type { Markup } from "./markup.ts";
import { widthOf, wrapped } from "./measure.ts";
import type { CourseChart, CourseLine, CoursePoint, Mark, Tone } from "./picture.ts";
import { filled, stroke } from "./shapes.ts";
import type { Paint } from "./style.ts";
import { ascent, LABEL, lineHeight, SMALL, STRONG, textAt, textBlock } from "./text.ts";

const DAY = 86_400_000;
const NATURAL = 300;
const LEAST = 130;
const AXIS_GAP = 8;
const AXIS = lineHeight(SMALL) + AXIS_GAP;

/** The part of the width that the labels at the end of the lines take, and the room before them. */
const LABELS = 0.34;
const ROOM = 14;

/** Lines are told apart by their labels, and by these dashes as well as by their tones. */
const DASHES = [undefined, "10 4", "14 4 4 4", "6 3"];
const DOTS = "2 4";

/** A day on the axis. */
type Tick = ReturnType<ReturnType<typeof scaleUtc>["ticks"]>[number];

interface Plot {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly x: Scale;
  readonly y: Scale;
}

/** A line's label, and how high it is. */
interface EndLabel {
  readonly name: readonly string[];
  readonly text: readonly string[];
  readonly height: number;
}

/** Running totals over time. Each is a band from its low to its high ends, or a line where these are one number. */
export function courseChart(chart: CourseChart, width: number): Fitted {
  const labels = chart.lines.map((one) => endLabel(one, width * LABELS - ROOM));
  const needed = labels.reduce((sum, { height }) => sum + height, AXIS + lineHeight(SMALL));
  return {
    natural: Math.max(NATURAL, needed),
    least: Math.max(LEAST, needed),
    draw: (box) => draw(chart, labels, box),
  };
}

function endLabel({ label, text }: CourseLine, width: number): EndLabel {
  const [name, words] = [wrapped(label, width, STRONG), wrapped(text, width, LABEL)];
  return { name, text: words, height: name.length * lineHeight(STRONG) + words.length * lineHeight(LABEL) + 6 };
}

function draw(chart: CourseChart, labels: readonly EndLabel[], box: Box): Markup[] {
  const points = chart.lines.flatMap((one) => one.points);
  const most = max(points, ({ mark }) => mark.high) || 1;
  const [top, bottom] = [box.top + 1.7 * lineHeight(SMALL), box.top + box.height - AXIS];
  const y = scaleLinear([0, most], [bottom, top]).nice(4);
  const ticks = y.ticks(4).filter((tick) => Number.isInteger(tick));
  const left = box.left + (max(ticks, (tick) => widthOf(tickText(tick), SMALL)) ?? 0) + 8;
  const right = box.left + box.width * (1 - LABELS);
  const [first = 0, last = 0] = extent(points, ({ day }) => day * DAY);
  const time = scaleUtc([first, Math.max(last, first + DAY)], [left, right]);
  const plot: Plot = { left, right, bottom, x: (day) => time(day * DAY), y };
  const days = (count: number) => time.ticks(count).filter((date) => date.getTime() % DAY === 0);
  const dates = labelledTicks({ ticks: days, x: time, text: dateLabels(days(6)), from: box.left, to: right + ROOM });
  return [
    ...ticks.flatMap((tick) => valueTick(tick, plot, box)),
    textAt(chart.unit, box.left, box.top + ascent(SMALL), { font: SMALL, muted: true }),
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

/** The band of a line, with its edges. The edge of an end that is open anywhere is dotted. */
function band(points: readonly CoursePoint[], at: number, { x, y }: Plot): Markup[] {
  const paint = paintOf((at % DASHES.length) as Tone);
  const across = ({ day }: CoursePoint) => x(day);
  const has = (what: (mark: Mark) => boolean) => points.some(({ mark }) => what(mark));
  const isLine = !has(({ low, high }) => low !== high);
  const isSoft = has(({ approximate }) => approximate);
  const shape = area(
    across,
    (point: CoursePoint) => y(point.mark.low),
    (point) => y(point.mark.high),
  );
  const edge = (of: "low" | "high", isOpen: boolean) =>
    stroke(
      line(across, (point: CoursePoint) => y(point.mark[of]))(points) ?? "",
      paint,
      isLine ? 3 : 2,
      isOpen ? DOTS : DASHES[at % DASHES.length],
    );
  const [openLow, openHigh] = [has((mark) => mark.openLow), has((mark) => mark.openHigh)];
  return [
    ...(isLine ? [] : [filled(shape(points) ?? "", paint, isSoft ? 0.25 : 0.4)]),
    ...(isSoft && !isLine ? [] : [edge("low", openLow || (isLine && openHigh))]),
    ...(isSoft || isLine ? [] : [edge("high", openHigh)]),
    ...(points.length === 1 ? drawOnly(points[0]!, paint, x, y) : []),
    ...points.flatMap(({ day, mark }) => (mark.best === undefined ? [] : diamond(x(day), y(mark.best), 5))),
  ];
}

/** A single day has no line, so its range is drawn upright. */
function drawOnly({ day, mark }: CoursePoint, paint: Paint, x: Scale, y: Scale): Markup[] {
  return [stroke(`M${x(day)} ${y(mark.low) + 2}V${y(mark.high) - 2}`, paint, 6)];
}

/** Labels next to the ends of their lines, moved apart where they would overlap. */
function endLabels(lines: readonly CourseLine[], labels: readonly EndLabel[], plot: Plot, box: Box): Markup[] {
  const ends = lines
    .map(({ points }, at) => {
      const { day, mark } = points.at(-1)!;
      return {
        label: labels[at]!,
        paint: paintOf((at % DASHES.length) as Tone),
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
  let limit = box.top + box.height;
  for (let at = ends.length - 1; at >= 0; at -= 1) {
    tops[at] = Math.min(tops[at]!, limit - ends[at]!.label.height);
    limit = tops[at]!;
  }
  return ends.flatMap(({ label, paint, x, y }, at) => {
    const [top, left] = [tops[at]!, plot.right + ROOM];
    return [
      stroke(`M${x + 1} ${y}L${left - 4} ${top + label.height / 2}`, paint, 1.5),
      ...textBlock(label.name, left, top, { font: STRONG }),
      ...textBlock(label.text, left, top + label.name.length * lineHeight(STRONG), { font: LABEL }),
    ];
  });
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"];

/** "2022", "Mar 2022" or "16 Mar 2022", without the year where it is that of the tick before. */
function dateLabels(shown: readonly Tick[]): (tick: Tick, at: number) => string {
  const partsOf = (tick: Tick) =>
    tick.toISOString().slice(0, "YYYY-MM-DD".length).split("-") as [string, string, string];
  const isYearly = shown.every((tick) => partsOf(tick)[1] === "01" && partsOf(tick)[2] === "01");
  const isMonthly = shown.every((tick) => partsOf(tick)[2] === "01");
  return (tick, at) => {
    const [year, month, day] = partsOf(tick);
    if (isYearly) return year;
    const name = `${isMonthly ? "" : `${Number(day)} `}${MONTHS[Number(month) - 1]}`;
    const isNewYear = month === "01" && (isMonthly || Number(day) < 8);
    return at === 0 || isNewYear ? `${name} ${year}` : name;
  };
}
