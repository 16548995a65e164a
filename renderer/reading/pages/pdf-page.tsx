import { memo, useCallback, useMemo, useRef } from 'react';
import { explain } from '../../../shared/contract/messages.ts';
import { Button } from '../../ui/button.tsx';
import type { Book } from '../book.ts';
import { type Mark, marksIn, type Pin } from '../marks.ts';
import { useFetched } from '../use-fetched.ts';
import { PagePins } from './page-pins.tsx';
import { rectanglesOf } from './rectangles.ts';
import { TextLayer } from './text-layer.tsx';
import { SETTLED_MS, useDue } from './use-due.ts';
import { usePagePicture } from './use-page-picture.ts';

interface Props {
  readonly book: Book;
  /** Counted from 1. */
  readonly page: number;
  /** CSS pixels from the corner of the strip. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** CSS pixels of one point. */
  readonly scale: number;
  readonly marks: readonly Mark[];
  readonly pins: readonly Pin[];
  readonly onPin: ((id: string) => void) | undefined;
  /** In view, not only near it. */
  readonly seen: boolean;
}

const notYet = new Promise<null>(() => {});

/** A page of a PDF: its picture, what is marked on it, and its words. */
export const PdfPage = memo(function PdfPage(props: Props) {
  const { book, page, left, top, width, height, scale, marks, pins, onPin, seen } = props;
  const due = useDue(seen);
  const { pages } = book.reading;
  const canvas = useRef<HTMLCanvasElement>(null);
  const { error, retry } = usePagePicture(canvas, book, page, width, due);
  const settled = useDue(false, SETTLED_MS) && due;
  const { value: words } = useFetched(
    useCallback(() => (settled ? book.page(page) : notYet), [book, page, settled]),
  );
  const { value: boxes } = useFetched(
    useCallback(() => (settled ? book.boxes(page) : notYet), [book, page, settled]),
  );
  const start = book.startOf(page);
  const text = words?.text ?? '';
  const rectangles = useMemo(
    () =>
      boxes && text !== ''
        ? marksIn(marks, start, start + text.length).flatMap((mark) =>
            rectanglesOf(text, boxes, mark.start - start, mark.end - start).map((rectangle) => ({
              ...rectangle,
              name: mark.name,
              pin: mark.pin,
              active: mark.active === true,
            })),
          )
        : [],
    [boxes, text, start, marks],
  );
  const placedPins = useMemo(
    () =>
      boxes && text !== ''
        ? pins.flatMap((pin) => {
            if (pin.at < start || pin.at >= start + text.length) return [];
            const [first] = rectanglesOf(text, boxes, pin.at - start, pin.at - start + 1);
            return first ? [{ pin, top: first.top, height: first.bottom - first.top }] : [];
          })
        : [],
    [boxes, text, start, pins],
  );
  const name = book.nameOf(page);
  return (
    // biome-ignore lint/a11y/useSemanticElements: it is no group of fields.
    <div
      role="group"
      aria-label={`${name.charAt(0).toUpperCase()}${name.slice(1)} of ${pages.length}`}
      className="reader-page"
      data-page={page}
      style={{ left, top, width, height }}
    >
      <canvas ref={canvas} aria-hidden />
      <div aria-hidden className="reader-marks">
        {rectangles.map(({ name: mark, pin, active, ...at }) => (
          <div
            key={`${mark} ${pin} ${at.left} ${at.top}`}
            className={`reader-mark ${mark}${active ? ' active' : ''}`}
            data-pin={pin}
            style={{
              left: at.left * scale,
              top: at.top * scale,
              width: (at.right - at.left) * scale,
              height: (at.bottom - at.top) * scale,
            }}
          />
        ))}
      </div>
      {words ? <TextLayer text={text} boxes={boxes} start={start} scale={scale} /> : null}
      <PagePins placed={placedPins} scale={scale} onPin={onPin} />
      {words && text === '' ? <p className="visually-hidden">There are no words on this page.</p> : null}
      {error ? (
        <div className="reader-page-failure" role="alert">
          <p>
            <strong>{explain(error).what}</strong> {explain(error).why}
          </p>
          <Button look="outlined" onPress={retry}>
            Try again
          </Button>
        </div>
      ) : null}
    </div>
  );
});
