import './evidence.css';
import { ArrowUpDown, FilePlus2, Search, X } from 'lucide-react';
import {
  type KeyboardEvent,
  memo,
  useCallback,
  useDeferredValue,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import * as z from 'zod';
import type { MenuLists } from '../../../shared/contract/desktop.ts';
import type { SourceSummary } from '../../../shared/contract/evidence-source-calls.ts';
import type { CitationUse } from '../../../shared/contract/evidence-standing-calls.ts';
import type { ReaderRequest } from '../../../shared/evidence/reader-request.ts';
import { useCommands } from '../../app/commands.tsx';
import { FailureMessage } from '../../app/failure-message.tsx';
import { notifyFailure } from '../../app/failures.ts';
import { type Place, useServices } from '../../app/services.ts';
import { useMenuLists } from '../../app/use-menu-lists.ts';
import { LibraryBanner } from '../../library/read-only.tsx';
import { usePaletteEntries } from '../../palette/sources.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Divider } from '../../ui/divider.tsx';
import { holdKeys } from '../../ui/held-keys.ts';
import { Menu, MenuItem } from '../../ui/menu.tsx';
import { useRemembered } from '../../ui/remembered.ts';
import { Reader } from '../reader/reader.tsx';
import { useSources, useSourcesStore } from '../sources.ts';
import { AddMenu } from './add-menu.tsx';
import { useAdding } from './adding/adding.ts';
import { count } from './adding/report-model.ts';
import { BinList } from './bin-list.tsx';
import { DetailsPanel, type DetailTab, detailTabs } from './details/details-panel.tsx';
import { SeveralForm } from './details/several-form.tsx';
import { EvidenceSidebar, shelfNames } from './evidence-sidebar.tsx';
import { nothingChosen, only, type Selection } from './list/selection.ts';
import {
  called,
  facetRows,
  hasFacets,
  isOnShelf,
  noFacets,
  passes,
  type Shelf,
  type Sort,
  shelves,
  sortBy,
  sortColumns,
  sorted,
} from './list/shelf-model.ts';
import { SourceTable, sortNames } from './list/source-table.tsx';
import { LookList } from './look/look-list.tsx';
import { Message, Nothing } from './nothing.tsx';
import { useReferencesExport } from './references/use-references-export.tsx';
import { filtersOf, foundRows, grouped, type Option, optionsOf, requestFor } from './search/search-model.ts';
import { SearchResults } from './search/search-results.tsx';
import { useSearch } from './search/use-search.ts';
import { SourceMenu } from './source-menu.tsx';
import { useBin } from './use-bin.ts';
import { useDrop } from './use-drop.ts';
import { useFolders } from './use-folders.ts';
import { useParts } from './use-parts.ts';

const noInsert: MenuLists['insert'] = [];
const noSources: readonly SourceSummary[] = [];
const sortSchema = z.strictObject({ column: z.enum(sortColumns), descending: z.boolean() });
const newestFirst: Sort = { column: 'addedAt', descending: true };
/** Sources called by what was typed, before the passages. */
const MOST_TITLES = 5;

const widths = {
  details: { min: 280, max: 720, usual: 352 },
  reader: { min: 360, max: 1600, usual: 620 },
} as const;

const Details = memo(DetailsPanel);

interface Props {
  readonly place: Extract<Place, { screen: 'evidence' }>;
}

/** The evidence library: shelves at the left, sources in the middle, the one in hand at the right. */
export function EvidenceScreen({ place }: Props) {
  const { desktop, back } = useServices();
  const store = useSourcesStore();
  const { kept, binned, unseen, error, revision } = useSources();
  const adding = useAdding();
  const bin = useBin();
  const folders = useFolders();
  const dropping = useDrop(adding);
  useParts();

  const [shelf, setShelf] = useState<Shelf>('all');
  const [facets, setFacets] = useState(noFacets);
  const [sort, setSort] = useRemembered('evidence.sort', sortSchema, newestFirst);
  const [selection, setSelection] = useState<Selection>(nothingChosen);
  const [tab, setTab] = useState<DetailTab>(detailTabs[0]);
  /** What is read at the right, in the place of the details; null: nothing. */
  const [reading, setReading] = useState<ReaderRequest | null>(null);
  /** The reader is to take the focus as soon as it is there. */
  const [entering, setEntering] = useState(false);
  /** The form is to take the focus as soon as it is there. */
  const [editing, setEditing] = useState(false);
  const [query, setQuery] = useState('');
  const [option, setOption] = useState<string | null>(null);
  const [menu, setMenu] = useState<{ left: number; top: number; bottom: number } | null>(null);
  const [layout, setLayout] = useRemembered(
    'evidence.columns',
    z.strictObject({ details: z.number(), reader: z.number() }),
    { details: widths.details.usual, reader: widths.reader.usual },
  );
  const field = useRef<HTMLInputElement>(null);
  const screen = useRef<HTMLDivElement>(null);
  const listId = useId();

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
  const search = useSearch(searching ? query : '', filters, revision);
  const groups = useMemo(() => grouped(search.hits), [search.hits]);
  const deferredQuery = useDeferredValue(query);
  // Those of which passages were found stand above these anyway.
  const titles = useMemo(() => {
    if (!searching) return noSources;
    const found = new Set(groups.map(({ sourceId }) => sourceId));
    return called(shown, deferredQuery.replaceAll(/["()*]/g, ' '))
      .filter(({ id }) => !found.has(id))
      .slice(0, MOST_TITLES);
  }, [searching, shown, deferredQuery, groups]);
  const options = useMemo(() => optionsOf(titles, groups), [titles, groups]);
  const activeOption = options.find(({ id }) => id === option) ?? options[0] ?? null;

  const rows = useMemo(() => {
    if (shelf === 'bin' || shelf === 'look') return null;
    const all = facetRows(onShelf, facets);
    return searching && search.facets ? foundRows(search.facets, all) : all;
  }, [shelf, onShelf, facets, searching, search.facets]);

  useEffect(() => {
    desktop.setWindowState({ title: 'Evidence', saved: true, documentOpen: false, documentKind: null });
  }, [desktop]);
  useMenuLists(noInsert, revision);

  const focusList = useCallback(() => {
    // A list that was just shown draws itself a frame later.
    requestAnimationFrame(() =>
      screen.current
        ?.querySelector<HTMLElement>('.evidence-main [data-part-entry], .evidence-main [role="row"]')
        ?.focus(),
    );
  }, []);
  // One arrives at a source, in the search, or at the list.
  const listed = kept !== null;
  useEffect(() => {
    if (!listed) return;
    if (place.sourceId !== undefined) {
      setShelf('all');
      setFacets(noFacets);
      setQuery('');
      setSelection(only(place.sourceId));
    }
    if (place.search) field.current?.select();
    else focusList();
  }, [listed, place, focusList]);

  const chosen = shown.filter(({ id }) => selection.chosen.has(id));
  const inHand = searching
    ? (byId.get(activeOption?.sourceId ?? '') ?? null)
    : chosen.length === 1
      ? (chosen[0] ?? null)
      : null;
  const references = useReferencesExport({
    all: sources,
    shown: searching
      ? [...new Set(options.map(({ sourceId }) => sourceId))]
      : rows === null
        ? null
        : shown.map(({ id }) => id),
    selected: searching ? [] : chosen.map(({ id }) => id),
    shelf: searching ? 'Found' : shelfNames[shelf],
  });
  // The details follow the arrow keys, and never hold them up.
  const detailed = useDeferredValue(inHand);

  const open = useCallback((request: ReaderRequest) => {
    setReading(request);
    setEntering(true);
  }, []);
  const openSource = ({ id }: SourceSummary, edition?: string) =>
    open(edition === undefined ? { sourceId: id } : { sourceId: id, edition });
  const openOption = (made: Option) => {
    setOption(made.id);
    open(requestFor(made));
  };
  const openUse = ({ sourceId, anchor, locator }: CitationUse) => {
    const { place: now } = anchor;
    open({
      sourceId,
      at: now
        ? { page: now.page, position: { start: now.start, end: now.end } }
        : { page: locator.page, quote: locator.quote },
    });
  };
  // What is being read follows the choice in the list, as in a mail client.
  const follows = useRef<string | null>(null);
  const follow = searching ? (activeOption?.id ?? null) : (detailed?.id ?? null);
  useEffect(() => {
    const changed = follows.current !== follow;
    follows.current = follow;
    if (!changed || follow === null) return;
    setReading((now) => {
      if (now === null) return null;
      if (searching) return activeOption ? requestFor(activeOption) : now;
      return now.sourceId === follow ? now : { sourceId: follow };
    });
  }, [follow, searching, activeOption]);
  const closeReader = () => {
    setReading(null);
    focusList();
  };
  useEffect(() => {
    if (!entering || reading === null) return;
    // The source is opened in another process, which takes a moment.
    const looking = setInterval(() => {
      const page = screen.current?.querySelector<HTMLElement>('.evidence-aside .reader-pages');
      if (!page) return;
      page.focus();
      setEntering(false);
    }, 50);
    const giveUp = setTimeout(() => setEntering(false), 3000);
    return () => {
      clearInterval(looking);
      clearTimeout(giveUp);
    };
  }, [entering, reading]);
  const onOpenDetailed = useCallback(
    (source: SourceSummary, edition?: string) =>
      open(edition === undefined ? { sourceId: source.id } : { sourceId: source.id, edition }),
    [open],
  );
  const onEditing = useCallback(() => setEditing(false), []);
  const onRemoveDetailed = useCallback((source: SourceSummary) => bin.remove([source]), [bin]);
  const edit = () => {
    // What is typed before the form is there is typed into it.
    holdKeys();
    setReading(null);
    setTab('details');
    setEditing(true);
  };
  const goBack = () => void back().catch(notifyFailure);
  const chooseShelf = (name: Shelf) => {
    setShelf(name);
    setFacets(noFacets);
    setSelection(nothingChosen);
    setReading(null);
    if (name === 'bin' || name === 'look') setQuery('');
  };

  useCommands({
    find: () => field.current?.select(),
    evidence: goBack,
    'search-evidence': () => field.current?.select(),
  });
  usePaletteEntries(() => [
    ...shelves.map((name) => ({
      id: `evidence-shelf-${name}`,
      group: 'Evidence',
      name: shelfNames[name],
      run: () => chooseShelf(name),
    })),
    {
      id: 'export-references',
      group: 'Evidence',
      name: 'Export references…',
      keywords: 'RIS BibTeX CSL JSON Zotero EndNote Mendeley reference manager',
      run: references.ask,
    },
    ...sources.map((source) => ({
      id: `evidence-source-${source.id}`,
      group: 'Sources',
      name: source.title,
      keywords: `${source.organisation} ${source.author}`,
      onlyWhenAsked: true,
      run: () => {
        chooseShelf('all');
        setQuery('');
        setSelection(only(source.id));
        focusList();
      },
    })),
  ]);

  /** Escape goes back step by step: out of the search, out of what is narrowed, out of the evidence. */
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    if (!(event.target instanceof HTMLElement) || !screen.current?.contains(event.target)) return;
    event.preventDefault();
    const inDetails = event.target.closest('.evidence-aside') !== null;
    if (inDetails && reading !== null) closeReader();
    else if (inDetails) focusList();
    else if (query !== '') {
      setQuery('');
      focusList();
    } else if (hasFacets(facets)) setFacets(noFacets);
    else goBack();
  };
  const onSearchKey = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown' && !searching) {
      focusList();
    } else if (!searching || options.length === 0) return;
    else {
      const at = activeOption ? options.indexOf(activeOption) : -1;
      const to = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + 8, PageUp: at - 8 }[event.key];
      if (to !== undefined) {
        setOption(options[Math.max(0, Math.min(options.length - 1, to))]?.id ?? null);
        if (to >= options.length - 1) search.showMore();
      } else if (event.key === 'Enter' && activeOption) openOption(activeOption);
      else return;
    }
    event.preventDefault();
  };

  const side = reading === null ? 'details' : 'reader';
  const title = searching
    ? search.error !== null || (search.busy && search.query === '')
      ? 'Search'
      : `${count(search.hits.length, 'passage')}${search.more ? ' and more' : ''} in ${count(groups.length, 'source')}`
    : shelfNames[shelf];
  const binShown = query.trim() === '' ? binned : called(binned, query);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears Escape and drops from everything in it.
    <div ref={screen} className="evidence" onKeyDown={onKeyDown} {...dropping.handlers}>
      <EvidenceSidebar
        shelf={shelf}
        counts={counts}
        facets={facets}
        rows={rows}
        folders={folders}
        onShelf={chooseShelf}
        onFacets={setFacets}
        onBack={goBack}
      />
      <main className="home-main evidence-main" aria-label="Sources" data-part>
        <header className="home-bar">
          <h2>
            {title}
            {searching || shelf === 'look' || shelf === 'bin' ? null : (
              <span className="shelf-count">
                {' '}
                {shown.length === 0 ? '' : shown.length.toLocaleString('en-GB')}
              </span>
            )}
          </h2>
          <div className="search evidence-search">
            <Search size={14} aria-hidden />
            <input
              ref={field}
              type="search"
              className="input"
              role="combobox"
              aria-label={shelf === 'bin' ? 'Search the bin' : 'Search the words of all sources'}
              aria-expanded={searching}
              aria-autocomplete="list"
              aria-controls={searching ? listId : undefined}
              aria-activedescendant={searching && activeOption ? activeOption.id : undefined}
              placeholder={shelf === 'bin' ? 'Search the bin' : 'Search all words'}
              title={'Words, "a phrase", begin*, AND, OR, NOT, title: author: organisation:'}
              spellCheck={false}
              autoComplete="off"
              value={query}
              onChange={(event) => {
                setQuery(event.target.value);
                setOption(null);
                // There are citations, not sources.
                if (shelf === 'look') setShelf('all');
              }}
              onKeyDown={onSearchKey}
            />
            {query === '' ? null : (
              <IconButton
                label="Clear the search"
                onPress={() => {
                  setQuery('');
                  field.current?.focus();
                }}
              >
                <X size={14} aria-hidden />
              </IconButton>
            )}
          </div>
          {searching || shelf === 'look' || shelf === 'bin' ? null : (
            <Menu
              label="Sort by"
              placement="bottom end"
              trigger={
                <Button aria-label={`Sort by, now ${sortNames[sort.column].toLowerCase()}`}>
                  <ArrowUpDown size={14} aria-hidden />{' '}
                  <span className="sort-name">{sortNames[sort.column]}</span>
                </Button>
              }
            >
              {sortColumns.map((column) => (
                <MenuItem
                  key={column}
                  label={sortNames[column]}
                  current={column === sort.column}
                  onAction={() => setSort((now) => sortBy(now, column))}
                />
              ))}
            </Menu>
          )}
          <AddMenu onExportReferences={references.ask} />
        </header>
        <LibraryBanner />
        {error && kept === null ? (
          <FailureMessage error={error} action="Try again" onAction={() => void store.reload()} />
        ) : kept === null ? null : shelf === 'look' ? (
          unseen.length === 0 ? (
            <Nothing shelf="look" narrowed={false} onWiden={() => {}} />
          ) : (
            <LookList unseen={unseen} sources={byId} binned={binned} onOpenSource={openUse} />
          )
        ) : shelf === 'bin' ? (
          binShown.length === 0 ? (
            query.trim() === '' ? (
              <Nothing shelf="bin" narrowed={false} onWiden={() => {}} />
            ) : (
              <Message
                title={`Nothing in the bin is called “${query.trim()}”`}
                text="Here only titles are searched."
              />
            )
          ) : (
            <BinList sources={binShown} onRestore={(source) => bin.restore([source])} />
          )
        ) : searching ? (
          options.length === 0 && !search.busy && !search.error ? (
            <Message
              title={`Nothing says “${query.trim()}”`}
              text={
                search.problem ??
                'Every word has to occur, in any form of it. Try fewer words, OR between them, or the beginning of one with a star.'
              }
            />
          ) : (
            <SearchResults
              id={listId}
              search={search}
              titles={titles}
              groups={groups}
              sources={byId}
              active={activeOption?.id ?? null}
              onActive={setOption}
              onOpen={openOption}
            />
          )
        ) : shown.length === 0 ? (
          <Nothing shelf={shelf} narrowed={onShelf.length > 0} onWiden={() => setFacets(noFacets)} />
        ) : (
          <SourceTable
            label={shelfNames[shelf]}
            sources={shown}
            selection={selection}
            sort={sort}
            onSelection={setSelection}
            onSort={(next) => setSort(() => next)}
            onOpen={openSource}
            onRemove={bin.remove}
            onEdit={edit}
            onMenu={setMenu}
          />
        )}
        <p className="visually-hidden" role="status">
          {searching ? (search.busy ? '' : title) : ''}
          {!searching && chosen.length > 1 ? `${count(chosen.length, 'source')} selected` : ''}
        </p>
      </main>
      {reading || detailed || chosen.length > 1 ? (
        <aside
          id="evidence-aside"
          className="evidence-aside"
          aria-label="Source"
          data-part
          style={{ width: `min(${layout[side]}px, 60vw)` }}
        >
          <Divider
            label={reading ? 'Width of the reader' : 'Width of the details'}
            controls="evidence-aside"
            side="right"
            width={layout[side]}
            {...widths[side]}
            onResize={(width) => setLayout((now) => ({ ...now, [side]: width }))}
          />
          {reading ? (
            <Reader request={reading} onClose={closeReader} />
          ) : chosen.length > 1 && !searching ? null : detailed ? (
            <Details
              key={detailed.id}
              source={detailed}
              tab={tab}
              editing={editing}
              organisations={organisations}
              onTab={setTab}
              onEditing={onEditing}
              onOpen={onOpenDetailed}
              onRemove={onRemoveDetailed}
            />
          ) : null}
          {reading === null && chosen.length > 1 && !searching ? (
            <SeveralForm
              key={chosen.map(({ id }) => id).join(' ')}
              sources={chosen}
              organisations={organisations}
              onRemove={() => bin.remove(chosen)}
            />
          ) : null}
        </aside>
      ) : null}
      {menu ? (
        <SourceMenu
          place={menu}
          sources={chosen}
          onOpen={openSource}
          onEdit={edit}
          onExportReferences={references.ask}
          onRemove={() => bin.remove(chosen)}
          onClose={() => {
            setMenu(null);
            focusList();
          }}
        />
      ) : null}
      {references.dialog}
      {dropping.over ? (
        <div className="drop-over" aria-hidden>
          <FilePlus2 size={24} aria-hidden />
          <strong>Add to the evidence library</strong>
        </div>
      ) : null}
    </div>
  );
}
