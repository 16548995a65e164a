import { FilePlus } from 'lucide-react';
import type { NoticeAsked } from '../../../shared/contract/notice-calls.ts';
import type { AgendaItem, Meeting } from '../../../shared/pack/meeting.ts';
import { Button } from '../../ui/button.tsx';

/** Whether a meeting is one that these notices are given of. */
export function givesNotices({ body, country, date }: Meeting): boolean {
  return body === 'executive' && country === 'England' && date !== '';
}

/** Whether anything on the agenda is to be taken in private. */
export function isPrivate(items: readonly AgendaItem[]): boolean {
  return items.some(
    ({ hidden, exempt, papers, items: under }) =>
      !hidden && (exempt !== null || papers.some((paper) => paper.exempt !== null) || isPrivate(under)),
  );
}

interface Props {
  readonly meeting: Meeting;
  readonly onPrivate: () => void;
  readonly onForm: (form: Exclude<NoticeAsked['notice'], 'private'>) => void;
}

/** The notices of an executive in England, each a draft that opens to be written on. */
export function ExecutiveNotices({ meeting, onPrivate, onForm }: Props) {
  const inPrivate = isPrivate(meeting.items);
  return (
    <section aria-label="Notices of the executive">
      <h3 className="facts-heading">Notices</h3>
      <div className="notice-buttons">
        <Button look="outlined" isDisabled={!inPrivate} onPress={onPrivate}>
          <FilePlus size={14} aria-hidden /> 28-day notice of the private meeting
        </Button>
        <Button look="outlined" isDisabled={!inPrivate} onPress={() => onForm('further')}>
          <FilePlus size={14} aria-hidden /> Further notice…
        </Button>
        <Button
          look="outlined"
          isDisabled={meeting.items.length === 0}
          onPress={() => onForm('keyDecisions')}
        >
          <FilePlus size={14} aria-hidden /> Key decisions…
        </Button>
      </div>
      <p className="quiet">
        {inPrivate
          ? 'Each becomes a document with the particulars that the 2012 Regulations ask for.'
          : 'No item is exempt, so nothing is taken in private and no notice of that is needed.'}
      </p>
    </section>
  );
}
