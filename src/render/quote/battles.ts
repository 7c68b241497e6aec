import type { Estimate } from "../../core/estimate.ts";
import { typedPercent } from "../../notation/print.ts";
import type { BattleRank, BattleRanking, Ranked } from "../../record/battle-ranks.ts";
import { BATTLE_SOURCE } from "../../record/battles.ts";
import { comparedInShort } from "../battles/compared.ts";
import { ownRemarks } from "../battles/sections.ts";
import { middleText, partsText, placement, SAME_SIDES } from "../battles/words.ts";
import { withRemark } from "../remark.ts";
import { type Printed, whenPrinted } from "./attribution.ts";
import { basisOf, joinedBasis } from "./basis.ts";
import { type Finish, firstFitting, without, withShorterEnds } from "./fitting.ts";
import type { Form, Quote } from "./form.ts";
import { roundedEstimate } from "./rounded.ts";
import { wholeForm } from "./whole.ts";

/**
 * What may be printed of a rank among past battles. Which sides are compared, and where they are from, is never left
 * out.
 */
export function battlesQuote(ranking: BattleRanking, most: number | undefined, finish: Finish): Quote {
  const { text, notes } = firstFitting(formsOf(ranking), ranking.losses.estimate?.caveats ?? [], most, finish);
  return { text, notes: [...notes, ...ownRemarks(ranking)] };
}

function formsOf(ranking: BattleRanking): Form[] {
  // A share that was given is printed as it is.
  const { estimate } = ranking.losses;
  const rounded = estimate?.byForce[0]?.derivation("share") && roundedEstimate(estimate);
  const [first, ...others] = ranking.ranks.map((rank) => (rounded ? asPrecise(rank, rounded) : rank)) as [
    BattleRank,
    ...BattleRank[],
  ];
  const print = (of: Ranked) => (rounded && of === "share" ? typedPercent : undefined);
  const among = withRemark(comparedInShort(ranking), BATTLE_SOURCE.name);
  const printed = printedOf(ranking);
  const answer = `${placement(first, remarkOn(printed), print(first.of))} of ${among}`;
  const further = [
    partsText(first, " of them", print(first.of)),
    middleText(first),
    ...others.map((rank) => `${placement(rank, "", print(rank.of))} of ${SAME_SIDES}`),
  ];
  const whole = wholeForm([answer], printed);
  // Only a file can say whose losses these are.
  const forms: Form[] = [{ ...whole, further, missing: whole.missing.filter((what) => what !== "side") }];
  for (const at of [...further.keys()].reverse())
    forms.push(without(forms.at(-1)!, { further: further.slice(0, at) }, "what else follows"));
  return withShorterEnds(forms, forms.at(-1)!);
}

/** The quantities that are ranked, by the names that they have in a solution. */
const QUANTITY: Readonly<Record<Ranked, string>> = { share: "share", perThousandPerDay: "losses per 1,000 a day" };

/** The rank of losses that were calculated, with values that say no more than the figures that they follow from. */
function asPrecise(rank: BattleRank, { shares, solution }: Estimate): BattleRank {
  const value = rank.of === "share" ? shares[0]?.share : solution.get(QUANTITY[rank.of]);
  return { ...rank, value: value ?? rank.value };
}

/** What the ranked values follow from, unless they were given as they are. */
function printedOf({ losses: { estimate }, ranks }: BattleRanking): Printed[] {
  if (!estimate) return [];
  return [{ estimate, basis: joinedBasis(ranks.map(({ of }) => basisOf([QUANTITY[of]], estimate.solution))) }];
}

/** "Russia, as of 16 March 2022": whose losses these are, and when it was. */
function remarkOn(printed: readonly Printed[]): string {
  return printed
    .flatMap((each) => [each.estimate.scenario.side ?? [], whenPrinted(each)?.text ?? []].flat())
    .join(", ");
}
