/** When a document was last changed, as short as it can be said. */
import { lazily } from '../../shared/lazily.ts';

const time = lazily(() => new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' }));
const day = lazily(() => new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' }));
const dayAndYear = lazily(
  () => new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' }),
);
const dayAndTime = lazily(
  () =>
    new Intl.DateTimeFormat('en-GB', {
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
    }),
);
const exact = lazily(() => new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'short' }));

/** "14:05" today, "Yesterday", "3 Nov" this year, "3 Nov 2025" before. */
export function shortDate(iso: string, now: Date): string {
  const date = new Date(iso);
  const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate());
  if (date >= midnight) return time().format(date);
  const yesterday = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1);
  if (date >= yesterday) return 'Yesterday';
  return (date.getFullYear() === now.getFullYear() ? day : dayAndYear)().format(date);
}

/** "28 Nov 2026, 13:33" */
export function dateAndTime(iso: string): string {
  return dayAndTime().format(new Date(iso));
}

export function exactDate(iso: string): string {
  return exact().format(new Date(iso));
}

export function timeOfDay(iso: string): string {
  return time().format(new Date(iso));
}
