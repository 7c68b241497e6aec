import { refuse } from "../../core/errors.ts";
import type { Sheet } from "../sheet.ts";
import type { Fitted } from "./box.ts";
import { courseChart } from "./course-chart.ts";
import { dotChart } from "./dot-chart.ts";
import { completed } from "./labels.ts";
import { content, element, type Markup } from "./markup.ts";
import { wrapped } from "./measure.ts";
import type { Chart, Dimensions, Drawing, Picture, PicturePart } from "./picture.ts";
import { rangeChart } from "./ranges.ts";
import { named, STYLE } from "./style.ts";
import { LEAD, lineHeight, SMALL, TITLE, textBlock } from "./text.ts";

/**
 * How wide a picture is, in its own units. The smallest that fits is used, since it has the largest letters: at 320
 * pixels, 520 units give letters of 9 pixels. Only a size that was asked for can need more.
 */
const WIDTHS = [520, 560, 600, 640, 680, 720];
const MARGIN = 16;
const GAP = 12;
/** Between two paragraphs below the chart. */
const APART = 5;

/** The picture as SVG. Throws InputError if it does not fit into the size that was asked for. */
export function drawPicture(drawn: Picture, { dimensions, title }: Drawing = {}): string {
  const picture = { ...drawn, title: title ?? drawn.title };
  const id = named(hash(JSON.stringify([picture, dimensions])));
  const pages = pagesOf(picture, picture, id);
  // A part of a pixel would be drawn half transparent.
  if (!dimensions) return pages[0]!.draw(Math.ceil(pages[0]!.natural), undefined);
  const { width, height } = dimensions;
  const heightOf = (page: Page) => (page.width * height) / width;
  // A shorter sentence is better than a chart that is hard to read, and that is better than a part of it.
  const fitting = (all: readonly Page[]) =>
    all.find((page) => page.good <= heightOf(page)) ?? all.find((page) => page.least <= heightOf(page));
  const parts = (picture.parts ?? []).map((part) => pagesOf(picture, part, id));
  const all = [pages, ...parts];
  const page = all.map(fitting).find((found) => found !== undefined);
  if (page) return page.draw(heightOf(page), dimensions);
  const needed = Math.min(...all.flat().map((other) => Math.ceil((other.least * width) / other.width)));
  return refuse({ code: "E-PICTURE-SMALL", args: { ...dimensions, needed }, at: { option: "--dimensions" } });
}

/** Every page with the chart or a part of it: with all words first, and then with fewer of them. */
function pagesOf(picture: Picture, { chart, ...words }: PicturePart, id: string): Page[] {
  return wordings({ ...picture, ...words }).flatMap((words) =>
    WIDTHS.map((width) => new Page({ picture, ...words, chart, width, id })),
  );
}

/** A name that no other picture on a page has: FNV-1a, in 32 bits. */
function hash(text: string): string {
  let bits = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) bits = Math.imul(bits ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return bits.toString(36);
}

/** The words above the chart, and the paragraphs below it. */
interface Wording {
  readonly lead: string;
  readonly notes: readonly string[];
}

/** More caveats than these are in the description alone. */
const MOST_CAVEATS = 4;

/** All words, then fewer of them, for a picture with little room. */
function wordings({ leads, key, caveats, kept, notes = [], sources }: Picture): Wording[] {
  const short = [[...kept, ...key, ...sources].join(" ")];
  const full = [...caveats.slice(0, MOST_CAVEATS), ...notes, ...key, sources.join(" ")];
  const [lead = "", ...shorter] = leads;
  return [{ lead, notes: full }, ...[lead, ...shorter].map((other) => ({ lead: other, notes: short }))];
}

interface PageParts extends Wording {
  readonly picture: Picture;
  /** The chart of the picture, or a part of it. */
  readonly chart: Chart;
  readonly width: number;
  readonly id: string;
}

/** A picture of some width: the words above the chart and below it in lines, and the chart fitted in between. */
class Page {
  readonly picture: Picture;
  readonly width: number;
  readonly #title: readonly string[];
  readonly #lead: readonly string[];
  readonly #notes: readonly (readonly string[])[];
  readonly #chart: Fitted;

  constructor({ picture, lead, notes, chart, width, id }: PageParts) {
    this.picture = picture;
    this.width = width;
    const inner = width - 2 * MARGIN;
    this.#title = wrapped(picture.title, inner, TITLE);
    this.#lead = wrapped(lead, inner, LEAD);
    this.#notes = notes.map((note) => wrapped(note, inner, SMALL)).filter((lines) => lines.length > 0);
    this.#chart = fitted(chart.kind === "ranges" ? completed(chart, lead) : chart, inner, id);
  }

  get natural(): number {
    return this.#head + this.#chart.natural + this.#foot;
  }

  get good(): number {
    return this.#head + this.#chart.good + this.#foot;
  }

  get least(): number {
    return this.#head + this.#chart.least + this.#foot;
  }

  get #head(): number {
    const lead = this.#lead.length > 0 ? this.#lead.length * lineHeight(LEAD) + 4 : 0;
    return MARGIN + this.#title.length * lineHeight(TITLE) + lead + GAP;
  }

  get #foot(): number {
    return (this.#notes.length > 0 ? GAP + this.#notesHeight : 0) + MARGIN;
  }

  get #notesHeight(): number {
    return this.#notes.flat().length * lineHeight(SMALL) + Math.max(0, this.#notes.length - 1) * APART;
  }

  /** The paragraphs below the chart, a little apart. */
  #drawNotes(top: number): Markup[] {
    let next = top;
    return this.#notes.flatMap((lines) => {
      const block = textBlock(lines, MARGIN, next, { font: SMALL, muted: true });
      next += lines.length * lineHeight(SMALL) + APART;
      return block;
    });
  }

  draw(height: number, dimensions: Dimensions | undefined): string {
    const { width, picture } = this;
    const inner = { left: MARGIN, width: width - 2 * MARGIN };
    const leadTop = MARGIN + this.#title.length * lineHeight(TITLE) + 4;
    const box = { ...inner, top: this.#head, height: height - this.#head - this.#foot };
    const notesTop = height - MARGIN - this.#notesHeight;
    const { leads, caveats, notes = [], key, sources } = picture;
    const description = [...leads.slice(0, 1), ...caveats, ...notes, ...key, ...sources].join(" ");
    const shown = [
      ...textBlock(this.#title, MARGIN, MARGIN, { font: TITLE }),
      ...textBlock(this.#lead, MARGIN, leadTop, { font: LEAD }),
      ...this.#chart.draw(box),
      ...this.#drawNotes(notesTop),
    ];
    const root = {
      xmlns: "http://www.w3.org/2000/svg",
      viewBox: `0 0 ${width} ${Math.round(height * 100) / 100}`,
      width: dimensions?.width ?? width,
      height: dimensions?.height ?? height,
      role: "figure",
      "xml:lang": "en",
    };
    const svg = element(
      "svg",
      root,
      element("title", {}, content(picture.title)),
      element("desc", {}, content(description)),
      STYLE,
      element("rect", { class: named("paper"), width, height }),
      element("g", { "aria-hidden": "true" }, ...shown),
      tableOf(picture.table),
    );
    return `${svg}\n`;
  }
}

function fitted(chart: Chart, width: number, id: string): Fitted {
  switch (chart.kind) {
    case "ranges":
      return rangeChart(chart, width, id);
    case "course":
      return courseChart(chart, width, id);
    case "dots":
      return dotChart(chart, width);
  }
}

/** The numbers as an invisible table, which screen readers read. */
function tableOf({ heads, rows }: Sheet): Markup {
  const cell = (role: string) => (text: string) => element("text", { role, y: 1, "font-size": 1 }, content(text));
  const row = (cells: readonly Markup[]) => element("g", { role: "row" }, ...cells);
  return element(
    "g",
    { role: "table", opacity: 0, "aria-label": "The numbers in this picture" },
    row(heads.map(cell("columnheader"))),
    ...rows.map((cells) => row(cells.map(cell("cell")))),
  );
}
