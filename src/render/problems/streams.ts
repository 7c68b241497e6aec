import { numberWord } from "../number-word.ts";
import { shellQuoted } from "../shell-quoted.ts";
import type { Words } from "./words.ts";

export const STREAMS = {
  "E-INPUT-EMPTY": () => ({
    says: "standard input has no figure",
    expected: "one figure per line, like Ukraine=13,800",
  }),
  "E-INPUT-KIND": ({ option, header }) => ({
    says: `standard input is ${header === undefined ? "JSON" : `a table (“${header}”)`}, but ${option} - reads one figure per line`,
    expected: `lines like Ukraine=13,800, or ${header === undefined ? "--scenario - for a scenario" : "loss-calc batch for every row of a table"}`,
  }),
  "E-INPUT-TERMINAL": ({ option }) => ({
    says: `${option} - reads standard input, which is this terminal`,
    expected: `a pipe or a file, like loss-calc ${option} - < FILE`,
  }),
  "E-INPUT-UTF8": ({ file }) => ({
    says: `${file ? "this" : "standard input"} is not UTF-8 text`,
    expected: "text in UTF-8",
  }),
  "E-INPUT-TOO-LARGE": ({ limitMiB, file }) => ({
    says: `${file ? "this" : "standard input"} is larger than ${limitMiB} MiB`,
    expected: `at most ${limitMiB} MiB; batch reads tables of any size`,
  }),
  "E-INPUT-FAILED": ({ reason }) => ({ says: `standard input could not be read: ${reason}` }),
  "E-LINES-UNREAD": ({ mistakes, lines }) => ({
    says: `after ${mistakes} mistakes, ${numberWord(lines)} more ${lines === 1 ? "line was" : "lines were"} not read`,
    expected: "one figure per line, like Ukraine=13,800",
  }),
  "E-FILE-OPEN": ({ reason }) => ({ says: `could not be opened: ${reason}` }),
  "E-FILES-NONE": ({ pattern, skipped }) => ({
    says: skipped ? `none of the files that match ${pattern} is a scenario` : `no file matches ${pattern}`,
    expected: 'a folder with scenarios (.json), or a pattern in quotes, like "scenarios/**/*.json"',
  }),
  "E-OUTPUT-EXISTS": ({ file }) => ({
    says: `${file} exists and was left as it is`,
    expected: "another name, or --overwrite to replace it",
  }),
  "E-SAVE-FORMAT": ({ extension }) => ({
    says: `a scenario file is JSON, but ${extension} is the extension of another format`,
    expected: "a name that ends in .json",
  }),
  "E-SAVE-LIST": ({ file }) => ({
    says: "a scenario cannot be saved into a list of scenarios",
    expected: `another file; to change the list, edit its inputs by hand, then loss-calc check ${shellQuoted(file)} --update`,
  }),
  "E-OUTPUT-FORMAT": ({ extension, picture }) => ({
    says: `the output is text${picture === undefined ? "" : " or SVG"}, but ${extension} is the extension of another format`,
    expected: picture
      ? `an SVG drawing, which rsvg-convert or a browser converts: ${conversion(picture, extension)}`
      : extension.toLowerCase() === ".gz"
        ? `a name without it, or a pipe instead of -o: loss-calc … | gzip > FILE${extension}`
        : "a name that ends in .csv (which spreadsheets open), .tsv, .json or .md",
  }),
  "E-MORE-MISTAKES": ({ count }) => ({
    says: `${numberWord(count)} more ${count === 1 ? "mistake is" : "mistakes are"} not shown`,
  }),
  "E-OUTPUT-NAME": ({ extension }) => ({
    says: `“${extension}” is only the end of a name`,
    expected: `a name, like losses${extension}; a shell variable in it may be empty or unset`,
  }),
  "E-OUTPUT-FAILED": ({ file, reason, because }) =>
    because === "folder"
      ? { says: `${file} is a folder`, expected: "the name of a file in it" }
      : {
          says: `${file} could not be written: ${reason}`,
          ...(because === "no folder" && { expected: "a folder that exists; create it first, or choose another one" }),
        },
} satisfies Partial<Words>;

/** How a drawing becomes a picture in another format. Only some are written by rsvg-convert itself. */
function conversion(picture: string, extension: string): string {
  const name = picture.slice(0, -".svg".length);
  const [drawing, png, target] = [picture, `${name}.png`, `${name}${extension}`].map(shellQuoted) as [
    string,
    string,
    string,
  ];
  const format = extension.slice(1).toLowerCase();
  if (format === "pdf" || format === "eps") return `rsvg-convert -f ${format} ${drawing} > ${target}`;
  const command = `rsvg-convert -w 1200 ${drawing} > ${png}`;
  return format === "png" ? command : `${command}, then ImageMagick: convert ${png} ${target}`;
}
