import { defined } from "../core/defined.ts";
import { collect, InputError, type Problem } from "../core/errors.ts";
import type { Range } from "../core/range.ts";
import type { RatioLookup } from "../core/ratio-lookup.ts";
import { printable } from "../notation/characters.ts";
import { nameOfRatio, parseRatio } from "../notation/figure.ts";
import { parseName } from "../notation/label.ts";
import { type Backtest, backtest, eitherMeasure } from "../record/backtest.ts";
import { DEFINITIONS, MEASURES, SCOPES } from "../record/choices.ts";
import { isHistory, type KnownCase, knownCases, ratiosByName } from "../record/names.ts";
import { type CaseFilter, parseEra } from "../record/scope.ts";
import { type SearchFinding, searchCases, searchSides } from "../record/search.ts";
import { inOrder, isSelected, type Selection } from "../record/select.ts";
import type { CiteFormat } from "../render/cite/page.ts";
import { backtestRows } from "../render/ratios/backtest.ts";
import { builtInCases, casesRows, type Paces } from "../render/ratios/list.ts";
import { backtestPage, casesPage } from "../render/ratios/pages.ts";
import { searchSentence, sourceHint } from "../render/ratios/search.ts";
import { clashProblem, conflictsIn } from "./conflicts.ts";
import { csvSafeProblems, rowsAndNotes } from "./csv-safe.ts";
import { type Delivery, deliver, deliveryFrom, impliedBy, layoutOf, type Rendered, renderQuote } from "./deliver.ts";
import { EXIT } from "./exit.ts";
import { fileConflicts } from "./file-conflicts.ts";
import { isBibliography, isReferences } from "./file-format.ts";
import type { GivenOptions } from "./given.ts";
import type { Io } from "./io.ts";
import { CITE_FORMATS } from "./option.ts";
import { SORTS } from "./other-options.ts";
import { pictureProblems } from "./picture.ts";
import { maxProblems } from "./quoted.ts";
import { ownRatios } from "./ratio-files.ts";

/**
 * Runs the ratios command: the cases of the record and of the user's file → the ones that are asked for → a table, each
 * case in full, or a ratio tested on them. Resolves to the exit status, which is 1 if no case matches, or if something
 * that was asked for was not found. Throws InputError.
 */
export async function runRatios(given: GivenOptions, before: readonly Problem[], io: Io): Promise<number> {
  const delivery = deliveryFrom(given);
  const problems = [...before, ...problemsOf(given, delivery, io)];
  const order = given.choice("--sort", SORTS) ?? "year";
  const filter = caseFilterFrom(given, problems);
  if (problems.length > 0) throw new InputError(problems);

  const own = await ownRatios(given.value("--ratios"), io);
  const known = knownCases(own);
  const { texts, found, findings } = searched(given, known);
  const selected = known.filter((entry) => isSelected(entry.case, { ...filter, found }));
  const paces = order === "pace" ? await pacesOf(selected) : undefined;
  const listed = order === "pace" ? byPace(selected, paces!) : inOrder(selected, order);
  const tested = given.value("--backtest");
  const result = tested === undefined ? undefined : backtestOf(tested, listed, ratiosByName(own));
  const isNone = result ? result.blocks.every(({ trials }) => trials.length === 0) : listed.length === 0;
  const notes = findings.map(searchSentence);
  // An empty table does not answer a person, but it does answer a program.
  if (!isNone || !/^(?:text|markdown|wikitext|svg)$/.test(delivery.format)) {
    const history = onlyHistory(texts, given);
    const cited = given.has("--cite") ? citeDelivery(given, delivery) : undefined;
    const page = cited
      ? await citedPage(listed, history, cited, io)
      : await pageOf(listed, { result, history, paces }, delivery, io);
    await deliver({ ...page, notes: [...(isNone ? [] : notes), ...page.notes] }, cited ?? delivery, io);
  }
  const unmatched = findings.filter(({ kind }) => kind === "unmatched");
  if (isNone && !delivery.quiet)
    io.stderr.write(`${numberText(given) ?? noneText(listed, result, unmatched, filter, known)}\n`);
  return isNone || unmatched.length > 0 ? EXIT.no : EXIT.fine;
}

/** What is wrong with the options and words, apart from those that narrow the cases. */
function problemsOf(given: GivenOptions, delivery: Delivery, io: Io): Problem[] {
  const problems = [
    ...given.repeatProblems(),
    ...pictureProblems(given, delivery.format),
    ...csvSafeProblems(given, delivery.format),
    ...maxProblems(given),
    ...conflictsIn("ratios", given, impliedBy(delivery)),
    ...referenceProblems(given, delivery),
    ...fileConflicts(given, io),
  ];
  for (const text of given.operands) checkNames(text, problems);
  return problems;
}

/** The number killed in 30 days of each case that gives its months. */
async function pacesOf(cases: readonly KnownCase[]): Promise<Paces> {
  const { killedInAMonth } = await import("../input/past.ts");
  return new Map(
    cases.flatMap((known): [KnownCase, Range][] => {
      const pace = killedInAMonth(known.case);
      return pace ? [[known, pace]] : [];
    }),
  );
}

/** From the fastest, by the middle of each range. Cases without a pace come last, in the order of their years. */
function byPace(cases: readonly KnownCase[], paces: Paces): KnownCase[] {
  const middle = (known: KnownCase) => {
    const pace = paces.get(known);
    return pace ? pace.low.plus(pace.high).toNumber() : -1;
  };
  return inOrder(cases, "year").sort((a, b) => middle(b) - middle(a));
}

/** Checks that each name between commas is printable, and that there is at least one. */
function checkNames(text: string, problems: Problem[], option?: string): void {
  const pieces = text.split(",").filter((piece) => piece.trim() !== "");
  for (const piece of pieces.length > 0 ? pieces : [""])
    collect(
      problems,
      () => parseName(piece),
      () => (option === undefined ? {} : { option }),
    );
}

/** The words of the command line with names in their usual spelling, and what was found for them and for --side. */
function searched(given: GivenOptions, known: readonly KnownCase[]) {
  const cases = known.map((entry) => entry.case);
  const ids = new Set(cases.map(({ id }) => id.toLowerCase()));
  const texts = given.operands.map((text) =>
    text
      .split(",")
      .map((piece) => inUsualSpelling(piece, ids))
      .join(","),
  );
  const side = given.value("--side");
  const results = [
    ...(texts.length > 0 ? [searchCases(texts, cases)] : []),
    ...(side === undefined ? [] : [searchSides(side, cases)]),
  ];
  return {
    texts,
    found: results.map((result) => result.cases),
    findings: results.flatMap((result) => result.findings),
  };
}

/** The name of a case or history in its usual spelling. Any other text stays as it is. */
function inUsualSpelling(text: string, ids: ReadonlySet<string>): string {
  const name = nameOfRatio(text)?.toLowerCase();
  return name !== undefined && (isHistory(name) || ids.has(name)) ? name : text;
}

/** The history whose interval to show in full. No other word or option may narrow its cases. */
function onlyHistory([only, ...more]: readonly string[], given: GivenOptions): string | undefined {
  const isNarrowed = (["--era", "--side", "--scope", "--definition", "--covers"] as const).some((option) =>
    given.has(option),
  );
  return only !== undefined && isHistory(only) && more.length === 0 && !isNarrowed ? only : undefined;
}

/** References are written with --cite only, and in the formats that there are. */
function referenceProblems(given: GivenOptions, { file }: Delivery): Problem[] {
  if (file === undefined || !isReferences(file) || given.has("--format")) return [];
  const output = `--output ${printable(file)}`;
  if (!given.has("--cite")) return [clashProblem(output, "--cite", "no cite")];
  return isBibliography(file) ? [] : [clashProblem("--cite", output, "cited")];
}

type CiteDelivery = Omit<Delivery, "format"> & { readonly format: CiteFormat };

/** How references are delivered: as the options say, or the name of the file. */
function citeDelivery(given: GivenOptions, delivery: Delivery): CiteDelivery {
  const { format, file, isByName } = delivery;
  const isBib = !given.has("--format") && format === "text" && file !== undefined && isBibliography(file);
  const asked = format === "json" ? "csl-json" : given.choice("--format", CITE_FORMATS);
  const page = format === "markdown" || format === "wikitext" ? format : "text";
  return { ...delivery, format: isBib ? "bibtex" : (asked ?? page), isByName: isByName || isBib };
}

async function citedPage(
  listed: readonly KnownCase[],
  history: string | undefined,
  delivery: CiteDelivery,
  io: Io,
): Promise<Rendered> {
  const [{ citePage }, { citedCase, citedExamples }] = await Promise.all([
    import("../render/cite/page.ts"),
    import("../render/cite/citations.ts"),
  ]);
  const cited = [...listed.map(citedCase), ...(history === undefined ? [] : [citedExamples()])];
  return { text: citePage(cited, delivery.format, await layoutOf(delivery, io)), notes: [] };
}

async function pageOf(
  listed: readonly KnownCase[],
  { result, history, paces }: { result: Backtest | undefined; history: string | undefined; paces: Paces | undefined },
  delivery: Delivery,
  io: Io,
): Promise<Rendered> {
  const { format, explain, drawing, isSafe, quote } = delivery;
  if (quote && result) {
    const { backtestQuote } = await import("../render/quote/backtest.ts");
    return renderQuote(async (most, finish) => backtestQuote(result, most, finish), delivery, io);
  }
  if (format === "svg") {
    const [{ backtestPicture }, { drawPicture }] = await Promise.all([
      import("../render/svg/backtest-picture.ts"),
      import("../render/svg/draw.ts"),
    ]);
    return { text: drawPicture(backtestPicture(result!), drawing), notes: [] };
  }
  if (format === "csv" || format === "tsv") {
    return rowsAndNotes((rows) => (result ? backtestRows(result, rows) : casesRows(listed, rows)), format, isSafe);
  }
  const layout = await layoutOf(delivery, io);
  const text = result
    ? backtestPage(result, format, explain, layout)
    : casesPage(listed, format, explain, layout, defined({ history, paces }));
  return { text, notes: [] };
}

/** What to say if a number was searched for that is no year: "103,284". */
function numberText({ operands }: GivenOptions): string | undefined {
  const text = operands.join(" ");
  const isNumber = /^[\d.,'\s]*\d[\d.,'\s]*$/.test(text) && !text.split(/[\s,]+/).some((piece) => parseEra(piece));
  return isNumber
    ? `no case matches “${printable(text)}”: numbers of people cannot be searched for, only wars, countries and years, like loss-calc ratios korea`
    : undefined;
}

/** Says why there is nothing to show, and what to try next. */
function noneText(
  listed: readonly unknown[],
  result: Backtest | undefined,
  findings: readonly SearchFinding[],
  { era }: CaseFilter,
  known: readonly KnownCase[],
): string {
  if (result?.blocks.length === 0) return `${result.text} is a ratio neither of the wounded nor of all losses together`;
  if (listed.length > 0)
    return "none of these cases can be tested: they are not comparable, or there are too few other wars to test them against";
  const unmatched = findings.map(searchSentence);
  if (unmatched.some((sentence) => sentence.endsWith("?"))) return unmatched.join("\n");
  const year = era?.from === era?.to ? era?.from : undefined;
  const isUnderWay =
    year !== undefined &&
    searchCases(
      [`${year}`],
      known.map((entry) => entry.case),
    ).cases.size > 0;
  const [only] = findings.flatMap((finding) => (finding.kind === "unmatched" ? finding.typed : []));
  const hint = isUnderWay
    ? `loss-calc ratios ${year} lists those that were under way`
    : ((only && sourceHint(only, known)) ?? "loss-calc ratios lists all of them");
  return `${unmatched.length > 0 ? unmatched.join("\n") : "no case matches"}; ${hint}`;
}

function caseFilterFrom(given: GivenOptions, problems: Problem[]): Omit<Selection, "found"> {
  const years = given.value("--era");
  const side = given.value("--side");
  if (side !== undefined) checkNames(side, problems, "--side");
  const era = years === undefined ? undefined : parseEra(years);
  if (years !== undefined && !era) problems.push({ code: "E-ERA", args: { found: years }, at: { option: "--era" } });
  return {
    era,
    scope: given.choice("--scope", SCOPES),
    definition: given.choice("--definition", DEFINITIONS),
    covers: given.choice("--covers", MEASURES),
    comparable: given.has("--comparable"),
  };
}

/** Tests a ratio, given as a number, a range, or a name. Throws InputError. */
function backtestOf(text: string, listed: readonly KnownCase[], lookup: RatioLookup): Backtest {
  const problems: Problem[] = [];
  const read = () => backtest(builtInCases(listed), parseRatio(text, { ratios: eitherMeasure(lookup) }), lookup);
  const result = collect(problems, read, () => ({ option: "--backtest" }));
  if (!result) throw new InputError(problems);
  return result;
}
