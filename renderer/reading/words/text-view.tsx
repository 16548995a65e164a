import {
  type CSSProperties,
  memo,
  type RefObject,
  useCallback,
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { TextRange } from '../../../shared/evidence/taken.ts';
import { useWheelZoom } from '../../ui/pages/use-view.ts';
import type { Book } from '../book.ts';
import { type Mark, marksIn } from '../marks.ts';
import { pointAt } from '../selection/dom-places.ts';
import { useFetched } from '../use-fetched.ts';
import { FROM_TOP, type Reveal, type ViewProps } from '../view.ts';
import { type Block, type Chunk, chunksOf, heightOf } from './blocks.ts';
import { useHighlights } from './use-highlights.ts';
import type { Words } from './words.ts';

/** Words this far outside of what is in view are drawn as well, so that scrolling finds them there. */
const AHEAD = '1200px 0px';

/** The words of a source without paper: headings, paragraphs, tables; drawn piece by piece as they come into view. */
export function TextView(props: ViewProps) {
  const { book, zoom, marks, pinned, scroller, seen: view, view: handle, onPage, onScale, onZoom } = props;
  const size = typeof zoom === 'number' ? zoom : 1;
  useWheelZoom(scroller, onZoom);
  useEffect(() => onScale((size * 96) / 72), [size, onScale]);

  const { scrollTop, height } = view;
  useEffect(() => {
    const element = scroller.current;
    if (!element || height === 0) return;
    const edge = element.getBoundingClientRect().top + height / 3;
    const sections = [...element.querySelectorAll<HTMLElement>('.reader-section')];
    // Scrolled on, so another section may be at this height.
    const at =
      scrollTop >= 0 ? sections.findLastIndex((each) => each.getBoundingClientRect().top <= edge) : 0;
    onPage(Math.max(0, at) + 1);
  }, [scroller, scrollTop, height, onPage]);

  useImperativeHandle(
    handle,
    () => ({
      reveal: (range, how) => revealRange(scroller, range, how, 0),
      showPage: (page) =>
        scroller.current?.querySelector(`[data-section="${page}"]`)?.scrollIntoView({ block: 'start' }),
      top() {
        const edge = scroller.current?.getBoundingClientRect().top ?? 0;
        for (const words of scroller.current?.querySelectorAll('[data-at]') ?? []) {
          if (words.getBoundingClientRect().bottom > edge) return Number(words.getAttribute('data-at'));
        }
        return 0;
      },
    }),
    [scroller],
  );

  return (
    <div className="reader-text" style={{ '--reader-size': size } as CSSProperties}>
      {book.reading.pages.map((_, at) => (
        <Section
          // biome-ignore lint/suspicious/noArrayIndexKey: pages are their numbers.
          key={at}
          book={book}
          page={at + 1}
          marks={marks}
          pinned={pinned}
        />
      ))}
    </div>
  );
}

const TRIES = 60;

/** Goes nearer with each frame, as what was not drawn yet comes to be. */
function revealRange(
  scroller: RefObject<HTMLElement | null>,
  range: TextRange,
  how: Reveal,
  tries: number,
): void {
  const element = scroller.current;
  if (!element) return;
  const spans = [...element.querySelectorAll<HTMLElement>('[data-from]')].filter(
    ({ dataset: { from, to } }) => Number(from) <= range.start && range.start < Number(to),
  );
  const nearest = spans.at(-1);
  if (nearest?.dataset['drawn'] === 'true') {
    const point = pointAt(nearest, range.start);
    if (!point) return;
    const words = document.createRange();
    words.setStart(point.node, point.offset);
    words.setEnd(point.node, Math.min(point.node.length, point.offset + 1));
    const { top, bottom } = words.getBoundingClientRect();
    const box = element.getBoundingClientRect();
    const isSeen = top >= box.top && bottom <= box.bottom;
    if (how === 'always' || !isSeen) element.scrollTop += top - box.top - FROM_TOP * element.clientHeight;
    // What was drawn above it on the way may have moved it.
    if (tries >= TRIES - 2) return;
    requestAnimationFrame(() => revealRange(scroller, range, 'away', TRIES - 2));
    return;
  }
  if (nearest) {
    const box = element.getBoundingClientRect();
    const { top, bottom } = nearest.getBoundingClientRect();
    if (bottom < box.top || top > box.bottom) element.scrollTop += top - box.top;
  }
  if (tries < TRIES) requestAnimationFrame(() => revealRange(scroller, range, how, tries + 1));
}

/** Whether an element is, or nearly is, in view. */
function useNear(element: RefObject<HTMLElement | null>): boolean {
  const [near, setNear] = useState(false);
  useEffect(() => {
    const shown = element.current;
    if (!shown) return;
    const observer = new IntersectionObserver((entries) => setNear(entries.at(-1)?.isIntersecting === true), {
      root: shown.closest('.reader-pages'),
      rootMargin: AHEAD,
    });
    observer.observe(shown);
    return () => observer.disconnect();
  }, [element]);
  return near;
}

interface SectionProps {
  readonly book: Book;
  readonly page: number;
  readonly marks: readonly Mark[];
  readonly pinned: readonly number[];
}

function Section({ book, page, marks, pinned }: SectionProps) {
  const element = useRef<HTMLElement>(null);
  const near = useNear(element);
  const [wanted, setWanted] = useState(false);
  if (near && !wanted) setWanted(true);
  const { pages, paged } = book.reading;
  const { label = null, start = 0, length = 0 } = pages[page - 1] ?? {};
  const isOne = pages.length === 1;
  const name = label ?? (paged ? `Page ${page}` : `Part ${page}`);
  return (
    <section
      ref={element}
      className="reader-section"
      aria-label={isOne ? book.reading.title : name}
      data-section={page}
      data-from={start}
      data-to={start + length + 1}
      style={wanted ? undefined : { height: heightOf(length) }}
    >
      {isOne && label === null ? null : <h2 className="reader-section-name">{name}</h2>}
      {wanted ? <SectionText book={book} page={page} marks={marks} pinned={pinned} /> : null}
    </section>
  );
}

function SectionText({ book, page, marks, pinned }: SectionProps) {
  const { value, error } = useFetched(useCallback(() => book.page(page), [book, page]));
  const chunks = useMemo(() => (value ? chunksOf(value, book.reading.kind) : []), [value, book]);
  const start = book.startOf(page);
  if (error)
    return <p role="alert">The words of this part could not be read. Close the source and open it again.</p>;
  if (value && value.text.trim() === '') return <p className="quiet">There are no words in this part.</p>;
  return chunks.map((chunk) => (
    <ChunkView
      key={chunk.start}
      chunk={chunk}
      start={start}
      marks={marks}
      isPinned={pinned.some((place) => start + chunk.start <= place && place <= start + chunk.end)}
    />
  ));
}

interface ChunkProps {
  readonly chunk: Chunk;
  /** Where the page begins in the whole text. */
  readonly start: number;
  readonly marks: readonly Mark[];
  readonly isPinned: boolean;
}

const ChunkView = memo(function ChunkView({ chunk, start, marks, isPinned }: ChunkProps) {
  const element = useRef<HTMLDivElement>(null);
  const near = useNear(element);
  const height = useRef(heightOf(chunk.end - chunk.start));
  const drawn = near || isPinned;
  useEffect(() => {
    const shown = element.current;
    return () => {
      if (drawn && shown) height.current = shown.offsetHeight;
    };
  }, [drawn]);
  const from = start + chunk.start;
  const to = start + chunk.end;
  const here = useMemo(() => marksIn(marks, from, to + 1), [marks, from, to]);
  useHighlights(element, here, drawn);
  return (
    <div
      ref={element}
      className="reader-chunk"
      data-from={from}
      data-to={to + 1}
      data-drawn={drawn}
      style={drawn ? undefined : { height: height.current }}
    >
      {drawn
        ? chunk.blocks.map((block) => <BlockView key={keyOf(block)} block={block} start={start} />)
        : null}
    </div>
  );
});

function keyOf(block: Block): number {
  if (block.kind === 'field') return block.name.at;
  return (block.kind === 'line' ? block.pieces[0]?.at : block.rows[0]?.[0]?.at) ?? 0;
}

interface BlockProps {
  readonly block: Block;
  readonly start: number;
}

function BlockView({ block, start }: BlockProps) {
  if (block.kind === 'table') return <TableView rows={block.rows} heads={block.heads} start={start} />;
  if (block.kind === 'field') {
    return (
      <p className="reader-field">
        <span data-at={start + block.name.at}>{block.name.text}</span>{' '}
        <span data-at={start + block.says.at}>{block.says.text}</span>
      </p>
    );
  }
  const { role, pieces } = block;
  const words = pieces.map(({ at, text, strong }) =>
    strong ? (
      <strong key={at} data-at={start + at}>
        {text}
      </strong>
    ) : (
      <span key={at} data-at={start + at}>
        {text}
      </span>
    ),
  );
  switch (role) {
    case 'heading':
      return <h3 className="reader-heading">{words}</h3>;
    case 'item':
      return <p className={`reader-item${isListed(pieces) ? '' : ' bulleted'}`}>{words}</p>;
    case 'quote':
      return <blockquote className="reader-quote">{words}</blockquote>;
    case 'aside':
      return <p className="reader-aside">{words}</p>;
    case 'text':
      return <p className="reader-paragraph">{words}</p>;
  }
}

/** Whether an item bears a number or a mark of its own. */
function isListed([first]: readonly Words[]): boolean {
  return /^\s*(?:[-–•*+·▪◦]|[\dA-Za-z]{1,9}[.)])\s/.test(first?.text ?? '');
}

function isNumber(text = ''): boolean {
  return /^[£$€]?[-−]?[\d,.]+%?$/.test(text.trim());
}

interface TableProps {
  readonly rows: readonly (readonly Words[])[];
  readonly heads: readonly string[];
  readonly start: number;
}

/** The first row of a table names its columns; where it goes on in another piece, its names are there to be heard. */
function TableView({ rows, heads, start }: TableProps) {
  const [first, ...others] = rows;
  const isBeginning = first?.every((cell, at) => cell.text === heads[at]) ?? false;
  const body = isBeginning ? others : rows;
  return (
    <div className="reader-table-frame">
      <table className="reader-table">
        <thead className={isBeginning ? undefined : 'visually-hidden'}>
          <tr>
            {isBeginning && first
              ? first.map((cell, at) => (
                  <th
                    key={cell.at}
                    scope="col"
                    className={isNumber(body[0]?.[at]?.text) ? 'number' : undefined}
                  >
                    <span data-at={start + cell.at}>{cell.text}</span>
                  </th>
                ))
              : heads.map((head, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: columns are their numbers.
                  <th key={at} scope="col">
                    {head}
                  </th>
                ))}
          </tr>
        </thead>
        <tbody>
          {body.map((row) => (
            <tr key={row[0]?.at}>
              {row.map((cell) => (
                <td key={cell.at} className={isNumber(cell.text) ? 'number' : undefined}>
                  <span data-at={start + cell.at}>{cell.text}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
