import { describe, expect, test } from 'vitest';
import { fragmentOf } from '../../../../renderer/editor/clipboard/fragment.ts';
import { Notes } from '../../../../renderer/editor/clipboard/notes.ts';
import { $deleteRange } from '../../../../renderer/editor/operations/delete-range.ts';
import { structureFaults } from '../../../../shared/document/legal.ts';
import type { DespatchDocument, DocumentKind, KnownBlock } from '../../../../shared/document/schema.ts';
import { documentKinds } from '../../../../shared/document/schema.ts';
import { knownBlocks } from '../../../../shared/document/walk.ts';
import { fullSample } from '../full-sample.ts';
import { $caret, $select, type Bench, open, outline, sample } from '../headless.ts';
import { copied, copiedWhole, counts, pasteOwn } from './helpers.ts';

/** A document of one kind with the caret behind its last block of words. */
function target(kind: DocumentKind): Bench {
  const bench = open(sample(kind));
  bench.edit(() => {
    $caret(kind === 'briefing' ? 'Background words' : 'As was said', 'end');
  });
  return bench;
}

function block(document: DespatchDocument, kind: KnownBlock['kind']): KnownBlock {
  const found = [...knownBlocks(document)].find((each) => each.kind === kind);
  if (!found) throw new Error(`no ${kind}`);
  return found;
}

describe('whole sections', () => {
  test('travel with their roles, behind the section with the caret, and get ids of their own', () => {
    const bench = open(sample('briefing'));
    const data = copied(bench, ['Second topic', 0], ['A. Official', 11]);
    const other = open(sample('briefing'));
    other.edit(() => {
      $caret('One', 'end');
    });
    pasteOwn(other, data);
    const roles = other.current().sections.map(({ role }) => role);
    expect(roles).toEqual([
      'front',
      'agenda',
      'topic',
      'topic',
      'clearance',
      'contact',
      'topic',
      'clearance',
      'contact',
    ]);
    expect(outline(other.current()).slice(15, 21)).toEqual([
      '— topic',
      'heading 1: Second topic',
      'heading 2: Detail',
      'text 0: Background words',
      'quotation 0: Quoted words',
      'point 0: Four',
    ]);
  });

  test('that were cut stand again where they stood, as themselves', () => {
    const original = sample('briefing');
    const bench = open(original);
    const data = copied(bench, ['First topic', 0], ['Why?', 4]);
    bench.edit(() => {
      $deleteRange($select(['First topic', 0], ['Why?', 4]));
    });
    pasteOwn(bench, data);
    const ids = (document: DespatchDocument) => [...knownBlocks(document)].map(({ id }) => id);
    expect(ids(bench.current())).toEqual(ids(original));
  });

  test('of a role the other kind of document has not become its main sections, every word kept', () => {
    const data = copied(open(sample('briefing')), ['First topic', 0], ['Four', 4]);
    const bench = target('report');
    const notes = new Notes();
    pasteOwn(bench, data, notes);
    const shown = outline(bench.current()).join('\n');
    expect(shown).toContain(
      '— body\nheading 1: First topic\nlabel 0: Points to make\npoint 0: One\npoint 1: Two',
    );
    expect(shown).toContain('Questions to ask: Why?');
    expect(counts(notes.list())).toEqual(['kind 1']);
  });
});

test.each(documentKinds)(
  'everything of a full %s can be copied and pasted into every kind of document, and no word is lost',
  (kind) => {
    const source = fullSample(kind);
    const from = open(source);
    const texts = [...knownBlocks(source)].map((each) =>
      fragmentOf(each)
        .content.map((run) => ('text' in run ? run.text : ''))
        .join(''),
    );
    const data = copiedWhole(from);
    for (const into of documentKinds) {
      const bench = open(sample(into));
      bench.edit(() => {
        $caret('Meeting with the council', 'end');
      });
      pasteOwn(bench, data);
      expect(structureFaults(bench.current())).toEqual([]);
      const pasted = outline(bench.current()).join('\n');
      for (const text of texts) expect(pasted).toContain(text);
    }
  },
);

test('references keep pointing within one document and become their words in another', () => {
  const source = sample('report');
  const heading = block(source, 'heading');
  const withReference = {
    ...source,
    sections: source.sections.map((section) => ({
      ...section,
      blocks: section.blocks.map((each) =>
        each.kind === 'quotation'
          ? { ...each, content: [{ type: 'reference', target: 'elsewhere', show: 'label' }] }
          : each.id === heading.id
            ? { ...each, id: 'elsewhere' }
            : each,
      ),
    })),
  } as DespatchDocument;
  const bench = open(withReference);
  const data = copiedWhole(bench, 'quotation');
  bench.edit(() => {
    $caret('First paragraph', 'end');
  });
  pasteOwn(bench, data);
  const pointing = () => JSON.stringify(bench.current()).split('"target":"elsewhere"').length - 1;
  expect(pointing()).toBe(2);

  const other = target('briefing');
  const notes = new Notes();
  pasteOwn(other, data, notes);
  expect(outline(other.current()).join('\n')).toContain('text 0: Background wordssection “Recommendations”');
  expect(JSON.stringify(other.current())).not.toContain('"reference"');
  expect(counts(notes.list())).toContain('reference 1');
});

test('comments move with words that are cut within a document, and are not copied', () => {
  const source = sample('briefing');
  const commented = {
    ...source,
    sections: source.sections.map((section) => ({
      ...section,
      blocks: section.blocks.map((each) =>
        each.kind === 'point' && each.level > 0
          ? { ...each, content: [{ ...each.content[0], comments: [`on ${each.id}`] }] }
          : each,
      ),
    })),
  } as DespatchDocument;
  const comments = (bench: Bench) => JSON.stringify(bench.current()).match(/"comments":\["[^"]*/g) ?? [];
  const bench = open(commented);
  const before = comments(bench);
  expect(before).toHaveLength(2);
  const data = copied(bench, ['Two', 0], ['Why?', 4]);
  bench.edit(() => {
    $deleteRange($select(['Two', 0], ['Why?', 4]));
  });
  pasteOwn(bench, data);
  expect(comments(bench)).toEqual(before);
  pasteOwn(bench, data);
  expect(comments(bench)).toEqual(before);

  const other = open({ ...sample('briefing'), id: 'another' });
  other.edit(() => {
    $deleteRange($select(['Two', 0], ['Why?', 4]));
  });
  pasteOwn(other, data);
  expect(comments(other)).toEqual([]);
});

test('locks and comments stay where they are: a copy has neither', () => {
  const made = fragmentOf({
    id: 'a',
    kind: 'heading',
    level: 1,
    locked: true,
    citations: [],
    content: [{ type: 'text', text: 'x', comments: ['c'] }],
  });
  expect(made).toMatchObject({ origin: { locked: false }, content: [{ type: 'text', text: 'x' }] });
  expect(JSON.stringify(made.content)).not.toContain('comments');
});
