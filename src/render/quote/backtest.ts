import type { Backtest } from "../../record/backtest.ts";
import { backtestStatement, type TestExtent } from "../ratios/backtest.ts";
import { type Finish, firstFitting, without, withShorterEnds } from "./fitting.ts";
import type { Form, Quote } from "./form.ts";

/** What may be printed of a ratio that was tested on past wars: on their wounded, or on all losses if there is no other. */
export function backtestQuote(result: Backtest, most: number | undefined, finish: Finish): Quote {
  const block = result.blocks.find(({ trials }) => trials.length > 0)!;
  const answer = (extent: TestExtent) => ({ answer: [backtestStatement(block, result, extent)] });
  const whole: Form = {
    ...answer({ isWithFactor: true, isWithMisses: true }),
    assumption: { text: undefined, isKept: true },
    source: { text: "according to loss-calc’s record", isKept: true },
    further: [],
    dropped: [],
    missing: [],
    ratios: [],
  };
  const close = without(whole, answer({ isWithFactor: false, isWithMisses: true }), "the factor of two");
  const least = without(close, answer({ isWithFactor: false, isWithMisses: false }), "which way it was wrong");
  return firstFitting(withShorterEnds([whole, close, least], least), [], most, finish);
}
