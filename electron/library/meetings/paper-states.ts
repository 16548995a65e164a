/** How the papers of a meeting stand in the library. */
import type { PaperState } from '../../../shared/contract/meeting-calls.ts';
import type { Meeting, Paper } from '../../../shared/pack/meeting.ts';
import { papersOf } from '../../../shared/pack/papers-of.ts';
import type { MeetingFile } from '../db/meetings-repository.ts';
import type { Tables } from '../db/store.ts';

/** In the order of the agenda. */
export function paperStates(tables: Tables, meeting: Meeting): PaperState[] {
  const files = tables.meetings.files(meeting.id);
  return papersOf(meeting).map(({ paper }) => ({
    paperId: paper.id,
    documentRevision: null,
    bytes: null,
    kind: null,
    ...stateOf(tables, paper.source, files),
  }));
}

function stateOf(
  { documents }: Tables,
  source: Paper['source'],
  files: ReadonlyMap<string, MeetingFile>,
): Pick<PaperState, 'state' | 'name'> & Partial<PaperState> {
  switch (source.type) {
    case 'toFollow':
      return { state: 'toFollow', name: '' };
    case 'path':
      return { state: 'missing', name: source.path };
    case 'document': {
      const row = documents.find(source.documentId);
      if (!row) return { state: 'missing', name: '' };
      const state = row.deletedAt === null ? 'ready' : 'binned';
      return { state, name: row.title, documentRevision: row.revision };
    }
    case 'file': {
      const { name } = source;
      const file = files.get(source.sha256);
      return file ? { state: 'ready', name, bytes: file.bytes, kind: file.kind } : { state: 'missing', name };
    }
  }
}
