import './evidence.css';
import { FilePlus2 } from 'lucide-react';
import {
  type KeyboardEvent,
  useCallback,
  useDeferredValue,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { MenuLists } from '../../../shared/contract/desktop.ts';
import type { SourceSummary } from '../../../shared/contract/evidence-source-calls.ts';
import { useCommands } from '../../app/commands.tsx';
import { notifyFailure } from '../../app/failures.ts';
import { type Place, useServices } from '../../app/services.ts';
import { useMenuLists } from '../../app/use-menu-lists.ts';
import { LibraryBanner } from '../../library/read-only.tsx';
import { holdKeys } from '../../ui/held-keys.ts';
import { useSources } from '../sources.ts';
import { useAdding } from './adding/adding.ts';
import { count } from './adding/report-model.ts';
import { type DetailTab, detailTabs } from './details/details-panel.tsx';
import { EvidenceSidebar, shelfNames } from './evidence-sidebar.tsx';
import { nothingChosen, only, type Selection } from './list/selection.ts';
import { facetRows, hasFacets, noFacets, type Shelf } from './list/shelf-model.ts';
import { useReferencesExport } from './references/use-references-export.tsx';
import { foundRows, type Option, requestFor } from './search/search-model.ts';
import { useShelfSearch } from './search/use-shelf-search.ts';
import { ShelfAside } from './shelf-aside.tsx';
import { ShelfBar } from './shelf-bar.tsx';
import { ShelfBody } from './shelf-body.tsx';
import { type MenuPlace, SourceMenu } from './source-menu.tsx';
import { useBin } from './use-bin.ts';
import { useDrop } from './use-drop.ts';
import { useFolders } from './use-folders.ts';
import { useParts } from './use-parts.ts';
import { useShelf } from './use-shelf.ts';
import { useShelfEntries } from './use-shelf-entries.ts';
import { useShelfReader } from './use-shelf-reader.ts';

const noInsert: MenuLists['insert'] = [];

interface Props {
  readonly place: Extract<Place, { screen: 'evidence' }>;
}

/** The evidence library: shelves at the left, sources in the middle, the one in hand at the right. */
export function EvidenceScreen({ place }: Props) {
  const { desktop, back } = useServices();
  const { kept, revision } = useSources();
  const bin = useBin();
  const folders = useFolders();
  const dropping = useDrop(useAdding());
  useParts();

  const inHand = useShelf();
  const { sources, byId, shelf, setShelf, facets, setFacets, onShelf, shown, counts } = inHand;
  const [selection, setSelection] = useState<Selection>(nothingChosen);
  const [tab, setTab] = useState<DetailTab>(detailTabs[0]);
  /** The form is to take the focus as soon as it is there. */
  const [editing, setEditing] = useState(false);
  const [menu, setMenu] = useState<MenuPlace | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const screen = useRef<HTMLDivElement>(null);
  const listId = useId();

  const focusList = useCallback(() => {
    // A list that was just shown draws itself a frame later.
    requestAnimationFrame(() =>
      screen.current
        ?.querySelector<HTMLElement>('.evidence-main [data-part-entry], .evidence-main [role="row"]')
        ?.focus(),
    );
  }, []);
  const search = useShelfSearch(inHand, { revision, onOpen: openFound, onLeave: focusList });
  const { query, setQuery, searching, found, groups, active } = search;

  const chosen = shown.filter(({ id }) => selection.chosen.has(id));
  const one = searching
    ? (byId.get(active?.sourceId ?? '') ?? null)
    : chosen.length === 1
      ? (chosen[0] ?? null)
      : null;
  // The details follow the arrow keys, and never hold them up.
  const detailed = useDeferredValue(one);
  const reader = useShelfReader(
    screen,
    searching
      ? active && { key: active.id, request: requestFor(active) }
      : detailed && { key: detailed.id, request: { sourceId: detailed.id } },
  );
  function openFound(option: Option): void {
    search.setOption(option.id);
    reader.open(requestFor(option));
  }
  const closeReader = () => {
    reader.shut();
    focusList();
  };

  const rows = useMemo(() => {
    if (shelf === 'bin' || shelf === 'look') return null;
    const all = facetRows(onShelf, facets);
    return searching && found.facets ? foundRows(found.facets, all) : all;
  }, [shelf, onShelf, facets, searching, found.facets]);
  const references = useReferencesExport({
    all: sources,
    shown: searching
      ? [...new Set(search.options.map(({ sourceId }) => sourceId))]
      : rows === null
        ? null
        : shown.map(({ id }) => id),
    selected: searching ? [] : chosen.map(({ id }) => id),
    shelf: searching ? 'Found' : shelfNames[shelf],
  });

  useEffect(() => {
    desktop.setWindowState({ title: 'Evidence', saved: true, documentOpen: false, documentKind: null });
  }, [desktop]);
  useMenuLists(noInsert, revision);
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
  }, [listed, place, focusList, setShelf, setFacets, setQuery]);

  const onEditing = useCallback(() => setEditing(false), []);
  const onRemoveDetailed = useCallback((source: SourceSummary) => bin.remove([source]), [bin]);
  const edit = () => {
    // What is typed before the form is there is typed into it.
    holdKeys();
    reader.shut();
    setTab('details');
    setEditing(true);
  };
  const goBack = () => void back().catch(notifyFailure);
  const chooseShelf = (name: Shelf) => {
    setShelf(name);
    setFacets(noFacets);
    setSelection(nothingChosen);
    reader.shut();
    if (name === 'bin' || name === 'look') setQuery('');
  };
  const choose = (sourceId: string) => {
    chooseShelf('all');
    setQuery('');
    setSelection(only(sourceId));
    focusList();
  };

  useCommands({
    find: () => field.current?.select(),
    evidence: goBack,
    'search-evidence': () => field.current?.select(),
  });
  useShelfEntries({ sources, onShelf: chooseShelf, onSource: choose, onExport: references.ask });

  /** Escape goes back step by step: out of the search, out of what is narrowed, out of the evidence. */
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    if (!(event.target instanceof HTMLElement) || !screen.current?.contains(event.target)) return;
    event.preventDefault();
    const inDetails = event.target.closest('.evidence-aside') !== null;
    if (inDetails && reader.reading !== null) closeReader();
    else if (inDetails) focusList();
    else if (query !== '') {
      setQuery('');
      focusList();
    } else if (hasFacets(facets)) setFacets(noFacets);
    else goBack();
  };

  const title = searching
    ? found.error !== null || (found.busy && found.query === '')
      ? 'Search'
      : `${count(found.hits.length, 'passage')}${found.more ? ' and more' : ''} in ${count(groups.length, 'source')}`
    : shelfNames[shelf];

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
        <ShelfBar
          title={title}
          inHand={inHand}
          search={search}
          field={field}
          listId={listId}
          onExportReferences={references.ask}
        />
        <LibraryBanner />
        <ShelfBody
          inHand={inHand}
          search={search}
          reader={reader}
          bin={bin}
          selection={selection}
          listId={listId}
          onSelection={setSelection}
          onOpenFound={openFound}
          onEdit={edit}
          onMenu={setMenu}
        />
        <p className="visually-hidden" role="status">
          {searching ? (found.busy ? '' : title) : ''}
          {!searching && chosen.length > 1 ? `${count(chosen.length, 'source')} selected` : ''}
        </p>
      </main>
      <ShelfAside
        reader={reader}
        detailed={detailed}
        several={chosen.length > 1 && !searching ? chosen : []}
        organisations={inHand.organisations}
        tab={tab}
        editing={editing}
        onTab={setTab}
        onEditing={onEditing}
        onRemove={onRemoveDetailed}
        onRemoveSeveral={() => bin.remove(chosen)}
        onClose={closeReader}
      />
      {menu ? (
        <SourceMenu
          place={menu}
          sources={chosen}
          onOpen={reader.openSource}
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
