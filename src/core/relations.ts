import { CATEGORIES, type Category } from "./categories.ts";
import { type Formula, isName, parseFormula, tokensOf } from "./formula.ts";
import { perKilled } from "./quantities.ts";

/** One formula, for the quantity before its equals sign. */
export interface Relation {
  readonly of: string;
  /**
   * A term with question marks is left out if it is unknown: with two ("captured??") always, with one ("wounded?") as
   * long as another term with one question mark is known.
   */
  readonly tokens: readonly string[];
  /** The quantities that must all be known, and those of which at least one must be known. */
  readonly needs: readonly string[];
  readonly some: readonly string[];
}

/** "Casualties" is the word in reports, "out of action" in results. A ratio is the number of others per killed. */
export const ALIASES: Readonly<Record<string, string>> = { casualties: "out of action", ratio: "others per killed" };

const each = (line: (category: Category) => string) => CATEGORIES.map(line);
const anyOf = (line: (category: Category) => string, sign = " + ") => each(line).join(sign);
const PARTS = anyOf((category) => `${category}?`);
const MULTIPLIERS = anyOf((category) => `${perKilled(category)}?`);
const COUNTS = anyOf((category) => `${category}??`, " − ");

const byRate = (loss: string, name: string) => [
  `${loss} = ${name} a day × days`,
  `${loss} = ${name} per head a day × force × days`,
];

/**
 * From what is given to what is not. For each quantity, the first line whose inputs are known is used. A line whose
 * inputs depend on the same figures is skipped if there is another whose inputs do not.
 */
export const RELATIONS = relations(
  // The Lincoln–Petersen estimate: the second list has the same share of everyone as it has of the first list.
  "killed = first list × second list ÷ on both lists",
  "casualties = killed × (1 + ratio)",
  "killed = casualties ÷ (1 + ratio)",
  "killed = casualties × share who died",
  "casualties = killed ÷ share who died",
  "killed = others ÷ ratio",
  "killed = others × share who died ÷ (1 − share who died)",
  `killed = (casualties − ${COUNTS}) ÷ (1 + ${MULTIPLIERS})`,
  "killed = casualties − others",
  "others = killed × ratio",
  "others = casualties − killed",
  `others = ${anyOf((category) => category)}`,
  "casualties = killed + others",
  "ratio = others ÷ killed",
  "ratio = (1 − share who died) ÷ share who died",
  "share who died = killed ÷ casualties",
  "share who died = 1 ÷ (1 + ratio)",
  ...each((category) => `${category} = killed × ${perKilled(category)}`),
  ...each((category) => `${perKilled(category)} = ${category} ÷ killed`),
  ...byRate("casualties", "losses"),
  "casualties = share × force",
  "force = casualties ÷ share",
  "share = out of action ÷ force",
  "share = losses per head a day × days",
  ...["killed", ...CATEGORIES].map((loss) => `${loss} = ${loss} share × force`),
  ...["killed", ...CATEGORIES].flatMap((loss) => byRate(loss, loss)),
  "losses a day = out of action ÷ days",
  "losses a day = losses per head a day × force",
);

/** If no statement gives the total, it is the sum of the known losses. */
export const TOTALS = relations(
  `others = ${PARTS}`,
  "net = killed + wounded × (1 − returned) + captured?? + missing?? + deserted??",
  "casualties = others",
  "casualties = killed",
);

/** What follows from the rest, but leads to nothing else. */
export const CONSEQUENCES = relations(
  `not broken down = others − (${PARTS})`,
  "casualties per killed = casualties ÷ killed",
  "casualties per killed = 1 + ratio",
  "net = casualties − wounded × returned",
  "net = casualties − others × returned",
  "net share = net ÷ force",
  "killed share = killed ÷ force",
  "killed a day = killed ÷ days",
  "losses in 30 days = losses a day × 30",
  "losses per 1,000 a day = 1000 × losses a day ÷ force",
  "losses per unit = casualties ÷ amount",
  "recruits = recruits a day × days",
  "recruits = recruits counted + recruits paced × days",
  "recruits a day = recruits ÷ days",
  "recruits per loss = recruits ÷ casualties",
  "balance = recruits − net",
  "balance = recruits − casualties",
  "balance a day = balance ÷ days",
  "force at the end = force + balance",
  "pace = losses a day",
  "target = target share × force",
  "target from now = target share from now × force",
  "days to go = target from now ÷ (pace − recruits a day??)",
  "days to go = target amount ÷ (amount ÷ days)",
  "lost so far = casualties",
  "days to go = (target − lost so far + recruits??) ÷ (pace − recruits a day??)",
  "further losses = target amount × losses per unit",
);

/** The killed by one source, before sources are combined: a list covers only a part of them. */
export const FROM_LIST = formulaOf("confirmed ÷ coverage");

/** The killed by one source, if only a part of them is asked for. */
export const PART_OF = formulaOf("reported × part");

/** A formula whose quantities are all known. */
export function formulaOf(text: string): Formula {
  return parseFormula(tokensOf(text), ALIASES, () => true)!;
}

function relations(...lines: readonly string[]): readonly Relation[] {
  return lines.map((line) => {
    const [of, formula] = line.split(" = ") as [string, string];
    const tokens = tokensOf(formula);
    const names = tokens.filter(isName);
    const quantityName = (name: string) => ALIASES[name] ?? name;
    return {
      of: quantityName(of),
      tokens,
      needs: names.filter((name) => !name.endsWith("?")).map(quantityName),
      some: names.filter((name) => /[^?]\?$/.test(name)).map((name) => quantityName(name.slice(0, -1))),
    };
  });
}
