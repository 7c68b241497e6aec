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
  const [first, ...others] = ranking.ranks as [BattleRank, ...BattleRank[]];
  const among = withRemark(comparedInShort(ranking), BATTLE_SOURCE.name);
  const printed = printedOf(ranking);
  const answer = `${placement(first, remarkOn(printed))} of ${among}`;
  const further = [
    partsText(first, " of them"),
    middleText(first),
    ...others.map((rank) => `${placement(rank)} of ${SAME_SIDES}`),
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
