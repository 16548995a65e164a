import * as z from 'zod';
import type { ZoomBounds } from '../ui/pages/page-layout.ts';

/** 1 is the size of the paper. */
export const READER_ZOOM: ZoomBounds = { smallest: 0.5, largest: 4 };

/** fit: as wide as there is room; page: each as a whole. As a window remembers it. */
export const readingZoomSchema = z.union([
  z.enum(['fit', 'page']),
  z.number().min(READER_ZOOM.smallest).max(READER_ZOOM.largest),
]);
export type ReadingZoom = z.infer<typeof readingZoomSchema>;
