import type { Estimate } from "../../src/core/estimate.ts";
import type { Range } from "../../src/core/range.ts";
import { inputOf } from "../../src/core/rules.ts";
import { typed } from "../../src/notation/print.ts";
import { problemsOf } from "../problems.ts";
import { estimateFor, short } from "../scenario.ts";

/**
 * Everything about an estimate except its results, under its options: what was asked for, the formulas, rival sources, and
 * the caveats.
 */
export function summaryOf(options: readonly string[]): string[] {
  const estimate = estimateFor(...options);
  const parts = [
    ...askedOf(estimate),
    ...formulasOf(estimate),
    ...accountsOf(estimate),
    ...goalOf(estimate),
    ...widthOf(estimate),
    ...estimate.caveats.map(({ code, args }) => `${code} ${JSON.stringify(args)}`),
  ];
  return [options.join(" "), `  ${parts.join("; ")}`];
}

function askedOf({ asked, covers, working }: Estimate): string[] {
  const given = asked.filter((name) => working.every(({ of }) => of !== name));
  return [`${given.join(", ")}${covers.length < 5 ? `; covers ${covers.join(", ")}` : ""}`];
}

/** The formulas. What the formula would give without a bound is in brackets. */
function formulasOf({ asked, working }: Estimate): string[] {
  return working.map(({ of, formula, value, unbounded }) => {
    const free = (["low", "best", "high"] as const).flatMap((end) => (value[end] && unbounded?.(end)) ?? []);
    const bounded = free.length > 0 ? ` [${free.map(typed).join(", ")}]` : "";
    return `${asked.includes(of) ? "" : "*"}${of} = ${formula}${bounded}`;
  });
}

function accountsOf({ accounts }: Estimate): string[] {
  if (accounts.length < 2) return [];
  return accounts.map(({ account, losses, shares }) =>
    [
      `${account.name}: ${ends(losses?.killed)} killed, ${ends(losses?.outOfAction)} in all`,
      ...shares.map(({ share }) => ends(share)),
    ].join(", "),
  );
}

function goalOf({ goal }: Estimate): string[] {
  if (!goal) return [];
  const { outcome = "", days, date } = goal;
  return [`goal: ${[outcome, ends(days), date?.from, date?.to].filter(Boolean).join(" ")}`];
}

function widthOf({ width }: Estimate): string[] {
  if (!width) return [];
  const by = width.by.map(({ of, value, narrower }) => `${of} ${typed(value)} ${narrower.toFixed(3)}`);
  return [`width of ${width.of}: ${by.join(", ")}`];
}

const ends = (value: Range | undefined) => short(value, (end) => end.toFixed(3).replace(/\.?0+$/, ""));

/** Why a scenario is refused, and at which input. */
export function refusalsOf(options: readonly string[]): string[] {
  const problems = problemsOf(() => estimateFor(...options));
  return problems.map(
    (problem) =>
      `${options.join(" ")}: ${problem.code} ${JSON.stringify(problem.args)} at ${inputOf(problem) ?? "none"}`,
  );
}
