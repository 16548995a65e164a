/** RIS, the line format that nearly every reference manager reads and writes: "TY  - RPRT". */
import type { CslItem, CslName } from '../source.ts';
import { dateOf, namesOf, partsOf, two, wordFields, wordsOf } from './fields.ts';
import { risType, typeOfRis } from './types.ts';

const LINE_END = '\r\n';

function risName({ family, given, literal }: CslName): string {
  // As EndNote does: a comma behind a name says that those in it part nothing.
  if (literal !== undefined) return literal.includes(',') ? `${literal},` : literal;
  return given === undefined ? `${family ?? ''},` : `${family ?? ''}, ${given}`;
}

function cslName(words: string): CslName {
  if (words.endsWith(',')) {
    const name = words.slice(0, -1).trim();
    return { literal: name };
  }
  const comma = words.indexOf(',');
  if (comma === -1) return { literal: words };
  return { family: words.slice(0, comma).trim(), given: words.slice(comma + 1).trim() };
}

function risDate(parts: readonly number[]): string {
  const [year = 0, month, day] = parts;
  return `${String(year).padStart(4, '0')}/${month === undefined ? '' : two(month)}/${day === undefined ? '' : two(day)}/`;
}

function linesOf(item: CslItem): string[] {
  const lines: string[] = [];
  const put = (tag: string, words: string) => {
    const plain = words.replace(/\s+/gu, ' ').trim();
    if (plain !== '') lines.push(`${tag}  - ${plain}`);
  };
  put('TY', risType(item.type));
  put('ID', wordsOf(item, 'citation-key'));
  for (const name of namesOf(item, 'author')) put('AU', risName(name));
  for (const name of namesOf(item, 'editor')) put('ED', risName(name));
  const issued = partsOf(item.issued);
  if (issued[0] !== undefined) {
    put('PY', String(issued[0]).padStart(4, '0'));
    put('DA', risDate(issued));
  }
  const accessed = partsOf(item.accessed);
  if (accessed.length > 0) put('Y2', risDate(accessed));
  for (const [field, tag] of wordFields) {
    const words = wordsOf(item, field);
    if (field === 'page') {
      const [first = '', last] = words.split(/[-–]/u);
      put('SP', first);
      if (last !== undefined) put('EP', last);
    } else if (field === 'keyword') for (const word of words.split(/\s*;\s*/u)) put(tag, word);
    else put(tag, words);
  }
  lines.push('ER  - ');
  return lines;
}

export function writeRis(items: readonly CslItem[]): string {
  return items.map((item) => [...linesOf(item), ''].join(LINE_END)).join(LINE_END);
}

const tagOf: Readonly<Record<string, string>> = {
  ...Object.fromEntries(wordFields.map(([field, tag]) => [tag, field])),
  T1: 'title',
  CT: 'title',
  JO: 'container-title',
  JF: 'container-title',
  JA: 'container-title',
  BT: 'container-title',
  N2: 'abstract',
  PP: 'publisher-place',
  L1: '',
  SN: '',
};

/** Whether a text begins as RIS does. */
export function isRis(text: string): boolean {
  return /^\uFEFF?\s*TY {1,2}- /u.test(text);
}

/** Lines that are no tag go on what stands before them. Linear in the length of the text. */
export function readRis(text: string): CslItem[] {
  const items: CslItem[] = [];
  let tags: [string, string][] | null = null;
  for (const line of text.replace(/^\uFEFF/u, '').split(/\r\n|\r|\n/u)) {
    const found = /^\s{0,3}([A-Z][A-Z0-9]) {1,2}-(?: (.*))?$/u.exec(line);
    const last = tags?.at(-1);
    if (!found) {
      if (last && line.trim() !== '') last[1] = `${last[1]} ${line.trim()}`;
      continue;
    }
    const [, tag = '', words = ''] = found;
    if (tag === 'TY') tags = [];
    if (tag === 'ER') {
      if (tags) items.push(itemOf(tags));
      tags = null;
    } else tags?.push([tag, words.trim()]);
  }
  if (tags) items.push(itemOf(tags));
  return items;
}

function itemOf(tags: readonly (readonly [string, string])[]): CslItem {
  const item: CslItem = { type: 'document' };
  const many: Record<'author' | 'editor', CslName[]> = { author: [], editor: [] };
  const keywords: string[] = [];
  let [first, last] = ['', ''];
  for (const [tag, words] of tags) {
    if (words === '') continue;
    if (tag === 'TY') item.type = typeOfRis(words);
    else if (tag === 'ID') item['citation-key'] = words;
    else if (tag === 'AU' || tag === 'A1') many.author.push(cslName(words));
    else if (tag === 'ED' || tag === 'A2' || tag === 'A3') many.editor.push(cslName(words));
    else if (tag === 'DA' || ((tag === 'PY' || tag === 'Y1') && item.issued === undefined)) {
      const issued = dateOf(words);
      if (issued) item.issued = issued;
    } else if (tag === 'Y2') {
      const accessed = dateOf(words);
      if (accessed) item.accessed = accessed;
    } else if (tag === 'KW') keywords.push(words);
    else if (tag === 'SP') first = words;
    else if (tag === 'EP') last = words;
    else if (tag === 'SN') item[/^(?:97[89])?[\d -]{9,15}[\dX]$/iu.test(words) ? 'ISBN' : 'ISSN'] = words;
    else {
      const field = tagOf[tag];
      if (field !== undefined && field !== '' && item[field] === undefined) item[field] = words;
    }
  }
  if (many.author.length > 0) item.author = many.author;
  if (many.editor.length > 0) item['editor'] = many.editor;
  if (keywords.length > 0) item['keyword'] = keywords.join('; ');
  if (first !== '') item['page'] = last === '' ? first : `${first}-${last}`;
  return item;
}
