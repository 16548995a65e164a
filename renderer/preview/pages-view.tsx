import { type KeyboardEvent, useCallback, useMemo, useRef } from 'react';
import * as z from 'zod';
import {
  LARGEST_ZOOM,
  layOutPages,
  PAGE_GAP,
  pageAt,
  pagesInView,
  SMALLEST_ZOOM,
  scaleFor,
  steppedZoom,
} from '../ui/pages/page-layout.ts';
import { useKeptPlace, useView, useWheelZoom } from '../ui/pages/use-view.ts';
import { useRemembered } from '../ui/remembered.ts';
import { useDesk } from '../writing/desk.ts';
import { PageSheet } from './page-sheet.tsx';
import type { Pages } from './preview-session.ts';
import { PreviewToolbar } from './toolbar.tsx';
import { useFollowing } from './use-following.ts';

const viewSchema = z.strictObject({
  zoom: z.union([z.literal('fit'), z.number().min(SMALLEST_ZOOM).max(LARGEST_ZOOM)]),
  follow: z.boolean(),
});
const initialView: z.infer<typeof viewSchema> = { zoom: 'fit', follow: true };

interface Props {
  readonly pages: Pages;
  /** They are not those of the document as it stands. */
  readonly outdated: boolean;
}

/** All pages, one below the other; only those in view are drawn. */
export function PagesView({ pages, outdated }: Props) {
  const { focus, goTo } = useDesk();
  const [{ zoom, follow }, setView] = useRemembered('preview.view', viewSchema, initialView);
  const scroller = useRef<HTMLElement>(null);
  const view = useView(scroller);
  const scale = scaleFor(zoom, view.width - 2 * PAGE_GAP, pages.sizes);
  const layout = useMemo(() => layOutPages(pages.sizes, scale), [pages.sizes, scale]);
  const widthOf = (page: number) => Math.round((pages.sizes[2 * page] ?? 0) * scale);
  const zoomBy = useCallback(
    (steps: number) => setView((now) => ({ ...now, zoom: steppedZoom(scale, steps) })),
    [scale, setView],
  );
  const here = focus ? pages.places.nearest(focus.blockId, pages.document) : null;
  const bands = useMemo(() => (here === null ? [] : pages.places.bandsOf(here, pages.sizes)), [here, pages]);
  useWheelZoom(scroller, zoomBy);
  const measured = view.width > 0;
  useKeptPlace(scroller, measured ? layout : null);
  useFollowing(scroller, layout, measured && follow ? (bands[0] ?? null) : null, pages.document);

  const goToWords = useCallback(
    (page: number, x: number, y: number) => {
      const blockId = pages.places.blockAt(page, x, y);
      if (blockId !== null) goTo(blockId);
    },
    [pages, goTo],
  );
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    const page = pageAt(layout, view.scrollTop + PAGE_GAP);
    goToWords(page, 0, Math.max(0, view.scrollTop - (layout.tops[page] ?? 0)) / scale);
  };

  return (
    <>
      <PreviewToolbar
        page={pageAt(layout, view.scrollTop + view.height / 2)}
        pages={pages.count}
        scale={scale}
        fits={zoom === 'fit'}
        follow={follow}
        onZoom={zoomBy}
        onFit={() => setView((now) => ({ ...now, zoom: now.zoom === 'fit' ? 1 : 'fit' }))}
        onFollow={() => setView((now) => ({ ...now, follow: !now.follow }))}
      />
      <section
        ref={scroller}
        className="preview-pages"
        aria-label="Pages"
        aria-describedby="preview-pages-keys"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be within reach of the keyboard.
        tabIndex={0}
        data-outdated={outdated}
        onKeyDown={onKeyDown}
      >
        <p id="preview-pages-keys" className="visually-hidden">
          Enter goes to the words at the top of what is shown.
        </p>
        <div className="preview-strip" style={{ height: layout.height, minWidth: layout.width }}>
          {!measured
            ? null
            : pagesInView(layout, view.scrollTop, view.height).map((page) => (
                <PageSheet
                  key={page}
                  pages={pages}
                  page={page}
                  left={Math.max(PAGE_GAP, (view.width - widthOf(page)) / 2)}
                  top={layout.tops[page] ?? 0}
                  scale={scale}
                  band={bands.find((band) => band.page === page) ?? null}
                  onPoint={goToWords}
                />
              ))}
        </div>
      </section>
    </>
  );
}
