import type { AccountResult, Estimate, ForceShare } from "../../core/estimate.ts";
import { exact } from "../../core/figure.ts";
import type { Range } from "../../core/range.ts";
import { isKilledAlone } from "../../core/scenario.ts";
import type { Combination } from "../../core/sources.ts";
import { compact, decimal, inWords, people, percent } from "../../notation/print.ts";
import { capital } from "../capital.ts";
import { caveatSentences } from "../caveats.ts";
import { reportedBy, ruleName } from "../outline.ts";
import { unsourcedQuotes } from "../quote/quote.ts";
import { sentenceOf } from "../sentence.ts";
import type { Sheet } from "../sheet.ts";
import { keyOf, markOf } from "./marks.ts";
import type { Picture, RangeGroup, RangeRow } from "./picture.ts";
import { sourcesLine } from "./sources.ts";

/** The losses by source and as a whole, next to the forces. */
export function estimatePicture(estimate: Estimate): Picture {
  const { scenario, shares } = estimate;
  const groups = [killedGroup(estimate), outOfActionGroup(estimate), netGroup(estimate)].filter(
    (group) => group !== undefined,
  );
  const limits = shares.map(({ force }) => ({
    label: `${capital(force.label ?? "force")}: ${inWords(exact(force.figure), people)}`,
    mark: markOf(exact(force.figure)),
  }));
  const marks = groups.flatMap(({ rows }) => rows.map(({ mark }) => mark));
  return {
    title:
      scenario.name ??
      (scenario.side ? `Losses of ${scenario.side}` : isKilledAlone(scenario) ? "Killed" : "Out of action"),
    leads: [sentenceOf(estimate), ...unsourcedQuotes(estimate)],
    chart: { kind: "ranges", unit: "people", groups, limits },
    notes: [...keyOf(marks), sourcesLine([{ scenario }]), ...(scenario.asOf ? [`As of ${scenario.asOf.text}.`] : [])],
    caveats: caveatSentences(estimate.caveats),
    table: tableOf(
      groups,
      limits.map(({ label }) => label),
    ),
  };
}

function killedGroup(estimate: Estimate): RangeGroup | undefined {
  const { killed, accounts, shares, combinations, scenario } = estimate;
  if (!killed) return undefined;
  const isAnswer = isKilledAlone(scenario);
  const combination = combinations.find(({ of }) => of === "killed");
  const name = scenario.of ? `${scenario.of.label} killed` : "killed";
  const whole = rowOf(wholeName(combination, estimate), killed, isAnswer ? shares : [], true, estimate);
  const parts =
    combination && combination.form === "count" && combination.all.length > 1
      ? combination.all.map((account, at) =>
          rowOf(
            reportedBy(account, combination.all),
            account.value,
            isAnswer ? accounts[at]!.shares : [],
            false,
            estimate,
          ),
        )
      : [];
  return { title: titleOf(name, estimate), rows: [...parts, whole] };
}

function outOfActionGroup(estimate: Estimate): RangeGroup | undefined {
  const { outOfAction, accounts, shares, combinations, scenario } = estimate;
  if (isKilledAlone(scenario)) return undefined;
  const [basis] = combinations;
  const rows = accounts.length > 1 && basis ? accounts.flatMap((account) => accountRow(account, basis, estimate)) : [];
  return {
    title: titleOf("out of action", estimate),
    rows: [...rows, rowOf(wholeName(basis, estimate), outOfAction, shares, true, estimate)],
  };
}

function accountRow({ account, losses, shares }: AccountResult, { all }: Combination, estimate: Estimate): RangeRow[] {
  return losses ? [rowOf(reportedBy(account, all), losses.outOfAction, shares, false, estimate)] : [];
}

function netGroup(estimate: Estimate): RangeGroup | undefined {
  const { net, shares } = estimate;
  if (!net) return undefined;
  const netShares = shares.flatMap(({ force, netShare }) => (netShare ? [{ force, share: netShare }] : []));
  return { title: "Without those who returned", rows: [rowOf("", net, netShares, true, estimate)] };
}

/** How the figures of several sources became one, for readers who do not know the names of the rules. */
const WHOLE: Readonly<Partial<Record<Combination["rule"], string>>> = {
  envelope: "Lowest to highest",
  overlap: "Where they overlap",
  sum: "Sum",
  change: "Change",
};

const titleOf = (name: string, { isDaily }: Estimate) => capital(isDaily ? `${name} a day` : name);

/** Whose figure the whole is, or how those of several sources were combined. */
function wholeName(combination: Combination | undefined, { scenario }: Estimate): string {
  if (!combination) return "";
  const { all } = combination;
  return all.length > 1
    ? (WHOLE[combination.rule] ?? capital(ruleName(combination, scenario)))
    : reportedBy(all[0]!, all);
}

function rowOf(
  label: string,
  range: Range,
  shares: readonly Pick<ForceShare, "share">[],
  isWhole: boolean,
  { isDaily }: Estimate,
): RangeRow {
  const number = inWords(range, isDaily ? decimal : people);
  const share = shares.length === 1 ? `, ${inWords({ ...shares[0]!.share, best: undefined }, percent, "less")}` : "";
  const short = compact(range, isDaily ? decimal : people);
  return { label, mark: markOf(range), text: number + share, short, tone: isWhole ? "whole" : "part" };
}

/** The rows of a picture of ranges as a table. */
export function tableOf(groups: readonly RangeGroup[], limits: readonly string[] = []): Sheet {
  const rows = groups.flatMap(({ title, rows }) => rows.map(({ label, text }) => [title, label, text]));
  return {
    heads: ["Quantity", "Source", "Number"],
    rows: [...rows, ...limits.map((label) => ["Compared with", "", label])],
    numbers: [false, false, true],
  };
}
