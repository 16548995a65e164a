import {
  type ClipboardEvent,
  type DragEvent,
  type FocusEvent,
  useCallback,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { Bearing } from '../../../shared/document/schema.ts';
import type { ReaderRequest } from '../../../shared/evidence/reader-request.ts';
import type { TakenPassage, TextRange } from '../../../shared/evidence/taken.ts';
import { countWords as wordsIn } from '../../../shared/evidence/text.ts';
import { type CommandHandlers, useCommands } from '../../app/commands.tsx';
import { useServices } from '../../app/services.ts';
import { steppedZoom } from '../../ui/pages/page-layout.ts';
import { useView } from '../../ui/pages/use-view.ts';
import { useRemembered } from '../../ui/remembered.ts';
import { notify } from '../../ui/toasts.tsx';
import type { Book } from './book.ts';
import { FindWordsBar } from './find-words-bar.tsx';
import type { Mark } from './marks.ts';
import { ReaderNotices } from './notices.tsx';
import { writeReferenced } from './passage-text.ts';
import { PdfView } from './pdf-view.tsx';
import { PictureView } from './picture-view.tsx';
import { SideStrip } from './side-strip.tsx';
import { type Beside, TakeBar } from './take-bar.tsx';
import { TextView } from './text-view.tsx';
import { ReaderToolbar } from './toolbar.tsx';
import { countWords, type Finding, useFindWords } from './use-find-words.ts';
import { usePlaced } from './use-placed.ts';
import { useSelection } from './use-selection.ts';
import { type SelectionEnd, usePressed, useSelectionEnd } from './use-selection-end.ts';
import { useTaken } from './use-taken.ts';
import type { SourceView } from './view.ts';
import { firstLook, READER_ZOOM, type ReaderLook, readerLookSchema } from './zoom.ts';

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

const noFinding: Finding = { words: '', matchCase: false };

export function ReaderView({ book, at, alone, onTake, onClose, onEdition, onRetry }: Props) {
  const { reading } = book;
  const { desktop } = useServices();
  const scroller = useRef<HTMLElement>(null);
  const view = useRef<SourceView>(null);
  const field = useRef<HTMLInputElement>(null);
  const keysId = useId();
  const seen = useView(scroller);
  const [look, setLook] = useRemembered('reader.look', readerLookSchema, firstLook);
  const [page, setPage] = useState(1);
  const [scale, setScale] = useState(96 / 72);
  const [finding, setFinding] = useState<Finding | null>(null);
  const [current, setCurrent] = useState<number | null>(null);
  const [active, setActive] = useState(alone);

  const { placed, range: asked } = usePlaced(reading.edition, at);
  const selection = useSelection(book, scroller, view, asked?.start ?? null);
  const { selected, range } = selection;
  const taken = useTaken(book, range);
  const pressed = usePressed(scroller);
  const end = useSelectionEnd(scroller, selected, `${scale} ${seen.width} ${page}`);
  const found = useFindWords(reading.edition, finding ?? noFinding);

  // At once to the page; to the words when it is known where they stand.
  const saidPage = at?.page ?? null;
  useEffect(() => {
    if (saidPage !== null && reading.paged) view.current?.showPage(saidPage);
  }, [saidPage, reading.paged]);
  useEffect(() => {
    if (asked) view.current?.reveal(asked, 'always');
  }, [asked]);

  const goTo = useCallback(
    (match: number) => {
      const place = found.places[match];
      setCurrent(place ? match : null);
      if (place) view.current?.reveal(place, 'away');
    },
    [found.places],
  );
  // The nearest match behind what is in view is shown as soon as there is one.
  useEffect(() => {
    const top = view.current?.top() ?? 0;
    const next = found.places.findIndex(({ start }) => start >= top);
    goTo(next === -1 ? 0 : next);
  }, [found.places, goTo]);
  const step = (way: 1 | -1) => {
    const count = found.places.length;
    if (count > 0) goTo(((current ?? (way === 1 ? -1 : 0)) + way + count) % count);
  };
  const openFind = () => {
    const words = taken && range ? taken.locator.quote.exact : '';
    const isShort = words !== '' && words.length <= 80 && !words.includes('\n');
    setFinding((now) => (isShort ? { ...(now ?? noFinding), words } : (now ?? noFinding)));
    requestAnimationFrame(() => field.current?.select());
  };
  const closeFind = () => {
    const place = current === null ? undefined : found.places[current];
    setFinding(null);
    if (place) selection.select(place);
    scroller.current?.focus();
  };

  const marks = useMemo(() => {
    const all: Mark[] = asked ? [{ name: 'quote', ...asked }] : [];
    for (const [match, { start, end }] of found.places.entries()) {
      all.push({ name: match === current ? 'current' : 'found', start, end });
    }
    if (range) all.push({ name: 'selection', ...range });
    return all;
  }, [asked, found.places, current, range]);
  const pinned = useMemo(() => (selected ? [selected.anchor, selected.focus] : []), [selected]);

  const zoomBy = useCallback(
    (steps: number) => setLook((now) => ({ ...now, zoom: steppedZoom(scale, steps, READER_ZOOM) })),
    [scale, setLook],
  );
  const fit = () => setLook((now) => ({ ...now, zoom: now.zoom === 'fit' ? 1 : 'fit' }));

  const whereOf = (place: TextRange | null) =>
    place && (reading.paged || reading.pages.length > 1) ? book.nameOf(book.pageAt(place.start)) : null;
  const where = whereOf(range);
  const take = (bearing: Bearing) => {
    if (!taken) return;
    if (onTake) onTake(taken, bearing);
    else notify({ tone: 'info', title: 'There is no document open that could cite these words.' });
  };
  const copy = () => {
    if (!taken) return;
    // The browser asks for what to copy as it does for a key, in which `onCopy` answers.
    scroller.current?.focus();
    document.execCommand('copy');
  };
  const onCopy = (event: ClipboardEvent) => {
    if (!taken || event.target instanceof HTMLInputElement) return;
    writeReferenced(event.clipboardData, taken, reading.title, where);
    event.preventDefault();
  };
  const onDragStart = (event: DragEvent) => {
    if (!taken) return;
    writeReferenced(event.dataTransfer, taken, reading.title, where);
  };

  const handlers: CommandHandlers = active
    ? {
        find: openFind,
        'find-next': () => step(1),
        'find-previous': () => step(-1),
        'zoom-in': () => zoomBy(1),
        'zoom-out': () => zoomBy(-1),
        'zoom-reset': fit,
      }
    : {};
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
  const isPicture = reading.kind === 'image';
  const props = {
    book,
    zoom: look.zoom,
    marks,
    pinned,
    scroller,
    seen,
    view,
    onPage: setPage,
    onScale: setScale,
    onZoom: zoomBy,
  };
  const hasSide = reading.sizes !== null || reading.outline.length > 0;
  const side = hasSide && look.side !== 'none' ? look.side : null;
  const putSide = (next: ReaderLook['side']) => setLook((now) => ({ ...now, side: next }));
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears what bubbles up from its parts, and is none itself.
    <div className="reader-frame" onFocus={onFocus} onBlur={onBlur} onCopy={onCopy} onDragStart={onDragStart}>
      <ReaderToolbar
        book={book}
        page={page}
        scale={scale}
        fits={look.zoom === 'fit'}
        side={side !== null}
        hasSide={hasSide}
        finding={finding !== null}
        onPage={(wanted) => view.current?.showPage(wanted)}
        onZoom={zoomBy}
        onFit={fit}
        onSide={() => putSide(side ? 'none' : 'pages')}
        onFind={() => (finding ? closeFind() : openFind())}
        onEdition={onEdition}
        onOwnWindow={alone ? null : openOwnWindow}
        onClose={onClose}
      />
      <ReaderNotices
        book={book}
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
          onStep={step}
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
        <section
          ref={scroller}
          className="reader-pages"
          aria-label="Words of the source"
          aria-describedby={keysId}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls and is selected in has to be within reach of the keyboard.
          tabIndex={0}
          onKeyDown={selection.onKeyDown}
        >
          <p id={keysId} className="visually-hidden">
            Shift with the down and up arrows selects line by line, with Ctrl as well sentence by sentence;
            with the right and left arrows character by character, with Ctrl as well word by word.{' '}
            {keysOfTaking}
          </p>
          {isPicture ? (
            <PictureView book={book} zoom={look.zoom} onTake={onTake} />
          ) : reading.sizes ? (
            <PdfView {...props} sizes={reading.sizes} />
          ) : (
            <TextView {...props} />
          )}
          {end ? (
            <div
              aria-hidden
              className="reader-caret"
              style={{ left: end.left, top: end.top, height: end.height }}
            />
          ) : null}
        </section>
        {taken && range ? (
          <TakeBar
            where={where ?? 'selected'}
            words={wordsIn(taken.locator.quote.exact)}
            onTake={onTake ? take : null}
            onCopy={copy}
            beside={besideOf(end, scroller.current, seen.height)}
            hidden={pressed}
            onLeave={() => scroller.current?.focus()}
          />
        ) : null}
      </div>
      <SelectionVoice words={taken?.locator.quote.exact ?? ''} />
    </div>
  );
}

/** The end of a selection as it is seen in the body of the reader; null where it is scrolled away. */
function besideOf(end: SelectionEnd | null, scroller: HTMLElement | null, height: number): Beside | null {
  if (!end || !scroller) return null;
  const top = end.top - scroller.scrollTop;
  if (top + end.height < 0 || top > height) return null;
  const { offsetLeft, clientWidth, scrollLeft } = scroller;
  const room = { width: offsetLeft + clientWidth, height };
  return { ...end, top, left: end.left - scrollLeft + offsetLeft, room };
}

/** To the page of an entry of the contents; without paper, to its heading. */
async function showEntry(book: Book, view: SourceView | null, entry: number): Promise<void> {
  const wanted = book.reading.outline[entry];
  if (!wanted) return;
  const place = book.reading.sizes ? null : await book.headingOf(entry).catch(() => null);
  if (place) view?.reveal(place, 'always');
  else view?.showPage(wanted.page);
}

const keysOfTaking = 'Ctrl+Shift+C cites the selected words; Tab leads to what else can be done with them.';

/** Long enough that a key held down is not read out step by step. */
const VOICE_MS = 500;

/** Tells a screen reader what is selected. */
function SelectionVoice({ words }: { readonly words: string }) {
  const [said, setSaid] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSaid(words === '' ? '' : `Selected: ${words}`), VOICE_MS);
    return () => clearTimeout(timer);
  }, [words]);
  return (
    <p className="visually-hidden" role="status">
      {said}
    </p>
  );
}
