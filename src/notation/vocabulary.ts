import { lazy } from "../core/lazy.ts";
import { numberWords } from "./amount.ts";
import { lossAt } from "./counted.ts";
import { fractionWords } from "./fraction.ts";
import { multipleWords } from "./multiple.ts";
import { phraseTables } from "./phrases.ts";
import { timeAt } from "./time.ts";

/** Words that are in phrases of the notation, but say nothing on their own. */
const LITTLE =
  "a an the of or and to in as at is be on its their from all only by that region area neighbourhood " +
  "neighborhood vicinity order figure value number point estimate estimates total the others man men";

/** Words that reverse or change what a number says. */
const SAYS_MORE =
  "x no not non never none nil nobody neither nor without except excluding excludes excluded minus unless but if than " +
  "nowhere hardly scarcely percent pct cent per each every hourly daily day nightly week weekly fortnightly month monthly " +
  "quarterly year yearly annual annually p.a annum times fold half halves halved doubled tripled squared cubed reduced " +
  "increased rose fell several few many most numerous countless couple handful mil mio thou grand former ex once " +
  "would-be potential multiplier ratio inverse average mean undercount underestimate overcount overestimate " +
  "rescued recovered returned escaped survivors surviving survived uninjured unhurt unharmed unwounded whom which among whose";

const known = lazy((): readonly string[] => [
  ...phraseTables.flatMap((table) => table.words()),
  ...numberWords(),
  ...SAYS_MORE.split(" "),
]);

/** Words of the notation, for correcting a misspelt word. */
export const knownWords = lazy(
  (): ReadonlySet<string> => new Set([...known(), ...timeAt.words()].filter((word) => /^[a-z]{3,}$/.test(word))),
);

const little = lazy(() => new Set(LITTLE.split(" ")));

/** Whether a word says nothing on its own: "in", "total". */
export function saysLittle(word: string): boolean {
  return little().has(word);
}

const meaningful = lazy(() => {
  const all = [...known(), ...fractionWords(), ...multipleWords(), ...lossAt.words()];
  return new Set(all.map(withoutDot).filter((word) => !little().has(word) && /[a-z]/.test(word)));
});

const THINGS = /^(?:horses?|vehicles?|tanks?|guns?|ships?|aircraft|planes?|missiles?|rounds|tons?|tonnes?|kg|km2?)$/;

/** Whether a word names things that are not people, so that the number may count those. */
export function isThing(word: string): boolean {
  return THINGS.test(word);
}

/** Whether a word may change what a number next to it says. */
export function isMeaningful(word: string): boolean {
  return meaningful().has(withoutDot(word)) || /fold$/.test(word);
}

function withoutDot(word: string): string {
  return word.replace(/\.$/, "");
}
