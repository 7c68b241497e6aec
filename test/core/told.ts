import type { Input, Range } from "../../src/core/range.ts";
import { inputOf } from "../../src/core/rules.ts";
import { typed } from "../../src/notation/print.ts";
import { problemsOf } from "../problems.ts";
import { estimateFor, short } from "../scenario.ts";

/** Everything that is told of a scenario besides its results: what was asked, how it was calculated, and remarks. */
export function toldOf(options: readonly string[]): string[] {
  const estimate = estimateFor(...options);
  const { asked, covers, working, accounts, caveats, goal, shares, width } = estimate;
  const ends = (value: Range | undefined) => short(value, (end) => end.toFixed(3).replace(/\.?0+$/, ""));
  const input = ([name, { value, unit, falls, at }]: [string, Input]) =>
    [name, ends(value), unit, falls ? "falls" : "", at ? `at ${typed(at.low)}, ${typed(at.high)}` : ""]
      .filter(Boolean)
      .join(" ");
  return [
    options.join(" "),
    `  asked: ${asked.join(", ")}; covers ${covers.join(", ")}`,
    ...working.map(({ of, formula, value, unit, inputs, unbounded }) => {
      const free = (["low", "best", "high"] as const).flatMap((end) => (value[end] && unbounded?.(end)) ?? []);
      const set = free.length > 0 ? ` (unbounded: ${free.map(typed).join(", ")})` : "";
      return `  ${of} = ${formula} = ${ends(value)} ${unit}${set}: ${Object.entries(inputs).map(input).join("; ")}`;
    }),
    ...accounts.map(
      ({ account, losses, shares }) =>
        `  ${account.name}: ${ends(losses?.killed)} killed, ${ends(losses?.outOfAction)} out of action, ${shares.map(({ share }) => ends(share)).join(", ")}`,
    ),
    ...shares.map(
      ({ force, share, netShare }) => `  of ${force.label ?? "the force"}: ${ends(share)}, net ${ends(netShare)}`,
    ),
    ...(goal
      ? [`  goal: ${goal.outcome ?? ""} ${ends(goal.days)} ${goal.date?.from ?? ""} to ${goal.date?.to ?? ""}`]
      : []),
    ...(width
      ? [
          `  width of ${width.of}: ${width.by.map(({ of, value, narrower }) => `${of} ${typed(value)} ${narrower.toFixed(3)}`).join("; ")}`,
        ]
      : []),
    ...caveats.map(({ code, args }) => `  ${code} ${JSON.stringify(args)}`),
  ];
}

/** What is told of a scenario that is refused, and the input that it is told of. */
export function refusedOf(options: readonly string[]): string[] {
  const problems = problemsOf(() => estimateFor(...options));
  return problems.flatMap((problem) => [
    options.join(" "),
    `  ${problem.code} ${JSON.stringify(problem.args)} at ${inputOf(problem) ?? "none"}`,
  ]);
}
