import { compare, hasChanged } from "../core/compare/compare.ts";
import type { Subject } from "../core/compare/quantities.ts";
import { collect, InputError, type Problem } from "../core/errors.ts";
import { parseFigure } from "../notation/figure.ts";
import { comparisonSections } from "../render/compare/sections.ts";
import { subjectsForReaders } from "../render/for-readers.ts";
import type { Separation } from "../render/separated.ts";
import { citedOf } from "../render/sources.ts";
import { conflictsIn, streamConflicts } from "./conflicts.ts";
import { csvSafeProblems } from "./csv-safe.ts";
import { deliver, deliveryFrom, impliedBy, renderWithNotes } from "./deliver.ts";
import { EXIT } from "./exit.ts";
import { fileConflicts } from "./file-conflicts.ts";
import type { GivenOptions } from "./given.ts";
import type { Io } from "./io.ts";
import { LOSSES } from "./labelled.ts";
import { pictureProblems } from "./picture.ts";
import { maxProblems, subjectsWithMinimums } from "./quoted.ts";
import { type GivenSubjects, subjectsFrom } from "./subjects.ts";

/**
 * Runs the compare command: files, past wars and labelled figures → their results next to each other. Resolves to the
 * exit status, which is 1 if a number changed and --fail-on change is given. Throws InputError.
 */
export async function runCompare(given: GivenOptions, before: readonly Problem[], io: Io): Promise<number> {
  const delivery = deliveryFrom(given);
  const problems = [
    ...before,
    ...pictureProblems(given, delivery.format),
    ...csvSafeProblems(given, delivery.format),
    ...conflictsIn("compare", given, impliedBy(delivery)),
    ...streamConflicts(given, given.operands),
    ...fileConflicts(given, io, { tables: given.operands }),
    ...maxProblems(given),
  ];
  if (problems.length > 0) throw new InputError(problems);
  const found = await subjectsFrom(given, LOSSES, problems, io);
  problems.push(...found.labelled.unlabelledLosses());
  const subjects = withPopulations(found, problems);
  if (problems.length > 0) throw new InputError(problems);
  const comparison = compare(subjects);
  const forReaders = (from = subjects) => compare(subjectsForReaders(from));
  const result = {
    sections: (explain: boolean, isText: boolean) =>
      comparisonSections(isText ? comparison : forReaders(), explain, isText),
    cited: () => citedOf(forReaders().subjects),
    record: async () => (await import("../render/compare/record.ts")).comparisonRecord(comparison),
    quote: async (most: number | undefined, finish: (text: string) => string) =>
      (await import("../render/quote/several.ts")).comparisonQuote(
        forReaders(subjectsWithMinimums(subjects)),
        most,
        finish,
      ),
    rows: async (separation: Separation) =>
      (await import("../render/compare/rows.ts")).comparisonRows(comparison, separation),
    picture: async () => (await import("../render/svg/comparison-picture.ts")).comparisonPicture(forReaders()),
  };
  await deliver(await renderWithNotes(result, delivery, io), delivery, io);
  return given.has("--fail-on") && hasChanged(comparison) ? EXIT.no : EXIT.fine;
}

/** Adds the populations that losses are compared with: one for all, or one for each subject. */
function withPopulations({ subjects, labelled }: GivenSubjects, problems: Problem[]): Subject[] {
  return subjects.map((subject) => {
    const { side = subject.name } = subject.estimate.scenario;
    const [text, ...more] = labelled.valuesFor("--population", { side });
    if (more.length > 0) {
      problems.push({ code: "E-REPEATED", args: { option: "--population", times: more.length + 1 } });
    }
    const population =
      text === undefined
        ? undefined
        : collect(
            problems,
            () => parseFigure(text, { counted: "force" }),
            () => ({ option: "--population" }),
          );
    return population ? { ...subject, population } : subject;
  });
}
