import * as z from 'zod';
import { READER_ZOOM } from '../../evidence/reader/zoom.ts';

export const packSides = ['items', 'pages', 'found', 'notes'] as const;
export type PackSide = (typeof packSides)[number];

/** What a window remembers of how packs are looked at. */
export const packLookSchema = z.strictObject({
  zoom: z.union([z.literal('fit'), z.number().min(READER_ZOOM.smallest).max(READER_ZOOM.largest)]),
  side: z.enum(['none', ...packSides]),
});
export type PackLook = z.infer<typeof packLookSchema>;
export const firstPackLook: PackLook = { zoom: 'fit', side: 'items' };
