import fc from 'fast-check';
import { expect, test } from 'vitest';
import { structureFaults } from '../../../shared/document/legal.ts';
import type { DespatchDocument } from '../../../shared/document/schema.ts';
import { knownBlocks, plainText } from '../../../shared/document/walk.ts';
import { cleared } from '../../../shared/templates/clear.ts';
import { copied } from '../../../shared/templates/copy.ts';
import { templateFrom, templateIdFor } from '../../../shared/templates/from-document.ts';
import { instantiate } from '../../../shared/templates/instantiate.ts';
import { parseTemplate } from '../../../shared/templates/parse.ts';
import { counter, filled, SECRET } from './shipped.ts';

const head = { id: 'again', name: 'Again', description: '', department: '' };
const wordsOf = (document: DespatchDocument) =>
  [...knownBlocks(document)].map(({ kind, content }) => `${kind}: ${plainText(content)}`);
const idsOf = (document: DespatchDocument) =>
  document.sections.flatMap(({ id, blocks }) => [id, ...blocks.map((block) => block.id)]);
const referencesOf = (document: DespatchDocument) =>
  [...knownBlocks(document)].flatMap(({ content }) =>
    content.flatMap((inline) => (inline.type === 'reference' ? [inline.target] : [])),
  );

test('a copy has the same words under new ids, its references follow, and no comment comes with it', () => {
  fc.assert(
    fc.property(filled, (document) => {
      const copy = copied(document, counter('new'));
      expect(structureFaults(copy)).toEqual([]);
      expect(wordsOf(copy)).toEqual(wordsOf(document));
      const before = new Set(idsOf(document));
      expect(idsOf(copy).filter((id) => before.has(id))).toEqual([]);
      expect(copy.id).not.toBe(document.id);
      const present = new Set(idsOf(copy));
      for (const target of referencesOf(copy)) expect(target === 'gone' || present.has(target)).toBe(true);
      expect(JSON.stringify(copy)).not.toContain('thread-1');
    }),
  );
});

test('a cleared document is legal, keeps headings, labels and guidance, and no other word or the marking', () => {
  fc.assert(
    fc.property(filled, (document) => {
      const skeleton = cleared(document);
      expect(structureFaults(skeleton)).toEqual([]);
      expect(skeleton.marking).toBeNull();
      const kinds = new Set(['heading', 'label', 'guidance']);
      const kept = [...knownBlocks(document)].filter(({ kind }) => kinds.has(kind)).map(({ id }) => id);
      expect([...knownBlocks(skeleton)].filter(({ kind }) => kinds.has(kind)).map(({ id }) => id)).toEqual(
        kept,
      );
      for (const block of knownBlocks(skeleton)) {
        if (!kinds.has(block.kind)) expect(plainText(block.content)).not.toContain(SECRET);
      }
    }),
  );
});

test('of many points and attendees one of each form stays, however many sections they fill', () => {
  fc.assert(
    fc.property(filled, fc.integer({ min: 2, max: 4 }), (document, times) => {
      // Each section of points is continued in sections without a heading, as a long one is.
      const sections = document.sections.flatMap((section) => {
        if (section.role !== 'topic') return [section];
        const points = section.blocks.filter(({ kind }) => kind === 'point');
        const more = Array.from({ length: times }, (_, round) => ({
          ...section,
          id: `${section.id}-${round}`,
          blocks: points.map((point) => ({ ...point, id: `${point.id}-${round}` })),
        }));
        return [section, ...more.filter(({ blocks }) => blocks.length > 0)];
      });
      const long = cleared({ ...document, sections } as DespatchDocument);
      expect(wordsOf(long)).toEqual(wordsOf(cleared(document)));
    }),
  );
});

test('a document saved as a template makes the same document again', () => {
  fc.assert(
    fc.property(filled, (document) => {
      const template = parseTemplate(JSON.stringify(templateFrom(document, head, false)), 'again');
      const again = instantiate(template, counter('new'));
      expect(structureFaults(again)).toEqual([]);
      expect(wordsOf(again)).toEqual(wordsOf(document));
      expect(referencesOf(again)).toHaveLength(referencesOf(document).filter((id) => id !== 'gone').length);
      expect(again.settings).toEqual({ ...document.settings, template: 'Again' });
    }),
  );
});

test('headings and labels are locked where it is asked for', () => {
  fc.assert(
    fc.property(filled, (document) => {
      const { sections } = templateFrom(document, head, true);
      for (const block of sections.flatMap(({ blocks }) => blocks)) {
        const lockable = block.kind === 'heading' || block.kind === 'label';
        expect('locked' in block && block.locked === true).toBe(lockable);
      }
    }),
  );
});

test.each([
  ['Q&A pack (2026)', 'q-a-pack-2026'],
  ['  Visit note ', 'visit-note'],
  ['Née Ångström', 'nee-angstrom'],
  ['—', 'template'],
  ['../../etc', 'etc'],
])('the name “%s” becomes the id %s', (name, id) => {
  expect(templateIdFor(name)).toBe(id);
});
