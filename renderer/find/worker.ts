/** Looks for a pattern of the writer's own, in a thread that can be ended when the pattern never ends. */
import { type Hit, search } from './search.ts';

export interface Ask {
  readonly source: string;
  readonly flags: string;
  readonly texts: readonly string[];
}
export type Answer =
  | { readonly state: 'looking'; readonly done: number }
  | { readonly state: 'found'; readonly hits: readonly Hit[] }
  | { readonly state: 'failed'; readonly reason: string };

/** Milliseconds between two signs of life. */
const SIGN = 100;

const answer = (said: Answer) => self.postMessage(said);

self.addEventListener('message', ({ data }: MessageEvent<Ask>) => {
  const { source, flags, texts } = data;
  const hits: Hit[] = [];
  let last = performance.now();
  let done = 0;
  try {
    for (const found of search(source, flags, texts)) {
      hits.push(...found);
      done += 1;
      if (performance.now() - last < SIGN) continue;
      last = performance.now();
      answer({ state: 'looking', done });
    }
    answer({ state: 'found', hits });
  } catch (thrown) {
    answer({ state: 'failed', reason: thrown instanceof Error ? thrown.message : String(thrown) });
  }
});
