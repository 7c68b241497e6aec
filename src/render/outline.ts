import { CATEGORIES, type Category } from "../core/categories.ts";
import type { AsOf } from "../core/dates.ts";
import { groupDigits } from "../core/digits.ts";
import type { AccountResult, Estimate, ForceShare } from "../core/estimate.ts";
import { exact, type Ratio } from "../core/figure.ts";
import { type Goal, roundedUp } from "../core/goal.ts";
import type { CategoryLoss, Force } from "../core/inputs.ts";
import { perKilled as perKilledName, QUANTITIES } from "../core/quantities.ts";
import type { Range } from "../core/range.ts";
import { Rational } from "../core/rational.ts";
import { isKilledAlone } from "../core/scenario.ts";
import { type Account, type Combination, numberedSource, ownReport } from "../core/sources.ts";
import { oneOf } from "../core/units.ts";
import { dayText } from "../notation/date.ts";
import { compact, decimal, inWords, type Print, people, percent, typedPercent } from "../notation/print.ts";
import { printOfRatio } from "./named.ts";
import { printed } from "./quantity.ts";
import { inDays } from "./quantity-words.ts";

/** One line of an estimate's table, with every cell as it is printed. A cell without a value is empty. */
export interface OutlineRow {
  readonly quantity: string;
  /** Whose figure it is, or what it was calculated with. */
  readonly basis: string;
  readonly value: string;
  /** One for each force. */
  readonly shares: readonly string[];
  /** The same for readers of a picture, who do not need what was only calculated, if it differs. */
  readonly who?: string;
  /** The row is for the whole, and not for one source. */
  readonly whole: boolean;
  /** The same value and shares as ranges, if the row counts people. */
  readonly people?: Range;
  readonly ofForce?: readonly Range[];
}

/** The table that text and Markdown print. */
export interface Outline {
  /** The heading of the values: "people", unless some are not a number of people. */
  readonly heading: string;
  /** One heading for each force. */
  readonly forces: readonly string[];
  readonly rows: readonly OutlineRow[];
}

export function outlineOf(estimate: Estimate): Outline {
  const rows = rowsOf(estimate);
  const isPeople = !estimate.isDaily && estimate.asked.every((name) => QUANTITIES.get(name)!.unit === "people");
  return {
    heading: isPeople ? "people" : "",
    forces: estimate.shares.map(({ force }) => forceHeading(force)),
    rows,
  };
}

/**
 * The rows of the table. Casualties come first if the rest follows from them, and last if they follow from the rest.
 */
function rowsOf(estimate: Estimate): OutlineRow[] {
  const { asked, solution } = estimate;
  const isGiven = solution.derivation("out of action") === undefined;
  const order = isGiven && !asked.includes("share who died") ? withFirst("out of action", asked) : asked;
  return order.flatMap((name) => rowsFor(name, estimate));
}

function withFirst(name: string, names: readonly string[]): string[] {
  return names.includes(name) ? [name, ...names.filter((other) => other !== name)] : [...names];
}

function rowsFor(name: string, estimate: Estimate): OutlineRow[] {
  if (name === "killed") return killedRows(estimate);
  if (name === "out of action") return outOfActionRows(estimate);
  if (name === "net") return netRows(estimate);
  if (CATEGORIES.some((category) => category === name)) return categoryRows(name as Category, estimate);
  if (name === "days to go") return goalRows(estimate);
  return [plainRow(name, basisOf(name, estimate), estimate)];
}

function plainRow(name: string, basis: string, estimate: Estimate): OutlineRow {
  const value = estimate.solution.get(name)!;
  const text = isPace(name, estimate) ? compact(value, decimal) : printed(name, value);
  const isPeople = QUANTITIES.get(name)!.unit === "people";
  return {
    quantity: labelOf(name, estimate),
    basis,
    value: text,
    shares: [],
    whole: false,
    ...(isPeople ? { people: value } : {}),
  };
}

/** What a quantity is called in this table: with its unit, if it does not count people. */
function labelOf(name: string, estimate: Estimate): string {
  if (name === "losses per unit") return `losses per ${oneOf(estimate.scenario.per!.unit)}`;
  return isPace(name, estimate) ? `${name} a day` : name;
}

/** If only paces are known, all numbers of people except the force are people a day. */
function isPace(name: string, { isDaily }: Estimate): boolean {
  return isDaily && QUANTITIES.get(name)!.unit === "people" && name !== "force";
}

/** What a row was calculated with. */
function basisOf(name: string, { scenario, solution }: Estimate): string {
  const { ratio, died, share, per, recruits = [], until } = scenario;
  const days = () => inDays(compact(solution.get("days")!, decimal));
  if (name === "others") return othersBasis(ratio, solution);
  if (name === "share who died") return died && !solution.derivation(name) ? "as given" : "";
  if (name === "force" && share) return `${compact(share.share, typedPercent)} of it out of action`;
  if (name === "losses a day" || name === "killed a day") return days();
  if (name === "losses per unit") return per!.text;
  if (name === "pace") return scenario.pace!.text;
  if (name === "recruits") return recruits.map((stream) => (stream.figure ?? stream.rate).text).join(" and ");
  if (name === "balance") return solution.get("net") ? "recruits minus net losses" : "recruits minus losses";
  if (name === "further losses") return untilText(until!);
  return "";
}

/** What the others follow from. A ratio may only be compared with what follows from other inputs. */
function othersBasis(ratio: Ratio | undefined, solution: Estimate["solution"]): string {
  if (ratio && !solution.derivation("others per killed")) return ratioUsed(ratio, solution);
  return solution.route.step("others")?.formula.is === "+" ? "sum of the categories" : "casualties minus killed";
}

/**
 * The ratio as it was used. For the ratio of a named case, this may be just its numbers for the categories that are
 * given.
 */
function ratioUsed(ratio: Ratio, solution: Estimate["solution"]): string {
  return perKilled({ ...ratio, ...solution.given.get("others per killed")?.value });
}

/** A row for each source. If there are several, a row for the whole follows, named after its rule. */
function killedRows(estimate: Estimate): OutlineRow[] {
  const { accounts, shares, solution, scenario } = estimate;
  const combination = combinationOf("killed", estimate);
  const withShares = isKilledAlone(scenario);
  const label = killedLabel(estimate);
  if (!combination && scenario.list) {
    return [row(label, listsBasis(scenario.list), solution.get("killed")!, withShares ? shares : [], true)];
  }
  if (!combination) return [plainRow("killed", "implied", estimate)];
  if (combination.form !== "count") {
    const { all } = combination;
    const basis = all.length === 1 ? reportedBy(all[0]!, all) : ruleName(combination, scenario);
    return [row(label, basis, solution.get("killed")!, withShares ? shares : [], true)];
  }
  const rows = combination.all.map((account, index) =>
    row(label, reportedBy(account, combination.all), account.value, withShares ? accounts[index]!.shares : undefined),
  );
  const whole = row(label, ruleName(combination, scenario), combination.value, withShares ? shares : undefined, true);
  return combination.all.length > 1 ? [...rows, whole] : rows.map((only) => ({ ...only, whole: true }));
}

/** "from two lists: BBC (2025-01) and Mediazona", without the names if a list has none. */
function listsBasis(list: NonNullable<Estimate["scenario"]["list"]>): string {
  const names = list.flatMap(({ source, asOf }) => (source ? [asOf ? `${source} (${asOf.text})` : source] : []));
  return names.length === list.length ? `from two lists: ${names.join(" and ")}` : "from two lists";
}

/** "killed", with the part of them that is asked for, if any. */
function killedLabel(estimate: Estimate): string {
  const label = labelOf("killed", estimate);
  const { of } = estimate.scenario;
  return of ? `${of.label} ${label}` : label;
}

function combinationOf(of: Combination["of"], { combinations }: Estimate): Combination | undefined {
  return combinations.find((combination) => combination.of === of);
}

/** A row for each source of a category. If there are several, a row for the whole follows. */
function categoryRows(category: Category, estimate: Estimate): OutlineRow[] {
  const { solution, scenario } = estimate;
  const losses = scenario[category]!;
  const combination = combinationOf(category, estimate)!;
  const label = labelOf(category, estimate);
  const implied = solution.get(perKilledName(category));
  // The category was divided by a ratio, so it says nothing about the ratio.
  const rate = solution.derivation("killed") ? undefined : implied;
  const own = ({ source }: Account) => ownRatio(category, source, estimate);
  if (losses.length === 1) {
    const basis = categoryBasis(losses[0]!, own(combination.all[0]!) ?? rate);
    return [{ ...row(label, basis, solution.get(category)!), who: reporterOf(losses[0]!) }];
  }
  const rows = combination.all.map((account) => {
    const who = accountName(account, combination.all);
    return { ...row(label, listOf([who, perKilledOf(own(account))]), account.value), who };
  });
  return [
    ...(combination.form === "count" ? rows : []),
    row(label, ruleName(combination, scenario), solution.get(category)!),
  ];
}

/** What a source's own counts imply, if it is one of several that report the killed. */
function ownRatio(category: Category, source: string | undefined, { combinations, accounts }: Estimate) {
  const [killed] = combinations;
  if (killed?.of !== "killed" || killed.all.length === 1 || !ownReport({ source }, killed)) return undefined;
  const combination = combinations.find(({ of }) => of === category)!;
  if (combination.form !== "count" || !ownReport({ source }, combination)) return undefined;
  return accounts.find(({ account }) => account.source === source)?.losses?.implied[category];
}

const perKilledOf = (ratio: Range | undefined) => ratio && `${compact(ratio, decimal)} per killed`;

const listOf = (parts: readonly (string | undefined)[]) => parts.filter(Boolean).join(", ");

function categoryBasis(loss: CategoryLoss, implied?: Range): string {
  const rate =
    loss.kind === "multiplier" ? perKilled(loss.ratio) : loss.kind === "rate" ? loss.rate.text : perKilledOf(implied);
  return listOf([loss.source, loss.asOf?.text, rate]);
}

/** Whose figure it is, and the rate if one was given. */
function reporterOf(loss: CategoryLoss): string {
  const rate =
    loss.kind === "multiplier"
      ? `${inWords(loss.ratio, printOfRatio(loss.ratio))} for each person killed`
      : loss.kind === "rate" && loss.rate.text;
  return listOf([loss.source, loss.asOf?.text, rate || undefined]);
}

/** "3 per killed", followed by the ratio's name if it has one. */
function perKilled(ratio: Ratio): string {
  const rate = `${compact(ratio, printOfRatio(ratio))} per killed`;
  return ratio.named ? `${rate} (${ratio.named.name})` : rate;
}

/** The results of each source if they differ, then the result of all. */
function outOfActionRows(estimate: Estimate): OutlineRow[] {
  const { accounts, outOfAction, shares, scenario, combinations, solution } = estimate;
  const label = labelOf("out of action", estimate);
  const given = combinationOf("casualties", estimate);
  const basis = given && !solution.derivation("out of action") ? given : combinations[0];
  const single = accounts.flatMap(({ account, losses, shares }) =>
    losses ? [row(label, accountName(account, accounts), losses.outOfAction, shares)] : [],
  );
  const several = accounts.length > 1 && basis?.of === combinations[0]?.of;
  const ends = several && basis ? ruleName(basis, scenario) : given ? reportedBasis(given, scenario) : "";
  const whole = row(label, ends, outOfAction, shares, true);
  return [...(several ? single : []), whole];
}

/** Whose casualties they are, and how they were stated, if not as a count. */
function reportedBasis(given: Combination, scenario: Estimate["scenario"]): string {
  const { all, form } = given;
  const [first] = all;
  if (all.length > 1) return ruleName(given, scenario);
  const rate = form === "count" ? "" : first!.stated.text;
  return [attribution(first!), rate].filter((part) => part !== "").join(": ");
}

function netRows({ net, shares, scenario }: Estimate): OutlineRow[] {
  if (!net) return [];
  const netShares = shares.map(({ force, netShare }) => ({ force, share: netShare! }));
  return [row("net", `${compact(scenario.returned!, typedPercent)} returned`, net, netShares, true)];
}

/** "158 (157.5)", and the date, if there is one to count from. */
function goalRows({ goal, scenario }: Estimate): OutlineRow[] {
  const { days, date } = goal!;
  const basis = `until ${untilText(scenario.until!)}`;
  const up: Print = (value) => groupDigits(String(roundedUp(value)));
  const whole = compact(days!, up);
  const exactly = compact(days!, (value) => decimal(Rational.decimal(value.toFixed(1))));
  const value = days!.low.isWhole() && days!.high.isWhole() ? whole : `${whole} (${exactly})`;
  const on = date && datesText(date);
  return [
    { quantity: "days to go", basis, value, shares: [], whole: false },
    ...(on ? [{ quantity: "date", basis: "", value: on, shares: [], whole: false }] : []),
  ];
}

/** "2025-04-16", a range from one day to another, or the latest day. Undefined if a year does not have four digits. */
export function datesText({ from, to }: NonNullable<Goal["date"]>, write = (text: string) => text): string | undefined {
  const print = (day: number) => {
    const text = dayText(day);
    return text && write(text);
  };
  const last = print(to);
  if (from === undefined) return last && `by ${last}`;
  const first = print(from);
  return first === last || !last ? first : `${first} to ${last}`;
}

export function untilText(until: NonNullable<Estimate["scenario"]["until"]>): string {
  const { text } = until.of === "force" ? until.share : until.of === "people" ? until.figure : until.amount;
  return text.replace(/^\d+(?![\d.,])/, (digits) => groupDigits(digits));
}

function row(
  quantity: string,
  basis: string,
  value: Range,
  shares: readonly Pick<ForceShare, "share">[] = [],
  whole = false,
): OutlineRow {
  const print = quantity.endsWith(" a day") ? decimal : people;
  return {
    quantity,
    basis,
    value: compact(value, print),
    shares: shares.map(({ share }) => compact(share, percent)),
    whole,
    people: value,
    ofForce: shares.map(({ share }) => share),
  };
}

/** "Ukraine, 2022-03-16", or nothing for an only source without a name. */
function accountName(account: Account, all: readonly (Account | AccountResult)[]): string {
  const { asOf, name } = account;
  return account.source || all.length === 1 ? attribution({ source: numberedSource(account), asOf }) : name;
}

/** What was reported. If there is a coverage or a part, it comes with that share. */
function reportedBy(account: Account, all: readonly Account[]): string {
  const { stated, coverage, part, form } = account;
  const who = accountName(account, all);
  const shares = [
    ...(part ? [`${compact(part.inputs.part!.value, typedPercent)} of ${reportedText(account)}`] : []),
    ...(coverage && !part
      ? [`${reportedText(account)} at ${compact(coverage.inputs.coverage!.value, typedPercent)}`]
      : []),
    ...(coverage && part ? [`at ${compact(coverage.inputs.coverage!.value, typedPercent)}`] : []),
    ...(form === "count" || part ? [] : [stated.text]),
  ];
  if (shares.length === 0) return who;
  return who ? `${who}: ${shares.join(" ")}` : shares.join(" ");
}

function reportedText({ stated }: Account): string {
  return typeof stated.low === "number" ? compact(exact(stated as Parameters<typeof exact>[0]), people) : stated.text;
}

function attribution({ source, asOf }: { source?: string | undefined; asOf?: AsOf | undefined }): string {
  return listOf([source, asOf?.text]);
}

function ruleName({ rule, used }: Combination, { combine }: Estimate["scenario"]): string {
  return combine?.rule === "prefer" && rule === "prefer" ? `preferred: ${used[0]!.name}` : rule;
}

function forceHeading(force: Force): string {
  const size = compact(exact(force.figure), people);
  const name = attribution({ source: force.label, asOf: force.asOf });
  return name ? `${size} (${name})` : size;
}
