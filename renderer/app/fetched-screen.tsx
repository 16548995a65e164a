import type { ComponentType } from 'react';

export interface FetchedScreen<Props> {
  /** Has its code in memory from then on. Rejects when that cannot be had; asked again it tries again. */
  fetch(): Promise<void>;
  /** To be shown only once the code is there. */
  readonly Screen: ComponentType<Props>;
}

/**
 * A screen in a file of its own. React's `lazy` would suspend when it is shown, even with the code there, and for what
 * is thrown then V8 reads the whole file once more, to say in which line: 50 ms with the writing screen.
 */
export function fetchedScreen<Props extends object>(
  fetch: () => Promise<ComponentType<Props>>,
): FetchedScreen<Props> {
  let Fetched: ComponentType<Props> | null = null;
  return {
    async fetch() {
      Fetched ??= await fetch();
    },
    Screen(props) {
      if (Fetched === null) throw new Error('A screen is shown before its code is there.');
      return <Fetched {...props} />;
    },
  };
}
