import {
  type ClipboardEvent,
  type KeyboardEvent,
  useCallback,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import { countWords } from '../../../shared/evidence/text.ts';
import { useCommands } from '../../app/commands.tsx';
import type { Mark } from '../../evidence/reader/marks.ts';
import { writeReferenced } from '../../evidence/reader/passage-text.ts';
import { PdfView } from '../../evidence/reader/pdf-view.tsx';
import { TextView } from '../../evidence/reader/text-view.tsx';
import type { Finding } from '../../evidence/reader/use-find-words.ts';
import { useSelection } from '../../evidence/reader/use-selection.ts';
import { usePressed, useSelectionEnd } from '../../evidence/reader/use-selection-end.ts';
import { useTaken } from '../../evidence/reader/use-taken.ts';
import type { SourceView } from '../../evidence/reader/view.ts';
import { READER_ZOOM } from '../../evidence/reader/zoom.ts';
import { steppedZoom } from '../../ui/pages/page-layout.ts';
import { useView } from '../../ui/pages/use-view.ts';
import { useRemembered } from '../../ui/remembered.ts';
import { notify } from '../../ui/toasts.tsx';
import { contentsOf, itemStep } from './contents.ts';
import { firstPackLook, type PackSide, packLookSchema } from './look.ts';
import { NoteBar } from './note-bar.tsx';
import { PackSideStrip } from './pack-side.tsx';
import { PackToolbar } from './pack-toolbar.tsx';
import { type NoteColour, useNotes } from './use-notes.ts';
import type { OpenPack } from './use-pack.ts';
import { usePackFind } from './use-pack-find.ts';

interface Props {
  readonly open: OpenPack;
  readonly onClose: () => void;
}

const noFinding: Finding = { words: '', matchCase: false };

export function PackReader({ open, onClose }: Props) {
  const { book, plan } = open;
  const { reading } = book;
  const scroller = useRef<HTMLElement>(null);
  const view = useRef<SourceView>(null);
  const field = useRef<HTMLInputElement>(null);
  const keysId = useId();
  const seen = useView(scroller);
  const [look, setLook] = useRemembered('packs.reader.look', packLookSchema, firstPackLook);
  const [page, setPage] = useState(1);
  const [scale, setScale] = useState(96 / 72);
  const [finding, setFinding] = useState<Finding>(noFinding);
  const [current, setCurrent] = useState<number | null>(null);
  /** The note that is written. */
  const [writing, setWriting] = useState<string | null>(null);
  const rows = useMemo(() => contentsOf(plan), [plan]);

  const selection = useSelection(book, scroller, view, null);
  const { selected, range } = selection;
  const taken = useTaken(book, range);
  const pressed = usePressed(scroller);
  const end = useSelectionEnd(scroller, selected, `${scale} ${seen.width} ${page}`);
  const found = usePackFind(open.pack.id, finding);
  const notes = useNotes(open);

  // What is read first is read with keys.
  useEffect(() => scroller.current?.focus(), []);

  const places = useMemo(
    () =>
      found.places.map((place) => {
        const from = book.startOf(place.page);
        return { start: from + place.start, end: from + place.end };
      }),
    [found.places, book],
  );
  const goTo = useCallback(
    (match: number) => {
      const place = places[match];
      setCurrent(place ? match : null);
      if (place) view.current?.reveal(place, 'away');
    },
    [places],
  );
  // The nearest match behind what is in view is shown as soon as there is one.
  useEffect(() => {
    const top = view.current?.top() ?? 0;
    const next = places.findIndex(({ start }) => start >= top);
    goTo(next === -1 ? 0 : next);
  }, [places, goTo]);
  const step = (way: 1 | -1) => {
    const count = places.length;
    if (count > 0) goTo(((current ?? (way === 1 ? -1 : 0)) + way + count) % count);
  };
  const putSide = (side: PackSide | 'none') => setLook((now) => ({ ...now, side }));
  const openFind = () => {
    putSide('found');
    const words = taken?.locator.quote.exact ?? '';
    if (words !== '' && words.length <= 80 && !words.includes('\n')) setFinding((now) => ({ ...now, words }));
    requestAnimationFrame(() => requestAnimationFrame(() => field.current?.select()));
  };
  const leaveSide = () => {
    const place = look.side === 'found' && current !== null ? places[current] : undefined;
    if (place) selection.select(place);
    scroller.current?.focus();
  };

  const marks = useMemo(() => {
    const all: Mark[] = [...notes.marks];
    for (const [match, place] of places.entries()) {
      all.push({ name: match === current ? 'current' : 'found', ...place });
    }
    if (range) all.push({ name: 'selection', ...range });
    return all;
  }, [notes.marks, places, current, range]);
  const pinned = useMemo(() => (selected ? [selected.anchor, selected.focus] : []), [selected]);

  const zoomBy = useCallback(
    (steps: number) => setLook((now) => ({ ...now, zoom: steppedZoom(scale, steps, READER_ZOOM) })),
    [scale, setLook],
  );
  const fit = () => setLook((now) => ({ ...now, zoom: now.zoom === 'fit' ? 1 : 'fit' }));
  const showPage = (wanted: number) => view.current?.showPage(wanted);
  const stepItem = (way: 1 | -1) => {
    const wanted = itemStep(rows, page, way);
    if (wanted === null) {
      notify({ tone: 'info', title: way === 1 ? 'This is the last item.' : 'This is the first item.' });
    } else showPage(wanted);
  };

  const highlight = async (colour: NoteColour, write: boolean) => {
    if (!range) return;
    const made = await notes.add(range, colour);
    if (!made) return;
    selection.select(null);
    if (!write) return;
    putSide('notes');
    setWriting(made.id);
  };
  const where = range ? book.nameOf(book.pageAt(range.start)) : null;
  const onCopy = (event: ClipboardEvent) => {
    if (!taken || event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement)
      return;
    writeReferenced(event.clipboardData, taken, reading.title, where);
    event.preventDefault();
  };
  const copy = () => {
    // The browser asks for what to copy as it does for a key, in which `onCopy` answers.
    scroller.current?.focus();
    document.execCommand('copy');
  };

  useCommands({
    find: openFind,
    'find-next': () => step(1),
    'find-previous': () => step(-1),
    'zoom-in': () => zoomBy(1),
    'zoom-out': () => zoomBy(-1),
    'zoom-reset': fit,
    'toggle-navigator': () => putSide(look.side === 'none' ? 'items' : 'none'),
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (event.target === event.currentTarget && plain && (event.key === '[' || event.key === ']')) {
      event.preventDefault();
      stepItem(event.key === ']' ? 1 : -1);
    } else if (event.target === event.currentTarget && plain && event.key.toLowerCase() === 'h' && range) {
      event.preventDefault();
      void highlight('yellow', false);
    } else if (event.target === event.currentTarget && plain && event.key.toLowerCase() === 'n' && range) {
      event.preventDefault();
      void highlight('yellow', true);
    } else selection.onKeyDown(event);
  };

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
  return (
    <div className="reader-frame" onCopy={onCopy}>
      <PackToolbar
        open={open}
        page={page}
        scale={scale}
        fits={look.zoom === 'fit'}
        side={look.side !== 'none'}
        onSide={() => putSide(look.side === 'none' ? 'items' : 'none')}
        onPage={showPage}
        onItem={stepItem}
        onZoom={zoomBy}
        onFit={fit}
        onFind={openFind}
        onClose={onClose}
      />
      <div className="reader-body">
        {look.side === 'none' ? null : (
          <PackSideStrip
            book={book}
            rows={rows}
            page={page}
            shown={look.side}
            onShown={putSide}
            onPage={showPage}
            find={{ field, finding, found, current, onFinding: setFinding, onStep: step, onMatch: goTo }}
            notes={notes}
            writing={writing}
            onWriting={setWriting}
            onNote={(place) => view.current?.reveal(place, 'always')}
            onLeave={leaveSide}
          />
        )}
        <section
          ref={scroller}
          className="reader-pages"
          aria-label="Pages of the pack"
          aria-describedby={keysId}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls and is selected in has to be within reach of the keyboard.
          tabIndex={0}
          onKeyDown={onKeyDown}
        >
          <p id={keysId} className="visually-hidden">
            Square brackets lead to the item before and after. Shift with the arrows selects words; then H
            highlights them and N writes a note.
          </p>
          {reading.sizes ? <PdfView {...props} sizes={reading.sizes} /> : <TextView {...props} />}
          {end ? (
            <div
              aria-hidden
              className="reader-caret"
              style={{ left: end.left, top: end.top, height: end.height }}
            />
          ) : null}
        </section>
        {taken && range && !pressed ? (
          <NoteBar
            words={countWords(taken.locator.quote.exact)}
            where={where ?? ''}
            onHighlight={(colour) => void highlight(colour, false)}
            onNote={() => void highlight('yellow', true)}
            onCopy={copy}
            onLeave={() => scroller.current?.focus()}
          />
        ) : null}
      </div>
    </div>
  );
}
