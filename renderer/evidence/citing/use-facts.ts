/** What the library knows of the sources a document cites, asked for again when either has changed. */
import { useEffect, useMemo, useRef, useState } from 'react';
import type { DespatchDocument } from '../../../shared/document/schema.ts';
import { knownBlocks } from '../../../shared/document/walk.ts';
import { anchorKey, type EvidenceFacts } from '../../../shared/evidence/facts.ts';
import { useServices } from '../../app/services.ts';
import { useSources } from '../sources.ts';

/** Milliseconds after the last change; the words of a citation do not change with every key. */
const PAUSE = 300;
/** Citations that are told at once; the others are saved by then. */
const MOST_UNSAVED = 500;

interface Cited {
  readonly blockId: string;
  readonly citation: {
    readonly id: string;
    readonly evidenceId: string;
    readonly edition: string | null;
    readonly locator: unknown;
  };
}

function citedIn(document: DespatchDocument) {
  return [...knownBlocks(document)].flatMap((block) =>
    block.citations.map((citation) => ({ blockId: block.id, citation })),
  );
}

/** What of a document the facts depend on, in one string. */
function signature(cited: readonly Cited[]): string {
  return cited
    .map(({ blockId, citation: { id, evidenceId, edition, locator } }) =>
      [blockId, id, evidenceId, edition, JSON.stringify(locator)].join(' '),
    )
    .join('\n');
}

/** @returns null while nothing is known, and a way to ask anew. */
export function useFacts(document: DespatchDocument): {
  readonly facts: EvidenceFacts | null;
  refresh(): void;
} {
  const { client } = useServices();
  const { revision } = useSources();
  const [facts, setFacts] = useState<EvidenceFacts | null>(null);
  const [asked, setAsked] = useState(0);
  const cited = useMemo(() => citedIn(document), [document]);
  const wanted = useMemo(() => signature(cited), [cited]);
  const latest = useRef({ cited, facts });
  latest.current = { cited, facts };
  const documentId = document.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `wanted`, `revision` and `asked` say when to ask again.
  useEffect(() => {
    const asking = new AbortController();
    const timer = setTimeout(() => {
      const { cited: all, facts: known } = latest.current;
      const isKnown = ({ blockId, citation }: (typeof all)[number]) =>
        known?.anchors[anchorKey(blockId, citation.id)] !== undefined;
      const citations = all
        .toSorted((one, other) => Number(isKnown(one)) - Number(isKnown(other)))
        .slice(0, MOST_UNSAVED)
        .map(({ blockId, citation: { id, evidenceId, edition, locator } }) => ({
          blockId,
          citationId: id,
          sourceId: evidenceId,
          edition,
          locator,
        }));
      client.call('standing.facts', { documentId, citations }, { signal: asking.signal }).then(
        setFacts,
        // What is not known is shown as not looked at yet; the checks say nothing of it either.
        () => {},
      );
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [client, documentId, wanted, revision, asked]);
  return { facts, refresh: () => setAsked((count) => count + 1) };
}
