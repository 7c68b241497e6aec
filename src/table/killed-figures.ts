import { collect } from "../core/errors.ts";
import type { Figure } from "../core/figure.ts";
import { parseFigure } from "../notation/figure.ts";

const KILLED = { counted: "killed" } as const;

/** Reads the figures of killed. The last texts are kept, since both ways to compute a row may read them. */
export class KilledFigures {
  readonly #last: { text: string; figure: Figure | undefined; error: unknown }[] = [];

  /** A figure in any notation. Throws InputError. */
  read(text: string): Figure {
    const known = this.#last.find((read) => read.text === text) ?? this.#readNew(text);
    if (known.figure === undefined) throw known.error;
    return known.figure;
  }

  /** The same if its ends are closed; undefined for all that needs a closer look. */
  closed(text: string): Figure | undefined {
    const figure = collect([], () => this.read(text.trim()));
    return figure && !figure.openLow && !figure.openHigh && !figure.dropped && !figure.confirmed ? figure : undefined;
  }

  #readNew(text: string): { readonly figure: Figure | undefined; readonly error: unknown } {
    let [figure, error]: [Figure | undefined, unknown] = [undefined, undefined];
    try {
      figure = parseFigure(text, KILLED);
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
