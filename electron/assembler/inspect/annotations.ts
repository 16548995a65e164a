/** What readers have left on the pages, and what was marked for redaction and never taken out. */
import type { Inspection } from '../../../shared/pack/inspection.ts';
import { oneLine } from '../../pdfium/clean-text.ts';
import { asDict, itemsAt, nameAt, numberAt, textAt } from '../objects/look.ts';
import type { SourcePage } from '../objects/page-tree.ts';

/** Part of the document rather than of what somebody wrote about it. */
const ofTheDocument = new Set([
  'Link',
  'Widget',
  'Popup',
  'PrinterMark',
  'TrapNet',
  'Watermark',
  'Redact',
  'FileAttachment',
  'Screen',
  'Movie',
  'Sound',
  'RichMedia',
  '3D',
  '',
]);
/** What may lie over words and hide them. */
const mayCover = new Set([
  'Square',
  'Circle',
  'Polygon',
  'Ink',
  'Highlight',
  'Stamp',
  'FreeText',
  'Line',
  'PolyLine',
  'Redact',
]);
const HIDDEN = 2;
const MOST_COMMENTS = 2000;
const LONGEST = 300;

export interface Annotations {
  readonly comments: Inspection['comments'];
  /** Numbers of pages, from 1. */
  readonly redactions: number[];
  /** Pages on which an annotation may hide words; from 0. */
  readonly covering: ReadonlySet<number>;
}

export function annotationsOf(pages: readonly SourcePage[]): Annotations {
  const comments: Inspection['comments'] = [];
  const redactions: number[] = [];
  const covering = new Set<number>();
  for (const [at, page] of pages.entries()) {
    for (const annotation of itemsAt(page.dict, 'Annots')) {
      const dict = asDict(annotation);
      if (dict === undefined || ((numberAt(dict, 'F') ?? 0) & HIDDEN) !== 0) continue;
      const kind = nameAt(dict, 'Subtype') ?? '';
      if (mayCover.has(kind)) covering.add(at);
      if (kind === 'Redact' && redactions.at(-1) !== at + 1) redactions.push(at + 1);
      if (ofTheDocument.has(kind) || comments.length >= MOST_COMMENTS) continue;
      const author = oneLine(textAt(dict, 'T') ?? '').slice(0, LONGEST);
      comments.push({
        page: at + 1,
        kind,
        author,
        words: oneLine(textAt(dict, 'Contents') ?? '').slice(0, LONGEST),
      });
    }
  }
  return { comments, redactions, covering };
}
