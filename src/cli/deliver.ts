import { isKilledAlone } from "../core/caveats.ts";
import { defined } from "../core/defined.ts";
import type { Estimate } from "../core/estimate.ts";
import { CATEGORIES, givenRatios, type Scenario } from "../core/scenario.ts";
import { ratioName } from "../render/named.ts";
import { type Layout, PLAIN, renderText } from "../render/text.ts";
import type { Given } from "./given.ts";
import { type Io, isColoured } from "./io.ts";
import { COLOURS, type Colour, FORMATS, type Format } from "./option.ts";

/** How a result is to be given back. */
export interface Delivery {
  readonly format: Format;
  readonly explain: boolean;
  /** One number of the JSON instead of the whole. */
  readonly path?: string;
  /** Instead of standard output. */
  readonly file?: string;
  readonly overwrite: boolean;
  readonly quiet: boolean;
  readonly colour: Colour;
}

/** Reads the options that say how. */
export function deliveryFrom(given: Given): Delivery {
  const short = given.has("--json") ? "json" : given.has("--plain") ? "tsv" : "text";
  const format = given.choice("--format", FORMATS) ?? short;
  const file = given.one("--output");
  return defined({
    format,
    explain: given.has("--explain"),
    path: given.one("--value"),
    file: file === "-" ? undefined : file,
    overwrite: given.has("--overwrite"),
    quiet: given.has("--quiet"),
    colour: given.choice("--color", COLOURS) ?? "auto",
  });
}

/** A result as it is to be given back, and notes on it. Throws InputError where it cannot. */
export interface Rendered {
  readonly text: string;
  readonly notes: readonly string[];
}

export async function rendered(result: Estimate, delivery: Delivery, io: Io): Promise<Rendered> {
  if (delivery.path !== undefined) return renderValue(result, delivery.path);
  return { text: await render(result, delivery, io), notes: [] };
}

/** Writes a result, to standard output or a file, and notes on it to standard error. */
export async function deliver({ text, notes }: Rendered, { file, overwrite, quiet }: Delivery, io: Io): Promise<void> {
  if (file === undefined) io.stdout.write(text);
  else {
    const { writeOutput } = await import("./output.ts");
    writeOutput(file, text, overwrite);
  }
  if (!quiet) for (const note of notes) io.stderr.write(`note: ${note}\n`);
}

/** Text is what most runs need; every other format is loaded when it is asked for. */
async function render(result: Estimate, { format, explain, colour, file }: Delivery, io: Io): Promise<string> {
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
  return renderText(result, explain, await layoutFor(colour, file !== undefined, io));
}

/** Plain unless the text goes to a terminal, or colour was asked for. */
export async function layoutFor(colour: Colour, toFile: boolean, { stdout, env }: Io): Promise<Layout> {
  const coloured = toFile ? colour === "always" : isColoured(stdout, colour, env);
  const width = toFile ? undefined : stdout.columns;
  if (!coloured && width === undefined) return PLAIN;
  const { terminalLayout } = await import("../render/terminal.ts");
  return terminalLayout(defined({ coloured, width }));
}

/** Whether a result follows from the ratio of the wounded: the killed and the parts of casualties do, or the sums. */
function isMoved(path: string, { casualties }: Scenario): boolean {
  const result = path.replace(/^(?:inputs|(?:sources|forces)\[\d+\])\.(?!killed)/, "").match(/^\w+/)?.[0] ?? "";
  const sums = ["outOfAction", "net", "share", "shares", "netShare"];
  return result === "wounded" || (casualties ? ["killed", ...CATEGORIES] : sums).includes(result);
}

/** Digits alone, for a script; what they hide is noted beside them. */
async function renderValue(result: Estimate, path: string): Promise<Rendered> {
  const [{ toRecord }, { valueAt }] = await Promise.all([import("../render/record.ts"), import("../render/value.ts")]);
  const { digits, open } = valueAt(toRecord(result), path);
  const alone = isKilledAlone(result.scenario) && !/^killed|^inputs/.test(path);
  const notes = [
    ...(open.length > 0 ? [`${path} is an open end: the truth may be ${open.join(" or ")}`] : []),
    ...(alone ? [`${path} counts the killed alone`] : []),
    ...givenRatios(result.scenario).flatMap(([, { named }]) =>
      named?.kind === "history" && isMoved(path, result.scenario) ? [`${path} rests on ${ratioName(named)}`] : [],
    ),
  ];
  return { text: `${digits}\n`, notes };
}
