/** Evidence for a point: passages that say its figures, then those that say its names and rarer words. */
import type { CallInput, CallOutput } from '../../../shared/contract/calls.ts';

import { figureForms } from '../../../shared/evidence/figure-forms.ts';
import { type Figure, readFigures, saysFigure } from '../../../shared/evidence/figures.ts';
import { type Phrase, phrasesMatch } from '../../../shared/evidence/query.ts';
import { spellingVariants } from '../../../shared/evidence/spelling-variants.ts';
import { saysInTable } from '../../../shared/evidence/tabled.ts';
import { verbForms } from '../../../shared/evidence/verb-forms.ts';
import type { SearchRepository } from '../db/search-repository.ts';
import { hitsOf, scopeOf } from './search.ts';

const MOST_FIGURES = 12;
const MOST_WORDS = 60;
/** The rarest of them, which say most about what a point is about. */
const MOST_ASKED = 16;
/** Beyond so many passages, how common a word is makes no difference. */
const COMMON = 5000;
/** Passages that are read for their figures. */
const DEPTH = 200;

const silent = new Set(
  (
    'a about above after again all also am an and any are as at be because been before being below between both but by ' +
    'can could did do does doing down during each few for from further had has have having he her here him his how i if ' +
    'in into is it its itself just may me might more most must my no nor not now of off on once only or other our out ' +
    'over own same shall she should so some such than that the their them then there these they this those through to ' +
    'too under until up very was we were what when where which while who whom why will with would you your want ask'
  ).split(' '),
);

interface Asked {
  readonly phrases: readonly Phrase[];
  readonly frequency: number;
}

export function findFor(
  index: SearchRepository,
  { words: text, filters = {}, limit }: CallInput<'evidence.findFor'>,
): CallOutput<'evidence.findFor'> {
  const figures = figuresOf(text).map((figure) => ({ figure, ...asked(index, formsOf(figure)) }));
  const words = rarest(index, [...namesIn(text), ...wordsIn(text)]);
  const questions = [...figures, ...words].filter(({ phrases }) => phrases.length > 0);
  if (questions.length === 0) return { hits: [] };
  const match = questions.map(({ phrases }) => phrasesMatch(phrases)).join(' OR ');
  const ranked = index.rank(match, scopeOf(index, filters).ranges, DEPTH);
  const most = ranked[0]?.score || 1;
  const judged = index.passages(ranked.map(({ id }) => id)).map((passage, at) => {
    const said = readFigures(passage.text);
    const borne = figures.filter(
      ({ figure }) => saysFigure(said, figure) || saysInTable(said, passage.text, figure),
    );
    const score = borne.reduce(
      (sum, { frequency }) => sum + weightOf(frequency),
      (ranked[at]?.score ?? 0) / most,
    );
    return { id: passage.id, score, figures: borne.map(({ figure }) => figure.words) };
  });
  const best = judged.sort((one, other) => other.score - one.score || one.id - other.id).slice(0, limit);
  return {
    hits: hitsOf(index, best, match).map((hit, at) => ({ ...hit, figures: best[at]?.figures ?? [] })),
  };
}

function asked(index: SearchRepository, phrases: readonly Phrase[]): Asked {
  return { phrases, frequency: phrases.length === 0 ? 0 : index.frequency(phrasesMatch(phrases), COMMON) };
}

/** A figure that stands everywhere says little about where this one comes from. */
function weightOf(frequency: number): number {
  return 1 - Math.log(1 + Math.min(frequency, COMMON)) / Math.log(2 * COMMON);
}

/** Each once, dates left out: what happened on a day is found by its words. */
function figuresOf(text: string): Figure[] {
  const seen = new Map<string, Figure>();
  for (const figure of readFigures(text)) {
    if (figure.kind === 'date' || figure.kind === 'years') continue;
    if (!seen.has(figure.words)) seen.set(figure.words, figure);
  }
  return [...seen.values()].slice(0, MOST_FIGURES);
}

/** As the index may hold it; none where that would be half the library ("two"). */
function formsOf({ low, high, words, inWords, kind, unit }: Figure): Phrase[] {
  const written: string[][] = inWords ? [] : [words.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []];
  const values = low.value === high.value ? [low.value] : [low.value, high.value];
  const bare = kind === 'count' || kind === 'money' || kind === 'percent' || unit === '' ? values : [];
  // In a table of millions only the digits stand.
  const digits = /\d[\d,]*\.\d+/u.exec(words)?.[0].match(/\d+/gu);
  if (digits && !inWords) written.push([...digits]);
  const forms = [...written, ...bare.flatMap(figureForms)];
  if (inWords) forms.push([words.toLowerCase()]);
  return forms.filter(({ length }) => length > 0).map((form) => ({ words: form, begins: false }));
}

/** Names of two to four words, which say more together. */
function namesIn(text: string): Phrase[][] {
  const found = text.match(/(?<![.!?:]\s)\p{Lu}[\p{L}'’]+(?:[ -]\p{Lu}[\p{L}'’]+){1,3}/gu) ?? [];
  return [...new Set(found)].map((name) => [
    { words: name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [name], begins: false },
  ]);
}

function wordsIn(text: string): Phrase[][] {
  const words = text
    .toLowerCase()
    .replace(/['’]s(?!\p{L})/gu, '')
    .match(/\p{L}[\p{L}\p{M}]+/gu);
  const telling = [...new Set(words ?? [])].filter((word) => word.length > 2 && !silent.has(word));
  return telling.map((word) =>
    [word, ...spellingVariants(word), ...verbForms(word)].map((one) => ({ words: [one], begins: false })),
  );
}

function rarest(index: SearchRepository, candidates: readonly (readonly Phrase[])[]): Asked[] {
  return candidates
    .slice(0, MOST_WORDS)
    .map((phrases) => asked(index, phrases))
    .filter(({ frequency }) => frequency > 0)
    .sort((one, other) => one.frequency - other.frequency)
    .slice(0, MOST_ASKED);
}
