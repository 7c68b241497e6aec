import type { Counted } from "../core/errors.ts";
import type { Span } from "./cursor.ts";
import { phrases } from "./phrases.ts";

/** What the words next to a number say it counts. "Killed and wounded" are two losses; people alone are none. */
export interface CountedPeople extends Span {
  readonly as: readonly Counted[];
  /** "Presumed dead". */
  readonly about: boolean;
  /** "Confirmed dead". */
  readonly confirmed: boolean;
  /** The words name a nation, a side or civilians. */
  readonly isOneSide: boolean;
}

/** Words that say which loss a number counts, or that it is the size of a force. */
export const lossAt = phrases<Counted>({
  killed: `
    killed|slain|dead|died|die|dies|perished|fallen|kia
    killed in action|combat
    death|deaths|fatality|fatalities
    dead? bodies
    lives lost?`,
  casualties: `
    casualty|casualties|loss|losses|lost
    out of action
    hors de combat`,
  wounded: `
    wounded|injured|hurt|wia|injuries
    wounded|injured in action|combat`,
  captured: `
    captured|prisoner|prisoners|pow|pows
    taken prisoner
    prisoner|prisoners of war`,
  missing: `
    missing|mia
    missing in action`,
  deserted: "deserted|deserter|deserters|awol",
  force: `
    -? strong
    - man|men`,
});
