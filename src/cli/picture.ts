import type { Problem } from "../core/errors.ts";
import type { Dimensions } from "../render/svg/picture.ts";
import type { GivenOptions } from "./given.ts";

/** A size in pixels, as people write it: 1200x675, "1200 × 675". */
const SIZE = /^\s*([1-9]\d{2,4})\s*[x×X*]\s*([1-9]\d{2,4})\s*$/;

/** The name of a picture that another program makes from an SVG. */
export const PICTURE_NAME = /\.(?:png|jpe?g|gif|webp|tiff?|pdf|eps)$/i;

/** The size that is asked for; undefined if there is none, or if it cannot be read. */
export function dimensionsFrom(given: GivenOptions): Dimensions | undefined {
  const [, width, height] = SIZE.exec(given.value("--dimensions") ?? "") ?? [];
  return width === undefined ? undefined : { width: Number(width), height: Number(height) };
}

/** A size that cannot be read, or that nothing has, since the output is no picture. */
export function pictureProblems(given: GivenOptions, format: string): Problem[] {
  const text = given.value("--dimensions");
  if (text === undefined) return [];
  if (!dimensionsFrom(given)) return [{ code: "E-DIMENSIONS", args: { found: text }, at: { option: "--dimensions" } }];
  // Another kind of picture is a mistake of its own.
  const isMeant = PICTURE_NAME.test(given.outputFile() ?? "");
  const isPicture = isMeant || (format === "svg" && !given.has("--quote") && !given.has("--value"));
  const args = { options: ["--dimensions", "--format svg"], why: "no picture" } as const;
  return isPicture ? [] : [{ code: "E-OPTIONS-CLASH", args }];
}
