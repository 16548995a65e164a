/** Marks in flowing words, by the browser's own highlights: they move no character. */
import { type RefObject, useLayoutEffect } from 'react';
import { type Mark, markNames } from '../marks.ts';
import { rangesWithin } from '../selection/dom-places.ts';

function layer(name: string, priority: number): Highlight {
  const key = `reader-${name}`;
  const known = CSS.highlights.get(key);
  if (known) return known;
  const made = new Highlight();
  made.priority = priority;
  CSS.highlights.set(key, made);
  return made;
}

/** Marks what an element shows of them, until it is gone or they change. @param drawn changes when its words do. */
export function useHighlights(
  element: RefObject<HTMLElement | null>,
  marks: readonly Mark[],
  drawn: unknown,
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: other words are other text nodes.
  useLayoutEffect(() => {
    const shown = element.current;
    if (!shown) return;
    const added = marks.flatMap(({ name, start, end }) => {
      const into = layer(name, markNames.indexOf(name));
      return rangesWithin(shown, start, end).map((range) => ({ into, range }));
    });
    for (const { into, range } of added) into.add(range);
    return () => {
      for (const { into, range } of added) into.delete(range);
    };
  }, [element, marks, drawn]);
}
