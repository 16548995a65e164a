import { useState } from 'react';
import type { PackAudience } from '../../../shared/pack/kept-pack.ts';
import type { Meeting } from '../../../shared/pack/meeting.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useAgendaDesk } from '../builder/desk.ts';
import { Tick } from '../fields/small-fields.tsx';
import { type BuildChoice, buildWarnings, hasExempt, passageWarnings } from './packs-model.ts';
import { Warnings } from './warnings.tsx';

interface Props {
  readonly meeting: Meeting;
  readonly onBuild: (choice: BuildChoice) => void;
  readonly onClose: () => void;
}

/** Which packs are built; they are drafts until they are published. */
export function BuildDialog({ meeting, onBuild, onClose }: Props) {
  const isMinisterial = meeting.kind === 'ministerial';
  const [audiences, setAudiences] = useState<readonly PackAudience[]>(
    isMinisterial ? ['restricted'] : ['restricted', 'public'],
  );
  const { facts } = useAgendaDesk();
  const passages = passageWarnings(meeting, facts);
  const exempt = hasExempt(meeting) || passages.length > 0;
  const toggle = (audience: PackAudience) => (selected: boolean) =>
    setAudiences((now) =>
      (['restricted', 'public'] as const).filter((each) =>
        each === audience ? selected : now.includes(each),
      ),
    );
  const warnings = [...buildWarnings(meeting), ...(audiences.includes('public') ? passages : [])];
  const build = () => onBuild({ kind: 'pack', audiences });
  return (
    <Dialog
      title="Build the pack"
      width={520}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" autoFocus isDisabled={audiences.length === 0} onPress={build}>
            Build
          </Button>
        </>
      }
    >
      <Tick
        isSelected={audiences.includes('restricted')}
        onChange={toggle('restricted')}
        help={
          isMinisterial
            ? 'Everything in the running order.'
            : 'For members and officers: everything, exempt papers included.'
        }
      >
        {isMinisterial ? 'The full pack' : 'Restricted pack'}
      </Tick>
      <Tick
        isSelected={audiences.includes('public')}
        onChange={toggle('public')}
        help={
          exempt
            ? 'Without what is exempt. It is searched, and refused if any exempt words are found in it.'
            : 'Nothing on this agenda is exempt, so it has the same pages.'
        }
      >
        {isMinisterial ? 'A copy for release' : 'Public pack'}
      </Tick>
      <Warnings warnings={warnings} />
      <p className="quiet">
        What is built is a draft, to be read first. Earlier drafts are replaced; what was published stays.
      </p>
    </Dialog>
  );
}
