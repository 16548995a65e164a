import * as z from 'zod';
import { readingZoomSchema } from '../../reading/zoom.ts';

/** What a window remembers of how sources are looked at. */
export const readerLookSchema = z.strictObject({
  zoom: readingZoomSchema,
  side: z.enum(['none', 'pages', 'contents']),
});
export type ReaderLook = z.infer<typeof readerLookSchema>;
export const firstLook: ReaderLook = { zoom: 'fit', side: 'none' };
