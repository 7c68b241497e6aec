import { INPUT_ENTRIES } from "../../notation/inputs.ts";
import type { ValueForm } from "../../notation/kinds.ts";
import { MISSING, MISSING_CODES } from "../../notation/missing.ts";
import { USUAL_NAMES } from "../../table/usual-names.ts";

/** A paragraph, a list of terms with their meanings, or lines that are shown as they are. */
export type Block =
  | { readonly text: string }
  | { readonly items: readonly (readonly [term: string, text: string])[] }
  | { readonly lines: readonly string[] };

export interface Topic {
  readonly title: string;
  readonly blocks: readonly Block[];
}

const columns = INPUT_ENTRIES.flatMap(([name, { cell, isMapped }]) => (cell && !isMapped ? [name] : []));
const mapped = INPUT_ENTRIES.flatMap(([name, { isMapped }]) => (isMapped ? [name] : []));
const namesWith = (...forms: ValueForm[]) =>
  INPUT_ENTRIES.flatMap(([name, { kind }]) => (forms.includes(kind.form) ? [name] : [])).join(", ");

/** The exit statuses, and what each means. */
export const STATUSES = [
  ["0", "success, even if the reader of a pipe closes it early"],
  ["1", "it ran, but the answer is no: a check failed, a claim does not hold, a number changed, or no case matches"],
  ["2", "the command line is wrong, or empty"],
  ["3", "data from standard input or a file could not be read"],
  ["4", "a file could not be opened or written"],
  ["70", "a bug in loss-calc"],
  ["130", "interrupted (129, 131 or 143 after SIGHUP, SIGQUIT or SIGTERM)"],
] as const;

/** What `help TOPIC` explains. The page of a command ends with its topic. */
export const TOPICS = {
  figures: {
    title: "Figures",
    blocks: [
      { text: "A figure is a number of people, as reports write it:" },
      {
        items: [
          ["7000  7,000  13.8k", "a number; also in words, like “thirteen thousand eight hundred” or “half a million”"],
          [
            "6000-13800",
            "a range, both ends included; also “between 6,000 and 13,800”, “6-14k”, “six or seven thousand”",
          ],
          ["at least 7,000", "open above: the truth may be higher; also 7,000+, >7000, “well over 7,000”"],
          ["up to 6,000", "open below: the truth may be lower; also ≤6000, <6000, “fewer than 6,000”"],
          ["about 250,000", "approximate; also ~250,000, “nearly 250,000”, “probably 250,000”"],
          ["7000±500", "a range with a best value; also 7000 +/- 10%, 7000 +500/-300"],
          ["6000/8000/13800", "low, best and high; also “8,000 (6,000–13,800)”"],
          ["dozens, thousands", "a floor: at least 12, at least 1,000"],
          [
            "7,000 soldiers",
            "words may say whose people they are, or repeat the name of the input; a footnote mark such as [1] is ignored, with a caveat",
          ],
          ["Ukraine=13,800", "a figure with its source; Ukraine@2022-03-16=13,800 adds the date"],
        ],
      },
      {
        text: "A ratio is losses per person killed, a multiplier is a ratio with an x, and a share is a part of the whole:",
      },
      {
        items: [
          ["3  2.5  2-4  3:1", "a ratio: three for each person killed; also “three wounded for every one killed”"],
          ["1 in 5 die", "a ratio too: four others for each who died"],
          ["3x  2x-3x", "a multiplier, for inputs that can also be a count; also “twice as many”"],
          ["us-korea, history", "the name of a ratio; loss-calc ratios lists them"],
          ["30%  0.3  45%-65%", "a share; also “a third”, “one in four”, “nearly half”"],
        ],
      },
      { text: "Losses can also be a rate; time, amounts and targets have their own forms:" },
      {
        items: [
          [
            "1,271 a day",
            "a pace; also 35,000/month, “per week” and “7.45 per 1,000 per day”; with a period it becomes a count",
          ],
          ["25% of the force", "a share of the force; for casualties, 35% alone is enough"],
          ["90  3 months  4.4 years", "a period; a month counts as 30 days and a year as 365"],
          ["2,356 km2", "an amount, always with its unit"],
          ["fighters=20%", "a part of the killed, and its share"],
          ["100%  a third  50,000", "a target: a share of the force, people, or an amount"],
        ],
      },
      { text: "A date is a day, a month or a year; the year has four digits:" },
      {
        items: [
          ["2022-03-16", "also 2022/3/16 and 20220316"],
          ["16 March 2022", "also “March 16, 2022”, 16-Mar-2022, “Wed 16th of March 2022”"],
          ["16.03.2022  16/3/2022", "also 3/16/2022: a number above 12 is the day; with dots the day comes first"],
          ["2022-03  March 2022", "a month; 2022 is a year"],
        ],
      },
      {
        text: "Put a value with spaces in quotes. loss-calc refuses a value that can be read in two ways, and shows both readings: 13.800 may be 13.8 or 13,800, 12-14,000 may start at 12 or at 12,000, and 3/4/2022 may be 3 April or March 4.",
      },
    ],
  },
  scenarios: {
    title: "Scenario files",
    blocks: [
      {
        text: "A scenario file is a command line written as JSON, with the result that it must have. --save writes one. A file holds one scenario, or a list of them.",
      },
      {
        items: [
          [
            namesWith("labelledFigure"),
            "a figure: a number, a string, an object like the one below, or a list of them",
          ],
          [
            namesWith("loss"),
            "a count, a multiplier with an x, the name of a ratio, or a rate; or an object, or a list of them",
          ],
          [namesWith("ratio", "share", "labelledShare", "combine", "name", "file", "part"), "as on the command line"],
          [namesWith("date", "days", "amount", "pace", "target"), "the same; a plain number needs no quotes"],
          ["name, note", "the name of the scenario, and a remark"],
          [
            "expect",
            "results that the scenario must have, by their names in --json and to the precision written; expect.caveats lists caveats that it must have",
          ],
          ["claimed", "what a report concluded; check says whether it follows, and fails only with --fail-on claims"],
        ],
      },
      {
        lines: [
          "{",
          '  "killed": { "source": "Ukraine", "asOf": "2022-03", "figure": "13,800" },',
          '  "ratio": 3,',
          '  "force": { "label": "at the border", "figure": 150000 },',
          '  "expect": { "outOfAction": 55200, "share": "36.8%" }',
          "}",
        ],
      },
      { text: "loss-calc schema scenario prints the JSON Schema, which editors use to complete and check such files." },
    ],
  },
  tables: {
    title: "Tables",
    blocks: [
      { text: "batch recognises these columns by name; --map adds others:" },
      {
        items: [
          ["killed", "or killed_low, killed_best and killed_high; some may be empty: a low end alone means “at least”"],
          ["killed_wounded, captured_missing", "two kinds of losses in one count"],
          [
            columns.join(", "),
            "each cell is read like the option of that name; losses and forces can also have _low, _best and _high",
          ],
          [mapped.join(", "), "the same, but only with --map, as in --map days=length"],
          ["name, source", "who is counted, and who counted them"],
          ["low, best, high", "killed, in a table with deaths_a or type_of_violence (UCDP)"],
          ["bd_low, bd_best, bd_high", "killed (UCDP)"],
          ["bdeadlow, bdeadbes, bdeadhig", "killed (PRIO)"],
        ],
      },
      { text: "Columns with these usual names are used if nothing else gives the same input:" },
      { items: Object.entries(USUAL_NAMES).map(([role, names]) => [role, names.join(", ")]) },
      {
        text: "Case, spaces, hyphens, underscores, slashes and dots in these names are ignored. The name of a figure with _low, _min, _best, _high or _max after it is the column of that end or best value. If a column looks like a loss but is not used, a note says so.",
      },
      {
        text: `The names of the new columns begin with est_. An empty figure gives empty results; ${MISSING.join(", ")} are read as empty, and so are ${MISSING_CODES.join(", ")}, with a note. A row that cannot be read is reported on standard error, or written to --rejects FILE with the reason; the other rows are calculated, and the exit status is 3.`,
      },
    ],
  },
  ratios: {
    title: "Ratios by name",
    blocks: [
      {
        text: "You can give the name of a case instead of a ratio or a multiplier: --wounded us-korea uses its wounded per killed, and --ratio us-korea all other losses that were counted. --explain says which losses were counted, and cites the pages. loss-calc ratios us-korea --cite says how to cite them.",
      },
      {
        text: "history is the 80% interval for the wounded per killed, from past wars. history:1946-2000, history:war and history:battle-deaths narrow it, and can be combined: history:1946-:reported-killed. An interval needs at least five wars.",
      },
      { text: "--ratios FILE adds ratios of your own; loss-calc schema ratios prints the format of the file." },
    ],
  },
  status: { title: "Exit status", blocks: [{ items: STATUSES }] },
} as const satisfies Record<Exclude<TopicName, "caveats">, Topic>;

/** The names of all topics, as help lists them. The topic on caveats is made elsewhere. */
export const TOPIC_NAMES = ["figures", "caveats", "scenarios", "tables", "ratios", "status"] as const;
export type TopicName = (typeof TOPIC_NAMES)[number];

/** Other words for a topic. */
export const TOPIC_ALIASES: Readonly<Record<string, TopicName>> = {
  numbers: "figures",
  notation: "figures",
  caveat: "caveats",
  scenario: "scenarios",
  table: "tables",
  columns: "tables",
  history: "ratios",
  exit: "status",
  "exit-status": "status",
  "exit-codes": "status",
  statuses: "status",
};
