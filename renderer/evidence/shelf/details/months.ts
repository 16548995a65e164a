import { localDay } from '../list/shelf-model.ts';

/** The same day of a later month, or that month's last where it has none: "2027-02-28". */
export function inMonths(from: Date, months: number): string {
  const month = from.getMonth() + months;
  const lastDay = new Date(from.getFullYear(), month + 1, 0).getDate();
  return localDay(new Date(from.getFullYear(), month, Math.min(from.getDate(), lastDay)));
}
