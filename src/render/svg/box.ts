import type { Markup } from "./markup.ts";

/** A rectangle on the picture, in its units. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A chart that knows how much room it needs, but not yet where it is. */
export interface Fitted {
  /** The height that suits it, the height in which it is still good, and the least that it can be drawn in. */
  readonly natural: number;
  readonly good: number;
  readonly least: number;
  draw(box: Box): Markup[];
}
