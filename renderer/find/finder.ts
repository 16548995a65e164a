/** Runs a search so that the window never waits: plain words in slices between frames, patterns in a worker. */
import { type Hit, search } from './search.ts';
import type { Answer, Ask } from './worker.ts';

export type Finding =
  /** @property share of the texts looked through, 0 to 1. */
  | { readonly state: 'looking'; readonly share: number }
  | { readonly state: 'found'; readonly hits: readonly Hit[] }
  /** The pattern took longer than anybody waits. */
  | { readonly state: 'endless' }
  | { readonly state: 'failed'; readonly reason: string };

export interface Sought {
  readonly source: string;
  readonly flags: string;
  /** Of the writer's own making, so that it may never end. */
  readonly pattern: boolean;
  readonly texts: readonly string[];
}

/** Milliseconds of one slice in the window. */
const SLICE = 8;
/** Milliseconds without a sign of life from the worker after which a pattern counts as endless. */
const ENDLESS = 2000;

function inWindow({ source, flags, texts }: Sought, tell: (finding: Finding) => void): () => void {
  const steps = search(source, flags, texts);
  const hits: Hit[] = [];
  let done = 0;
  let waiting: ReturnType<typeof setTimeout> | null = null;
  const goOn = () => {
    waiting = null;
    const until = performance.now() + SLICE;
    do {
      const { done: ended, value } = steps.next();
      if (ended) {
        tell({ state: 'found', hits });
        return;
      }
      hits.push(...value);
      done += 1;
    } while (performance.now() < until);
    tell({ state: 'looking', share: done / texts.length });
    waiting = setTimeout(goOn);
  };
  goOn();
  return () => {
    if (waiting !== null) clearTimeout(waiting);
  };
}

function inWorker({ source, flags, texts }: Sought, tell: (finding: Finding) => void): () => void {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  let patience: ReturnType<typeof setTimeout>;
  const end = () => {
    clearTimeout(patience);
    worker.terminate();
  };
  const wait = () => {
    clearTimeout(patience);
    patience = setTimeout(() => {
      end();
      tell({ state: 'endless' });
    }, ENDLESS);
  };
  worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
    if (data.state === 'looking') {
      wait();
      tell({ state: 'looking', share: data.done / texts.length });
      return;
    }
    end();
    tell(data);
  });
  worker.addEventListener('error', ({ message }) => {
    end();
    tell({ state: 'failed', reason: message });
  });
  wait();
  worker.postMessage({ source, flags, texts } satisfies Ask);
  return end;
}

/** Tells how it goes and what was found, the first time at once. @returns what stops it. */
export function startSearch(sought: Sought, tell: (finding: Finding) => void): () => void {
  return sought.pattern ? inWorker(sought, tell) : inWindow(sought, tell);
}
