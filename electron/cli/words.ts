/** What commands say to people rather than to programs. */
import type { BlockKind, DespatchDocument, DocumentKind } from '../../shared/document/schema.ts';
import { blockRules } from '../../shared/document/structure.ts';
import { knownBlocks, titleOf } from '../../shared/document/walk.ts';
import type { ImportRow } from '../../shared/import/report.ts';
import type { Written } from './outputs.ts';

const kindNames: Readonly<Record<DocumentKind, string>> = {
  briefing: 'Ministerial brief',
  report: 'Committee report',
  submission: 'Submission',
};

/** Blocks of each kind, in the order they first appear. Empty fields wait to be filled and do not count. */
export function countBlocks(document: DespatchDocument): Partial<Record<BlockKind, number>> {
  const counts: Partial<Record<BlockKind, number>> = {};
  for (const block of knownBlocks(document)) {
    if (block.kind !== 'field' || block.content.length > 0) {
      counts[block.kind] = (counts[block.kind] ?? 0) + 1;
    }
  }
  return counts;
}

/** Nouns that are not made plural by an s, as [one, many]. */
const otherNouns: Readonly<Record<string, readonly [string, string]>> = {
  appendix: ['appendix', 'appendices'],
  text: ['line of text', 'lines of text'],
};

export function plural(count: number, noun: string): string {
  const [one, many] = otherNouns[noun] ?? [noun, `${noun}s`];
  return `${count} ${count === 1 ? one : many}`;
}

/** A name as a terminal can show it: what would break or turn round its line is written out. */
export function nameWords(name: string): string {
  return name.replace(
    /[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu,
    (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
  );
}

export function titleWords(kind: DocumentKind, title: string): string {
  return `${kindNames[kind]}: ${title === '' ? '(no title)' : title}`;
}

export function documentWords(document: DespatchDocument): string[] {
  const counts = Object.entries(countBlocks(document)) as [BlockKind, number][];
  return [
    titleWords(document.kind, titleOf(document)),
    counts.map(([kind, count]) => plural(count, blockRules[kind].name.toLowerCase())).join(', '),
  ];
}

/** The import report, each row with the author's own lines below it. */
export function reportWords(report: readonly ImportRow[]): string[] {
  if (report.length === 0) return ['Import report: nothing to look at.'];
  return [
    `Import report: ${plural(report.length, 'line')} to look at.`,
    ...report.flatMap(({ kind, message, original }) => [
      `  ${kind}: ${message}`,
      ...original.map(({ line, text }) => `    line ${line}: ${text}`),
    ]),
  ];
}

export function writtenWords(written: readonly Pick<Written, 'file' | 'bytes'>[]): string[] {
  return written.map(({ file, bytes }) => `Written: ${file} (${Math.ceil(bytes / 1000)} kB)`);
}
