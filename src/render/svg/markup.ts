import { printable } from "../../notation/characters.ts";

/** A piece of SVG. Only this file makes one from text, so everything else in a picture is escaped. */
export type Markup = string & { readonly markup: unique symbol };

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element. Numbers are rounded to hundredths of a unit, which nobody can see. */
export function element(name: string, attributes: Attributes = {}, ...children: readonly Markup[]): Markup {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${escaped(typeof value === "number" ? number(value) : value)}"`],
  );
  const open = `<${name}${written.join("")}`;
  return (children.length === 0 ? `${open}/>` : `${open}>${children.join("")}</${name}>`) as Markup;
}

/** Text inside an element. What cannot be printed is written as its code point, since XML forbids most of it. */
export function content(text: string): Markup {
  return escaped(printable(text)) as Markup;
}

/** Words from right to left, as in Arabic and Hebrew, with the spaces between them. */
const RIGHT_TO_LEFT =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]+(?:[ \u00a0]+[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]+)*/g;

/**
 * The same for a line of text. Words from right to left are isolated, so that they don't take numbers along. An element
 * with that direction would end where the line begins, if it is the first.
 */
export function line(text: string): Markup {
  return content(text).replace(RIGHT_TO_LEFT, "\u2067$&\u2069") as Markup;
}

/** A style sheet of ours, which is written as it is. */
export function styleSheet(rules: string): Markup {
  return `<style>${rules}</style>` as Markup;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

function number(value: number): string {
  return String(Math.round(value * 100) / 100 + 0);
}
