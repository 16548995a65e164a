import { useLayoutEffect, useRef, useState } from 'react';

type Functions = Readonly<Record<string, (...given: never[]) => unknown>>;

/**
 * The same functions at every drawing, so that what is given them need not be drawn again; each does what the newest of its
 * name does. For what hands and timers call, not for what is called while drawing.
 */
export function useSteady<Given extends Functions>(functions: Given): Given {
  const newest = useRef(functions);
  useLayoutEffect(() => {
    newest.current = functions;
  });
  const [steady] = useState(
    () =>
      Object.fromEntries(
        Object.keys(functions).map((name) => [name, (...given: never[]) => newest.current[name]?.(...given)]),
      ) as Given,
  );
  return steady;
}
