import './references.css';
import { useId, useMemo, useState } from 'react';
import { Dialog, Radio, RadioGroup } from 'react-aria-components';
import { type ReferenceTarget, referenceText } from '../../shared/references/words.ts';
import type { CaretPlace } from '../editor/inline/caret-place.ts';
import type { Pointer, References } from '../editor/references/references.ts';
import { useActiveOption } from '../palette/active-option.ts';
import { OptionList } from '../palette/option-list.tsx';
import { OptionQuery } from '../palette/option-query.tsx';
import { PlacePopover } from '../ui/place-popover.tsx';
import { choicesFor } from './choices.ts';

interface Props {
  readonly references: References;
  /** Where the caret is, in pixels of the window. */
  readonly place: CaretPlace;
  readonly onClose: () => void;
}

const forms = [
  { show: 'label', name: 'Name and number' },
  { show: 'number', name: 'Number only' },
  { show: 'title', name: 'Title' },
] as const satisfies readonly { show: Pointer['show']; name: string }[];

/** Chooses what to refer to, at the caret: type a number, a kind or words, then Enter. */
export default function ReferencePicker({ references, place, onClose }: Props) {
  const listId = useId();
  const [targets] = useState(() => references.targets());
  const [current] = useState(() => references.selected());
  const [query, setQuery] = useState('');
  const [show, setShow] = useState<Pointer['show']>(current?.show ?? 'label');

  const choose = ({ id }: Pick<ReferenceTarget, 'id'>) => {
    references.insert({ target: id, show });
    onClose();
  };
  const groups = choicesFor(targets, query, choose);
  const { active, setActive, move } = useActiveOption(groups);
  const count = groups.reduce((sum, { entries }) => sum + entries.length, 0);
  const preview = useMemo(
    () => (active ? referenceText({ target: active.id, show }, targets) : null),
    [active, show, targets],
  );

  return (
    <PlacePopover place={place} className="reference-picker" onClose={onClose}>
      <Dialog className="dialog" aria-label={current ? 'Change cross-reference' : 'Insert cross-reference'}>
        <OptionQuery
          listId={listId}
          label="Number, kind or words of what to refer to"
          placeholder="Refer to… number, kind or words"
          className="reference-query"
          active={active}
          query={query}
          onQuery={setQuery}
          move={move}
          onChoose={() => active && choose(active)}
        />
        <OptionList
          id={listId}
          label="What to refer to"
          groups={groups}
          active={active}
          onActive={setActive}
          onChoose={choose}
        />
        {count === 0 ? (
          <p className="reference-nothing">
            {targets.size === 0
              ? 'Nothing in this document has a number or a heading yet.'
              : `Nothing here is called “${query.trim()}”.`}
          </p>
        ) : null}
        <div className="reference-form">
          <RadioGroup
            aria-label="What the reference says"
            orientation="horizontal"
            value={show}
            onChange={(value) => setShow(forms.find((form) => form.show === value)?.show ?? 'label')}
          >
            <div className="segments">
              {forms.map((form) => (
                <Radio key={form.show} value={form.show} className="segment">
                  {form.name}
                </Radio>
              ))}
            </div>
          </RadioGroup>
          <span className="reference-preview">{preview}</span>
        </div>
        <p className="visually-hidden" role="status">
          {query.trim() === '' ? '' : `${count} found`}
        </p>
      </Dialog>
    </PlacePopover>
  );
}
