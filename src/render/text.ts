import type { Layout } from "./layout.ts";
import type { Outline, OutlineRow } from "./outline.ts";
import type { Section } from "./sections.ts";
import { type Sheet, sheetWidth } from "./sheet.ts";

/** A result for people. */
export function renderText(sections: readonly Section[], layout: Layout): string {
  return `${sections.map((section) => sectionText(section, layout)).join("\n\n")}\n`;
}

function sectionText(section: Section, layout: Layout): string {
  const { heading, wrap } = layout;
  switch (section.kind) {
    case "title":
      return heading(section.text);
    case "table":
      return outlineText(section.outline, layout);
    case "sheet":
      return valuesText(section.sheet, layout);
    case "sentence":
      return wrap(section.text);
    case "list":
      return [heading(section.title), ...section.lines.map((line) => wrap(`- ${line}`, "  "))].join("\n");
    case "steps":
      return [
        heading(section.title),
        ...section.steps.flatMap(({ step, formula, lines }, index) => [
          wrap(`${index + 1}. ${step} = ${formula}`, "   "),
          ...lines.map((line) => wrap(`   ${line}`, "     ")),
        ]),
      ].join("\n");
  }
}

/**
 * The table. If the terminal is too narrow for it, there is a line for each figure under the name of what it counts.
 */
function outlineText(outline: Outline, layout: Layout): string {
  const sheet = sheetOf(outline);
  const { width } = layout;
  return width === undefined || sheetWidth(sheet) <= width ? layout.sheet(sheet) : listed(outline, layout);
}

/** Columns of values. If the terminal is too narrow for them, each value is on a line below the name of its row. */
function valuesText(sheet: Sheet, layout: Layout): string {
  const { heads, rows } = sheet;
  const { heading, wrap, width } = layout;
  if (width === undefined || sheetWidth(sheet) <= width) return layout.sheet(sheet);
  return rows
    .flatMap(([first, ...rest]) => [
      heading(first!),
      ...rest.flatMap((cell, at) =>
        cell === "" ? [] : [wrap(`  ${[heads[at + 1], cell].filter(Boolean).join(": ")}`, "    ")],
      ),
    ])
    .join("\n");
}

function listed({ forces, rows }: Outline, { heading, wrap }: Layout): string {
  return rows
    .flatMap((row, index) => [
      ...(row.quantity === rows[index - 1]?.quantity ? [] : [heading(row.quantity)]),
      ...figures(row, forces).map((line) => wrap(line, "    ")),
    ])
    .join("\n");
}

function figures({ basis, value, shares }: OutlineRow, forces: readonly string[]): string[] {
  return [
    `  ${basis ? `${basis}: ` : ""}${value}`,
    ...shares.map((share, index) => `    ${share} of ${forces[index]}`),
  ];
}

/** The rows as a sheet. A quantity is named only once, and a column that would be empty is left out. */
export function sheetOf({ heading, forces, rows }: Outline): Sheet {
  const hasBasis = rows.some(({ basis }) => basis !== "");
  const basisOf = (text: string) => (hasBasis ? [text] : []);
  const values = [heading, ...forces.map((force) => `share of ${force}`)];
  return {
    heads: ["", ...basisOf(""), ...values],
    rows: rows.map(({ quantity, basis, value, shares }, index) => [
      quantity === rows[index - 1]?.quantity ? "" : quantity,
      ...basisOf(basis),
      value,
      ...forces.map((_, at) => shares[at] ?? ""),
    ]),
    numbers: [false, ...(hasBasis ? [false] : []), ...values.map(() => true)],
    whole: rows.map(({ whole }) => whole),
  };
}
