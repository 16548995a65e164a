import { CaseSensitive, ChevronDown, ChevronUp } from 'lucide-react';
import { type KeyboardEvent, type RefObject, useEffect, useId, useRef } from 'react';
import type { Book } from '../../evidence/reader/book.ts';
import { countWords, type Finding } from '../../evidence/reader/use-find-words.ts';
import { IconButton } from '../../ui/button.tsx';
import type { PackFound } from './use-pack-find.ts';

export interface FoundProps {
  readonly book: Book;
  readonly field: RefObject<HTMLInputElement | null>;
  readonly finding: Finding;
  readonly found: PackFound;
  readonly current: number | null;
  readonly onFinding: (finding: Finding) => void;
  readonly onStep: (way: 1 | -1) => void;
  readonly onMatch: (match: number) => void;
  readonly onLeave: () => void;
}

/** As many as a list shows without becoming slow; the keys lead through all of them. */
const MOST_LISTED = 300;

export function FoundList(props: FoundProps) {
  const { book, field, finding, found, current, onFinding, onStep, onMatch, onLeave } = props;
  const countId = useId();
  const list = useRef<HTMLUListElement>(null);
  const isEmpty = found.places.length === 0;
  useEffect(() => {
    if (current !== null)
      list.current?.querySelector(`[data-match="${current}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') onLeave();
    else if (event.key === 'Enter' && event.target === field.current) onStep(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <search className="pack-found" aria-label="Search the pack" onKeyDown={onKeyDown}>
      <div className="pack-found-bar">
        <input
          ref={field}
          className="input"
          aria-label="Search the pack"
          aria-describedby={countId}
          placeholder="Search the pack"
          spellCheck={false}
          autoComplete="off"
          value={finding.words}
          onChange={(event) => onFinding({ ...finding, words: event.target.value })}
        />
        <IconButton
          label="Match case"
          pressed={finding.matchCase}
          onPress={() => onFinding({ ...finding, matchCase: !finding.matchCase })}
        >
          <CaseSensitive size={16} aria-hidden />
        </IconButton>
        <IconButton
          label="Previous match"
          shortcut="Shift+F3"
          isDisabled={isEmpty}
          onPress={() => onStep(-1)}
        >
          <ChevronUp size={16} aria-hidden />
        </IconButton>
        <IconButton label="Next match" shortcut="F3" isDisabled={isEmpty} onPress={() => onStep(1)}>
          <ChevronDown size={16} aria-hidden />
        </IconButton>
      </div>
      <p id={countId} className="pack-found-count quiet tabular" role="status">
        {countWords(found, current)}
      </p>
      <ul ref={list} className="reader-contents pack-found-list">
        {found.places.slice(0, MOST_LISTED).map((place, at) => (
          <li key={`${place.page} ${place.start}`}>
            <button
              type="button"
              data-match={at}
              aria-current={at === current ? 'location' : undefined}
              onClick={() => onMatch(at)}
            >
              <span>
                …{place.before.trimStart()}
                <mark>{place.found}</mark>
                {place.after.trimEnd()}…
              </span>
              <span className="tabular quiet">{book.reading.pages[place.page - 1]?.label ?? place.page}</span>
            </button>
          </li>
        ))}
      </ul>
      {found.places.length > MOST_LISTED ? (
        <p className="pack-found-count quiet">
          The first {MOST_LISTED} are listed; F3 leads through all of them.
        </p>
      ) : null}
    </search>
  );
}
