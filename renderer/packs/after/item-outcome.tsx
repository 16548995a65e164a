import { Lock } from 'lucide-react';
import type { Entry } from '../../../shared/pack/after/agenda.ts';
import type { ItemRecord, MeetingRecord } from '../../../shared/pack/after/record.ts';
import { exemptLabel } from '../../../shared/pack/exemption-words.ts';
import type { Meeting } from '../../../shared/pack/meeting.ts';
import { CommitField } from '../../evidence/shelf/details/commit-field.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { ExemptField } from '../fields/exempt-field.tsx';
import { WordsArea } from '../fields/small-fields.tsx';
import type { SavedActions } from '../saved/use-saved.ts';
import { Actions } from './actions.tsx';
import { DecisionFields } from './decision-fields.tsx';
import { outcomeNames, type SetItem, withheldOf, withItem } from './record-edits.ts';
import { Resolutions } from './resolutions.tsx';
import { VoteFields } from './vote-fields.tsx';

interface Props {
  readonly entry: Entry;
  readonly meeting: Meeting;
  readonly record: MeetingRecord;
  readonly change: SavedActions<MeetingRecord>['change'];
}

const outcomeChoiceNames = { none: 'Not said', ...outcomeNames };

/** What became of an item: outcome, minute, resolutions, vote and actions. */
export function ItemOutcome({ entry, meeting, record, change }: Props) {
  const { id, number, title, exemptions, record: own } = entry;
  const isMinisterial = meeting.kind === 'ministerial';
  const withheld = withheldOf(entry);
  const set: SetItem = (part, name, typing) =>
    void change((now) => withItem(now, id, part), {
      name,
      ...(typing === undefined ? {} : { merge: `${typing} of ${id}` }),
    });
  const people = record.attendees.map(({ name }) => name).filter((name) => name !== '');
  const [exemption] = exemptions;
  const minuteName = isMinisterial ? 'What was said' : 'Minute';
  return (
    <>
      <h2>
        {number} {title === '' ? 'Untitled item' : title}
      </h2>
      {withheld === 'whole' ? (
        <p className="record-withheld">
          <Lock size={13} aria-hidden /> {exemption === undefined ? 'Exempt' : exemptLabel(exemption)}. All
          that is written here, except the summary for the public, goes into a document of its own.
        </p>
      ) : null}
      <Segmented
        label="Outcome"
        look="detail"
        value={own.outcome ?? 'none'}
        options={outcomeChoiceNames}
        onChange={(outcome) => set({ outcome: outcome === 'none' ? null : outcome }, 'Change outcome')}
      />
      <WordsArea
        label={withheld === 'whole' ? `${minuteName}: withheld from the public` : minuteName}
        value={own.minute}
        rows={4}
        placeholder="Paragraphs with an empty line between them."
        onChange={(minute) => set({ minute }, 'Write the minute', 'minute')}
      />
      <ExemptWords own={own} set={set} isWhole={withheld === 'whole'} isShown={withheld !== 'none'} />
      <Resolutions own={own} set={set} isMinisterial={isMinisterial} withheld={withheld} />
      {isMinisterial ? null : (
        <>
          <div className="record-facts">
            <CommitField
              label="Moved by"
              value={own.mover}
              placeholder="Nobody named"
              suggestions={people}
              onChange={(mover) => set({ mover }, 'Change mover', 'mover')}
            />
            <CommitField
              label="Seconded by"
              value={own.seconder}
              placeholder="Nobody named"
              suggestions={people}
              onChange={(seconder) => set({ seconder }, 'Change seconder', 'seconder')}
            />
          </div>
          <VoteFields own={own} set={set} attendees={record.attendees} />
        </>
      )}
      <Actions own={own} set={set} people={people} withheld={withheld} />
      {meeting.body === 'executive' && !isMinisterial ? <DecisionFields own={own} set={set} /> : null}
      {/* Where the agenda has said why, there is nothing to say here. */}
      {withheld === 'whole' || (own.exemption === null && exemption !== undefined) ? null : (
        <ExemptField
          what="a part of what is written here"
          meeting={meeting}
          exempt={own.exemption}
          onChange={(next, typing) =>
            set({ exemption: next }, 'Change exemption', typing === undefined ? undefined : 'exemption')
          }
        />
      )}
    </>
  );
}

interface ExemptWordsProps {
  readonly own: ItemRecord;
  readonly set: SetItem;
  /** Then the minute itself is withheld, and another field for the same is shown only where it has words. */
  readonly isWhole: boolean;
  readonly isShown: boolean;
}

/** What was said of exempt information, and what the public is told in its place. */
function ExemptWords({ own, set, isWhole, isShown }: ExemptWordsProps) {
  if (!isShown) return null;
  return (
    <>
      {isWhole && own.exemptMinute === '' ? null : (
        <WordsArea
          label="What was said of exempt information: withheld from the public"
          value={own.exemptMinute}
          rows={2}
          onChange={(exemptMinute) => set({ exemptMinute }, 'Write the exempt minute', 'exempt minute')}
        />
      )}
      <WordsArea
        label="Summary for the public, without what is exempt"
        value={own.publicSummary}
        rows={2}
        onChange={(publicSummary) => set({ publicSummary }, 'Write the summary', 'summary')}
      />
    </>
  );
}
