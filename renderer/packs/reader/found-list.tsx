import { useEffect, useId, useMemo, useRef } from 'react';
import type { Book } from '../../reading/book.ts';
import { FindField, type FindProps, FindTools, findKeys } from '../../reading/find/find-tools.tsx';
import { countWords } from '../../reading/find/use-found.ts';
import { type ContentsRow, itemAt, rowName } from './contents.ts';
import type { PackFound } from './use-pack-find.ts';

export interface FoundProps extends Omit<FindProps, 'isEmpty'> {
  readonly found: PackFound;
  readonly current: number | null;
  readonly onMatch: (match: number) => void;
}

interface Props extends FoundProps {
  readonly book: Book;
  readonly rows: readonly ContentsRow[];
  readonly onLeave: () => void;
}

interface Group {
  readonly id: string;
  readonly title: string;
  readonly count: number;
  readonly listed: readonly { readonly match: number; readonly page: number }[];
}

export function FoundList({ book, rows, found, current, onMatch, onLeave, ...find }: Props) {
  const countId = useId();
  const list = useRef<HTMLDivElement>(null);
  const groups = useMemo(() => byItem(rows, found), [rows, found]);
  const tools = { ...find, isEmpty: found.places.length === 0 };
  useEffect(() => {
    if (current !== null)
      list.current?.querySelector(`[data-match="${current}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <search className="pack-found" aria-label="Search the pack" onKeyDown={findKeys(find, onLeave)}>
      <div className="pack-found-bar">
        <FindField {...find} label="Search the pack" countId={countId} />
        <FindTools {...tools} />
      </div>
      <p id={countId} className="pack-found-count quiet tabular" role="status">
        {countWords(found, current)}
      </p>
      <div ref={list} className="reader-contents pack-found-list">
        {groups.map(({ id, title, count, listed }) => (
          <section key={id} aria-label={`${title}: ${count} found`}>
            <h2 className="pack-found-item">
              <span>{title}</span>
              <span className="tabular quiet">{count.toLocaleString('en-GB')}</span>
            </h2>
            <ul>
              {listed.map(({ match, page }) => (
                <li key={match}>
                  <button
                    type="button"
                    data-match={match}
                    aria-current={match === current ? 'location' : undefined}
                    onClick={() => onMatch(match)}
                  >
                    <Around {...found.shown[match]} />
                    <span className="tabular quiet">{book.labelOf(page)}</span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      {found.places.length > found.shown.length ? (
        <p className="pack-found-count quiet">
          The first {found.shown.length} are listed; F3 leads through all of them.
        </p>
      ) : null}
    </search>
  );
}

function Around({ before = '', found = '', after = '' }: Partial<PackFound['shown'][number]>) {
  return (
    <span>
      …{before.trimStart()}
      <mark>{found}</mark>
      {after.trimEnd()}…
    </span>
  );
}

/** Places come in the order of the pages, so those of an item are together. */
function byItem(rows: readonly ContentsRow[], { places, shown }: PackFound): Group[] {
  const groups = new Map<
    string,
    { id: string; title: string; count: number; listed: Group['listed'][number][] }
  >();
  for (const [match, { page }] of places.entries()) {
    const item = itemAt(rows, page);
    const id = item?.id ?? '';
    const group = groups.get(id) ?? { id, title: item ? rowName(item) : 'Front sheet', count: 0, listed: [] };
    groups.set(id, group);
    group.count += 1;
    if (match < shown.length) group.listed.push({ match, page });
  }
  return [...groups.values()];
}
