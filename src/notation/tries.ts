import { collect, InputError, type Problem } from "../core/errors.ts";

/** Reads a text. If it is refused, the error keeps only those spellings to try that would be read. */
export function readWithTries<T>(text: string, read: (spelling: string) => T): T {
  try {
    return read(text);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const works = (spelling: string) => collect([], () => read(spelling)) !== undefined;
    throw new InputError(
      error.problems.map(({ tries = [], ...problem }) => ({ ...problem, tries: tries.filter(works) }) as Problem),
    );
  }
}
