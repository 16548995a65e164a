/** Looking for words while they are typed, and keeping what was found true while the document changes. */
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Stretch } from '../../shared/document/places.ts';
import type { DespatchDocument } from '../../shared/document/schema.ts';
import { corpusOf, type SearchedPassage } from './corpus.ts';
import { type Finding, startSearch } from './finder.ts';
import { compile, type Query } from './query.ts';
import type { Hit } from './search.ts';

export interface Found {
  readonly state: 'empty' | 'looking' | 'found' | 'wrong' | 'endless';
  /** Why nothing could be looked for; with a small letter and without a full stop. */
  readonly reason: string;
  /** The passages the hits speak of. */
  readonly passages: readonly SearchedPassage[];
  readonly hits: readonly Hit[];
  /** Of the document looked through, 0 to 1. */
  readonly share: number;
  /** Gives up a search that takes long. */
  cancel(): void;
}

const nothing = { reason: '', passages: [], hits: [], share: 1, cancel: () => {} } as const;

function foundBy(finding: Finding, passages: readonly SearchedPassage[], cancel: () => void): Found {
  switch (finding.state) {
    case 'looking':
      return { ...nothing, state: 'looking', passages, share: finding.share, cancel };
    case 'found':
      return { ...nothing, state: 'found', passages, hits: finding.hits };
    case 'endless':
      return { ...nothing, state: 'endless' };
    case 'failed':
      return { ...nothing, state: 'wrong', reason: finding.reason };
  }
}

export function stretchOf({ passages, hits }: Found, index: number): Stretch | null {
  const hit = hits[index];
  const passage = hit && passages[hit.at];
  return passage ? { blockId: passage.blockId, cell: passage.cell, start: hit.start, end: hit.end } : null;
}

/** @param open nothing is looked for while nobody looks. */
export function useFind(document: DespatchDocument, query: Query, open: boolean): Found {
  const compiled = useMemo(() => compile(query), [query]);
  const [found, setFound] = useState<Found>({ ...nothing, state: 'empty' });
  const latest = useRef(0);
  useEffect(() => {
    latest.current += 1;
    const mine = latest.current;
    if (!open || compiled.state === 'empty') {
      setFound({ ...nothing, state: 'empty' });
      return;
    }
    if (compiled.state === 'wrong') {
      setFound({ ...nothing, state: 'wrong', reason: compiled.reason });
      return;
    }
    const passages = corpusOf(document);
    const texts = passages.map(({ text }) => text);
    let stop: (() => void) | null = null;
    let stopped = false;
    const cancel = () => {
      stopped = true;
      stop?.();
      if (latest.current === mine) setFound({ ...nothing, state: 'empty' });
    };
    const { source, flags } = compiled;
    stop = startSearch({ source, flags, pattern: query.pattern, texts }, (finding) => {
      if (!stopped) setFound(foundBy(finding, passages, cancel));
    });
    return () => {
      stopped = true;
      stop?.();
    };
  }, [document, compiled, query.pattern, open]);
  return found;
}
