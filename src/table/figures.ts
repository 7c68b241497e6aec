import type { Figure } from "../core/figure.ts";
import { INPUTS } from "../notation/inputs.ts";
import type { FigureRole } from "./roles.ts";

/** Words, then one number in digits, perhaps in groups. */
const HEDGED = /^(\D*)([1-9]\d{0,2}(?:,\d{3}){0,3}|[1-9]\d{3,11})$/;

/** Far more kinds of cells than any table has. */
const MOST_KINDS = 1000;

/** The figure of a cell that holds a figure and nothing else: no rate, no multiplier, and no name before it. */
export function cellFigure(role: FigureRole, text: string): Figure | undefined {
  const { figure, kind = "count", ...others } = (INPUTS[role].cell?.(text) ?? {}) as CellValue;
  return kind === "count" && Object.values(others).every((other) => other === undefined) ? figure : undefined;
}

interface CellValue {
  readonly figure?: Figure;
  readonly kind?: string;
}

/** Reads the figures of a column, or of the columns of its ends. */
export class Figures {
  /** The last figures, since both ways to compute a row may read them. */
  readonly #last: { text: string; figure: Figure | undefined; error: unknown }[] = [];
  /** What the words before a number with that many digits say about it. The rows of a table repeat them. */
  readonly #kinds = new Map<string, Figure | undefined>();

  /**
   * Takes the parser of a single text. It returns undefined for text that is not a figure, but something else that is
   * allowed in such a cell.
   */
  constructor(private readonly parse: (text: string) => Figure | undefined) {}

  /** Reads a figure in any notation. Throws InputError. */
  read(text: string): Figure {
    const { figure, error } = this.#find(text);
    if (figure === undefined) throw error;
    return figure;
  }

  /** The same, except for its text; undefined for anything that needs a closer look. */
  plain(written: string): Figure | undefined {
    const text = written.trim();
    const [, words, digits] = HEDGED.exec(text) ?? [];
    if (words === undefined || digits === undefined) return this.#closely(text);
    const kind = `${words}${digits.length} ${digits.includes(",")}`;
    if (!this.#kinds.has(kind)) {
      const figure = this.#closely(text);
      if (this.#kinds.size < MOST_KINDS) this.#kinds.set(kind, figure?.low === figure?.high ? figure : undefined);
      return figure;
    }
    const like = this.#kinds.get(kind);
    if (!like) return this.#closely(text);
    const people = Number(digits.replaceAll(",", ""));
    return { ...like, low: people, high: people };
  }

  #closely(text: string): Figure | undefined {
    const { figure } = this.#find(text);
    return figure && !figure.vague && !figure.dropped && !figure.confirmed && !figure.only ? figure : undefined;
  }

  #find(text: string): { readonly figure: Figure | undefined; readonly error: unknown } {
    const known = this.#last.find((read) => read.text === text);
    if (known) return known;
    let [figure, error]: [Figure | undefined, unknown] = [undefined, undefined];
    try {
      figure = this.parse(text);
    } catch (thrown) {
      error = thrown;
    }
    const read = { text, figure, error };
    // A row has at most a low, a best and a high figure.
    if (this.#last.length === 3) this.#last.shift();
    this.#last.push(read);
    return read;
  }
}
