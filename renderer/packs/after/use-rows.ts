import { type RefObject, useRef } from 'react';
import { flushSync } from 'react-dom';

interface Rows<Element extends HTMLElement> {
  /** Of what holds the rows, each with `data-row`, and the button that adds one, with `data-add`. */
  readonly list: RefObject<Element | null>;
  /** After one was added at the end. */
  toLast(): void;
  /** After the one at this place was taken out: to the next, or to the button where there is none. */
  toAfter(at: number): void;
}

/** Where the keys go when rows of a list come and go. */
export function useRows<Element extends HTMLElement>(): Rows<Element> {
  const list = useRef<Element>(null);
  const focus = (find: (rows: HTMLElement[]) => HTMLElement | undefined) => {
    // What was changed is shown at once: whoever types before the next frame would type into the button.
    flushSync(() => undefined);
    const row = find([...(list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])]);
    const to =
      row?.querySelector<HTMLElement>('input:not([type="checkbox"]), textarea') ??
      list.current?.querySelector<HTMLElement>('[data-add]');
    to?.focus();
  };
  return {
    list,
    toLast: () => focus((rows) => rows.at(-1)),
    toAfter: (at) => focus((rows) => rows[at]),
  };
}
