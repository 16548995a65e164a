import './lines.css';
import '../evidence/shelf/details/details.css';
import { useEffect, useState } from 'react';
import type { CallOutput } from '../../shared/contract/calls.ts';
import { blockRules } from '../../shared/document/structure.ts';
import { notifyFailure } from '../app/failures.ts';
import { useServices } from '../app/services.ts';
import { exactDate, shortDate } from '../library/dates.ts';

const MOST = 50;
/** After the last key, in ms. */
const PAUSE_MS = 80;

/** Words inside documents, under the list of those that are called so. */
export function FoundInside({ query }: { readonly query: string }) {
  const { client, go } = useServices();
  const [found, setFound] = useState<CallOutput<'documents.search'> | null>(null);
  useEffect(() => {
    const asking = new AbortController();
    const timer = setTimeout(() => {
      client.call('documents.search', { query, limit: MOST }, { signal: asking.signal }).then(
        (next) => {
          if (!asking.signal.aborted) setFound(next);
        },
        (thrown) => {
          if (!asking.signal.aborted) notifyFailure(thrown);
        },
      );
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [client, query]);
  if (!found || found.hits.length === 0) return null;
  const now = new Date();
  return (
    <section className="found-inside" aria-labelledby="found-inside">
      <h3 id="found-inside">
        In the words of documents{' '}
        <span className="count">
          {found.hits.length}
          {found.more ? ' and more' : ''}
        </span>
      </h3>
      <ul>
        {found.hits.map(({ documentId, blockId, blockKind, title, updatedAt, snippet }) => (
          <li key={`${documentId} ${blockId}`}>
            <button
              type="button"
              className="use"
              onClick={() =>
                void go({ screen: 'document', documentId, review: false, blockId }).catch(notifyFailure)
              }
            >
              <span className="use-words">
                {snippet.map(({ text, hit }, at) =>
                  // biome-ignore lint/suspicious/noArrayIndexKey: the parts never move.
                  hit ? <mark key={at}>{text}</mark> : text,
                )}
              </span>
              <span className="use-foot">
                <span>{blockRules[blockKind].name}</span>
                <span>{title || 'Untitled document'}</span>
                <time dateTime={updatedAt} title={exactDate(updatedAt)}>
                  {shortDate(updatedAt, now)}
                </time>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
