import type { Sheet } from "../sheet.ts";

/** What a picture shows, before anything has a place on it. */
export interface Picture {
  readonly title: string;
  /** The answer in words; then the same in fewer words, for a picture with little room. */
  readonly leads: readonly string[];
  readonly chart: Chart;
  /** Parts of the chart, each with words for it alone, for a picture that has no room for all of it. The first that fits is drawn. */
  readonly parts?: readonly PicturePart[];
  /** What the parts of the drawing mean. */
  readonly key: readonly string[];
  /** What a reader has to know. Where there is little room, they are in the description alone. */
  readonly caveats: readonly string[];
  /** Those of the caveats without which the numbers could be misunderstood. They stay. */
  readonly kept: readonly string[];
  /** The notes of scenarios. */
  readonly notes?: readonly string[];
  /** Who says so, and when. */
  readonly sources: readonly string[];
  /** The numbers, for those who cannot see the picture. */
  readonly table: Sheet;
}

/** A part of the chart, with what differs in the words of the picture. */
export type PicturePart = Pick<Picture, "leads" | "chart"> & Partial<Pick<Picture, "key" | "kept" | "sources">>;

export type Chart = RangeChart | CourseChart | DotChart;

/** A range as it is drawn. */
export interface Mark {
  readonly low: number;
  readonly best?: number | undefined;
  readonly high: number;
  readonly openLow: boolean;
  readonly openHigh: boolean;
  readonly approximate: boolean;
}

/** Ranges below each other, on one axis that begins at zero. */
export interface RangeChart {
  readonly kind: "ranges";
  /** What the axis counts: "people". */
  readonly unit: string;
  readonly groups: readonly RangeGroup[];
  /** What all ranges are compared with, such as an only force: a line through the bars, or a band if it has two ends. */
  readonly limit?: Mark | undefined;
  /** The parts of one quantity stay, as those of a total, which it is about. */
  readonly keepsParts?: boolean | undefined;
}

/** The ranges of one quantity. */
export interface RangeGroup {
  readonly title: string;
  /** Its parts are left out last: those that the sources gave, or those of all losses that a total is about. */
  readonly isMain?: boolean;
  readonly rows: readonly RangeRow[];
}

export interface RangeRow {
  readonly label: string;
  /** The label is in our own words, so its case may change. */
  readonly isOurs?: boolean;
  readonly mark: Mark;
  /** The whole range in words. */
  readonly words: string;
  /** What is written at its bar: the range, and the share of the force that it is. */
  readonly number: RangeLabel;
  readonly share?: RangeLabel | undefined;
  readonly tone: Tone;
}

/** A range as it is written at its bar, and with as few letters as possible. */
export interface RangeLabel {
  readonly text: string;
  readonly short: string;
  /** With what its arrows mean, and that as a sentence has it; only if the label leaves it to the sentence. */
  readonly whole?: { readonly said: string; readonly text: string; readonly short: string } | undefined;
}

/** How a mark is filled: as one of several sources, as the whole, as a force, or as a side. Its label says which. */
export type Tone = "part" | "whole" | "force" | 0 | 1 | 2 | 3 | 4 | 5;

/** Running totals over time, each as a band. */
export interface CourseChart {
  readonly kind: "course";
  readonly unit: string;
  readonly lines: readonly CourseLine[];
}

export interface CourseLine {
  readonly label: string;
  /** What its last total is, in words. */
  readonly text: string;
  readonly points: readonly CoursePoint[];
}

export interface CoursePoint {
  /** In days since 1970-01-01. */
  readonly day: number;
  readonly mark: Mark;
}

/** What is known of the past as dots, next to what is compared with it. */
export interface DotChart {
  readonly kind: "dots";
  readonly blocks: readonly DotBlock[];
}

export interface DotBlock {
  readonly title: string;
  /** What the interval is. */
  readonly note: string;
  /** What follows the numbers of the axis: "%". */
  readonly unit: string;
  readonly dots: readonly { readonly label: string; readonly value: number }[];
  /** What is compared with the dots. */
  readonly rule: { readonly label: string; readonly mark: Mark } | undefined;
  /** The range that most of the dots are in, or where most of the next ones are expected. */
  readonly interval: { readonly low: number; readonly high: number } | undefined;
}

/** The size that a picture is asked to have, in pixels. */
export interface Dimensions {
  readonly width: number;
  readonly height: number;
}

/** What a user decides about a picture. */
export interface Drawing {
  /** Without a size, a picture is as high as it has to be. */
  readonly dimensions?: Dimensions;
  /** A title in place of ours. */
  readonly title?: string;
}

/** The rows of a picture of ranges as a table. */
export function tableOfGroups(groups: readonly RangeGroup[]): Sheet {
  return {
    heads: ["Quantity", "Source", "Number"],
    rows: groups.flatMap(({ title, rows }) => rows.map(({ label, words }) => [title, label, words])),
    numbers: [false, false, true],
  };
}
