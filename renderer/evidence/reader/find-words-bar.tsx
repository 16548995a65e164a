import { CaseSensitive, ChevronDown, ChevronUp, X } from 'lucide-react';
import { type KeyboardEvent, type RefObject, useId } from 'react';
import { IconButton } from '../../ui/button.tsx';
import type { Finding } from './use-find-words.ts';

interface Props {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly finding: Finding;
  /** "3 of 12". */
  readonly count: string;
  readonly isEmpty: boolean;
  readonly onFinding: (finding: Finding) => void;
  readonly onStep: (way: 1 | -1) => void;
  readonly onClose: () => void;
}

export function FindWordsBar({ field, finding, count, isEmpty, onFinding, onStep, onClose }: Props) {
  const countId = useId();
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') onClose();
    else if (event.key === 'Enter' && event.target === field.current) onStep(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <search className="reader-find" aria-label="Find in the source" onKeyDown={onKeyDown}>
      <input
        ref={field}
        className="input"
        aria-label="Find in the source"
        aria-describedby={countId}
        placeholder="Find in the source"
        spellCheck={false}
        autoComplete="off"
        value={finding.words}
        onChange={(event) => onFinding({ ...finding, words: event.target.value })}
      />
      <span id={countId} className="reader-find-count tabular" role="status">
        {count}
      </span>
      <IconButton
        label="Match case"
        pressed={finding.matchCase}
        onPress={() => onFinding({ ...finding, matchCase: !finding.matchCase })}
      >
        <CaseSensitive size={16} aria-hidden />
      </IconButton>
      <IconButton label="Previous match" shortcut="Shift+F3" isDisabled={isEmpty} onPress={() => onStep(-1)}>
        <ChevronUp size={16} aria-hidden />
      </IconButton>
      <IconButton label="Next match" shortcut="F3" isDisabled={isEmpty} onPress={() => onStep(1)}>
        <ChevronDown size={16} aria-hidden />
      </IconButton>
      <IconButton label="Close the search" shortcut="Esc" onPress={onClose}>
        <X size={16} aria-hidden />
      </IconButton>
    </search>
  );
}
