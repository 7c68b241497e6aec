/** A value that is made when it is first asked for: most runs never need the tables of rare words and characters. */
export function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
