/** What became of supplied files in a pack, in words. */
import type { AssemblyNotice, AssemblyPart } from './assembly.ts';
import { pageWords } from './check/words.ts';

const words: Readonly<Record<AssemblyNotice['kind'], string>> = {
  untagged: 'has no tags, so its pages are not accessible',
  javascriptRemoved: 'had scripts, which were taken out',
  launchRemoved: 'had actions that start programs or open files, which were taken out',
  attachmentsRemoved: 'had files packed into it, which were taken out',
  formsFlattened: 'had form fields, which were made part of the page',
  xfaRemoved: 'had an XFA form, which was taken out; what it showed without it is in the pack',
  annotationsRemoved: 'had notes of readers, which were left out',
  annotationsKept: 'has notes of readers, which are in the pack',
  brokenLinksRemoved: 'had links that lead nowhere, which were taken out',
  signatureRemoved: 'was signed; the signature is not valid for a pack and was taken out',
  mediaRemoved: 'had sound, film or 3D models, which were taken out',
  fontsNotEmbedded: 'lacks typefaces, so that it can look different on another computer',
  securityRemoved: 'was protected against changes; a pack cannot keep that',
  repaired: 'was damaged and was repaired as far as it could be; look at its pages',
  hiddenLayers: 'has layers that are not shown but stand in the file all the same',
  tinyPage: 'has a very small page',
  hugePage: 'has a very large page',
};

/** One sentence: "“Dues.pdf” had scripts, which were taken out (pages 2 and 3: …)." */
export function sayAssemblyNotice(
  { part, kind, pages, detail }: AssemblyNotice,
  parts: readonly Pick<AssemblyPart, 'name'>[],
): string {
  const where = [...(pages.length === 0 ? [] : [pageWords(pages)]), ...(detail === '' ? [] : [detail])].join(
    ': ',
  );
  return `“${parts[part]?.name ?? 'A file'}” ${words[kind]}${where === '' ? '' : ` (${where})`}.`;
}
