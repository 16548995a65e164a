import { useEffect, useMemo, useRef } from 'react';
import { useView } from '../../ui/pages/use-view.ts';
import type { Book } from '../book.ts';
import { useDue } from './use-due.ts';
import { usePagePicture } from './use-page-picture.ts';

/** CSS pixels. */
const ACROSS = 104;
const NAME = 22;
const GAP = 8;

interface Props {
  readonly book: Book;
  readonly sizes: Float32Array;
  readonly page: number;
  readonly onPage: (page: number) => void;
}

/** Only those in view are drawn. */
export function Thumbnails({ book, sizes, page, onPage }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const view = useView(scroller);
  const tops = useMemo(() => {
    const found: number[] = [];
    let top = GAP;
    for (let at = 0; at < sizes.length; at += 2) {
      found.push(top);
      top += heightOf(sizes, at / 2) + NAME + GAP;
    }
    found.push(top);
    return found;
  }, [sizes]);
  const count = sizes.length / 2;

  useEffect(() => {
    const element = scroller.current;
    const top = tops[page - 1];
    const end = tops[page];
    if (!element || top === undefined || end === undefined) return;
    if (top < element.scrollTop || end > element.scrollTop + element.clientHeight) {
      element.scrollTop = top - element.clientHeight / 3;
    }
  }, [tops, page]);

  const first = Math.max(0, tops.findLastIndex((top) => top <= view.scrollTop) - 1);
  const after = tops.findIndex((top) => top > view.scrollTop + view.height);
  const last = Math.min(count, (after === -1 ? count : after) + 1);
  return (
    <div ref={scroller} className="reader-thumbnails">
      <ul style={{ height: tops.at(-1) }}>
        {Array.from({ length: Math.max(0, last - first) }, (_, at) => first + at + 1).map((each) => (
          <li key={each} style={{ top: tops[each - 1] }}>
            <Thumbnail
              book={book}
              page={each}
              height={heightOf(sizes, each - 1)}
              isCurrent={each === page}
              onPage={onPage}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}

function heightOf(sizes: Float32Array, page: number): number {
  const [across = 1, down = 1] = sizes.subarray(2 * page, 2 * page + 2);
  return Math.min(4 * ACROSS, Math.round((ACROSS * down) / Math.max(1, across)));
}

interface ThumbnailProps {
  readonly book: Book;
  readonly page: number;
  readonly height: number;
  readonly isCurrent: boolean;
  readonly onPage: (page: number) => void;
}

function Thumbnail({ book, page, height, isCurrent, onPage }: ThumbnailProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  usePagePicture(canvas, book, page, ACROSS, useDue(false));
  return (
    <button
      type="button"
      className="reader-thumbnail"
      aria-label={`Go to ${book.nameOf(page)}`}
      aria-current={isCurrent ? 'page' : undefined}
      onClick={() => onPage(page)}
    >
      <canvas ref={canvas} aria-hidden style={{ width: ACROSS, height }} />
      <span className="tabular">{book.labelOf(page)}</span>
    </button>
  );
}
