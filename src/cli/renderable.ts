import { CATEGORIES } from "../core/categories.ts";
import type { Estimate } from "../core/estimate.ts";
import { givenRatios, isKilledAlone, type Scenario } from "../core/scenario.ts";
import { printable } from "../notation/characters.ts";
import { unjudgedClaims, whyUnjudged } from "../render/claims.ts";
import { estimateForReaders } from "../render/for-readers.ts";
import { ratioName } from "../render/named.ts";
import { sectionsOf } from "../render/sections.ts";
import type { Renderable } from "./deliver.ts";

/** An estimate in every form. */
export function renderableEstimate(estimate: Estimate): Renderable {
  return {
    sections: (explain, isText) => sectionsOf(isText ? estimate : estimateForReaders(estimate), explain, isText),
    cited: () => [{ scenario: estimateForReaders(estimate).scenario }],
    record: async () => (await import("../render/record.ts")).toRecord(estimate),
    rows: async (separation) => (await import("../render/rows.ts")).renderRows(estimate, separation),
    picture: async () =>
      (await import("../render/svg/estimate-picture.ts")).estimatePicture(estimateForReaders(estimate)),
    quote: async (most, finish) => {
      const [{ quoteOf }, { withMinimums }] = await Promise.all([
        import("../render/quote/quote.ts"),
        import("../core/minimum.ts"),
      ]);
      const { text, notes } = quoteOf(withMinimums(estimate), most, finish);
      return { text, notes: [...notes, ...verdictNotes(estimate)] };
    },
    notes: claimNotes(estimate),
    notesOn: (path) => notesOn(path, estimate),
  };
}

/** Why the exit status is 1, for output that does not have the claims. */
function claimNotes({ verdicts }: Estimate): string[] {
  const failed = verdicts.filter(({ verdict }) => verdict === "does not hold");
  return failed.map(({ stated }) => `the claim “${printable(stated.text)}” does not hold, so the exit status is 1`);
}

/** The verdict on each claim, for a sentence that does not have it. */
function verdictNotes(estimate: Estimate): string[] {
  const others = estimate.verdicts.flatMap(({ stated, verdict }) => {
    const claim = `the claim “${printable(stated.text)}”`;
    if (verdict === "does not hold") return [];
    return [verdict === "follows" ? `${claim} follows` : `${claim} may be true, but it does not follow`];
  });
  const unjudged = unjudgedClaims(estimate).map(
    (claim) => `the claim “${printable(claim.stated.text)}” was not judged, since ${whyUnjudged(claim, estimate)}`,
  );
  return [...claimNotes(estimate), ...others, ...unjudged];
}

/** Results whose names say what they count, or that count no losses. */
const COUNTS_NO_LOSS = /^(?:killed|inputs|days\b|recruits)|^(?:force|forces\[\d+\])(?:\.(?:low|best|high))?$/;

function notesOn(path: string, { scenario }: Estimate): string[] {
  return [
    ...(isKilledAlone(scenario) && !COUNTS_NO_LOSS.test(path) ? [`${path} counts the killed alone`] : []),
    ...givenRatios(scenario).flatMap(([, { named }]) =>
      named?.kind === "history" && dependsOnRatio(path, scenario) ? [`${path} rests on ${ratioName(named)}`] : [],
    ),
  ];
}

/**
 * Whether a result depends on a ratio. If casualties are given, the killed and the categories do; otherwise the sums
 * do.
 */
function dependsOnRatio(path: string, { casualties }: Scenario): boolean {
  const result = path.replace(/^(?:inputs|(?:sources|forces)\[\d+\])\.(?!killed)/, "").match(/^\w+/)?.[0] ?? "";
  const sums = ["outOfAction", "net", "share", "shares", "netShare"];
  return result === "wounded" || (casualties ? ["killed", ...CATEGORIES] : sums).includes(result);
}
