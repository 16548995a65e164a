/** What the library knows of the sources the open document cites, asked for again when either has changed. */
import { startTransition, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { DespatchDocument } from '../../shared/document/schema.ts';
import { anchorKey } from '../../shared/evidence/anchor-key.ts';
import type { EvidenceFacts } from '../../shared/evidence/facts.ts';
import { useServices } from '../app/services.ts';
import { useCalm } from '../ui/calm.ts';
import { type Cited, citedIn } from './cited.ts';
import { useSources } from './sources.ts';

/** After the last change, in ms. */
const PAUSE_MS = 300;
/** Citations that are told at once, those not known yet first; the others are saved by then. */
const MOST_TOLD = 500;

export interface DeskEvidence {
  /** null until they are known for the first time. */
  readonly facts: EvidenceFacts | null;
  /** After something that the library does not tell of. */
  refresh(): void;
}

export function useFacts(document: DespatchDocument): DeskEvidence {
  const { client } = useServices();
  const { revision } = useSources();
  const [facts, setFacts] = useState<EvidenceFacts | null>(null);
  const [asked, setAsked] = useState(0);
  const { cited, lines, signature } = useMemo(() => citedIn(document), [document]);
  const latest = useRef({ cited, lines, facts });
  latest.current = { cited, lines, facts };
  const documentId = document.id;
  const calm = useCalm();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a keystroke gives new blocks; only these say that what is cited, or what is known of it, is another.
  useEffect(() => {
    if (!calm) return;
    const asking = new AbortController();
    const timer = setTimeout(() => {
      const { cited: all, lines: used, facts: known } = latest.current;
      const isKnown = ({ blockId, citationId }: Cited) =>
        known?.anchors[anchorKey(blockId, citationId)] !== undefined;
      const citations = all
        .toSorted((one, other) => Number(isKnown(one)) - Number(isKnown(other)))
        .slice(0, MOST_TOLD);
      client
        .call('standing.facts', { documentId, citations, lines: [...used] }, { signal: asking.signal })
        .then(
          (next) => startTransition(() => setFacts((before) => (same(before, next) ? before : next))),
          // What is not known is judged by nobody; the next change asks again.
          () => {},
        );
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [calm, client, documentId, signature, revision, asked]);
  const refresh = useCallback(() => setAsked((count) => count + 1), []);
  return useMemo(() => ({ facts, refresh }), [facts, refresh]);
}

/** News of other sources changes nothing here, and must not have the whole document checked again. */
function same(one: EvidenceFacts | null, other: EvidenceFacts): boolean {
  return one !== null && JSON.stringify(one) === JSON.stringify(other);
}
