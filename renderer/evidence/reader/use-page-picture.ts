import { type RefObject, useEffect, useRef, useState } from 'react';
import { type ErrorData, toErrorData } from '../../../shared/contract/errors.ts';
import { useServices } from '../../app/services.ts';
import { putPicture } from '../../ui/pages/put-picture.ts';
import { usePixelRatio } from '../../ui/pages/use-pixel-ratio.ts';

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
  edition: string,
  page: number,
  width: number,
  due: boolean,
): PagePicture {
  const { client } = useServices();
  const ratio = usePixelRatio();
  const [error, setError] = useState<ErrorData | null>(null);
  const [attempt, setAttempt] = useState(0);
  const drawn = useRef<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt is a reason by itself.
  useEffect(() => {
    if (!due) return;
    const abort = new AbortController();
    const draw = async () => {
      const pixels = Math.min(WIDEST, Math.max(16, Math.round(width * ratio)));
      const picture = await client.call(
        'reading.picture',
        { edition, page, width: pixels },
        { signal: abort.signal },
      );
      if (abort.signal.aborted || !canvas.current) return;
      putPicture(canvas.current, picture);
      canvas.current.dataset['drawn'] = 'true';
      drawn.current = edition;
      setError(null);
    };
    const timer = setTimeout(
      () =>
        void draw().catch((thrown: unknown) => {
          if (!abort.signal.aborted) setError(toErrorData(thrown));
        }),
      drawn.current === edition ? ZOOMING_MS : 0,
    );
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [client, canvas, edition, page, width, ratio, attempt, due]);
  return { error, retry: () => setAttempt((now) => now + 1) };
}
