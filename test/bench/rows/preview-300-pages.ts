import { previewRow } from '../preview-row.ts';

export const bench = previewRow('preview-300-pages', 300, 0.6);
