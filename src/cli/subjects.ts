import { existsSync } from "node:fs";
import { basename } from "node:path";
import type { Subject } from "../core/compare/quantities.ts";
import { defined } from "../core/defined.ts";
import { attempt, collect, type Problem, refuse } from "../core/errors.ts";
import { estimateOfOne } from "../core/estimate.ts";
import { inFile } from "../core/in-file.ts";
import type { InputName } from "../core/inputs.ts";
import { type RatioLookup, UNAVAILABLE } from "../core/ratio-lookup.ts";
import type { Scenario } from "../core/scenario.ts";
import { suggestions } from "../core/suggest.ts";
import { mayBeName, RATIO_NAME_INPUTS } from "../input/ratio-needs.ts";
import { optionOf } from "../notation/inputs.ts";
import { override } from "../notation/override.ts";
import { SourceKinds } from "../notation/source-kinds.ts";
import type { OwnRecord } from "../record/names.ts";
import type { GivenOptions } from "./given.ts";
import type { Io } from "./io.ts";
import { isAlike, type Label, type LabelledOption, LabelledOptions } from "./labelled.ts";
import { RatioFiles } from "./ratio-files.ts";
import { scenarioFrom } from "./scenario.ts";
import { openScenario, ratiosFor, scenarioIn } from "./scenario-file.ts";

/** The subjects of a command line, and the options that name none of them. */
export interface GivenSubjects {
  readonly subjects: readonly Subject[];
  readonly labelled: LabelledOptions;
  /** Reads the options about all of them together. */
  readonly whole: (problems: Problem[]) => Scenario;
}

/** A file or a past war as it was read, before options replace some of its inputs. */
interface Base {
  readonly operand: string;
  readonly scenario: Scenario;
  readonly past?: Subject["past"];
}

/**
 * Reads what is compared or added up: scenario files, past wars by name, and figures with a label. Options with the
 * side of a file as their label replace its inputs, and so do options without a label. Adds every mistake to the list.
 */
export async function subjectsFrom(
  given: GivenOptions,
  ofWhole: readonly LabelledOption[],
  problems: Problem[],
  io: Io,
): Promise<GivenSubjects> {
  const ratios = await attempt(problems, () => RatioFiles.open(given.value("--ratios"), io));
  const bases = ratios ? await basesOf(given.operands, ratios, problems, io) : [];
  const labelled = new LabelledOptions(
    given,
    // Nothing can be changed in a past war, so its side has no options.
    bases.flatMap(({ scenario, past }) => (past ? [] : (scenario.side ?? []))),
    ofWhole,
  );
  // A file that could not be read may be the one that a label means.
  if (bases.length === given.operands.length) problems.push(...labelled.problems);
  const names = RATIO_NAME_INPUTS.some((input) => given.values(optionOf(input)).some(mayBeName));
  const lookup = ratios ? (await ratios.load({ names, files: [] }))(undefined) : UNAVAILABLE;
  const before = problems.length;
  const kinds = new SourceKinds(given.values("--kind"), problems);
  const reading: Reading = { labelled, ratios: lookup, kinds, problems };
  const found = [
    ...bases.map((base) => subjectOf(base, reading)),
    ...labelled.labels.map((label) => labelledSubject(label, reading)),
  ];
  if (problems.length === before) problems.push(...kinds.unknown());
  return {
    subjects: inOrder(withNames(found.flatMap((entry) => entry ?? [])), labelled.common),
    labelled,
    whole: (problems) => {
      const options = labelled.whole();
      const times = options.values("--force").length;
      if (times > 1) problems.push({ code: "E-REPEATED", args: { option: "--force", times } });
      return scenarioFrom(options, undefined, problems, lookup);
    },
  };
}

/** A past war is what others are compared with, so it comes last, and inputs that others have in common are not its own. */
function inOrder(subjects: readonly Subject[], common: readonly InputName[]): Subject[] {
  const isPast = ({ past }: Subject) => past !== undefined;
  return [
    ...subjects.filter((subject) => !isPast(subject)).map((subject) => ({ ...subject, common })),
    ...subjects.filter(isPast),
  ];
}

async function basesOf(operands: readonly string[], ratios: RatioFiles, problems: Problem[], io: Io): Promise<Base[]> {
  const bases: Base[] = [];
  for (const operand of operands) {
    const base = await attempt(problems, () => baseOf(operand, ratios, io));
    if (base) bases.push(base);
  }
  return bases;
}

async function baseOf(operand: string, ratios: RatioFiles, io: Io): Promise<Base> {
  const past = await pastOf(operand, ratios.own);
  if (past) return past;
  const opened = await openScenario(operand, io, true);
  const scenario = scenarioIn(opened, await ratiosFor(opened.file, opened.json, ratios));
  return { operand, scenario };
}

/** A case of the record, or of the user's file. Anything that looks like a path is a file, and so is a file with the name of a case. */
async function pastOf(operand: string, own: readonly OwnRecord[]): Promise<Base | undefined> {
  if (operand === "-" || /[./\\#]/.test(operand) || existsSync(operand)) return undefined;
  const [{ countsBySource, titleOf }, { knownCases }, { pastScenario, pastSpan }, { documentsOf }] = await Promise.all([
    import("../record/cases.ts"),
    import("../record/names.ts"),
    import("../input/past.ts"),
    import("../render/cite/citations.ts"),
  ]);
  const cases = knownCases(own);
  const known = cases.find((entry) => isAlike(entry.case.id, operand));
  if (!known) {
    const ids = cases.map((entry) => entry.case.id);
    const near = [...ids.filter((id) => id.includes(operand.toLowerCase())), ...suggestions(operand, ids)];
    refuse({ code: "E-SUBJECT", args: { name: operand, suggestions: [...new Set(near)].slice(0, 3) } });
  }
  const { id, war, killedBasis, killedMeans, woundedMeans, countedTwice } = known.case;
  if (countsBySource(known.case).size === 0)
    refuse({ code: "E-SUBJECT", args: { name: id, suggestions: [], isRatio: true } });
  const documents = documentsOf(known).map(({ source, counted }) => ({ of: counted, page: source }));
  return {
    operand: id,
    scenario: pastScenario(known),
    past: {
      ...defined({
        title: titleOf(known.case),
        war,
        killedBasis,
        killedMeans,
        woundedMeans,
        countedTwice,
        span: pastSpan(known.case),
      }),
      documents,
      isOwn: known.file !== undefined,
    },
  };
}

/** What the options of all subjects are read with. */
interface Reading {
  readonly labelled: LabelledOptions;
  readonly ratios: RatioLookup;
  readonly kinds: SourceKinds;
  readonly problems: Problem[];
}

function subjectOf(base: Base, reading: Reading): NamedSubject | undefined {
  const { operand, scenario, past } = base;
  const { kinds, problems } = reading;
  const options = past ? {} : read({ side: scenario.side ?? "" }, reading);
  const result =
    options &&
    collect(problems, () => inFile(operand, () => estimateOfOne(kinds.applied(override(scenario, options)))));
  const name = past ? operand : (scenario.side ?? scenario.name ?? basename(operand, ".json"));
  return result && { name, estimate: result, file: basename(operand, ".json"), ...(past ? { past } : {}) };
}

function labelledSubject(label: Label, reading: Reading): Subject | undefined {
  const { side } = label;
  const { kinds, problems } = reading;
  const options = read(label, reading);
  const result =
    options &&
    collect(
      problems,
      () => estimateOfOne(kinds.applied({ ...options, side })),
      () => ({ side }),
    );
  return result && { name: side, estimate: result };
}

/**
 * The options of a subject; undefined if some cannot be read. What may not be repeated may be given once for each
 * subject.
 */
function read(label: Label, { labelled, ratios, problems }: Reading): Scenario | undefined {
  const options = labelled.optionsOf(label);
  const found = options.repeatProblems();
  const scenario = scenarioFrom(options, undefined, found, ratios);
  problems.push(...labelled.placed(found, label));
  return found.length > 0 ? undefined : scenario;
}

/** A subject, with the file that it is from. */
type NamedSubject = Subject & { readonly file?: string };

/**
 * Subjects that have the same name get their dates, the names of their files, or numbers. What the user named keeps its
 * name if only a past war has the same.
 */
function withNames(given: readonly NamedSubject[]): Subject[] {
  const isOfUser = (name: string) => given.some((other) => !other.past && isAlike(other.name, name));
  const subjects = given.map((each) =>
    each.past && isOfUser(each.name) ? { ...each, name: `${each.name} (past war)` } : each,
  );
  const dated = renamed(
    subjects,
    ({ name, estimate: { scenario } }) => scenario.asOf && `${name} (${scenario.asOf.text})`,
  );
  const filed = renamed(dated, ({ file }) => file);
  const numbers = filed.map(
    ({ name }, at) => filed.slice(0, at + 1).filter((other) => isAlike(other.name, name)).length,
  );
  return filed.map(({ file: _, ...subject }, at) =>
    isShared(subject.name, filed) ? { ...subject, name: `${subject.name} (${numbers[at]})` } : subject,
  );
}

/** Other names for the subjects that share theirs, if these differ. */
function renamed(subjects: readonly NamedSubject[], nameOf: (subject: NamedSubject) => string | undefined) {
  const others = subjects.map((subject) => ({ ...subject, name: nameOf(subject) ?? "" }));
  return subjects.map((subject, at) => {
    const isBetter = others[at]!.name !== "" && !isShared(others[at]!.name, others);
    return isShared(subject.name, subjects) && isBetter ? others[at]! : subject;
  });
}

function isShared(name: string, all: readonly Subject[]): boolean {
  return all.filter((other) => isAlike(other.name, name)).length > 1;
}
