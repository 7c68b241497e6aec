import type { STREAMS } from "../problems/streams.ts";
import type { PagesFor } from "./explanation.ts";

/** What is read from standard input and from files, and where results are written. */
export const STREAM_PAGES = {
  "E-INPUT-EMPTY": {
    means: "Standard input has no figure: it is empty, or has only blank lines and lines that begin with #.",
    example: String.raw`printf '# no figures yet\n' | loss-calc --killed -`,
    advice:
      "Send one figure per line, such as Ukraine=13,800. If the lines come from another program, check that it prints any.",
  },
  "E-INPUT-KIND": {
    means:
      "Standard input is not a list of figures: it begins like a scenario in JSON, or, as in this example, with the names of columns.",
    example: String.raw`printf 'source,killed\nBBC,7000\n' | loss-calc --killed -`,
    advice: "A table goes to loss-calc batch, which calculates each row, and a scenario to loss-calc --scenario -.",
  },
  "E-INPUT-TERMINAL": {
    means:
      "A hyphen instead of a value or file means standard input, and here that is the terminal. The program does not wait for you to type, because it would seem to hang.",
    example: "loss-calc --killed -",
    advice: "Send it a file or the output of another program, as in loss-calc --killed - < killed.txt.",
  },
  "E-INPUT-UTF8": {
    means:
      "The text is not in UTF-8, so some of its letters cannot be read. The é in this example is in an older encoding.",
    example: String.raw`printf 'Lib\351ration=7,000\n' | loss-calc --killed -`,
    advice: "Convert the text first, for example with iconv -f WINDOWS-1252 -t UTF-8.",
  },
  "E-INPUT-TOO-LARGE": {
    means: "The input is larger than 8 MiB. No list of sources, scenarios or ratios is that long.",
    example: "yes 7,000 | head -c 9000000 | loss-calc --killed -",
    advice: "Check that it is the right file. A table can be of any size: loss-calc batch reads it row by row.",
  },
  "E-INPUT-FAILED": {
    means:
      "Standard input could not be read, for the reason at the end of the message. In this example it was opened for writing, with > instead of <.",
    example: "loss-calc --killed - 0> /dev/null",
    advice: "Check the redirection, and whether the program or connection that sends the input still works.",
  },
  "E-LINES-UNREAD": {
    means: "Too many lines of standard input are wrong, so the rest were not read. It may be the wrong file.",
    example: "yes several | head -n 300 | loss-calc --killed -",
    advice: "Look at the first mistakes. Each line has one figure, such as Ukraine=13,800.",
  },
  "E-FILE-OPEN": {
    means: "The file could not be opened, for the reason at the end of the message. Here there is no such file.",
    example: "loss-calc check march.json",
    advice: "Check the spelling of the name, the folder that you are in, and whether you may read the file.",
  },
  "E-FILES-NONE": {
    means:
      "No file matches the pattern, or the folder has no scenario files. That does not count as a pass, because nothing was checked.",
    example: 'loss-calc check "articles/**/*.json"',
    advice:
      'Check the path. Put a pattern in quotes so that the shell leaves it as it is, as in "scenarios/**/*.json".',
  },
  "E-OUTPUT-EXISTS": {
    means: "There is already a file of this name. It was left alone, because its contents would be lost.",
    example: 'loss-calc --killed 7000 --ratio 3 -o "$(mktemp)"',
    advice: "Choose another name, or add --overwrite to replace the file.",
  },
  "E-SAVE-FORMAT": {
    means:
      "A scenario file is always JSON. With another format's extension, the program that opens the file would misread it.",
    example: "loss-calc --killed 7000 --ratio 3 --save march.yaml",
    advice: "End the name in .json.",
  },
  "E-SAVE-LIST": {
    means:
      "--save writes a whole file with one scenario, so it cannot replace one scenario of a list: the others would be lost. A file whose name ends in #2 would be read instead of the second scenario of the list.",
    example: "loss-calc --killed 7000 --ratio 3 --save fixtures/scenarios/russia-2022-03-16.json#2",
    advice:
      "Save it under another name. To change the list, edit its inputs by hand; loss-calc check march.json --update then writes the new results.",
  },
  "E-OUTPUT-FORMAT": {
    means:
      "Results are written as text: CSV, TSV, JSON, Markdown and the like, or as a drawing in SVG. With the extension of a workbook, a photo, a PDF or a compressed file, the program that opens the file would report it as damaged.",
    example: "loss-calc --killed 7000 --ratio 3 --output march.xlsx",
    advice:
      "End the name in .csv, which spreadsheets open, or in .svg for a drawing. For a PNG, write losses.svg, then rsvg-convert -w 1200 losses.svg > losses.png; docs/pictures.md says how a browser does it. To compress the output, leave out -o and add a pipe, as in | gzip > march.csv.gz.",
  },
  "E-MORE-MISTAKES": {
    means: "There are more mistakes than are shown. The number of the others is in the message.",
    example: "loss-calc $(yes -- --killed=several | head -n 300)",
    advice: "Correct those that are shown. The others are often of the same kind.",
  },
  "E-OUTPUT-NAME": {
    means:
      "The name of a file to write is only an extension such as .svg. That is usually a variable without a value in a script or makefile.",
    example: "loss-calc --killed 7000 --ratio 3 -o .svg",
    advice: "Give the whole name, as in -o losses.svg, and check the variable.",
  },
  "E-OUTPUT-FAILED": {
    means: "The output could not be written, for the reason at the end of the message. Here the folder does not exist.",
    example: "loss-calc --killed 7000 --ratio 3 -o no/such/folder/out.txt",
    advice:
      "Create the folder or choose another one, and check that you may write there and that the disk is not full.",
  },
} as const satisfies PagesFor<typeof STREAMS>;
