/** How the document stands: shares by section, what has no source, which sources it rests on. */
import { CircleDashed } from 'lucide-react';
import { useMemo, useState } from 'react';
import { blockNames } from '../../../shared/document/block-names.ts';
import { knownBlocks } from '../../../shared/document/walk.ts';
import type { Share } from '../../../shared/evidence/coverage.ts';
import { keysFor } from '../../app/shortcuts.ts';
import { Button } from '../../ui/button.tsx';
import { useDesk } from '../../writing/desk.ts';
import { sourceKindIcons } from '../kinds.ts';
import { useCitingDesk } from './citing-desk.ts';
import { type Part, shareOf, sumOf } from './covered.ts';

/** More rows than anybody reads at once. */
const MOST = 60;

export function Overview() {
  const { covered } = useCitingDesk();
  if (!covered) return <p className="citing-quiet">Looking through the document…</p>;
  return (
    <>
      <Shares parts={covered.parts} whole={covered.whole} />
      <Unsourced />
      <SourcesHere />
    </>
  );
}

function Bar({ share }: { readonly share: Share }) {
  const { have, all } = shareOf(share);
  return (
    <span className="share" aria-hidden>
      <span style={{ width: `${all === 0 ? 0 : (100 * have) / all}%` }} />
    </span>
  );
}

function words(share: Share): string {
  const { points, pointsWithEvidence, figures, figuresWithEvidence } = share;
  return [
    ...(points > 0 ? [`${pointsWithEvidence} of ${points} ${points === 1 ? 'point' : 'points'}`] : []),
    ...(figures > 0 ? [`${figuresWithEvidence} of ${figures} ${figures === 1 ? 'figure' : 'figures'}`] : []),
  ].join(', ');
}

function Shares({ parts, whole }: { readonly parts: readonly Part[]; readonly whole: Share }) {
  const { outline, goTo } = useDesk();
  // Long sections are kept in several; the reader knows only the one under its heading.
  const rows = useMemo(() => {
    const byEntry = new Map<string, Share>();
    for (const { blockId, share } of parts) {
      const entry = outline.entryOf.get(blockId);
      const top = entry === undefined ? undefined : topEntry(outline.entries, entry);
      if (!top) continue;
      const before = byEntry.get(top.blockId);
      byEntry.set(top.blockId, before ? sumOf(before, share) : share);
    }
    return outline.entries.flatMap((entry) => {
      const share = byEntry.get(entry.blockId);
      return share ? [{ entry, share }] : [];
    });
  }, [parts, outline]);
  const { have, all } = shareOf(whole);
  return (
    <section className="shares" aria-labelledby="citing-shares">
      <h2 id="citing-shares">
        With evidence{' '}
        <span className="count">
          {have} of {all}
        </span>
      </h2>
      {all === 0 ? (
        <p className="citing-quiet">There are no points or figures yet that evidence could bear out.</p>
      ) : (
        <ul>
          {rows.map(({ entry, share }) => (
            <li key={entry.blockId}>
              <button type="button" className="share-row" onClick={() => goTo(entry.blockId)}>
                <span className="share-name">
                  {entry.number === '' ? entry.text : `${entry.number} ${entry.text}`}
                </span>
                <Bar share={share} />
                <span className="share-words tabular">{words(share)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** The entry of level 1 over an entry. */
function topEntry<Entry extends { readonly blockId: string; readonly level: number }>(
  entries: readonly Entry[],
  blockId: string,
): Entry | undefined {
  const at = entries.findIndex((entry) => entry.blockId === blockId);
  return entries.slice(0, at + 1).findLast((entry) => entry.level === 1) ?? entries[at];
}

function Unsourced() {
  const { skeleton, numbers, goTo } = useDesk();
  const { covered } = useCitingDesk();
  const [most, setMost] = useState(MOST);
  const places = useMemo(() => blockNames(skeleton, numbers), [skeleton, numbers]);
  const figures = (covered?.lacking ?? []).filter((each) => each.figures.length > 0);
  const points = (covered?.lacking ?? []).filter((each) => each.figures.length === 0);
  if (figures.length + points.length === 0) return null;
  const rows = [...figures, ...points].slice(0, most);
  const hidden = figures.length + points.length - rows.length;
  return (
    <section className="unsourced" aria-labelledby="citing-unsourced">
      <h2 id="citing-unsourced">
        Without a source <span className="count">{figures.length + points.length}</span>
        <span className="citing-hint">{keysFor('next-unsourced')} goes to the next</span>
      </h2>
      <ul>
        {rows.map(({ blockId, figures: lacking }) => (
          <li key={blockId}>
            <button type="button" className="unsourced-row" onClick={() => goTo(blockId)}>
              <CircleDashed size={13} aria-hidden />
              <span className="unsourced-words">
                {lacking.length > 0 ? lacking.join(', ') : 'No evidence yet'}
              </span>
              <span className="unsourced-place">{places.get(blockId) ?? ''}</span>
            </button>
          </li>
        ))}
      </ul>
      {hidden > 0 ? (
        <Button look="link" onPress={() => setMost(most + MOST)}>
          Show {Math.min(MOST, hidden)} more of {hidden.toLocaleString('en-GB')}
        </Button>
      ) : null}
    </section>
  );
}

function SourcesHere() {
  const { document } = useDesk();
  const { sourceOf, read } = useCitingDesk();
  const cited = useMemo(() => {
    const counts = new Map<string, number>();
    for (const block of knownBlocks(document)) {
      for (const { evidenceId } of block.citations) counts.set(evidenceId, (counts.get(evidenceId) ?? 0) + 1);
    }
    return [...counts];
  }, [document]);
  if (cited.length === 0) return null;
  return (
    <section className="sources-here" aria-labelledby="citing-sources">
      <h2 id="citing-sources">
        Sources cited <span className="count">{cited.length}</span>
      </h2>
      <ul>
        {cited.map(([sourceId, count]) => {
          const source = sourceOf(sourceId);
          const Icon = source ? sourceKindIcons[source.kind] : CircleDashed;
          return (
            <li key={sourceId}>
              <button type="button" className="unsourced-row" onClick={() => read({ sourceId })}>
                <Icon size={13} aria-hidden />
                <span className="unsourced-words">
                  {source?.title ?? 'A source that is not in this library'}
                </span>
                <span className="unsourced-place tabular">{count === 1 ? 'once' : `${count} times`}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
