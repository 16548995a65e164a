/** What happened at a meeting, as its clerk wrote it down, and the documents that are drafted from it. */

import { DespatchError } from '../../../shared/contract/errors.ts';
import type { WrittenKind } from '../../../shared/contract/meeting-calls.ts';
import type { Mint } from '../../../shared/document/build.ts';
import type { DespatchDocument } from '../../../shared/document/schema.ts';
import { writeActionList } from '../../../shared/pack/after/action-list.ts';
import { beginRecord } from '../../../shared/pack/after/begin-record.ts';
import { writeDecisionNotice } from '../../../shared/pack/after/decision-notice.ts';
import { type Written, writeMinutes } from '../../../shared/pack/after/minutes.ts';
import type { MeetingRecord } from '../../../shared/pack/after/record.ts';
import type { Meeting } from '../../../shared/pack/meeting.ts';
import { papersOf } from '../../../shared/pack/papers-of.ts';
import type { Tables } from '../db/store.ts';
import type { FeatureHandlers, Services } from '../handlers.ts';
import { insertDocument } from '../insert-document.ts';
import { parsedDocument } from '../stored-document.ts';
import { findMeeting } from './meeting-handlers.ts';

type Call =
  | 'meetings.record'
  | 'meetings.saveRecord'
  | 'meetings.beginRecord'
  | 'meetings.draft'
  | 'meetings.written';

const writers: Readonly<
  Record<WrittenKind, (meeting: Meeting, record: MeetingRecord, mint: Mint) => Written>
> = { minutes: writeMinutes, actions: writeActionList, decisions: writeDecisionNotice };

export function recordHandlers({ store, mint, now, version }: Services): FeatureHandlers<Call> {
  const time = () => now().toISOString();

  return {
    'meetings.record': async ({ meetingId }) =>
      store().read((tables) => {
        findMeeting(tables, meetingId);
        return tables.meetings.record(meetingId) ?? { record: null, revision: 0 };
      }),

    'meetings.saveRecord': async ({ record, baseRevision }) => {
      const savedAt = time();
      return store().write((tables) => {
        const { meeting } = findMeeting(tables, record.meetingId);
        const found = tables.meetings.record(record.meetingId)?.revision ?? 0;
        if (found !== baseRevision) {
          throw new DespatchError('meeting.revisionConflict', { name: meeting.committee });
        }
        tables.meetings.putRecord(record, found + 1, savedAt);
        return { revision: found + 1, savedAt };
      });
    },

    'meetings.beginRecord': async ({ meetingId }) => {
      const { meeting, documents } = store().read((tables) => {
        const { meeting } = findMeeting(tables, meetingId);
        return { meeting, documents: documentsOf(tables, meeting) };
      });
      return { record: beginRecord(meeting, documents, mint) };
    },

    'meetings.draft': async ({ meetingId, kind }) => {
      const { meeting, record } = store().read((tables) => ({
        meeting: findMeeting(tables, meetingId).meeting,
        record: tables.meetings.record(meetingId)?.record,
      }));
      if (!record) {
        throw new DespatchError('meeting.incomplete', { reason: 'nothing has been written down of it yet' });
      }
      const { document, exempt } = writers[kind](meeting, record, mint);
      const at = time();
      store().write((tables) => {
        findMeeting(tables, meetingId);
        for (const one of [document, exempt]) {
          if (one === null) continue;
          insertDocument(tables, one, [], { version, time: at });
          tables.meetings.putWritten(meetingId, { documentId: one.id, kind, exempt: one === exempt }, at);
        }
      });
      return { documentId: document.id, exemptDocumentId: exempt?.id ?? null };
    },

    'meetings.written': async ({ meetingId }) =>
      store().read((tables) => {
        findMeeting(tables, meetingId);
        return tables.meetings.written(meetingId);
      }),
  };
}

/** Documents that are papers, as far as this version can read them: one it cannot recommends nothing. */
function documentsOf(tables: Tables, meeting: Meeting): ReadonlyMap<string, DespatchDocument> {
  const documents = new Map<string, DespatchDocument>();
  for (const { paper } of papersOf(meeting)) {
    if (paper.source.type !== 'document') continue;
    try {
      const { documentId } = paper.source;
      documents.set(documentId, parsedDocument(tables, documentId).document);
    } catch (thrown) {
      if (!(thrown instanceof DespatchError) || !thrown.code.startsWith('document.')) throw thrown;
    }
  }
  return documents;
}
