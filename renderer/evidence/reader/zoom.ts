import * as z from 'zod';
import type { ZoomBounds } from '../../ui/pages/page-layout.ts';

/** 1 is the size of the paper. */
export const READER_ZOOM: ZoomBounds = { smallest: 0.5, largest: 4 };

/** What a window remembers of how sources are looked at. */
export const readerLookSchema = z.strictObject({
  zoom: z.union([z.literal('fit'), z.number().min(READER_ZOOM.smallest).max(READER_ZOOM.largest)]),
  side: z.enum(['none', 'pages', 'contents']),
});
export type ReaderLook = z.infer<typeof readerLookSchema>;
export const firstLook: ReaderLook = { zoom: 'fit', side: 'none' };
