import { type RefObject, useEffect, useRef } from 'react';
import { toErrorData } from '../../shared/contract/errors.ts';
import { useServices } from '../app/services.ts';
import { putPicture } from '../ui/pages/put-picture.ts';
import { usePixelRatio } from '../ui/pages/use-pixel-ratio.ts';
import type { Pages } from './preview-session.ts';
import { usePreviewSession } from './use-preview.ts';

/** While the zoom moves, the picture is stretched; then it is drawn sharp. */
const ZOOMING_MS = 120;
const WIDEST = 4096;

/**
 * Keeps the picture of a page on a canvas; the old one stays until the new one is there.
 * @param width in CSS pixels; drawn in the pixels of the screen.
 */
export function useDrawnPage(
  canvas: RefObject<HTMLCanvasElement | null>,
  { version, document }: Pages,
  page: number,
  width: number,
): void {
  const { client } = useServices();
  const session = usePreviewSession();
  const documentId = document.id;
  const ratio = usePixelRatio();
  const drawn = useRef<number | null>(null);
  useEffect(() => {
    const abort = new AbortController();
    const draw = async () => {
      const pixels = Math.min(WIDEST, Math.max(16, Math.round(width * ratio)));
      const picture = await client.call(
        'preview.page',
        { documentId, version, page, width: pixels },
        { signal: abort.signal },
      );
      if (!picture) return session.lost(version);
      if (abort.signal.aborted || !canvas.current) return;
      putPicture(canvas.current, picture);
      drawn.current = version;
    };
    const timer = setTimeout(
      () =>
        void draw().catch((thrown: unknown) => {
          const { code } = toErrorData(thrown);
          if (code === 'preview.stopped') session.lost(version);
          else if (code !== 'call.cancelled') console.error('A page was not drawn.', thrown);
        }),
      drawn.current === version ? ZOOMING_MS : 0,
    );
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [client, session, canvas, documentId, version, page, width, ratio]);
}
