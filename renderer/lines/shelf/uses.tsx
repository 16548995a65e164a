import { useEffect, useState } from 'react';
import { type ErrorData, toErrorData } from '../../../shared/contract/errors.ts';
import type { LineUseRow } from '../../../shared/contract/line-calls.ts';
import type { LineStanding } from '../../../shared/lines/standing.ts';
import { FailureMessage } from '../../app/failure-message.tsx';
import { notifyFailure } from '../../app/failures.ts';
import { useServices } from '../../app/services.ts';
import { exactDate, shortDate } from '../../library/dates.ts';

const standingWords: Readonly<Record<LineStanding, string>> = {
  changed: 'Asks about the new words',
  differs: 'Has words of its own',
  same: 'Says the same',
  gone: '',
};

/** Where a line is used, by whom and since when; each leads to its place. */
export function Uses({ lineId, version }: { readonly lineId: string; readonly version: number }) {
  const { client, go } = useServices();
  const [uses, setUses] = useState<readonly LineUseRow[] | null>(null);
  const [error, setError] = useState<ErrorData | null>(null);
  const [tries, setTries] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `version` and `tries` say when to look again.
  useEffect(() => {
    let open = true;
    client.call('lines.uses', { lineId }).then(
      (found) => {
        if (!open) return;
        setUses(found);
        setError(null);
      },
      (thrown) => {
        if (open) setError(toErrorData(thrown));
      },
    );
    return () => {
      open = false;
    };
  }, [client, lineId, version, tries]);
  if (error) return <FailureMessage error={error} action="Try again" onAction={() => setTries(tries + 1)} />;
  if (uses === null) return null;
  if (uses.length === 0) {
    return (
      <div className="empty">
        <h2>Not used yet</h2>
        <p>While writing, press Ctrl+Shift+L and choose it.</p>
      </div>
    );
  }
  const now = new Date();
  return (
    <ul className="uses" aria-label="Where used">
      {uses.map((use) => (
        <li key={`${use.documentId} ${use.blockId}`}>
          <button
            type="button"
            className="use"
            onClick={() =>
              void go({
                screen: 'document',
                documentId: use.documentId,
                review: false,
                blockId: use.blockId,
              }).catch(notifyFailure)
            }
          >
            <strong>{use.documentTitle || 'Untitled document'}</strong>
            <span className="use-words">{use.text}</span>
            <span className="use-foot">
              <span className={`chip ${use.standing === 'changed' ? 'attention' : ''}`}>
                {standingWords[use.standing]}
              </span>
              <span title={exactDate(use.usedAt)}>
                {use.usedBy === '' ? 'Since' : `${use.usedBy},`} {shortDate(use.usedAt, now)}
              </span>
              <span title={exactDate(use.updatedAt)}>saved {shortDate(use.updatedAt, now)}</span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
