import { useMemo } from 'react';
import { type AcronymEntry, acronymList } from '../../shared/checks/acronym-list.ts';
import { Button } from '../ui/button.tsx';
import { useDesk } from '../writing/desk.ts';
import { useSpellingOnSheet } from './use-spelling-on-sheet.ts';

/** Every acronym with what it stands for; one that is not explained can be, at its first use. */
export function Acronyms() {
  const { document, goTo, readOnly } = useDesk();
  const sheet = useSpellingOnSheet();
  const acronyms = useMemo(() => acronymList(document), [document]);
  return (
    <section aria-labelledby="words-acronyms">
      <h2 id="words-acronyms">
        Acronyms {acronyms.length > 0 ? <span className="count">{acronyms.length}</span> : null}
      </h2>
      {acronyms.length === 0 ? <p className="quiet">None that needs explaining.</p> : null}
      <ul>
        {acronyms.map((entry) => (
          <li key={entry.acronym} className="acronym">
            <button type="button" className="acronym-head" onClick={() => goTo(entry.first.blockId)}>
              <strong>{entry.acronym}</strong>
              <span className={entry.expansion === null ? 'unexplained' : ''}>
                {entry.expansion ?? 'never explained'}
              </span>
              <span className="count">{entry.uses}</span>
            </button>
            {entry.proposal !== null && !readOnly ? (
              <Button
                look="link"
                onPress={() =>
                  sheet.replaceAt(
                    { ...entry.first, cell: null },
                    entry.written,
                    expanded(entry, entry.proposal),
                  )
                }
              >
                Write “{expanded(entry, entry.proposal)}” at its first use
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function expanded({ acronym }: AcronymEntry, proposal: string | null): string {
  return `${proposal ?? ''} (${acronym})`;
}
