/** The list of sources: a grid of thousands of rows of which only those in sight are drawn. */
import './list.css';
import { ArrowDown, ArrowUp, CalendarClock, Layers, ScanText } from 'lucide-react';
import {
  type KeyboardEvent,
  type MouseEvent,
  memo,
  type ReactNode,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
} from 'react';
import type { SourceSummary } from '../../../../shared/contract/evidence-source-calls.ts';
import { useSettings } from '../../../settings/settings.ts';
import { printShortDate } from '../../issued.ts';
import { sourceKindIcons, sourceKindNames } from '../../kinds.ts';
import { count } from '../adding/report-model.ts';
import { all, kept, move, press, type Selection, toggleActive, typedTo } from './selection.ts';
import { isDue, type Sort, type SortColumn, sortBy } from './shelf-model.ts';
import { useRowWindow } from './use-window.ts';

/** In pixels. */
const rowHeights = { comfortable: 32, compact: 26 };
const HEAD = 28;
/** Milliseconds after which typing begins a new word. */
const TYPING_MS = 700;

interface Column {
  readonly id: SortColumn;
  readonly name: string;
  readonly className?: string;
}
const columns: readonly Column[] = [
  { id: 'kind', name: 'Kind' },
  { id: 'title', name: 'Title' },
  { id: 'organisation', name: 'Organisation', className: 'organisation' },
  { id: 'issued', name: 'Date' },
  { id: 'pages', name: 'Pages', className: 'number pages' },
  { id: 'marking', name: 'Marking', className: 'marking-cell' },
  { id: 'usedIn', name: 'Used', className: 'number' },
];
export const sortNames: Readonly<Record<SortColumn, string>> = {
  kind: 'Kind',
  title: 'Title',
  organisation: 'Organisation',
  issued: 'Date',
  pages: 'Pages',
  marking: 'Marking',
  usedIn: 'Used in',
  addedAt: 'Date added',
};

interface Props {
  readonly label: string;
  readonly sources: readonly SourceSummary[];
  readonly selection: Selection;
  readonly sort: Sort;
  readonly onSelection: (selection: Selection) => void;
  readonly onSort: (sort: Sort) => void;
  /** Enter, or a double click. */
  readonly onOpen: (source: SourceSummary) => void;
  readonly onRemove: (sources: readonly SourceSummary[]) => void;
  /** F2. */
  readonly onEdit: () => void;
  /** The menu of what is selected, beside a place of the window. */
  readonly onMenu: (place: { left: number; top: number; bottom: number }) => void;
}

export function SourceTable(props: Props) {
  const { label, sources, selection, sort, onSelection, onSort, onOpen, onRemove, onEdit, onMenu } = props;
  const { density } = useSettings();
  const rowHeight = rowHeights[density];
  const base = useId();
  const grid = useRef<HTMLDivElement>(null);
  const { first, end, perPage, slots } = useRowWindow(grid, sources.length, rowHeight, HEAD);
  const ids = useMemo(() => sources.map(({ id }) => id), [sources]);
  const typing = useRef({ text: '', at: 0 });

  // Rows come and go under the selection.
  const before = useRef(ids);
  useLayoutEffect(() => {
    const left = kept(selection, before.current, ids);
    before.current = ids;
    if (left !== selection) onSelection(left);
  });

  const activeAt = selection.active === null ? -1 : ids.indexOf(selection.active);
  useLayoutEffect(() => {
    const element = grid.current;
    if (!element || activeAt < 0) return;
    const top = activeAt * rowHeight;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + rowHeight + HEAD > element.scrollTop + element.clientHeight) {
      element.scrollTop = top + rowHeight + HEAD - element.clientHeight;
    }
  }, [activeAt, rowHeight]);

  const chosen = () => sources.filter(({ id }) => selection.chosen.has(id));
  const openActive = () => {
    const source = sources[activeAt];
    if (source) onOpen(source);
  };
  const menuAtActive = () => {
    const row = grid.current?.querySelector('.source-row.active')?.getBoundingClientRect();
    if (row) onMenu({ left: row.left + 120, top: row.top, bottom: row.bottom });
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const held = { shift: event.shiftKey, ctrl: event.ctrlKey || event.metaKey };
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: perPage,
      PageUp: -perPage,
      Home: -ids.length,
      End: ids.length,
    };
    const by = steps[event.key];
    if (by !== undefined) onSelection(move(selection, ids, by, held));
    else if (event.key === 'Enter') openActive();
    else if (event.key === 'Delete') onRemove(chosen());
    else if (event.key === 'F2') onEdit();
    else if (event.key === 'ContextMenu' || (event.key === 'F10' && held.shift)) menuAtActive();
    else if (event.key === ' ' && typing.current.text === '') {
      onSelection(held.ctrl ? toggleActive(selection, ids) : move(selection, ids, 0, held));
    } else if (held.ctrl && event.key.toLowerCase() === 'a') onSelection(all(selection, ids));
    else if (event.key.length === 1 && !held.ctrl && !event.altKey) {
      const now = event.timeStamp;
      const text = now - typing.current.at > TYPING_MS ? event.key : typing.current.text + event.key;
      typing.current = { text, at: now };
      const id = typedTo(sources, selection.active, text);
      if (id !== null) onSelection(press(selection, ids, id, { shift: false, ctrl: false }));
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  /** The row under the pointer. */
  const rowOf = (event: MouseEvent): SourceSummary | undefined => {
    const key = event.target instanceof Element ? event.target.closest('[data-key]') : null;
    const id = key?.getAttribute('data-key');
    return id == null ? undefined : sources[ids.indexOf(id)];
  };
  const onMouseDown = (event: MouseEvent) => {
    const source = rowOf(event);
    if (!source || event.button > 1) return;
    onSelection(
      press(selection, ids, source.id, { shift: event.shiftKey, ctrl: event.ctrlKey || event.metaKey }),
    );
  };
  const onContextMenu = (event: MouseEvent) => {
    const source = rowOf(event);
    if (!source) return;
    event.preventDefault();
    if (!selection.chosen.has(source.id)) {
      onSelection(press(selection, ids, source.id, { shift: false, ctrl: false }));
    }
    onMenu({ left: event.clientX, top: event.clientY, bottom: event.clientY });
  };

  const drawn: number[] = [];
  // What the keys start from is there for a screen reader also where it is out of sight.
  if (activeAt >= 0 && activeAt < first) drawn.push(activeAt);
  for (let at = first; at < end; at += 1) drawn.push(at);
  if (activeAt >= end) drawn.push(activeAt);

  const now = new Date();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table element cannot be drawn in part.
    <div
      ref={grid}
      className="source-table"
      role="grid"
      aria-label={label}
      aria-multiselectable
      aria-rowcount={sources.length + 1}
      aria-colcount={columns.length}
      aria-activedescendant={activeAt >= 0 ? `${base}-${activeAt}` : undefined}
      tabIndex={0}
      data-part-entry
      onKeyDown={onKeyDown}
      onMouseDown={onMouseDown}
      onDoubleClick={(event) => {
        const source = rowOf(event);
        if (source) onOpen(source);
      }}
      onContextMenu={onContextMenu}
      onFocus={() => {
        if (selection.active === null) onSelection(move(selection, ids, 1, { shift: false, ctrl: false }));
      }}
    >
      {/* biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: rows of a grid that is no table; the grid has the focus. */}
      <div role="row" className="source-head" aria-rowindex={1}>
        {columns.map(({ id, name, className = '' }) => (
          // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: as above.
          <div
            key={id}
            role="columnheader"
            className={`source-cell ${className}`}
            aria-sort={sort.column === id ? (sort.descending ? 'descending' : 'ascending') : 'none'}
          >
            {/* With keys the menu beside the search does it: the grid is one stop of Tab. */}
            <button
              type="button"
              tabIndex={-1}
              className="source-sort"
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onSort(sortBy(sort, id))}
            >
              {name}
              {sort.column === id ? (
                sort.descending ? (
                  <ArrowDown size={12} aria-hidden />
                ) : (
                  <ArrowUp size={12} aria-hidden />
                )
              ) : null}
            </button>
          </div>
        ))}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: as above. */}
      <div role="rowgroup" className="source-rows" style={{ height: sources.length * rowHeight }}>
        {drawn.map((at) => {
          const source = sources[at];
          if (!source) return null;
          return (
            <SourceRow
              key={at >= first && at < end ? at % slots : 'active'}
              id={`${base}-${at}`}
              source={source}
              at={at}
              top={at * rowHeight}
              height={rowHeight}
              chosen={selection.chosen.has(source.id)}
              active={at === activeAt}
              due={isDue(source.reviewBy, now)}
            />
          );
        })}
      </div>
    </div>
  );
}

interface RowProps {
  readonly id: string;
  readonly source: SourceSummary;
  readonly at: number;
  readonly top: number;
  readonly height: number;
  readonly chosen: boolean;
  readonly active: boolean;
  readonly due: boolean;
}

const SourceRow = memo(function SourceRow({ id, source, at, top, height, chosen, active, due }: RowProps) {
  const Icon = sourceKindIcons[source.kind];
  return (
    // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: the grid has the focus.
    <div
      id={id}
      role="row"
      className={`source-row${active ? ' active' : ''}`}
      data-key={source.id}
      aria-rowindex={at + 2}
      aria-selected={chosen}
      style={{ transform: `translateY(${top}px)`, height }}
    >
      <Cell className="kind">
        <Icon size={14} aria-hidden /> {sourceKindNames[source.kind]}
      </Cell>
      {/* biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: as above. */}
      <div role="rowheader" className="source-cell title">
        <span className="source-title" title={source.title}>
          {source.title}
        </span>
        <Signs source={source} due={due} />
      </div>
      <Cell className="organisation">{source.organisation}</Cell>
      <Cell className="date">{printShortDate(source.issued)}</Cell>
      <Cell className="number pages">{source.pages.toLocaleString('en-GB')}</Cell>
      <Cell className="marking-cell">
        {source.marking ? <span className="chip marking">{source.marking.classification}</span> : null}
      </Cell>
      <Cell className="number">
        {source.usedIn === 0 ? (
          <span className="visually-hidden">Unused</span>
        ) : (
          <span title={`${count(source.citations, 'citation')} in ${count(source.usedIn, 'document')}`}>
            {source.usedIn.toLocaleString('en-GB')}
          </span>
        )}
      </Cell>
    </div>
  );
});

function Cell({ className, children }: { readonly className: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: the grid has the focus.
    <div role="gridcell" className={`source-cell ${className}`}>
      {children}
    </div>
  );
}

const readWords = {
  text: null,
  partlyScanned: 'Some pages are scans without text',
  scanned: 'A scan without text',
  none: 'Nothing to read in it',
};

/** What somebody should know before relying on it; nothing for most. */
function Signs({ source, due }: { readonly source: SourceSummary; readonly due: boolean }) {
  const unread = source.kind === 'image' ? null : readWords[source.textState];
  return (
    <span className="source-signs">
      {source.marking?.classification === 'OFFICIAL-SENSITIVE' ? (
        <span className="chip marking sensitive">OFFICIAL-SENSITIVE</span>
      ) : null}
      {source.supersededBy === null ? null : <span className="chip attention">Superseded</span>}
      {due ? (
        <span className="sign warning" title="Its review date has come">
          <CalendarClock size={14} aria-hidden />
          <span className="visually-hidden">, review due</span>
        </span>
      ) : null}
      {unread === null ? null : (
        <span className="sign" title={unread}>
          <ScanText size={14} aria-hidden />
          <span className="visually-hidden">, {unread}</span>
        </span>
      )}
      {source.editions > 1 ? (
        <span className="sign" title={count(source.editions, 'edition')}>
          <Layers size={14} aria-hidden />
          <span className="visually-hidden">, {count(source.editions, 'edition')}</span>
        </span>
      ) : null}
    </span>
  );
}
