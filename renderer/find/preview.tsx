import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { leftWords, type Plan, type Previewed } from './replace.ts';

interface Props {
  readonly plan: Plan;
  readonly onClose: () => void;
  readonly onReplace: (chosen: readonly Previewed[], left: Pick<Plan, 'locked' | 'references'>) => void;
}

/** Every replacement before it is made, each of which can be left out. */
export function Preview({ plan, onClose, onReplace }: Props) {
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const { replacements, locked, references } = plan;
  const chosen = replacements.filter(({ at }) => !left.has(at));
  const toggle = (at: number) =>
    setLeft((before) => {
      const next = new Set(before);
      if (!next.delete(at)) next.add(at);
      return next;
    });
  const kept = leftWords({ locked, references, changed: 0 }, 'will be', 'will be');
  return (
    <Dialog
      title="Replace all"
      width={640}
      onClose={onClose}
      actions={
        <>
          <Button look="outlined" onPress={onClose}>
            Cancel
          </Button>
          <Button
            look="primary"
            autoFocus
            isDisabled={chosen.length === 0}
            onPress={() => onReplace(chosen, { locked, references })}
          >
            Replace {chosen.length.toLocaleString('en-GB')}
          </Button>
        </>
      }
    >
      {kept === '' ? null : <p className="find-kept">{kept}</p>}
      <ul className="find-preview">
        {replacements.map((each) => (
          <li key={each.at}>
            <label>
              <input type="checkbox" checked={!left.has(each.at)} onChange={() => toggle(each.at)} />
              <span>
                {each.before}
                <del>{each.matched}</del>
                {each.by === '' ? null : <ins>{each.by}</ins>}
                {each.behind}
              </span>
            </label>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
