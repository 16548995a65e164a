import { describe, expect, test } from 'vitest';
import { linesKey } from '../../../../renderer/editor/lines/lines.ts';
import { registerLines } from '../../../../renderer/editor/lines/register-lines.ts';
import { plainBlock, section } from '../../../../shared/document/build.ts';
import type { Citation, DespatchDocument, SectionRole } from '../../../../shared/document/schema.ts';
import { knownBlocks } from '../../../../shared/document/walk.ts';
import type { LineWords } from '../../../../shared/lines/line.ts';
import { $blockWith, $caret, counter, sample, words } from '../headless.ts';
import { onSheet, type SheetBench } from '../sheet.ts';

const cited: Citation = {
  id: 'c',
  evidenceId: 'source',
  edition: null,
  bearing: 'supports',
  locator: {
    quote: { type: 'TextQuoteSelector', exact: '430', prefix: '', suffix: '' },
    position: null,
    page: 4,
  },
};
const wardens: LineWords = {
  content: [
    { type: 'text', text: '430 wardens', bold: true, cited: ['c'] },
    { type: 'text', text: ' are out.' },
  ],
  citations: [cited],
  details: [{ detail: 'ifPressed', content: words('Under review.'), citations: [] }],
};

function brief(role: SectionRole, kind: 'text' | 'lineToTake', ...texts: string[]): DespatchDocument {
  const mint = counter('t');
  const made = section(mint, role, [
    plainBlock(mint, 'heading', words('Topic')),
    ...texts.map((text) => plainBlock(mint, kind, text === '' ? [] : words(text))),
  ]);
  const blank = sample('briefing');
  return { ...blank, sections: [...blank.sections.slice(0, 1), made] };
}

/** Kind, words and line of each block behind the heading. */
function shown({ current }: SheetBench): string[] {
  return [...knownBlocks({ ...current(), sections: current().sections.slice(1) })].slice(1).map((block) => {
    const text = block.content.map((run) => (run.type === 'text' ? run.text : '')).join('');
    const { kind, line, citations } = block;
    return `${kind}: ${text}${line ? ` <${line.id} ${line.version}>` : ''}${'*'.repeat(citations.length)}`;
  });
}

function on(document: DespatchDocument, work: (sheet: SheetBench) => void): void {
  onSheet(document, [registerLines], work);
}
const line = { id: 'l', version: 1 };
const toInsert = { kind: 'lineToTake' as const, words: wardens, line };

describe('inserting', () => {
  test('a line stands behind the block with the caret, with its details and evidence, and undo takes all of it', () => {
    on(brief('lines', 'lineToTake', 'One', 'Two'), (sheet) => {
      const before = sheet.current();
      sheet.edit(() => $caret('One', 'end'));
      const outcome = sheet.feature(linesKey).insert(toInsert);
      expect(shown(sheet)).toEqual([
        'lineToTake: One',
        'lineToTake: 430 wardens are out. <l 1>*',
        'detail: Under review.',
        'lineToTake: Two',
      ]);
      const made = [...knownBlocks(sheet.current())].find((block) => block.line);
      expect(outcome).toEqual({ blockId: made?.id });
      expect(made?.content).toEqual(wardens.content);
      sheet.undo();
      expect(sheet.current()).toEqual(before);
    });
  });

  test('an empty block becomes the line and keeps its id', () => {
    on(brief('lines', 'lineToTake', 'One', 'Two'), (sheet) => {
      const empty = [...knownBlocks(sheet.current())].at(-1);
      sheet.edit(() => $blockWith('Two').clear().select());
      expect(sheet.feature(linesKey).insert(toInsert)).toEqual({ blockId: empty?.id });
      expect(shown(sheet)).toEqual([
        'lineToTake: One',
        'lineToTake: 430 wardens are out. <l 1>*',
        'detail: Under review.',
      ]);
    });
  });

  test('where no line to take may stand it is text, without the details that text has not', () => {
    on(brief('agenda', 'text', 'One'), (sheet) => {
      sheet.edit(() => $caret('One', 'end'));
      sheet.feature(linesKey).insert(toInsert);
      expect(shown(sheet).filter((each) => each.includes('430'))).toEqual([
        expect.stringMatching(/^(point|text|paragraph): 430 wardens are out\. <l 1>\*$/),
      ]);
      expect(shown(sheet).some((each) => each.startsWith('detail'))).toBe(false);
    });
  });
});

describe('a line that has changed', () => {
  const newer: LineWords = { ...wardens, content: words('500 wardens are out.'), citations: [] };

  test('its new words are taken in one step, evidence and details too, and undo brings back exactly what was', () => {
    on(brief('lines', 'lineToTake', 'One'), (sheet) => {
      sheet.edit(() => $caret('One', 'end'));
      const outcome = sheet.feature(linesKey).insert(toInsert);
      const id = 'blockId' in outcome ? outcome.blockId : '';
      const before = sheet.current();
      const bare: LineWords = { ...newer, details: [] };
      expect(sheet.feature(linesKey).take(id, bare, { id: 'l', version: 2 })).toBe(true);
      expect(shown(sheet)).toEqual(['lineToTake: One', 'lineToTake: 500 wardens are out. <l 2>']);
      sheet.undo();
      expect(sheet.current()).toEqual(before);
    });
  });

  test('keeping one’s own words notes the version, letting go forgets the line; the words stay, undo brings it back', () => {
    on(brief('lines', 'lineToTake', 'One'), (sheet) => {
      sheet.edit(() => $caret('One', 'end'));
      const outcome = sheet.feature(linesKey).insert(toInsert);
      const id = 'blockId' in outcome ? outcome.blockId : '';
      const lines = sheet.feature(linesKey);
      expect(lines.tie(id, { id: 'l', version: 2 })).toBe(true);
      expect(shown(sheet)[1]).toBe('lineToTake: 430 wardens are out. <l 2>*');
      const noted = sheet.current();
      expect(lines.tie(id, null)).toBe(true);
      expect(shown(sheet)[1]).toBe('lineToTake: 430 wardens are out.*');
      sheet.undo();
      expect(sheet.current()).toEqual(noted);
    });
  });

  test('typing goes on in the new words where the caret was in the old ones', () => {
    on(brief('lines', 'lineToTake', 'One'), (sheet) => {
      sheet.edit(() => $caret('One', 'end'));
      const id = [...knownBlocks(sheet.current())].at(-1)?.id ?? '';
      sheet.feature(linesKey).take(id, { ...newer, details: [] }, line);
      sheet.type('!');
      expect(shown(sheet)).toEqual(['lineToTake: 500 wardens are out.! <l 1>']);
    });
  });

  test('comments stay: on the words they are about where the line still has them, otherwise on all of it', () => {
    const said = (text: string, thread: string) => ({ type: 'text' as const, text, comments: [thread] });
    const document = brief('lines', 'lineToTake', 'One');
    const block = [...knownBlocks(document)].at(-1);
    if (!block) throw new Error('a line to take');
    const content = [said('430 wardens', 'how many'), said(' are out.', 'where')];
    const sections = document.sections.map((section) => ({
      ...section,
      blocks: section.blocks.map((each) => (each.id === block.id ? { ...block, content } : each)),
    }));
    on({ ...document, sections } as DespatchDocument, (sheet) => {
      sheet.feature(linesKey).take(block.id, { ...newer, details: [] }, line);
      const runs = [...knownBlocks(sheet.current())].find(({ id }) => id === block.id)?.content;
      expect(runs).toEqual([
        { type: 'text', text: '500 wardens', comments: ['how many'] },
        { type: 'text', text: ' are out.', comments: ['how many', 'where'] },
      ]);
    });
  });

  test('nothing is changed on a sheet that is read only', () => {
    on(brief('lines', 'lineToTake', 'One'), (sheet) => {
      const id = [...knownBlocks(sheet.current())].at(-1)?.id ?? '';
      sheet.editor.setEditable(false);
      expect(sheet.feature(linesKey).take(id, newer, line)).toBe(false);
      expect(sheet.feature(linesKey).insert(toInsert)).toHaveProperty('refusal');
      expect(sheet.feature(linesKey).tie('nobody', null)).toBe(false);
    });
  });
});
