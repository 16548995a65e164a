import './library.css';
import {
  ArrowUpDown,
  ClipboardPaste,
  FileDown,
  FileText,
  LayoutTemplate,
  Plus,
  ScrollText,
  Search,
  X,
} from 'lucide-react';
import { lazy, Suspense, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { Button as AriaButton, Input, SearchField } from 'react-aria-components';
import * as z from 'zod';
import type { DocumentSummary } from '../../shared/contract/calls.ts';
import type { MenuLists } from '../../shared/contract/desktop.ts';
import { useCommandBus, useCommands } from '../app/commands.tsx';
import { FailureMessage } from '../app/failure-message.tsx';
import { notifyFailure } from '../app/failures.ts';
import { useIntake } from '../app/intake.tsx';
import { useKeptPlace } from '../app/kept-place.ts';
import { keepRecent } from '../app/recent-documents.ts';
import { useServices } from '../app/services.ts';
import { keysFor } from '../app/shortcuts.ts';
import { Starting } from '../app/starting.tsx';
import { useMenuLists } from '../app/use-menu-lists.ts';
import { useSources } from '../evidence/sources.ts';
import { Welcome } from '../tour/welcome.tsx';
import { Button } from '../ui/button.tsx';
import { Menu, MenuItem, MenuSeparator } from '../ui/menu.tsx';
import { useRemembered } from '../ui/remembered.ts';
import { BinList, DocumentList } from './document-list.tsx';
import {
  matching,
  onShelf,
  type Shelf,
  type SortOrder,
  sorted,
  sortOrders,
  titleFor,
  toLookIn,
} from './list-model.ts';
import { Nothing } from './nothing.tsx';
import { LibraryBanner } from './read-only.tsx';
import { Sidebar, shelfNames } from './sidebar.tsx';
import { useDocuments } from './use-documents.ts';

const sortNames: Readonly<Record<SortOrder, string>> = {
  updated: 'Last changed',
  title: 'Title',
  kind: 'Kind',
};

const FoundInside = lazy(async () => ({ default: (await import('../lines/found-inside.tsx')).FoundInside }));
/** From so many letters on, the words inside documents are searched. */
const LEAST_INSIDE = 2;

const noInsert: MenuLists['insert'] = [];

/** @param props.from the document one comes from, if any. */
export function Home({ from }: { from: string | null }) {
  const { desktop, go } = useServices();
  const documents = useDocuments();
  const [shelf, setShelf] = useState<Shelf>('all');
  const [query, setQuery] = useState('');
  const [order, setOrder] = useRemembered<SortOrder>('library.sort', z.enum(sortOrders), 'updated');
  const search = useRef<HTMLInputElement>(null);
  const wanted = useDeferredValue(query);

  useEffect(() => {
    desktop.setWindowState({ title: '', saved: true, documentOpen: false, documentKind: null });
  }, [desktop]);
  const present = documents.kept;
  const recent = useMemo(() => {
    if (present) keepRecent(present.map((summary) => ({ id: summary.id, title: titleFor(summary) })));
    return present;
  }, [present]);
  useMenuLists(noInsert, recent);
  const listed = documents.kept !== null;
  useEffect(() => {
    if (!listed) return;
    // The list draws its rows a frame after it was given them.
    const frame = requestAnimationFrame(() => {
      const row =
        from === null ? null : document.querySelector<HTMLElement>(`[data-key="${CSS.escape(from)}"]`);
      (row ?? document.querySelector<HTMLElement>('[role="row"]'))?.focus();
    });
    return () => cancelAnimationFrame(frame);
  }, [listed, from]);
  useKeptPlace(null);
  useCommands({ find: () => search.current?.select() });

  const { kept, removed, error } = documents;
  const { unseen } = useSources();
  const toLook = useMemo(() => toLookIn(unseen), [unseen]);
  const shown = sorted(
    matching(shelf === 'bin' ? removed : onShelf(kept ?? [], shelf, toLook), wanted),
    order,
  );
  const open = ({ id, pendingImportRows }: DocumentSummary) =>
    void go({ screen: 'document', documentId: id, review: pendingImportRows > 0 }).catch(notifyFailure);

  return (
    <div className="home">
      <Sidebar shelf={shelf} kept={kept ?? []} removed={removed} toLook={toLook} onChoose={setShelf} />
      <main className="home-main">
        <header className="home-bar">
          <h2>{shelfNames[shelf]}</h2>
          <SearchField className="search" aria-label="Search documents" value={query} onChange={setQuery}>
            <Search size={14} aria-hidden />
            <Input ref={search} className="input" placeholder="Search" />
            {query === '' ? null : (
              <AriaButton className="button icon" aria-label="Clear search">
                <X size={14} aria-hidden />
              </AriaButton>
            )}
          </SearchField>
          <Menu
            label="Sort by"
            placement="bottom end"
            trigger={
              <Button aria-label={`Sort by, now ${sortNames[order].toLowerCase()}`}>
                <ArrowUpDown size={14} aria-hidden /> {sortNames[order]}
              </Button>
            }
          >
            {sortOrders.map((name) => (
              <MenuItem
                key={name}
                label={sortNames[name]}
                current={name === order}
                onAction={() => setOrder(() => name)}
              />
            ))}
          </Menu>
          <NewMenu />
        </header>
        <LibraryBanner />
        {kept !== null && !error ? <Welcome libraryEmpty={kept.length === 0} /> : null}
        {error ? (
          <FailureMessage error={error} action="Try again" onAction={documents.reload} />
        ) : kept === null ? (
          <Starting />
        ) : shown.length === 0 ? (
          <Nothing shelf={shelf} query={wanted} libraryEmpty={kept.length === 0} />
        ) : shelf === 'bin' ? (
          <BinList documents={shown} onRestore={documents.restore} />
        ) : (
          <DocumentList
            label={shelfNames[shelf]}
            documents={shown}
            toLook={toLook}
            onOpen={open}
            onRemove={documents.remove}
          />
        )}
        {wanted.trim().length >= LEAST_INSIDE && shelf !== 'bin' && !error ? (
          <Suspense>
            <FoundInside query={wanted} />
          </Suspense>
        ) : null}
        <p className="visually-hidden" role="status">
          {wanted === '' || kept === null ? '' : `${shown.length} found`}
        </p>
      </main>
    </div>
  );
}

function NewMenu() {
  const intake = useIntake();
  const bus = useCommandBus();
  return (
    <Menu
      label="New document"
      placement="bottom end"
      trigger={
        <Button look="primary">
          <Plus size={16} aria-hidden /> New
        </Button>
      }
    >
      <MenuItem
        label="From a template…"
        icon={<LayoutTemplate size={14} aria-hidden />}
        shortcut={keysFor('new-document')}
        onAction={() => bus.run('new-document')}
      />
      <MenuSeparator />
      <MenuItem
        label="New brief"
        icon={<FileText size={14} aria-hidden />}
        shortcut={keysFor('new-briefing')}
        onAction={() => intake.create('briefing')}
      />
      <MenuItem
        label="New report"
        icon={<ScrollText size={14} aria-hidden />}
        shortcut={keysFor('new-report')}
        onAction={() => intake.create('report')}
      />
      <MenuSeparator />
      <MenuItem
        label="Import file…"
        icon={<FileDown size={14} aria-hidden />}
        shortcut={keysFor('import-file')}
        onAction={intake.importFile}
      />
      <MenuItem
        label="Import pasted text…"
        icon={<ClipboardPaste size={14} aria-hidden />}
        shortcut={keysFor('import-text')}
        onAction={intake.importText}
      />
    </Menu>
  );
}
