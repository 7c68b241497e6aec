import type { Sheet } from "../sheet.ts";

/** What a picture shows, before anything has a place on it. */
export interface Picture {
  readonly title: string;
  /** The answer in words; then the same in fewer words, for a picture with little room. */
  readonly leads: readonly string[];
  readonly chart: Chart;
  /** Who says so and when, and what a reader has to know. */
  readonly notes: readonly string[];
  /** What is only in the description, since a picture has no room for it. */
  readonly caveats: readonly string[];
  /** The numbers, for those who cannot see the picture. */
  readonly table: Sheet;
}

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
  /** Numbers to compare the ranges with, such as a force. */
  readonly limits: readonly Limit[];
}

/** The ranges of one quantity. */
export interface RangeGroup {
  readonly title: string;
  readonly rows: readonly RangeRow[];
}

export interface RangeRow {
  readonly label: string;
  readonly mark: Mark;
  /** The range in words, and in figures for where there is little room. */
  readonly text: string;
  readonly short: string;
  readonly tone: Tone;
}

/** How a mark is filled: as one of several sources, as the whole, or as a side. Its label says which it is. */
export type Tone = "part" | "whole" | 0 | 1 | 2 | 3;

export interface Limit {
  readonly label: string;
  readonly mark: Mark;
}

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
  readonly rule: { readonly label: string; readonly low: number; readonly high: number } | undefined;
  /** The range that most of the dots are in, or where most of the next ones are expected. */
  readonly interval: { readonly low: number; readonly high: number } | undefined;
}

/** The size that a picture is asked to have, in pixels. */
export interface Dimensions {
  readonly width: number;
  readonly height: number;
}
