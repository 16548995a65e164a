import { useMemo } from 'react';
import type { SourceSummary } from '../../../shared/contract/evidence-source-calls.ts';
import { notifyFailure } from '../../app/failures.ts';
import { useServices } from '../../app/services.ts';
import { notify } from '../../ui/toasts.tsx';
import { useSourcesStore } from '../sources.ts';
import { count } from './adding/report-model.ts';

export interface Bin {
  remove(sources: readonly SourceSummary[]): void;
  restore(sources: readonly SourceSummary[]): void;
}

/** Removing asks nothing: it says what rests on the sources, and can be taken back. */
export function useBin(): Bin {
  const { client } = useServices();
  const store = useSourcesStore();
  return useMemo(() => {
    /** @returns those that were moved. */
    const each = async (call: 'evidence.remove' | 'evidence.restore', sources: readonly SourceSummary[]) => {
      const moved: SourceSummary[] = [];
      try {
        for (const source of sources) {
          await client.call(call, { sourceId: source.id });
          moved.push(source);
        }
      } catch (thrown) {
        notifyFailure(thrown);
      }
      await store.reload();
      return moved;
    };
    return {
      remove(sources) {
        if (sources.length === 0) return;
        const remove = async () => {
          const moved = await each('evidence.remove', sources);
          if (moved.length === 0) return;
          const body = restsOn(moved);
          notify({
            tone: 'info',
            title:
              moved.length === 1
                ? `“${moved[0]?.title}” is in the bin`
                : `${count(moved.length, 'source')} are in the bin`,
            ...(body === null ? {} : { body }),
            actions: [{ label: 'Undo', run: () => void each('evidence.restore', moved) }],
          });
        };
        void remove();
      },
      restore(sources) {
        const restore = async () => {
          const moved = await each('evidence.restore', sources);
          if (moved.length === 0) return;
          notify({
            tone: 'done',
            title:
              moved.length === 1
                ? `“${moved[0]?.title}” is back`
                : `${count(moved.length, 'source')} are back`,
            actions: [{ label: 'Undo', run: () => void each('evidence.remove', moved) }],
          });
        };
        void restore();
      },
    };
  }, [client, store]);
}

/** What cites them, in a sentence; null where nothing does. */
export function restsOn(sources: readonly Pick<SourceSummary, 'citations' | 'usedIn'>[]): string | null {
  const citations = sources.reduce((sum, source) => sum + source.citations, 0);
  if (citations === 0) return null;
  const documents = Math.max(...sources.map(({ usedIn }) => usedIn));
  // Two sources may be cited by one document, so that only of one source the number is known.
  const where =
    sources.length === 1 ? ` in ${count(documents, 'document')}` : documents > 0 ? ' in your documents' : '';
  return citations === 1
    ? `One citation${where} rests on ${sources.length === 1 ? 'it' : 'them'}, and is marked until it is back.`
    : `${count(citations, 'citation')}${where} rest on ${sources.length === 1 ? 'it' : 'them'}, and are marked until it is back.`;
}
