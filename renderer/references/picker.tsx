import './references.css';
import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react';
import { Dialog, Popover, Radio, RadioGroup } from 'react-aria-components';
import { type ReferenceTarget, referenceText } from '../../shared/references/words.ts';
import type { CaretPlace } from '../editor/inline/caret-place.ts';
import type { Pointer, References } from '../editor/references/references.ts';
import { useActiveOption } from '../palette/active-option.ts';
import { OptionList, optionId } from '../palette/option-list.tsx';
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
  const anchor = useRef<HTMLSpanElement>(null);
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
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && active) choose(active);
    else if (!move(event.key)) return;
    event.preventDefault();
  };

  return (
    <>
      <span
        ref={anchor}
        className="reference-anchor"
        style={{ left: place.left, top: place.top, height: place.bottom - place.top }}
      />
      <Popover
        triggerRef={anchor}
        isOpen
        placement="bottom start"
        offset={6}
        className="popover reference-picker"
        onOpenChange={(open) => {
          if (!open) onClose();
        }}
      >
        <Dialog className="dialog" aria-label={current ? 'Change cross-reference' : 'Insert cross-reference'}>
          <input
            autoFocus
            className="reference-query"
            role="combobox"
            aria-label="Number, kind or words of what to refer to"
            aria-expanded
            aria-autocomplete="list"
            aria-controls={listId}
            aria-activedescendant={active ? optionId(listId, active) : undefined}
            placeholder="Refer to… number, kind or words"
            spellCheck={false}
            autoComplete="off"
            value={query}
            onChange={(event) => setQuery(event.target.value)}
            onKeyDown={onKeyDown}
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
      </Popover>
    </>
  );
}
