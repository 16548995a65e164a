/** Judges the words of the open document while the window has nothing better to do, and marks them on the sheet. */
import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import {
  type Misspelling,
  misspellings,
  type Verdicts,
  wordsWithoutVerdict,
} from '../../shared/spelling/misspellings.ts';
import { useServices } from '../app/services.ts';
import { useDesk } from '../writing/desk.ts';
import { SpellingMenu } from './menu.tsx';
import { type Spelling, SpellingContext } from './spelling.ts';
import { useMarkedWords } from './use-marked-words.ts';

const PAUSE_MS = 400;
/** Words to a call: the library answers so many in a few milliseconds. */
const BATCH = 1000;

export function SpellingProvider({ children }: { children: ReactNode }) {
  const { client } = useServices();
  const { document, editor, readOnly } = useDesk();
  const [verdicts, setVerdicts] = useState<Verdicts>(new Map());
  const [found, setFound] = useState<readonly Misspelling[]>([]);
  const [ready, setReady] = useState(false);

  useEffect(() => {
    if (readOnly) return;
    const stop = new AbortController();
    let idle = 0;
    const judge = async () => {
      const unseen = [...wordsWithoutVerdict(document, verdicts)];
      if (unseen.length === 0) {
        setFound(misspellings(document, verdicts));
        setReady(true);
        return;
      }
      const next = new Map(verdicts);
      for (let at = 0; at < unseen.length; at += BATCH) {
        const words = unseen.slice(at, at + BATCH);
        const { wrong } = await client.call('spelling.check', { words }, { signal: stop.signal });
        for (const word of words) next.set(word, true);
        for (const word of wrong) next.set(word, false);
      }
      setVerdicts(next);
    };
    const timer = setTimeout(() => {
      idle = requestIdleCallback(() => {
        // Superseded by newer words, or without the library process, of which the banner above the sheet tells.
        judge().catch(() => {});
      });
    }, PAUSE_MS);
    return () => {
      stop.abort();
      clearTimeout(timer);
      cancelIdleCallback(idle);
    };
  }, [client, document, readOnly, verdicts]);
  useMarkedWords(found);

  const setRight = useCallback((word: string) => setVerdicts((known) => new Map(known).set(word, true)), []);
  const spelling = useMemo<Spelling>(
    () => ({
      misspellings: found,
      ready,
      placesOf: (word) => misspellings(editor.current?.current() ?? document, new Map([[word, false]])),
      suggest: async (word) => (await client.call('spelling.suggest', { word })).suggestions,
      async add(word) {
        await client.call('words.add', { word });
        setVerdicts(new Map());
      },
      ignore: setRight,
      forget: () => setVerdicts(new Map()),
    }),
    [client, document, editor, found, ready, setRight],
  );
  return (
    <SpellingContext value={spelling}>
      {children}
      <SpellingMenu />
    </SpellingContext>
  );
}
