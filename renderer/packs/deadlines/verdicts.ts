/** How the verdict on a notice is shown, wherever it is. */
import { CalendarClock, CircleCheck, CircleX, Hourglass, type LucideIcon } from 'lucide-react';
import type { Verdict } from './notice.ts';

export const verdictIcons: Readonly<Record<Verdict, LucideIcon>> = {
  good: CircleCheck,
  near: Hourglass,
  bad: CircleX,
  open: CalendarClock,
};

/** What the colour says, for whoever does not see it. */
export const verdictSpoken: Readonly<Record<Verdict, string>> = {
  good: 'Lawful: ',
  near: 'Soon: ',
  bad: 'Unlawful: ',
  open: '',
};
