/** Which documents the home screen lists, and in which order. */
import type { DocumentSummary } from '../../shared/contract/calls.ts';
import { lazily } from '../../shared/lazily.ts';

export const shelves = ['all', 'briefing', 'report', 'submission', 'review', 'look', 'bin'] as const;
/** bin: removed documents, which the library lists apart. */
export type Shelf = (typeof shelves)[number];

export const sortOrders = ['updated', 'title', 'kind'] as const;
export type SortOrder = (typeof sortOrders)[number];

/** How many citations of each document somebody has to look at, by the id of the document. */
export type ToLook = ReadonlyMap<string, number>;

export function toLookIn(unseen: readonly { readonly documentId: string }[]): ToLook {
  const found = new Map<string, number>();
  for (const { documentId } of unseen) found.set(documentId, (found.get(documentId) ?? 0) + 1);
  return found;
}

export function onShelf(
  documents: readonly DocumentSummary[],
  shelf: Shelf,
  toLook: ToLook,
): readonly DocumentSummary[] {
  if (shelf === 'look') return documents.filter(({ id }) => toLook.has(id));
  if (shelf === 'review') return documents.filter(({ pendingImportRows }) => pendingImportRows > 0);
  if (shelf === 'all' || shelf === 'bin') return documents;
  return documents.filter(({ kind }) => kind === shelf);
}

/** Every word of the query must start a word of title, subtitle, kind or marking; case and accents do not matter. */
export function matching(documents: readonly DocumentSummary[], query: string): readonly DocumentSummary[] {
  const wanted = words(query);
  if (wanted.length === 0) return documents;
  return documents.filter((document) => {
    const present = words(
      [
        titleFor(document),
        document.subtitle,
        kindNames[document.kind],
        document.marking?.classification ?? '',
      ].join(' '),
    );
    return wanted.every((word) => present.some((candidate) => candidate.startsWith(word)));
  });
}

const collator = lazily(() => new Intl.Collator('en-GB', { numeric: true, sensitivity: 'base' }));

export function sorted(documents: readonly DocumentSummary[], order: SortOrder): readonly DocumentSummary[] {
  const byUpdated = (a: DocumentSummary, b: DocumentSummary) => b.updatedAt.localeCompare(a.updatedAt);
  const byTitle = (a: DocumentSummary, b: DocumentSummary) => collator().compare(titleFor(a), titleFor(b));
  return documents.toSorted((a, b) => {
    if (order === 'title') return byTitle(a, b) || byUpdated(a, b);
    if (order === 'kind') return a.kind.localeCompare(b.kind) || byUpdated(a, b);
    return byUpdated(a, b) || byTitle(a, b);
  });
}

export const kindNames: Readonly<Record<DocumentSummary['kind'], string>> = {
  briefing: 'Brief',
  report: 'Report',
  submission: 'Submission',
};

export function titleFor(document: Pick<DocumentSummary, 'title' | 'kind'>): string {
  return document.title === '' ? `Untitled ${kindNames[document.kind].toLowerCase()}` : document.title;
}

function words(text: string): string[] {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}
