import './palette.css';
import { Fragment, useEffect, useRef } from 'react';
import type { FoundEntry, FoundGroup } from './entries.ts';

interface Props {
  /** Names the listbox, for the field that controls it. */
  readonly id: string;
  readonly label: string;
  readonly groups: readonly FoundGroup[];
  /** The entry that Enter would choose. */
  readonly active: FoundEntry | null;
  readonly onActive: (entry: FoundEntry) => void;
  readonly onChoose: (entry: FoundEntry) => void;
  /** Where no combobox controls it, it must be one that keys could scroll. */
  readonly isTabStop?: boolean;
}

/** The id of an option's element: what `aria-activedescendant` names. */
export function optionId(listId: string, entry: FoundEntry): string {
  return `${listId}-${entry.id}`;
}

/** A list one chooses from while the focus stays where one types. */
export function OptionList({ id, label, groups, active, onActive, onChoose, isTabStop }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const activeId = active ? optionId(id, active) : null;
  useEffect(() => {
    if (activeId) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' });
  }, [activeId]);
  return (
    <div
      ref={list}
      id={id}
      role="listbox"
      aria-label={label}
      className="option-list"
      tabIndex={isTabStop ? 0 : undefined}
    >
      {groups.map(({ name, entries }, at) => (
        // biome-ignore lint/a11y/useSemanticElements: a group of options is no fieldset.
        <div key={name} role="group" aria-labelledby={`${id}-group-${at}`}>
          <div id={`${id}-group-${at}`} className="option-group" role="presentation">
            {name}
          </div>
          {entries.map((entry) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: keys arrive at the field that controls the list.
            // biome-ignore lint/a11y/useFocusableInteractive: named by aria-activedescendant, never focused.
            <div
              key={entry.id}
              id={optionId(id, entry)}
              role="option"
              aria-selected={entry === active}
              aria-disabled={entry.unavailable !== undefined}
              className="option"
              // The caret stays where it is.
              onMouseDown={(event) => event.preventDefault()}
              onMouseMove={() => {
                if (entry !== active) onActive(entry);
              }}
              onClick={() => onChoose(entry)}
            >
              <span className="option-name">
                <Highlighted text={entry.name} at={entry.at} />
              </span>
              {entry.unavailable ? <span className="option-reason">{entry.unavailable}</span> : null}
              {entry.keys ? <kbd>{entry.keys}</kbd> : null}
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}

function Highlighted({ text, at }: { text: string; at: readonly number[] }) {
  if (at.length === 0) return text;
  const hit = new Set(at);
  const letters = [...text];
  const parts: { readonly start: number; readonly words: string; readonly marked: boolean }[] = [];
  for (const [index, letter] of letters.entries()) {
    const last = parts.at(-1);
    const marked = hit.has(index);
    if (last && last.marked === marked) parts[parts.length - 1] = { ...last, words: last.words + letter };
    else parts.push({ start: index, words: letter, marked });
  }
  return parts.map(({ start, words, marked }) =>
    marked ? <mark key={start}>{words}</mark> : <Fragment key={start}>{words}</Fragment>,
  );
}
