import { Bold, Italic } from 'lucide-react';
import { type KeyboardEvent, useId, useRef } from 'react';
import { IconButton } from '../../ui/button.tsx';

interface Props {
  readonly label: string;
  /** As in `shared/lines/marked.ts`. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly short?: boolean;
}

/** A plain field for words, with marks for bold and italic. */
export function WordsField({ label, value, onChange, short = false }: Props) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const mark = (sign: string) => {
    const area = field.current;
    if (!area) return;
    const { selectionStart: from, selectionEnd: to } = area;
    area.focus();
    // As typed, so that the field can undo it.
    document.execCommand('insertText', false, sign + value.slice(from, to) + sign);
    area.setSelectionRange(from + sign.length, to + sign.length);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.ctrlKey || event.altKey || event.shiftKey) return;
    const sign = event.key === 'b' ? '**' : event.key === 'i' ? '_' : null;
    if (sign === null) return;
    event.preventDefault();
    mark(sign);
  };
  return (
    <div className="field">
      <div className="line-words-head">
        <label htmlFor={id}>{label}</label>
        {short ? null : (
          <>
            <IconButton label="Bold" shortcut="Ctrl+B" onPress={() => mark('**')}>
              <Bold size={14} aria-hidden />
            </IconButton>
            <IconButton label="Italic" shortcut="Ctrl+I" onPress={() => mark('_')}>
              <Italic size={14} aria-hidden />
            </IconButton>
          </>
        )}
      </div>
      <textarea
        ref={field}
        id={id}
        className={`input ${short ? 'short' : ''}`}
        rows={short ? 1 : 4}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}
