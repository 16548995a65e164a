/** The check of the whole pack: it reads every paper, so it runs when somebody looks, and says when it is out of date. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { type ErrorData, toErrorData } from '../../../shared/contract/errors.ts';
import type { PackFinding } from '../../../shared/pack/check/finding.ts';
import { useServices } from '../../app/services.ts';
import type { Job } from './job-progress.tsx';
import { type FoundByCheck, keepCheck, keptCheckOf } from './kept-check.ts';
import type { MeetingSession } from './use-meeting.ts';

export interface PackCheck {
  /** null: it has not been looked at yet. */
  readonly findings: readonly PackFinding[] | null;
  readonly error: ErrorData | null;
  readonly job: Job | null;
  /** The meeting is another now than when it was looked at. */
  readonly outOfDate: boolean;
  run(): void;
  /** Keeps what was found for whoever comes back to this meeting next. */
  keep(): void;
}

export function usePackCheck({ meeting, flush }: MeetingSession): PackCheck {
  const { client } = useServices();
  const [found, setFound] = useState<FoundByCheck | null>(() => keptCheckOf(meeting.id));
  useEffect(() => keepCheck(null), []);
  const [error, setError] = useState<ErrorData | null>(null);
  const [job, setJob] = useState<Job | null>(null);
  const running = useRef<AbortController | null>(null);
  const latest = useRef(meeting);
  latest.current = meeting;

  const run = useCallback(async () => {
    if (running.current) return;
    const abort = new AbortController();
    running.current = abort;
    const show = (done: number, label: string) => setJob({ done, label, cancel: () => abort.abort() });
    show(0, 'Checking the pack');
    try {
      await flush();
      const of = latest.current;
      const { findings } = await client.call(
        'packs.check',
        { meetingId: of.id },
        { signal: abort.signal, onProgress: show },
      );
      setFound({ of, findings });
      setError(null);
    } catch (thrown) {
      const data = toErrorData(thrown);
      if (data.code !== 'call.cancelled') setError(data);
    } finally {
      running.current = null;
      setJob(null);
    }
  }, [client, flush]);
  useEffect(() => () => running.current?.abort(), []);

  return {
    findings: found?.findings ?? null,
    error,
    job,
    outOfDate: found !== null && found.of !== meeting,
    run: () => void run(),
    keep: () => keepCheck(found),
  };
}
