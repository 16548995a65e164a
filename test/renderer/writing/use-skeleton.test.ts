import fc from 'fast-check';
import { expect, test } from 'vitest';
import { outlineOf } from '../../../renderer/writing/outline.ts';
import { blockNames } from '../../../shared/document/block-names.ts';
import { appendixBlock, fieldBlock, plainBlock, section } from '../../../shared/document/build.ts';
import type { Block, DespatchDocument, KnownBlock, SectionRole } from '../../../shared/document/schema.ts';
import { defaultSettings } from '../../../shared/document/settings.ts';
import { provisionalNumbers } from '../../../shared/print/numbering.ts';
import { sameSkeleton } from '../../../shared/print/skeleton.ts';
import { newDocument } from '../../shared/document/blank.ts';

const blank = newDocument('report', () => 'document');
const sectional = { ...defaultSettings, numbering: 'sectional' } as const;
const continuous = { ...defaultSettings, numbering: 'continuous' } as const;

const block = fc
  .record({
    kind: fc.constantFrom('heading', 'paragraph', 'recommendation', 'text', 'guidance', 'appendix', 'field'),
    level: fc.nat(1),
    text: fc.constantFrom('', ' ', 'a', 'b'),
    id: fc.constantFrom('one', 'two', 'three'),
  })
  .map(({ kind, level, text, id }): Block => {
    const mint = () => id;
    const words = text === '' ? [] : [{ type: 'text', text } as const];
    if (kind === 'field') return fieldBlock(mint, 'date', words, level === 0 ? null : 'On');
    if (kind === 'appendix') return appendixBlock(mint, words, String(level));
    return plainBlock(mint, kind, words, kind === 'heading' ? level + 1 : level);
  });

function documentOf(blocks: readonly Block[], role: SectionRole, numbered: boolean): DespatchDocument {
  const settings = numbered ? sectional : continuous;
  return { ...blank, settings, sections: [section(() => 'section', role, [...blocks])] };
}

/** Two states; a block that is the same in both is the same object, as the editor reports it. */
const states = fc
  .tuple(
    fc.array(block, { minLength: 1, maxLength: 5 }),
    fc.nat(4),
    block,
    fc.constantFrom<SectionRole>('body', 'annex', 'recommendations'),
    fc.boolean(),
    fc.boolean(),
  )
  .map(([blocks, at, other, role, numbered, sameBlock]) => {
    const place = Math.min(at, blocks.length - 1);
    const { content } = other as KnownBlock;
    const typedIn = { ...blocks[place], content } as Block;
    const next = blocks.toSpliced(place, 1, sameBlock ? typedIn : other);
    return [documentOf(blocks, role, numbered), documentOf(next, role, numbered)] as const;
  });

function shown(document: DespatchDocument) {
  const numbers = provisionalNumbers(document, 'one');
  return { numbers, outline: outlineOf(document, numbers), places: blockNames(document, numbers) };
}

test('numbers, outline and places of an earlier state hold wherever they are kept', () => {
  let kept = 0;
  fc.assert(
    fc.property(states, ([before, after]) => {
      if (!sameSkeleton(before, after)) return;
      kept += 1;
      expect(shown(after)).toEqual(shown(before));
    }),
    { numRuns: 2000 },
  );
  expect(kept).toBeGreaterThan(200);
});

test('words typed into a paragraph keep the skeleton; its first word and words of a heading do not', () => {
  const typed = (kind: 'paragraph' | 'heading', ...texts: readonly string[]) => {
    const [before, after] = texts.map((text) =>
      documentOf([plainBlock(() => 'one', kind, [{ type: 'text', text }])], 'body', false),
    );
    return before && after && sameSkeleton(before, after);
  };
  expect(typed('paragraph', 'a', 'ab')).toBe(true);
  expect(typed('paragraph', ' ', 'a')).toBe(false);
  expect(typed('heading', 'a', 'ab')).toBe(false);
});
