import { useEffect, useState } from 'react';
import { Checkbox, CheckboxGroup, Label } from 'react-aria-components';
import type { CallInput, CallOutput } from '../../../shared/contract/calls.ts';
import type { PackAudience } from '../../../shared/pack/kept-pack.ts';
import type { Meeting } from '../../../shared/pack/meeting.ts';
import { notifyFailure } from '../../app/failures.ts';
import { useServices } from '../../app/services.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { numbersOf } from '../agenda/numbers.ts';
import { findPaper } from '../agenda/tree.ts';
import { Warnings } from './warnings.tsx';

type Supplement = NonNullable<CallInput<'packs.build'>['supplement']>;
type Changes = CallOutput<'packs.changes'>;

interface Props {
  readonly meeting: Meeting;
  readonly onBuild: (supplement: Supplement, audiences: readonly PackAudience[]) => void;
  readonly onClose: () => void;
}

const stateNames = {
  new: 'New since it was published',
  corrected: 'Corrected',
  published: 'Published already',
  toFollow: 'To follow',
} as const;

/** The papers of a supplement: what is new or corrected is ticked, and the letter writes itself. */
export function SupplementDialog({ meeting, onBuild, onClose }: Props) {
  const { client } = useServices();
  const [changes, setChanges] = useState<Changes | null>(null);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [numbers, setNumbers] = useState<Supplement['numbers']>('continuing');
  const meetingId = meeting.id;
  useEffect(() => {
    client.call('packs.changes', { meetingId }).then(
      (next) => {
        setChanges(next);
        setChosen(
          next.papers
            .filter(({ state }) => state === 'new' || state === 'corrected')
            .map(({ paperId }) => paperId),
        );
      },
      (thrown) => {
        notifyFailure(thrown);
        onClose();
      },
    );
  }, [client, meetingId, onClose]);
  if (!changes) return null;
  const itemNumbers = numbersOf(meeting.items);
  const rows = changes.papers.flatMap((change) => {
    const place = findPaper(meeting.items, change.paperId);
    return place && change.state !== 'toFollow' ? [{ ...change, ...place }] : [];
  });
  const late = rows.filter(
    ({ paperId, state, owner }) =>
      chosen.includes(paperId) &&
      state === 'new' &&
      (owner.late === null || owner.late.urgency.trim() === '' || owner.late.lateness.trim() === ''),
  );
  const lateNumbers = [...new Set(late.map(({ owner }) => itemNumbers.get(owner.id) ?? ''))].filter(
    (number) => number !== '',
  );
  return (
    <Dialog
      title={`Supplement ${changes.nextLetter}`}
      width={600}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            look="primary"
            isDisabled={chosen.length === 0}
            onPress={() => onBuild({ paperIds: [...chosen], numbers }, ['restricted', 'public'])}
          >
            Build the supplement
          </Button>
        </>
      }
    >
      {rows.length === 0 ? (
        <p>The agenda has no papers that could be in a supplement.</p>
      ) : (
        <CheckboxGroup className="field" value={[...chosen]} onChange={setChosen}>
          <Label>Papers in it</Label>
          <div className="choice-rows">
            {rows.map(({ paperId, state, paper, owner, numbers: pages }) => (
              <Checkbox key={paperId} value={paperId} className="choice-row">
                <span className="export-box" aria-hidden />
                <span className="choice-words">
                  <span>
                    {itemNumbers.has(owner.id) ? `Item ${itemNumbers.get(owner.id)}: ` : ''}
                    {paper.title === '' ? 'Untitled paper' : paper.title}
                  </span>
                  <span className="quiet">
                    {stateNames[state]}
                    {pages === null ? '' : `, ${pagesWords(pages)}`}
                  </span>
                </span>
              </Checkbox>
            ))}
          </div>
        </CheckboxGroup>
      )}
      <Segmented
        label="Page numbers"
        look="detail"
        value={numbers}
        options={{
          continuing: 'Go on from the pack',
          prefixed: `${changes.nextLetter}1, ${changes.nextLetter}2, …`,
        }}
        onChange={setNumbers}
      />
      <Warnings
        warnings={
          lateNumbers.length === 0
            ? []
            : [
                `${lateNumbers.length === 1 ? `Item ${lateNumbers[0]} does` : `Items ${lateNumbers.join(', ')} do`} not say why it is urgent and late. Fill in “Taken as a late item” in its details, so that the letter says it.`,
              ]
        }
      />
      <p className="quiet">
        Its letter names the items and the new pages, with the reasons. No number of an earlier pack is used
        again, so that readers’ references stay right.
      </p>
    </Dialog>
  );
}

/** "page 7", "pages 5 – 6". */
function pagesWords([first, last]: readonly [string, string]): string {
  return first === last ? `page ${first}` : `pages ${first} – ${last}`;
}
