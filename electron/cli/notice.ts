import { DespatchError } from '../../shared/contract/errors.ts';
import { judgeNotice } from '../../shared/pack/deadlines/clear-days.ts';
import { type CalendarDate, faultOfDate } from '../../shared/pack/deadlines/dates.ts';
import { mostClearDays } from '../../shared/pack/deadlines/notice-rules.ts';
import { explainNotice } from '../../shared/pack/deadlines/notice-words.ts';
import { type Country, countries } from '../../shared/pack/meeting.ts';
import type { Command } from './arguments.ts';
import type { RunVerb } from './run-verb.ts';
import type { ValueOption } from './verbs.ts';

function wrong(reason: string): DespatchError {
  return new DespatchError('usage.invalid', { reason });
}

function dateIn(option: ValueOption, text: string): CalendarDate {
  const fault = faultOfDate(text);
  if (fault !== null) throw wrong(`--${option} "${text}" ${fault}`);
  return text;
}

function countryIn(text: string): Country {
  const country = countries.find((name) => name.toLowerCase() === text.trim().toLowerCase());
  if (country === undefined) {
    throw wrong(`--country takes England, Wales, Scotland or "Northern Ireland", not "${text}"`);
  }
  return country;
}

function requiredIn(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d{1,2}$/.test(text) && Number(text) <= mostClearDays) return Number(text);
  throw wrong(`--required takes a number from 0 to ${mostClearDays}, not "${text}"`);
}

/** @throws DespatchError `usage.invalid` */
function asked({ options }: Command) {
  const published = dateIn('published', options.published ?? '');
  const meeting = dateIn('meeting', options.meeting ?? '');
  if (meeting < published) throw wrong(`the meeting (${meeting}) is before its publication (${published})`);
  const closed = (options.closed?.split(',') ?? []).map((text) => dateIn('closed', text.trim()));
  return {
    published,
    meeting,
    country: countryIn(options.country ?? ''),
    required: requiredIn(options.required),
    afterHours: options['after-hours'] === 'yes',
    changes: { added: closed.map((date) => ({ date, name: '' })), removed: [] },
  };
}

/** `notice`: whether an agenda is published in time, and if not, which days would be. */
export const run: RunVerb = async (command) => {
  const notice = judgeNotice(asked(command));
  const { clearDays, required, lawful } = notice;
  const reason = explainNotice(notice);
  return {
    json: { clearDays, required, lawful, reason },
    words: [lawful ? 'In time.' : 'Too late.', ...reason.split(/(?<=\.) (?=[A-Z])/)],
    findings: !lawful,
  };
};
