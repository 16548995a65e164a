import * as z from 'zod';
import { readingZoomSchema } from '../../reading/zoom.ts';

export const packSides = ['items', 'pages', 'found', 'notes'] as const;
export type PackSide = (typeof packSides)[number];

/** What a window remembers of how packs are looked at. */
export const packLookSchema = z.strictObject({
  zoom: readingZoomSchema,
  side: z.enum(['none', ...packSides]),
});
export type PackLook = z.infer<typeof packLookSchema>;
export const firstPackLook: PackLook = { zoom: 'fit', side: 'items' };
