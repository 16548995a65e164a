import '../packs.css';
import { Landmark, Plus, UserRound } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Input, Label, Radio, RadioGroup, TextField } from 'react-aria-components';
import type { MeetingSummary } from '../../../shared/contract/meeting-calls.ts';
import { explain } from '../../../shared/contract/messages.ts';
import type { PackKind } from '../../../shared/pack/meeting.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { NewCommitteeDialog } from '../committees/new-committee-dialog.tsx';
import { meetingName } from './list-model.ts';
import { useMeetings } from './use-meetings.ts';
import { useNewMeeting } from './use-new-meeting.ts';

const alone = { committee: 'Another body', ministerial: 'Ministerial pack' } as const;
const aloneHelp = {
  committee: 'A meeting that stands by itself, with nothing in it yet.',
  ministerial: 'A minister’s meeting: cover, running order with timings, briefs, annexes and tabs.',
} as const;

interface Props {
  readonly onClose: () => void;
}

/** Whose meeting, and what it begins with. */
export default function NewMeetingDialog({ onClose }: Props) {
  const { kept, committees, error } = useMeetings();
  const begin = useNewMeeting();
  const [chosen, setChosen] = useState<string | null>(null);
  const [from, setFrom] = useState<'standard' | 'last'>('last');
  const [name, setName] = useState('');
  const [making, setMaking] = useState(false);

  const whose = chosen ?? committees[0]?.id ?? 'committee';
  const isAlone = whose === 'committee' || whose === 'ministerial';
  const last = isAlone ? null : latestOf(kept ?? [], whose);
  const ready = isAlone ? name.trim() !== '' : true;
  const start = () => {
    if (!ready) return;
    onClose();
    if (isAlone) begin.byItself(whose as PackKind, name.trim());
    else if (last && from === 'last') begin.nextAfter(last.id);
    else begin.ofCommittee(whose);
  };

  if (making) {
    return (
      <NewCommitteeDialog
        onClose={() => setMaking(false)}
        onMade={(committeeId) => {
          onClose();
          begin.ofCommittee(committeeId);
        }}
      />
    );
  }
  return (
    <Dialog
      title="New meeting"
      width={560}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" isDisabled={!ready || kept === null} onPress={start}>
            Begin
          </Button>
        </>
      }
    >
      {error ? <p className="problem">{explain(error).what}</p> : null}
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          start();
        }}
      >
        <RadioGroup className="field" value={whose} onChange={setChosen}>
          <Label>Whose meeting</Label>
          <div className="choice-rows">
            {committees.map(({ id, name: called, kind }) => (
              <Choice key={id} value={id} title={called}>
                {kind === 'ministerial' ? (
                  <UserRound size={16} aria-hidden />
                ) : (
                  <Landmark size={16} aria-hidden />
                )}
              </Choice>
            ))}
            {(['committee', 'ministerial'] as const).map((kind) => (
              <Choice key={kind} value={kind} title={alone[kind]} help={aloneHelp[kind]}>
                {kind === 'ministerial' ? (
                  <UserRound size={16} aria-hidden />
                ) : (
                  <Landmark size={16} aria-hidden />
                )}
              </Choice>
            ))}
          </div>
        </RadioGroup>
        <Button className="choice-more" onPress={() => setMaking(true)}>
          <Plus size={14} aria-hidden /> New committee, with its members and standard items…
        </Button>
        {isAlone ? (
          <TextField className="field" value={name} onChange={setName} autoFocus>
            <Label>
              {whose === 'ministerial' ? 'What is the meeting about or with whom' : 'Name of the body'}
            </Label>
            <Input
              className="input"
              placeholder={
                whose === 'ministerial'
                  ? 'Meeting with the Leader of Harrowmere County Council'
                  : 'Harbours Working Group'
              }
            />
          </TextField>
        ) : last ? (
          <RadioGroup
            className="field"
            value={from}
            onChange={(value) => setFrom(value === 'standard' ? 'standard' : 'last')}
          >
            <Label>Begin with</Label>
            <div className="choice-rows">
              <Choice
                value="last"
                title={`What stands in the agenda of ${meetingName(last)}`}
                help="Its standing items in their order. Papers, dates and staff notes stay behind."
              />
              <Choice value="standard" title="The standard items of the committee" />
            </div>
          </RadioGroup>
        ) : null}
      </form>
    </Dialog>
  );
}

interface ChoiceProps {
  readonly value: string;
  readonly title: string;
  readonly help?: string;
  readonly children?: ReactNode;
}

function Choice({ value, title, help, children }: ChoiceProps) {
  return (
    <Radio value={value} className="choice-row">
      <span className="choice-dot" aria-hidden />
      {children}
      <span className="choice-words">
        <span>{title}</span>
        {help === undefined ? null : <span className="quiet">{help}</span>}
      </span>
    </Radio>
  );
}

function latestOf(meetings: readonly MeetingSummary[], committeeId: string): MeetingSummary | null {
  const own = meetings.filter((meeting) => meeting.committeeId === committeeId);
  return own.toSorted((one, other) => other.date.localeCompare(one.date))[0] ?? null;
}
