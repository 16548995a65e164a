/** What the assembly of a pack tells of its parts, in sentences. */
import { count } from '../checks/words.ts';
import type { AssemblyNotice, AssemblyPart } from './assembly.ts';
import { grouped } from './grouped.ts';

type Words = (detail: string) => string;

const after = (detail: string): string => (detail === '' ? '' : ` (${detail})`);

const sentences: Readonly<Record<AssemblyNotice['kind'], Words>> = {
  untagged: () => 'has no tags for screen readers; its words are read in the order in which they were drawn',
  partlyTagged: () =>
    'has something on it that its tags leave out, which a screen reader may pass over; the pack does not claim PDF/UA',
  javascriptRemoved: () => 'had scripts in it, which were left out',
  launchRemoved: (detail) =>
    `had links that start programs, open other files or send data${after(detail)}; they were left out`,
  attachmentsRemoved: (detail) => `had files packed into it${after(detail)}; they are not in the pack`,
  formsFlattened: () => 'had fields to be filled in; what they show is now part of its pages',
  xfaRemoved: (detail) =>
    detail === 'dynamic'
      ? 'is a form that only Adobe’s programs show; print it to a PDF and add that instead'
      : 'had a second form in it that only Adobe’s programs show; it was left out',
  annotationsRemoved: (detail) => `had notes of readers on it${after(detail)}; they were left out`,
  annotationsKept: (detail) => `has notes of readers on it${after(detail)}; they are in the pack`,
  brokenLinksRemoved: (detail) =>
    `had links that lead nowhere in the pack${after(detail)}; their words stand without them`,
  signatureRemoved: () => 'was signed; the pack shows the signature, and only the file itself proves it',
  mediaRemoved: () => 'had sound, films or models in it, which were left out',
  fontsNotEmbedded: (detail) =>
    `does not bring its fonts with it${after(detail)}; others may see it in other letters`,
  securityRemoved: () => 'was protected against change or copying; the pack is not',
  repaired: () => 'was damaged and has been repaired; look whether it is complete',
  hiddenLayers: (detail) =>
    `has layers that are not shown${after(detail)}; they are hidden in the pack and can still be found in it`,
  madeRoom: () => 'reached to the edge; it was moved or made a little smaller, so that its number has room',
  stampCovers: (detail) =>
    `has no room for what a pack prints on it${after(detail)}; look whether a word is covered`,
  tinyPage: (detail) => `is too small to be read${after(detail)}`,
  hugePage: (detail) => `is larger than A3${after(detail)}`,
};

/** In the order in which they were told. */
export function assemblyNoticeWords(
  notices: readonly AssemblyNotice[],
  parts: readonly Pick<AssemblyPart, 'name'>[],
): string[] {
  return notices.map(({ part, kind, pages, detail }) => {
    const name = `“${parts[part]?.name ?? ''}”`;
    return `${name}${onPages(pages)} ${sentences[kind](detail)}.`;
  });
}

export interface FileNotices {
  readonly file: string;
  /** "Agenda Item 6"; null: of no item. */
  readonly item: string | null;
  /** Whole sentences about the file. */
  readonly sentences: readonly string[];
}

/** By file and item; what several packs of one meeting tell of a file is told once. */
export function noticesByFile(
  packs: readonly {
    readonly notices: readonly AssemblyNotice[];
    readonly parts: readonly Pick<AssemblyPart, 'name' | 'item'>[];
  }[],
): FileNotices[] {
  const told = packs.flatMap(({ notices, parts }) =>
    notices.map(({ part, kind, pages, detail }) => ({
      file: parts[part]?.name ?? '',
      item: parts[part]?.item ?? null,
      sentence: `${pages.length === 0 ? 'It' : `On ${pagesNamed(pages)} it`} ${sentences[kind](detail)}.`,
    })),
  );
  const files = grouped(told, ({ file, item }) => JSON.stringify([file, item]));
  return [...files.values()].flatMap((of) => {
    const [first] = of;
    if (!first) return [];
    return {
      file: first.file,
      item: first.item,
      sentences: [...new Set(of.map(({ sentence }) => sentence))],
    };
  });
}

const NAMED = 6;

function onPages(pages: readonly number[]): string {
  if (pages.length === 0) return '';
  return pages.length > NAMED ? `, on ${pagesNamed(pages)},` : `, ${pagesNamed(pages)},`;
}

function pagesNamed(pages: readonly number[]): string {
  if (pages.length === 1) return `page ${pages[0]}`;
  if (pages.length > NAMED) return count(pages.length, 'page');
  return `pages ${pages.slice(0, -1).join(', ')} and ${pages.at(-1)}`;
}
