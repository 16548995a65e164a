import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainBlock, section } from '../../../shared/document/build.ts';
import { exemptBlocks } from '../../../shared/document/exempt.ts';
import { type DespatchDocument, DOCUMENT_FORMAT, type PlainBlock } from '../../../shared/document/schema.ts';
import { defaultSettings } from '../../../shared/document/settings.ts';
import { knownBlocks, plainText } from '../../../shared/document/walk.ts';
import type { Exemption } from '../../../shared/pack/exemption.ts';
import { printDocument } from '../../../shared/print/model.ts';
import { numberDocument, numberPlaces } from '../../../shared/print/numbering.ts';
import { printedText } from '../../../shared/print/words.ts';

const three: Exemption = { regime: 'LGA1972-England', paragraph: 3, publicInterest: '' };
const five: Exemption = { ...three, paragraph: 5 };
type Line = readonly [kind: PlainBlock['kind'], level: number, text: string, why?: Exemption];

function report(...sections: readonly (readonly Line[])[]): DespatchDocument {
  let next = 0;
  const mint = () => `id-${++next}`;
  return {
    format: DOCUMENT_FORMAT,
    id: 'd',
    kind: 'report',
    marking: null,
    settings: defaultSettings,
    sections: sections.map((lines) =>
      section(
        mint,
        'body',
        lines.map(([kind, level, text, why]) => ({
          ...plainBlock(mint, kind, text === '' ? [] : [{ type: 'text', text }], level),
          ...(why ? { exempt: why } : {}),
        })),
      ),
    ),
  };
}
/** Words of what is withheld, with the paragraph of the law. */
function withheld(document: DespatchDocument): string[] {
  const exempt = exemptBlocks(document);
  return [...knownBlocks(document)].flatMap(({ id, content }) => {
    const why = exempt.get(id);
    return why ? [`${plainText(content)} ${why.paragraph}`] : [];
  });
}

describe('a paragraph that is withheld', () => {
  test('takes its sub-paragraphs with it, also into the next part of a long section, and no more', () => {
    const document = report(
      [
        ['paragraph', 0, 'six'],
        ['paragraph', 0, 'seven', three],
        ['paragraph', 1, '7a'],
        ['paragraph', 2, '7a i'],
      ],
      [
        ['paragraph', 1, '7b'],
        ['paragraph', 0, 'eight'],
        ['paragraph', 1, '8a'],
      ],
    );
    expect(withheld(document)).toEqual(['seven 3', '7a 3', '7a i 3', '7b 3']);
  });

  test('takes a table between its sub-paragraphs with it, but not what follows them', () => {
    const document = report([
      ['paragraph', 0, 'seven', three],
      ['text', 0, 'As follows'],
      ['paragraph', 1, '7a'],
      ['text', 0, 'Open'],
      ['paragraph', 0, 'eight'],
    ]);
    expect(withheld(document)).toEqual(['seven 3', 'As follows 3', '7a 3']);
  });

  test('goes on behind a paragraph that nobody has written yet, which has no number', () => {
    const document = report([
      ['paragraph', 0, 'seven', three],
      ['paragraph', 0, ''],
      ['paragraph', 1, '7a'],
    ]);
    expect(withheld(document)).toContain('7a 3');
  });

  test('gives way to the reason of a sub-paragraph and of what is under that', () => {
    const document = report([
      ['paragraph', 0, 'seven', three],
      ['paragraph', 1, '7a', five],
      ['paragraph', 2, '7a i'],
      ['paragraph', 1, '7b'],
    ]);
    expect(withheld(document)).toEqual(['seven 3', '7a 5', '7a i 5', '7b 3']);
  });

  test('leaves the numbers of what follows as they are in the public copy', () => {
    const document = report([
      ['paragraph', 0, 'First.'],
      ['paragraph', 0, 'Acme.', three],
      ['paragraph', 1, 'Acme again.'],
      ['paragraph', 0, 'Last.'],
      ['paragraph', 1, 'Under the last.'],
    ]);
    const lines = printDocument(document, { audience: 'public' }).blocks.map((block) =>
      'marker' in block ? `${block.marker} ${printedText(block.content)}` : printedText(block.content),
    );
    expect(lines.slice(1)).toEqual([
      '1. First.',
      '[Exempt information is left out here: not for publication by virtue of paragraph 3 of Part 1 of Schedule 12A of the Local Government Act 1972.]',
      '3. Last.',
      'a. Under the last.',
    ]);
  });
});

test('a heading that is withheld takes all in it with it, whatever the reasons of its sub-headings', () => {
  const document = report([
    ['heading', 1, 'Offers', three],
    ['paragraph', 0, 'one'],
    ['heading', 2, 'Advice', five],
    ['text', 0, 'two'],
    ['heading', 2, 'Costs'],
    ['point', 0, 'three'],
    ['heading', 1, 'Next steps'],
    ['paragraph', 0, 'open'],
  ]);
  expect(withheld(document)).toEqual(['Offers 3', 'one 3', 'Advice 5', 'two 5', 'Costs 3', 'three 3']);
});

test('whatever the document, a paragraph is withheld where the one that its number continues is', () => {
  const line = fc.tuple(
    fc.constantFrom<PlainBlock['kind']>('paragraph', 'paragraph', 'text', 'point', 'heading'),
    fc.integer({ min: 0, max: 2 }),
    fc.constantFrom('words', ''),
    fc.constantFrom<Exemption | undefined>(three, undefined, undefined),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 14 }), (lines) => {
      const document = report(
        lines.map(([kind, level, text, why]): Line => {
          const own = kind === 'heading' ? Math.max(level, 1) : kind === 'text' ? 0 : level;
          return why ? [kind, own, text, why] : [kind, own, text];
        }),
      );
      const exempt = exemptBlocks(document);
      const places = numberPlaces(document);
      const above: (string | undefined)[] = [];
      for (const { id, kind } of knownBlocks(document)) {
        const place = places.get(id);
        if (kind !== 'paragraph' || !place) continue;
        above.length = place.level;
        const parent = above.findLast((each) => each !== undefined);
        if (parent !== undefined && exempt.has(parent)) expect(exempt.has(id)).toBe(true);
        above[place.level] = id;
      }
      // The public copy shows none of it, and what it shows bears the numbers of the whole.
      const numbers = numberDocument(document);
      for (const block of printDocument(document, { audience: 'public' }).blocks) {
        expect(exempt.has(block.id)).toBe(false);
        if (block.type === 'numbered') expect(block.marker).toBe(numbers.get(block.id));
      }
    }),
  );
});
