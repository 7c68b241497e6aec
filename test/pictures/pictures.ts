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
  estimate("the seed", ...SEED),
  estimate("the seed as a post", ...SEED, "--dimensions", "1200x675"),
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
