/** Where one types to find something in an option list, which the arrow keys go through meanwhile. */
import { type KeyboardEvent, useLayoutEffect } from 'react';
import { takeHeldKeys } from '../ui/held-keys.ts';
import type { FoundEntry } from './entries.ts';
import { optionId } from './option-list.tsx';

interface Props {
  /** Id of the option list. */
  readonly listId: string;
  readonly label: string;
  readonly placeholder?: string;
  readonly className?: string;
  readonly active: FoundEntry | null;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  /** Of `useActiveOption`. */
  readonly move: (key: string) => boolean;
  readonly onChoose: () => void;
}

export function OptionQuery({
  listId,
  label,
  placeholder = label,
  className = '',
  active,
  query,
  onQuery,
  move,
  onChoose,
}: Props) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was typed before the field was there comes once
  useLayoutEffect(() => {
    const typed = takeHeldKeys();
    if (typed !== '') onQuery(typed);
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && active) onChoose();
    else if (!move(event.key)) return;
    event.preventDefault();
  };
  return (
    <input
      // biome-ignore lint/a11y/noAutofocus: the dialog it stands in was opened to type here.
      autoFocus
      className={className}
      role="combobox"
      aria-label={label}
      aria-expanded
      aria-autocomplete="list"
      aria-controls={listId}
      aria-activedescendant={active ? optionId(listId, active) : undefined}
      placeholder={placeholder}
      spellCheck={false}
      autoComplete="off"
      value={query}
      onChange={(event) => onQuery(event.target.value)}
      onKeyDown={onKeyDown}
    />
  );
}
