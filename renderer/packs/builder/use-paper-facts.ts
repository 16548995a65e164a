/** How long papers are and what of them is exempt: asked for again whenever papers, their documents or packs are others. */
import { useEffect, useMemo, useState } from 'react';
import type { PaperFacts } from '../../../shared/contract/meeting-calls.ts';
import type { PackSummary } from '../../../shared/contract/pack-calls.ts';
import { notifyFailure } from '../../app/failures.ts';
import { useServices } from '../../app/services.ts';
import type { MeetingSession } from './use-meeting.ts';

export type FactsOfPapers = ReadonlyMap<string, PaperFacts>;

const nothing: FactsOfPapers = new Map();

/** @param packs null while they are read. */
export function usePaperFacts(
  { meeting, papers }: MeetingSession,
  packs: readonly PackSummary[] | null,
): FactsOfPapers {
  const { client } = useServices();
  const [facts, setFacts] = useState(nothing);
  const meetingId = meeting.id;
  const version = useMemo(
    () => JSON.stringify([[...papers.values()], packs?.map(({ id }) => id) ?? null]),
    [papers, packs],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: `version` says when to ask again.
  useEffect(() => {
    let shown = true;
    client.call('meetings.paperFacts', { meetingId }).then(
      (next) => {
        if (shown) setFacts(new Map(next.map((each) => [each.paperId, each])));
      },
      (thrown) => {
        if (shown) notifyFailure(thrown);
      },
    );
    return () => {
      shown = false;
    };
  }, [client, meetingId, version]);
  return facts;
}
