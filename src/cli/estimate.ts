import { dirname, isAbsolute, relative } from "node:path";
import { attempt, collect, InputError, type Problem } from "../core/errors.ts";
import { type Estimate, estimate } from "../core/estimate.ts";
import { UNREAD } from "../core/figure.ts";
import { withRules } from "../core/rules.ts";
import type { Scenario } from "../core/scenario.ts";
import type { RatiosOf } from "../input/scenario.ts";
import { deliver, deliveryFrom, rendered } from "./deliver.ts";
import { EXIT } from "./exit.ts";
import { type Io, streamNamed } from "./io.ts";
import type { Given } from "./options.ts";
import { RatioFiles } from "./ratio-files.ts";
import { type Line, scenarioFrom } from "./scenario.ts";
import type { ScenarioText } from "./scenario-file.ts";

/**
 * The command: options, and a scenario file if one is named → scenario → estimate → text, to
 * standard output or a file. Resolves to the exit status. Throws InputError with the problems of
 * the command line that were found before, and its own.
 */
export async function runEstimate(given: Given, before: readonly Problem[], io: Io): Promise<number> {
  const problems = [...before, ...given.repeats(), ...streamClash(given), ...(await fileClash(given))];
  const delivery = deliveryFrom(given, problems);
  // Standard input can be read once: a second reading would only report mistakes that nobody made.
  if (streamClash(given).length > 0) throw new InputError(problems);
  const file = given.one("--scenario");
  const lines = await attempt(problems, () => linesFor(given, io, problems));
  const text = file === undefined ? undefined : await attempt(problems, () => textFrom(file, io));
  const ratios = await attempt(problems, () => RatioFiles.open(given.one("--ratios"), io));
  const { base, options, unread } = await readInputs(given, lines ?? [], text, ratios);
  for (const problem of unread) problems.push(problem);
  // The file of ratios that the scenario names is not written over either.
  if (base?.ratios !== undefined && problems.length === 0) problems.push(...(await fileClash(given, base.ratios)));
  const scenario = base ? (await import("../core/override.ts")).override(base, options) : options;
  const isWhole = file === undefined || base !== undefined;
  if (problems.length > 0) throw new InputError(isWhole ? withRules(problems, scenario) : problems);
  const result = await estimateOf(scenario, file);
  const save = given.one("--save");
  // Nothing is written for a result that cannot be told.
  const told = await rendered(result, delivery, io);
  if (save !== undefined) await saveTo(save, result, given, io);
  if (streamNamed(save) !== "stdout") await deliver(told, delivery, io);
  return EXIT.fine;
}

/** What does not go together in a file, with nothing in its place, is a mistake of the file. */
async function estimateOf(scenario: Scenario, file: string | undefined): Promise<Estimate> {
  if (file === undefined) return estimate(scenario);
  const { inFile } = await import("./scenario-file.ts");
  return inFile(file, () => estimate(scenario));
}

/** Standard input is read once, and only where "-" stands for it. */
async function linesFor(given: Given, io: Io, problems: Problem[]): Promise<Line[]> {
  const times = given.all("--killed").filter((value) => value === "-").length;
  if (times > 1) problems.push({ code: "E-REPEATED", args: { option: "--killed -", times } });
  if (times !== 1) return [];
  const { readLines } = await import("./input.ts");
  return readLines(io.stdin, "--killed");
}

/** Standard input is one thing only, and has no name that a saved scenario could give. */
function streamClash(given: Given): Problem[] {
  const [first, ...more] = ["--scenario", "--ratios", "--killed"].filter((option) => given.all(option).includes("-"));
  const clashes = more.map(
    (option): Problem => ({ code: "E-OPTIONS-CLASH", args: { options: [`${first} -`, `${option} -`], why: "stream" } }),
  );
  if (given.one("--ratios") !== "-" || !given.has("--save")) return clashes;
  return [...clashes, { code: "E-RATIOS-STREAM", args: {}, at: { option: "--save" } }];
}

async function fileClash(given: Given, ratios = given.one("--ratios")): Promise<Problem[]> {
  const written = ["--save", "--output"].map((option) => ({ option, file: given.one(option) }));
  if (written.every(({ file }) => file === undefined)) return [];
  const { clashesOfFiles } = await import("./output.ts");
  const scenario = await scenarioFile(given);
  const output = { option: "--output", file: given.one("--output") };
  return [
    ...clashesOfFiles([...written, { option: "--ratios", file: ratios }]),
    // To save a scenario under its own name is how it is brought up to date.
    ...clashesOfFiles([{ option: "--scenario", file: scenario }, output]),
  ];
}

async function scenarioFile(given: Given): Promise<string | undefined> {
  const operand = given.one("--scenario");
  return operand === undefined ? undefined : (await import("./scenario-file.ts")).splitOperand(operand).file;
}

async function textFrom(file: string, io: Io): Promise<ScenarioText> {
  const { openScenario } = await import("./scenario-file.ts");
  return openScenario(file, io);
}

/** The scenario of the file, that of the options, and what is wrong with them. */
async function readInputs(
  given: Given,
  lines: readonly Line[],
  text: ScenarioText | undefined,
  ratios: RatioFiles | undefined,
) {
  const scenarioIn = text && (await import("./scenario-file.ts")).scenarioIn;
  const read = (ratiosOf: RatiosOf) => {
    const unread: Problem[] = [];
    const base = scenarioIn && collect(unread, () => scenarioIn(text, ratiosOf));
    // A file that could not be read may have named the ratios.
    const named = text && !base ? UNREAD : (collect(unread, () => ratiosOf(base?.ratios)) ?? UNREAD);
    return { base, options: scenarioFrom(given, lines, unread, named), unread };
  };
  return ratios ? ratios.read(read) : read(() => UNREAD);
}

/** Writes the scenario with what came out, before the result is told. */
async function saveTo(file: string, result: Estimate, given: Given, io: Io): Promise<void> {
  const [{ writtenScenario }, { writeJson }, { realPlace, writeOutput }] = await Promise.all([
    import("../input/written.ts"),
    import("../render/json.ts"),
    import("./output.ts"),
  ]);
  const { ratios } = result.scenario;
  // A file finds the ratios beside itself, in the folder that it really is in.
  const isPrinted = streamNamed(file) === "stdout";
  const isBeside = ratios !== undefined && !isPrinted && !isAbsolute(ratios);
  const beside = isBeside ? relative(realPlace(dirname(file)), realPlace(ratios)) : ratios;
  const saved = { ...result, scenario: { ...result.scenario, ratios: beside } };
  const text = `${writeJson(writtenScenario(saved), true)}\n`;
  if (isPrinted) io.stdout.write(text);
  else writeOutput(file, text, given.has("--overwrite"), io);
}
