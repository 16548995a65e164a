/** A source of which nothing but its reference is there. */
import { createHash } from 'node:crypto';
import { titleOfFile } from '../../../shared/evidence/naming.ts';
import type { CslItem } from '../../../shared/evidence/source.ts';
import type { Tables } from '../db/store.ts';
import { addSource } from './source-rows.ts';

/** A sentence that such a source bears. */
const ONLY_REFERENCE = 'Only its reference was imported; add its file as a new edition to quote it.';

export interface ReferenceFile {
  readonly item: CslItem;
  /** The reference itself is its first edition, a file like any other, with no words that anybody could quote. */
  readonly bytes: Buffer;
  /** SHA-256 of them. */
  readonly edition: string;
}

export function referenceFile(item: CslItem): ReferenceFile {
  const bytes = Buffer.from(`${JSON.stringify([item], null, 2)}\n`);
  return { item, bytes, edition: createHash('sha256').update(bytes).digest('hex') };
}

/** To be run in a write transaction, once the bytes are kept (`Originals`). */
export function addReference(
  tables: Tables,
  id: string,
  { item, bytes, edition }: ReferenceFile,
  time: string,
): void {
  const fileName = `${(item.title ?? 'Reference')
    .replace(/[\\/:*?"<>|\s]+/gu, ' ')
    .trim()
    .slice(0, 80)}.csl.json`;
  const extraction = {
    kind: 'reference' as const,
    mediaType: 'application/vnd.citationstyles.csl+json',
    textState: 'none' as const,
    paged: false,
    pages: [{ label: null, text: '', roles: [] }],
    outline: [],
    about: { csl: item, marking: null, reviewBy: null },
    notices: [ONLY_REFERENCE],
  };
  const title = item.title?.trim() || titleOfFile(fileName);
  const details = {
    csl: { ...item, title },
    published: null,
    marking: null,
    reviewBy: null,
    description: '',
    own: {},
  };
  addSource(tables, id, { edition, fileName, bytes: bytes.length, extraction }, details, time);
}
