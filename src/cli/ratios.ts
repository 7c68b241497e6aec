import { collect, InputError, type Problem } from "../core/errors.ts";
import type { RatioLookup } from "../core/figure.ts";
import { nameOfRatio, parseRatio } from "../notation/figure.ts";
import { parseName } from "../notation/label.ts";
import { type Backtest, backtest, eitherMeasure } from "../record/backtest.ts";
import { DEFINITIONS, MEASURES, ORDERS, SCOPES } from "../record/choices.ts";
import { isHistory, type KnownCase, knownCases, ratiosByName } from "../record/names.ts";
import { parseEra } from "../record/scope.ts";
import { inOrder, isSelected, type Selection, wantedBy, wordsMeant } from "../record/select.ts";
import { ofRecord } from "../render/ratios/list.ts";
import { backtestPage, casesPage } from "../render/ratios/pages.ts";
import { type Delivery, deliver, deliveryFrom, layoutFor } from "./deliver.ts";
import { EXIT } from "./exit.ts";
import type { Io } from "./io.ts";
import type { Given } from "./options.ts";
import { clashesOfFiles } from "./output.ts";
import { ownRatios } from "./ratio-files.ts";

/**
 * The command: the cases of the record and of the user's file → those that are asked for → a table,
 * each in full, or a ratio tested on them. Resolves to the exit status, 1 where no case fits. Throws
 * InputError.
 */
export async function runRatios(given: Given, before: readonly Problem[], io: Io): Promise<number> {
  const problems = [...before, ...given.repeats(), ...clashes(given)];
  for (const text of given.operands) collect(problems, () => parseName(text));
  const delivery = deliveryFrom(given, problems);
  const order = given.choice("--sort", ORDERS, problems) ?? "year";
  const narrowing = narrowingFrom(given, problems);
  if (problems.length > 0) throw new InputError(problems);

  const own = await ownRatios(given.one("--ratios"), io);
  const known = knownCases(own);
  const cases = known.map((one) => one.case);
  const ids = new Set(cases.map(({ id }) => id.toLowerCase()));
  const texts = given.operands.map((text) => asSpelled(text, ids));
  const wanted = wantedBy(texts, ids);
  const listed = inOrder(
    known.filter((one) => isSelected(one.case, { ...narrowing, ...wanted })),
    order,
  );
  const tested = given.one("--backtest");
  const result = tested === undefined ? undefined : testOf(tested, listed, ratiosByName(own));
  const isNone = result ? result.blocks.every(({ trials }) => trials.length === 0) : listed.length === 0;
  // Nothing is no table for people, and an empty one for programs.
  if (!isNone || !/^(?:text|markdown)$/.test(delivery.format)) {
    const text = await pageOf(listed, result, historyAlone(texts, given), delivery, io);
    await deliver({ text, notes: [] }, delivery, io);
  }
  if (isNone && !delivery.quiet) io.stderr.write(`${noneText(listed, result, wordsMeant(wanted.words, cases))}\n`);
  return isNone ? EXIT.no : EXIT.fine;
}

/** A name, of a case or history, as names are spelled; all else as it stands. */
function asSpelled(text: string, ids: ReadonlySet<string>): string {
  const name = nameOfRatio(text)?.toLowerCase();
  return name !== undefined && (isHistory(name) || ids.has(name)) ? name : text;
}

/** The history whose interval is asked for in full: no other word or option narrows its cases. */
function historyAlone([only, ...more]: readonly string[], given: Given): string | undefined {
  const isNarrowed = ["--era", "--side", "--scope", "--definition", "--covers"].some((option) => given.has(option));
  return only !== undefined && isHistory(only) && more.length === 0 && !isNarrowed ? only : undefined;
}

async function pageOf(
  listed: readonly KnownCase[],
  result: Backtest | undefined,
  history: string | undefined,
  { format, explain, file, colour }: Delivery,
  io: Io,
): Promise<string> {
  const layout = await layoutFor(colour, file !== undefined, io);
  const page = { layout, width: file === undefined ? io.stdout.columns : undefined };
  return result ? backtestPage(result, format, page) : casesPage(listed, format, explain, page, history);
}

function noneText(listed: readonly unknown[], result: Backtest | undefined, meant: readonly string[]): string {
  if (result?.blocks.length === 0) return `${result.text} says nothing of the wounded, nor of all losses together`;
  if (listed.length > 0)
    return "no case can be judged: they are not comparable, or have too few other wars to be judged by";
  const hint = meant.length > 0 ? `did you mean ${meant.join(" ")}?` : "loss-calc ratios lists all of them";
  return `no case fits; ${hint}`;
}

function narrowingFrom(given: Given, problems: Problem[]): Omit<Selection, "names" | "past" | "words"> {
  const years = given.one("--era");
  const name = given.one("--side");
  const at = () => ({ option: "--side" });
  const side = name === undefined ? undefined : collect(problems, () => parseName(name), at);
  const era = years === undefined ? undefined : parseEra(years);
  if (years !== undefined && !era) problems.push({ code: "E-ERA", args: { found: years }, at: { option: "--era" } });
  return {
    era,
    side,
    scope: given.choice("--scope", SCOPES, problems),
    definition: given.choice("--definition", DEFINITIONS, problems),
    covers: given.choice("--covers", MEASURES, problems),
    comparable: given.has("--comparable"),
  };
}

function clashes(given: Given): Problem[] {
  const files = ["--ratios", "--output"].map((option) => ({ option, file: given.one(option) }));
  if (!given.has("--backtest") || !given.has("--explain")) return clashesOfFiles(files);
  const args = { options: ["--backtest", "--explain"], why: "tested or told" } as const;
  return [{ code: "E-OPTIONS-CLASH", args }, ...clashesOfFiles(files)];
}

/** What is written is a number, a range, or a name. Throws InputError. */
function testOf(text: string, listed: readonly KnownCase[], lookup: RatioLookup): Backtest {
  const problems: Problem[] = [];
  const read = () => backtest(ofRecord(listed), parseRatio(text, { ratios: eitherMeasure(lookup) }), lookup);
  const result = collect(problems, read, () => ({ option: "--backtest" }));
  if (!result) throw new InputError(problems);
  return result;
}
