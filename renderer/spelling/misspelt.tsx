import { useEffect, useMemo, useRef, useState } from 'react';
import type { Misspelling } from '../../shared/spelling/misspellings.ts';
import { notifyFailure } from '../app/failures.ts';
import { Button } from '../ui/button.tsx';
import { useDesk } from '../writing/desk.ts';
import { useSpelling } from './spelling.ts';
import { useSpellingOnSheet } from './use-spelling-on-sheet.ts';

/** Misspelt words, each once, with the places where it stands. */
export function Misspelt() {
  const { misspellings, ready } = useSpelling();
  const words = useMemo(() => byWord(misspellings), [misspellings]);
  const [open, setOpen] = useState<string | null>(null);
  return (
    <section aria-labelledby="words-misspelt">
      <h2 id="words-misspelt">
        Spelling {words.length > 0 ? <span className="count">{words.length}</span> : null}
      </h2>
      {words.length === 0 ? (
        <p className="quiet">
          {ready ? 'Every word is spelt as the British dictionary has it.' : 'Reading …'}
        </p>
      ) : (
        <ul>
          {words.map(([word, places]) => (
            <Word
              key={word}
              word={word}
              places={places}
              open={open === word}
              onToggle={() => setOpen(open === word ? null : word)}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

interface WordProps {
  readonly word: string;
  readonly places: readonly Misspelling[];
  readonly open: boolean;
  readonly onToggle: () => void;
}

function Word({ word, places, open, onToggle }: WordProps) {
  const { readOnly } = useDesk();
  const sheet = useSpellingOnSheet();
  const { add, ignore, placesOf, suggest } = useSpelling();
  const [suggestions, setSuggestions] = useState<readonly string[] | null>(null);
  const at = useRef(0);

  useEffect(() => {
    if (!open) return;
    let current = true;
    suggest(word).then(
      (found) => current && setSuggestions(found),
      () => current && setSuggestions([]),
    );
    return () => {
      current = false;
    };
  }, [open, suggest, word]);

  const showNext = () => {
    const place = places[at.current % places.length];
    at.current += 1;
    if (place) sheet.select(place);
  };
  const replace = (with_: string) => {
    const count = sheet.replace(placesOf(word), with_);
    sheet.tellOfReplacing(`${count} × “${word}” replaced by “${with_}”`);
  };
  return (
    <li className="misspelt">
      <div className="misspelt-head">
        <button type="button" className="misspelt-word" aria-expanded={open} onClick={onToggle}>
          <span className="wrong-word">{word}</span>
          {places.length > 1 ? <span className="count">{places.length}</span> : null}
        </button>
        <Button look="link" aria-label={`Show “${word}” on the sheet`} onPress={showNext}>
          Show
        </Button>
      </div>
      {open ? (
        <div className="misspelt-body">
          {suggestions === null ? <p className="quiet">Looking …</p> : null}
          {suggestions?.length === 0 ? <p className="quiet">Nothing like it in the dictionary.</p> : null}
          <div className="suggestions">
            {suggestions?.map((one) => (
              <Button
                key={one}
                look="outlined"
                isDisabled={readOnly}
                aria-label={`Replace “${word}” by “${one}”`}
                onPress={() => replace(one)}
              >
                {one}
              </Button>
            ))}
          </div>
          <div className="misspelt-actions">
            <Button
              look="link"
              aria-label={`Add “${word}” to my words`}
              onPress={() => void add(word).catch(notifyFailure)}
            >
              Add to my words
            </Button>
            <Button look="link" aria-label={`Ignore “${word}” for now`} onPress={() => ignore(word)}>
              Ignore for now
            </Button>
          </div>
        </div>
      ) : null}
    </li>
  );
}

function byWord(misspellings: readonly Misspelling[]): [string, Misspelling[]][] {
  const words = new Map<string, Misspelling[]>();
  for (const each of misspellings) {
    const places = words.get(each.word);
    if (places) places.push(each);
    else words.set(each.word, [each]);
  }
  return [...words];
}
