import type { Outline } from "./outline.ts";
import type { Section } from "./sections.ts";
import type { Sheet } from "./sheet.ts";
import type { Source } from "./sources.ts";

/** How the parts of a page are written in a markup language. Their texts are escaped, since a name can be anything. */
export interface Markup {
  readonly text: (text: string) => string;
  readonly strong: (text: string) => string;
  /** One item of a list. */
  readonly item: (text: string) => string;
  /** One source in a list of them. */
  readonly source: (source: Source) => string;
  readonly sheet: (sheet: Sheet, caption?: string) => string;
}

/** The table of an estimate with every cell filled in. */
export function filledSheet({ heading, forces, rows }: Outline): Sheet {
  const heads = ["", "", heading, ...forces.map((force) => `share of ${force}`)];
  return {
    heads,
    rows: rows.map(({ quantity, basis, value, shares }) => [
      quantity,
      basis,
      value,
      ...forces.map((_, index) => shares[index] ?? ""),
    ]),
    numbers: heads.map((_, index) => index > 1),
    whole: rows.map(({ whole }) => whole),
  };
}

/** The sections without their sources, up to the working and from there on. The sources go in between. */
export function aroundSources(sections: readonly Section[]): [Section[], Section[]] {
  const others = sections.filter((section) => !(section.kind === "list" && section.isOfSources));
  const working = others.findIndex(({ kind }) => kind === "steps");
  return working < 0 ? [others, []] : [others.slice(0, working), others.slice(working)];
}
