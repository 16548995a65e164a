import { useEffect, useState } from 'react';
import { type ErrorData, toErrorData } from '../../../../shared/contract/errors.ts';
import type { CitationUse } from '../../../../shared/contract/evidence-standing-calls.ts';
import { FailureMessage } from '../../../app/failure-message.tsx';
import { notifyFailure } from '../../../app/failures.ts';
import { useServices } from '../../../app/services.ts';
import { useSources } from '../../sources.ts';
import { count } from '../adding/report-model.ts';
import { AnchorChip } from './anchor-chip.tsx';
import { bearingNames } from './anchor-words.ts';

/** Documents and points that cite a source, and how their words stand. */
export function Uses({ sourceId, version }: { readonly sourceId: string; readonly version: string }) {
  const { client, go } = useServices();
  const { revision } = useSources();
  const [uses, setUses] = useState<readonly CitationUse[] | null>(null);
  const [error, setError] = useState<ErrorData | null>(null);
  const [tries, setTries] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `revision`, `version` and `tries` say when to look again.
  useEffect(() => {
    let open = true;
    client.call('standing.uses', { sourceId }).then(
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
  }, [client, sourceId, version, revision, tries]);

  if (error) {
    return <FailureMessage error={error} action="Try again" onAction={() => setTries(tries + 1)} />;
  }
  if (uses === null) return null;
  if (uses.length === 0) {
    return (
      <div className="empty">
        <h2>Nothing rests on it yet</h2>
        <p>
          While writing, find it in the Evidence tab of the side panel, or select words in it and attach them
          to a point.
        </p>
      </div>
    );
  }
  const documents = [...new Map(uses.map((use) => [use.documentId, use.documentTitle]))];
  return (
    <div className="uses">
      {documents.map(([documentId, title]) => {
        const here = uses.filter((use) => use.documentId === documentId);
        return (
          <section key={documentId} aria-label={title || 'Untitled document'}>
            <h3>
              {title || 'Untitled document'} <span className="count">{count(here.length, 'citation')}</span>
            </h3>
            <ul>
              {here.map((use) => (
                <li key={`${use.blockId} ${use.citationId}`}>
                  <button
                    type="button"
                    className="use"
                    onClick={() =>
                      void go({
                        screen: 'document',
                        documentId,
                        review: false,
                        blockId: use.blockId,
                      }).catch(notifyFailure)
                    }
                  >
                    <span className="use-words">{use.words}</span>
                    <q className="use-quote">{use.locator.quote.exact}</q>
                    <span className="use-foot">
                      <AnchorChip anchor={use.anchor} />
                      <span>{bearingNames[use.bearing]}</span>
                      {use.locator.page === null ? null : <span>page {use.locator.page}</span>}
                      {use.anchor.unseen ? <span className="chip attention">To look at</span> : null}
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
