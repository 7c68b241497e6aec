import { collect, InputError, type Problem } from "../core/errors.ts";
import { parseRatio, RATIO_NAME } from "../notation/figure.ts";
import { type Backtest, backtest } from "../record/backtest.ts";
import { RECORD } from "../record/cases.ts";
import { DEFINITIONS, MEASURES, ORDERS, SCOPES } from "../record/choices.ts";
import { ratiosByName } from "../record/names.ts";
import { parseEra } from "../record/scope.ts";
import { inOrder, isSelected, type Selection } from "../record/select.ts";
import type { Listed } from "../render/ratios/list.ts";
import { backtestPage, casesPage } from "../render/ratios/pages.ts";
import { deliver, deliveryFrom, layoutFor } from "./deliver.ts";
import { EXIT } from "./exit.ts";
import type { Io } from "./io.ts";
import type { Given } from "./options.ts";
import { readRatioFile } from "./ratio-files.ts";

/**
 * The command: the cases of the record and of the user's file → those that are asked for → a table,
 * each in full, or a ratio tested on them. Resolves to the exit status, 1 where no case fits. Throws
 * InputError.
 */
export async function runRatios(given: Given, before: readonly Problem[], io: Io): Promise<number> {
  const problems = [...before, ...given.repeats()];
  const delivery = deliveryFrom(given, problems);
  const selection = selectionFrom(given, problems);
  const order = given.choice("--sort", ORDERS, problems) ?? "year";
  problems.push(...clashes(given));
  if (problems.length > 0) throw new InputError(problems);

  const file = given.one("--ratios");
  const own = file === undefined ? [] : [await readRatioFile(file)];
  const all = [
    ...own.flatMap(({ file, sources, conflicts }) => conflicts.map((one): Listed => ({ case: one, file, sources }))),
    ...RECORD.conflicts.map((one): Listed => ({ case: one, sources: RECORD.sources })),
  ];
  const listed = inOrder(
    all.filter(({ case: one }) => isSelected(one, selection)),
    order,
  );
  if (listed.length === 0) {
    io.stderr.write("no case fits; loss-calc ratios lists all of them\n");
    return EXIT.no;
  }
  const tested = given.one("--backtest");
  const result = tested === undefined ? undefined : testOf(tested, listed, ratiosByName(own));
  const width = delivery.file === undefined ? io.stdout.columns : undefined;
  const layout = await layoutFor(delivery.colour, delivery.file !== undefined, io);
  const page = { layout, width };
  const { format, explain } = delivery;
  const text = result ? backtestPage(result, format, page) : casesPage(listed, format, explain, page);
  await deliver({ text, notes: [] }, delivery, io);
  return EXIT.fine;
}

function selectionFrom(given: Given, problems: Problem[]): Selection {
  const years = given.one("--era");
  const era = years === undefined ? undefined : parseEra(years);
  if (years !== undefined && !era) problems.push({ code: "E-ERA", args: { found: years }, at: { option: "--era" } });
  return {
    words: given.operands,
    era,
    side: given.one("--side"),
    scope: given.choice("--scope", SCOPES, problems),
    definition: given.choice("--definition", DEFINITIONS, problems),
    covers: given.choice("--covers", MEASURES, problems),
    comparable: given.has("--comparable"),
  };
}

function clashes(given: Given): Problem[] {
  if (!given.has("--backtest") || !given.has("--explain")) return [];
  return [{ code: "E-OPTIONS-CLASH", args: { options: ["--backtest", "--explain"], why: "no place" } }];
}

/** What is written is a number, a range, or a name. Throws InputError. */
function testOf(text: string, listed: readonly Listed[], lookup: ReturnType<typeof ratiosByName>): Backtest {
  const cases = listed.filter(({ file }) => file === undefined).map((one) => one.case);
  const unread: Problem[] = [];
  const ratio = collect(unread, () => parseRatio(text));
  // What is no number may be a name, which can know one measure and not the other.
  const problems = RATIO_NAME.test(text.trim()) ? [] : unread;
  const test =
    ratio || problems.length === 0 ? collect(problems, () => backtest(cases, text.trim(), ratio, lookup)) : undefined;
  if (!test) throw new InputError(problems.map((problem) => ({ ...problem, at: { option: "--backtest" } })));
  return test;
}
