/**
 * What `core/lazy.ts` is in the mutation run: at once. Stryker runs for each mutant the tests that reach it, and a
 * table that is made when it is first looked up would seem to be reached by the first test alone.
 */
export function lazy<T>(make: () => T): () => T {
  const value = make();
  return () => value;
}
