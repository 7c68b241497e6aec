import { max } from "d3-array";
import { scaleLinear } from "d3-scale";
import { refuse } from "../../core/errors.ts";
import { ticksThatFit, tickText } from "./axis.ts";
import type { Box, Fitted } from "./box.ts";
import { ARROW, drawMark, type Scale } from "./mark.ts";
import type { Markup } from "./markup.ts";
import { widthOf, wrapped } from "./measure.ts";
import type { Limit, Mark, RangeChart, RangeRow } from "./picture.ts";
import { stroke } from "./shapes.ts";
import type { Paint } from "./style.ts";
import { ascent, LABEL, lineHeight, SMALL, STRONG, textAt, textBlock } from "./text.ts";

/** More bars than these are not read. */
const MOST_BARS = 100;
const GAP = 14;
const AXIS = lineHeight(SMALL) + 8;
const THICKNESS = 14;

/** A row with its words in lines, and where its bar is. */
interface PlacedRow {
  readonly row: RangeRow;
  readonly height: number;
  draw(top: number, plot: Plot): Markup[];
}

interface Plot {
  readonly left: number;
  readonly right: number;
  /** How far to the right words may go. */
  readonly edge: number;
  readonly x: Scale;
  readonly ticks: readonly number[];
  readonly limits: readonly Limit[];
  readonly id: string;
}

/** Where the bars are, from the left and from the right. */
interface Gutters {
  readonly left: number;
  readonly right: number;
}

/**
 * Ranges below each other. Words stand above each bar if there is room for that, and otherwise next to it, which takes
 * half of the height.
 */
export function rangeChart(chart: RangeChart, width: number, id: string): Fitted {
  const found = chart.groups.reduce((sum, { rows }) => sum + rows.length, 0);
  if (found > MOST_BARS) refuse({ code: "E-PICTURE-MANY", args: { of: "bars", found, limit: MOST_BARS } });
  const above = layout(chart, width, { left: 0, right: 0 }, (row) => rowAbove(row, width));
  const gutters = guttersFor(chart, width);
  const beside = layout(chart, width, gutters, (row) => rowBeside(row, width, gutters));
  return {
    natural: above.height,
    least: Math.min(above.height, beside.height),
    draw: (box) => (box.height >= above.height ? above : beside).draw(box, id),
  };
}

interface Layout {
  readonly height: number;
  draw(box: Box, id: string): Markup[];
}

function layout(chart: RangeChart, width: number, gutters: Gutters, place: (row: RangeRow) => PlacedRow): Layout {
  const groups = chart.groups.map(({ title, rows }) => ({
    lines: wrapped(title, width, STRONG),
    rows: rows.map(place),
  }));
  const parts = groups.flatMap(({ lines, rows }) => [
    lines.length * lineHeight(STRONG) + 6,
    ...rows.map(({ height }) => height),
  ]);
  const limits = lineHeight(SMALL) * chart.limits.length + (chart.limits.length > 0 ? 6 : 0);
  const height = parts.reduce((sum, part) => sum + part, limits + AXIS);
  const draw = (box: Box, id: string): Markup[] => {
    const spare = Math.min(GAP, Math.max(0, box.height - height) / parts.length);
    const plot = plotFor(chart, box, gutters, id);
    let top = box.top + limits;
    const drawn = groups.flatMap(({ lines, rows }) => {
      const title = textBlock(lines, box.left, top, { font: STRONG });
      top += lines.length * lineHeight(STRONG) + 6;
      return [
        ...title,
        ...rows.flatMap((row) => {
          const markup = row.draw(top, plot);
          top += row.height + spare;
          return markup;
        }),
      ];
    });
    return [...limitLabels(chart.limits, plot, box), ...drawn, ...axis(chart.unit, plot, top)];
  };
  return { height, draw };
}

/** The scale, which begins at zero, with room for arrows and for half a dot. */
function plotFor({ groups, limits }: RangeChart, box: Box, gutters: Gutters, id: string): Plot {
  const marks = [...groups.flatMap(({ rows }) => rows.map(({ mark }) => mark)), ...limits.map(({ mark }) => mark)];
  const most = max(marks, ({ high }) => high) || 1;
  const hasArrow = marks.some(({ openHigh }) => openHigh);
  const [left, right] = [
    box.left + gutters.left + 9,
    box.left + box.width - gutters.right - (hasArrow ? ARROW + 2 : 9),
  ];
  const x = scaleLinear([0, most], [left, right]);
  const whole = (count: number) => x.ticks(count).filter((tick) => Number.isInteger(tick));
  return { left, right, edge: box.left + box.width, x, ticks: ticksThatFit(whole, x, tickText), limits, id };
}

/** The words above the bar: name and number on one line if they fit there. */
function rowAbove(row: RangeRow, width: number): PlacedRow {
  const font = row.tone === "whole" ? STRONG : LABEL;
  const isOneLine = widthOf(row.label, font) + GAP + widthOf(row.text, font) <= width;
  const names = wrapped(row.label, width, font);
  const numbers = isOneLine ? [row.text] : wrapped(row.text, width, font);
  const words = lineHeight(font) * (isOneLine ? 1 : names.length + numbers.length);
  return {
    row,
    height: words + 4 + THICKNESS + GAP,
    draw: (top, plot) => [
      ...textBlock(names, plot.left - 9, top, { font }),
      ...(isOneLine
        ? textBlock(numbers, plot.left - 9 + width, top, { font, anchor: "end" })
        : textBlock(numbers, plot.left - 9, top + names.length * lineHeight(font), { font })),
      ...strip(row.mark, row.tone, top + words + 4, THICKNESS, plot),
    ],
  };
}

/** The name to the left of the bar, and the number to the right. */
function rowBeside(row: RangeRow, width: number, gutters: Gutters): PlacedRow {
  const font = row.tone === "whole" ? { ...STRONG, size: SMALL.size } : SMALL;
  const names = wrapped(row.label, gutters.left - 8, font);
  const numbers = wrapped(row.text, gutters.right - 8, font);
  const lines = Math.max(names.length, numbers.length);
  const height = lines * lineHeight(font) + 7;
  return {
    row,
    height,
    draw: (top, plot) => {
      const start = plot.left - 9 - gutters.left;
      const middle = (height - 7) / 2;
      const block = (texts: readonly string[], x: number, anchor: "start" | "end") =>
        textBlock(texts, x, top + middle - (texts.length * lineHeight(font)) / 2, { font, anchor });
      return [
        ...block(names, start, "start"),
        ...block(numbers, start + width, "end"),
        ...strip(row.mark, row.tone, top + middle - THICKNESS / 2, THICKNESS, plot),
      ];
    },
  };
}

/** As wide as the words need, but the bars keep a third. */
function guttersFor({ groups }: RangeChart, width: number): Gutters {
  const rows = groups.flatMap((group) => group.rows);
  const bold = { ...STRONG, size: SMALL.size };
  const widest = (texts: readonly string[]) =>
    Math.min(width / 3, (max(texts, (text) => widthOf(text, bold)) ?? 0) + 9);
  return { left: widest(rows.map(({ label }) => label)), right: widest(rows.map(({ text }) => text)) };
}

/** The bar of a row, with the lines of the axis and of the limits behind it. They end where words begin. */
function strip(mark: Mark, tone: RangeRow["tone"], top: number, thickness: number, plot: Plot): Markup[] {
  const { x, ticks, limits, left, id } = plot;
  const line = (value: number, paint: Paint, width: number) =>
    stroke(`M${x(value)} ${top - 2}v${thickness + 4}`, paint, width);
  return [
    ...ticks.map((tick) => line(tick, "grid", 1)),
    ...limits.flatMap(({ mark: { low, high } }) => [...new Set([low, high])].map((value) => line(value, "ink", 2))),
    ...drawMark(mark, x, top + thickness / 2, {
      tone,
      thickness: tone === "part" ? thickness - 4 : thickness,
      from: left,
      id,
    }),
  ];
}

/** What each limit is, above the bars, on the side of its line where there is room. */
function limitLabels(limits: readonly Limit[], { x, left }: Plot, box: Box): Markup[] {
  return limits.flatMap(({ label, mark }, at) => {
    const [place, top] = [x(mark.high), box.top + at * lineHeight(SMALL)];
    const right = box.left + box.width;
    const width = widthOf(label, SMALL);
    const isLeft = place + width > right;
    const start = Math.max(box.left, isLeft ? Math.min(place, right) - width : Math.max(place, left));
    return [
      textAt(label, isLeft ? start + width : start, top + ascent(SMALL), {
        font: SMALL,
        anchor: isLeft ? "end" : "start",
      }),
    ];
  });
}

function axis(unit: string, { x, ticks, left, edge }: Plot, top: number): Markup[] {
  return ticks.map((tick, at) => {
    // The first label says what is counted. It begins at the axis, so there is room for that.
    const unitLabel = `${tickText(tick)} ${unit}`;
    const next = ticks[1] === undefined ? edge : x(ticks[1]) - widthOf(tickText(ticks[1]), SMALL) / 2;
    const hasUnit = at === 0 && left + widthOf(unitLabel, SMALL) < next;
    const label = hasUnit ? unitLabel : tickText(tick);
    const half = widthOf(label, SMALL) / 2;
    const middle = at === 0 ? left + half : Math.min(x(tick), edge - half);
    return at === 0
      ? textAt(label, left, top + ascent(SMALL), { font: SMALL, muted: true })
      : textAt(label, middle, top + ascent(SMALL), { font: SMALL, muted: true, anchor: "middle" });
  });
}
