import { expect, test } from "vitest";
import { estimateFor } from "../scenario.ts";

/** Options, and the caveats about how their statements fit together. */
const CASES: [string[], string[]][] = [
  [["--killed 275000-325000", "--casualties 1200000"], []],
  [
    ["--killed 1000", "--wounded 3000", "--returned 50%", "--days 30", "--force 12000", "--until 100%"],
    ['NO_FORECAST {"isGross":true}'],
  ],
  [["--killed 100000-140000", "--casualties 500000-600000"], ["ENDS_CROSS {}"]],
  [
    ["--killed 100-5000", "--casualties 500-30000"],
    ["ENDS_CROSS {}", "IMPOSSIBLE_END {}", "OUTSIDE_HISTORY 0.00 to 299.00"],
  ],
  [["--killed at least 15000", "--casualties 60000"], ["OPEN_LOW others"]],
  [["--killed 70000", "--casualties up to 290000"], ["OPEN_LOW outOfAction"]],
  [["--killed 120000", "--casualties 290000-300000"], ["OUTSIDE_HISTORY 1.42 to 1.50"]],
  [["--killed 100", "--wounded 250"], []],
  [["--killed 100", "--wounded 140"], ["OUTSIDE_HISTORY 1.40"]],
  [["--casualties 100", "--died 50%"], ["OUTSIDE_HISTORY 50%"]],
  // A ratio that belongs to some categories is compared with past ratios of the same, if there are any.
  [["--wounded 12000", "--ratio 1.87-6.18"], []],
  [["--wounded 12000", "--ratio 6.2"], ["OUTSIDE_HISTORY 6.2"]],
  [["--wounded 12000", "--missing 900", "--ratio 2.39"], ["OUTSIDE_HISTORY 2.39"]],
  [["--captured 12000", "--ratio 20"], []],
  // Of several sources, each one's own counts; all together only if none reports both losses.
  [
    ["--killed a=15000", "--wounded a=45000", "--killed b=1351", "--wounded b=3825"],
    ['SOURCES_DISAGREE {"low":"b","high":"a","compatible":false,"of":["killed","wounded"]}'],
  ],
  [
    ["--killed a=150", "--wounded a=450", "--killed b=100", "--wounded b=300", "--wounded c=700"],
    ['SOURCES_DISAGREE {"low":"b","high":"c","compatible":false,"of":["wounded"]}'],
  ],
  [["--killed a=150", "--wounded a=450", "--killed b=100", "--wounded b=250"], []],
  [["--killed a=150", "--wounded a=450", "--killed b=140", "--wounded b=230"], ["OUTSIDE_HISTORY 1.64 from b"]],
  [
    ["--killed a=150", "--casualties a=600", "--killed b=140", "--casualties b=400"],
    ["ENDS_CROSS {}", "OUTSIDE_HISTORY 1.86 from b"],
  ],
  [["--killed a=150", "--killed b=100", "--wounded 250"], ["OUTSIDE_HISTORY 1.67 to 2.50"]],
  [["--killed a=150", "--wounded a=450", "--killed b=140", "--wounded b=230", "--combine sum"], []],
  [
    ["--killed a=300", "--casualties b=1000"],
    ['PAIR_OF_TWO {"killed":"a","casualties":"b"}', "OUTSIDE_HISTORY 2.33"],
  ],
  [["--killed a=250", "--casualties a=1000"], []],
  [
    ["--killed a@2022-03-01=250", "--casualties a@2022-05-01=1000"],
    ['PAIR_OF_TWO {"killed":"a@2022-03-01","casualties":"a@2022-05-01"}'],
  ],
  // Counts from another source than the killed; a multiplier says nothing about people of its source.
  [
    ["--killed NYT=300", "--killed Kyiv=500", "--wounded Kyiv=1500", "--missing NYT=900"],
    [
      'PAIR_OF_TWO {"killed":"NYT","casualties":"Kyiv","of":"wounded"}',
      'PAIR_OF_TWO {"killed":"Kyiv","casualties":"NYT","of":"missing"}',
    ],
  ],
  [
    ["--killed a@2022-03-01=250", "--wounded a@2022-05-01=1000"],
    ['PAIR_OF_TWO {"killed":"a@2022-03-01","casualties":"a@2022-05-01","of":"wounded"}'],
  ],
  [["--killed a=250", "--wounded a=1000"], []],
  [["--killed a=250", "--killed b=350", "--wounded a=1000", "--wounded b=1200"], []],
  [["--killed a=250", "--wounded 1000"], []],
  [["--killed a=250", "--captured missing or captured=1000"], []],
  [["--killed 250", "--wounded a=1000"], []],
  [["--killed a=250", "--wounded b=4x"], []],
  [["--wounded b=1000", "--missing a=900", "--force 9000"], []],
  // Parts that are more than a ratio gives, and parts that are just as many.
  [["--killed 7000-9000", "--wounded 25000", "--ratio 3"], ['IMPOSSIBLE_END {"isOfParts":true}']],
  [["--killed 7000-9000", "--wounded 21000", "--ratio 3"], []],
  [
    ["--killed 13800", "--ratio 3", "--casualties 50000"],
    [
      'STATEMENTS_DISAGREE {"input":"ratio","of":"out of action","calculated":"55,200","used":"50,000","percent":"9.4%","isLess":true}',
    ],
  ],
  [
    ["--casualties 50000", "--share 20%", "--force 150000"],
    [
      'STATEMENTS_DISAGREE {"input":"share","of":"out of action","calculated":"30,000","used":"50,000","percent":"66.7%","isLess":false}',
    ],
  ],
  [["--killed 275000", "--casualties 1200000", "--died 23%"], []],
  [
    ["--killed 200", "--wounded 700", "--casualties at least 500"],
    ["OPEN_HIGH outOfAction", 'TOTAL_RAISED {"text":"at least 500"}'],
  ],
  [["--killed 7000", "--ratio 3", "--returned 50%"], ["RETURNED_OF_ALL {}"]],
  [["--killed 7000", "--ratio 3", "--wounded 9000", "--returned 50%"], []],
  [
    ["--killed 100", "--ratio 189,500-223,000 casualties : 43,000 killed"],
    ['BORROWED_RATIO {"text":"189,500-223,000 casualties : 43,000 killed"}'],
  ],
  [["--casualties 100", "--days 13"], ['SHORT_PERIOD {"days":13}']],
  [["--casualties 100", "--days 14"], []],
  [["--casualties 100 a day"], []],
  [["--casualties 3000 a month"], ["MONTHS_AND_YEARS {}"]],
  [["--casualties 100 a day", "--until 5000"], ["NO_FORECAST {}"]],
  [
    ["--casualties 100 a day", "--recruits 50-200 a day", "--until 5000"],
    ["MAY_NEVER {}", "NO_FORECAST {}"],
  ],
  [["--casualties 100 a day", "--recruits 200 a day", "--until 5000"], ["NEVER {}"]],
  [["--casualties 5000", "--days 90", "--until 4000"], ["ALREADY_REACHED {}"]],
  [
    ["--casualties UK@2025-03-20=900,000", "--casualties UK@2025-06-12=1,000,000", "--combine change"],
    ['PACE_OF_TOTALS {"of":"casualties","perDay":"1,190"}'],
  ],
  [["--casualties UK@2025-03-20=900,123", "--casualties UK@2025-06-12=1,000,000", "--combine change"], []],
  [["--casualties UK@2025-03-20=800-900", "--casualties UK@2025-06-12=850-950", "--combine change"], ["REVISED {}"]],
];

test.each(CASES)("the caveats of %j are %j", (options, expected) => {
  const caveats = estimateFor(...options).caveats.map(({ code, args }) => {
    if (code === "OUTSIDE_HISTORY") return `${code} ${args.text}${args.source ? ` from ${args.source}` : ""}`;
    return code === "OPEN_LOW" || code === "OPEN_HIGH" ? `${code} ${args.of}` : `${code} ${JSON.stringify(args)}`;
  });
  expect(caveats).toEqual(expected);
});
