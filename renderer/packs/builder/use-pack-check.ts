import type { PackFinding } from './findings.ts';
import type { MeetingSession } from './use-meeting.ts';

export interface PackCheck {
  /** null: it has not been looked at yet. */
  readonly findings: readonly PackFinding[] | null;
}

export function usePackCheck(_session: MeetingSession): PackCheck {
  return { findings: null };
}
