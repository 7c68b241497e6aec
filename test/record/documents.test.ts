import { test } from "vitest";
import { expectReplayed, OF_RECORD } from "../console-examples.ts";

test.each(OF_RECORD)("the console examples of %s show what the program prints", expectReplayed);
