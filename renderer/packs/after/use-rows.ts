import { type RefObject, useRef } from 'react';
import { focusShown } from '../../ui/focus-shown.ts';

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
  const focus = (find: (rows: HTMLElement[]) => HTMLElement | undefined) =>
    focusShown(() => {
      const row = find([...(list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])]);
      return (
        row?.querySelector<HTMLElement>('input:not([type="checkbox"]), textarea') ??
        list.current?.querySelector<HTMLElement>('[data-add]')
      );
    });
  return {
    list,
    toLast: () => focus((rows) => rows.at(-1)),
    toAfter: (at) => focus((rows) => rows[at]),
  };
}
