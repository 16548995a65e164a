import { DOCUMENT_FORMAT } from '../../shared/document/format.ts';
import type { AnySection, DespatchDocument, DocumentKind } from '../../shared/document/schema.ts';
import { defaultSettings } from '../../shared/document/settings.ts';
import { findField, plainText, titleOf } from '../../shared/document/walk.ts';

/** The only sections where title, committee and date may stand (structure.ts). */
export const SUMMARY_ROLE = 'front';

export interface Summary {
  readonly title: string;
  /** Committee and date, or the date of the meeting; may be empty. */
  readonly subtitle: string;
}

/** @param sections at least those of `SUMMARY_ROLE`, in order. */
export function summarise(kind: DocumentKind, sections: readonly AnySection[]): Summary {
  const document: DespatchDocument = {
    format: DOCUMENT_FORMAT,
    id: '',
    kind,
    marking: null,
    settings: defaultSettings,
    sections,
  };
  const words = (name: 'committee' | 'date') =>
    plainText(findField(document, name)?.content ?? [])
      .replace(/\s+/g, ' ')
      .trim();
  return {
    title: titleOf(document).replace(/\s+/g, ' '),
    subtitle: [words('committee'), words('date')].filter((part) => part !== '').join(', '),
  };
}
