import { useState } from 'react';
import { Checkbox, CheckboxGroup, Label } from 'react-aria-components';
import type { NoticeAsked } from '../../../shared/contract/notice-calls.ts';
import type { AgendaItem, Meeting } from '../../../shared/pack/meeting.ts';
import { CommitField } from '../../evidence/shelf/details/commit-field.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { numbersOf } from '../agenda/numbers.ts';

type KeyDecisions = Extract<NoticeAsked, { readonly notice: 'keyDecisions' }>;

interface Props {
  readonly meeting: Meeting;
  readonly onWrite: (asked: KeyDecisions) => void;
  readonly onClose: () => void;
}

function shown(items: readonly AgendaItem[]): AgendaItem[] {
  return items.flatMap((item) => (item.hidden ? [] : [item, ...shown(item.items)]));
}

/** Which items are key decisions: those for decision are ticked. */
export function KeyDecisionsDialog({ meeting, onWrite, onClose }: Props) {
  const items = shown(meeting.items).filter(({ standing }) => !standing);
  const [chosen, setChosen] = useState<readonly string[]>(
    items.filter(({ purpose }) => purpose === 'decision').map(({ id }) => id),
  );
  const [authority, setAuthority] = useState('');
  const numbers = numbersOf(meeting.items);
  const decisions = items
    .filter(({ id }) => chosen.includes(id))
    .map(({ id }) => ({ itemId: id, decisionMaker: '', period: '' }));
  return (
    <Dialog
      title="Notice of key decisions"
      width={600}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            look="primary"
            isDisabled={decisions.length === 0}
            onPress={() => onWrite({ notice: 'keyDecisions', decisions, authority })}
          >
            Write the notice
          </Button>
        </>
      }
    >
      {items.length === 0 ? (
        <p>The agenda has no items besides those of every meeting.</p>
      ) : (
        <CheckboxGroup className="field" value={[...chosen]} onChange={setChosen}>
          <Label>Key decisions among its items</Label>
          <div className="choice-rows">
            {items.map(({ id, title }) => (
              <Checkbox key={id} value={id} className="choice-row">
                <span className="export-box" aria-hidden />
                <span>
                  {numbers.has(id) ? `Item ${numbers.get(id)}: ` : ''}
                  {title === '' ? 'Untitled item' : title}
                </span>
              </Checkbox>
            ))}
          </div>
        </CheckboxGroup>
      )}
      <CommitField
        label="On behalf of"
        value={authority}
        placeholder="Name of the authority"
        onChange={setAuthority}
      />
      <p className="quiet">
        A decision that one person takes, or that is taken in a period, is put right in the document.
      </p>
    </Dialog>
  );
}
