import type { Ratio } from "../core/figure.ts";
import type { CaseRatio, HistoryRatio, NamedRatio, Page } from "../core/named.ts";
import { Rational } from "../core/rational.ts";
import { compact, decimal, people } from "../notation/print.ts";
import { DEFINITION } from "./definitions.ts";
import type { WorkedStep } from "./working.ts";

/** What a ratio with a name is called wherever it stands; history is never without what it is. */
export function ratioName({ kind, name }: NamedRatio): string {
  return kind === "history" ? `${name}: 80% interval of past wars` : name;
}

/** Where a ratio with a name comes from, in full: what was counted, by whom, of what definition. */
export function namedOrigin(named: NamedRatio): string {
  const record = named.record === undefined ? "" : ` Record of ${named.record}.`;
  return `${named.kind === "case" ? caseOrigin(named) : historyOrigin(named)}${record}`;
}

function caseOrigin({ name, title, counts, definition, source, why, file, covers }: CaseRatio): string {
  const counted = counts && quotient(counts);
  const killed =
    definition === undefined ? "what its killed take in is not stated" : `killed: ${DEFINITION[definition]}`;
  const about = [title, counted ?? `covers ${covers.join(", ")}`, killed].filter((part) => part !== undefined);
  const page = file === undefined ? pageText(source) : `${pageText(source)}, in ${file}`;
  const more = file === undefined ? `More: loss-calc ratios ${name} --explain.` : undefined;
  return [`${about.join("; ")}.`, `${page}.`, why, more].filter((part) => part !== undefined).join(" ");
}

function historyOrigin({ wars, rows, mean, spread }: HistoryRatio): string {
  return `${wars} wars (${rows} comparable cases), geometric mean ${mean.toFixed(2)} wounded per killed, spread ${spread.toFixed(2)}. loss-calc ratios --comparable lists the cases.`;
}

/** A page: its title, where on it, and its address. */
export function pageText({ title, where, url }: Page): string {
  return [title, where, url].filter((part) => part !== undefined).join(", ");
}

function quotient({ killed, losses }: NonNullable<CaseRatio["counts"]>): string {
  return `${losses.map(({ of, count }) => `${whole(count)} ${of}`).join(" + ")} to ${whole(killed)} killed`;
}

const whole = (count: number) => people(Rational.of(count));

/** How a ratio with a name came about. */
export function namedStep({ low, high }: Ratio, named: NamedRatio): WorkedStep | undefined {
  if (named.kind === "history") {
    const { mean, spread, t, wars } = named;
    const [gm, gsd, point] = [mean.toFixed(3), spread.toFixed(3), t.toFixed(3)];
    const line = (sign: string, end: Rational) =>
      `${gm} × ${gsd}^(${sign}${point} × √(1 + 1/${wars})) ≈ ${end.toFixed(2)}`;
    return {
      step: named.name,
      formula: "geometric mean × spread^(∓ t × √(1 + 1/wars)), rounded to two decimals",
      lines: [`low: ${line("−", low)}`, `high: ${line("+", high)}`],
    };
  }
  if (!named.counts) return undefined;
  const { killed, losses } = named.counts;
  const terms = (parts: readonly string[]) => (parts.length > 1 ? `(${parts.join(" + ")})` : parts[0]!);
  return {
    step: named.name,
    formula: `${terms(losses.map(({ of }) => of))} ÷ killed`,
    lines: [
      `${terms(losses.map(({ count }) => whole(count)))} ÷ ${whole(killed)} ${isRounded(low) ? "≈" : "="} ${compact({ low, high, openLow: false, openHigh: false, approximate: false }, decimal)}`,
    ],
  };
}

const isRounded = (value: Rational) => !value.equals(Rational.decimal(value.toFixed(2)));
