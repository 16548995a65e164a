import { CaseSensitive, ChevronDown, ChevronUp } from 'lucide-react';
import type { KeyboardEvent, RefObject } from 'react';
import { IconButton } from '../../ui/button.tsx';
import type { Finding } from './use-found.ts';

export interface FindProps {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly finding: Finding;
  readonly isEmpty: boolean;
  readonly onFinding: (finding: Finding) => void;
  readonly onStep: (way: 1 | -1) => void;
}

interface FieldProps extends Omit<FindProps, 'isEmpty' | 'onStep'> {
  readonly label: string;
  /** Of what says how many were found. */
  readonly countId: string;
}

export function FindField({ field, finding, label, countId, onFinding }: FieldProps) {
  return (
    <input
      ref={field}
      className="input"
      aria-label={label}
      aria-describedby={countId}
      placeholder={label}
      spellCheck={false}
      autoComplete="off"
      value={finding.words}
      onChange={(event) => onFinding({ ...finding, words: event.target.value })}
    />
  );
}

export function FindTools({ finding, isEmpty, onFinding, onStep }: Omit<FindProps, 'field'>) {
  return (
    <>
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
    </>
  );
}

/** Enter walks through what was found, Escape leaves. */
export function findKeys({ field, onStep }: Pick<FindProps, 'field' | 'onStep'>, onLeave: () => void) {
  return (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') onLeave();
    else if (event.key === 'Enter' && event.target === field.current) onStep(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
}
