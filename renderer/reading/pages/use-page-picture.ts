import { type RefObject, useEffect, useRef, useState } from 'react';
import { type ErrorData, toErrorData } from '../../../shared/contract/errors.ts';
import { putPicture } from '../../ui/pages/put-picture.ts';
import { usePixelRatio } from '../../ui/pages/use-pixel-ratio.ts';
import type { Book } from '../book.ts';

/** While the zoom moves, the picture is stretched; then it is drawn sharp. */
const ZOOMING_MS = 120;
const WIDEST = 4096;

export interface PagePicture {
  readonly error: ErrorData | null;
  retry(): void;
}

/**
 * Keeps the picture of a page on a canvas; the old one stays until the new one is there.
 * @param width in CSS pixels; drawn in the pixels of the screen.
 * @param due whether it is to be asked for yet.
 */
export function usePagePicture(
  canvas: RefObject<HTMLCanvasElement | null>,
  book: Book,
  page: number,
  width: number,
  due: boolean,
): PagePicture {
  const ratio = usePixelRatio();
  const [error, setError] = useState<ErrorData | null>(null);
  const [attempt, setAttempt] = useState(0);
  const drawn = useRef<Book | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt is a reason by itself.
  useEffect(() => {
    if (!due) return;
    const abort = new AbortController();
    const draw = async () => {
      const pixels = Math.min(WIDEST, Math.max(16, Math.round(width * ratio)));
      const picture = await book.picture(page, pixels, abort.signal);
      if (abort.signal.aborted || !canvas.current) return;
      putPicture(canvas.current, picture);
      canvas.current.dataset['drawn'] = 'true';
      drawn.current = book;
      setError(null);
    };
    const timer = setTimeout(
      () =>
        void draw().catch((thrown: unknown) => {
          if (!abort.signal.aborted) setError(toErrorData(thrown));
        }),
      drawn.current === book ? ZOOMING_MS : 0,
    );
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [canvas, book, page, width, ratio, attempt, due]);
  // A canvas that is gone keeps its pixels until somebody tidies up, which may be hundreds of pages later.
  useEffect(() => {
    const shown = canvas.current;
    return () => {
      if (shown) shown.width = 0;
    };
  }, [canvas]);
  return { error, retry: () => setAttempt((now) => now + 1) };
}
