import { Plus, X } from 'lucide-react';
import {
  type Action,
  actionStates,
  type ItemRecord,
  type MeetingRecord,
  outcomes,
} from '../../../shared/pack/after/record.ts';
import type { AgendaItem, Meeting } from '../../../shared/pack/meeting.ts';
import { CommitField } from '../../evidence/shelf/details/commit-field.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { DateField } from '../fields/date-field.tsx';
import { Segments, Tick, WordsArea } from '../fields/small-fields.tsx';
import type { SavedActions } from '../saved/use-saved.ts';
import { outcomeNames, recordOf, replaced, withItem, without } from './record-edits.ts';

interface Props {
  readonly item: AgendaItem;
  readonly number: string;
  readonly meeting: Meeting;
  readonly record: MeetingRecord;
  readonly change: SavedActions<MeetingRecord>['change'];
}

const outcomeChoices = ['none', ...outcomes] as const;
const outcomeChoiceNames = { none: 'Not said', ...outcomeNames };
const actionNames = { open: 'Open', done: 'Done', dropped: 'Dropped' } as const;

/** What became of an item: outcome, minute, resolutions, vote and actions. */
export function ItemOutcome({ item, number, meeting, record, change }: Props) {
  const own = recordOf(record, item.id);
  const isMinisterial = meeting.kind === 'ministerial';
  const set = (part: Partial<ItemRecord>, name: string, typing?: string) =>
    void change((now) => withItem(now, item.id, part), {
      name,
      ...(typing === undefined ? {} : { merge: `${typing} of ${item.id}` }),
    });
  const isExempt = item.exempt !== null || item.papers.some(({ exempt }) => exempt !== null);
  const people = record.attendees.map(({ name }) => name);
  const action = (id: string, part: Partial<Action>, typing?: 'typing') =>
    set(
      { actions: replaced(own.actions, id, part) },
      'Change action',
      typing === undefined ? undefined : `${Object.keys(part).join()} of ${id}`,
    );
  return (
    <>
      <h2>
        {number} {item.title === '' ? 'Untitled item' : item.title}
      </h2>
      <Segments
        label="Outcome"
        value={own.outcome ?? 'none'}
        values={outcomeChoices}
        names={outcomeChoiceNames}
        onChange={(outcome) => set({ outcome: outcome === 'none' ? null : outcome }, 'Change outcome')}
      />
      <WordsArea
        label={isMinisterial ? 'What was said' : 'Minute'}
        value={own.minute}
        rows={4}
        placeholder="Paragraphs with an empty line between them."
        onChange={(minute) => set({ minute }, 'Write the minute', 'minute')}
      />
      {isExempt ? (
        <WordsArea
          label="What was said of exempt information: withheld from the public"
          value={own.exemptMinute}
          rows={2}
          onChange={(exemptMinute) => set({ exemptMinute }, 'Write the exempt minute', 'exempt minute')}
        />
      ) : null}
      {isExempt ? (
        <WordsArea
          label="Summary for the public, without what is exempt"
          value={own.publicSummary}
          rows={2}
          onChange={(publicSummary) => set({ publicSummary }, 'Write the summary', 'summary')}
        />
      ) : null}
      <section aria-label="Resolutions">
        <h3 className="panel-heading">{isMinisterial ? 'Agreed' : 'Resolutions'}</h3>
        {own.resolutions.map((resolution, at) => (
          <div key={resolution.id} className="record-line">
            <span className="quiet">{at === 0 ? 'That' : 'and that'}</span>
            <textarea
              className="input"
              rows={1}
              aria-label={`Resolution ${at + 1}`}
              value={resolution.text}
              placeholder="the winter timetable be agreed"
              onChange={(event) =>
                set(
                  { resolutions: replaced(own.resolutions, resolution.id, { text: event.target.value }) },
                  'Write the resolution',
                  `text of ${resolution.id}`,
                )
              }
            />
            {isExempt ? (
              <Tick
                isSelected={resolution.exempt}
                onChange={(exempt) =>
                  set(
                    { resolutions: replaced(own.resolutions, resolution.id, { exempt }) },
                    'Change resolution',
                  )
                }
              >
                Exempt
              </Tick>
            ) : null}
            <IconButton
              label={`Remove resolution ${at + 1}`}
              onPress={() =>
                set({ resolutions: without(own.resolutions, resolution.id) }, 'Remove resolution')
              }
            >
              <X size={14} aria-hidden />
            </IconButton>
          </div>
        ))}
        <Button
          onPress={() =>
            set(
              {
                resolutions: [
                  ...own.resolutions,
                  { id: crypto.randomUUID(), text: '', exempt: item.exempt !== null },
                ],
                outcome: own.outcome ?? 'resolved',
              },
              'Add resolution',
            )
          }
        >
          <Plus size={14} aria-hidden /> {isMinisterial ? 'Add what was agreed' : 'Add resolution'}
        </Button>
      </section>
      {isMinisterial ? null : (
        <div className="record-facts">
          <CommitField
            label="Moved by"
            value={own.mover}
            suggestions={people}
            onChange={(mover) => set({ mover }, 'Change mover', 'mover')}
          />
          <CommitField
            label="Seconded"
            value={own.seconder}
            suggestions={people}
            onChange={(seconder) => set({ seconder }, 'Change seconder', 'seconder')}
          />
          <Vote own={own} set={set} />
        </div>
      )}
      <section aria-label="Actions">
        <h3 className="panel-heading">Actions</h3>
        {own.actions.map((each) => (
          <div key={each.id} className="record-card">
            <IconButton
              label="Remove the action"
              className="record-remove"
              onPress={() => set({ actions: without(own.actions, each.id) }, 'Remove action')}
            >
              <X size={14} aria-hidden />
            </IconButton>
            <CommitField
              label="What"
              value={each.what}
              placeholder="What is to be done"
              lines="grow"
              onChange={(what) => action(each.id, { what }, 'typing')}
            />
            <CommitField
              label="Who"
              value={each.owner}
              placeholder="Whose it is"
              suggestions={people}
              onChange={(owner) => action(each.id, { owner }, 'typing')}
            />
            <DateField label="By" value={each.due} onChange={(due) => action(each.id, { due }, 'typing')} />
            <Segments
              label="State"
              value={each.state}
              values={actionStates}
              names={actionNames}
              onChange={(state) => action(each.id, { state })}
            />
          </div>
        ))}
        <Button
          onPress={() =>
            set(
              {
                actions: [
                  ...own.actions,
                  {
                    id: crypto.randomUUID(),
                    what: '',
                    owner: '',
                    due: '',
                    state: 'open',
                    exempt: item.exempt !== null,
                  },
                ],
              },
              'Add action',
            )
          }
        >
          <Plus size={14} aria-hidden /> Add action
        </Button>
      </section>
      {meeting.body === 'executive' && !isMinisterial ? <DecisionFields own={own} set={set} /> : null}
    </>
  );
}

interface PartProps {
  readonly own: ItemRecord;
  readonly set: (part: Partial<ItemRecord>, name: string, typing?: string) => void;
}

function Vote({ own: { vote }, set }: PartProps) {
  const kept = vote ?? { inFavour: 0, against: 0, abstained: 0, named: [] };
  const field = (key: 'inFavour' | 'against' | 'abstained', label: string) => (
    <CommitField
      label={label}
      value={vote === null ? '' : String(vote[key])}
      placeholder="No vote"
      check={(typed) => (/^\d{0,4}$/.test(typed.trim()) ? null : 'A whole number.')}
      onChange={(typed) => set({ vote: { ...kept, [key]: Number(typed) } }, 'Change vote', `vote ${key}`)}
    />
  );
  return (
    <>
      {field('inFavour', 'In favour')}
      {field('against', 'Against')}
      {field('abstained', 'Abstained')}
      {vote === null ? null : (
        <Button onPress={() => set({ vote: null }, 'Remove vote')}>
          <X size={14} aria-hidden /> No vote was taken
        </Button>
      )}
    </>
  );
}

/** What the notice of an executive decision must say (S.I. 2012/2089, regulation 12(2)). */
function DecisionFields({ own: { decision }, set }: PartProps) {
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
