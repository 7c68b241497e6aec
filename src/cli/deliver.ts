import { CATEGORIES } from "../core/categories.ts";
import { defined } from "../core/defined.ts";
import { collect, InputError, type Problem } from "../core/errors.ts";
import type { Estimate } from "../core/estimate.ts";
import { givenRatios, isKilledAlone, type Scenario } from "../core/scenario.ts";
import { printable } from "../notation/characters.ts";
import { inert } from "../render/inert.ts";
import { type Layout, PLAIN } from "../render/layout.ts";
import { ratioName } from "../render/named.ts";
import { renderText } from "../render/text.ts";
import type { ImpliedValues } from "./conflicts.ts";
import { byNameNote, formatByName } from "./file-format.ts";
import type { GivenOptions } from "./given.ts";
import { type Io, isAscii, isColoured, type ShowOptions, show } from "./io.ts";
import { COLOURS, type Colour, FORMATS, type Format } from "./option.ts";
import type { FileContent } from "./output.ts";

/** How the user wants to get a result. */
export interface Delivery {
  readonly format: Format;
  readonly explain: boolean;
  /** Values of the JSON to print instead of the whole. */
  readonly paths: readonly string[];
  /** The file to write instead of standard output. */
  readonly file?: string;
  /** The format follows from the name of the file. */
  readonly isByName: boolean;
  readonly overwrite: boolean;
  readonly quiet: boolean;
  readonly colour: Colour;
  readonly showing: ShowOptions;
}

/** Reads the options that determine how a result is delivered. */
export function deliveryFrom(given: GivenOptions): Delivery {
  const asked = given.format(FORMATS, "tsv");
  const file = given.outputFile();
  const isFree = asked === undefined && !given.has("--format") && !given.has("--value");
  const byName = isFree && file !== undefined ? formatByName(file) : undefined;
  return defined({
    format: asked ?? byName ?? "text",
    explain: given.has("--explain"),
    paths: given.values("--value"),
    file,
    isByName: byName !== undefined,
    overwrite: given.has("--overwrite"),
    quiet: given.has("--quiet"),
    colour: given.choice("--color", COLOURS) ?? "auto",
    showing: given.showOptions,
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

export async function renderWithNotes(result: Estimate, delivery: Delivery, io: Io): Promise<Rendered> {
  const { text, notes } =
    delivery.paths.length > 0
      ? await renderValues(result, delivery.paths)
      : { text: await render(result, delivery, io), notes: [] };
  const hasClaims = delivery.paths.length === 0 && !["csv", "tsv"].includes(delivery.format);
  return { text, notes: hasClaims ? notes : [...notes, ...claimNotes(result)] };
}

/** Why the exit status is 1, for output that does not have the claims. */
function claimNotes({ verdicts }: Estimate): string[] {
  const failed = verdicts.filter(({ verdict }) => verdict === "does not hold");
  return failed.map(({ stated }) => `the claim “${printable(stated.text)}” does not hold, so the exit status is 1`);
}

/**
 * Writes a result to standard output or a file, and its notes to standard error. Other files are written along with it:
 * either all of them or none.
 */
export async function deliver(
  { text, notes }: Rendered,
  delivery: Delivery,
  io: Io,
  others: readonly FileContent[] = [],
): Promise<void> {
  const { file, overwrite, quiet, format, isByName, showing } = delivery;
  // Text for people may end up in a log, so make it safe there. Output for programs repeats exactly what it was given.
  const isForPeople = format === "text" || format === "markdown";
  const plain = isForPeople ? inert(text) : text;
  const isInAscii = isForPeople && file !== undefined && showing.isAscii;
  const shown = isInAscii ? (await import("../render/ascii.ts")).ascii(plain) : plain;
  const files = file === undefined ? others : [...others, { file, text: shown }];
  if (files.length > 0) (await import("./output.ts")).writeOutputs(files, overwrite, io);
  if (file === undefined) await (isForPeople ? show(shown, showing, io) : io.stdout.write(shown));
  if (quiet) return;
  if (file !== undefined && isByName) io.stderr.write(`note: ${byNameNote(file, format, "--format", "text")}\n`);
  for (const note of notes) io.stderr.write(`note: ${note}\n`);
}

/** Renders a result. Most runs need text; every other format is only loaded on request. */
async function render(result: Estimate, delivery: Delivery, io: Io): Promise<string> {
  const { format, explain } = delivery;
  if (format === "json" || format === "ndjson") {
    const [{ toRecord }, { writeJson }] = await Promise.all([
      import("../render/record.ts"),
      import("../render/json.ts"),
    ]);
    return `${writeJson(toRecord(result), format === "json")}\n`;
  }
  if (format === "csv" || format === "tsv") {
    const { renderRows } = await import("../render/rows.ts");
    return renderRows(result, format === "csv" ? "," : "\t");
  }
  if (format === "markdown") {
    const { renderMarkdown } = await import("../render/markdown.ts");
    return renderMarkdown(result, explain);
  }
  return renderText(result, explain, await layoutOf(delivery, io));
}

/** The layout for the text of a result, wherever it is written. */
export async function layoutOf(delivery: Delivery, io: Io): Promise<Layout> {
  const layout = await layoutFor(delivery.colour, delivery.file !== undefined, io);
  return wantsAscii(delivery, io) ? (await import("../render/ascii.ts")).asciiLayout(layout) : layout;
}

function wantsAscii({ showing, file }: Delivery, io: Io): boolean {
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

/**
 * Whether a result depends on a ratio. If casualties are given, the killed and the categories do; otherwise the sums
 * do.
 */
function dependsOnRatio(path: string, { casualties }: Scenario): boolean {
  const result = path.replace(/^(?:inputs|(?:sources|forces)\[\d+\])\.(?!killed)/, "").match(/^\w+/)?.[0] ?? "";
  const sums = ["outOfAction", "net", "share", "shares", "netShare"];
  return result === "wounded" || (casualties ? ["killed", ...CATEGORIES] : sums).includes(result);
}

/**
 * Prints values alone, one per line, for scripts. The notes report what the bare values hide. Throws InputError with
 * every wrong path.
 */
async function renderValues(result: Estimate, paths: readonly string[]): Promise<Rendered> {
  const [{ toRecord }, { valuesOf, valueAt }] = await Promise.all([
    import("../render/record.ts"),
    import("../render/value.ts"),
  ]);
  const values = valuesOf(toRecord(result));
  const problems: Problem[] = [];
  const found = paths.flatMap((path) => {
    const value = collect(problems, () => valueAt(values, path));
    return value ? [{ path, ...value }] : [];
  });
  if (problems.length > 0) throw new InputError(problems);
  return {
    text: found.map(({ text }) => `${text}\n`).join(""),
    notes: found.flatMap(({ path, open, isNumber }) => (isNumber ? notesOn(path, open, result) : [])),
  };
}

/** Results whose names say what they count, or that count no losses. */
const COUNTS_NO_LOSS = /^(?:killed|inputs|days\b|recruits)|^(?:force|forces\[\d+\])(?:\.(?:low|best|high))?$/;

function notesOn(path: string, open: readonly string[], { scenario }: Estimate): string[] {
  return [
    ...(open.length > 0 ? [`${path} is an open end: the truth may be ${open.join(" or ")}`] : []),
    ...(isKilledAlone(scenario) && !COUNTS_NO_LOSS.test(path) ? [`${path} counts the killed alone`] : []),
    ...givenRatios(scenario).flatMap(([, { named }]) =>
      named?.kind === "history" && dependsOnRatio(path, scenario) ? [`${path} rests on ${ratioName(named)}`] : [],
    ),
  ];
}
