import { type KeyboardEvent, type MouseEvent, type ReactNode, useId, useMemo } from 'react';
import { useView } from '../ui/pages/use-view.ts';
import { type Mark, type Pin, pinAt, pinOf } from './marks.ts';
import { PdfView } from './pages/pdf-view.tsx';
import { placeAt } from './selection/dom-places.ts';
import type { Desk } from './use-desk.ts';
import { TextView } from './words/text-view.tsx';

interface Props {
  readonly desk: Desk;
  readonly label: string;
  /** What a screen reader says of the keys. */
  readonly keys: string;
  readonly marks: readonly Mark[];
  readonly pins?: readonly Pin[];
  /** The words of a pin, or itself, were clicked. */
  readonly onPin?: (id: string) => void;
  /** @returns whether the key is spent. */
  readonly onKey?: (event: KeyboardEvent) => boolean;
  /** Instead of pages and words, unless it is nothing. */
  readonly children?: ReactNode;
}

const noPins: readonly Pin[] = [];

/** What is read: scrolled, zoomed, selected in. */
export function ReadingPages({ desk, label, keys, marks, pins = noPins, onPin, onKey, children }: Props) {
  const { book, scroller, selection, end } = desk;
  const { selected, range } = selection;
  const keysId = useId();
  // Here, so that what scrolls draws nothing else.
  const seen = useView(scroller);
  const all = useMemo(
    (): readonly Mark[] => (range ? [...marks, { name: 'selection', ...range }] : marks),
    [marks, range],
  );
  const pinned = useMemo(() => (selected ? [selected.anchor, selected.focus] : []), [selected]);
  const caret = selected && !range ? pinAt(marks, selected.focus) : null;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return;
    if (event.key === 'Enter' && caret !== null && onPin) {
      event.preventDefault();
      onPin(caret);
    } else if (!onKey?.(event)) selection.onKeyDown(event);
  };
  const onClick = (event: MouseEvent) => {
    const pin = event.detail > 1 ? null : clickedPin(marks, event);
    if (pin !== null) onPin?.(pin);
  };
  const props = {
    book,
    zoom: desk.zoom,
    marks: all,
    pins,
    pinned,
    scroller,
    seen,
    view: desk.view,
    onPin,
    onPage: desk.onPage,
    onScale: desk.onScale,
    onZoom: desk.zoomBy,
  };
  const { sizes } = book.reading;
  return (
    <section
      ref={scroller}
      className="reader-pages"
      aria-label={label}
      aria-describedby={keysId}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls and is selected in has to be within reach of the keyboard.
      tabIndex={0}
      onKeyDown={onKeyDown}
      onClick={onClick}
    >
      <p id={keysId} className="visually-hidden">
        {keys}
      </p>
      {children ?? (sizes ? <PdfView {...props} sizes={sizes} /> : <TextView {...props} />)}
      {end ? (
        <div
          aria-hidden
          className="reader-caret"
          style={{ left: end.left, top: end.top, height: end.height }}
        />
      ) : null}
    </section>
  );
}

/** The pin of the words under a click; null where something is selected, or none of them leads anywhere. */
function clickedPin(marks: readonly Mark[], { target, clientX, clientY }: MouseEvent): string | null {
  const selection = document.getSelection();
  if (!(target instanceof Element) || target.closest('button') || selection?.isCollapsed === false)
    return null;
  const page = target.closest('.reader-page');
  if (!page) {
    const place = selection?.focusNode ? placeAt(selection.focusNode, selection.focusOffset) : null;
    return target.closest('.reader-text') && place !== null ? pinAt(marks, place) : null;
  }
  const under = new Set<string>();
  for (const mark of page.querySelectorAll<HTMLElement>('.reader-mark[data-pin]')) {
    const { left, right, top, bottom } = mark.getBoundingClientRect();
    const isOver = clientX >= left && clientX <= right && clientY >= top && clientY <= bottom;
    if (isOver && mark.dataset['pin']) under.add(mark.dataset['pin']);
  }
  return pinOf(marks.filter(({ pin }) => pin !== undefined && under.has(pin)));
}
