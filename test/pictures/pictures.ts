import { run } from "../cli/run.ts";

interface Sample {
  readonly name: string;
  readonly argv: readonly string[];
  readonly stdin?: string;
}

const estimate = (name: string, ...argv: string[]): Sample => ({ name, argv: [...argv, "--format", "svg"] });
const series = (name: string, stdin: string, ...argv: string[]): Sample => ({
  name,
  argv: ["batch", "--series", "cumulative", "--by", "day", "--to", "svg", ...argv],
  stdin,
});
const killed = (...figures: string[]) => figures.flatMap((figure) => ["--killed", figure]);

const SEED = [
  ...killed("Ukraine=13800", "Western officials@2022-03-16=up to 6000"),
  "--ratio",
  "3",
  "--force",
  "150000",
  "--days",
  "21",
];
const SIDES = [
  ...killed("Russia=275000-325000", "Ukraine=100000-140000"),
  ...["--casualties", "Russia=1.2m", "--casualties", "Ukraine=500000-600000"],
];
export const THREE = [...SIDES, ...killed("Wagner=20000"), "--casualties", "Wagner=60000-80000"];
const LONG = "The Joint Operations Command of the Allied Expeditionary Forces in the Northern Theatre of War";
export const HOSTILE = `</text><script>alert(1)</script>&amp; "quoted" 'name' <![CDATA[ ]]> ${"x".repeat(90)}`;
const many = (count: number) =>
  Array.from({ length: count }, (_, at) => `Ministry ${at + 1}=${at * 1000}-${at * 1500}`);
const countries = "abcdef"
  .split("")
  .flatMap((name, at) =>
    [1, 4, 9].map((month) => `Country ${name},2024-0${month}-15,${(at + 1) * month * 700}-${(at + 1) * month * 900}`),
  );

/** Pictures of every kind, with what has been hard to draw. */
export const SAMPLES: readonly Sample[] = [
  estimate(
    "casualties of another source",
    ...killed("Ukraine@2022-03-16=7000-9000", "US=5000"),
    "--casualties",
    "CSIS=20000",
  ),
  estimate(
    "forces that are not exact",
    "--killed",
    "7000",
    "--ratio",
    "3",
    "--force",
    "at the border=about 150000",
    "--force",
    "all=at least 190000",
    "--force",
    "20000/25000/30000",
  ),
  estimate("open near zero", ...killed("A=up to 10", "B=100000", "C=at least 3")),
  estimate("near each other", ...killed("A=1000000-1001000", "C=1000000", "E=999000/1000000/1001000")),
  estimate(
    "counts of categories",
    "--killed",
    "9000",
    "--wounded",
    "Hospital=about 20000",
    "--captured",
    "500-600",
    "--force",
    "90000",
  ),
  estimate("names from right to left", ...killed("الجيش الروسي=6000", "וזארת=13800"), "--side", "الجيش الروسي"),
  estimate("two lists", "--list", "A=1500", "--list", "B=1200", "--both", "900", "--ratio", "3"),
  estimate(
    "Arabic",
    "--killed",
    "وزارة الدفاع الروسية (موسكو)@2022-04=up to 9000",
    "--ratio",
    "3",
    "--force",
    "الجيش=150000",
  ),
  estimate("wide signs", "--killed", `${"\u2e3b".repeat(16)}=7000`, "--ratio", "3"),
  estimate(
    "a stated total",
    "total",
    ...killed("army=13,800", "militia=up to 6,000"),
    "--ratio",
    "3",
    "--force",
    "150000",
    "--casualties",
    "60000",
  ),
  estimate("a past war", "compare", "--killed", "Russia=220000", "--ratio", "3", "ussr-afghanistan"),
  estimate("dates of a side", "compare", ...killed("Russia@2025-01=200000", "Russia@2026-01=300000")),
  series("an open series", "day,killed\n2022-03-01,100\n2022-04-01,at least 300\n2022-05-01,up to 700\n"),
  series(
    "a series that is partly approximate",
    "day,killed\n2022-03-01,about 100\n2022-04-01,300\n2022-05-01,500-700\n2022-06-01,about 600-900\n",
  ),
  series("a series of one number", "day,killed\n2022-03-01,100\n"),
  series(
    "a series with different losses",
    "day,killed,wounded\n2022-03-01,100,\n2022-04-01,200,900\n2022-05-01,300,\n",
  ),
  series("a series with a noncharacter in a name", "day,killed,c\n2022-03-01,100,x\uffff\ufffe\n", "--group", "c"),
  estimate("a ratio on past wars as a post", "ratios", "--backtest", "3", "--dimensions", "1200x675"),
  estimate("an open ratio on past wars", "ratios", "--backtest", "up to 3"),
  estimate("zero on past wars", "ratios", "--backtest", "0-4"),
  estimate("a named ratio on past wars", "ratios", "--backtest", "us-iraq"),
  estimate("a share among past battles as a post", "past", "--share", "12%", "--dimensions", "1200x675"),
  estimate(
    "an open share among past battles",
    "past",
    "--killed",
    "at least 7000",
    "--ratio",
    "3",
    "--force",
    "150000",
    "--days",
    "21",
  ),
  estimate("the seed", ...SEED),
  estimate("the seed as a post", ...SEED, "--dimensions", "1200x675"),
  estimate("a long title", ...SEED, "--title", `${LONG}, ${LONG}`, "--dimensions", "1200x800"),
  estimate("the seed, upright", ...SEED, "--dimensions", "1080x1350"),
  estimate("the killed alone", "--killed", "7000"),
  estimate("30 sources", ...killed(...many(30)), "--ratio", "3", "--force", "150000"),
  estimate("long names", ...killed(`${LONG}@2022-03-16=about 7000`), "--ratio", "2.5-4", "--force", `${LONG}=20000`),
  estimate(
    "a name in other scripts",
    ...killed("Министерство обороны Российской Федерации=7000", "国防部新闻局发言人办公室声明=9000"),
    "--ratio",
    "3",
  ),
  estimate("a hostile name", ...killed(`${HOSTILE.replaceAll("=", "")}=7000`), "--ratio", "3"),
  estimate("1 to 10 million", ...killed("1-10000000"), "--ratio", "3"),
  estimate("zero", ...killed("0"), "--ratio", "3", "--force", "1000"),
  estimate(
    "more than the force, with best values",
    ...killed("6000/7500/9000"),
    "--ratio",
    "3",
    "--force",
    "12000",
    "--returned",
    "20%",
  ),
  estimate(
    "approximate, and open on both sides",
    ...killed("A=about 250", "B=up to 300", "C=at least 90", "D=about 100-200"),
    "--wounded",
    "3x",
  ),
  estimate(
    "several forces",
    ...killed("7000"),
    "--ratio",
    "3",
    "--force",
    "army=150000",
    "--force",
    "all=280000-300000",
  ),
  estimate("paces", "--killed", "500 a day", "--ratio", "3"),
  estimate("two sides", "compare", ...SIDES),
  estimate("two sides as a post", "compare", ...SIDES, "--dimensions", "1200x675"),
  estimate("three sides as a link", "compare", ...THREE, "--dimensions", "1200x630"),
  estimate("five sides", "compare", ...killed(...[1, 2, 3, 4, 5].map((at) => `Side ${at}=${at}00-${at}50`))),
  estimate("a total", "total", ...killed("army=9000", "militia=about 1200", "police=at least 40")),
  series(
    "a series",
    "day,killed\n2022-03-01,500\n2022-03-10,2000-3000\n2022-03-20,at least 4000\n2022-06-30,5000/6000/9000\n",
    "--ratio",
    "3",
  ),
  series("a series of one day", "day,killed\n2022-03-01,500-900\n"),
  series("a series of zeros", "day,killed\n2022-03-01,0\n2022-03-02,0\n"),
  series("an approximate series", "day,killed\n2022-03-01,about 500\n2023-05-02,about 900-1200\n"),
  series("six series", `country,day,killed\n${countries.join("\n")}\n`, "--group", "country"),
  {
    name: "a daily series",
    argv: ["batch", "--series", "daily", "--by", "day", "--to", "svg"],
    stdin: "day,killed\n2022-03-01,5\n2022-03-02,7\n2022-03-03,2-9\n",
  },
  estimate("a ratio on past wars", "ratios", "--backtest", "3"),
  estimate("a range on past wars", "ratios", "--backtest", "2-4"),
  estimate("a share among past battles", "past", "--share", "16%-36.8%", "--force", "150000", "--days", "21"),
  estimate("among all battles", "past", "--share", "60%", "--era", "1600-"),
  estimate("the interval on past wars", "ratios", "--backtest", "history"),
];

/** Draws a sample, which must succeed. */
export async function drawn({ argv, stdin }: Sample): Promise<string> {
  const { status, stdout, stderr } = await run(argv, stdin === undefined ? {} : { stdin });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}
