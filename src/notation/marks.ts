import { qualifierAfter } from "./phrases.ts";
import type { Token } from "./tokens.ts";
import { isMeaningful, isThing } from "./vocabulary.ts";

/** Quotation marks and brackets, which say nothing if they are around a whole figure. */
const PAIRS: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ["'", "'"],
  ["“", "”"],
  ["„", "“”"],
  ["‘", "’"],
  ["‚", "‘’"],
  ["«", "»"],
  ["»", "«"],
  ["(", ")"],
]);

/** The tokens of a figure without what is around it, and the footnote marks and remarks that were left out. */
export interface Unmarked {
  readonly tokens: readonly Token[];
  readonly dropped: readonly string[];
  /** A remark says that the number is an estimate: "(US estimate)". */
  readonly isEstimate: boolean;
}

/**
 * Leaves out what a figure is pasted with: quotation marks and brackets around it, a full stop or comma after it,
 * footnote marks ("[1]", "*"), and brackets that contain only words ("(Truth Commission)").
 */
export function unmarked(tokens: readonly Token[], text: string): Unmarked {
  if (!tokens.some(({ kind, text }) => kind === "sign" && MARKS.test(text)))
    return { tokens, dropped: [], isEstimate: false };
  const kept: Token[] = [];
  const dropped: string[] = [];
  for (let at = 0; at < tokens.length; ) {
    const next = kept.some(({ kind }) => kind !== "sign") ? afterMark(tokens, at) : at;
    if (next === at) kept.push(tokens[at++]!);
    else {
      dropped.push(text.slice(tokens[at]!.start, tokens[next - 1]!.end));
      at = next;
    }
  }
  return { tokens: unwrapped(kept), dropped, isEstimate: dropped.some((remark) => /\bestimates?\b/i.test(remark)) };
}

const MARKS = /^[^%/+:x±<>~-]$/;

/** The place after a footnote mark or remark that begins here; the same place if there is none. */
function afterMark(tokens: readonly Token[], at: number): number {
  const sign = tokens[at]!.text;
  if (/^[*†‡¹]$/.test(sign)) return isPower(tokens, at) || tokens[at + 1]?.kind === "digits" ? at : at + 1;
  // "(or more)" says something about the number.
  if ((sign !== "[" && sign !== "(") || qualifierAfter(tokens, at)) return at;
  const close = tokens.findIndex(({ text }, index) => index > at && text === (sign === "[" ? "]" : ")"));
  const inside = tokens.slice(at + 1, close);
  return close > at + 1 && (isMark(inside, sign) || isRemark(inside)) ? close + 1 : at;
}

const LENGTH = /^(?:km|kilomet(?:re|er)s?|mi|miles?)$/;

/** "10³" is a thousand, and "km²" is a unit. */
function isPower(tokens: readonly Token[], at: number): boolean {
  const [before, { text, raw, start }] = [tokens[at - 1], tokens[at]!];
  const isUnit = /^[²³]$/.test(raw) && before?.end === start && LENGTH.test(before.text);
  return text === "¹" && (before?.text === "10" || isUnit);
}

/** "1", "a", "note 3". A number in round brackets may be more than a mark, and k, m and x are units. */
function isMark(inside: readonly Token[], open: string): boolean {
  const mark = inside.map(({ text }) => text).join(" ");
  return open === "["
    ? /^(?:(?:note|nb|n|fn|ref) )?(?:\d{1,3}|[a-jln-wyz])$/.test(mark)
    : /^[a-jln-wyz*†‡]$/.test(mark);
}

/** Words that say nothing about the number. */
function isRemark(inside: readonly Token[]): boolean {
  const isPlain = ({ kind, text }: Token) =>
    kind === "word" ? !isMeaningful(text) && !isThing(text) : /^[,.;'"“”‘’-]$/.test(text);
  return inside.every(isPlain) && inside.some(({ kind, text }) => kind === "word" && text.length > 1);
}

/** Removes quotation marks and brackets around the whole, and a full stop or comma at its end. */
function unwrapped(tokens: readonly Token[]): readonly Token[] {
  const [first, last] = [tokens[0]?.text ?? "", tokens.at(-1)?.text ?? ""];
  if (tokens.length > 1 && /^[.,;]$/.test(last)) return unwrapped(tokens.slice(0, -1));
  const closes = PAIRS.get(first)?.includes(last) ?? false;
  const inside = tokens.slice(1, -1);
  return closes && inside.length > 0 && isWhole(inside, first, last) ? unwrapped(inside) : tokens;
}

/** Whether two marks are a pair. In "(6) to (8)" the first and the last are not. */
function isWhole(inside: readonly Token[], open: string, close: string): boolean {
  let depth = 0;
  for (const { text } of inside) {
    if (text === close) depth -= 1;
    else if (text === open) depth += 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}
