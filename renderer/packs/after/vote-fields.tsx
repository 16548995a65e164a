import { Vote as VoteIcon, X } from 'lucide-react';
import { useState } from 'react';
import type { Attendee, ItemRecord, Vote } from '../../../shared/pack/after/record.ts';
import { CommitField } from '../../evidence/shelf/details/commit-field.tsx';
import { Button } from '../../ui/button.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import type { SetItem } from './record-edits.ts';

interface Props {
  readonly own: ItemRecord;
  readonly set: SetItem;
  readonly attendees: readonly Attendee[];
}

type Voted = Vote['named'][number]['vote'] | 'none';
const names: Readonly<Record<Voted, string>> = {
  for: 'For',
  against: 'Against',
  abstained: 'Abstained',
  none: 'Not voting',
};
const noVote: Vote = { inFavour: 0, against: 0, abstained: 0, named: [] };

/** How many voted how; of a recorded vote, who, and then the numbers count themselves. */
export function VoteFields({ own: { vote }, set, attendees }: Props) {
  const kept = vote ?? noVote;
  const [recording, setRecording] = useState(kept.named.length > 0);
  const isRecorded = recording || kept.named.length > 0;
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
    <section aria-label="Vote" className="record-vote">
      <h3 className="panel-heading">Vote</h3>
      {isRecorded ? (
        <RecordedVote kept={kept} set={set} attendees={attendees} />
      ) : (
        <div className="record-facts">
          {field('inFavour', 'In favour')}
          {field('against', 'Against')}
          {field('abstained', 'Abstained')}
        </div>
      )}
      <div className="record-buttons">
        {isRecorded ? null : (
          <Button onPress={() => setRecording(true)}>
            <VoteIcon size={14} aria-hidden /> Record who voted how
          </Button>
        )}
        {vote === null && !isRecorded ? null : (
          <Button
            onPress={() => {
              setRecording(false);
              if (vote !== null) set({ vote: null }, 'Remove vote');
            }}
          >
            <X size={14} aria-hidden /> No vote was taken
          </Button>
        )}
      </div>
    </section>
  );
}

interface RecordedProps {
  readonly kept: Vote;
  readonly set: SetItem;
  readonly attendees: readonly Attendee[];
}

/** Members and substitutes who were there, and whoever has been said to have voted. */
function voters({ named }: Vote, attendees: readonly Attendee[]): string[] {
  const present = attendees
    .filter(
      ({ part, attendance, name }) => part !== 'other' && attendance === 'present' && name.trim() !== '',
    )
    .map(({ name }) => name.trim());
  return [...new Set([...present, ...named.map(({ name }) => name)])];
}

function RecordedVote({ kept, set, attendees }: RecordedProps) {
  const put = (name: string, voted: Voted) => {
    const others = voters(kept, attendees).flatMap((each) => {
      const how = each === name ? voted : kept.named.find((known) => known.name === each)?.vote;
      return how === undefined || how === 'none' ? [] : [{ name: each, vote: how }];
    });
    const count = (how: Voted) => others.filter(({ vote }) => vote === how).length;
    const counted = { inFavour: count('for'), against: count('against'), abstained: count('abstained') };
    set({ vote: { ...counted, named: others } }, 'Change vote');
  };
  const everybody = voters(kept, attendees);
  return (
    <>
      {everybody.map((name) => (
        <Segmented
          key={name}
          label={name}
          look="detail"
          value={kept.named.find((each) => each.name === name)?.vote ?? 'none'}
          options={names}
          onChange={(voted) => put(name, voted)}
        />
      ))}
      <p className="quiet" role="status">
        {everybody.length === 0
          ? 'Nobody is down as present who could have voted: see Attendance.'
          : `${kept.inFavour} in favour, ${kept.against} against, ${kept.abstained} abstained.`}
      </p>
    </>
  );
}
