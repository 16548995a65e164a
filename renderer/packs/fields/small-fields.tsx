import type { ReactNode } from 'react';
import { Checkbox } from 'react-aria-components';
import { CommitField } from '../../evidence/shelf/details/commit-field.tsx';
import { clockAdvice, parseClock } from './clock.ts';

interface ClockProps {
  readonly label: string;
  /** HH:MM; empty: none. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export function ClockField({ label, value, onChange }: ClockProps) {
  return (
    <CommitField
      label={label}
      value={value}
      placeholder="No time"
      check={(typed) => (typed.trim() === '' || parseClock(typed) !== null ? null : clockAdvice)}
      onChange={(typed) => onChange(typed.trim() === '' ? '' : (parseClock(typed) ?? ''))}
    />
  );
}

interface CountProps {
  readonly label: string;
  readonly value: number | null;
  readonly most: number;
  readonly placeholder: string;
  readonly onChange: (value: number | null) => void;
}

/** A whole number from 1; empty where it is nobody's. */
export function CountField({ label, value, most, placeholder, onChange }: CountProps) {
  return (
    <CommitField
      label={label}
      value={value === null ? '' : String(value)}
      placeholder={placeholder}
      check={(typed) => (countOf(typed, most) === undefined ? `A whole number from 1 to ${most}.` : null)}
      onChange={(typed) => onChange(countOf(typed, most) ?? null)}
    />
  );
}

/** undefined: no such number; null: none. */
function countOf(typed: string, most: number): number | null | undefined {
  const text = typed.trim();
  if (text === '') return null;
  if (!/^\d{1,5}$/.test(text)) return undefined;
  const count = Number(text);
  return count >= 1 && count <= most ? count : undefined;
}

interface TickProps {
  readonly isSelected: boolean;
  readonly onChange: (selected: boolean) => void;
  readonly help?: string;
  readonly children: ReactNode;
}

export function Tick({ isSelected, onChange, help, children }: TickProps) {
  return (
    <Checkbox className="pack-tick" isSelected={isSelected} onChange={onChange}>
      <span className="export-box" aria-hidden />
      <span>
        {children}
        {help === undefined ? null : <span className="pack-tick-help">{help}</span>}
      </span>
    </Checkbox>
  );
}

interface WordsProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string;
  readonly rows?: number;
}

/** Several lines, under their label. */
export function WordsArea({ label, value, onChange, placeholder, rows = 2 }: WordsProps) {
  return (
    <label className="pack-words">
      <span>{label}</span>
      <textarea
        className="input"
        rows={rows}
        value={value}
        placeholder={placeholder}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}
