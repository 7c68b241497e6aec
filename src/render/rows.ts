import { CATEGORIES } from "../core/categories.ts";
import type { AccountResult, Estimate, ForceShare, Losses } from "../core/estimate.ts";
import { forceName } from "../core/inputs.ts";
import type { NamedRatio } from "../core/named.ts";
import { QUANTITIES } from "../core/quantities.ts";
import type { Range } from "../core/range.ts";
import { resultOf } from "../core/results.ts";
import { givenRatios } from "../core/scenario.ts";
import type { Account } from "../core/sources.ts";
import { printable } from "../notation/characters.ts";
import { snakeCase } from "./compare/rows.ts";
import { openEnds, type Separation, separatedText } from "./separated.ts";
import { sourcesCell, sourcesOf } from "./sources.ts";

/**
 * The columns of CSV and TSV. There is a row for each quantity of each source. If there are several sources, there are
 * also rows for the whole, which name the rule that combined them instead of a source. "Named" and "record" say which
 * ratios were given by name, and from which version of the record or which file. The last columns are the date and the
 * address of the row's source, and all sources that the result rests on.
 */
const COLUMNS = [
  "side",
  "as_of",
  "source",
  "rule",
  "quantity",
  "force",
  "low",
  "best",
  "high",
  "open",
  "approximate",
  "caveats",
  "named",
  "record",
  "source_as_of",
  "source_url",
  "sources",
] as const;

/** The estimate as a table of values: shares with six decimals, counts in whole people. */
export function renderRows(estimate: Estimate, separation: Separation): string {
  const { scenario, accounts, caveats, isDaily } = estimate;
  const lead = [scenario.side ?? "", scenario.asOf?.text ?? ""];
  const codes = [...new Set(caveats.map(({ code }) => code))].join(" ");
  const named = givenRatios(scenario).flatMap(([, ratio]) => ratio.named ?? []);
  const names = [...new Set(named.map(({ name }) => name))].join(" ");
  const record = [...new Set(named.map(recordOf))].join(" ");
  const sources = sourcesCell(sourcesOf([{ scenario }]));
  const several = accounts.length > 1;
  const rule = several ? estimate.combinations[0]!.rule : scenario.list ? "two lists" : "";
  const labels: RowLabels = [several ? "" : (accounts[0]?.account.source ?? ""), rule];
  const whole = [...rowsOf(labels, estimate, estimate, isDaily), ...furtherRows(labels, estimate)];
  const end = (account: Account | undefined) => [
    ...[codes, names, record],
    ...[account?.asOf?.text ?? "", account?.url ?? "", sources],
  ];
  const single = (several ? accounts : []).flatMap((result) =>
    rowsOf([result.account.name, ""], accountLosses(result), result, isDaily).map((row) => [
      ...row,
      ...end(result.account),
    ]),
  );
  const only = several ? undefined : accounts[0]?.account;
  const rows = [...single, ...whole.map((row) => [...row, ...end(only)])].map((row) => [...lead, ...row]);
  return separatedText([COLUMNS, ...rows], separation);
}

function recordOf(named: NamedRatio): string {
  return named.record ?? printable((named.kind === "case" && named.file) || "");
}

function accountLosses({ account, losses }: AccountResult): Partial<Losses> {
  return losses ?? { killed: account.value };
}

/** What else was asked for, in snake_case. Numbers that do not count people have six decimals. */
function furtherRows(labels: RowLabels, estimate: Estimate): string[][] {
  const written = new Set(["killed", "others", ...CATEGORIES, "out of action", "net"]);
  return estimate.asked.flatMap((name) => {
    const { result, unit } = QUANTITIES.get(name)!;
    const value = result !== undefined && !written.has(name) ? resultOf(estimate, result) : undefined;
    return value ? [valueRow(labels, snakeCase(result!), "", value, unit === "people" ? 0 : 6)] : [];
  });
}

type RowLabels = readonly [source: string, rule: string];

/** The losses, a day if a pace has no period, and their shares. */
function rowsOf(
  labels: RowLabels,
  losses: Partial<Losses>,
  { shares }: { readonly shares: readonly ForceShare[] },
  isDaily: boolean,
) {
  const counts = [
    ["killed", losses.killed],
    ["others", losses.others],
    ...CATEGORIES.map((category) => [category, losses.categories?.[category]] as const),
    ["out_of_action", losses.outOfAction],
    ["net", losses.net],
  ] as const;
  const [suffix, places] = isDaily ? ["_a_day", 6] : ["", 0];
  const people = counts.flatMap(([name, range]) => (range ? [valueRow(labels, name + suffix, "", range, places)] : []));
  const parts = shares.flatMap(({ force, share, netShare }, index) => {
    const name = force.label ?? (shares.length > 1 ? forceName(force, index) : "");
    return [
      valueRow(labels, "share", name, share, 6),
      ...(netShare ? [valueRow(labels, "net_share", name, netShare, 6)] : []),
    ];
  });
  return [...people, ...parts];
}

function valueRow(labels: RowLabels, quantity: string, force: string, range: Range, places: number): string[] {
  const { low, best, high, approximate } = range;
  const [from, middle, to] = [low, best, high].map((value) => value?.toFixed(places) ?? "");
  return [...labels, quantity, force, from!, middle!, to!, openEnds(range), String(approximate)];
}
