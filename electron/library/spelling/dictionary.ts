/** The bundled British word list, and what it proposes for a word it does not know. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { oneSlipFrom } from '../../../shared/spelling/edits.ts';
import { formsOf } from '../../../shared/spelling/words.ts';
import { resourcesFolder } from '../../paths.ts';
import { readWordList } from './word-list.ts';

export interface Dictionary {
  /** Whether it knows the word in any of its forms, or takes it for a name. */
  knows(word: string): boolean;
  /** The likeliest words meant, the best first; with the capital that the word has. */
  suggest(word: string): string[];
}

const MOST_SUGGESTIONS = 6;

/** Its package names only its description to the outside; the list lies beside it. */
function dictionaryFile(): string {
  const require = createRequire(path.join(import.meta.dirname, 'dictionary.ts'));
  return path.join(path.dirname(require.resolve('@cspell/dict-en-gb-mit')), 'en_GB.trie.gz');
}

/** Reads the list whole: about 0.2 s and 10 MB, so once, at the first question, and its reader with it. */
export async function openDictionary(): Promise<Dictionary> {
  const { decodeTrie } = await import('cspell-trie-lib');
  const trie = decodeTrie(gunzipSync(readFileSync(dictionaryFile())));
  const ours = readWordList(path.join(resourcesFolder(), 'words', 'en-GB.txt'));
  const has = (form: string) => trie.hasWord(form, true) || ours.has(form);
  const known = (word: string) => formsOf(word).some(has);
  return {
    knows: (word) => known(word) || isForeignName(word, known),
    suggest(word) {
      const small = word.toLowerCase();
      const near = [...oneSlipFrom(small)].filter(has);
      const far = trie.suggest(small, { numSuggestions: MOST_SUGGESTIONS * 2 }).filter(known);
      // The list holds `ted` beside `Ted`; whoever meant a common word is served first by the trie's own order.
      const best = [
        ...far.filter((one) => near.includes(one)),
        ...near.filter((one) => !far.includes(one)),
        ...far,
      ];
      const capital = /^\p{Lu}/u.test(word);
      const dressed = best.map((one) => (capital ? one.charAt(0).toUpperCase() + one.slice(1) : one));
      return [...new Set(dressed)].slice(0, MOST_SUGGESTIONS);
    },
  };
}

/** A capital and nothing like it in the list: the name of a person or a place, which no list has. */
function isForeignName(word: string, known: (word: string) => boolean): boolean {
  if (!/^\p{Lu}\p{Ll}/u.test(word)) return false;
  const bare = word.toLowerCase().replace(/'s$/u, '');
  for (const other of oneSlipFrom(bare)) if (known(other)) return false;
  return true;
}
