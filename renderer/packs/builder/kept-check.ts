/** What the check found last, kept while somebody is in a document that it led to, for when they come back for the next. */
import type { PackFinding } from '../../../shared/pack/check/finding.ts';
import type { Meeting } from '../../../shared/pack/meeting.ts';

export interface FoundByCheck {
  /** The meeting as it was looked at. */
  readonly of: Meeting;
  readonly findings: readonly PackFinding[];
}

let kept: FoundByCheck | null = null;

export function keepCheck(found: FoundByCheck | null): void {
  kept = found;
}

export function keptCheckOf(meetingId: string): FoundByCheck | null {
  return kept?.of.id === meetingId ? kept : null;
}
