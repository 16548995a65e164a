/**
 * Makes a value at its first use and keeps it. For what takes milliseconds to make, such as formatters of dates and
 * numbers and patterns that name classes of letters: made as its module is loaded, it makes every start longer.
 */
export function lazily<Value extends object>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
