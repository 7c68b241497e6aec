import { refuse } from "../core/errors.ts";
import { columnFor } from "./named-column.ts";
import type { RowCells } from "./read/records.ts";

/** The columns of the figures in a table where another column says what they count: one figure, or its ends. */
export const FIGURE_PARTS = ["figure", "low", "best", "high"] as const;
export type FigurePart = (typeof FIGURE_PARTS)[number];

/** The names of these columns. */
export type FigureColumns = Readonly<Partial<Record<FigurePart, string>>>;

const FIGURE = "(?:estimated?|estimates|figures?|values?|numbers?|counts?|people|persons)";
const ENDS: Readonly<Record<Exclude<FigurePart, "figure">, string>> = {
  low: "(?:low|lower|min|minimum)",
  best: "(?:best|central)",
  high: "(?:high|upper|max|maximum)",
};

/** Names such as "estimate_low", "low estimate", "min" and "value", without their separators. */
const NAMES: Readonly<Record<FigurePart, RegExp>> = {
  figure: new RegExp(`^${FIGURE}$`),
  low: nameOf("low"),
  best: nameOf("best"),
  high: nameOf("high"),
};

function nameOf(end: keyof typeof ENDS): RegExp {
  return new RegExp(`^(?:${FIGURE}?${ENDS[end]}|${ENDS[end]}${FIGURE})$`);
}

/** Whether a column of that name usually holds a figure, or that end of it. */
export function isNameOf(part: FigurePart, column: string): boolean {
  return NAMES[part].test(column.toLowerCase().replace(/[\s_\-/.]/g, ""));
}

/**
 * Finds the columns of the figures, by their names or as --map names them. Throws InputError if there is none, or if
 * several have such a name.
 */
export function figureColumns(records: RowCells, asked: ReadonlyMap<FigurePart, string>): FigureColumns {
  const header = records.header.map((name) => name.trim());
  const mapped = new Set(asked.values());
  const found: Partial<Record<FigurePart, string>> = {};
  for (const part of FIGURE_PARTS) {
    const name = asked.get(part);
    if (name !== undefined) {
      if (name !== "") {
        columnFor("--map", name, records);
        found[part] = name;
      }
      continue;
    }
    const [first, second] = header.filter((heading) => !mapped.has(heading) && isNameOf(part, heading));
    if (first !== undefined && second !== undefined) {
      refuseTwo(part, first, second);
    }
    if (first !== undefined) found[part] = first;
  }
  if (found.figure && found.best && !asked.has("figure")) {
    if (!asked.has("best")) refuseTwo("best", found.figure, found.best);
    delete found.figure;
  }
  if (Object.keys(found).length === 0) {
    refuse({ code: "E-ROLE-FIGURES", args: { columns: header }, at: { option: "--role" } });
  }
  return found;
}

function refuseTwo(column: FigurePart, first: string, second: string): never {
  refuse({ code: "E-COLUMN-TWICE", args: { column, columns: [first, second] } });
}
