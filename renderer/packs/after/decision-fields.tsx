import type { ItemRecord } from '../../../shared/pack/after/record.ts';
import { CommitField } from '../../evidence/shelf/details/commit-field.tsx';
import { DateField } from '../fields/date-field.tsx';
import { Tick, WordsArea } from '../fields/small-fields.tsx';
import type { SetItem } from './record-edits.ts';

interface Props {
  readonly own: ItemRecord;
  readonly set: SetItem;
}

/** What the notice of an executive decision must say (S.I. 2012/2089, regulation 12(2)). */
export function DecisionFields({ own: { decision }, set }: Props) {
  const kept = decision ?? { madeBy: '', reasons: '', rejected: '', key: false, callInUntil: '' };
  const put = (part: Partial<typeof kept>, typing?: string) =>
    set({ decision: { ...kept, ...part } }, 'Change decision', typing);
  return (
    <section aria-label="Decision notice">
      <h3 className="panel-heading">For the decision notice</h3>
      <CommitField
        label="Made by"
        value={kept.madeBy}
        placeholder="The body that met"
        onChange={(madeBy) => put({ madeBy }, 'made by')}
      />
      <WordsArea label="Reasons" value={kept.reasons} onChange={(reasons) => put({ reasons }, 'reasons')} />
      <WordsArea
        label="Options considered and rejected"
        value={kept.rejected}
        onChange={(rejected) => put({ rejected }, 'rejected')}
      />
      <DateField
        label="Call-in until"
        value={kept.callInUntil}
        onChange={(callInUntil) => put({ callInUntil }, 'call-in')}
      />
      <Tick isSelected={kept.key} onChange={(key) => put({ key })}>
        A key decision
      </Tick>
    </section>
  );
}
