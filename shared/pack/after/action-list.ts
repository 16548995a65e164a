/** What was agreed to be done, by whom and by when; what is exempt of it in a document of its own. */
import type { Mint } from '../../document/build.ts';
import { compose } from '../compose.ts';
import { notForPublication } from '../exemption-words.ts';
import type { Meeting } from '../meeting.ts';
import { actionExemptions, actionTable } from './action-table.ts';
import { entriesOf } from './agenda.ts';
import { bodyName, headOf, type Written } from './minutes.ts';
import type { MeetingRecord } from './record.ts';

export function writeActionList(meeting: Meeting, record: MeetingRecord, mint: Mint): Written {
  const entries = entriesOf(meeting, record);
  const head = headOf(meeting, record);
  const title =
    meeting.kind === 'ministerial' ? `Actions: ${meeting.committee}` : `Actions of ${bodyName(meeting)}`;
  const open = actionTable(entries, 'public');
  const exempt = actionTable(entries, 'exempt');
  const reasons = actionExemptions(entries);
  const why = reasons.length === 0 ? 'Not for publication.' : notForPublication(reasons);
  return {
    document: compose(mint, {
      ...head,
      title,
      parts: open.length > 0 ? open : [{ type: 'text', words: 'No actions were agreed.' }],
    }),
    exempt:
      exempt.length === 0
        ? null
        : compose(mint, {
            ...head,
            title: `${title} (not for publication)`,
            parts: [{ type: 'text', words: why }, ...exempt],
          }),
  };
}
