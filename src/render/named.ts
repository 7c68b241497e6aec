import type { Ratio } from "../core/figure.ts";
import type { CaseRatio, HistoryRatio, NamedRatio, Page } from "../core/named.ts";
import { Rational } from "../core/rational.ts";
import { printable } from "../notation/characters.ts";
import { decimal, type Print, people, typed } from "../notation/print.ts";
import { killedText } from "./definitions.ts";
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

function caseOrigin(named: CaseRatio): string {
  const { name, title, counts, source, elsewhere = [], file, version, covers } = named;
  const what = counts ? quotient(named, counts) : `covers ${covers.join(", ")}; ${killedIn(named)}`;
  const counted = counts ? ["killed", ...counts.losses.map(({ of }) => of)] : [];
  const isOnIt = !counts || counted.length > elsewhere.length;
  const others = elsewhere.map(({ of, source }) => `the ${of}: ${pageText(source)}`);
  const pages = [...(isOnIt ? [pageText(source)] : []), ...others].join("; ");
  return [
    `${[title, what].filter((part) => part !== undefined).join("; ")}.`,
    `${pages}${file === undefined ? "" : `, in ${printable(file)}${version === undefined ? "" : `, version ${version}`}`}.`,
    ...(file === undefined ? [`More: loss-calc ratios ${name} --explain.`] : []),
  ].join(" ");
}

function killedIn({ definition, killedMeans }: CaseRatio): string {
  return `killed (${killedText(definition, killedMeans) ?? "what they take in is not stated"})`;
}

/** "103,284 wounded (wounding incidents) to 33,739 killed (battle deaths)". */
function quotient(named: CaseRatio, { killed, losses }: NonNullable<CaseRatio["counts"]>): string {
  const parts = losses.map(({ of, count }) => {
    const means = of === "wounded" && named.woundedMeans !== undefined ? ` (${named.woundedMeans})` : "";
    return `${whole(count)} ${of}${means}`;
  });
  return `${parts.join(" + ")} to ${whole(killed)} ${killedIn(named)}`;
}

function historyOrigin({ name, wars, rows, mean, spread }: HistoryRatio): string {
  return `${wars} wars, each the geometric mean of its comparable cases (${rows} in all); geometric mean ${mean.toFixed(2)} wounded per killed, spread ${spread.toFixed(2)}. More: loss-calc ratios ${name} --explain.`;
}

/** A page: its title, where on it, and its address. */
export function pageText({ title, where, url }: Page): string {
  return [title, where, url].filter((part) => part !== undefined).join(", ");
}

const whole = (count: number) => people(Rational.of(count));

/** A ratio as its name gives it: the interval to the two decimals that are used. */
export const namedRate = ({ kind }: NamedRatio): Print => (kind === "history" ? (value) => value.toFixed(2) : decimal);

/** How the ends of a ratio are printed: as they were typed, unless they were calculated. */
export function printOfRatio({ named, quotient }: Pick<Ratio, "named" | "quotient">): Print {
  return named ? namedRate(named) : quotient ? decimal : typed;
}

/** How an interval of past wars follows from their means: the formula, and each end. */
export function intervalStep(
  { mean, spread, t, wars }: Basis,
  low: Rational,
  high: Rational,
): Omit<WorkedStep, "step"> {
  const [gm, gsd, point] = [mean.toFixed(3), spread.toFixed(3), t.toFixed(3)];
  const line = (sign: string, end: Rational) =>
    `${gm} × ${gsd}^(${sign}${point} × √(1 + 1/${wars})) ≈ ${end.toFixed(2)}`;
  return {
    formula: "geometric mean × spread^(∓ t × √(1 + 1/wars)), rounded to two decimals",
    lines: [`low: ${line("−", low)}`, `high: ${line("+", high)}`],
  };
}

type Basis = Pick<HistoryRatio, "mean" | "spread" | "t" | "wars">;

/** How a ratio with a name came about. */
export function namedStep({ low, high }: Ratio, named: NamedRatio): WorkedStep | undefined {
  if (named.kind === "history") return { step: ratioName(named), ...intervalStep(named, low, high) };
  if (!named.counts) return undefined;
  const { killed, losses } = named.counts;
  const terms = (parts: readonly string[]) => (parts.length > 1 ? `(${parts.join(" + ")})` : parts[0]!);
  return {
    step: named.name,
    formula: `${terms(losses.map(({ of }) => of))} ÷ killed`,
    lines: [
      `${terms(losses.map(({ count }) => whole(count)))} ÷ ${whole(killed)} ${isRounded(low) ? "≈" : "="} ${decimal(low)}`,
    ],
  };
}

const isRounded = (value: Rational) => !value.equals(Rational.decimal(value.toFixed(2)));
