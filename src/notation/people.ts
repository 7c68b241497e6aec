import type { Counted } from "../core/errors.ts";
import { lazy } from "../core/lazy.ts";
import type { Cursor, Span } from "./cursor.ts";
import { phrases } from "./phrases.ts";
import { isHyphenAt, wordAt } from "./tokens.ts";

/** What the words after a number say it counts: "killed and wounded" are two, and people alone are nothing. */
export interface CountedPeople extends Span {
  readonly as: readonly Counted[];
}

/** Words that say which loss a number counts, or that it is the size of a force. */
const LOSS = phrases<Counted>({
  killed: `
    killed|slain|dead|died|die|dies|perished|fallen|kia
    killed in action|combat
    death|deaths|fatality|fatalities
    dead? bodies
    lives lost?`,
  casualties: "casualty|casualties|loss|losses|lost|out of? action?",
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
  force: "-? strong",
});

const PEOPLE = wordsOf(`
  people person persons them those these man men woman women individuals souls civilian civilians child children inhabitants
  residents citizens soldier soldiers troop troops trooper troopers personnel serviceman servicemen servicewoman
  servicewomen members fighter fighters combatant combatants officer officers nco ncos marine marines sailor sailors
  airman airmen seaman seamen pilot pilots crew crewmen conscript conscripts draftees recruits reservist reservists
  volunteer volunteers regulars mercenary mercenaries contractor contractors militant militants insurgent insurgents
  rebel rebels guerrilla guerrillas guerilla guerillas militia militiaman militiamen partisan partisans warrior
  warriors gunman gunmen guard guards guardsman guardsmen police policeman policemen peacekeepers paratrooper
  paratroopers infantry infantryman infantrymen cavalry cavalryman cavalrymen gunners horsemen knights archers
  forces force army garrison ranks
`);

const NATIONS = wordsOf(`
  russian ukrainian soviet american british french german italian polish turkish chinese japanese korean indian
  pakistani afghan iraqi iranian syrian israeli palestinian lebanese egyptian saudi yemeni ethiopian eritrean
  sudanese libyan serbian croatian bosnian georgian armenian azerbaijani azeri chechen kurdish vietnamese australian
  canadian dutch spanish greek roman prussian austrian hungarian romanian european western
`);

/** Words that say which people; a word with a capital does too. */
const WHICH = wordsOf(`
  more other further extra additional new fresh own military service armed enemy allied friendly hostile regular
  irregular professional contract mobilised mobilized conscripted enlisted uniformed commissioned foreign local
  native young old male female adult navy naval air ground land airborne special elite combat battle battlefield
  frontline security defence defense government insurgent coalition federal union confederate imperial royal national
  private reserve artillery tank mounted trained invading attacking defending occupying fighting remaining deployed
  confirmed known documented recorded identified verified reported total individual
`);

/** Words that say more than which people, with a capital too. */
const NEVER =
  /^(?:no|not|non|never|without|except|excluding|half|per|each|every|whom|which|among|than|times|if|an?|ex)$/;

/** What may be between a number and the people, or between them and what became of them. */
const JOINING = phrases<true>({
  true: `
    of all? the|its|their|his|her|our?
    who? is|are|was|were|have|has|had been?
    being|left|presumed|reportedly|already`,
});

const AFTER_LOSS = phrases<true>({ true: "outright|overall" });

/**
 * Steps over words that only say whose or which people a number counts, or which loss: "Russian troops",
 * "officers and men", "were killed", "dead and wounded". Steps over none if other words follow the number.
 */
export function readPeople(cursor: Cursor): CountedPeople | undefined {
  const { tokens } = cursor;
  const open = tokens[cursor.at]?.text === "(" ? 1 : 0;
  const first = cursor.at + open;
  const as = new Set<Counted>();
  let [at, complete] = [first, first];
  for (let next: number | undefined = at; next !== undefined; ) {
    at = next;
    const loss = LOSS(tokens, at);
    if (loss) as.add(loss.meaning);
    const end = loss ? (AFTER_LOSS(tokens, loss.next)?.next ?? loss.next) : isPeople(wordAt(tokens, at)) ? at + 1 : 0;
    if (end) complete = end;
    next =
      end ||
      afterWhich(cursor, at) ||
      JOINING(tokens, at)?.next ||
      (at === complete && at > first ? afterAnd(cursor, at) : undefined);
  }
  if (complete === first || (open && tokens[complete]?.text !== ")")) return undefined;
  const start = cursor.startOf(cursor.at);
  cursor.at = complete + open;
  return { as: [...as], start, end: cursor.endBefore(cursor.at) };
}

function isPeople(word: string): boolean {
  return PEOPLE().has(word) || (word.endsWith("s") && NATIONS().has(word.slice(0, -1)));
}

/** After "Russian", "U.S.", "pro-government"; undefined for words that say more than which people. */
function afterWhich({ tokens, text }: Cursor, at: number): number | undefined {
  const word = wordAt(tokens, at);
  if (word === "" || NEVER.test(word)) return undefined;
  const isNamed = /[A-Z]/.test(text.charAt(tokens[at]!.start));
  if (isHyphenAt(tokens, at + 1)) return wordAt(tokens, at + 2) === "" ? undefined : at + 3;
  return isNamed || WHICH().has(word) || NATIONS().has(word) ? at + 1 : undefined;
}

function afterAnd(cursor: Cursor, at: number): number | undefined {
  const comma = cursor.tokens[at]?.text === "," ? 1 : 0;
  const word = cursor.tokens[at + comma]?.text ?? "";
  return /^(?:and|or|\/)$/.test(word) ? at + comma + 1 : comma ? at + 1 : undefined;
}

/** The loss that a word or phrase at a place names. */
export const lossAt = LOSS;

/** All words that say which loss is counted. */
export function lossWords(): readonly string[] {
  return LOSS.words();
}

function wordsOf(text: string): () => ReadonlySet<string> {
  return lazy(() => new Set(text.trim().split(/\s+/)));
}
