/**
 * Replaces `core/lazy.ts` in the mutation run, and makes the value at once. Stryker runs only the tests that reach a
 * mutant, and a table made on first use would seem to be reached by the first test alone.
 */
export function lazy<T>(make: () => T): () => T {
  const value = make();
  return () => value;
}
