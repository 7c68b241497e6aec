import type { Problem } from "../core/errors.ts";
import type { Dimensions } from "../render/svg/picture.ts";
import { formatByName } from "./file-format.ts";
import type { GivenOptions } from "./given.ts";

/** A size in pixels, as people write it: 1200x675, "1200 × 675". */
const SIZE = /^\s*(\d{2,5})\s*[x×X*]\s*(\d{2,5})\s*$/;

/** The size that is asked for; undefined if there is none, or if it cannot be read. */
export function dimensionsFrom(given: GivenOptions): Dimensions | undefined {
  const [, width, height] = SIZE.exec(given.value("--dimensions") ?? "") ?? [];
  return width === undefined ? undefined : { width: Number(width), height: Number(height) };
}

/** A size that cannot be read, or that nothing has. */
export function pictureProblems(given: GivenOptions): Problem[] {
  const text = given.value("--dimensions");
  if (text === undefined) return [];
  if (!dimensionsFrom(given)) return [{ code: "E-DIMENSIONS", args: { found: text }, at: { option: "--dimensions" } }];
  const format = given.value("--format") ?? formatByName(given.outputFile() ?? "");
  if (format === "svg") return [];
  return [{ code: "E-OPTIONS-CLASH", args: { options: ["--dimensions", "--format svg"], why: "no picture" } }];
}
