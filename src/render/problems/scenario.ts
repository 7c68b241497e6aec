import { CATEGORIES } from "../../core/categories.ts";
import type { ProblemArgs } from "../../core/errors.ts";
import type { InputName, Kind } from "../../core/inputs.ts";
import { printable } from "../../notation/characters.ts";
import { either, list } from "../list.ts";
import { numberWord } from "../number-word.ts";
import { counted } from "../quantity-words.ts";
import { alternatives, KEY, type SpellInput, type Words } from "./words.ts";

export const SCENARIO = {
  "E-NOTHING": ({ isPiped }, spell) => ({
    says: "there are no losses to start from",
    expected: `${spell("killed", "FIGURE")} or ${spell("casualties", "FIGURE")}${isPiped && spell !== KEY ? ", or --killed - for figures on standard input" : ""}, like ${[spell("killed", "7000"), spell("ratio", "3"), spell("force", "150000")].join(spell === KEY ? ", " : " ")}`,
  }),
  "E-MISSING": ({ given, add }, spell) => {
    const losses = CATEGORIES.filter((category) => given.includes(category));
    const others = losses.length > 0 ? list(losses) : "others";
    const added = add.filter((input) => !given.includes(input));
    const words = added.map((input) => spell(input) + (ADDED[input]?.(others) ?? ""));
    return { says: `nothing follows from ${spelled(given, spell)} alone`, expected: `also ${either(words)}` };
  },
  "E-NEEDS": ({ input, needs, left }, spell) =>
    left
      ? {
          says: `“${left.text}” is what is left of the force, but ${spell(input)} is for what is lost`,
          expected: `what is lost by then${left.lost === undefined ? "" : `: ${spell(input, left.lost)}`}`,
        }
      : {
          says: `${spell(input)} was given without ${either(needs.map((need) => spell(need)))}${WHY_NEEDED[input]?.(needs) ?? ""}`,
          expected: `also ${either(needs.map((need) => spell(need, SAMPLE[need])))}`,
        },
  "E-PERIOD-NEEDED": ({ pace, count }, spell) => ({
    says: `${spell(pace)} is a pace${count ? ` and ${spell(count)} a number of people` : ""}, but there is no period`,
    expected: `${spell("days", "90")}, or the first and the last day: ${spell("start", "2022-02-24")} and ${spell("end", "2022-03-16")}`,
  }),
  "E-PERIOD-REVERSED": ({ start, end }, spell) => ({
    says: `the period runs backwards, from ${start} to ${end}`,
    expected: `${spell("start")} with the first day, and a last day that is not before it`,
  }),
  "E-PERIOD-DAYS": ({ stated, counted }, spell) => ({
    says: `the period is stated as ${/^[\d.,]+$/.test(stated) ? `${stated} days` : `“${stated}”`}, but by its dates it is ${days(counted)}`,
    expected: `${spell("days", String(counted))}, or the dates without ${spell("days")}`,
  }),
  "E-CASUALTIES-LACK": ({ casualties, lacks }, spell) => ({
    says: `“${casualties}” leaves out the ${list(lacks)}, but ${spelled(lacks, spell)} ${lacks.length > 1 ? "were" : "was"} given as well`,
    expected: `${spell("casualties")} with the sum of all of them, or with the number alone if it includes the ${list(lacks)}`,
  }),
  "E-PAIR-AND-CATEGORY": ({ name, other }, spell) => ({
    says: `“${name}” counts the captured and the missing in one number, but ${spell(other)} was given as well, so some people may be counted twice`,
    expected: `the one number alone, or ${spell("captured")} and ${spell("missing")} with a number for each`,
  }),
  "E-RATIO-AND-CATEGORY": ({ categories, covers }, spell) => ({
    says: `${spell("ratio")} was given together with a multiplier for ${list(categories.map((category) => spell(category)))}, but a ratio already covers ${list(covers)} in one number`,
    expected: `${spell("ratio")} alone or with counts, like ${spell(categories[0]!, "2000")}, or a multiplier for each category and no ${spell("ratio")}`,
  }),
  "E-RATIO-OF-CATEGORIES": ({ name, categories }, spell) => ({
    says: `“${name}” is not a ratio of ${list(categories)} alone, the only losses that were given`,
    expected: `${spell("killed")} as well, or the ratio as a number, like ${spell("ratio", "3")}: ${list(categories)} for each person killed`,
  }),
  "E-RETURNED": ({ because }, spell) =>
    ({
      casualties: {
        says: `${spell("returned")} is a share of the wounded, but ${spell("casualties")} alone does not say how many there were`,
        expected: `${spell("wounded")} with a count, or ${spell("killed")}, ${spell("ratio")} or ${spell("died")} to get all the others`,
      },
      "nobody wounded": {
        says: `${spell("returned")} is a share of the wounded, but no wounded were given`,
        expected: `${spell("wounded")} with a count or a multiplier`,
      },
    })[because],
  "E-PART-OF-KILLED": ({ label, given }, spell) => ({
    says: `${spell("of")} asks for ${printable(label)} alone, but ${spell(given)} covers everyone`,
    expected: `${spell("killed")} with ${spell("ratio")} or multipliers, or no ${spell("of")}`,
  }),
  "E-FORMS-DIFFER": ({ of, first, second }, spell) => ({
    says: `the figures for ${spell(of)} are of different kinds: “${first}” and “${second}”`,
    expected: "only counts, or only rates of one kind",
  }),
  "E-KILLED-ABOVE": ({ killed, casualties }, spell) => ({
    says: `there would be more killed (${killed}) than casualties (${casualties}), which include them`,
    expected: `casualties that include the killed; if ${casualties} leaves them out, ${spell("wounded", casualties)}`,
  }),
  "E-PARTS-ABOVE": ({ parts, sum, total, of }, spell) => ({
    says: `${spelled(parts, spell)} ${parts.length > 1 ? "add up to" : "is"} at least ${sum}, more than all ${of === "casualties" ? "casualties" : "losses other than killed"} (${total} at most)`,
    expected: "parts that are no more than their total; check what each figure counts, and when",
  }),
  "E-STATEMENTS-CLASH": ({ input, of, calculated, used }, spell) => ({
    says: `${spell(input)} gives ${counted(of, calculated)}, but the other inputs give ${used}`,
    expected: `inputs that agree, or no ${spell(input)}`,
  }),
  "E-CLAIM": ({ because }, spell) =>
    ({
      "no force": {
        says: "the result does not have the share that was claimed",
        expected: `also ${spell("force", "150000")} for a share of the force; ${spell("killed")} and ${spell("casualties")} for the share who died, like "a quarter died"; or a claim of people, like 50,000`,
      },
      "no ratio": {
        says: "the result does not have the ratio that was claimed",
        expected: `${spell("killed")} and a count of the losses that the ratio is about`,
      },
      "no days": {
        says: "losses a day were claimed, but it is not clear over how many days these losses occurred",
        expected: `also ${spell("days", "90")} or ${spell("start")} and ${spell("end")}`,
      },
      "several forces": {
        says: "a share was claimed, but it is not clear which force it is a share of",
        expected: `one ${spell("force")}, or a claim of people, like 50,000`,
      },
      saved: {
        says: "a scenario file has room for one claim of each result, and --save would lose the others",
        expected: "one claim of each result, or no --save",
      },
      pace: {
        says: "losses are given only as a pace, so there is no total to compare the claim with",
        expected: `also ${spell("days", "90")} or ${spell("start")} and ${spell("end")}`,
      },
    })[because],
  "E-ZERO": ({ input, isWhole }, spell) =>
    isWhole
      ? {
          says: `${spell(input)} may be 100%, which would leave nothing to divide by`,
          expected: `${spell(input)} below 100%`,
        }
      : {
          says: `${spell(input)} may be 0, but the result is divided by it`,
          expected: `${spell(input)} above 0`,
        },
  "E-SHARE-FORCE": ({ input, because, labels }, spell) => ({
    says:
      because === "several"
        ? `${spell(input)} does not say which of the forces it is a share of`
        : `${spell(input)} names a force that was not given`,
    expected: whichForce(input, labels, spell),
  }),
  "E-UNITS-DIFFER": ({ of, first, second }, spell) => ({
    says: `${spell(of)} is in ${first}, but ${spell("per")} is in ${second}`,
    expected: `the same unit in both, like ${spell(of, `"1,000 ${printable(second)}"`)}`,
  }),
  "E-CHANGE": ({ of, because }, spell) => ({
    says: CHANGE[because](spell(of)),
    expected:
      because === "periods"
        ? "the same first and last day for both"
        : `running totals from one source with their dates: ${spell(of, "UK@2024-09-01=610,000")} and ${spell(of, "UK@2024-10-01=648,000")}`,
  }),
  "E-COVERAGE-SOURCE": ({ sources }, spell) => ({
    says: `${spell("coverage")} does not say which of the sources it belongs to`,
    expected: `a name before it: ${alternatives(sources)}, like ${spell("coverage", `"${printable(sources[0] ?? "")}=45%-65%"`)}`,
  }),
  "E-COVERAGE-CEILING": ({ figure, source }, spell) => ({
    says: `${spell("coverage")} was given for “${figure}”${source ? ` (${source})` : ""}, but a maximum is not a list of confirmed deaths`,
    expected: 'a count, or "at least" a count',
  }),
  "E-COVERAGE-ZERO": () => ({
    says: "a list of 0% of the deaths says nothing about their number",
    expected: "a coverage above 0%",
  }),
  "E-LISTS-LACK": ({ lacks, leftOut }, spell) => {
    if (leftOut) {
      const isOne = lacks === "list";
      return {
        says: `${KIND_WORDS[leftOut]} were left out, ${isOne ? "and nothing follows from the one list that is left" : `so there is no list left for ${spell("both")}`}`,
        expected: `no ${spell("without")}, or ${isOne ? "a second list of another kind" : `no ${spell("both")}`}`,
      };
    }
    return {
      list: {
        says: `nothing follows from one ${spell("list")} alone`,
        expected: `a second ${spell("list")}, and ${spell("both", "900")} for the people on both; or ${spell("killed")} with ${spell("coverage")}, if you know what share of all deaths is on the list`,
      },
      lists: {
        says: `${spell("both")} was given without two lists`,
        expected: `also ${spell("list", '"A=1,500"')} and ${spell("list", '"B=1,200"')}`,
      },
      both: {
        says: "it is not known how many people are on both lists",
        expected: `also ${spell("both", "900")}, the number of people on both`,
      },
    }[lacks];
  },
  "E-LISTS-MANY": ({ count }, spell) => ({
    says: `there are ${numberWord(count)} lists, and loss-calc estimates the killed from two; with more, how the lists depend on each other matters, and that takes a statistical model`,
    expected: `two of them with ${spell("both")}, or multiple systems estimation in a statistics program, with a log-linear or similar model`,
  }),
  "E-LISTS-WITH": ({ given }, spell) => ({
    says: `${spell(given)} was given together with ${spell("list")}, from which the killed are calculated`,
    expected: LISTS_WITH[given]?.(spell) ?? `no ${spell(given)}, or no ${spell("list")}`,
  }),
  "E-BOTH": (args, spell) =>
    args.because === "nobody"
      ? {
          says: `${spell("both")} may be 0, and two lists with nobody in common set no upper limit to the killed`,
          expected: `${spell("both")} above 0; without it, the killed are at least those of the longer list`,
        }
      : {
          says: `there would be more people on both lists (${args.both}) than on the list${args.source === undefined ? "" : ` of ${args.source}`} (${args.list})`,
          expected: `${spell("both")} with the people who are on both lists, no more than on either`,
        },
  "E-SOURCE-UNKNOWN": ({ name, sources, suggestion }) => ({
    says: `no source is called “${name}”${suggestion ? `; did you mean “${suggestion}”?` : ""}`,
    expected: `one of ${alternatives(sources)}`,
  }),
  "E-SOURCE-TWICE": ({ name, sources }) => ({
    says: `more than one source is called “${name}”`,
    expected: `one of ${alternatives(sources)}`,
  }),
  "E-WITHOUT": (args, spell) => {
    if (args.because === "all") {
      return {
        says: `nothing is left without ${list(args.kinds.map((kind) => KIND_WORDS[kind]))}`,
        expected: `no ${spell("without")}, or also a report of another kind`,
      };
    }
    if (args.because === "named") {
      return {
        says: `“${args.name}” was left out with the ${KIND_WORDS[args.kind]}, so ${spell(args.input)} has nothing to apply to`,
        expected: `no ${spell(args.input)}, or no ${spell("without")}`,
      };
    }
    const { kind, kinds, sources } = args;
    return {
      says: `no report is of the kind “${kind}”, so there is nothing to leave out`,
      expected:
        kinds.length > 0
          ? either(kinds.map((other) => spell("without", other)))
          : `what the sources are, like ${kindOf(printable(sources[0] ?? "Ukraine"), kind, spell)}`,
    };
  },
  "E-KIND": ({ found, of }, spell) =>
    of
      ? {
          says: `“${found}” is the source of ${spell(of)} only, and counts of a category have no kind of their own`,
          expected: `a source of ${spell("killed")}, ${spell("list")} or ${spell("casualties")}; its kind is then that of its other counts too`,
        }
      : {
          says: `“${printable(found)}” does not say what the source is`,
          expected: "SOURCE=KIND, like Ukraine=claim; the kinds are claim, estimate and confirmed",
        },
  "E-OVERLAP-EMPTY": ({ first, second }, spell) => ({
    says: `${first} and ${second} exclude each other, so there is no overlap`,
    expected: `${spell("combine", "envelope")}, or prefer=NAME`,
  }),
  "E-FORCE-ZERO": ({ label }) => ({
    says: `the force${label === undefined ? "" : ` (${label})`} is or may be 0, so no share of it can be calculated`,
    expected: "a force of at least 1",
  }),
} satisfies Partial<Words>;

const KIND_WORDS: Record<Kind, string> = {
  claim: "claims",
  estimate: "estimates",
  confirmed: "lists of confirmed deaths",
};

/** How to say what a source is: with an option, or in a scenario file. */
function kindOf(source: string, kind: Kind, spell: SpellInput): string {
  return spell === KEY ? `"kind": "${kind}" next to a report's "source"` : `--kind "${source}=${kind}"`;
}

/** What to do with an input that does not go with two lists. */
const LISTS_WITH: Partial<Record<InputName, (spell: SpellInput) => string>> = {
  killed: (spell) =>
    `${spell("list")} for figures that count the people on lists, or ${spell("killed")} for figures that count all killed; calculate each by itself and compare the results`,
  casualties: (spell) =>
    `${spell("ratio")} or counts of other losses next to ${spell("list")}; or calculate the killed first, and give them as ${spell("killed")} with ${spell("casualties")}`,
  coverage: (spell) =>
    `no ${spell("coverage")}, since two lists show how complete they are; or ${spell("killed")} with one list and its ${spell("coverage")}`,
  of: (spell) =>
    `lists of that part alone and no ${spell("of")}; or calculate the killed first, and give them as ${spell("killed")} with ${spell("of")}`,
  combine: (spell) => `no ${spell("combine")}, since lists are not rival figures`,
};

/** What each input would add, for those who do not know its name. */
const ADDED: Partial<Record<InputName, (others: string) => string>> = {
  ratio: (others) => ` (${others} for each person killed)`,
  died: () => " (the share of the casualties who died)",
  days: () => " (how long the losses took)",
};

/** Why an input means nothing by itself. */
const WHY_NEEDED: Partial<Record<InputName, (needs: readonly InputName[]) => string>> = {
  coverage: () => ", but coverage applies only to a list of confirmed deaths",
  of: () => ", but it is a part of the killed",
  start: () => ", so the period has no end",
  end: () => ", so the period has no beginning",
  recruits: () => ", but recruits are compared with losses over a period",
  pace: () => ", but a pace is only used to say when a target is reached",
  until: ([need]) => WHY_UNTIL[need!] ?? ", so there is no pace to go by",
};

const WHY_UNTIL: Partial<Record<InputName, string>> = {
  force: ", but it is a share of the force",
  per: ", so there is no amount so far",
};

/** What to type for an input that is missing. */
const SAMPLE: Partial<Record<InputName, string>> = {
  killed: "7000",
  force: "150000",
  days: "90",
  start: "2022-02-24",
  end: "2022-03-16",
  asOf: "2022-03-16",
  per: '"2,356 km2"',
  until: "100%",
  pace: '"92 a day"',
};

/** Only a share by itself can name its force. */
function whichForce(input: InputName, labels: readonly string[], spell: SpellInput): string {
  if (input !== "share") return `one ${spell("force")}`;
  if (labels.length === 0) {
    return `a name for each force, like ${spell("force", '"Wagner=50,000"')} with ${spell("share", '"Wagner=38%"')}`;
  }
  const first = spell("share", `"${printable(labels[0]!)}=38%"`);
  return `a name before it: ${alternatives(labels)}, like ${first}`;
}

const CHANGE: Record<ProblemArgs["E-CHANGE"]["because"], (of: string) => string> = {
  sources: (of) => `a change is calculated from one source, but the figures for ${of} are from several`,
  dates: (of) => `a change is measured between two days, but a figure for ${of} has no date, or only a month or a year`,
  "one day": (of) => `two figures for ${of} have the same date`,
  one: (of) => `a change needs at least two totals from one source, but there is only one figure for ${of}`,
  periods: (of) => `the totals for ${of} have different dates from the other totals`,
};

function spelled(inputs: readonly InputName[], spell: SpellInput): string {
  return list(inputs.map((input) => spell(input)));
}

/** "one day", "91 days" */
function days(count: number): string {
  return count === 1 ? "one day" : `${count} days`;
}
