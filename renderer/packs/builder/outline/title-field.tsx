import { useEffect, useRef } from 'react';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onDone: () => void;
}

/** The title of a row while it is written; its keys are heard by the outline (`use-outline-keys.ts`). */
export function TitleField({ label, value, onChange, onDone }: Props) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const input = field.current;
    input?.focus();
    input?.setSelectionRange(input.value.length, input.value.length);
  }, []);
  return (
    <input
      ref={field}
      className="agenda-title-field"
      aria-label={label}
      value={value}
      maxLength={1000}
      placeholder="Title"
      autoComplete="off"
      data-title-field
      onChange={(event) => onChange(event.target.value)}
      onBlur={onDone}
      onPointerDown={(event) => event.stopPropagation()}
      onMouseDown={(event) => event.stopPropagation()}
      onClick={(event) => event.stopPropagation()}
      draggable={false}
    />
  );
}
