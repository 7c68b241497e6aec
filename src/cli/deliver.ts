import { defined } from "../core/defined.ts";
import { collect, InputError, type Problem } from "../core/errors.ts";
import { inert } from "../render/inert.ts";
import { type Layout, PLAIN } from "../render/layout.ts";
import type { Quote } from "../render/quote/form.ts";
import type { Section } from "../render/sections.ts";
import type { Separation } from "../render/separated.ts";
import type { Cited, Source } from "../render/sources.ts";
import type { Drawing, Picture } from "../render/svg/picture.ts";
import { renderText } from "../render/text.ts";
import type { ImpliedValues } from "./conflicts.ts";
import { rowsAndNotes } from "./csv-safe.ts";
import { byNameNote, formatByName } from "./file-format.ts";
import type { GivenOptions } from "./given.ts";
import { type Io, isAscii, isColoured, type ShowOptions, show } from "./io.ts";
import { COLOURS, type Colour, FORMATS, type Format } from "./option.ts";
import type { FileContent } from "./output.ts";
import { drawingFrom } from "./picture.ts";

/** How the user wants to get a result. */
export interface Delivery {
  readonly format: Format;
  readonly explain: boolean;
  /** Values of the JSON to print instead of the whole. */
  readonly paths: readonly string[];
  /** Whether cells that a spreadsheet would run are marked. */
  readonly isSafe: boolean;
  /** Only what may be printed, with no more than this many characters. */
  readonly quote?: { readonly most?: number };
  /** The file to write instead of standard output. */
  readonly file?: string;
  /** The format follows from the name of the file. */
  readonly isByName: boolean;
  readonly overwrite: boolean;
  readonly quiet: boolean;
  readonly colour: Colour;
  readonly showing: ShowOptions;
  /** The size and the title of a picture. */
  readonly drawing: Drawing;
}

/** Reads the options that determine how a result is delivered. */
export function deliveryFrom(given: GivenOptions): Delivery {
  const asked = given.format(FORMATS, "tsv");
  const file = given.outputFile();
  const isFree =
    asked === undefined && !(["--format", "--value", "--quote"] as const).some((option) => given.has(option));
  const byName = isFree && file !== undefined ? formatByName(file) : undefined;
  return defined({
    format: asked ?? byName ?? "text",
    explain: given.has("--explain"),
    paths: given.values("--value"),
    isSafe: given.has("--csv-safe"),
    quote: given.has("--quote")
      ? defined({ most: given.has("--max") ? Number(given.value("--max")) : undefined })
      : undefined,
    file,
    isByName: byName !== undefined,
    overwrite: given.has("--overwrite"),
    quiet: given.has("--quiet"),
    colour: given.choice("--color", COLOURS) ?? "auto",
    showing: given.showOptions,
    drawing: drawingFrom(given),
  });
}

/** The format that follows from the name of a file, to check it for conflicts with options. */
export function impliedBy({ format, file, isByName }: Delivery): ImpliedValues {
  return isByName ? { "--format": { value: format, typed: `--output ${file}` } } : {};
}

/** A result that is ready to be written, and the notes on it. */
export interface Rendered {
  readonly text: string;
  readonly notes: readonly string[];
}

/** A result in every form, each of which is made on request. */
export interface Renderable {
  /** The sections that people read, as text or on a page that others read. */
  readonly sections: (explain: boolean, isText: boolean) => readonly Section[];
  /** The scenarios whose sources Markdown and wikitext list. */
  readonly cited: () => readonly Cited[];
  /** What else is listed as a source. */
  readonly sources?: () => Promise<readonly Source[]>;
  /** The object that JSON is written from. */
  readonly record: () => Promise<object>;
  /** A table of values. */
  readonly rows: (separation: Separation) => Promise<string>;
  readonly picture: () => Promise<Picture>;
  /** One sentence that may be printed, in at most this many characters, and what was left out of it. */
  readonly quote?: (most: number | undefined, finish: (text: string) => string) => Promise<Quote>;
  /** What bare values and rows have no room for. */
  readonly notes?: readonly string[];
  /** What a bare value hides. */
  readonly notesOn?: (path: string) => string[];
}

export async function renderWithNotes(result: Renderable, delivery: Delivery, io: Io): Promise<Rendered> {
  if (delivery.quote && result.quote) return renderQuote(result.quote, delivery, io);
  const { text, notes } =
    delivery.paths.length > 0 ? await renderValues(result, delivery.paths) : await render(result, delivery, io);
  const isWhole = delivery.paths.length === 0 && !["csv", "tsv", "svg"].includes(delivery.format);
  return { text, notes: isWhole ? notes : [...notes, ...(result.notes ?? [])] };
}

/**
 * Writes a result to standard output or a file, and its notes to standard error. Other files are written along with it:
 * either all of them or none.
 */
export async function deliver(
  { text, notes }: Rendered,
  delivery: Omit<Delivery, "format"> & { readonly format: string },
  io: Io,
  others: readonly FileContent[] = [],
): Promise<void> {
  const { file, overwrite, quiet, format, isByName, showing } = delivery;
  // Text for people may end up in a log, so make it safe there. Output for programs repeats exactly what it was given.
  const isForPeople = ["text", "markdown", "wikitext"].includes(format);
  const plain = isForPeople ? inert(text) : text;
  const isInAscii = isForPeople && file !== undefined && showing.isAscii;
  const shown = isInAscii ? (await import("../render/ascii.ts")).ascii(plain) : plain;
  const files = file === undefined ? others : [...others, { file, text: shown }];
  if (files.length > 0) (await import("./output.ts")).writeOutputs(files, overwrite, io);
  if (file === undefined) await (isForPeople ? show(shown, showing, io) : io.stdout.write(shown));
  if (quiet) return;
  // A file with the name of a picture cannot be meant to be text.
  if (file !== undefined && isByName && format !== "svg")
    io.stderr.write(`note: ${byNameNote(file, format, "--format", "text")}\n`);
  for (const note of notes) io.stderr.write(`note: ${note}\n`);
}

/** Renders a result. Most runs need text; every other format is only loaded on request. */
async function render(result: Renderable, delivery: Delivery, io: Io): Promise<Rendered> {
  const { format, isSafe } = delivery;
  if (format === "csv" || format === "tsv") return rowsAndNotes(result.rows, format, isSafe);
  return { text: await pageOf(result, delivery, io), notes: [] };
}

async function pageOf(result: Renderable, delivery: Delivery, io: Io): Promise<string> {
  const { format, explain } = delivery;
  if (format === "json" || format === "ndjson") {
    const { writeJson } = await import("../render/json.ts");
    return `${writeJson(await result.record(), format === "json")}\n`;
  }
  if (format === "svg") {
    const { drawPicture } = await import("../render/svg/draw.ts");
    return drawPicture(await result.picture(), delivery.drawing);
  }
  const sections = result.sections(explain, format === "text");
  if (format === "markdown") {
    const { renderMarkdown } = await import("../render/markdown.ts");
    return renderMarkdown(sections, await sourcesFor(result));
  }
  if (format === "wikitext") {
    const { renderWikitext } = await import("../render/wikitext.ts");
    return renderWikitext(sections, await sourcesFor(result), result.cited());
  }
  return renderText(sections, await layoutOf(delivery, io));
}

async function sourcesFor(result: Renderable): Promise<Source[]> {
  const { sourcesOf } = await import("../render/sources.ts");
  return [...sourcesOf(result.cited()), ...((await result.sources?.()) ?? [])];
}

/** The layout for the text of a result, wherever it is written. */
export async function layoutOf(delivery: Omit<Delivery, "format">, io: Io): Promise<Layout> {
  const layout = await layoutFor(delivery.colour, delivery.file !== undefined, io);
  return wantsAscii(delivery, io) ? (await import("../render/ascii.ts")).asciiLayout(layout) : layout;
}

function wantsAscii({ showing, file }: Pick<Delivery, "showing" | "file">, io: Io): boolean {
  return file === undefined ? isAscii(showing.isAscii, io) : showing.isAscii;
}

/** Plain, unless the text is written to a terminal or colour was asked for. */
export async function layoutFor(colour: Colour, toFile: boolean, { stdout, env }: Io): Promise<Layout> {
  const coloured = toFile ? colour === "always" : isColoured(stdout, colour, env);
  const width = toFile ? undefined : stdout.columns;
  if (!coloured && width === undefined) return PLAIN;
  const { terminalLayout } = await import("../render/terminal.ts");
  return terminalLayout(defined({ coloured, width }));
}

/** One sentence. Its characters are counted as it will be written. */
export async function renderQuote(
  quote: NonNullable<Renderable["quote"]>,
  delivery: Delivery,
  io: Io,
): Promise<Rendered> {
  const written = wantsAscii(delivery, io) ? (await import("../render/ascii.ts")).ascii : (text: string) => text;
  const { text, notes } = await quote(delivery.quote?.most, (sentence) => inert(written(sentence)));
  return { text: `${text}\n`, notes };
}

/**
 * Prints values alone, one per line, for scripts. The notes report what the bare values hide. Throws InputError with
 * every wrong path.
 */
async function renderValues({ record, notesOn }: Renderable, paths: readonly string[]): Promise<Rendered> {
  const { valuesOf, valueAt } = await import("../render/value.ts");
  const values = valuesOf(await record());
  const problems: Problem[] = [];
  const found = paths.flatMap((path) => {
    const value = collect(problems, () => valueAt(values, path));
    return value ? [{ path, ...value }] : [];
  });
  if (problems.length > 0) throw new InputError(problems);
  return {
    text: found.map(({ text }) => `${text}\n`).join(""),
    notes: found.flatMap(({ path, open, isNumber }) => [
      ...(isNumber && open.length > 0 ? [`${path} is an open end: the truth may be ${open.join(" or ")}`] : []),
      ...(isNumber ? (notesOn?.(path) ?? []) : []),
    ]),
  };
}
