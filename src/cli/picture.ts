import { extname } from "node:path";
import type { Problem } from "../core/errors.ts";
import { printable } from "../notation/characters.ts";
import type { Dimensions } from "../render/svg/picture.ts";
import { formatByName } from "./file-format.ts";
import type { GivenOptions } from "./given.ts";

/** Pictures of pixels, which other programs make from ours. */
const PIXELS = new Set([".png", ".jpg", ".jpeg", ".gif", ".webp", ".pdf"]);

/** A size in pixels, as people write it: 1200x675, "1200 × 675". */
const SIZE = /^\s*(\d{2,5})\s*[x×X*]\s*(\d{2,5})\s*$/;

/** The size that is asked for; undefined if there is none, or if it cannot be read. */
export function dimensionsFrom(given: GivenOptions): Dimensions | undefined {
  const [, width, height] = SIZE.exec(given.value("--dimensions") ?? "") ?? [];
  return width === undefined ? undefined : { width: Number(width), height: Number(height) };
}

/** A size that cannot be read or that nothing has, and files that we don't write. */
export function pictureProblems(given: GivenOptions): Problem[] {
  const file = given.outputFile();
  const format = given.value("--format");
  const isPicture = format === "svg" || (format === undefined && file !== undefined && formatByName(file) === "svg");
  return [...fileProblems(file, format), ...sizeProblems(given, isPicture)];
}

function fileProblems(file: string | undefined, format: string | undefined): Problem[] {
  const ending = extname(file ?? "").toLowerCase();
  if (file === undefined || !PIXELS.has(ending) || (format !== undefined && format !== "svg")) return [];
  const picture = `${file.slice(0, -ending.length)}.svg`;
  const args = { format: ending.slice(1).toUpperCase(), picture: printable(picture) };
  return [{ code: "E-PICTURE-FILE", args, at: { option: "--output" }, tries: [picture] }];
}

function sizeProblems(given: GivenOptions, isPicture: boolean): Problem[] {
  const text = given.value("--dimensions");
  if (text === undefined) return [];
  if (!dimensionsFrom(given)) return [{ code: "E-DIMENSIONS", args: { found: text }, at: { option: "--dimensions" } }];
  if (isPicture || given.has("--output")) return [];
  return [{ code: "E-OPTIONS-CLASH", args: { options: ["--dimensions", "--format svg"], why: "no picture" } }];
}
