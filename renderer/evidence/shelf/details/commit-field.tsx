import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';

interface Props {
  readonly label: string;
  /** As it is kept, printed. */
  readonly value: string;
  /** What is wrong with what was typed, as a sentence; null: nothing. */
  readonly check?: (typed: string) => string | null;
  /** Called at every key with what can be kept. */
  readonly onChange: (typed: string) => void;
  readonly placeholder?: string;
  /** Grows with its words; Enter still ends it, unless lines mean something in it. */
  readonly lines?: 'grow' | 'many';
  readonly suggestions?: readonly string[];
  /** Other than the label, which stands beside it. */
  readonly id?: string;
  /** A button beside the field. */
  readonly children?: ReactNode;
}

/** A field that keeps what is typed into it as soon as it can be understood. */
export function CommitField(props: Props) {
  const { label, value, check, onChange, placeholder, lines, suggestions, children } = props;
  const made = useId();
  const id = props.id ?? made;
  const [typed, setTyped] = useState<string | null>(null);
  const problem = typed === null ? null : (check?.(typed) ?? null);
  const shared = {
    id,
    value: typed ?? value,
    placeholder,
    className: 'input detail-input',
    'aria-invalid': problem !== null,
    'aria-describedby': problem === null ? undefined : `${id}-problem`,
    autoComplete: 'off',
    onBlur: () => {
      if (problem === null) setTyped(null);
    },
  };
  const type = (text: string) => {
    setTyped(text);
    if ((check?.(text) ?? null) === null) onChange(text);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape' && typed !== null && problem !== null) {
      // What was not understood is given up; a second Escape leaves the form.
      setTyped(null);
    } else if (event.key === 'Enter' && lines !== 'many') {
      event.currentTarget.blur();
      event.currentTarget.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="detail-field">
      <label htmlFor={id}>{label}</label>
      <div className="detail-value">
        {lines === undefined ? (
          <input
            {...shared}
            list={suggestions ? `${id}-list` : undefined}
            spellCheck={false}
            onChange={(event) => type(event.target.value)}
            onKeyDown={onKeyDown}
          />
        ) : (
          <textarea
            {...shared}
            rows={lines === 'many' ? 3 : 1}
            onChange={(event) =>
              type(lines === 'many' ? event.target.value : event.target.value.replace(/\n+/g, ' '))
            }
            onKeyDown={onKeyDown}
          />
        )}
        {suggestions ? (
          <datalist id={`${id}-list`}>
            {suggestions.map((each) => (
              <option key={each} value={each} />
            ))}
          </datalist>
        ) : null}
        {children}
        {problem === null ? null : (
          <p id={`${id}-problem`} className="problem" role="alert">
            {problem}
          </p>
        )}
      </div>
    </div>
  );
}
