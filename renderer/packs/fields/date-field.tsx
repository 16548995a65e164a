import { CalendarDays } from 'lucide-react';
import { useRef } from 'react';
import { faultOfDate, sayDate } from '../../../shared/pack/deadlines/dates.ts';
import { parseDay } from '../../evidence/issued.ts';
import { CommitField } from '../../evidence/shelf/details/commit-field.tsx';
import { IconButton } from '../../ui/button.tsx';

interface Props {
  readonly label: string;
  /** YYYY-MM-DD; empty: none. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A day, typed as people write it or picked from a calendar. */
export function DateField({ label, value, onChange }: Props) {
  const native = useRef<HTMLInputElement>(null);
  return (
    <CommitField
      label={label}
      value={faultOfDate(value) === null ? sayDate(value) : value}
      placeholder="No date"
      check={checkDay}
      onChange={(typed) => onChange(typed.trim() === '' ? '' : (parseDay(withoutWeekday(typed)) ?? ''))}
    >
      <IconButton label={`${label}: choose from a calendar`} onPress={() => native.current?.showPicker()}>
        <CalendarDays size={14} aria-hidden />
      </IconButton>
      <input
        ref={native}
        type="date"
        className="native-picker"
        tabIndex={-1}
        aria-hidden
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </CommitField>
  );
}

function withoutWeekday(typed: string): string {
  return typed.trim().replace(/^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s+/i, '');
}

function checkDay(typed: string): string | null {
  if (typed.trim() === '') return null;
  const day = parseDay(withoutWeekday(typed));
  if (day === null) return 'Write it as 4 March 2027 or 4/3/2027.';
  const fault = faultOfDate(day);
  return fault === null ? null : `It ${fault}.`;
}
