import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sameCitation } from '../../../shared/document/citations.ts';
import { structureFaults } from '../../../shared/document/legal.ts';
import { parseDocument, serialiseDocument } from '../../../shared/document/parse.ts';
import {
  type Citation,
  type DespatchDocument,
  documentKinds,
  type Inline,
} from '../../../shared/document/schema.ts';
import { isEmpty, knownBlocks, plainText } from '../../../shared/document/walk.ts';
import { fullSample } from './full-sample.ts';
import { open, sample } from './headless.ts';
import { type Clipboard, changesLocks, keepsWords, perform, step } from './random-steps.ts';

/** Every third block also holds a link, words that are commented on and a reference. */
function withMarkedWords(document: DespatchDocument): DespatchDocument {
  const [target] = [...knownBlocks(document)].map(({ id }) => id);
  const marked: Inline[] = [
    { type: 'text', text: 'link', link: 'https://example.org' },
    { type: 'text', text: 'said', comments: ['c1'], cited: ['q1'] },
    { type: 'reference', target: target ?? '', show: 'label', comments: ['c1'], cited: ['q1', 'q2'] },
    { type: 'text', text: 'both', bold: true, link: 'mailto:a@example.org', comments: ['c1', 'c2'] },
  ];
  let at = 0;
  const sections = document.sections.map((section) => ({
    ...section,
    blocks: section.blocks.map((block) => {
      at += 1;
      return block.kind === 'unknown' || at % 3 > 0
        ? block
        : {
            ...block,
            content: [...block.content, ...marked],
            citations: [citation('q1', block.id), citation('q2', 'the same'), citation('q3', 'the same')],
          };
    }),
  }));
  return { ...document, sections } as DespatchDocument;
}

function citation(id: string, exact: string): Citation {
  const quote = { type: 'TextQuoteSelector' as const, exact, prefix: '', suffix: '' };
  return {
    id,
    evidenceId: 'e1',
    edition: null,
    bearing: 'supports',
    locator: { quote, position: null, page: 2 },
  };
}

/** What blocks with words rest on. */
function evidence(document: DespatchDocument): Citation[] {
  return [...knownBlocks(document)].flatMap((block) => (isEmpty(block) ? [] : block.citations));
}

/** Every letter of the document, in its words and in the cells of its tables. */
function letters(document: DespatchDocument): string {
  return [...knownBlocks(document)]
    .flatMap((block) => [
      block.content,
      ...(block.kind === 'table' ? block.rows.flat().map(({ content }) => content) : []),
    ])
    .map(plainText)
    .join('')
    .replace(/\s/g, '');
}

/** The characters of `part` that are not in `whole`, counting how often. */
function missing(part: string, whole: string): string {
  const left = new Map<string, number>();
  for (const character of whole) left.set(character, (left.get(character) ?? 0) + 1);
  return [...part]
    .filter((character) => {
      const count = left.get(character) ?? 0;
      left.set(character, count - 1);
      return count <= 0;
    })
    .join('');
}

/** What the template keeps, in its order. */
function locked(document: DespatchDocument): string[] {
  return [...knownBlocks(document)]
    .filter((block) => 'locked' in block && block.locked)
    .map(({ id, kind, level, content }) => `${id} ${kind} ${level} ${plainText(content)}`);
}

function expectLegal(document: DespatchDocument, after: string): void {
  expect(structureFaults(document), after).toEqual([]);
  const parsed = parseDocument(JSON.parse(JSON.stringify(serialiseDocument(document))));
  expect(parsed.unknownParts, after).toEqual([]);
  expect(parsed.document, after).toEqual(document);
}

const originals: readonly ((kind: DespatchDocument['kind']) => DespatchDocument)[] = [
  (kind) => withMarkedWords(sample(kind)),
  (kind) => withMarkedWords(fullSample(kind)),
];

test.each(documentKinds)(
  'any sequence of edits leaves a legal %s, loses no word and no evidence of words that was not deleted, keeps what is locked, and is undone exactly',
  (kind) => {
    fc.assert(
      fc.property(fc.nat(1), fc.array(step, { minLength: 1, maxLength: 40 }), (which, steps) => {
        const original = originals[which]?.(kind) ?? sample(kind);
        expect(structureFaults(original)).toEqual([]);
        const bench = open(original);
        const clipboard: Clipboard = { current: [] };
        for (const next of steps) {
          const before = bench.current();
          perform(bench, kind, next, clipboard);
          const now = bench.current();
          const after = JSON.stringify(next);
          expectLegal(now, after);
          if (keepsWords(next)) {
            expect(missing(letters(before), letters(now)), after).toBe('');
            const all = [...knownBlocks(now)].flatMap(({ citations }) => citations);
            const lost = evidence(before).filter((old) => !all.some((each) => sameCitation(each, old)));
            expect(lost, after).toEqual([]);
          }
          if (!changesLocks(next)) expect(locked(now), after).toEqual(locked(before));
        }
        const end = bench.current();
        let undone = 0;
        while (bench.history.undoStack.length > 0) {
          bench.undo();
          undone += 1;
        }
        expect(bench.current()).toEqual(original);
        for (let at = 0; at < undone; at += 1) bench.redo();
        expect(bench.current()).toEqual(end);
      }),
      { numRuns: Number(process.env['EDITS_RUNS'] ?? 150) },
    );
  },
  60_000,
);
