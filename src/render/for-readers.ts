import type { Subject } from "../core/compare/quantities.ts";
import { estimate as calculated, type Estimate, estimateOfOne } from "../core/estimate.ts";
import type { Ratio } from "../core/figure.ts";
import type { CategoryLoss } from "../core/inputs.ts";
import { givenCategories, givenRatios } from "../core/scenario.ts";
import { withArticle } from "./article.ts";
import { withoutBrackets } from "./remark.ts";

/**
 * The same estimate for readers of a page or a picture. The ratio of a past war is called by its title, since "us-korea"
 * is only a name to type. What the user named stays as it is.
 */
export function estimateForReaders(estimate: Estimate, calculate = calculated): Estimate {
  const { asGiven } = estimate;
  const titles = givenRatios(asGiven).flatMap(([input, ratio]) => {
    const title = titleOf(ratio);
    return title === undefined ? [] : [{ input, text: ratio.text, title }];
  });
  if (titles.length === 0) return estimate;
  const { ratio, replaced } = asGiven;
  return calculate({
    ...asGiven,
    ...(ratio && { ratio: withTitle(ratio) }),
    ...Object.fromEntries(givenCategories(asGiven).map(([category]) => [category, asGiven[category]?.map(titledLoss)])),
    replaced: replaced?.map((each) => {
      const known = titles.find(({ input, text }) => input === each.input && text === each.to);
      return known ? { ...each, to: known.title } : each;
    }),
  });
}

function titledLoss(loss: CategoryLoss): CategoryLoss {
  return loss.kind === "multiplier" ? { ...loss, ratio: withTitle(loss.ratio) } : loss;
}

function withTitle(ratio: Ratio): Ratio {
  const { named } = ratio;
  const title = titleOf(ratio);
  return title === undefined || named?.kind !== "case"
    ? ratio
    : { ...ratio, text: title, named: { ...named, name: title, typed: named.name } };
}

/** "United States, Iraq War, Operation Iraqi Freedom, 2003-2010", which may be in brackets. */
function titleOf({ named }: Ratio): string | undefined {
  return named?.kind === "case" && named.title !== undefined ? withoutBrackets(named.title) : undefined;
}

/**
 * The same subjects for readers: a past war has its title in tables, and in sentences a name that follows from it. Those
 * of one title have numbers.
 */
export function subjectsForReaders(subjects: readonly Subject[]): Subject[] {
  const titleIn = ({ past }: Subject) => past?.title;
  return subjects.map((subject) => {
    const estimate = estimateForReaders(subject.estimate, estimateOfOne);
    const title = titleIn(subject);
    if (title === undefined) return { ...subject, estimate };
    const alike = subjects.filter((other) => titleIn(other) === title);
    const number = alike.length > 1 ? ` (${alike.indexOf(subject) + 1})` : "";
    return { ...subject, estimate, name: pastWarName(title) + number, title: withWarInBrackets(title) + number };
  });
}

/** A past war in a sentence, by its title: "the United States (Korean War, 1950-1953)". */
export function pastWarName(title: string): string {
  return withArticle(withWarInBrackets(title));
}

function withWarInBrackets(title: string): string {
  const [side = "", ...war] = withoutBrackets(title).split(", ");
  return war.length > 0 ? `${side} (${war.join(", ")})` : side;
}
