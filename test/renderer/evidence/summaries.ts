import type { SourceSummary } from '../../../shared/contract/evidence-source-calls.ts';

/** A source as the library lists it. */
export function summary(id: string, change: Partial<SourceSummary> = {}): SourceSummary {
  return {
    id,
    kind: 'pdf',
    title: id,
    author: '',
    organisation: '',
    issued: '',
    published: null,
    marking: null,
    reviewBy: null,
    textState: 'text',
    pages: 1,
    words: 100,
    edition: 'a'.repeat(64),
    editions: 1,
    supersededBy: null,
    usedIn: 0,
    citations: 0,
    addedAt: '2026-01-01T10:00:00.000Z',
    updatedAt: '2026-01-01T10:00:00.000Z',
    ...change,
  };
}
