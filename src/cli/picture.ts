import { defined } from "../core/defined.ts";
import { collect, type Problem } from "../core/errors.ts";
import { parseNote } from "../notation/label.ts";
import type { Drawing } from "../render/svg/picture.ts";
import type { GivenOptions } from "./given.ts";
import { PICTURE_NAME } from "./option.ts";

/** A size in pixels, as people write it: 1200x675, "1200 × 675". */
const SIZE = /^\s*([1-9]\d{2,4})\s*[x×X*]\s*([1-9]\d{2,4})\s*$/;

/** The size and the title that are asked for, without those that cannot be read. */
export function drawingFrom(given: GivenOptions): Drawing {
  const [, width, height] = SIZE.exec(given.value("--dimensions") ?? "") ?? [];
  return defined({
    dimensions: width === undefined ? undefined : { width: Number(width), height: Number(height) },
    title: titleFrom(given, []),
  });
}

function titleFrom(given: GivenOptions, problems: Problem[]): string | undefined {
  const text = given.value("--title");
  if (text === undefined) return undefined;
  return collect(
    problems,
    () => parseNote(text),
    () => ({ option: "--title" }),
  );
}

/** A size or a title that cannot be read, or that nothing has, since the output is no picture. */
export function pictureProblems(given: GivenOptions, format: string): Problem[] {
  const problems: Problem[] = [];
  // Another kind of picture is a mistake of its own.
  const isMeant = PICTURE_NAME.test(given.outputFile() ?? "");
  const isPicture = isMeant || (format === "svg" && !given.has("--quote") && !given.has("--value"));
  const size = given.value("--dimensions");
  if (size !== undefined && !drawingFrom(given).dimensions)
    problems.push({ code: "E-DIMENSIONS", args: { found: size }, at: { option: "--dimensions" } });
  titleFrom(given, problems);
  const [option] = (["--dimensions", "--title"] as const).filter((name) => given.has(name));
  if (problems.length > 0 || isPicture || option === undefined) return problems;
  return [{ code: "E-OPTIONS-CLASH", args: { options: [option, "--format svg"], why: "no picture" } }];
}
