import { previewRow } from '../preview-row.ts';

/** Ten pages. */
export const bench = previewRow('preview', 8, 1);
