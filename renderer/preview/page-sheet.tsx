import { type MouseEvent, memo, useRef } from 'react';
import type { Band } from './places.ts';
import type { Pages } from './preview-session.ts';
import { useDrawnPage } from './use-drawn-page.ts';

/** Points between the edge of the paper and the mark beside the block with the caret. */
const MARK_LEFT = 54;

interface Props {
  readonly pages: Pages;
  /** Counts from 0. */
  readonly page: number;
  /** CSS pixels from the corner of the strip. */
  readonly left: number;
  readonly top: number;
  /** CSS pixels of one point. */
  readonly scale: number;
  /** The part of this page that the block with the caret takes. */
  readonly band: Band | null;
  /** A place on the paper was clicked, in points. */
  readonly onPoint: (page: number, x: number, y: number) => void;
}

export const PageSheet = memo(function PageSheet({ pages, page, left, top, scale, band, onPoint }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const width = Math.round((pages.sizes[2 * page] ?? 0) * scale);
  const height = Math.round((pages.sizes[2 * page + 1] ?? 0) * scale);
  useDrawnPage(canvas, pages, page, width);
  const onClick = (event: MouseEvent) => {
    const paper = event.currentTarget.getBoundingClientRect();
    onPoint(page, (event.clientX - paper.left) / scale, (event.clientY - paper.top) / scale);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a pointer's short cut; Enter does the same for all pages.
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above.
    <div className="page-sheet" style={{ left, top, width, height }} onClick={onClick}>
      <canvas ref={canvas} role="img" aria-label={`Page ${page + 1} of ${pages.count}`} />
      {band ? (
        <div
          className="page-mark"
          style={{
            left: MARK_LEFT * scale,
            top: band.top * scale,
            height: Math.max(4, (band.bottom - band.top) * scale),
          }}
        />
      ) : null}
    </div>
  );
});
