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
  // A share of the force tells all losses, of which the wounded are some.
  [["--share 20%", "--force 150000", "--wounded 10000"], "30,000 casualties: 20.0% of a force of 150,000, a fifth."],
  [
    ["--share 20%", "--force 150000", "--wounded 2x"],
    "30,000 casualties, of whom 10,000 killed if there were 2 wounded for each: 20.0% of a force of 150,000, a fifth.",
  ],
  [
    ["--killed 100", "--wounded 50", "--share 20%"],
    "100 killed and 50 wounded make 150 out of action. That is 20.0% of a force of 750.",
  ],
  [["--casualties 30000", "--share A=20%"], "30,000 casualties. That is 20.0% of a force of 150,000."],
  [["--killed 0-5", "--casualties 0-10"], "0 to 10 casualties, of whom 0 to 5 killed."],
  [
    ["--casualties 2.5 a day", "--recruits 0.4 a day"],
    "2.5 casualties a day. Recruits fall short of that by 2.1 a day.",
  ],
  [
    ["--casualties 3800", "--pace at least 92 a day", "--force 12000", "--until 100%", "--as-of 2025-01-16"],
    "As of 2025-01-16, 3,800 casualties: 31.7% of a force of 12,000, under a third. At a pace of at least 92 a day 100% of the force is reached in up to 90 more days, by 2025-04-16.",
  ],
  [
    ["--side Iran", "--as-of 2025-01-16", "--casualties 3800", "--force 12000"],
    "Iran, as of 2025-01-16: 3,800 casualties: 31.7% of a force of 12,000, under a third.",
  ],
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
