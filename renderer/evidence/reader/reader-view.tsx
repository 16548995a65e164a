import {
  type ClipboardEvent,
  type DragEvent,
  type FocusEvent,
  useCallback,
  useEffect,
  useMemo,
  useState,
} from 'react';
import type { Bearing } from '../../../shared/document/schema.ts';
import type { ReaderRequest } from '../../../shared/evidence/reader-request.ts';
import type { TakenPassage } from '../../../shared/evidence/taken.ts';
import { useCommands } from '../../app/commands.tsx';
import { useServices } from '../../app/services.ts';
import type { Book } from '../../reading/book.ts';
import { useFindField } from '../../reading/find/use-find-field.ts';
import { countWords, type Finding, noFinding } from '../../reading/find/use-found.ts';
import { useMatches } from '../../reading/find/use-matches.ts';
import type { Mark } from '../../reading/marks.ts';
import { ReadingPages } from '../../reading/reading-pages.tsx';
import { SelectionVoice } from '../../reading/selection/selection-voice.tsx';
import { readingHandlers, soughtWords, takesCopy, useDesk } from '../../reading/use-desk.ts';
import type { SourceView } from '../../reading/view.ts';
import { useRemembered } from '../../ui/remembered.ts';
import { notify } from '../../ui/toasts.tsx';
import { FindWordsBar } from './find-words-bar.tsx';
import { firstLook, type ReaderLook, readerLookSchema } from './look.ts';
import { ReaderNotices } from './notices.tsx';
import { writeReferenced } from './passage-text.ts';
import { PictureView } from './picture-view.tsx';
import { SideStrip } from './side-strip.tsx';
import { TakeBar } from './take-bar.tsx';
import { ReaderToolbar } from './toolbar.tsx';
import { useFindWords } from './use-find-words.ts';
import { usePlaced } from './use-placed.ts';
import { useSource } from './use-source.ts';

interface Props {
  readonly book: Book;
  readonly at: NonNullable<ReaderRequest['at']> | null;
  readonly alone: boolean;
  readonly onTake: ((taken: TakenPassage, bearing?: Bearing) => void) | null;
  readonly onClose: (() => void) | null;
  /** undefined: the newest. */
  readonly onEdition: (edition: string | undefined) => void;
  readonly onRetry: () => void;
}

export function ReaderView({ book, at, alone, onTake, onClose, onEdition, onRetry }: Props) {
  const { reading } = book;
  const { desktop } = useServices();
  const source = useSource(reading.sourceId);
  const [look, setLook] = useRemembered('reader.look', readerLookSchema, firstLook);
  const [finding, setFinding] = useState<Finding | null>(null);
  const [field, enterField] = useFindField((words) =>
    setFinding((now) => ({ ...(now ?? noFinding), words })),
  );
  const [active, setActive] = useState(alone);
  const putZoom = useCallback((zoom: ReaderLook['zoom']) => setLook((now) => ({ ...now, zoom })), [setLook]);

  const { placed, range: asked } = usePlaced(reading.edition, at);
  const desk = useDesk(book, { zoom: look.zoom, onZoom: putZoom, origin: asked?.start ?? null });
  const { page, view, selection, taken, where } = desk;
  const found = useFindWords(reading.edition, finding ?? noFinding);
  const matches = useMatches(view, found.places);
  const { current } = matches;

  // At once to the page; to the words when it is known where they stand.
  const saidPage = at?.page ?? null;
  useEffect(() => {
    if (saidPage !== null && reading.paged) view.current?.showPage(saidPage);
  }, [view, saidPage, reading.paged]);
  useEffect(() => {
    if (asked) view.current?.reveal(asked, 'always');
  }, [view, asked]);

  const openFind = () => {
    const words = soughtWords(taken);
    setFinding((now) => ({ ...(now ?? noFinding), ...(words === null ? {} : { words }) }));
    enterField();
  };
  const closeFind = () => {
    const place = current === null ? undefined : found.places[current];
    setFinding(null);
    if (place) selection.select(place);
    desk.focus();
  };

  const marks = useMemo(() => {
    const all: Mark[] = asked ? [{ name: 'quote', ...asked }] : [];
    for (const [match, { start, end }] of found.places.entries()) {
      all.push({ name: match === current ? 'current' : 'found', start, end });
    }
    return all;
  }, [asked, found.places, current]);

  const take = (bearing: Bearing) => {
    if (!taken) return;
    if (onTake) onTake(taken, bearing);
    else notify({ tone: 'info', title: 'There is no document open that could cite these words.' });
  };
  const onCopy = (event: ClipboardEvent) => {
    if (!taken || !takesCopy(event)) return;
    writeReferenced(event.clipboardData, taken, reading.title, where);
    event.preventDefault();
  };
  const onDragStart = (event: DragEvent) => {
    if (taken) writeReferenced(event.dataTransfer, taken, reading.title, where);
  };

  const handlers = active ? readingHandlers(desk, matches, openFind) : {};
  useCommands(taken ? { ...handlers, 'cite-selection': () => take('supports') } : handlers);
  const onFocus = () => setActive(true);
  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent) => {
    // Gone to another window it comes back to where it was.
    if (!alone && relatedTarget && !currentTarget.contains(relatedTarget)) setActive(false);
  };

  const openOwnWindow = () =>
    desktop.openReader({
      sourceId: reading.sourceId,
      edition: reading.edition,
      at: at && placed ? at : { page },
    });
  const hasSide = reading.sizes !== null || reading.outline.length > 0;
  const side = hasSide && look.side !== 'none' ? look.side : null;
  const putSide = (next: ReaderLook['side']) => setLook((now) => ({ ...now, side: next }));
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears what bubbles up from its parts, and is none itself.
    <div className="reader-frame" onFocus={onFocus} onBlur={onBlur} onCopy={onCopy} onDragStart={onDragStart}>
      <ReaderToolbar
        desk={desk}
        source={source}
        side={side !== null}
        hasSide={hasSide}
        finding={finding !== null}
        onSide={() => putSide(side ? 'none' : 'pages')}
        onFind={() => (finding ? closeFind() : openFind())}
        onEdition={onEdition}
        onOwnWindow={alone ? null : openOwnWindow}
        onClose={onClose}
      />
      <ReaderNotices
        book={book}
        current={source ? source.editions[0]?.id === reading.edition : reading.current}
        placed={placed}
        saidPage={saidPage}
        onNewest={() => onEdition(undefined)}
        onRetry={onRetry}
      />
      {finding ? (
        <FindWordsBar
          field={field}
          finding={finding}
          count={countWords(found, current)}
          isEmpty={found.places.length === 0}
          onFinding={setFinding}
          onStep={matches.step}
          onClose={closeFind}
        />
      ) : null}
      <div className="reader-body">
        {side ? (
          <SideStrip
            book={book}
            sizes={reading.sizes}
            page={page}
            shown={side}
            onShown={putSide}
            onPage={(wanted) => view.current?.showPage(wanted)}
            onEntry={(entry) => void showEntry(book, view.current, entry)}
          />
        ) : null}
        <ReadingPages desk={desk} label="Words of the source" keys={keys} marks={marks}>
          {reading.kind === 'image' ? (
            <PictureView book={book} source={source} zoom={look.zoom} onTake={onTake} />
          ) : null}
        </ReadingPages>
        <TakeBar desk={desk} onTake={onTake ? take : null} />
      </div>
      <SelectionVoice words={taken?.locator.quote.exact ?? ''} />
    </div>
  );
}

/** To the page of an entry of the contents; without paper, to its heading. */
async function showEntry(book: Book, view: SourceView | null, entry: number): Promise<void> {
  const wanted = book.reading.outline[entry];
  if (!wanted) return;
  const place = book.reading.sizes ? null : await book.headingOf(entry).catch(() => null);
  if (place) view?.reveal(place, 'always');
  else view?.showPage(wanted.page);
}

const keys =
  'Shift with the down and up arrows selects line by line, with Ctrl as well sentence by sentence; with the right and ' +
  'left arrows character by character, with Ctrl as well word by word. Ctrl+Shift+C cites the selected words; Tab leads ' +
  'to what else can be done with them.';
