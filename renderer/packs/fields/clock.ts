/** Times of day as people write them. */

export const clockAdvice = 'Write it as 14:00 or 2 pm.';

/**
 * Reads 14:00, 14.00, 1400, 14, 2pm, 2.30 pm, noon.
 * @returns HH:MM; null for anything else.
 */
export function parseClock(typed: string): string | null {
  const text = typed.trim().toLowerCase().replace(/\s+/g, '');
  if (text === 'noon' || text === 'midday') return '12:00';
  const [, hours, minutes = '00', half] =
    /^(\d{1,2})(?:[:.]?(\d{2}))?(am|pm|a\.m\.|p\.m\.)?$/.exec(text) ?? [];
  if (hours === undefined) return null;
  const given = Number(hours);
  if (half !== undefined && (given < 1 || given > 12)) return null;
  const hour = half === undefined ? given : (given % 12) + (half.startsWith('p') ? 12 : 0);
  if (hour > 23 || Number(minutes) > 59) return null;
  return `${String(hour).padStart(2, '0')}:${minutes}`;
}
