import { Chalk, type ChalkInstance } from "chalk";
import Table from "cli-table3";
import { type Layout, PLAIN } from "./layout.ts";
import { GAP, hasHeads, type Sheet, withPlaces } from "./sheet.ts";
import { wrapped } from "./wrap.ts";

export interface TerminalOptions {
  readonly coloured: boolean;
  /**
   * The columns of the terminal. Absent for a pipe with colour: then there are no rules, and prose is as wide as in any
   * pipe.
   */
  readonly width?: number;
}

/** The plain columns, with rules above, below and under the headings, and with the important parts in bold. */
export function terminalLayout({ coloured, width }: TerminalOptions): Layout {
  // chalk would work out its own level and ignore NO_COLOR, so we set it.
  const paint = new Chalk({ level: coloured ? 1 : 0 });
  return {
    width,
    sheet: (sheet) => ruled(sheet, paint, width !== undefined),
    heading: (text) => paint.bold(text),
    success: (text) => paint.green(text),
    failure: (text) => paint.bold.red(text),
    wrap: width === undefined ? PLAIN.wrap : (text, indent = "") => wrapped(text, width, indent),
  };
}

const NO_RULES = {
  ...{ top: "", "top-mid": "", "top-left": "", "top-right": "" },
  ...{ bottom: "", "bottom-mid": "", "bottom-left": "", "bottom-right": "" },
  ...{ mid: "", "mid-mid": "", "left-mid": "", "right-mid": "", left: "", right: "", middle: GAP },
};
const RULE = "─";
const ACROSS = RULE.repeat(GAP.length);
const RULES = { ...NO_RULES, top: RULE, "top-mid": ACROSS, bottom: RULE, "bottom-mid": ACROSS };
/** cli-table3 draws this line under the headings, or below every row if there are none. */
const HEAD_RULE = { mid: RULE, "mid-mid": ACROSS };

function ruled(sheet: Sheet, paint: ChalkInstance, isRuled: boolean): string {
  const { heads, rows, numbers, whole = [] } = withPlaces(sheet);
  const table = new Table({
    // Otherwise cli-table3 would colour its headings and borders.
    head: hasHeads(sheet) ? heads.map((head) => paint.dim(head)) : [],
    style: { head: [], border: [], compact: true, "padding-left": 0, "padding-right": 0 },
    colAligns: numbers.map((isNumber) => (isNumber ? "right" : "left")),
    chars: { ...(isRuled ? { ...RULES, ...(hasHeads(sheet) ? HEAD_RULE : {}) } : NO_RULES) },
  });
  table.push(...rows.map((cells, index) => cells.map((cell) => (whole[index] ? paint.bold(cell) : cell))));
  return table
    .toString()
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n");
}
