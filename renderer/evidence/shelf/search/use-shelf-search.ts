/** The search over the sources of the shelf as one types, and the hit that the arrows have come to. */
import { type KeyboardEvent, useDeferredValue, useMemo, useState } from 'react';
import type { SourceSummary } from '../../../../shared/contract/evidence-source-calls.ts';
import { called } from '../list/shelf-model.ts';
import type { ShelfInHand } from '../use-shelf.ts';
import { filtersOf, grouped, type Option, optionsOf } from './search-model.ts';
import { useSearch } from './use-search.ts';

const noSources: readonly SourceSummary[] = [];
/** Sources called by what was typed, before the passages. */
const MOST_TITLES = 5;

interface Options {
  readonly revision: number;
  readonly onOpen: (option: Option) => void;
  /** Down from the field where nothing is searched. */
  readonly onLeave: () => void;
}

export function useShelfSearch(
  { shelf, facets, onShelf, shown }: ShelfInHand,
  { revision, onOpen, onLeave }: Options,
) {
  const [query, setQuery] = useState('');
  const [option, setOption] = useState<string | null>(null);
  const searching = query.trim() !== '' && shelf !== 'bin' && shelf !== 'look';
  const filters = useMemo(
    () =>
      filtersOf(
        shelf,
        facets,
        onShelf.map(({ id }) => id),
      ),
    [shelf, facets, onShelf],
  );
  const found = useSearch(searching ? query : '', filters, revision);
  const groups = useMemo(() => grouped(found.hits), [found.hits]);
  const deferredQuery = useDeferredValue(query);
  // Those of which passages were found stand above these anyway.
  const titles = useMemo(() => {
    if (!searching) return noSources;
    const hit = new Set(groups.map(({ sourceId }) => sourceId));
    return called(shown, deferredQuery.replaceAll(/["()*]/g, ' '))
      .filter(({ id }) => !hit.has(id))
      .slice(0, MOST_TITLES);
  }, [searching, shown, deferredQuery, groups]);
  const options = useMemo(() => optionsOf(titles, groups), [titles, groups]);
  const active = options.find(({ id }) => id === option) ?? options[0] ?? null;

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown' && !searching) {
      onLeave();
    } else if (!searching || options.length === 0) return;
    else {
      const at = active ? options.indexOf(active) : -1;
      const to = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + 8, PageUp: at - 8 }[event.key];
      if (to !== undefined) {
        setOption(options[Math.max(0, Math.min(options.length - 1, to))]?.id ?? null);
        if (to >= options.length - 1) found.showMore();
      } else if (event.key === 'Enter' && active) onOpen(active);
      else return;
    }
    event.preventDefault();
  };
  return { query, setQuery, setOption, searching, found, groups, titles, options, active, onKeyDown };
}

export type ShelfSearch = ReturnType<typeof useShelfSearch>;
