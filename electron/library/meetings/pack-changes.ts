/** What has become of the papers of a meeting since they were published. */
import type { CallOutput } from '../../../shared/contract/calls.ts';
import { nextLetter } from '../../../shared/pack/letters.ts';
import type { Paper } from '../../../shared/pack/meeting.ts';
import { papersOf } from '../../../shared/pack/papers-of.ts';
import type { MeetingRow } from '../db/meetings-repository.ts';
import type { PackSource } from '../db/packs-repository.ts';
import type { Tables } from '../db/store.ts';

export function packChanges(tables: Tables, { id, meeting }: MeetingRow): CallOutput<'packs.changes'> {
  const published = tables.packs.ofMeeting(id).filter(({ publishedAt }) => publishedAt !== null);
  const papers = papersOf(meeting).map(({ paper }): CallOutput<'packs.changes'>['papers'][number] => {
    const paperId = paper.id;
    // The restricted pack has the numbers of every paper; a public one may have withheld them.
    const packs = published.filter(({ sources }) => sources.some((source) => source.paperId === paperId));
    const pack = packs.find(({ audience }) => audience === 'restricted') ?? packs[0];
    const source = pack?.sources.find((each) => each.paperId === paperId);
    const numbers = pack?.plan.papers.find((each) => each.paperId === paperId)?.numbers ?? null;
    if (paper.source.type === 'toFollow') return { paperId, state: 'toFollow', numbers };
    if (!source) return { paperId, state: 'new', numbers: null };
    return { paperId, state: isSame(tables, paper, source) ? 'published' : 'corrected', numbers };
  });
  return { nextLetter: nextLetter(tables.packs.letters(id)), papers };
}

function isSame({ documents }: Tables, { source }: Paper, published: PackSource): boolean {
  if (source.type === 'file') return 'sha256' in published && published.sha256 === source.sha256;
  if (source.type !== 'document' || !('documentId' in published)) return false;
  return (
    published.documentId === source.documentId &&
    documents.find(source.documentId)?.revision === published.revision
  );
}
