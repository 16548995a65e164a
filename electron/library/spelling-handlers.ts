import { formsOf } from '../../shared/spelling/words.ts';
import type { FeatureHandlers, Services } from './handlers.ts';
import { type Dictionary, openDictionary } from './spelling/dictionary.ts';
import { sharedList } from './spelling/word-list.ts';
import { templateWords } from './template-words.ts';

/** Judging and proposing words, and keeping the user's own. */
export function spellingHandlers({
  store,
  folder,
  now,
}: Services): FeatureHandlers<
  'spelling.check' | 'spelling.suggest' | 'words.list' | 'words.add' | 'words.remove'
> {
  let opened: Promise<Dictionary> | undefined;
  const dictionary = () => {
    opened ??= openDictionary().catch((error) => {
      opened = undefined;
      throw error;
    });
    return opened;
  };
  const listed = sharedList(folder);
  const fromTemplates = templateWords(folder);
  const shared = () => new Set([...listed(), ...fromTemplates()]);
  const personal = () => store().read(({ words }) => words.all());

  return {
    'spelling.check': async ({ words }) => {
      const { knows } = await dictionary();
      const ours = new Set([...personal(), ...shared()]);
      const isKnown = (word: string) => formsOf(word).some((form) => ours.has(form)) || knows(word);
      return { wrong: words.filter((word) => !isKnown(word)) };
    },
    'spelling.suggest': async ({ word }) => ({ suggestions: (await dictionary()).suggest(word) }),
    'words.list': async () => ({ personal: personal(), shared: [...shared()].sort() }),
    'words.add': async ({ word }) => {
      store().write(({ words }) => words.add(word.replaceAll('’', "'").trim(), now().toISOString()));
      return {};
    },
    'words.remove': async ({ word }) => {
      store().write(({ words }) => words.remove(word));
      return {};
    },
  };
}
