import { useMemo } from 'react';
import { countDocument, countParts, speakingMinutes, speakingTime } from '../../shared/counts/count.ts';
import { useDesk } from '../writing/desk.ts';

const number = new Intl.NumberFormat('en-GB');

/** Words and speaking time of each part and of the whole, against what the template allows. */
export function Lengths() {
  const { document, outline, goTo } = useDesk();
  const counts = useMemo(() => countDocument(document), [document]);
  const parts = useMemo(() => countParts(document), [document]);
  const names = useMemo(
    () =>
      new Map(
        outline.entries.map(({ blockId, number: marker, text }) => [blockId, `${marker} ${text}`.trim()]),
      ),
    [outline],
  );
  const { words: mostWords, minutes: mostMinutes } = document.settings.limits;
  const spoken = document.kind === 'briefing';
  return (
    <section aria-labelledby="words-lengths">
      <h2 id="words-lengths">Length</h2>
      <table className="lengths">
        <thead>
          <tr>
            <th scope="col">Part</th>
            <th scope="col">Words</th>
            {spoken ? <th scope="col">To say</th> : null}
          </tr>
        </thead>
        <tbody>
          {parts.map((part) => (
            <tr key={part.blockId}>
              <th scope="row">
                <button type="button" onClick={() => goTo(part.blockId)}>
                  {names.get(part.blockId) ?? 'Without a heading'}
                </button>
              </th>
              <td>{number.format(part.words)}</td>
              {spoken ? <td>{speakingTime(part.spoken).replace('about ', '')}</td> : null}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Whole document</th>
            <td>{number.format(counts.words)}</td>
            {spoken ? <td>{speakingTime(counts.spoken).replace('about ', '')}</td> : null}
          </tr>
        </tfoot>
      </table>
      <Limit name="words" now={counts.words} most={mostWords} />
      {spoken ? (
        <Limit name="minutes to say" now={Math.ceil(speakingMinutes(counts.spoken))} most={mostMinutes} />
      ) : null}
    </section>
  );
}

function Limit({ name, now, most }: { name: string; now: number; most: number | null }) {
  if (most === null) return null;
  const over = now - most;
  return (
    <p className="limit">
      <meter
        min={0}
        max={most}
        high={most * 0.95}
        value={Math.min(now, most)}
        aria-label={`Limit of ${name}`}
      />
      {over > 0
        ? `${number.format(over)} over the limit of ${number.format(most)} ${name}`
        : `${number.format(-over)} left of ${number.format(most)} ${name}`}
    </p>
  );
}
