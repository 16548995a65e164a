import { useState } from 'react';
import { Input, Label, Radio, RadioGroup, TextField } from 'react-aria-components';
import { toErrorData } from '../../../shared/contract/errors.ts';
import { explainInOneLine } from '../../../shared/contract/messages.ts';
import type { MeetingBody, PackKind } from '../../../shared/pack/meeting.ts';
import { useServices } from '../../app/services.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { kindWords, type WhatKind, whatKinds } from './kinds.ts';

interface Props {
  readonly onMade: (committeeId: string) => void;
  readonly onClose: () => void;
}

const parts: Readonly<Record<WhatKind, { kind: PackKind; body: MeetingBody }>> = {
  committee: { kind: 'committee', body: 'committee' },
  executive: { kind: 'committee', body: 'executive' },
  council: { kind: 'committee', body: 'council' },
  ministerial: { kind: 'ministerial', body: 'committee' },
};

/** Its name and what it is; all else is filled in afterwards. */
export function NewCommitteeDialog({ onMade, onClose }: Props) {
  const { client } = useServices();
  const [name, setName] = useState('');
  const [what, setWhat] = useState<WhatKind>('committee');
  const [problem, setProblem] = useState<string | null>(null);
  const ready = name.trim() !== '';
  const make = async () => {
    if (!ready) return;
    try {
      const { committeeId } = await client.call('committees.create', { name: name.trim(), ...parts[what] });
      onMade(committeeId);
    } catch (thrown) {
      setProblem(explainInOneLine(toErrorData(thrown)));
    }
  };
  return (
    <Dialog
      title="New committee"
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" isDisabled={!ready} onPress={() => void make()}>
            Add committee
          </Button>
        </>
      }
    >
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void make();
        }}
      >
        <TextField className="field" value={name} onChange={setName} autoFocus>
          <Label>Name</Label>
          <Input className="input" placeholder="Harbours Committee" />
        </TextField>
        <RadioGroup
          className="field"
          value={what}
          onChange={(value) => setWhat(whatKinds.find((each) => each === value) ?? 'committee')}
        >
          <Label>It is</Label>
          <div className="choice-rows">
            {whatKinds.map((each) => (
              <Radio key={each} value={each} className="choice-row">
                <span className="choice-dot" aria-hidden />
                <span className="choice-words">
                  <span>{kindWords[each].name}</span>
                  <span className="quiet">{kindWords[each].help}</span>
                </span>
              </Radio>
            ))}
          </div>
        </RadioGroup>
        {problem === null ? null : (
          <p role="alert" className="problem">
            {problem}
          </p>
        )}
      </form>
    </Dialog>
  );
}
