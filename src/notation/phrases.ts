import { lazy } from "../core/lazy.ts";
import type { Token } from "./tokens.ts";

/** What words next to a number say about it; "same" for words that change nothing, like "exactly". */
export type Qualifier = "above" | "below" | "about" | "same";

/** A phrase that was found, and where the text continues after it. */
export interface Match<Meaning> {
  readonly meaning: Meaning;
  readonly next: number;
}

/** Finds the longest phrase of a table at a place in the tokens. */
export type Phrases<Meaning> = {
  (tokens: readonly Token[], at: number): Match<Meaning> | undefined;
  readonly words: () => readonly string[];
};

const BEFORE = phrases<Qualifier>({
  above: `
    >
    at least
    at the very? least
    at a minimum
    a? minimum of?
    min|min.
    more|greater|higher than
    over|above|beyond
    no|not fewer|less|lower than
    no less than
    more|greater than or equal to
    upward|upwards of
    north of
    in excess of
    exceed|exceeds|exceeded|exceeding|topped|surpassed
    likely|expected|thought|believed|estimated to exceed
    as few|little|low as`,
  below: `
    <
    at most
    at the very? most
    up to
    under|below
    fewer|less|lower|smaller than
    as many|much|high as
    no|not|nor more|higher|greater|larger than
    less|fewer than or equal to
    not over|exceeding|above
    no|not to exceed
    a? maximum of?
    max|max.`,
  about: `
    ~
    about|around|approximately|approx|approx.|roughly|circa|c|c.|ca|ca.
    some|nearly|almost|virtually|approaching
    near|close|nearer|closer to
    a|an? estimated|reported|alleged|unconfirmed
    estimated at
    est|est.
    probably|perhaps|possibly|reportedly|allegedly|apparently|supposedly|presumably|maybe|likely
    most? likely
    believed|thought|estimated|said|reported to be
    something|anything like
    in the region|vicinity|neighbourhood|neighborhood|area of
    on|of the order of
    in the order of
    somewhere around|near|about
    somewhere in the region|vicinity of
    at around|about
    more or less`,
  same: `
    +
    exactly|precisely|just|only|all|another|altogether|overall
    a total|sum of
    a|the total of|sum|combined
    total|totalling|totaling
    in total|all
    a|an? eventual|official|initial|final|full|mere|combined|further|additional
    fully
    a|the? best|central estimate|guess|figure :|of?
    the|its|their`,
});

/** "just" alone changes nothing; "just over" is a bound. */
const INTENSIFIERS = phrases<true>({
  true: `
    just|only|well|far|slightly|significantly|considerably|substantially|somewhat|barely|comfortably
    a little|bit|lot
    many|much
    only just`,
});

const AFTER = phrases<Qualifier | "spread">({
  above: `
    +
    or|and more|above|over|up|upwards|higher|greater
    upward|upwards
    or|and even|possibly|perhaps|maybe|probably|likely more|higher
    if not more
    , if? possibly|perhaps|maybe|probably|likely|or|and|not more|higher
    at least
    at the very? least
    at? a? minimum|min|min.
    lower bound|limit
    floor
    possibly|perhaps|maybe more
    plus
    - plus
    - possibly|perhaps|maybe more|higher
    and counting|rising|climbing`,
  below: `
    or fewer|less|under|below|lower
    or even|possibly|perhaps|maybe fewer|less
    if not fewer|less
    at most
    at the very? most
    at? a? maximum|max|max.
    tops
    upper bound|limit
    ceiling`,
  about: `
    or so|thereabouts
    approximately|approx|approx.|roughly|est|est.|estimated|estimate|reported|reportedly
    a|an? estimate
    ,? more or less
    odd
    - odd
    -? ish`,
  same: `
    in total|all
    all told
    total|altogether|overall|exactly
    so far`,
  spread: `
    plus or minus
    ,? give or take`,
});

export function qualifierBefore(tokens: readonly Token[], at: number): Match<Qualifier> | undefined {
  const intense = INTENSIFIERS(tokens, at);
  const bound = intense && BEFORE(tokens, intense.next);
  return bound && (bound.meaning === "above" || bound.meaning === "below") ? bound : BEFORE(tokens, at);
}

/** A phrase after a number, also in brackets: "or more", "(est.)". */
export function qualifierAfter(tokens: readonly Token[], at: number): Match<Qualifier> | undefined {
  const open = tokens[at]?.text === "(";
  const found = AFTER(tokens, at + Number(open)) ?? (open ? BEFORE(tokens, at + 1) : undefined);
  if (!found) return undefined;
  const { next } = found;
  const meaning = found.meaning === "spread" ? "about" : found.meaning;
  if (open) return tokens[next]?.text === ")" ? { meaning, next: next + 1 } : undefined;
  // The plus of "+500/-300" is not that of "7,000+", and "give or take 500" says how far off.
  const kind = tokens[next]?.kind;
  const isPlus = tokens[at]?.text === "+" && kind === "digits";
  const isSpread = found.meaning === "spread" && (kind === "digits" || kind === "word");
  return isPlus || isSpread ? undefined : { meaning, next };
}

/**
 * Vague words with the floors that ACLED codes them as if nothing better is known (see its FAQ on fatalities). A score
 * is 20.
 */
const VAGUE = phrases<string>({
  100000: "hundreds of thousands",
  10000: "tens of thousands",
  100000000: "hundreds of millions",
  10000000: "tens of millions",
  1000000: "millions",
  1000: "thousands",
  100: "hundreds",
  20: "scores",
  12: "dozens",
  10: "tens",
});

/** Words for the part of its range that a vague number is in, "in the low thousands". They do not raise its floor. */
const WITHIN = phrases<true>({
  true: `
    in the low|mid|middle|high?
    the? low|mid|middle|high`,
});

/** The floor of a vague word. */
export function vagueAt(tokens: readonly Token[], at: number): Match<number> | undefined {
  const within = WITHIN(tokens, at);
  const found = (within && VAGUE(tokens, within.next)) ?? VAGUE(tokens, at);
  return found && { meaning: Number(found.meaning), next: found.next };
}

/** Words for amounts that are not numbers at all. */
const NO_NUMBER = /^(?:several|few|many|most|numerous|countless|couple|handful)$/;

/** Finds a word that is not a number, like "several", also after an article: "a few". */
export function noNumberAt(tokens: readonly Token[], at: number): Match<string> | undefined {
  const start = tokens[at]?.text === "a" ? at + 1 : at;
  const word = tokens[start]?.text ?? "";
  return NO_NUMBER.test(word) ? { meaning: word, next: start + 1 } : undefined;
}

/** What opens a range. */
export const rangeOpens = phrases<"between" | "from">({
  between: `
    anywhere|anything|somewhere? between
    in|within? the|a? range|ranges|ranging|ranged between`,
  from: `
    anywhere|anything|somewhere? from
    in|within? the|a? range|ranges|ranging|ranged from|of|:
    estimates|figures range|ranged|ranging from`,
});

/** What joins the ends of a range. "7,000 and possibly 15,000" ends at 15,000, and is not open. */
export const joint = phrases<"to" | "or" | "possibly">({
  to: `
    to|through|-|till
    - to -
    ,? up to`,
  or: "or",
  possibly: `
    and|or|but? possibly|perhaps|maybe|even
    , and|or? possibly|perhaps|maybe|even`,
});

/** What joins losses and the killed: "3 per killed", "three wounded for every soldier killed". */
export const perAt = phrases<"per" | "each" | ":">({
  per: "per|as",
  each: "for|to each|every",
  ":": ":|to|against",
});

/** A number of people as a word: "per hundred killed", "per thousand a day". */
export const scaleAt = phrases<string>({ 12: "dozen", 100: "hundred", 1000: "thousand" });

/** What comes before the best value of a range. */
export const bestOpens = phrases<"best">({
  best: `
    best|median estimate|guess|value|figure? :|of|is?
    central|point estimate|value|figure :|of|is?
    most likely|probable value|figure|number? :|of|is?`,
});

/** What may come before a range in brackets after its best value: "(95% CI 40,000–55,000)". */
export const intervalOpens = phrases<"interval">({
  interval: `
    ci|interval|range|uncertainty :|of|from?
    confidence|credible|credibility|uncertainty interval|range :|of|from?
    ranging from`,
});

/** The tables of phrases about numbers. */
export const phraseTables = [BEFORE, AFTER, VAGUE, rangeOpens, joint, bestOpens, intervalOpens];

/**
 * A table of phrases by their meaning, one pattern per line. "a|b" means either word, and a part that ends in a
 * question mark may be left out.
 */
export function phrases<Meaning>(patterns: Readonly<Record<string, string>>): Phrases<Meaning> {
  const byFirstWord = lazy(() => {
    const index = new Map<string, (readonly [readonly string[], Meaning])[]>();
    for (const [meaning, lines] of Object.entries(patterns)) {
      for (const words of lines
        .trim()
        .split(/\s*\n\s*/)
        .flatMap(spellings)) {
        const [first = ""] = words;
        index.set(first, [...(index.get(first) ?? []), [words, meaning as Meaning]]);
      }
    }
    // The longer phrase is tried first, so that "or more" is not "or".
    for (const found of index.values()) found.sort(([a], [b]) => b.length - a.length);
    return index;
  });
  const find = (tokens: readonly Token[], at: number): Match<Meaning> | undefined => {
    const found = byFirstWord()
      .get(tokens[at]?.text ?? "")
      ?.find(([words]) => words.every((word, index) => tokens[at + index]?.text === word));
    return found && { meaning: found[1], next: at + found[0].length };
  };
  return Object.assign(find, {
    words: () => [...byFirstWord().values()].flatMap((found) => found.flatMap(([words]) => words)),
  });
}

function spellings(pattern: string): string[][] {
  return pattern.split(" ").reduce<string[][]>(
    (written, part) => {
      const words = part.replace(/\?$/, "").split("|");
      return written.flatMap((before) => [
        ...(part.endsWith("?") ? [before] : []),
        ...words.map((word) => [...before, word]),
      ]);
    },
    [[]],
  );
}
