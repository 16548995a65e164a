/** What a source is called in lists, and what makes two files look like editions of one. */
import type { CslDate, CslItem, CslName } from './source.ts';

function nameWords({ family, given, literal }: CslName): string {
  return (literal ?? family ?? given ?? '').trim();
}

/** As one would list them: family names and organisations, set off by semicolons. */
export function authorWords({ author = [] }: CslItem): string {
  return author
    .map(nameWords)
    .filter((name) => name !== '')
    .join('; ');
}

/** Who published it; a body that wrote it stands for its publisher. */
export function organisationWords({ publisher, author = [] }: CslItem): string {
  const body = author.find(({ literal, family }) => literal !== undefined && family === undefined);
  return (publisher ?? body?.literal ?? '').trim();
}

/** "2026", "2026-02" or "2026-02-14", as far as it is known; empty where it is not. */
export function issuedWords({ issued }: CslItem): string {
  return issued === undefined ? '' : dateWords(issued);
}

function dateWords({ 'date-parts': parts, raw, literal }: CslDate): string {
  const [first] = parts ?? [];
  if (first !== undefined) {
    const [year, month, day] = first.map(Number);
    if (year === undefined || !Number.isInteger(year) || year < 1 || year > 9999) return '';
    return [
      String(year).padStart(4, '0'),
      ...(within(month, 12) ? [two(month)] : []),
      ...(within(month, 12) && within(day, 31) ? [two(day)] : []),
    ].join('-');
  }
  return /\b\d{4}(?:-\d{2}(?:-\d{2})?)?\b/.exec(raw ?? literal ?? '')?.[0] ?? '';
}

function within(value: number | undefined, most: number): value is number {
  return value !== undefined && Number.isInteger(value) && value >= 1 && value <= most;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** Hyphens in the place of spaces; not those of "2024-25", "COVID-19", "UK-EU" and "co-operation". */
const hyphensForSpaces =
  /(?<=[\p{L}\p{N}])(?<!(?:^|-)(?:co|cross|e|mid|non|pre|self))-(?=[\p{L}\p{N}])(?<!\p{N}-(?=\p{N})|\p{Lu}-(?=[\p{Lu}\p{N}]))/gu;

/** Characters that steer a line and are not seen: they would turn round what stands behind a title. */
const steering = /[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]+/gu;

/** The name of a file as a title: "grant-applications_2025.csv" is "Grant applications 2025". */
export function titleOfFile(fileName: string): string {
  const name = withoutExtension(fileName).replace(steering, ' ').trim();
  const spaced = /\s/.test(name) ? name : name.replace(hyphensForSpaces, ' ');
  const plain = spaced.replace(/[_\s]+/g, ' ').trim();
  if (plain === '') return fileName;
  // A name in plain words stays as somebody wrote it.
  return plain === name
    ? plain
    : plain.replace(/^\p{Ll}+(?=[ -])/u, (word) => word.charAt(0).toUpperCase() + word.slice(1));
}

export function titleWords({ title }: CslItem, fileName: string): string {
  const plain = (title ?? '').replace(steering, ' ').replace(/\s+/g, ' ').trim();
  return plain === '' ? titleOfFile(fileName) : plain;
}

function withoutExtension(fileName: string): string {
  return fileName.replace(/(?<=.)\.[\p{L}\p{N}]{1,8}$/u, '');
}

const month =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
/** What people put behind a name to tell one version of a file from the next. */
const versionEnding = new RegExp(
  [
    String.raw`\(\d{1,3}\)`,
    String.raw`(?:v|ver|version|rev|revision|issue|edition|draft)[ .]?\d{1,3}(?:\.\d{1,3}){0,2}`,
    '(?:copy|final|draft|clean|revised|updated|update|latest|new|amended|signed|tracked)',
    String.raw`(?:19|20)\d{2}[ .]?(?:0[1-9]|1[0-2])[ .]?(?:0[1-9]|[12]\d|3[01])`,
    String.raw`(?:0?[1-9]|[12]\d|3[01])[ .](?:0?[1-9]|1[0-2])[ .](?:19|20)?\d{2}`,
    `(?:(?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)? )?${month}(?: (?:19|20)?\\d{2})?`,
    String.raw`(?:19|20)\d{2}(?: \d{2,4})?`,
  ]
    .map((one) => `(?:${one})`)
    .join('|')
    .replace(/^/, '(?:^| )(?:')
    .replace(/$/, ')$'),
  'u',
);
const datedFront = /^(?:19|20)\d{2}[ .]?(?:0[1-9]|1[0-2])[ .]?(?:0[1-9]|[12]\d|3[01]) /;
/** Names that cameras, scanners and programs give: two files called so have nothing in common. */
const namedByMachine =
  /^(?:untitled|document|doc|scan(?:ned)?|image|img|dsc|photo|picture|screenshot|file|attachment|download|book|sheet|presentation|letter|report|notes?|email|message|page|index|readme|minutes|agenda)?[ \d]*$/;

/**
 * The name of a file without what tells its versions apart, for comparing; null where that says nothing.
 * "Flood_Plan-v2 FINAL (1).pdf" and "flood plan 2026-02-14.docx" have the same.
 */
export function fileStem(fileName: string): string | null {
  let stem = withoutExtension(fileName)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-–—,+]+/g, ' ')
    .trim()
    .replace(datedFront, '');
  for (let shorter = stem.replace(versionEnding, '').trim(); shorter !== stem; ) {
    stem = shorter;
    shorter = stem.replace(versionEnding, '').trim();
  }
  return stem.startsWith('.') || !/\p{L}{3}/u.test(stem) || namedByMachine.test(stem) ? null : stem;
}

/** Title and organisation for comparing; null where the title is too common to tell anything. */
export function titleKey(csl: CslItem): string | null {
  const plain = (words: string) =>
    words
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  const title = plain(csl.title ?? '');
  if (title.length < 8 || namedByMachine.test(title)) return null;
  return `${title}|${plain(organisationWords(csl))}`;
}

/** Where it was published, for comparing; null for what is no address of the web. */
export function urlKey({ URL: address = '' }: CslItem): string | null {
  const match = /^https?:\/\/(?:www\.)?([^\s#]+)/i.exec(address.trim());
  const key = (match?.[1] ?? '').replace(/\/+$/, '');
  if (key === '') return null;
  const [host = '', ...rest] = key.split('/');
  // The front page of a body is the address of everything it publishes.
  return rest.length === 0 ? null : [host.toLowerCase(), ...rest].join('/');
}
