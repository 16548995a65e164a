import './search.css';
import { Fragment, type MouseEvent, useEffect } from 'react';
import type { SearchHit } from '../../../../shared/contract/evidence-search-calls.ts';
import type { SourceSummary } from '../../../../shared/contract/evidence-source-calls.ts';
import { FailureMessage } from '../../../app/failure-message.tsx';
import { Button } from '../../../ui/button.tsx';
import { printShortDate } from '../../issued.ts';
import { sourceKindIcons, sourceKindNames } from '../../kinds.ts';
import { type HitGroup, hitId, type Option } from './search-model.ts';
import type { Search } from './use-search.ts';

interface Props {
  /** Names the listbox, for the field that controls it. */
  readonly id: string;
  readonly search: Search;
  /** Sources that are called by the words. */
  readonly titles: readonly SourceSummary[];
  readonly groups: readonly HitGroup[];
  readonly sources: ReadonlyMap<string, SourceSummary>;
  readonly active: string | null;
  readonly onActive: (option: string) => void;
  readonly onOpen: (option: Option) => void;
}

export function SearchResults(props: Props) {
  const { id, search, titles, groups, sources, active, onActive, onOpen } = props;
  useEffect(() => {
    if (active !== null) document.getElementById(active)?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  if (search.error) {
    return <FailureMessage error={search.error} action="Search again" onAction={search.retry} />;
  }
  const option = (made: Option) => ({
    id: made.id,
    role: 'option' as const,
    'aria-selected': made.id === active,
    className: 'hit',
    // The caret stays in the field.
    onMouseDown: (event: MouseEvent) => event.preventDefault(),
    onClick: () => onActive(made.id),
    onDoubleClick: () => onOpen(made),
  });
  return (
    <div className="search-results">
      {search.problem === null ? null : (
        <p className="search-problem" role="status">
          {search.problem}
        </p>
      )}
      <div id={id} role="listbox" aria-label="Found" tabIndex={-1}>
        {titles.length > 0 ? (
          // biome-ignore lint/a11y/useSemanticElements: a group of options is no fieldset.
          <div role="group" aria-label="Sources called so">
            <div className="hit-source" role="presentation">
              Called “{search.query.trim()}”
            </div>
            {titles.map((source) => (
              <div
                key={source.id}
                {...option({ is: 'source', id: `source-${source.id}`, sourceId: source.id })}
              >
                <SourceLine source={source} />
              </div>
            ))}
          </div>
        ) : null}
        {groups.map((group) => {
          const source = sources.get(group.sourceId);
          const [first] = group.hits;
          return first ? (
            // biome-ignore lint/a11y/useSemanticElements: a group of options is no fieldset.
            <div key={group.sourceId} role="group" aria-label={first.title}>
              <div className="hit-source" role="presentation">
                <SourceLine source={source ?? first} />
                <span className="count">{group.hits.length}</span>
              </div>
              {group.hits.map((hit) => (
                <div key={hitId(hit)} {...option({ is: 'hit', id: hitId(hit), sourceId: hit.sourceId, hit })}>
                  <span className="hit-words">
                    <Snippet hit={hit} />
                  </span>
                  <span className="hit-place">{placeOf(hit)}</span>
                </div>
              ))}
            </div>
          ) : null;
        })}
      </div>
      {search.more ? (
        <Button look="link" className="more-hits" isDisabled={search.busy} onPress={search.showMore}>
          Show more
        </Button>
      ) : null}
    </div>
  );
}

type Line = Pick<SourceSummary, 'kind' | 'title' | 'organisation' | 'issued'>;

function SourceLine({ source }: { readonly source: Line }) {
  const Icon = sourceKindIcons[source.kind];
  const rest = [source.organisation, printShortDate(source.issued)].filter((part) => part !== '');
  return (
    <span className="source-line">
      <Icon size={14} aria-hidden />
      <span className="source-line-kind">{sourceKindNames[source.kind]}</span>
      <strong>{source.title}</strong>
      <span className="source-line-rest">{rest.join(', ')}</span>
    </span>
  );
}

function Snippet({ hit }: { readonly hit: SearchHit }) {
  return hit.snippet.map(({ text, hit: marked }, at) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one snippet never move.
    marked ? <mark key={at}>{text}</mark> : <Fragment key={at}>{text}</Fragment>,
  );
}

function placeOf({ page, label }: SearchHit): string {
  if (page === null) return label ?? '';
  return label === null || label === String(page) ? `page ${page}` : `page ${label} (${page})`;
}
