/** What the agenda itself lacks: details of the meeting, numbers given twice, reasons for what is late, days of notice. */
import { list } from '../../checks/words.ts';
import { judgeNotice } from '../deadlines/clear-days.ts';
import { urgencyLaws } from '../deadlines/late-items.ts';
import { explainNotice } from '../deadlines/notice-words.ts';
import type { PackRule } from './context.ts';

export const meetingIncomplete: PackRule = {
  name: 'meeting-incomplete',
  *check({ meeting }) {
    const contact =
      meeting.contact.name !== '' && (meeting.contact.telephone !== '' || meeting.contact.email !== '');
    const missing = [
      ...(meeting.date === '' ? ['its date'] : []),
      ...(meeting.time === '' ? ['its time'] : []),
      ...(meeting.venue.trim() === '' ? ['its place'] : []),
      ...(meeting.kind === 'committee' && meeting.properOfficer.trim() === '' ? ['the proper officer'] : []),
      ...(contact ? [] : ['somebody to contact, with telephone number or email address']),
    ];
    if (missing.length === 0) return;
    const severity =
      meeting.date === '' || meeting.time === '' || meeting.venue.trim() === '' ? 'error' : 'warning';
    yield {
      severity,
      message: `The meeting lacks ${list(missing)}. The ${meeting.kind === 'ministerial' ? 'running order' : 'front sheet'} needs them: add them to the meeting.`,
    };
  },
};

export const noticeTooShort: PackRule = {
  name: 'notice-too-short',
  *check({ meeting, settings }) {
    // A minister's meeting is nobody's to attend.
    if (meeting.kind !== 'committee' || meeting.date === '') return;
    if (meeting.publicationDate === '') {
      const message =
        'There is no date of publication, so its notice cannot be counted. Set it in the meeting.';
      yield { severity: 'warning', message };
      return;
    }
    if (meeting.publicationDate > meeting.date) {
      const message = `It would be published on ${meeting.publicationDate}, after the meeting on ${meeting.date}. Correct one of the two dates.`;
      yield { severity: 'error', message };
      return;
    }
    const notice = judgeNotice({
      published: meeting.publicationDate,
      meeting: meeting.date,
      country: meeting.country,
      required: settings.clearDays ?? undefined,
      changes: settings.holidays ?? undefined,
    });
    if (!notice.lawful) yield { severity: 'error', message: explainNotice(notice) };
  },
};

export const itemNumberTwice: PackRule = {
  name: 'item-number-twice',
  *check({ items }) {
    const first = new Map<string, string>();
    for (const item of items) {
      const number = item.number.toLowerCase().replace(/\s/g, '');
      const before = first.get(number);
      if (before === undefined) {
        first.set(number, item.item.title);
        continue;
      }
      const message = `The number ${item.number} is also that of “${before}”. Give one of them another number, or none so that it is numbered by itself.`;
      yield { severity: 'error', at: item, message };
    }
  },
};

export const lateWithoutReason: PackRule = {
  name: 'late-without-reason',
  *check({ meeting, items }) {
    for (const item of items) {
      const { late } = item.item;
      if (late === null) continue;
      const missing = [
        ...(late.urgency.trim() === '' ? ['why it is urgent'] : []),
        ...(late.lateness.trim() === '' ? ['why it is late'] : []),
      ];
      if (missing.length === 0) continue;
      const message = `The item is late, and nothing says ${list(missing)}. It may be taken only for special circumstances that the minutes state (${urgencyLaws[meeting.country]}): write them down.`;
      yield { severity: 'error', at: item, message };
    }
  },
};
