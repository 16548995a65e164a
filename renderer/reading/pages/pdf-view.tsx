import { useEffect, useImperativeHandle, useLayoutEffect, useMemo, useRef } from 'react';
import type { TextRange } from '../../../shared/evidence/taken.ts';
import { layOutPages, PAGE_GAP, type PageLayout, pageAt, pagesInView } from '../../ui/pages/page-layout.ts';
import { useKeptPlace, useWheelZoom } from '../../ui/pages/use-view.ts';
import { FROM_TOP, type LineStep, type Reveal, type ViewProps } from '../view.ts';
import { readingScale } from './fit.ts';
import { columnOf, lineFrom } from './line-step.ts';
import { PdfPage } from './pdf-page.tsx';
import { rectanglesOf } from './rectangles.ts';

interface Props extends ViewProps {
  readonly sizes: Float32Array;
}

/** All pages of a PDF, one below the other; only those in view are drawn. */
export function PdfView(props: Props) {
  const {
    book,
    sizes,
    zoom,
    marks,
    pins,
    onPin,
    pinned,
    scroller,
    seen: view,
    view: handle,
    onPage,
    onScale,
    onZoom,
  } = props;
  const scale = useMemo(() => readingScale(zoom, view, sizes), [zoom, view, sizes]);
  const room = typeof zoom === 'number' ? Number.POSITIVE_INFINITY : view.width - 2 * PAGE_GAP;
  const layout = useMemo(() => layOutPages(sizes, scale, room), [sizes, scale, room]);
  const measured = view.width > 0;
  useWheelZoom(scroller, onZoom);
  useKeptPlace(scroller, measured ? layout : null);

  const current = pageAt(layout, view.scrollTop + view.height / 3) + 1;
  useEffect(() => {
    if (measured) onPage(current);
  }, [measured, current, onPage]);
  useEffect(() => {
    if (measured) onScale(scale);
  }, [measured, scale, onScale]);

  const latest = useRef(layout);
  useLayoutEffect(() => {
    latest.current = layout;
  });
  /** Asked for before the width is known. */
  const waiting = useRef<(() => void) | null>(null);
  useLayoutEffect(() => {
    if (!measured) return;
    waiting.current?.();
    waiting.current = null;
  }, [measured]);

  useImperativeHandle(handle, () => {
    const whenMeasured = (go: () => void) => {
      if ((scroller.current?.clientWidth ?? 0) > 0 && latest.current.scale > 0 && measured) go();
      else waiting.current = go;
    };
    return {
      reveal: (range, how) =>
        whenMeasured(() => {
          const element = scroller.current;
          if (element) void revealRange({ book, element, latest, range, how });
        }),
      showPage: (page) =>
        whenMeasured(() => {
          const top = latest.current.tops[page - 1];
          if (scroller.current && top !== undefined) scroller.current.scrollTop = top - PAGE_GAP / 2;
        }),
      top() {
        const { scrollTop } = scroller.current ?? { scrollTop: 0 };
        const page = pageAt(latest.current, scrollTop + PAGE_GAP) + 1;
        return placeBelow(scroller.current, page) ?? book.startOf(page);
      },
      line: (place, way, column) => stepLine(book, place, way, column),
    };
  }, [book, scroller, measured]);

  const shown = new Set(pagesInView(layout, view.scrollTop, view.height).map((page) => page + 1));
  for (const place of pinned) shown.add(book.pageAt(place));
  const isSeen = (page: number) =>
    (layout.tops[page - 1] ?? 0) < view.scrollTop + view.height && (layout.tops[page] ?? 0) > view.scrollTop;
  const scaleOf = (page: number) => layout.scales[page - 1] ?? scale;
  const widthOf = (page: number) => Math.round((sizes[2 * (page - 1)] ?? 0) * scaleOf(page));
  const heightOf = (page: number) => Math.round((sizes[2 * (page - 1) + 1] ?? 0) * scaleOf(page));
  return (
    <div className="reader-strip" style={{ height: layout.height, minWidth: layout.width }}>
      {!measured
        ? null
        : [...shown]
            .sort((one, other) => one - other)
            .map((page) => (
              <PdfPage
                key={page}
                book={book}
                page={page}
                left={Math.max(PAGE_GAP, (Math.max(view.width, layout.width) - widthOf(page)) / 2)}
                top={layout.tops[page - 1] ?? 0}
                width={widthOf(page)}
                height={heightOf(page)}
                scale={scaleOf(page)}
                marks={marks}
                pins={pins}
                onPin={onPin}
                seen={isSeen(page)}
              />
            ))}
    </div>
  );
}

/** As many pages without words as a step goes over. */
const MOST_EMPTY = 20;

async function stepLine(
  book: ViewProps['book'],
  place: number,
  way: 1 | -1,
  wanted: number | null,
): Promise<LineStep | null> {
  let page = book.pageAt(place);
  let at: number | null = place - book.startOf(page);
  let column = wanted;
  for (let tries = 0; tries < MOST_EMPTY && page >= 1 && page <= book.reading.pages.length; tries += 1) {
    const [{ text }, boxes] = await Promise.all([book.page(page), book.boxes(page)]);
    if (!boxes) return null;
    column ??= columnOf(boxes, at ?? 0);
    const found = lineFrom(text, boxes, at, way, column);
    if (found !== null) return { place: book.startOf(page) + found, column };
    page += way;
    at = null;
  }
  return null;
}

/** The first words of a page that are not above what is in view. */
function placeBelow(scroller: HTMLElement | null, page: number): number | null {
  if (!scroller) return null;
  const edge = scroller.getBoundingClientRect().top;
  for (const word of scroller.querySelectorAll(`[data-page="${page}"] [data-at]`)) {
    if (word.getBoundingClientRect().top >= edge) return Number(word.getAttribute('data-at'));
  }
  return null;
}

interface Revealing {
  readonly book: ViewProps['book'];
  readonly element: HTMLElement;
  readonly latest: { readonly current: PageLayout };
  readonly range: TextRange;
  readonly how: Reveal;
}

async function revealRange({ book, element, latest, range, how }: Revealing): Promise<void> {
  const page = book.pageAt(range.start);
  const top = () => latest.current.tops[page - 1] ?? 0;
  const pageEnd = latest.current.tops[page] ?? 0;
  const away = top() > element.scrollTop + element.clientHeight || pageEnd < element.scrollTop;
  // The page itself at once, so that it is drawn while its words are looked for.
  if (away) element.scrollTop = top() - PAGE_GAP / 2;
  const [words, boxes] = await Promise.all([book.page(page), book.boxes(page)]).catch(() => [null, null]);
  if (!words || !boxes) return;
  const start = range.start - book.startOf(page);
  const [first] = rectanglesOf(words.text, boxes, start, Math.max(start + 1, range.end - book.startOf(page)));
  if (!first) return;
  const scale = latest.current.scales[page - 1] ?? latest.current.scale;
  const at = top() + first.top * scale;
  const bottom = top() + first.bottom * scale;
  const { scrollTop, clientHeight, clientWidth, scrollLeft, scrollWidth } = element;
  const isSeen = at >= scrollTop && bottom <= scrollTop + clientHeight;
  if (how === 'always' || !isSeen) element.scrollTop = at - FROM_TOP * clientHeight;
  if (scrollWidth <= clientWidth) return;
  const left = PAGE_GAP + first.left * scale;
  if (left < scrollLeft || left > scrollLeft + clientWidth - PAGE_GAP)
    element.scrollLeft = left - 2 * PAGE_GAP;
}
