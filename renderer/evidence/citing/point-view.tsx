/** What is cited for the block at the caret, and what might be. */
import { useEffect, useRef } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { keysFor } from '../../app/shortcuts.ts';
import { CitationCard } from './citation-card.tsx';
import { useCitingDesk } from './citing-desk.ts';
import { FindEvidence } from './find-evidence.tsx';

/** As much of a selection as fits on a button. */
const MOST = 28;

function short(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= MOST ? line : `${line.slice(0, MOST - 1).trimEnd()}…`;
}

export function PointView() {
  const { place, placeName, wish } = useCitingDesk();
  const list = useRef<HTMLUListElement>(null);
  const wanted = wish?.for === 'citations' ? wish.count : 0;
  useEffect(() => {
    if (wanted === 0) return;
    // Behind the focus that the side panel itself takes.
    const timer = setTimeout(() => list.current?.querySelector('button')?.focus(), 60);
    return () => clearTimeout(timer);
  }, [wanted]);
  const cited = place?.citations ?? [];
  return (
    <>
      <section
        className="citing-point"
        aria-label={placeName === '' ? 'Evidence' : `Evidence of ${placeName}`}
      >
        {place ? (
          <>
            <h2 className="citing-place">
              <span>{placeName}</span>
              <span className="citing-place-words">{place.text}</span>
            </h2>
            <Scope />
          </>
        ) : (
          <p className="citing-quiet">Put the caret in a point to see what it rests on.</p>
        )}
        {place && cited.length > 0 ? (
          <ul ref={list} className="citations" aria-label="Citations">
            {cited.map((each) => (
              <CitationCard key={each.citation.id} blockId={place.blockId} here={each} />
            ))}
          </ul>
        ) : null}
        {place && cited.length === 0 ? (
          <p className="citing-quiet">
            {place.refusal ?? 'Nothing is cited here yet. Choose a passage below, or drag one onto the text.'}
          </p>
        ) : null}
        {cited.length === 0 && place?.refusal ? (
          <p className="citing-quiet">{keysFor('next-unsourced')} goes to the next point without evidence.</p>
        ) : null}
      </section>
      <FindEvidence />
    </>
  );
}

/** Whether the next citation is about the block or about the words in hand. */
function Scope() {
  const { place, onWords, setOnWords } = useCitingDesk();
  const words = place?.words;
  if (!place || place.refusal !== null) return null;
  if (place.others > 0) {
    return <p className="citing-quiet">Cites for {place.others + 1} selected blocks.</p>;
  }
  if (!words) return null;
  return (
    <ToggleButtonGroup
      aria-label="Cite for"
      className="citing-scope"
      disallowEmptySelection
      selectionMode="single"
      selectedKeys={[onWords ? 'words' : 'block']}
      onSelectionChange={(keys) => setOnWords([...keys][0] === 'words')}
    >
      <span className="citing-scope-label">Cite for</span>
      <ToggleButton id="block" className="citing-scope-choice">
        all of it
      </ToggleButton>
      <ToggleButton id="words" className="citing-scope-choice">
        {words.from === 'cell' ? 'this cell' : `“${short(words.text)}”`}
      </ToggleButton>
    </ToggleButtonGroup>
  );
}
