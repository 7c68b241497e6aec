import { CATEGORIES, type Category, isPairName } from "../categories.ts";
import type { AsOf } from "../dates.ts";
import { refuse } from "../errors.ts";
import type { Estimate } from "../estimate.ts";
import { exact, type Figure } from "../figure.ts";
import type { InputName } from "../inputs.ts";
import type { Page } from "../named.ts";
import type { Span } from "../period.ts";
import { QUANTITIES } from "../quantities.ts";
import type { Range, Unit } from "../range.ts";
import { Rational } from "../rational.ts";
import { QUANTITY_OF } from "../result-names.ts";
import { resultOf } from "../results.ts";
import { quotientOf, scaled } from "./arithmetic.ts";

/** What is compared with something else, or added up: a side, a date of a side, a part of it, or a past war. */
export interface Subject {
  /** Its name, which no other subject of the comparison has. */
  readonly name: string;
  /** What tables and headings call it, if not by its name. */
  readonly title?: string | undefined;
  readonly estimate: Estimate;
  /** Inputs that were given once for all subjects, such as one ratio, so that they have one value. */
  readonly common?: readonly InputName[] | undefined;
  /** The population that its losses are compared with. */
  readonly population?: Figure | undefined;
  /** Set for a case of the historical record, or of the user's own. */
  readonly past?: PastWar | undefined;
}

/** How the source of a past war defines its counts, and the documents that they are from, each with its counts in words. */
export interface PastWar {
  /** "United States, Korean War, 1950-1953". */
  readonly title?: string | undefined;
  /** The war that its counts are from, as the record calls it. */
  readonly war?: string | undefined;
  /** Whom it counts as killed, as the record classes it. */
  readonly killedBasis?: string | undefined;
  readonly killedMeans?: string | undefined;
  readonly woundedMeans?: string | undefined;
  /** Who is in two of its counts. */
  readonly countedTwice?: string | undefined;
  /** The days that its counts are from. */
  readonly span?: Span | undefined;
  readonly documents?: readonly { readonly of: string; readonly page: Page }[] | undefined;
  /** It is in the user's file, not in the record. */
  readonly isOwn?: boolean | undefined;
}

/** The date of a subject: that of its estimate, or the latest of its reports. */
export function dateOf({ estimate }: Subject): AsOf | undefined {
  const { asOf, end } = estimate.scenario;
  const dated = estimate.combinations.flatMap(({ used }) => used.flatMap((account) => account.asOf ?? []));
  return asOf ?? end ?? dated.reduce<AsOf | undefined>((a, b) => (a && a.to >= b.to ? a : b), undefined);
}

/** Whether one count of a subject has both the captured and the missing. */
export function countsMissingAsCaptured({ estimate }: Subject): boolean {
  const { captured = [] } = estimate.scenario;
  return captured.length > 0 && captured.every(({ source }) => source !== undefined && isPairName(source));
}

/** Refuses subjects whose killed are only a part of all killed, such as the fighters among them. */
export function refusePartsOfKilled(subjects: readonly Subject[]): void {
  const part = subjects.find(({ estimate }) => estimate.scenario.of);
  if (part)
    refuse({ code: "E-COMPARE", args: { because: "part", names: [part.name, part.estimate.scenario.of!.label] } });
}

/** A quantity by which subjects are compared. */
export interface ComparedQuantity {
  /** Its key in JSON. */
  readonly key: string;
  /** Its name in tables. */
  readonly name: string;
  readonly unit: Unit;
  /** It counts people, or people per something, so that one subject can have several times as many as another. */
  readonly isCount: boolean;
  /** It counts people, so it can be added up if no two subjects count the same ones. */
  readonly isSum: boolean;
  /** The value of a subject; undefined if it is not known. */
  readonly of: (subject: Subject) => Range | undefined;
}

const THOUSAND = Rational.of(1000);
const MONTH = Rational.of(30);

/** Keys that would have a dot in them. */
const KEYS: Readonly<Record<string, string>> = { "implied.wounded": "woundedPerKilled" };

/** A result of an estimate, under the name that it has there. */
function result(key: string, isCount: boolean, isSum = false): ComparedQuantity {
  const name = QUANTITY_OF.get(key)!;
  const { unit } = QUANTITIES.get(name)!;
  return { key: KEYS[key] ?? key, name, unit, isCount, isSum, of: ({ estimate }) => resultFor(key, estimate) };
}

/** One kind of loss alone is not all who are out of action. */
const OF_ALL = /^(?:others|outOfAction|perDay|per30Days|perThousandPerDay|share)$/;

function resultFor(key: string, estimate: Estimate): Range | undefined {
  if (OF_ALL.test(key) && estimate.covers.length === 1) return undefined;
  if (key === "force") return estimate.solution.get("force");
  return resultOf(estimate, key);
}

/** Losses per 1,000 of the force, which is another way to write their share of it. */
function perThousandTroops(loss: "killed" | "outOfAction"): ComparedQuantity {
  const share = loss === "killed" ? "killedShare" : "share";
  return perThousand(`${loss}Per1000`, loss, "troops", ({ estimate }) => resultFor(share, estimate));
}

function perThousandPeople(loss: "killed" | "outOfAction"): ComparedQuantity {
  return perThousand(`${loss}Per1000People`, loss, "people", ({ estimate, population }) => {
    const losses = resultFor(loss, estimate);
    return losses && population && quotientOf(losses, exact(population));
  });
}

function perThousand(key: string, loss: string, whom: string, shareOf: ComparedQuantity["of"]): ComparedQuantity {
  return {
    key,
    name: `${loss === "killed" ? loss : "losses"} per 1,000 ${whom}`,
    unit: "perThousand",
    isCount: true,
    isSum: false,
    of: (subject) => {
      const share = shareOf(subject);
      return share && scaled(share, THOUSAND);
    },
  };
}

const KILLED_IN_A_MONTH: ComparedQuantity = {
  key: "killedPer30Days",
  name: "killed in 30 days",
  unit: "people",
  isCount: true,
  isSum: false,
  of: ({ estimate }) => {
    const pace = resultFor("killedPerDay", estimate);
    return pace && scaled(pace, MONTH);
  },
};

/** Every quantity by which subjects are compared, in the order in which it is listed. */
export const COMPARED: readonly ComparedQuantity[] = [
  result("killed", true, true),
  ...CATEGORIES.map((category: Category) => result(category, true, true)),
  result("others", true, true),
  result("outOfAction", true, true),
  result("net", true, true),
  result("ratio", false),
  result("implied.wounded", false),
  result("shareWhoDied", false),
  result("force", true, true),
  result("share", false),
  perThousandTroops("killed"),
  perThousandTroops("outOfAction"),
  perThousandPeople("killed"),
  perThousandPeople("outOfAction"),
  result("days", false),
  result("killedPerDay", true),
  result("perDay", true),
  KILLED_IN_A_MONTH,
  result("per30Days", true),
  result("perThousandPerDay", true),
  result("recruits", true, true),
];
