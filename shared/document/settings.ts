/** What a document is that nobody has set anything about; what may be set stands in `settings-schema.ts`. */
import type { DocumentSettings } from './settings-schema.ts';

export type { DocumentSettings };

export const defaultSettings: DocumentSettings = {
  numbering: 'continuous',
  limits: { words: null, pages: null, minutes: null },
  template: null,
};
