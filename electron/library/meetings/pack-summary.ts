/** Packs as the window is told of them, and whether a draft still is what its meeting says. */
import type { PackSummary } from '../../../shared/contract/pack-calls.ts';
import { longDate } from '../../../shared/pack/long-date.ts';
import type { Meeting } from '../../../shared/pack/meeting.ts';
import { proofSchema } from '../../../shared/pack/proof-report.ts';
import type { MeetingRow } from '../db/meetings-repository.ts';
import type { PackRow } from '../db/packs-repository.ts';
import type { Tables } from '../db/store.ts';

const audienceWords = {
  committee: { restricted: 'restricted', public: 'public' },
  ministerial: { restricted: 'full', public: 'for release' },
} as const;

/** "Harbours Committee 4 March 2027, supplement A, public". */
export function packTitle(meeting: Meeting, { kind, letter, audience }: PackRow): string {
  const what = {
    pack: 'pack',
    supplement: `supplement ${letter ?? ''}`.trim(),
    consolidated: 'consolidated pack',
  };
  const when = longDate(meeting.date);
  return `${meeting.committee}${when === '' ? '' : ` ${when}`}, ${what[kind]}, ${audienceWords[meeting.kind][audience]}`;
}

/** Why a draft cannot be published, as a sentence; null: it can, or it is published. */
export function outdated(tables: Tables, draft: PackRow, meeting: MeetingRow): string | null {
  if (draft.publishedAt !== null) return null;
  if (draft.meetingRevision !== meeting.revision) return 'The meeting has changed since it was built.';
  for (const source of draft.sources) {
    if (!('documentId' in source)) continue;
    const document = tables.documents.find(source.documentId);
    const title = document?.title === '' ? 'Untitled' : (document?.title ?? 'A document');
    if (!document || document.deletedAt !== null) return `“${title}” has been deleted since it was built.`;
    if (document.revision !== source.revision) return `“${title}” has changed since it was built.`;
  }
  const later = tables.packs
    .ofMeeting(draft.meetingId)
    .some(
      ({ publishedAt, builtAt }) =>
        publishedAt !== null && publishedAt > draft.builtAt && builtAt !== draft.builtAt,
    );
  return later ? 'Another pack of the meeting was published since it was built.' : null;
}

/** A report that an earlier version wrote in another shape says nothing of them. */
function limitsOf({ proof }: PackRow): string[] {
  return proofSchema.shape.limits.safeParse((proof as { limits?: unknown } | null)?.limits).data ?? [];
}

export function toPackSummary(tables: Tables, row: PackRow, meeting: MeetingRow): PackSummary {
  const { id, meetingId, kind, audience, letter, pages, bytes, sha256, builtAt, publishedAt, notices } = row;
  return {
    id,
    meetingId,
    meetingKind: meeting.meeting.kind,
    kind,
    audience,
    letter,
    title: packTitle(meeting.meeting, row),
    pages,
    bytes,
    sha256,
    builtAt,
    publishedAt,
    outdated: outdated(tables, row, meeting),
    proved: row.proof !== null,
    proofLimits: limitsOf(row),
    notices: [...notices],
  };
}
