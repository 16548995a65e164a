/** Which sources the list shows: those of a shelf, narrowed by facets, in an order that is remembered. */
import { useMemo, useState } from 'react';
import * as z from 'zod';
import type { SourceSummary } from '../../../shared/contract/evidence-source-calls.ts';
import { useRemembered } from '../../ui/remembered.ts';
import { useSources } from '../sources.ts';
import {
  type Facets,
  isOnShelf,
  noFacets,
  passes,
  type Shelf,
  type Sort,
  sortColumns,
  sorted,
} from './list/shelf-model.ts';

const noSources: readonly SourceSummary[] = [];
const sortSchema = z.strictObject({ column: z.enum(sortColumns), descending: z.boolean() });
const newestFirst: Sort = { column: 'addedAt', descending: true };

export function useShelf() {
  const { kept, binned, unseen } = useSources();
  const [shelf, setShelf] = useState<Shelf>('all');
  const [facets, setFacets] = useState<Facets>(noFacets);
  const [sort, setSort] = useRemembered('evidence.sort', sortSchema, newestFirst);

  const sources = kept ?? noSources;
  const byId = useMemo(() => new Map(sources.map((source) => [source.id, source])), [sources]);
  // Once an hour would do for what is due; each new list does.
  const onShelf = useMemo(() => {
    const now = new Date();
    return sources.filter((source) => isOnShelf(source, shelf, now));
  }, [sources, shelf]);
  const counts = useMemo((): Record<Shelf, number> => {
    const now = new Date();
    const on = (name: Shelf) => sources.filter((source) => isOnShelf(source, name, now)).length;
    return {
      all: sources.length,
      recent: on('recent'),
      unused: on('unused'),
      review: on('review'),
      unreadable: on('unreadable'),
      look: unseen.length,
      bin: binned.length,
    };
  }, [sources, unseen, binned]);
  const shown = useMemo(
    () =>
      sorted(
        onShelf.filter((source) => passes(source, facets)),
        sort,
      ),
    [onShelf, facets, sort],
  );
  const organisations = useMemo(
    () => [...new Set(sources.map(({ organisation }) => organisation))].filter((name) => name !== '').sort(),
    [sources],
  );
  return {
    sources,
    byId,
    shelf,
    setShelf,
    facets,
    setFacets,
    sort,
    setSort,
    onShelf,
    shown,
    counts,
    organisations,
  };
}

export type ShelfInHand = ReturnType<typeof useShelf>;
