import { Plus, RotateCcw, X } from 'lucide-react';
import { useState } from 'react';
import type { HolidayEdits } from '../../../shared/pack/committee.ts';
import { bankHolidaysOf } from '../../../shared/pack/deadlines/bank-holidays.ts';
import { faultOfDate, sayDay, yearOf } from '../../../shared/pack/deadlines/dates.ts';
import type { Country } from '../../../shared/pack/meeting.ts';
import { CommitField } from '../../evidence/shelf/details/commit-field.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { DateField } from '../fields/date-field.tsx';
import { todayHere } from '../meetings/list-model.ts';

interface Props {
  readonly country: Country;
  readonly edits: HolidayEdits;
  readonly onChange: (edits: HolidayEdits) => void;
}

/** The computed holidays of a year, with what was put right in them: days of closure added, holidays worked. */
export function HolidaysField({ country, edits, onChange }: Props) {
  const [year, setYear] = useState(yearOf(todayHere()));
  const [date, setDate] = useState('');
  const [name, setName] = useState('');
  const removed = new Set(edits.removed);
  const own = edits.added.filter((each) => yearOf(each.date) === year);
  const rows = [
    ...bankHolidaysOf(year, country).map((holiday) => ({ ...holiday, isOwn: false })),
    ...own.map((each) => ({ ...each, isOwn: true })),
  ].toSorted((one, other) => one.date.localeCompare(other.date));
  const add = () => {
    if (faultOfDate(date) !== null) return;
    onChange({
      ...edits,
      added: [...edits.added.filter((each) => each.date !== date), { date, name: name.trim() }],
    });
    setYear(yearOf(date));
    setDate('');
    setName('');
  };
  return (
    <div className="holidays">
      <div className="holiday-years">
        <Button onPress={() => setYear(year - 1)} aria-label="The year before">
          ‹
        </Button>
        <strong aria-live="polite">
          {country}, {year}
        </strong>
        <Button onPress={() => setYear(year + 1)} aria-label="The year after">
          ›
        </Button>
      </div>
      <ul className="holiday-list">
        {rows.map((row) => {
          const isOff = !row.isOwn && removed.has(row.date);
          return (
            <li key={`${row.date} ${row.isOwn}`} data-off={isOff}>
              <time dateTime={row.date}>{sayDay(row.date)}</time>
              <span>
                {row.name === '' ? 'Day of closure' : row.name}
                {isOff ? ' (counted as a working day)' : row.isOwn ? ' (added)' : ''}
              </span>
              {row.isOwn ? (
                <IconButton
                  label={`Remove ${sayDay(row.date)}`}
                  onPress={() =>
                    onChange({ ...edits, added: edits.added.filter((each) => each.date !== row.date) })
                  }
                >
                  <X size={14} aria-hidden />
                </IconButton>
              ) : isOff ? (
                <IconButton
                  label={`No working day: ${sayDay(row.date)}`}
                  onPress={() =>
                    onChange({ ...edits, removed: edits.removed.filter((each) => each !== row.date) })
                  }
                >
                  <RotateCcw size={14} aria-hidden />
                </IconButton>
              ) : (
                <IconButton
                  label={`Count as a working day: ${sayDay(row.date)}`}
                  onPress={() => onChange({ ...edits, removed: [...edits.removed, row.date] })}
                >
                  <X size={14} aria-hidden />
                </IconButton>
              )}
            </li>
          );
        })}
      </ul>
      <div className="holiday-add">
        <DateField label="Closed on" value={date} onChange={setDate} />
        <CommitField label="Because" value={name} placeholder="Christmas closure" onChange={setName} />
        <Button look="outlined" isDisabled={date === ''} onPress={add}>
          <Plus size={14} aria-hidden /> Add the day
        </Button>
      </div>
    </div>
  );
}
