import { isKilledAlone } from "../core/caveats.ts";
import type { AsOf } from "../core/dates.ts";
import type { AccountResult, Estimate, ForceShare } from "../core/estimate.ts";
import { exact, type Ratio } from "../core/figure.ts";
import type { Range } from "../core/range.ts";
import { CATEGORIES, type Category, type Force } from "../core/scenario.ts";
import { numberedSource } from "../core/sources.ts";
import { compact, decimal, people, percent, typed, typedPercent } from "../notation/print.ts";
import { namedRate, ratioName } from "./named.ts";

/** One line of the table of an estimate: every cell as it is printed, empty where there is nothing. */
export interface Row {
  readonly quantity: string;
  /** Whose figure it is, or what it was computed with. */
  readonly basis: string;
  readonly people: string;
  /** One for each force. */
  readonly shares: readonly string[];
  /** The row for the whole, as against one source's. */
  readonly whole: boolean;
}

/** The table that text and Markdown print. */
export interface Outline {
  /** One heading for each force. */
  readonly forces: readonly string[];
  readonly rows: readonly Row[];
}

export function outlineOf(estimate: Estimate): Outline {
  return { forces: estimate.shares.map(({ force }) => forceHeading(force)), rows: rowsOf(estimate) };
}

function rowsOf(estimate: Estimate): Row[] {
  const { scenario } = estimate;
  if (scenario.casualties) return [...outOfActionRows(estimate), ...partRows(estimate)];
  if (isKilledAlone(scenario)) return killedRows(estimate, true);
  return [...killedRows(estimate, false), ...otherRows(estimate), ...outOfActionRows(estimate), ...netRows(estimate)];
}

/** A row for each source, and where there are several one for the whole, named by its rule. */
function killedRows(estimate: Estimate, withShares: boolean): Row[] {
  const { killed, accounts } = estimate;
  const rows = accounts.map((result) =>
    row("killed", reportedBy(result, accounts), result.account.killed, withShares ? result.shares : undefined),
  );
  const whole = row("killed", ruleName(estimate), killed!, withShares ? estimate.shares : undefined, true);
  return accounts.length > 1 ? [...rows, whole] : rows.map((only) => ({ ...only, whole: true }));
}

function otherRows({ others, categories, implied, scenario }: Estimate): Row[] {
  if (others && scenario.ratio) return [row("others", perKilled(scenario.ratio), others)];
  return CATEGORIES.flatMap((category) => {
    const value = categories[category];
    return value ? [row(category, categoryBasis(scenario[category]!, implied[category]), value)] : [];
  });
}

function categoryBasis(loss: NonNullable<Estimate["scenario"][Category]>, implied?: Range): string {
  const rate =
    loss.kind === "multiplier" ? perKilled(loss.ratio) : implied && `${compact(implied, decimal)} per killed`;
  return [loss.source ?? "", loss.asOf?.text ?? "", rate ?? ""].filter((part) => part !== "").join(", ");
}

/** "3 per killed"; with a name, what it is called. */
function perKilled(ratio: Ratio): string {
  const rate = `${compact(ratio, ratio.named ? namedRate(ratio.named) : typed)} per killed`;
  return ratio.named ? `${rate} (${ratioName(ratio.named)})` : rate;
}

function outOfActionRows(estimate: Estimate): Row[] {
  const { accounts, outOfAction, shares, scenario } = estimate;
  const single = accounts.flatMap((result) =>
    result.losses
      ? [row("out of action", accountName(result, accounts), result.losses.outOfAction, result.shares)]
      : [],
  );
  const basis = accounts.length > 1 ? ruleName(estimate) : attribution(scenario.casualties ?? {});
  return [...(accounts.length > 1 ? single : []), row("out of action", basis, outOfAction, shares, true)];
}

function netRows({ net, shares, scenario }: Estimate): Row[] {
  if (!net) return [];
  const netShares = shares.map(({ force, netShare }) => ({ force, share: netShare! }));
  return [row("net", `${compact(scenario.returned!, typedPercent)} returned`, net, netShares, true)];
}

/** What casualties are made of. */
function partRows(estimate: Estimate): Row[] {
  return [...(estimate.killed ? [row("killed", "implied", estimate.killed)] : []), ...otherRows(estimate)];
}

function row(
  quantity: string,
  basis: string,
  value: Range,
  shares: readonly Pick<ForceShare, "share">[] = [],
  whole = false,
): Row {
  return {
    quantity,
    basis,
    people: compact(value, people),
    shares: shares.map(({ share }) => compact(share, percent)),
    whole,
  };
}

/** "Ukraine, 2022-03-16"; nothing for an only source without a name. */
function accountName({ account }: AccountResult, all: readonly AccountResult[]): string {
  const { asOf, name } = account;
  return account.source || all.length === 1 ? attribution({ source: numberedSource(account), asOf }) : name;
}

/** With a coverage, what was reported and the share that it holds. */
function reportedBy(result: AccountResult, all: readonly AccountResult[]): string {
  const { figure, coverage } = result.account;
  const who = accountName(result, all);
  if (!coverage) return who;
  const reported = `${compact(exact(figure), people)} at ${compact(coverage.inputs.coverage!.value, typedPercent)}`;
  return who ? `${who}: ${reported}` : reported;
}

function attribution({ source, asOf }: { source?: string | undefined; asOf?: AsOf | undefined }): string {
  return [source, asOf?.text].filter(Boolean).join(", ");
}

function ruleName({ combination, scenario }: Estimate): string {
  const how = scenario.combine;
  return how?.rule === "prefer" ? `preferred: ${combination!.used[0]!.name}` : (combination?.rule ?? "");
}

function forceHeading(force: Force): string {
  const size = compact(exact(force.figure), people);
  const name = attribution({ source: force.label, asOf: force.asOf });
  return name ? `${size} (${name})` : size;
}
