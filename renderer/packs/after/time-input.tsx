import { useId, useState } from 'react';
import { clockAdvice, parseClock } from '../fields/clock.ts';

interface Props {
  readonly label: string;
  readonly hint: string;
  /** HH:MM; empty: none. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A time of day in a row: kept as soon as it is left, if it can be read; what cannot stays, and says so. */
export function TimeInput({ label, hint, value, onChange }: Props) {
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [isWrong, setWrong] = useState(false);
  const leave = () => {
    if (typed === null) return;
    const read = typed.trim() === '' ? '' : parseClock(typed);
    setWrong(read === null);
    if (read === null) return;
    setTyped(null);
    if (read !== value) onChange(read);
  };
  return (
    <div className="time-cell">
      <input
        className="input detail-input tabular"
        aria-label={label}
        aria-invalid={isWrong}
        aria-describedby={isWrong ? id : undefined}
        placeholder={hint}
        value={typed ?? value}
        onChange={(event) => {
          setTyped(event.target.value);
          setWrong(false);
        }}
        onBlur={leave}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) leave();
          else if (event.key === 'Escape' && typed !== null) {
            setTyped(null);
            setWrong(false);
          } else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      {isWrong ? (
        <p id={id} className="problem" role="alert">
          {clockAdvice}
        </p>
      ) : null}
    </div>
  );
}
