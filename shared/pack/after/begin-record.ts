/** A record to begin with: everybody who is a member present, and what the reports recommend as what was resolved. */
import type { Mint } from '../../document/build.ts';
import type { DespatchDocument } from '../../document/schema.ts';
import type { Exemption } from '../exemption.ts';
import type { AgendaItem, Meeting } from '../meeting.ts';
import { recommendationsOf, resolutionFrom } from './recommendations.ts';
import { type ItemRecord, type MeetingRecord, newItemRecord, type Resolution } from './record.ts';

/** @param documents those written here, by id, as far as they can be had. */
export type Documents = ReadonlyMap<string, DespatchDocument>;

interface Suggested {
  readonly resolution: Resolution;
  /** Why its document withholds it, where that is said of the words alone and not of the whole paper. */
  readonly exemption: Exemption | null;
}

/** Resolutions as the reports of an item recommend them; an appendix recommends nothing. */
function suggestedResolutions(
  item: AgendaItem,
  body: Meeting['body'],
  documents: Documents,
  mint: Mint,
): Suggested[] {
  return item.papers.flatMap(({ source, appendix, exempt }) => {
    const document = source.type === 'document' && !appendix ? documents.get(source.documentId) : undefined;
    if (document === undefined) return [];
    return recommendationsOf(document).map((recommendation) => ({
      resolution: {
        id: mint(),
        text: resolutionFrom(recommendation.text, body),
        exempt: exempt !== null || recommendation.exempt !== null,
      },
      exemption: exempt === null ? recommendation.exempt : null,
    }));
  });
}

function itemRecord(item: AgendaItem, meeting: Meeting, documents: Documents, mint: Mint): ItemRecord {
  const suggested = suggestedResolutions(item, meeting.body, documents, mint);
  const resolutions = suggested.map(({ resolution }) => resolution);
  const decided = resolutions.length > 0;
  return {
    ...newItemRecord(item.id),
    exemption: suggested.find(({ exemption }) => exemption !== null)?.exemption ?? null,
    outcome: decided ? 'resolved' : item.purpose === 'noting' ? 'noted' : null,
    resolutions,
    decision:
      decided && meeting.body === 'executive'
        ? { madeBy: '', reasons: '', rejected: '', key: false, callInUntil: '' }
        : null,
  };
}

function shown(items: readonly AgendaItem[]): AgendaItem[] {
  return items.flatMap((item) => (item.hidden ? [] : [item, ...shown(item.items)]));
}

export function beginRecord(meeting: Meeting, documents: Documents, mint: Mint): MeetingRecord {
  const chair = meeting.members.find(({ role }) => /\bchair/i.test(role) && !/vice|deputy/i.test(role));
  return {
    format: 1,
    meetingId: meeting.id,
    chair: chair?.name ?? '',
    began: meeting.time,
    ended: '',
    attendees: meeting.members.map(({ name, role, party }) => ({
      id: mint(),
      name,
      role,
      party,
      part: 'member',
      attendance: 'present',
      substituteFor: '',
      arrived: '',
      left: '',
    })),
    declarations: [],
    items: shown(meeting.items).map((item) => itemRecord(item, meeting, documents, mint)),
    approvedOn: '',
  };
}
