import { phrases } from "./phrases.ts";

/** The days in a unit of time; a month has 30 and a year 365. */
export const timeAt = phrases<string>({
  1: "day|days",
  7: "week|weeks",
  14: "fortnight|fortnights",
  30: "month|months",
  365: "year|years",
});

/** The days over which people are counted: "a day", "per month", "/week", "yearly". */
export const perTimeAt = phrases<string>({
  1: `
    a|per|each|every|/ day
    daily`,
  7: `
    a|per|each|every|/ week
    weekly`,
  14: "a|per|each|every|/ fortnight",
  30: `
    a|per|each|every|/ month
    monthly`,
  365: `
    a|per|each|every|/ year
    per annum
    yearly|annually|p.a.`,
});

/** The same before a number, or before what it counts: "daily losses of", "a monthly average of". */
export const dailyAt = phrases<string>({
  1: "a|an|the? average? daily average|rate? of|:?",
  7: "a|an|the? average? weekly average|rate? of|:?",
  30: "a|an|the? average? monthly average|rate? of|:?",
  365: "a|an|the? average? yearly|annual average|rate? of|:?",
});

/** Words for an average. They add nothing to a rate, which is an average anyway, and make a count unclear. */
export const averageAt = phrases<"average">({
  average: `
    an|the? average of
    ,? on average`,
});
