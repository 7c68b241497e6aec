import { expect } from "vitest";
import { INPUT_ENTRIES, optionOf } from "../src/notation/inputs.ts";
import { ratiosByName } from "../src/record/names.ts";

const NUMBER_WORD =
  /(?<![a-z])(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|[a-z]+teen|[a-z]+ty|dozen|hundred|half)\b/i;

/** Texts whose suggestions have other digits: look-alike letters become digits, a spread its ends; a time is dropped. */
const RESPELT = /±|\d:\d\d|[^ -~\s‐-―−’“”≤≥×…]/;

/**
 * The digits of a text, sorted. Those of footnote marks and exponents are left out, and so are zeros, which a suggestion may add or
 * remove: 12-14,000 becomes 12,000-14,000.
 */
const digitsOf = (text: string) =>
  text
    .replace(/(?<=\d)E\+\d+/gi, "")
    .replace(/(?<=\w.*)\[\w+\]|[^1-9]/gs, "")
    .split("")
    .sort()
    .join("");

/** Fails the test if a suggestion has other digits than the text. */
export function expectSameDigits(text: string | undefined, tries: readonly string[] = []): void {
  if (text === undefined || NUMBER_WORD.test(text) || RESPELT.test(text)) return;
  for (const spelling of tries) expect(digitsOf(spelling), `“${spelling}” for “${text}”`).toBe(digitsOf(text));
}

/**
 * Fails the test if a printed "try:" cannot be read by the same option, or has other digits. Every run of the program
 * in the tests' own process is checked by this.
 */
export function expectGoodTries(stderr: string): void {
  for (const block of stderr.split(/^(?=error )/m)) {
    const written = /^error \S+: (--[a-z-]+): .*\n {4}(.*)\n/.exec(block);
    const entry = written && INPUT_ENTRIES.find(([name]) => optionOf(name) === written[1]);
    if (!written || !entry || !/^\s+try: /m.test(block)) continue;
    const lines = block.slice(block.search(/^\s+try: /m)).split("\n");
    for (const line of lines) {
      const value = new RegExp(`^\\s+(?:try: )?${written[1]} (.+)$`).exec(line)?.[1];
      if (value === undefined) continue;
      const spelling = value.replace(/^(["'])(.*)\1$/, "$2").replaceAll(`'\\''`, "'");
      // Invisible characters are printed as code points.
      expectSameDigits(written[2]!.replace(/\\u\{[0-9a-f]+\}/g, ""), [spelling]);
      expect(() => entry[1].kind.read(spelling, ratiosByName()), `“${spelling}” for ${written[1]}`).not.toThrow();
    }
  }
}
