import { test, vi } from "vitest";
import { expectReplayed, OF_RECORD } from "../console-examples.ts";
import { factsIn } from "./facts.ts";

vi.unmock("../../src/core/past-ratios.ts");
vi.unmock("../../src/record/conflicts.json");

test.each(OF_RECORD)(
  "the console examples of %s show what the program prints, and its facts are the record's",
  (document) => expectReplayed(document, (text) => factsIn(document, text)),
);
