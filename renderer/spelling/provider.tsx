/** Judges the words of the open document while the window has nothing better to do, and marks them on the sheet. */
import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import { type Misspelling, misspellings } from '../../shared/spelling/misspellings.ts';
import { Proof } from '../../shared/spelling/proof.ts';
import { useServices } from '../app/services.ts';
import { useCalm } from '../ui/calm.ts';
import { inSlices } from '../ui/slices.ts';
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
  const [proof, setProof] = useState(() => new Proof());
  const [found, setFound] = useState<readonly Misspelling[]>([]);
  const [ready, setReady] = useState(false);
  // The first question has the library read its dictionary, for a third of a second.
  const calm = useCalm();

  useEffect(() => {
    if (readOnly || !calm) return;
    const stop = new AbortController();
    const judge = async () => {
      for (;;) {
        const { found: next, unseen } = await inSlices(proof.read(document), stop.signal);
        if (unseen.size === 0) {
          setFound((known) => (sameMisspellings(known, next) ? known : next));
          setReady(true);
          return;
        }
        const asked = [...unseen];
        for (let at = 0; at < asked.length; at += BATCH) {
          const words = asked.slice(at, at + BATCH);
          const { wrong } = await client.call('spelling.check', { words }, { signal: stop.signal });
          proof.learn(words, wrong);
        }
      }
    };
    const timer = setTimeout(() => {
      // Superseded by newer words, or without the library process, of which the banner above the sheet tells.
      judge().catch(() => {});
    }, PAUSE_MS);
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [calm, client, document, readOnly, proof]);
  useMarkedWords(found);

  const setRight = useCallback((word: string) => setProof((known) => known.with(word)), []);
  const spelling = useMemo<Spelling>(
    () => ({
      misspellings: found,
      ready,
      placesOf: (word) => misspellings(editor.current?.current() ?? document, new Map([[word, false]])),
      suggest: async (word) => (await client.call('spelling.suggest', { word })).suggestions,
      async add(word) {
        await client.call('words.add', { word });
        setProof(new Proof());
      },
      ignore: setRight,
      forget: () => setProof(new Proof()),
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

/** Whoever shows them need not look at them again; those of sections not typed in are the very same objects. */
function sameMisspellings(one: readonly Misspelling[], other: readonly Misspelling[]): boolean {
  return one.length === other.length && one.every((each, at) => sameMisspelling(each, other[at]));
}

function sameMisspelling(one: Misspelling, other: Misspelling | undefined): boolean {
  return (
    one === other ||
    (one.word === other?.word &&
      one.blockId === other.blockId &&
      one.start === other.start &&
      one.end === other.end &&
      one.cell?.row === other.cell?.row &&
      one.cell?.column === other.cell?.column)
  );
}
