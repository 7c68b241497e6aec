import { expect, test } from "vitest";
import { sentenceOf } from "../../src/render/sentence.ts";
import { estimateFor } from "../scenario.ts";

test.each([
  [
    ["--killed 100 a day", "--ratio 3"],
    "100 killed and 3 wounded, captured, missing or deserted for each make 400 out of action a day.",
  ],
  [["--killed 100 a day"], "100 killed a day."],
  [
    ["--killed 100 a day", "--casualties 400 a day"],
    "400 casualties a day, of whom 100 killed: 3 others for each, and 25.0% of the casualties died.",
  ],
  [
    ["--killed 20% of the force", "--wounded 3x", "--force 1000"],
    "200 killed and 3 wounded for each make 800 out of action: 80.0% of a force of 1,000, between three quarters and nine tenths.",
  ],
  [
    ["--killed 5000", "--wounded 10% of the force", "--force 100000"],
    "5,000 killed and 10,000 wounded make 15,000 out of action: 15.0% of a force of 100,000, under a sixth.",
  ],
  [["--force 766700", "--share 35%"], "268,345 casualties: 35.0% of a force of 766,700, over a third."],
  [
    ["--killed 100", "--wounded a=200", "--wounded b=300"],
    "100 killed and 200 to 300 wounded make 300 to 400 out of action.",
  ],
  [
    ["--killed 7000", "--wounded a=2x", "--wounded b=3x"],
    "7,000 killed and 2 to 3 wounded for each make 21,000 to 28,000 out of action.",
  ],
  [
    ["--killed 500", "--ratio 3", "--wounded 1000", "--captured 20"],
    "500 killed and 3 wounded, captured, missing or deserted for each make 2,000 out of action, of whom 1,000 wounded and 20 captured.",
  ],
  [
    ["--wounded 2000", "--captured 300", "--ratio 3"],
    "2,000 wounded and 300 captured, at 3 for each killed, make 767 killed and 3,067 out of action.",
  ],
  // Of the case, only its wounded.
  [
    ["--wounded 2000", "--ratio us-korea"],
    "2,000 wounded, at 3.06 for each killed (us-korea), make 653 killed and 2,653 out of action.",
  ],
  [["--wounded 300", "--days 30"], "300 wounded. That is 10 a day over 30 days."],
  [
    ["--killed 1000", "--casualties 4000", "--returned 50%"],
    "4,000 casualties, of whom 1,000 killed: 3 others for each, and 25.0% of the casualties died; net of those who returned, 2,500.",
  ],
  [
    ["--casualties 100 a day", "--recruits 50-200 a day"],
    "100 casualties a day. With recruits the balance is -50 to 100 a day.",
  ],
  [
    ["--casualties 100 a day", "--recruits 200 a day", "--until 50%", "--force 5000"],
    "100 casualties a day. Recruits exceed that by 100 a day. At this pace 50% of the force is never reached.",
  ],
  [["--casualties 100 a day", "--until 70"], "100 casualties a day. At this pace 70 is reached in 1 more day."],
])("%j: %s", (options, sentence) => expect(sentenceOf(estimateFor(...options))).toBe(sentence));
