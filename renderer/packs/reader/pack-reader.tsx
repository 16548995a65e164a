import { type ClipboardEvent, type KeyboardEvent, useCallback, useEffect, useMemo, useState } from 'react';
import { useCommands } from '../../app/commands.tsx';
import { useFindField } from '../../reading/find/use-find-field.ts';
import { type Finding, noFinding } from '../../reading/find/use-found.ts';
import { useMatches } from '../../reading/find/use-matches.ts';
import type { Mark } from '../../reading/marks.ts';
import { ReadingPages } from '../../reading/reading-pages.tsx';
import { withReference } from '../../reading/reference.ts';
import { SelectionVoice } from '../../reading/selection/selection-voice.tsx';
import { readingHandlers, soughtWords, takesCopy, useDesk } from '../../reading/use-desk.ts';
import type { ReadingZoom } from '../../reading/zoom.ts';
import { useRemembered } from '../../ui/remembered.ts';
import { notify } from '../../ui/toasts.tsx';
import { contentsOf, itemStep } from './contents.ts';
import { firstPackLook, type PackSide, packLookSchema } from './look.ts';
import { NoteBar } from './note-bar.tsx';
import { PackSideStrip } from './pack-side.tsx';
import { PackToolbar } from './pack-toolbar.tsx';
import { useKeptPlace, usePlaceKeeping } from './use-kept-place.ts';
import type { OpenPack } from './use-pack.ts';
import { usePackFind } from './use-pack-find.ts';
import { usePackNotes } from './use-pack-notes.ts';

interface Props {
  readonly open: OpenPack;
  readonly onClose: () => void;
}

export function PackReader({ open, onClose }: Props) {
  const { book, plan, pack } = open;
  const [look, setLook] = useRemembered('packs.reader.look', packLookSchema, firstPackLook);
  const [kept, keep] = useKeptPlace(open);
  const [zoom, setZoom] = useState<ReadingZoom>(kept.zoom ?? look.zoom);
  const [finding, setFinding] = useState<Finding>(noFinding);
  const [field, enterField] = useFindField((words) => setFinding((now) => ({ ...now, words })));
  const rows = useMemo(() => contentsOf(plan), [plan]);
  const putZoom = useCallback(
    (wanted: ReadingZoom) => {
      setZoom(wanted);
      setLook((now) => ({ ...now, zoom: wanted }));
    },
    [setLook],
  );
  const putSide = (side: PackSide | 'none') => setLook((now) => ({ ...now, side }));

  const desk = useDesk(book, { zoom, onZoom: putZoom, origin: null });
  const { page, view, scroller, selection, taken, where } = desk;
  const { range } = selection;
  const found = usePackFind(pack.id, finding);
  const places = useMemo(() => found.places.map((place) => book.rangeOf(place)), [found.places, book]);
  const matches = useMatches(view, places);
  const { current } = matches;
  const notes = usePackNotes(open, { desk, rows, showNotes: () => putSide('notes') });

  // What is read first is read with keys, and from where it was left.
  useEffect(() => {
    scroller.current?.focus();
    if (kept.page > 1) view.current?.showPage(kept.page);
  }, [scroller, view, kept.page]);
  usePlaceKeeping(keep, page, zoom);

  const openFind = () => {
    putSide('found');
    const words = soughtWords(taken);
    if (words !== null) setFinding((now) => ({ ...now, words }));
    enterField();
  };
  const leaveSide = () => {
    const place = look.side === 'found' && current !== null ? places[current] : undefined;
    if (place) selection.select(place);
    desk.focus();
  };

  const marks = useMemo(() => {
    const all: Mark[] = [...notes.marks];
    for (const [match, place] of places.entries()) {
      all.push({ name: match === current ? 'current' : 'found', ...place });
    }
    return all;
  }, [notes.marks, places, current]);

  const showPage = (wanted: number) => view.current?.showPage(wanted);
  const stepItem = (way: 1 | -1) => {
    const wanted = itemStep(rows, desk.pageNow(), way);
    if (wanted === null) {
      notify({ tone: 'info', title: way === 1 ? 'This is the last item.' : 'This is the first item.' });
    } else showPage(wanted);
  };

  const onCopy = (event: ClipboardEvent) => {
    if (!taken || !takesCopy(event)) return;
    // Of a pack only the words: it is no source that a document could cite.
    const words = withReference(taken.locator.quote.exact, book.reading.title, where);
    event.clipboardData.setData('text/plain', words);
    event.preventDefault();
  };

  useCommands({
    ...readingHandlers(desk, matches, openFind),
    'toggle-navigator': () => putSide(look.side === 'none' ? 'items' : 'none'),
  });
  const onKey = (event: KeyboardEvent): boolean => {
    if (event.ctrlKey || event.metaKey || event.altKey) return false;
    const does = {
      '[': () => stepItem(-1),
      ']': () => stepItem(1),
      '{': () => notes.step(-1),
      '}': () => notes.step(1),
      h: range && (() => void notes.add('yellow', false)),
      n: range && (() => void notes.add('yellow', true)),
    }[event.key.toLowerCase()];
    if (!does) return false;
    event.preventDefault();
    does();
    return true;
  };
  return (
    <div className="reader-frame" onCopy={onCopy}>
      <PackToolbar
        open={open}
        desk={desk}
        side={look.side !== 'none'}
        onSide={() => putSide(look.side === 'none' ? 'items' : 'none')}
        onPage={showPage}
        onItem={stepItem}
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
            find={{
              field,
              finding,
              found,
              current,
              onFinding: setFinding,
              onStep: matches.step,
              onMatch: matches.goTo,
            }}
            notes={notes.list}
            onLeave={leaveSide}
          />
        )}
        <ReadingPages
          desk={desk}
          label="Pages of the pack"
          keys={keys}
          marks={marks}
          pins={notes.pins}
          onPin={notes.open}
          onKey={onKey}
        />
        <NoteBar
          desk={desk}
          onHighlight={(colour) => void notes.add(colour, false)}
          onNote={() => void notes.add('yellow', true)}
        />
      </div>
      <SelectionVoice words={taken?.locator.quote.exact ?? ''} />
    </div>
  );
}

const keys =
  'Square brackets lead to the item before and after, curly ones to the note before and after; Enter on a note opens ' +
  'it. Shift with the arrows selects words; then H highlights them and N writes a note.';
