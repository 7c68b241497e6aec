import type { FILES } from "../problems/files.ts";
import type { PagesFor } from "./explanation.ts";

/** Scenario files, and JSON as such. */
export const FILE_PAGES = {
  "E-JSON": {
    means:
      "The text is not valid JSON. The message gives the line and column and says what is wrong there: here it is the comma before the closing brace.",
    example: `printf '{"killed": 7000,}' | loss-calc check -`,
    advice:
      "Correct that place. Common slips are a comma too many or too few, keys without quotes, comments, and figures such as 13,800 without quotes.",
  },
  "E-JSON-DEEP": {
    means:
      "More than 32 brackets or braces are nested inside one another. Nothing that this program reads needs that many, so it is probably the wrong file, or a damaged one.",
    example: "printf '%050d' 0 | tr 0 '[' | loss-calc check -",
    advice: "Check that it is the right file. A scenario file holds one scenario { }, or a list of them [ ].",
  },
  "E-KEY-TWICE": {
    means:
      "The same key occurs twice in one object. Most programs would keep the last value and silently drop the other.",
    example: `printf '{"killed": 13800, "killed": 6000}' | loss-calc check -`,
    advice: 'Remove one of them. If both figures count, make them a list: "killed": [13800, 6000].',
  },
  "E-KEY-UNKNOWN": {
    means:
      "This key is not allowed here. It is not simply ignored, because a misspelt key would then leave its figure out of the result.",
    example: `printf '{"killed": 7000, "forces": 150000}' | loss-calc check -`,
    advice:
      "Use the key that the message suggests, or put a remark in “note”. loss-calc schema scenario prints all keys.",
  },
  "E-KEY-MISSING": {
    means: "A key that is required here is missing. In this example a source is named, but its figure is not given.",
    example: `printf '{"killed": {"source": "Ukraine"}}' | loss-calc check -`,
    advice: "Add the key and its value. loss-calc schema scenario prints which keys are required.",
  },
  "E-TYPE": {
    means: "The value is of the wrong kind, such as true or null where a number or a string belongs.",
    example: `printf '{"killed": true}' | loss-calc check -`,
    advice: 'Write what the message expects, as in "killed": 7000 or "killed": "at least 7,000".',
  },
  "E-LIST-EMPTY": {
    means:
      "The list has nothing in it. Either a value was forgotten, or there is none and the list should not be there.",
    example: `printf '{"killed": []}' | loss-calc check -`,
    advice: "Add at least one value, or remove the key.",
  },
  "E-URL": {
    means: "The “url” of a source must be a complete web address that a reader can open.",
    example: `printf '{"killed": {"figure": 7000, "url": "nytimes"}}' | loss-calc check -`,
    advice:
      "Write the whole address, such as https://example.org/report. Anything else about the source goes in “note”.",
  },
  "E-SCENARIO-MANY": {
    means: "An estimate is calculated from one scenario, but a folder, a pattern or several files were named.",
    example: "loss-calc estimate fixtures/scenarios",
    advice: "Name one file. loss-calc check FOLDER compares all of its scenarios with what they expect.",
  },
  "E-SCENARIO-OTHER": {
    means: "The file is JSON, but clearly not a scenario: a file of ratios, a result of loss-calc, or something else.",
    example: "loss-calc check package.json",
    advice: "Name a scenario file. In a folder or a pattern, other JSON is skipped with a note.",
  },
  "E-SCENARIO-NUMBER": {
    means:
      "The file holds several scenarios and it is unclear which one is meant, or it has no scenario of that number.",
    example: `printf '[{"killed": 7000}, {"killed": 6000}]' | loss-calc --scenario -`,
    advice:
      "Add the number after the name, as in --scenario march.json#2, or --scenario -#2 for standard input. loss-calc check takes all scenarios of a file.",
  },
} as const satisfies PagesFor<typeof FILES>;
