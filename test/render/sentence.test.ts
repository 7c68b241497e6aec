import { expect, test } from "vitest";
import { sentenceOf } from "../../src/render/sentence.ts";
import { estimateFor } from "../scenario.ts";

test.each([
  [
    ["--killed 100 a day", "--ratio 3"],
    "400 a day are out of action. That takes 100 killed, and three wounded, captured, missing or deserted for each.",
  ],
  [["--killed 100 a day"], "100 were killed a day."],
  [
    ["--killed 100 a day", "--casualties 400 a day"],
    "100 of 400 casualties a day were killed: 25.0%, which leaves three others for each of them.",
  ],
  [
    ["--killed 1000", "--casualties 2000"],
    "1,000 of 2,000 casualties were killed: 50.0%, which leaves one other for each of them.",
  ],
  [
    ["--killed 20% of the force", "--wounded 3x", "--force 1000"],
    "800 are out of action: 80.0% of a force of 1,000, between three quarters and nine tenths. That takes 200 killed and three wounded for each.",
  ],
  [
    ["--killed 5000", "--wounded 10% of the force", "--force 100000"],
    "15,000 are out of action: 15.0% of a force of 100,000, under a sixth. That counts 5,000 killed and 10,000 wounded.",
  ],
  [["--force 766700", "--share 35%"], "268,345 casualties are 35.0% of a force of 766,700, over a third."],
  [
    ["--killed 100", "--wounded a=200", "--wounded b=300"],
    "300 to 400 are out of action. That counts 100 killed and 200 to 300 wounded.",
  ],
  [
    ["--killed 7000", "--wounded a=2x", "--wounded b=3x"],
    "21,000 to 28,000 are out of action. That takes 7,000 killed and two to three wounded for each.",
  ],
  [
    ["--killed 500", "--ratio 3", "--wounded 1000", "--captured 20"],
    "2,000 are out of action. That takes 500 killed, and three wounded, captured, missing or deserted for each, with 1,000 wounded and 20 captured among them.",
  ],
  // A label can say what one count has.
  [
    ["--killed a=20", "--wounded a=50", "--captured captured or missing=30"],
    "100 are out of action. That counts 20 killed, 50 wounded and 30 captured or missing.",
  ],
  [
    ["--killed 7000", "--wounded 3x", "--returned half", "--recruits 5,000 a month", "--days 90"],
    "28,000 are out of action. Not counting the wounded who returned, 17,500 are out of action. That takes 7,000 killed and three wounded for each. Including those who returned, that is 311.1 a day over 90 days. Recruits fall short of the net losses by 2,500.",
  ],
  // An amount is what is still to go.
  [
    ["--casualties 45680", "--per 725km2", "--until 6500 sq km"],
    "45,680 casualties are 63 per km2. Another 6,500 sq km would cost 409,545 more casualties.",
  ],
  [
    ["--casualties 100", "--per 100km2", "--until 1.5 km2", "--days 200"],
    "100 casualties over 200 days are 0.5 a day, and one per km2. At this pace, another 1.5 km2 would take three days and two more casualties.",
  ],
  [
    ["--casualties 100", "--per 100km2", "--until 1 km2"],
    "100 casualties are one per km2. Another 1 km2 would cost one more casualty.",
  ],
  // With a count of each category, the ratio is only compared.
  [
    ["--killed 500", "--wounded 1000", "--captured 20", "--missing 3", "--deserted 1", "--ratio 3"],
    "1,524 are out of action. That counts 500 killed, 1,000 wounded, 20 captured, three missing and one deserted.",
  ],
  [
    ["--wounded 2000", "--captured 300", "--ratio 3"],
    "767 were killed and 3,067 are out of action, if 2,000 wounded and 300 captured are three for each person killed.",
  ],
  // Only the wounded of the case are used.
  [
    ["--wounded 2000", "--ratio us-korea"],
    "653 were killed and 2,653 are out of action, if 2,000 wounded are 3.06 for each person killed (us-korea).",
  ],
  [
    ["--casualties 1200000", "--start 2022-02-24", "--end 2025-12-31"],
    "1,200,000 casualties from 24 February 2022 to 31 December 2025 are 852.9 a day.",
  ],
  [
    ["--wounded 300", "--start 2024-05-01", "--as-of 2024-05-30"],
    "300 wounded (as of 30 May 2024). That is 10 a day from 1 to 30 May 2024.",
  ],
  [["--wounded 300", "--days 30"], "300 wounded. That is 10 a day over 30 days."],
  // The share of the force gives all losses, and the wounded are part of them.
  [["--share 20%", "--force 150000", "--wounded 10000"], "30,000 casualties are 20.0% of a force of 150,000, a fifth."],
  [
    ["--share 20%", "--force 150000", "--wounded 2x"],
    "10,000 of 30,000 casualties were killed, if there were two wounded for each. The casualties are 20.0% of a force of 150,000, a fifth.",
  ],
  [
    ["--killed 100", "--wounded 50", "--share 20%"],
    "The force is 750 if 150 out of action are 20.0% of it. That counts 100 killed and 50 wounded.",
  ],
  [["--casualties 30000", "--share A=20%"], "The force is 150,000 if 30,000 casualties are 20.0% of it."],
  [["--killed 0-5", "--casualties 0-10"], "0 to 5 of 0 to 10 casualties were killed."],
  [
    ["--killed 0", "--ratio 3", "--force 100"],
    "No losses, if there were three wounded, captured, missing or deserted for each person killed.",
  ],
  [["--killed 0", "--wounded 3x", "--captured 0"], "No losses, if there were three wounded for each person killed."],
  [["--killed 0", "--wounded 0"], "No losses."],
  [["--killed 0", "--casualties 0", "--ratio 3"], "No losses."],
  [["--casualties 0", "--side Russia"], "No losses (Russia)."],
  [
    ["--casualties up to 600", "--force up to 1000"],
    "Up to 600 casualties are an unknown share of a force of up to 1,000.",
  ],
  [
    ["--killed up to 600", "--ratio 3", "--force x=up to 9000", "--force y=5000"],
    "Up to 2,400 are out of action: an unknown share of a force of up to 9,000 (x); up to 48.0% of a force of 5,000 (y), under half. That takes up to 600 killed, and three wounded, captured, missing or deserted for each.",
  ],
  [
    ["--casualties 2235", "--days 10", "--recruits 111.75 a day", "--force 15000"],
    "2,235 casualties are 14.9% of a force of 15,000, under a sixth. That is 223.5 a day over 10 days. Recruits fall short of the losses by 1,117, and the force at the end is 13,883.",
  ],
  [
    ["--killed Mediazona=at least 106,745", "--coverage Mediazona=45%-65%", "--casualties 950,000"],
    "About 164,000 to 237,000 of 950,000 casualties were killed: 17.3% to 25.0%, which leaves 3 to 4.78 others for each of them.",
  ],
  [
    ["--casualties 2.5 a day", "--recruits 0.4 a day"],
    "2.5 casualties a day. Recruits fall short of the losses by 2.1 a day.",
  ],
  [
    ["--casualties 3800", "--pace at least 92 a day", "--force 12000", "--until 100%", "--as-of 2025-01-16"],
    "3,800 casualties (as of 16 January 2025) are 31.7% of a force of 12,000, under a third. At a pace of at least 92 a day, losses reach 100% of the force in up to 90 more days, by 16 April 2025.",
  ],
  [
    ["--side Iran", "--as-of 2025-01-16", "--casualties 3800", "--force 12000"],
    "3,800 casualties (Iran, as of 16 January 2025) are 31.7% of a force of 12,000, under a third.",
  ],
  [
    ["--killed 1000", "--casualties 4000", "--returned 50%"],
    "1,000 of 4,000 casualties were killed: 25.0%, which leaves three others for each of them. Not counting those who returned, 2,500 are out of action.",
  ],
  [
    ["--casualties 100 a day", "--recruits 50-200 a day"],
    "100 casualties a day. With recruits, the balance is -50 to 100 a day.",
  ],
  [
    ["--casualties 100 a day", "--recruits 200 a day", "--until 50%", "--force 5000"],
    "100 casualties a day. Recruits exceed the losses by 100 a day. At this pace, losses less recruits never reach 50% of a force of 5,000.",
  ],
  [
    ["--killed A@2025-01-01=70", "--killed A@2025-02-01=101", "--combine change", "--until 90"],
    "31 were killed. That is one a day from 1 January to 1 February 2025. All losses so far, 101, have reached 90 already.",
  ],
  [
    ["--killed A@2025-01-01=70", "--killed A@2025-02-01=101", "--combine change", "--until 20", "--recruits 62"],
    "31 were killed. That is one a day from 1 January to 1 February 2025. Recruits exceed the losses by 31. All losses so far, 101 less recruits, have reached 20 already.",
  ],
  [["--casualties 100 a day", "--until 70"], "100 casualties a day. At this pace, losses reach 70 in one more day."],
])("the sentence for %j is: %s", (options, sentence) => expect(sentenceOf(estimateFor(...options))).toBe(sentence));
