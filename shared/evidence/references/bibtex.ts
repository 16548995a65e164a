/** BibTeX as we write it, and its values as others do. Taking a file apart is for a parser (extractor/references). */
import type { CslItem, CslName } from '../source.ts';
import { dateOf, namesOf, partsOf, two, wordFields, wordsOf } from './fields.ts';
import { bibtexType, typeOfBibtex } from './types.ts';

const escapes: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '&': '\\&',
  '%': '\\%',
  $: '\\$',
  '#': '\\#',
  _: '\\_',
};

function escaped(words: string): string {
  return words.replace(/[\\{}~^&%$#_]/gu, (sign) => escapes[sign] ?? sign);
}

/** Addresses are taken as they stand by whoever reads them; only what would end the field is not. */
function address(words: string): string {
  return words.replace(/[{}\\]/gu, (sign) => encodeURIComponent(sign));
}

function bibtexName({ family, given, literal }: CslName): string {
  // In braces of its own a name is one, whatever commas and "and"s are in it.
  if (literal !== undefined) return `{${escaped(literal)}}`;
  const part = (words: string) =>
    /(?:^|\s)and(?:\s|$)|,/iu.test(words) ? `{${escaped(words)}}` : escaped(words);
  return given === undefined ? `{${escaped(family ?? '')}}` : `${part(family ?? '')}, ${part(given)}`;
}

function isoOf(parts: readonly number[]): string {
  const [year = 0, ...rest] = parts;
  return [String(year).padStart(4, '0'), ...rest.map(two)].join('-');
}

/** Made of who and when where the item brings none; the same for the same items. */
function keyOf(item: CslItem, taken: Set<string>): string {
  const given = wordsOf(item, 'citation-key').replace(/[\s{}(),="'#%~\\@]/gu, '');
  const [author] = namesOf(item, 'author');
  const who = (author?.family ?? author?.literal ?? wordsOf(item, 'title'))
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]/gu, '')
    .slice(0, 24);
  const start = given || `${who || 'source'}${partsOf(item.issued)[0] ?? ''}`;
  let key = start;
  for (let count = 2; taken.has(key.toLowerCase()); count += 1) key = `${start}-${count}`;
  taken.add(key.toLowerCase());
  return key;
}

export function writeBibtex(items: readonly CslItem[]): string {
  const taken = new Set<string>();
  return items
    .map((item) => {
      const type = bibtexType(item.type);
      const fields: [string, string][] = [];
      const put = (name: string, value: string) => {
        if (value !== '') fields.push([name, value]);
      };
      for (const who of ['author', 'editor'] as const) {
        put(who, namesOf(item, who).map(bibtexName).join(' and '));
      }
      for (const [field, , name] of wordFields) {
        const words = wordsOf(item, field);
        // Braces keep capitals as they are, whatever the style of whoever prints it.
        if (field === 'title' && words !== '') put(name, `{${escaped(words)}}`);
        else if (field === 'URL' || field === 'DOI') put(name, address(words));
        else if (field === 'page') put(name, escaped(words.replace(/[-–]+/gu, '--')));
        else if (field === 'container-title' && /^in/u.test(type)) put('booktitle', escaped(words));
        else if (field === 'publisher' && type === 'techreport') put('institution', escaped(words));
        else if (field === 'publisher' && type === 'phdthesis') put('school', escaped(words));
        else put(name, escaped(words));
      }
      const issued = partsOf(item.issued);
      if (issued[0] !== undefined) {
        put('year', String(issued[0]).padStart(4, '0'));
        put('date', isoOf(issued));
      }
      const accessed = partsOf(item.accessed);
      if (accessed.length > 0) put('urldate', isoOf(accessed));
      const lines = fields.map(([name, value]) => `  ${name} = {${value}}`);
      return `@${type}{${[keyOf(item, taken), ...lines].join(',\n')}\n}\n`;
    })
    .join('\n');
}

/** An entry as the parser gives it: values with their braces, names of fields in small letters. */
export interface BibtexEntry {
  readonly type: string;
  readonly key: string;
  readonly fields: ReadonlyMap<string, string>;
}

const fieldOf: Readonly<Record<string, string>> = {
  ...Object.fromEntries(wordFields.map(([field, , name]) => [name, field])),
  booktitle: 'container-title',
  journaltitle: 'container-title',
  institution: 'publisher',
  school: 'publisher',
  organization: 'publisher',
  location: 'publisher-place',
  annote: 'note',
  howpublished: 'note',
  langid: 'language',
};
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

export function itemOfBibtex({ type, key, fields }: BibtexEntry): CslItem {
  const item: CslItem = { type: typeOfBibtex(type) };
  if (key !== '') item['citation-key'] = key;
  for (const [name, value] of fields) {
    const field = Object.hasOwn(fieldOf, name) ? fieldOf[name] : undefined;
    if (name === 'author' || name === 'editor') {
      const names = namesIn(value);
      if (names.length > 0) item[name] = names;
    } else if (field !== undefined && item[field] === undefined) {
      const isAddress = field === 'URL' || field === 'DOI';
      const words = isAddress ? value.replace(/[{}]/gu, '').trim() : plainWords(value);
      if (words !== '') item[field] = field === 'page' ? words.replace(/-{2,}/gu, '-') : words;
    }
  }
  const month =
    months.indexOf(
      plainWords(fields.get('month') ?? '')
        .slice(0, 3)
        .toLowerCase(),
    ) + 1;
  const year = plainWords(fields.get('year') ?? '');
  const issued =
    dateOf(plainWords(fields.get('date') ?? '')) ?? dateOf(month > 0 ? `${year}-${month}` : year);
  if (issued) item.issued = issued;
  const accessed = dateOf(plainWords(fields.get('urldate') ?? ''));
  if (accessed) item.accessed = accessed;
  return item;
}

/** Pieces between separators that stand in no braces. */
function apart(value: string, separator: RegExp): string[] {
  const pieces: string[] = [];
  let depth = 0;
  let start = 0;
  const seek = new RegExp(separator.source, 'iuy');
  for (let at = 0; at < value.length; at += 1) {
    const sign = value[at];
    if (sign === '\\') at += 1;
    else if (sign === '{') depth += 1;
    else if (sign === '}') depth = Math.max(0, depth - 1);
    else if (depth === 0) {
      seek.lastIndex = at;
      const found = seek.exec(value);
      if (!found) continue;
      pieces.push(value.slice(start, at));
      at += found[0].length - 1;
      start = at + 1;
    }
  }
  return [...pieces, value.slice(start)];
}

function namesIn(value: string): CslName[] {
  return apart(value.replace(/\s+/gu, ' '), / and /u).flatMap((name): CslName[] => {
    const words = name.trim();
    if (plainWords(words) === '') return [];
    const [family = '', ...given] = apart(words, /,/u);
    if (given.length > 0) return [{ family: plainWords(family), given: plainWords(given.join(',')) }];
    const [first = '', ...rest] = apart(words, / /u);
    if (rest.length === 0) return [{ literal: plainWords(first) }];
    return [
      { family: plainWords(rest.at(-1) ?? ''), given: plainWords([first, ...rest.slice(0, -1)].join(' ')) },
    ];
  });
}

const accents: Readonly<Record<string, string>> = {
  '`': '\u0300',
  "'": '\u0301',
  '^': '\u0302',
  '~': '\u0303',
  '=': '\u0304',
  u: '\u0306',
  '.': '\u0307',
  '"': '\u0308',
  r: '\u030a',
  H: '\u030b',
  v: '\u030c',
  d: '\u0323',
  c: '\u0327',
  k: '\u0328',
};
const commands: Readonly<Record<string, string>> = {
  textbackslash: '\\',
  textbraceleft: '{',
  textbraceright: '}',
  textasciitilde: '~',
  textasciicircum: '^',
  ss: 'ß',
  ae: 'æ',
  AE: 'Æ',
  oe: 'œ',
  OE: 'Œ',
  aa: 'å',
  AA: 'Å',
  o: 'ø',
  O: 'Ø',
  l: 'ł',
  L: 'Ł',
  i: 'ı',
  j: 'ȷ',
  pounds: '£',
  textsterling: '£',
  texteuro: '€',
  textendash: '–',
  textemdash: '—',
};
/** Stand for braces of the text while those of BibTeX are taken away. */
const [LEFT, RIGHT, TILDE] = ['\uE000', '\uE001', '\uE002'];

/** A value as words: accents and signs put in, commands and braces taken away. */
export function plainWords(value: string): string {
  return value
    .replace(
      /\\([`'^~=."])\s*\{?\\?([A-Za-z])\}?/gu,
      (_all, accent, letter) => letter + (accents[accent] ?? ''),
    )
    .replace(
      /\\([uvHrdck])\s*\{\\?([A-Za-z])\}/gu,
      (_all, accent, letter) => letter + (accents[accent] ?? ''),
    )
    .replace(/\\([A-Za-z]+)(?:\{\}|[ ]?)/gu, (all, name) => {
      const sign = Object.hasOwn(commands, name) ? commands[name] : undefined;
      if (sign === undefined) return all.endsWith(' ') ? ' ' : '';
      return sign === '{' ? LEFT : sign === '}' ? RIGHT : sign === '~' ? TILDE : sign;
    })
    .replace(/\\([&%$#_{}])/gu, (_all, sign) => (sign === '{' ? LEFT : sign === '}' ? RIGHT : sign))
    .replace(/[{}]/gu, '')
    .replace(/~/gu, '\u00a0')
    .replaceAll(LEFT, '{')
    .replaceAll(RIGHT, '}')
    .replaceAll(TILDE, '~')
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .trim();
}
