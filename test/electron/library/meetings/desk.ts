/** A library with its handlers for meetings, on a real disk. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { documentHandlers } from '../../../../electron/library/document-handlers.ts';
import { Originals } from '../../../../electron/library/evidence/originals.ts';
import { committeeHandlers } from '../../../../electron/library/meetings/committee-handlers.ts';
import { dateHandlers } from '../../../../electron/library/meetings/date-handlers.ts';
import { meetingHandlers } from '../../../../electron/library/meetings/meeting-handlers.ts';
import { noticeHandlers } from '../../../../electron/library/meetings/notice-handlers.ts';
import { noWorkshop, type PackWorkshop } from '../../../../electron/library/meetings/pack-builder.ts';
import { packHandlers } from '../../../../electron/library/meetings/pack-handlers.ts';
import { paperHandlers } from '../../../../electron/library/meetings/paper-handlers.ts';
import { recordHandlers } from '../../../../electron/library/meetings/record-handlers.ts';
import type { AgendaItem, Meeting, Paper } from '../../../../shared/pack/meeting.ts';
import { newItem } from '../../../../shared/pack/new-item.ts';
import { scratchFolder } from '../../../scratch-folder.ts';
import { context, services } from '../scratch.ts';

export function meetingDesk({
  folder = scratchFolder(),
  workshop = noWorkshop,
}: {
  folder?: string;
  workshop?: Partial<PackWorkshop>;
} = {}) {
  const given = services(folder);
  const kept = new Originals(folder, 'packs');
  const handlers = {
    ...documentHandlers(given),
    ...committeeHandlers(given),
    ...meetingHandlers(given),
    ...paperHandlers(given),
    ...dateHandlers(given),
    ...recordHandlers(given),
    ...noticeHandlers(given),
    ...packHandlers(given, kept, { ...noWorkshop, ...workshop }),
  };
  const files = scratchFolder();
  let grants = 0;

  return {
    ...given,
    handlers,
    kept,
    /** Writes a file that somebody has and grants it. */
    granted(name: string, bytes: string | Uint8Array) {
      const file = path.join(files, name);
      writeFileSync(file, bytes);
      const grant = `grant-${++grants}`;
      given.grants.give(grant, file, 'read');
      return { file, grant };
    },
    /** A place that somebody chose to save to. */
    target(name: string) {
      const file = path.join(files, name);
      const grant = `grant-${++grants}`;
      given.grants.give(grant, file, 'write');
      return { file, grant };
    },
    async newMeeting(name = 'Harbours Committee'): Promise<Meeting> {
      const { meetingId } = await handlers['meetings.create']({ kind: 'committee', name }, context);
      return (await handlers['meetings.open']({ meetingId }, context)).meeting;
    },
    async save(meeting: Meeting, baseRevision: number) {
      return handlers['meetings.save']({ meeting, baseRevision }, context);
    },
    async state(meetingId: string) {
      return handlers['meetings.open']({ meetingId }, context);
    },
  };
}

export function item(id: string, title: string, fields: Partial<AgendaItem> = {}): AgendaItem {
  return { ...newItem(id, title), ...fields };
}

export function paper(id: string, source: Paper['source'], fields: Partial<Paper> = {}): Paper {
  return { id, title: `Paper ${id}`, source, appendix: false, exempt: null, ...fields };
}

export const pdf = (words: string) => `%PDF-1.7\n% ${words}\n`;
