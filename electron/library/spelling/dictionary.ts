/** The bundled British word list, and what it proposes for a word it does not know. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { decodeTrie } from 'cspell-trie-lib';
import { formsOf } from '../../../shared/spelling/words.ts';
import { resourcesFolder } from '../../paths.ts';
import { readWordList } from './word-list.ts';

export interface Dictionary {
  /** Whether it knows the word in any of its forms. */
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

/** Reads the list whole: about 0.2 s and 10 MB, so once, at the first question. */
export function openDictionary(): Dictionary {
  const trie = decodeTrie(gunzipSync(readFileSync(dictionaryFile())));
  const ours = readWordList(path.join(resourcesFolder(), 'words', 'en-GB.txt'));
  const has = (form: string) => trie.hasWord(form, true) || ours.has(form);
  return {
    knows: (word) => formsOf(word).some(has),
    suggest(word) {
      const capital = /^\p{Lu}/u.test(word);
      const found = trie.suggest(word.toLowerCase(), { numSuggestions: MOST_SUGGESTIONS * 2 });
      const near = [...ours].filter((known) => isOneEditAway(known.toLowerCase(), word.toLowerCase()));
      const all = [...near, ...found].filter((one) => formsOf(one).some(has));
      const dressed = all.map((one) => (capital ? one.charAt(0).toUpperCase() + one.slice(1) : one));
      return [...new Set(dressed)].slice(0, MOST_SUGGESTIONS);
    },
  };
}

/** One letter more, fewer, other, or two neighbours swapped. */
export function isOneEditAway(one: string, other: string): boolean {
  if (one === other || Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  let end = 0;
  const most = Math.min(one.length, other.length) - start;
  while (end < most && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  const left = one.slice(start, one.length - end);
  const right = other.slice(start, other.length - end);
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}
