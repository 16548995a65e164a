import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fieldBlock, plainBlock, section, withStandardFields } from '../../../shared/document/build.ts';
import { structureFaults } from '../../../shared/document/legal.ts';
import {
  type DespatchDocument,
  DOCUMENT_FORMAT,
  documentKinds,
  type FieldName,
} from '../../../shared/document/schema.ts';
import { defaultSettings } from '../../../shared/document/settings.ts';
import { standardFields } from '../../../shared/document/structure.ts';
import { fieldLabel, findField, isEmpty, knownBlocks, plainText } from '../../../shared/document/walk.ts';

function counter() {
  let next = 0;
  return () => `id-${++next}`;
}
const words = (text: string) => [{ type: 'text' as const, text }];

const briefWith = (fields: readonly FieldName[]): DespatchDocument => {
  const mint = counter();
  return {
    format: DOCUMENT_FORMAT,
    id: mint(),
    kind: 'briefing',
    marking: null,
    settings: defaultSettings,
    sections: [
      section(mint, 'front', [
        plainBlock(mint, 'title', words('Meeting')),
        ...fields.map((field) => fieldBlock(mint, field, words(`the ${field}`))),
      ]),
      section(mint, 'topic', [plainBlock(mint, 'heading', words('Rivers'), 1)]),
    ],
  };
};

test('standard fields are added empty, once, and nothing that was there is moved or changed', () => {
  const some = fc.subarray<FieldName>(['date', 'time', 'place', 'attendees', 'purpose']);
  fc.assert(
    fc.property(some, (present) => {
      const before = briefWith(present);
      const mint = counter();
      const after = withStandardFields(before, () => `new-${mint()}`);
      expect(structureFaults(after)).toEqual([]);
      const old = [...knownBlocks(before)];
      expect([...knownBlocks(after)].filter(({ id }) => !id.startsWith('new-'))).toEqual(old);
      for (const block of knownBlocks(after))
        if (block.id.startsWith('new-')) expect(isEmpty(block)).toBe(true);
      for (const { fields } of standardFields.briefing) {
        for (const field of fields) expect(findField(after, field)).toBeDefined();
      }
      expect(withStandardFields(after, mint)).toEqual(after);
    }),
  );
});

test.each(documentKinds)('every standard field of a %s may stand where the plan puts it', (kind) => {
  const mint = counter();
  const blank: DespatchDocument = {
    format: DOCUMENT_FORMAT,
    id: 'd',
    kind,
    marking: null,
    settings: defaultSettings,
    sections: [],
  };
  const document = withStandardFields(blank, mint);
  expect(structureFaults(document)).toEqual(['the document has 0 titles']);
});

test('a field shows the author’s own label before the usual one', () => {
  const mint = counter();
  expect(fieldLabel(fieldBlock(mint, 'contactName', []))).toBe('Name');
  expect(fieldLabel(fieldBlock(mint, 'contactName', [], 'Assistant Director'))).toBe('Assistant Director');
});

test('a line break inside a block is one newline in its plain text', () => {
  expect(plainText([...words('A'), { type: 'break' }, ...words('B')])).toBe('A\nB');
});

test('every way to break the structure is named', () => {
  const mint = counter();
  const wrong: DespatchDocument = {
    format: DOCUMENT_FORMAT,
    id: 'd',
    kind: 'briefing',
    marking: null,
    settings: defaultSettings,
    sections: [
      section(mint, 'body', [plainBlock(mint, 'aim', words('in a body section'))]),
      { ...section(mint, 'topic', [plainBlock(mint, 'point', [], 3)]), id: 'id-1' },
      section(mint, 'topic', [plainBlock(mint, 'text', []), plainBlock(mint, 'heading', [], 1)]),
      section(mint, 'topic', []),
      section(
        mint,
        'topic',
        Array.from({ length: 41 }, () => plainBlock(mint, 'text', [])),
      ),
    ],
  };
  expect(structureFaults(wrong).join('\n')).toMatch(
    /body section stands in a briefing[\s\S]*aim stands in a body[\s\S]*id-1 is used twice[\s\S]*has level 3[\s\S]*does not start its section[\s\S]*is empty[\s\S]*holds 41 blocks[\s\S]*0 titles/,
  );
});
