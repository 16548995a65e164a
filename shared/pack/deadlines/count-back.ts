/** When a report must be where, counted back by working days from the day on which its agenda goes out. */
import * as z from 'zod';
import type { CalendarDate } from './dates.ts';
import type { WorkingDays } from './working-days.ts';

export const reportStepSchema = z.strictObject({
  id: z.string().min(1).max(100),
  name: z.string().min(1).max(200),
  /** Working days before despatch; 0: on that day. */
  daysBefore: z.number().int().min(0).max(250),
});
export type ReportStep = z.infer<typeof reportStepSchema>;
export const reportStepsSchema = z.array(reportStepSchema).max(50);

/** A user's list begins as this and is theirs to change. */
export const usualSteps: readonly ReportStep[] = [
  { id: 'draft', name: 'First draft', daysBefore: 15 },
  { id: 'legal', name: 'Legal comments', daysBefore: 10 },
  { id: 'finance', name: 'Finance comments', daysBefore: 10 },
  { id: 'clearance', name: 'Clearance', daysBefore: 5 },
  { id: 'sign-off', name: 'Sign-off', daysBefore: 2 },
  { id: 'despatch', name: 'Despatch', daysBefore: 0 },
];

export interface StepDeadline {
  readonly id: string;
  readonly name: string;
  readonly date: CalendarDate;
}

/**
 * The earliest first; steps of one day in the order of the list.
 * @param despatch not a working day: counted from the last one before it.
 */
export function countBack(
  steps: readonly ReportStep[],
  despatch: CalendarDate,
  days: WorkingDays,
): StepDeadline[] {
  const from = days.onOrBefore(despatch);
  return steps
    .map(({ id, name, daysBefore }) => ({ id, name, date: days.shift(from, -daysBefore) }))
    .sort((a, b) => (a.date === b.date ? 0 : a.date < b.date ? -1 : 1));
}
