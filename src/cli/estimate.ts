import { dirname, isAbsolute, relative } from "node:path";
import { claimProblems } from "../core/claim.ts";
import { defined } from "../core/defined.ts";
import { attempt, collect, InputError, type Problem } from "../core/errors.ts";
import { type Estimate, estimate } from "../core/estimate.ts";
import { withFile } from "../core/in-file.ts";
import { UNAVAILABLE } from "../core/ratio-lookup.ts";
import { inputOf, withRules } from "../core/rules.ts";
import type { Scenario } from "../core/scenario.ts";
import { mayBeName, RATIO_NAME_INPUTS } from "../input/ratio-needs.ts";
import { optionOf } from "../notation/inputs.ts";
import { conflictsIn, streamConflicts } from "./conflicts.ts";
import { csvSafeProblems } from "./csv-safe.ts";
import { deliver, deliveryFrom, impliedBy, renderWithNotes } from "./deliver.ts";
import { EXIT } from "./exit.ts";
import type { GivenOptions } from "./given.ts";
import { type Io, streamNamed } from "./io.ts";
import { pictureProblems } from "./picture.ts";
import { RatioFiles } from "./ratio-files.ts";
import { renderableEstimate } from "./renderable.ts";
import { type StdinLine, scenarioFrom } from "./scenario.ts";
import type { ScenarioFile } from "./scenario-file.ts";

/**
 * Runs the estimate command: options, and a scenario file if one is named → scenario → estimate → text, to standard
 * output or a file. Resolves to the exit status. Throws InputError with the problems that were found in the command
 * line before, and its own.
 */
export async function runEstimate(given: GivenOptions, before: readonly Problem[], io: Io): Promise<number> {
  const clashes = streamConflicts(given);
  const delivery = deliveryFrom(given);
  const problems = [
    ...before,
    ...given.repeatProblems(),
    ...pictureProblems(given, delivery.format),
    ...csvSafeProblems(given, delivery.format),
    ...conflictsIn("estimate", given, impliedBy(delivery)),
    ...clashes,
    ...(await conflictsOfFiles(given, io)),
    ...(given.has("--max") ? (await import("./quoted.ts")).maxProblems(given) : []),
  ];
  // Standard input can only be read once. A second read would report mistakes that nobody made.
  if (clashes.length > 0) throw new InputError(problems);
  const file = given.value("--scenario");
  const { inputs, base } = await givenInputs(given, problems, io);
  // The scenario may name a file of ratios, which must not be overwritten either.
  if (base?.ratios !== undefined && problems.length === 0)
    problems.push(...(await conflictsOfFiles(given, io, base.ratios)));
  const scenario = await withClaims(await withKinds(inputs, given, problems), given, problems);
  const isWhole = file === undefined || base !== undefined;
  if (problems.length > 0) throw new InputError(isWhole ? withRules(problems, scenario) : problems);
  const result = await calculated(() => estimate(scenario), given, io);
  const unjudged = given.has("--claim") ? claimProblems(result) : [];
  if (unjudged.length > 0) throw new InputError(unjudged.map((problem) => ({ ...problem, at: { option: "--claim" } })));
  const save = given.value("--save");
  // Render the result before we write anything, since it may lack the value or the working that was asked for.
  const output = await renderWithNotes(renderableEstimate(result), delivery, io);
  const saved = save === undefined ? undefined : { file: save, text: await savedText(save, result, file) };
  if (streamNamed(save) === "stdout") io.stdout.write(saved!.text);
  else await deliver(output, delivery, io, saved && [saved]);
  return result.verdicts.some(({ verdict }) => verdict === "does not hold") ? EXIT.no : EXIT.fine;
}

/** What was given: the inputs of a scenario file, if one is named, and the options that replace them. */
interface GivenInputs {
  readonly inputs: Scenario;
  /** The scenario file without the options. Absent if there is none, or if it could not be read. */
  readonly base: Scenario | undefined;
}

/** Reads the options for inputs, and the scenario file. Adds every mistake to the list. */
export async function givenInputs(given: GivenOptions, problems: Problem[], io: Io): Promise<GivenInputs> {
  const file = given.value("--scenario");
  const lines = await attempt(problems, () => linesFor(given, io, problems));
  const opened = file === undefined ? undefined : await attempt(problems, () => scenarioFile(file, io));
  const ratios = await attempt(problems, () => RatioFiles.open(given.value("--ratios"), io));
  const base = opened && (await attempt(problems, () => baseFrom(opened, ratios)));
  const named = await attempt(problems, () =>
    ratiosForOptions(given, file !== undefined && !base, base?.ratios, ratios),
  );
  const options = scenarioFrom(given, lines ?? [], problems, named ?? UNAVAILABLE);
  return { inputs: base ? (await import("../notation/override.ts")).override(base, options) : options, base };
}

/** Kinds on the command line replace those in the scenario file. */
async function withKinds(scenario: Scenario, given: GivenOptions, problems: Problem[]): Promise<Scenario> {
  const texts = given.values("--kind");
  if (texts.length === 0) return scenario;
  const { SourceKinds } = await import("../notation/source-kinds.ts");
  const isRead = problems.length === 0;
  const kinds = new SourceKinds(texts, problems);
  const result = kinds.applied(scenario);
  // A report that could not be read may be the one that is meant.
  if (isRead) problems.push(...kinds.unknown());
  return result;
}

/** Claims on the command line replace the claims in the scenario file. */
async function withClaims(scenario: Scenario, given: GivenOptions, problems: Problem[]): Promise<Scenario> {
  const texts = given.values("--claim");
  if (texts.length === 0) return scenario;
  const { parseClaim } = await import("../notation/stated.ts");
  const at = () => ({ option: "--claim" });
  const results = texts.flatMap((text) => collect(problems, () => parseClaim(text), at) ?? []);
  if (given.has("--save") && new Set(results.map(({ of }) => of)).size < results.length) {
    problems.push({ code: "E-CLAIM", args: { because: "saved" }, at: at() });
  }
  return { ...scenario, claimed: { results } };
}

/**
 * The result of a calculation. If the inputs contradict each other and a scenario file is used, the mistake is reported
 * in the file, unless it is in an option. If there are no losses, they may be on standard input. Throws InputError.
 */
export async function calculated<T>(calculate: () => T, given: GivenOptions, { source }: Io): Promise<T> {
  const file = given.value("--scenario");
  const problems: Problem[] = [];
  const result = collect(problems, calculate);
  if (result !== undefined) return result;
  if (file !== undefined) throw new InputError(problems.map((problem) => withFile(atOption(problem, given), file)));
  const isPiped = source.identity !== undefined;
  throw new InputError(
    problems.map((problem) => (problem.code === "E-NOTHING" && isPiped ? { ...problem, args: { isPiped } } : problem)),
  );
}

/** A mistake with an input that was typed, instead of being in the scenario file, is at its option. */
function atOption(problem: Problem, given: GivenOptions): Problem {
  const inputs = problem.code.startsWith("E-PERIOD") ? (["start", "end", "days"] as const) : [inputOf(problem)];
  const option = inputs.flatMap((input) => (input && given.has(optionOf(input)) ? [optionOf(input)] : []))[0];
  return option === undefined ? problem : { ...problem, at: { option } };
}

/** Reads standard input once, and only if "-" asks for it. */
async function linesFor(given: GivenOptions, io: Io, problems: Problem[]): Promise<StdinLine[]> {
  const times = given.values("--killed").filter((value) => value === "-").length;
  if (times > 1) problems.push({ code: "E-REPEATED", args: { option: "--killed -", times } });
  if (times !== 1) return [];
  const { readLines } = await import("./input.ts");
  return readLines(io, "--killed");
}

/** Checks that no file we write is one that we read. */
async function conflictsOfFiles(given: GivenOptions, io: Io, ratios?: string): Promise<Problem[]> {
  const hasFiles = (["--save", "--output", "--scenario", "--ratios"] as const).some((option) => given.has(option));
  if (!hasFiles && !given.values("--killed").includes("-")) return [];
  const { fileConflicts, saveNameProblems } = await import("./file-conflicts.ts");
  return [...(ratios === undefined ? saveNameProblems(given) : []), ...fileConflicts(given, io, defined({ ratios }))];
}

async function scenarioFile(file: string, io: Io): Promise<ScenarioFile> {
  const { openScenario } = await import("./scenario-file.ts");
  return openScenario(file, io);
}

async function baseFrom(opened: ScenarioFile, ratios: RatioFiles | undefined): Promise<Scenario> {
  const { ratiosFor, scenarioIn } = await import("./scenario-file.ts");
  return scenarioIn(opened, ratios ? await ratiosFor(opened.file, opened.json, ratios) : () => UNAVAILABLE);
}

/** The named ratios for the options. A scenario that could not be read may have named a file of them. */
async function ratiosForOptions(
  given: GivenOptions,
  isUnreadable: boolean,
  file: string | undefined,
  ratios: RatioFiles | undefined,
) {
  if (isUnreadable || !ratios) return UNAVAILABLE;
  const names = RATIO_NAME_INPUTS.some((input) => given.values(optionOf(input)).some(mayBeName));
  return (await ratios.load({ names, files: file === undefined ? [] : [file] }))(file);
}

/** The text of the scenario with its result, as it is saved to a file. */
async function savedText(file: string, result: Estimate, scenarioFile = "-"): Promise<string> {
  const [{ writtenScenario }, { writeJson }, { realPlace }] = await Promise.all([
    import("../input/written.ts"),
    import("../render/json.ts"),
    import("./output.ts"),
  ]);
  const folderOf = (name: string) => realPlace(streamNamed(name) === "stdout" ? "." : dirname(name));
  // A path inside a file is relative to the folder that the file is really in.
  const relocated = (path: string | undefined, from: string) => {
    const to = folderOf(file);
    if (path === undefined || from === to || isAbsolute(path) || ADDRESS.test(path)) return path;
    return relative(to, realPlace(`${from}/${path}`));
  };
  const { schema, ratios } = result.asGiven;
  const paths = { schema: relocated(schema, folderOf(scenarioFile)), ratios: relocated(ratios, realPlace(".")) };
  return `${writeJson(writtenScenario(result, { ...result.asGiven, ...paths }), true)}\n`;
}

const ADDRESS = /^[a-z][a-z\d+.-]+:/i;
