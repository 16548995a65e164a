import './look.css';
import { Check } from 'lucide-react';
import { useState } from 'react';
import type { SourceSummary } from '../../../../shared/contract/evidence-source-calls.ts';
import type { CitationUse } from '../../../../shared/contract/evidence-standing-calls.ts';
import { wordChanges } from '../../../../shared/evidence/word-changes.ts';
import { notifyFailure } from '../../../app/failures.ts';
import { useServices } from '../../../app/services.ts';
import { currentAuthor } from '../../../comments/author.ts';
import { Button } from '../../../ui/button.tsx';
import { notify } from '../../../ui/toasts.tsx';
import { useSourcesStore } from '../../sources.ts';
import { count } from '../adding/report-model.ts';
import { AnchorChip } from '../details/anchor-chip.tsx';

interface Props {
  readonly unseen: readonly CitationUse[];
  readonly sources: ReadonlyMap<string, SourceSummary>;
  readonly binned: readonly SourceSummary[];
  /** Shows the source where the words stand now. */
  readonly onOpenSource: (use: CitationUse) => void;
}

/** More than one looks at in one go. */
const MOST = 100;

/** Citations whose source has changed since somebody last looked, with the words of then and of today. */
export function LookList({ unseen, sources, binned, onOpenSource }: Props) {
  const { client, go } = useServices();
  const store = useSourcesStore();
  const [most, setMost] = useState(MOST);
  /** Being told to the library; gone from the list at once. */
  const [looked, setLooked] = useState<ReadonlySet<string>>(new Set());
  const left = unseen.filter((use) => !looked.has(keyOf(use)));
  const shown = left.slice(0, most);
  const bySource = [...new Set(shown.map(({ sourceId }) => sourceId))];

  const look = async (uses: readonly CitationUse[]) => {
    keepFocus(uses.length);
    setLooked((now) => new Set([...now, ...uses.map(keyOf)]));
    try {
      const places = uses.map(({ documentId, blockId, citationId }) => ({ documentId, blockId, citationId }));
      await client.call('standing.seen', { places, by: currentAuthor() });
      await store.reload();
      const takeBack = () =>
        client
          .call('standing.unsee', { places })
          .then(() => store.reload())
          .catch(notifyFailure);
      notify({
        tone: 'done',
        title: `${count(uses.length, 'citation')} looked at`,
        actions: [{ label: 'Undo', run: () => void takeBack() }],
      });
    } catch (thrown) {
      notifyFailure(thrown);
    } finally {
      setLooked((now) => new Set([...now].filter((key) => !uses.some((use) => keyOf(use) === key))));
    }
  };
  const openPoint = ({ documentId, blockId }: CitationUse) =>
    void go({ screen: 'document', documentId, review: false, blockId }).catch(notifyFailure);

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long list must scroll with keys.
    <section className="look-list" aria-label="To look at" tabIndex={0} data-part-entry>
      {bySource.map((sourceId) => {
        const uses = left.filter((use) => use.sourceId === sourceId);
        const source = sources.get(sourceId) ?? binned.find(({ id }) => id === sourceId);
        const title = source?.title ?? 'A source that is no longer here';
        return (
          <section key={sourceId} aria-label={title}>
            <header>
              <h3>{title}</h3>
              <span className="quiet">
                {source ? `${whatHappened(source, sources, uses)} · ` : ''}
                {count(uses.length, 'citation')}
              </span>
              <Button look="outlined" onPress={() => void look(uses)}>
                <Check size={14} aria-hidden />{' '}
                {uses.length === 1 ? 'Looked at' : `Looked at all ${uses.length.toLocaleString('en-GB')}`}
              </Button>
            </header>
            <ul>
              {shown
                .filter((use) => use.sourceId === sourceId)
                .map((use) => (
                  <li key={keyOf(use)}>
                    <div className="look-point">
                      <AnchorChip anchor={use.anchor} />
                      <span className="look-words">{use.words}</span>
                      <span className="look-document">{use.documentTitle || 'Untitled document'}</span>
                    </div>
                    <Words use={use} />
                    <div className="look-actions">
                      <Button onPress={() => void look([use])}>
                        <Check size={14} aria-hidden /> Looked at
                      </Button>
                      <Button onPress={() => openPoint(use)}>Open the point</Button>
                      <Button onPress={() => onOpenSource(use)}>Open the source</Button>
                    </div>
                  </li>
                ))}
            </ul>
          </section>
        );
      })}
      {left.length > most ? (
        <Button look="link" onPress={() => setMost(most + MOST)}>
          Show {Math.min(MOST, left.length - most)} more of {(left.length - most).toLocaleString('en-GB')}
        </Button>
      ) : null}
    </section>
  );
}

/** Why its citations are to be looked at. */
function whatHappened(
  source: SourceSummary,
  sources: ReadonlyMap<string, SourceSummary>,
  uses: readonly CitationUse[],
): string {
  // What is in the bin is not among them.
  if (!sources.has(source.id)) return 'In the bin';
  let later: SourceSummary | undefined;
  // The library refuses circles.
  for (let id = source.supersededBy; id !== null; id = later?.supersededBy ?? null) {
    later = sources.get(id);
    if (!later) break;
  }
  if (source.supersededBy !== null) return later ? `Superseded by “${later.title}”` : 'Superseded';
  return uses.every(({ edition }) => edition === source.edition) ? 'Its words were read anew' : 'New edition';
}

/** What was pressed goes with what was looked at; the next of its kind takes the focus, or the shelf it stands on. */
function keepFocus(uses: number): void {
  const pressed = document.activeElement;
  const row = pressed?.closest(uses === 1 && pressed.closest('li') ? 'li' : '.look-list > section');
  const next = row?.nextElementSibling ?? row?.previousElementSibling;
  const button = next?.matches('li, section')
    ? next.querySelector<HTMLElement>('li button')
    : (row?.closest('.look-list > section')?.nextElementSibling?.querySelector<HTMLElement>('li button') ??
      null);
  (button ?? document.querySelector<HTMLElement>('.evidence-sidebar [aria-current="page"]'))?.focus();
}

function keyOf({ documentId, blockId, citationId }: CitationUse): string {
  return `${documentId} ${blockId} ${citationId}`;
}

/** Then and now, side by side, with the words that went and came. */
function Words({ use }: { readonly use: CitationUse }) {
  const before = use.locator.quote.exact;
  const { place, state } = use.anchor;
  const parts = place === null ? [] : wordChanges(before, place.exact);
  return (
    <div className="then-now">
      <figure>
        <figcaption>As cited{use.locator.page === null ? '' : `, page ${use.locator.page}`}</figcaption>
        <blockquote>
          {place === null
            ? before
            : parts.map((part, at) =>
                part.is === 'added' ? null : part.is === 'removed' ? (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the parts never move.
                  <del key={at}>{part.text}</del>
                ) : (
                  // biome-ignore lint/suspicious/noArrayIndexKey: as above.
                  <span key={at}>{part.text}</span>
                ),
              )}
        </blockquote>
      </figure>
      <figure>
        <figcaption>
          {state === 'same' || state === 'moved' ? 'The same words today' : 'In the present edition'}
          {place?.page == null ? '' : `, page ${place.page}`}
        </figcaption>
        {place === null ? (
          <p className="quiet">
            {state === 'sourceMissing'
              ? 'The source is not in the library.'
              : 'Nothing like these words stands in it any more.'}
          </p>
        ) : (
          <blockquote>
            {parts.map((part, at) =>
              part.is === 'removed' ? null : part.is === 'added' ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: the parts never move.
                <ins key={at}>{part.text}</ins>
              ) : (
                // biome-ignore lint/suspicious/noArrayIndexKey: as above.
                <span key={at}>{part.text}</span>
              ),
            )}
          </blockquote>
        )}
      </figure>
    </div>
  );
}
