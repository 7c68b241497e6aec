import { total } from "../core/compare/total.ts";
import { InputError, type Problem } from "../core/errors.ts";
import { totalSections } from "../render/compare/total.ts";
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
import { subjectsFrom } from "./subjects.ts";

/** Runs the total command: files and labelled figures → their sum. Throws InputError. */
export async function runTotal(given: GivenOptions, before: readonly Problem[], io: Io): Promise<number> {
  const delivery = deliveryFrom(given);
  const problems = [
    ...before,
    ...pictureProblems(given, delivery.format),
    ...csvSafeProblems(given, delivery.format),
    ...conflictsIn("total", given, impliedBy(delivery)),
    ...streamConflicts(given, given.operands),
    ...fileConflicts(given, io, { tables: given.operands }),
    ...maxProblems(given),
  ];
  if (problems.length > 0) throw new InputError(problems);
  const found = await subjectsFrom(given, [...LOSSES, "--force"], problems, io);
  const whole = found.whole(problems);
  if (problems.length > 0) throw new InputError(problems);
  const options = { disjoint: given.has("--disjoint"), whole };
  const sum = total(found.subjects, options);
  const forReaders = (from = found.subjects) => total(subjectsForReaders(from), options);
  const result = {
    sections: (explain: boolean, isText: boolean) => totalSections(isText ? sum : forReaders(), explain, isText),
    cited: () => citedOf(forReaders().parts),
    record: async () => (await import("../render/compare/total-record.ts")).totalRecord(sum),
    quote: async (most: number | undefined, finish: (text: string) => string) =>
      (await import("../render/quote/several.ts")).totalQuote(
        forReaders(subjectsWithMinimums(found.subjects)),
        most,
        finish,
      ),
    rows: async (separation: Separation) =>
      (await import("../render/compare/total-record.ts")).totalRows(sum, separation),
    picture: async () => (await import("../render/svg/comparison-picture.ts")).totalPicture(forReaders()),
  };
  await deliver(await renderWithNotes(result, delivery, io), delivery, io);
  return EXIT.fine;
}
