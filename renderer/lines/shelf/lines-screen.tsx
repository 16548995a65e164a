import '../../library/library.css';
import '../../evidence/shelf/evidence.css';
import '../lines.css';
import { ChevronLeft, Plus, Repeat2, RotateCcw, Search, Tag, Trash2, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Button as AriaButton, GridList, GridListItem, Input, SearchField } from 'react-aria-components';
import type { MenuLists } from '../../../shared/contract/desktop.ts';
import type { LineSummary } from '../../../shared/contract/line-calls.ts';
import { type LineKind, lineKindNames, lineKinds } from '../../../shared/lines/line.ts';
import { useCommands } from '../../app/commands.tsx';
import { FailureMessage } from '../../app/failure-message.tsx';
import { notifyFailure } from '../../app/failures.ts';
import { type Place, useServices } from '../../app/services.ts';
import { useMenuLists } from '../../app/use-menu-lists.ts';
import { exactDate, shortDate } from '../../library/dates.ts';
import { Button } from '../../ui/button.tsx';
import { notify } from '../../ui/toasts.tsx';
import { lineKindIcons } from '../kinds.ts';
import { LinePanel, NewLine } from './line-panel.tsx';
import { useLines } from './use-lines.ts';

const noInsert: MenuLists['insert'] = [];

type Shelf =
  | { readonly is: 'all' | 'bin' }
  | { readonly is: 'kind'; readonly kind: LineKind }
  | { readonly is: 'tag'; readonly tag: string };

function nameOf(shelf: Shelf): string {
  if (shelf.is === 'kind') return pluralNames[shelf.kind];
  if (shelf.is === 'tag') return shelf.tag;
  return shelf.is === 'bin' ? 'Bin' : 'All lines';
}

const pluralNames: Readonly<Record<LineKind, string>> = {
  lineToTake: 'Lines to take',
  likelyQuestion: 'Questions and answers',
  point: 'Points',
  person: 'Biographies',
  fact: 'Facts',
};

interface Props {
  readonly place: Extract<Place, { screen: 'lines' }>;
}

/** The library of standing lines: shelves at the left, lines in the middle, the one in hand at the right. */
export function LinesScreen({ place }: Props) {
  const { client, desktop, back } = useServices();
  const [shelf, setShelf] = useState<Shelf>({ is: 'all' });
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState<string | null>(place.lineId ?? null);
  const [adding, setAdding] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const { found, error, reload } = useLines({
    query,
    deleted: shelf.is === 'bin',
    ...(shelf.is === 'kind' ? { kind: shelf.kind } : {}),
    ...(shelf.is === 'tag' ? { tag: shelf.tag } : {}),
  });
  useEffect(() => {
    desktop.setWindowState({ title: 'Standing lines', saved: true, documentOpen: false, documentKind: null });
  }, [desktop]);
  useMenuLists(noInsert, found);
  const goBack = () => void back().catch(notifyFailure);
  useCommands({ find: () => field.current?.select() });

  const lines = found?.lines ?? [];
  const inHand = lines.find(({ id }) => id === chosen) ?? null;
  const listed = found !== null;
  useEffect(() => {
    if (!listed) return;
    // The list draws its rows a frame after it was given them.
    const frame = requestAnimationFrame(() => {
      list.current?.querySelector<HTMLElement>('[role="row"]')?.focus();
    });
    return () => cancelAnimationFrame(frame);
  }, [listed]);

  const move = async (call: 'lines.remove' | 'lines.restore', { id, title, uses }: LineSummary) => {
    try {
      await client.call(call, { lineId: id });
      reload();
      const undo = call === 'lines.remove' ? 'lines.restore' : 'lines.remove';
      notify({
        tone: 'info',
        title: call === 'lines.remove' ? `“${title}” is in the bin` : `“${title}” is back`,
        ...(call === 'lines.remove' && uses > 0
          ? {
              body: `${uses === 1 ? 'One block uses it and keeps' : `${uses} blocks use it and keep`} the words.`,
            }
          : {}),
        actions: [
          {
            label: 'Undo',
            run: () => void client.call(undo, { lineId: id }).then(reload).catch(notifyFailure),
          },
        ],
      });
    } catch (thrown) {
      notifyFailure(thrown);
    }
  };
  const choose = (next: Shelf) => {
    setShelf(next);
    setAdding(false);
  };
  const add = () => {
    if (shelf.is === 'bin') setShelf({ is: 'all' });
    setChosen(null);
    setAdding(true);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || !(event.target instanceof HTMLElement)) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      if (query !== '') setQuery('');
      else goBack();
    } else if (
      event.key === 'Delete' &&
      inHand &&
      shelf.is !== 'bin' &&
      event.target.closest('.lines-list')
    ) {
      event.preventDefault();
      void move('lines.remove', inHand);
    }
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape and Delete of whatever has the focus in it.
    <div className="evidence" onKeyDown={onKeyDown}>
      <Shelves shelf={shelf} tags={found?.tags ?? []} onShelf={choose} onBack={goBack} />
      <main className="home-main evidence-main">
        <header className="home-bar">
          <h2>{nameOf(shelf)}</h2>
          <SearchField
            className="search"
            aria-label="Search standing lines"
            value={query}
            onChange={setQuery}
          >
            <Search size={14} aria-hidden />
            <Input ref={field} className="input" placeholder="Words, title or tag" />
            {query === '' ? null : (
              <AriaButton className="button icon" aria-label="Clear search">
                <X size={14} aria-hidden />
              </AriaButton>
            )}
          </SearchField>
          <Button look="primary" onPress={add}>
            <Plus size={16} aria-hidden /> New line
          </Button>
        </header>
        {error ? (
          <FailureMessage error={error} action="Try again" onAction={reload} />
        ) : found === null ? null : lines.length === 0 ? (
          <Nothing shelf={shelf} query={query} onAdd={add} />
        ) : (
          <div ref={list} className="lines-list">
            <GridList
              aria-label={nameOf(shelf)}
              items={lines}
              selectionMode="single"
              selectionBehavior="replace"
              selectedKeys={inHand ? [inHand.id] : []}
              onSelectionChange={(keys) => {
                setChosen(keys === 'all' ? null : String([...keys][0] ?? ''));
                setAdding(false);
              }}
            >
              {(line) => (
                <Row
                  line={line}
                  binned={shelf.is === 'bin'}
                  onRestore={(each) => void move('lines.restore', each)}
                />
              )}
            </GridList>
          </div>
        )}
        <p className="visually-hidden" role="status">
          {query.trim() === '' || found === null ? '' : `${lines.length} found`}
        </p>
      </main>
      {adding ? (
        <aside className="evidence-aside lines-aside" aria-label="New line">
          <NewLine
            kind={shelf.is === 'kind' ? shelf.kind : 'lineToTake'}
            onClose={() => setAdding(false)}
            onMade={(id) => {
              setAdding(false);
              setQuery('');
              setChosen(id);
              reload();
            }}
          />
        </aside>
      ) : inHand && shelf.is !== 'bin' ? (
        <aside className="evidence-aside lines-aside" aria-label="Line">
          <LinePanel
            key={inHand.id}
            lineId={inHand.id}
            uses={inHand.uses}
            onChanged={reload}
            onRemove={() => void move('lines.remove', inHand)}
          />
        </aside>
      ) : null}
    </div>
  );
}

interface ShelvesProps {
  readonly shelf: Shelf;
  readonly tags: readonly string[];
  readonly onShelf: (shelf: Shelf) => void;
  readonly onBack: () => void;
}

function Shelves({ shelf, tags, onShelf, onBack }: ShelvesProps) {
  const row = (to: Shelf, icon: typeof Tag) => {
    const Icon = icon;
    return (
      <li key={nameOf(to)}>
        <button
          type="button"
          className="shelf"
          aria-current={JSON.stringify(shelf) === JSON.stringify(to) ? 'page' : undefined}
          onClick={() => onShelf(to)}
        >
          <Icon size={16} aria-hidden />
          <span>{nameOf(to)}</span>
        </button>
      </li>
    );
  };
  return (
    <nav className="sidebar evidence-sidebar" aria-label="Standing lines">
      <div className="evidence-back">
        <Button onPress={onBack} aria-label="Back (Escape)">
          <ChevronLeft size={16} aria-hidden /> Back
        </Button>
        <h1 className="wordmark">Lines</h1>
      </div>
      <ul>
        {row({ is: 'all' }, Repeat2)}
        {lineKinds.map((kind) => row({ is: 'kind', kind }, lineKindIcons[kind]))}
      </ul>
      {tags.length > 0 ? <ul aria-label="Tags">{tags.map((tag) => row({ is: 'tag', tag }, Tag))}</ul> : null}
      <ul>{row({ is: 'bin' }, Trash2)}</ul>
    </nav>
  );
}

interface RowProps {
  readonly line: LineSummary;
  readonly binned: boolean;
  readonly onRestore: (line: LineSummary) => void;
}

function Row({ line, binned, onRestore }: RowProps) {
  const Icon = lineKindIcons[line.kind];
  return (
    <GridListItem id={line.id} textValue={line.title} className="line-row">
      <Icon size={16} aria-hidden />
      <span className="line-row-title">
        <span className="visually-hidden">{lineKindNames[line.kind]}: </span>
        {line.title}
      </span>
      <span className="line-row-date">
        {line.uses === 0 ? '' : line.uses === 1 ? 'Used once' : `Used ${line.uses} times`}
      </span>
      {binned ? (
        <Button onPress={() => onRestore(line)}>
          <RotateCcw size={14} aria-hidden /> Restore
        </Button>
      ) : (
        <time className="line-row-date" dateTime={line.updatedAt} title={exactDate(line.updatedAt)}>
          {shortDate(line.updatedAt, new Date())}
        </time>
      )}
      <span className="line-row-words">{line.text.replace(/\s+/g, ' ')}</span>
    </GridListItem>
  );
}

function Nothing({
  shelf,
  query,
  onAdd,
}: {
  readonly shelf: Shelf;
  readonly query: string;
  readonly onAdd: () => void;
}) {
  const [title, text] =
    query.trim() !== ''
      ? [
          `No line says “${query.trim()}”`,
          'Search looks at titles, tags and words. To find words of past documents, search the list of documents.',
        ]
      : shelf.is === 'bin'
        ? ['The bin is empty', 'Lines you remove wait here until you restore them.']
        : [
            'No lines here yet',
            'Keep what is said again and again: lines to take, points, biographies, facts. While writing, choose “Keep as standing line…” from the menu of a point. Documents hold a line by reference, and ask when it changes.',
          ];
  return (
    <div className="empty">
      <h2>{title}</h2>
      <p>{text}</p>
      {query.trim() === '' && shelf.is !== 'bin' ? (
        <div className="actions">
          <Button look="outlined" onPress={onAdd}>
            New line
          </Button>
        </div>
      ) : null}
    </div>
  );
}
