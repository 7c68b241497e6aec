import type { Counted } from "../core/errors.ts";
import { lazy } from "../core/lazy.ts";
import { type CountedPeople, lossAt } from "./counted.ts";
import type { Cursor } from "./cursor.ts";
import { phrases } from "./phrases.ts";
import { isHyphenAt, type Token, wordAt } from "./tokens.ts";
import { isMeaningful } from "./vocabulary.ts";

const PEOPLE = wordsOf(`
  people person persons them those these man men woman women individuals souls civilian civilians child children inhabitants
  residents citizens soldier soldiers troop troops trooper troopers personnel serviceman servicemen servicewoman
  servicewomen members fighter fighters combatant combatants officer officers nco ncos marine marines sailor sailors
  airman airmen seaman seamen pilot pilots crew crewmen conscript conscripts draftees recruits reservist reservists
  volunteer volunteers regulars mercenary mercenaries contractor contractors militant militants insurgent insurgents
  rebel rebels guerrilla guerrillas guerilla guerillas militia militiaman militiamen partisan partisans warrior
  warriors gunman gunmen guard guards guardsman guardsmen police policeman policemen peacekeepers paratrooper
  paratroopers infantry infantryman infantrymen cavalry cavalryman cavalrymen gunners horsemen knights archers
  forces force army garrison ranks allies enemy
`);

const NATIONS = wordsOf(`
  russian ukrainian soviet american british french german italian polish turkish chinese japanese korean indian
  pakistani afghan iraqi iranian syrian israeli palestinian lebanese egyptian saudi yemeni ethiopian eritrean
  sudanese libyan serbian croatian bosnian georgian armenian azerbaijani azeri chechen kurdish vietnamese australian
  canadian dutch spanish greek roman prussian austrian hungarian romanian european western
`);

/** Names of peoples, except those that only add an s to a word above. */
const PEOPLES = wordsOf(`
  british english french irish scots welsh dutch spanish chinese japanese vietnamese portuguese swiss turks poles danes
  swedes finns serbs croats bosniaks kurds arabs persians boers zulus confederates federals yankees nazis taliban
`);

/** Words that say which people are meant; a word with a capital does that too. */
const WHICH = wordsOf(`
  more other further extra additional new fresh own military service armed enemy allied friendly hostile regular
  irregular professional contract mobilised mobilized conscripted enlisted uniformed commissioned foreign local
  native young old male female adult navy naval air ground land airborne special elite combat battle battlefield
  frontline security defence defense government insurgent coalition federal union confederate imperial royal national
  private reserve artillery tank mounted trained invading attacking defending occupying fighting remaining deployed
  confirmed known documented recorded identified verified reported total individual active
`);

/** What may be between a number and the people, or between the people and what happened to them. */
const JOINING = phrases<true>({
  true: `
    of all? the|its|their|his|her|our?
    who? is|are|was|were|have|has|had been?
    being|left|already`,
});

/** Words that leave open whether the people were killed or wounded. */
const HEDGES = phrases<true>({
  true: "reportedly|allegedly|apparently|probably|possibly|likely|presumed|feared|believed|suspected|alleged|unconfirmed",
});

/** Words for deaths that someone could verify, which are not all deaths. */
const CONFIRMED = /^(?:confirmed|verified|identified|known|documented|recorded)$/;

const AFTER_LOSS = phrases<true>({ true: "outright|overall" });

/**
 * Skips words that only say whose or which people a number counts, or which loss: "Russian troops", "officers and men",
 * "were killed", "dead and wounded". Skips nothing if other words follow the number, or if the people are from two
 * sides.
 */
export function readPeople(cursor: Cursor): CountedPeople | undefined {
  const { tokens } = cursor;
  const open = tokens[cursor.at]?.text === "(" ? 1 : 0;
  const first = cursor.at + open;
  const as = new Set<Counted>();
  let [complete, about] = [first, false];
  let next: number | undefined = first;
  for (let at = first; next !== undefined; at = next ?? at) {
    const loss = lossAt(tokens, at);
    if (loss) as.add(loss.meaning);
    const end = loss ? (AFTER_LOSS(tokens, loss.next)?.next ?? loss.next) : isPeople(wordAt(tokens, at)) ? at + 1 : 0;
    if (end) complete = end;
    const hedge = end ? undefined : HEDGES(tokens, at);
    about ||= hedge !== undefined && tokens[hedge.next] !== undefined;
    next = end || hedge?.next || afterWhich(tokens, at, cursor.text) || JOINING(tokens, at)?.next;
    next ||= at === complete && at > first ? afterAnd(tokens, at) : undefined;
  }
  const words = tokens.slice(first, complete).map(({ text }) => text);
  const sides = sidesIn(words);
  if (complete === first || (open && tokens[complete]?.text !== ")") || sides > 1) return undefined;
  const start = cursor.startOf(cursor.at);
  cursor.at = complete + open;
  return {
    as: [...as],
    about,
    confirmed: words.some((word) => CONFIRMED.test(word)),
    isOneSide: sides > 0 || words.some((word) => SIDE.test(word)),
    start,
    end: cursor.endBefore(cursor.at),
  };
}

const SIDE = /^(?:enemy|allied|allies|hostile|friendly|civilians?)$/;

/** How many sides the words name: "Russians and Ukrainians" are two, and so are civilians and others. */
function sidesIn(words: readonly string[]): number {
  const singular = words.map((word) => (NATIONS().has(word.replace(/s$/, "")) ? word.replace(/s$/, "") : word));
  const peoples = new Set(singular.filter((word) => NATIONS().has(word) || PEOPLES().has(word)));
  const [civilians, others] = [/^civilians?$/, /^(?!civilians?$)/].map((kind) =>
    words.some((word) => kind.test(word) && PEOPLE().has(word)),
  );
  return civilians && others && words.includes("and") ? 2 : peoples.size;
}

function isPeople(word: string): boolean {
  const isNation = word.endsWith("s") && NATIONS().has(word.slice(0, -1));
  return PEOPLE().has(word) || PEOPLES().has(word) || isNation;
}

/** The place after "Russian", "U.S.", "pro-government"; undefined for words that say more than which people. */
export function afterWhich(tokens: readonly Token[], at: number, text: string): number | undefined {
  const word = wordAt(tokens, at);
  const isHyphenated = isHyphenAt(tokens, at + 1) && wordAt(tokens, at + 2) !== "";
  const words = isHyphenated ? [word, wordAt(tokens, at + 2)] : [word];
  if (words.some((part) => part.length < 2 || (isMeaningful(part) && !WHICH().has(part)))) return undefined;
  // If all letters are capitals, a capital says nothing. Next to a digit it may be meant as a digit: "7OO men".
  const { start } = tokens[at]!;
  const isNamed = /[A-Z]/.test(text.charAt(start)) && /[a-z]/.test(text) && !/\d/.test(text.charAt(start - 1));
  if (isHyphenated) return at + 3;
  return isNamed || WHICH().has(word) || NATIONS().has(word) ? at + 1 : undefined;
}

/** The place after "and", "or", a comma, or both. */
export function afterAnd(tokens: readonly Token[], at: number): number | undefined {
  const comma = tokens[at]?.text === "," ? 1 : 0;
  const word = tokens[at + comma]?.text ?? "";
  return /^(?:and|or|\/)$/.test(word) ? at + comma + 1 : comma ? at + 1 : undefined;
}

function wordsOf(text: string): () => ReadonlySet<string> {
  return lazy(() => new Set(text.trim().split(/\s+/)));
}
