import { isPairName } from "../categories.ts";
import { type Caveat, DAYS_APART } from "../caveats/caveat.ts";
import { daysApart } from "../dates.ts";
import type { Account } from "../sources.ts";
import type { Contrast, Pair } from "./pair.ts";
import { dateOf, type Subject } from "./quantities.ts";

/** Caveats about how two subjects go together. Those of each subject alone belong to its estimate. */
export function comparisonCaveats(pairs: readonly Pair[]): Caveat[] {
  const subjects = [...new Set(pairs.flatMap(({ subject, against }) => [subject, against]))];
  return [
    ...pairs.flatMap(datesCaveats),
    ...pairs.flatMap(coverCaveats),
    ...pairs.flatMap(crossedCaveats),
    ...pairs.flatMap(kindCaveats),
    ...subjects.flatMap(claimCaveats),
    ...(subjects.some(countsBodies) ? [{ code: "BODIES", args: {} } as const] : []),
    ...subjects.flatMap((subject) => definitionCaveats(subject, subjects)),
    ...subjects.filter((subject) => isSumCompared(subject, pairs)).flatMap(twiceCaveats),
  ];
}

/** People in two counts of a past war are twice in their sum. */
export function twiceCaveats({ name, past }: Subject): Caveat[] {
  return past?.countedTwice ? [{ code: "COUNTED_TWICE", args: { name, who: past.countedTwice } }] : [];
}

function isSumCompared(subject: Subject, pairs: readonly Pair[]): boolean {
  return pairs.some(
    ({ subject: one, against, contrasts }) =>
      (one === subject || against === subject) &&
      contrasts.some(({ quantity }) => OF_CATEGORIES.includes(quantity.key)),
  );
}

/** Sides whose figures are from different times. Two dates of one side are meant to differ. */
function datesCaveats({ kind, subject, against }: Pair): Caveat[] {
  const [date, other] = [dateOf(subject), dateOf(against)];
  if (kind !== "sides" || !date || !other) return [];
  const days = daysApart(date, other);
  if (days <= DAYS_APART) return [];
  const [earlier, later] = date.to < other.to ? [subject, against] : [against, subject];
  return [{ code: "DATES_APART", args: { earlier: earlier.name, later: later.name, days } }];
}

/** What counts several categories of losses. */
const OF_CATEGORIES = ["others", "outOfAction", "share", "perDay"];

/** Losses that include different categories. Only if the losses are compared. */
function coverCaveats({ subject, against, contrasts }: Pair): Caveat[] {
  if (!contrasts.some(({ quantity }) => OF_CATEGORIES.includes(quantity.key))) return [];
  const [covers, others] = [subject.estimate.covers, against.estimate.covers];
  const missing = others.filter((loss) => !covers.includes(loss));
  const extra = covers.filter((loss) => !others.includes(loss));
  const part = ({ name }: Subject, other: Subject, lacks: readonly Loss[]): Caveat[] => {
    if (lacks.length === 0) return [];
    const isUncertain = !lacks.every((loss) => isCounted(other, loss));
    return [{ code: "COVERS_DIFFER", args: { name, lacks, other: other.name, ...(isUncertain && { isUncertain }) } }];
  };
  return [...part(subject, against, missing), ...part(against, subject, extra)];
}

type Loss = Subject["estimate"]["covers"][number];

/** Whether a loss is counted by itself, or by the case that a ratio is from. A total or a number does not say what it counts. */
function isCounted({ estimate: { scenario } }: Subject, loss: Loss): boolean {
  const { casualties, died, share, ratio } = scenario;
  if (scenario[loss]?.length) return true;
  if (loss === "missing" && scenario.captured?.some(({ source = "" }) => isPairName(source))) return true;
  return !casualties && !died && !share && ratio?.named !== undefined;
}

/** The losses that reports state. Others follow from them. */
const CROSSED = ["killed", "outOfAction"];

/** Ends that cross, if both ranges may be from one report. The losses of a past war are single counts. */
function crossedCaveats({ kind, subject, against, contrasts }: Pair): Caveat[] {
  if (kind === "past") return [];
  const key = kind === "dates" ? "difference" : "quotient";
  return contrasts.flatMap((contrast): Caveat[] => {
    const paired = contrast.paired?.[key];
    if (!CROSSED.includes(contrast.quantity.key) || !paired || isOpen(contrast)) return [];
    if (!mayBeOneReport(subject, against, contrast.quantity.key)) return [];
    const [low, high] = paired.map((end) => end.toNumber()) as [number, number];
    return [
      {
        code: "COMPARED_ENDS_CROSS",
        args: {
          ...{ name: subject.name, other: against.name, quantity: contrast.quantity.name },
          ...{ low, high, ...(key === "difference" && { isChange: true as const }) },
        },
      },
    ];
  });
}

/** Whether the reports of a quantity have a source in common, or one subject's name none. */
function mayBeOneReport(a: Subject, b: Subject, key: string): boolean {
  const [first, second] = [a, b].map((subject) => {
    const [killed, casualties] = [accountsOf(subject, "killed"), accountsOf(subject, "casualties")];
    // One follows from the other if it is not reported.
    const all = key === "killed" ? [killed, casualties] : [casualties, killed];
    return all.find((accounts) => accounts.length > 0)?.flatMap(({ source }) => source ?? []) ?? [];
  }) as [string[], string[]];
  return first.length === 0 || second.length === 0 || first.some((source) => second.includes(source));
}

function isOpen({ value, other }: Contrast): boolean {
  return [value, other].some(({ openLow, openHigh }) => openLow || openHigh);
}

/** Names that were confirmed one by one, next to an estimate. */
function kindCaveats({ subject, against }: Pair): Caveat[] {
  const [a, b] = [isConfirmed(subject), isConfirmed(against)];
  if (a === undefined || b === undefined || a === b) return [];
  const [list, other] = a ? [subject, against] : [against, subject];
  return [{ code: "KINDS_DIFFER", args: { confirmed: list.name, other: other.name } }];
}

/** Whether the killed are names on a list, without an estimate of how many are missing from it. */
function isConfirmed(subject: Subject): boolean | undefined {
  const dead = accountsOf(subject, "killed");
  if (dead.length === 0) return undefined;
  return dead.every(({ kind, stated, coverage }) => !coverage && (kind === "confirmed" || "confirmed" in stated));
}

/** A side's own figures, unless its estimate has this caveat already because they are marked as a claim. */
function claimCaveats(subject: Subject): Caveat[] {
  const { scenario, caveats } = subject.estimate;
  const side = scenario.side?.toLowerCase();
  const isSaid = caveats.some(({ code, args }) => code === "CLAIM_OF_SIDE" && args.isOwn);
  const own = [...accountsOf(subject, "killed"), ...accountsOf(subject, "casualties")].find(
    ({ source }) => source !== undefined && source.toLowerCase() === side,
  );
  return own && !isSaid
    ? [{ code: "CLAIM_OF_SIDE", args: { name: subject.name, source: own.source!, isOwn: true } }]
    : [];
}

function countsBodies({ estimate }: Subject): boolean {
  return estimate.combinations.some(({ used }) =>
    used.some(({ stated, note = "", source = "" }) => /\bbod(?:y|ies)\b/i.test(`${stated.text} ${note} ${source}`)),
  );
}

/** How the source of a past war defines its counts. That of the wounded only if there are others to compare them with. */
export function definitionCaveats({ name, past = {} }: Subject, subjects: readonly Subject[]): Caveat[] {
  const { killedMeans } = past;
  const others = subjects.filter((subject) => subject.name !== name);
  const isOfWounded = others.some(({ estimate }) => estimate.covers.includes("wounded"));
  const woundedMeans = isOfWounded ? past.woundedMeans : undefined;
  if (!killedMeans && !woundedMeans) return [];
  return [
    {
      code: "PAST_DEFINITION",
      args: { name, ...(killedMeans && { killedMeans }), ...(woundedMeans && { woundedMeans }) },
    },
  ];
}

function accountsOf({ estimate }: Subject, of: "killed" | "casualties"): readonly Account[] {
  return estimate.combinations.find((combination) => combination.of === of)?.used ?? [];
}
