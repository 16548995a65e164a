import { useEffect, useLayoutEffect, useRef } from 'react';
import type { DespatchDocument } from '../../shared/document/schema.ts';
import type { PageLayout } from '../ui/pages/page-layout.ts';
import type { Scroller } from '../ui/pages/use-view.ts';
import type { Band } from './places.ts';

/** Where the caret's block comes to stand when it has to be scrolled to: below what leads to it. */
const FROM_TOP = 0.3;

/**
 * Brings the block with the caret into view when it is not; otherwise nothing moves.
 * @param document the one that the pages show: where only the pages are new, nobody has asked for a move.
 */
export function useFollowing(
  scroller: Scroller,
  layout: PageLayout,
  band: Band | null,
  document: DespatchDocument,
): void {
  const latest = useRef({ layout, band });
  useLayoutEffect(() => {
    latest.current = { layout, band };
  });
  const where = band ? `${band.page} ${band.top} ${band.bottom}` : '';
  // biome-ignore lint/correctness/useExhaustiveDependencies: `where` and `document` say when, `latest` says what.
  useEffect(() => {
    const element = scroller.current;
    const { layout, band } = latest.current;
    const top = band ? layout.tops[band.page] : undefined;
    if (!element || !band || top === undefined) return;
    const begins = top + band.top * layout.scale;
    const ends = top + band.bottom * layout.scale;
    const { scrollTop, clientHeight } = element;
    const enough = Math.min(ends, begins + clientHeight / 2);
    if (begins >= scrollTop && enough <= scrollTop + clientHeight) return;
    element.scrollTop = begins - FROM_TOP * clientHeight;
  }, [scroller, where, document]);
}
