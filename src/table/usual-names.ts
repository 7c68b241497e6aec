import { FIGURES, type FigureRole, type RangeRole } from "./roles.ts";

/** UCDP's battle deaths, which count all sides. */
const BATTLE_DEATHS = { killed_low: "bd_low", killed_best: "bd_best", killed_high: "bd_high" } as const;

/**
 * Usual names of columns that mean the same as one of our roles. The columns of a figure's ends have a word after the
 * name.
 */
export const USUAL_NAMES = {
  killed: [
    "deaths",
    "dead",
    "died",
    "fatalities",
    "kia",
    "killed_in_action",
    "total_deaths",
    "total_killed",
    "total_fatalities",
  ],
  casualties: ["losses", "total_casualties", "total_losses"],
  wounded: ["injured", "injuries", "hurt", "wia", "wounded_in_action"],
  captured: ["pow", "pows", "prisoners", "prisoners_of_war", "captured/pow"],
  missing: ["mia", "missing_in_action"],
  deserted: ["deserters", "desertions"],
  killed_wounded: ["kw", "killed_and_wounded", "killed_or_wounded", "dead_and_wounded"],
  captured_missing: [
    "missing_captured",
    "captured_or_missing",
    "missing_or_captured",
    "captured_and_missing",
    "missing_and_captured",
    "pow_mia",
    "mia_pow",
  ],
  force: [
    "strength",
    "troops",
    "manpower",
    "army_size",
    "total_force",
    "troops_engaged",
    "force_size",
    "force_strength",
    "troop_strength",
  ],
} as const;

type NamedRole = keyof typeof USUAL_NAMES;
export type UsualRole = NamedRole | RangeRole;

/** The words after the name of a figure that make it an end of its range. */
export const END_WORDS = { low: ["low", "min"], best: ["best"], high: ["high", "max"] } as const;

/** Every usual name of each role. */
export const USUAL: ReadonlyMap<UsualRole, readonly string[]> = new Map<UsualRole, readonly string[]>([
  ...(Object.entries(USUAL_NAMES) as [NamedRole, readonly string[]][]),
  ...FIGURES.flatMap((role) => (["low", "best", "high"] as const).map((end) => endNames(role, end))),
]);

function endNames(role: FigureRole, end: keyof typeof END_WORDS): [RangeRole, readonly string[]] {
  const own: RangeRole = `${role}_${end}`;
  const names = [role, ...(USUAL_NAMES[role] as readonly string[])].flatMap((name) =>
    END_WORDS[end].map((word) => `${name}_${word}`),
  );
  return [
    own,
    [...names.filter((name) => name !== own), ...(role === "killed" ? [BATTLE_DEATHS[`killed_${end}`]] : [])],
  ];
}

/** A name without its case, spaces, hyphens, underscores, slashes and dots. */
function plainName(name: string): string {
  return name.toLowerCase().replace(/[\s_\-/.]/g, "");
}

const ROLE_BY_NAME = new Map(
  [...USUAL].flatMap(([role, names]) => [role, ...names].map((name) => [plainName(name), role])),
);

/** What a column of that name usually holds; undefined if it may be anything. */
export function usualRole(name: string): UsualRole | undefined {
  return ROLE_BY_NAME.get(plainName(name));
}

const BATTLE_DEATH_NAMES = Object.values(BATTLE_DEATHS).map(plainName);

export function isBattleDeaths(name: string): boolean {
  return BATTLE_DEATH_NAMES.includes(plainName(name));
}

/** Names of columns that describe a single person, without their separators. */
const OF_PERSON =
  /^(?:age|sex|gender|dob|born|rank|nationality|victims?|(?:first|last|full|family|given|sur)name|names?(?:of)?(?:victim|person|soldier|deceased)|(?:date|place|year)of(?:birth|death)|birth(?:date|day|year)|deathdate|ageatdeath)$/;

/** Whether a column describes a single person, so that each row may be one person. */
export function isOfPerson(name: string): boolean {
  return OF_PERSON.test(plainName(name));
}

/** Words in the name of a column that probably holds losses, in singular and plural. */
const LOSS_WORDS: readonly (readonly [RegExp, NamedRole])[] = [
  [/^(?:killed|kia|dead|deaths?|died|fatal|fatalit(?:y|ies)|deceased)$/, "killed"],
  [/^(?:wounded|wia|injur(?:ed|y|ies)|hurt)$/, "wounded"],
  [/^(?:captured|pows?|prisoners?|surrendered|miapow|powmia)$/, "captured"],
  [/^(?:missing|mia|miapow|powmia)$/, "missing"],
  [/^(?:deserted|deserters?|desertions?)$/, "deserted"],
  [/^(?:casualt(?:y|ies)|losses)$/, "casualties"],
];

/**
 * Words in the name of a column that holds something else about losses, or losses of equipment, and not a number of
 * people.
 */
const OTHER_WORDS =
  /^(?:guns?|cannons?|artillery|tanks?|vehicles?|aircraft|planes?|ships?|weapons?|equipment|horses?|age|by|on|at|per|date|day|time|name|names|source|sources|id|url|link|note|notes|comment|comments|text|type|cause|place|location|where|rate|ratio|share|percent|percentage|pct|code|flag)$/;

/** What a column may hold if the words of its name look like a loss; empty if they do not. */
export function lossRoles(name: string): readonly NamedRole[] {
  const words = name
    .replace(/(\p{Ll})(?=\p{Lu})/gu, "$1 ")
    .toLowerCase()
    .split(/[^\p{L}]+/u);
  // "killed*" says how exact another column is, and est_killed_low was added by an earlier run.
  if (/^est_|\*$/.test(name) || words.some((word) => OTHER_WORDS.test(word))) return [];
  return LOSS_WORDS.flatMap(([pattern, role]) => (words.some((word) => pattern.test(word)) ? [role] : []));
}
