import { useCallback, useEffect, useState } from 'react';
import type { CallOutput } from '../../shared/contract/calls.ts';
import { notifyFailure } from '../app/failures.ts';
import { useServices } from '../app/services.ts';
import { Button } from '../ui/button.tsx';
import { notify } from '../ui/toasts.tsx';
import { useSpelling } from './spelling.ts';

/** What counts as right besides the dictionary: the user's own words, and the department's. */
export function WordLists() {
  const { client } = useServices();
  const { misspellings, forget } = useSpelling();
  const [lists, setLists] = useState<CallOutput<'words.list'> | null>(null);
  const load = useCallback(async () => setLists(await client.call('words.list', {})), [client]);
  // A word added from the list above leaves it, and stands here.
  // biome-ignore lint/correctness/useExhaustiveDependencies: read again whenever the misspelt words change
  useEffect(() => {
    load().catch(() => {});
  }, [load, misspellings]);
  if (lists === null) return null;

  const change = async (name: 'words.add' | 'words.remove', word: string) => {
    await client.call(name, { word });
    await load();
    forget();
  };
  const remove = async (word: string) => {
    await change('words.remove', word);
    notify({
      tone: 'info',
      title: `“${word}” is no longer one of your words`,
      actions: [{ label: 'Undo', run: () => void change('words.add', word).catch(notifyFailure) }],
    });
  };
  return (
    <section aria-labelledby="words-lists">
      <h2 id="words-lists">Word lists</h2>
      {lists.personal.length === 0 ? (
        <p className="quiet">Words you add count as right in every document.</p>
      ) : (
        <ul className="own-words">
          {lists.personal.map((word) => (
            <li key={word}>
              <span>{word}</span>
              <Button
                look="link"
                aria-label={`Remove “${word}” from my words`}
                onPress={() => void remove(word).catch(notifyFailure)}
              >
                Remove
              </Button>
            </li>
          ))}
        </ul>
      )}
      <p className="quiet">
        {lists.shared.length === 0
          ? 'Your department can put a list for everybody into the library folder: words.txt, one word to a line.'
          : `${lists.shared.length} words come from the file words.txt in the library folder.`}
      </p>
    </section>
  );
}
