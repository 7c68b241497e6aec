import { max } from "d3-array";
import { scaleLinear } from "d3-scale";
import { refuse } from "../../core/errors.ts";
import { withRemark } from "../remark.ts";
import { labelledTicks, type TickLabel, tickLabels, tickText } from "./axis.ts";
import type { Box, Fitted } from "./box.ts";
import { ARROW, drawMark, type Scale } from "./mark.ts";
import type { Markup } from "./markup.ts";
import { widthOf, wrapped } from "./measure.ts";
import type { Mark, RangeChart, RangeGroup, RangeRow, Tone } from "./picture.ts";
import { filled, stroke } from "./shapes.ts";
import { LABEL, lineHeight, SMALL, STRONG, textBlock } from "./text.ts";

/** Nobody reads more bars than this. */
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
  /** Where words begin. */
  readonly left: number;
  readonly x: Scale;
  readonly ticks: readonly TickLabel<number>[];
  readonly limit: Mark | undefined;
  readonly id: string;
}

/** Where the bars are, from the left and from the right. */
interface Gutters {
  readonly left: number;
  readonly right: number;
}

/** What is between two bars with their names, and the least that it can be. */
const ROOMY = 7;
const TIGHT = 3;

/** A picture with more bars than these shows the sources of one quantity alone. */
const MANY_BARS = 16;

/**
 * Ranges below each other. The words are above each bar if there is room for that, and otherwise next to it, which takes
 * half of the height, and a little less if the bars are close to each other. If that is still too high, the parts are
 * shown of one quantity alone, and in the end of none, unless the chart is about them. That is the main one, or else the last.
 */
export function rangeChart(chart: RangeChart, width: number, id: string): Fitted {
  const found = chart.groups.reduce((sum, { rows }) => sum + rows.length, 0);
  const divided = chart.groups.filter((group) => whole(group).rows.length < group.rows.length);
  const detailed = divided.find(({ isMain }) => isMain) ?? divided.at(-1);
  const groups = chart.groups.map((group) => (group === detailed ? group : whole(group)));
  const brief = { ...chart, groups };
  const bars = brief.groups.flatMap(({ rows }) => rows);
  if (bars.length > MOST_BARS) {
    const parts = bars.filter(({ tone }) => tone === "part").length;
    refuse({ code: "E-PICTURE-MANY", args: { of: "bars", found: bars.length, limit: MOST_BARS, parts } });
  }
  const bare = { ...chart, groups: chart.groups.map(whole) };
  const above = (version: RangeChart) => layoutAbove(version, width);
  const beside = (version: RangeChart) => layoutBeside(version, width, ROOMY);
  const tight = (version: RangeChart) => layoutBeside(version, width, TIGHT);
  const divides = [...(found > MANY_BARS ? [] : [chart]), brief].map(withoutHeadings);
  const wholes = (chart.keepsParts ? [] : [bare]).map(withoutHeadings);
  const ofParts = [...divides.map(above), ...divides.map(beside)].sort((a, b) => b.height - a.height);
  const layouts = [...ofParts, ...divides.map(tight), ...[above, beside, tight].flatMap((lay) => wholes.map(lay))];
  return {
    natural: above(divides[0]!).height,
    good: ofParts.at(-1)!.height,
    least: Math.min(...layouts.map(({ height }) => height)),
    draw: (box) => (layouts.find(({ height }) => height <= box.height + 0.01) ?? layouts.at(-1)!).draw(box, id),
  };
}

function withoutHeadings(chart: RangeChart): RangeChart {
  return { ...chart, groups: chart.groups.map(merged) };
}

/** The group with its whole alone, if it has one. */
function whole({ title, rows }: RangeGroup): RangeGroup {
  const all = rows.filter(({ tone }) => tone === "whole");
  return { title, rows: all.length > 0 && rows.length > 1 ? all : rows };
}

const headHeight = (lines: readonly string[], gap: number) =>
  lines.length > 0 ? lines.length * lineHeight(STRONG) + gap - 1 : 0;

interface Layout {
  readonly height: number;
  draw(box: Box, id: string): Markup[];
}

interface LayoutParts {
  readonly chart: RangeChart;
  readonly width: number;
  readonly gutters: Gutters;
  /** What is below a heading, about. */
  readonly gap: number;
  place(row: RangeRow): PlacedRow;
}

function layout({ chart, width, gutters, gap, place }: LayoutParts): Layout {
  const groups = chart.groups.map(({ title, rows }) => ({
    lines: wrapped(title, width, STRONG),
    rows: rows.map(place),
  }));
  const parts = groups.flatMap(({ lines, rows }) => [headHeight(lines, gap), ...rows.map(({ height }) => height)]);
  const height = parts.reduce((sum, part) => sum + part, AXIS);
  const draw = (box: Box, id: string): Markup[] => {
    const spare = Math.min(GAP, Math.max(0, box.height - height) / parts.length);
    const plot = plotFor(chart, box, gutters, id);
    let top = box.top;
    const drawn = groups.flatMap(({ lines, rows }) => {
      const title = textBlock(lines, box.left, top, { font: STRONG });
      top += headHeight(lines, gap);
      return [
        ...title,
        ...rows.flatMap((row) => {
          const markup = row.draw(top, plot);
          top += row.height + spare;
          return markup;
        }),
      ];
    });
    return [...drawn, ...tickLabels(plot.ticks, top)];
  };
  return { height, draw };
}

function layoutAbove(chart: RangeChart, width: number): Layout {
  return layout({ chart, width, gutters: { left: 0, right: 0 }, gap: ROOMY, place: (row) => rowAbove(row, width) });
}

function layoutBeside(chart: RangeChart, width: number, gap: number): Layout {
  const gutters = guttersFor(chart, width);
  return layout({ chart, width, gutters, gap, place: (row) => rowBeside(row, width, gutters, gap) });
}

/** A group of one row needs no heading: its row is named after both. How its figures were combined is only said where they are shown. */
function merged({ title, rows }: RangeGroup): RangeGroup {
  const [only, ...more] = rows;
  if (!only || more.length > 0) return { title, rows };
  return {
    title: "",
    rows: [
      {
        ...only,
        label: only.label === "" || only.isOurs ? title : withRemark(title, only.label),
      },
    ],
  };
}

/** Half of the thickest dot. */
const HALF_DOT = 9;

/** The scale, which begins at zero unless a change is below it, with room for arrows and for half a dot. */
function plotFor({ unit, groups, limit }: RangeChart, box: Box, gutters: Gutters, id: string): Plot {
  const marks = groups.flatMap(({ rows }) => rows.map(({ mark }) => mark));
  const [least, most] = [Math.min(0, ...marks.map(({ low }) => low)), max(marks, ({ high }) => high) || 1];
  const isArrow = marks.some(({ low, openLow }) => openLow && low < 0);
  const left = box.left + gutters.left + (isArrow ? ARROW + 2 : HALF_DOT);
  const right = box.left + box.width - gutters.right - (marks.some(({ openHigh }) => openHigh) ? ARROW + 2 : HALF_DOT);
  const x = scaleLinear([least, most], [left, right]);
  const ticks = labelledTicks({
    ticks: (count) => x.ticks(count).filter((tick) => unit !== "people" || Number.isInteger(tick)),
    x,
    text: tickText,
    unit,
    from: box.left,
    to: box.left + box.width,
  });
  return { left: box.left, x, ticks, limit, id };
}

/** The words above the bar: name and number on one line if they fit there. */
function rowAbove(row: RangeRow, width: number): PlacedRow {
  const font = row.tone === "whole" ? STRONG : LABEL;
  const text = [row.number, ...(row.share ? [row.share] : [])].map((label) => label.text).join(", ");
  const isOneLine = widthOf(row.label, font) + GAP + widthOf(text, font) <= width;
  const names = wrapped(row.label, width, font);
  const numbers = isOneLine ? [text] : wrapped(text, width, font);
  const words = lineHeight(font) * (isOneLine ? 1 : names.length + numbers.length);
  return {
    row,
    height: words + 4 + THICKNESS + GAP,
    draw: (top, plot) => [
      ...textBlock(names, plot.left, top, { font }),
      ...(isOneLine
        ? textBlock(numbers, plot.left + width, top, { font, anchor: "end" })
        : textBlock(numbers, plot.left + width, top + names.length * lineHeight(font), { font, anchor: "end" })),
      ...strip(row.mark, row.tone, top + words + 4, THICKNESS, plot),
    ],
  };
}

/** The name to the left of the bar, and the number to the right. */
function rowBeside(row: RangeRow, width: number, gutters: Gutters, gap: number): PlacedRow {
  const font = row.tone === "whole" ? { ...STRONG, size: SMALL.size } : SMALL;
  const names = wrapped(row.label, gutters.left - 8, font);
  const numbers = shortLabels(row).flatMap((text) => wrapped(text, gutters.right - 8, font));
  const lines = Math.max(names.length, numbers.length);
  const height = lines * lineHeight(font) + gap;
  return {
    row,
    height,
    draw: (top, plot) => {
      const start = plot.left;
      const middle = (height - gap) / 2;
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

/** As wide as the words need, but the bars keep three tenths. */
function guttersFor({ groups }: RangeChart, width: number): Gutters {
  const rows = groups.flatMap((group) => group.rows);
  const bold = { ...STRONG, size: SMALL.size };
  const widest = (texts: readonly string[]) => (max(texts, (text) => widthOf(text, bold)) ?? 0) + 9;
  const left = Math.min(width / 3, widest(rows.map(({ label }) => label)));
  return { left, right: Math.min(0.7 * width - left, widest(rows.flatMap(shortLabels))) };
}

/** A part is next to its whole, whose share is enough. */
function shortLabels({ number, share, tone }: RangeRow): string[] {
  return [number.short, ...(share && tone !== "part" ? [share.short] : [])];
}

/** Wholes and sides stand out from parts, and these from forces. */
const thicknessOf = (tone: Tone) => (tone === "force" ? 6 : tone === "part" ? THICKNESS - 4 : THICKNESS);

/** The bar of a row, with the lines of the axis and of the limits behind it. They end where words begin. */
function strip(mark: Mark, tone: RangeRow["tone"], top: number, thickness: number, plot: Plot): Markup[] {
  const { x, ticks, limit, id } = plot;
  const [from, height] = [top - 2, thickness + 4];
  return [
    ...ticks.map(({ tick }) => stroke(`M${x(tick)} ${from}v${height}`, "grid", 1)),
    ...(limit ? limitMarks(limit, x, from, height) : []),
    ...drawMark(mark, x, top + thickness / 2, {
      tone,
      thickness: thicknessOf(tone),
      id,
    }),
  ];
}

/** A line, dashed if the number is not exact; or a band from end to end. */
function limitMarks({ low, high, openLow, openHigh, approximate }: Mark, x: Scale, top: number, height: number) {
  if (low !== high) return [filled(`M${x(low)} ${top}H${x(high)}v${height}H${x(low)}Z`, "force", 0.35)];
  return [stroke(`M${x(low)} ${top}v${height}`, "ink", 2, openLow || openHigh || approximate ? "4 3" : undefined)];
}
