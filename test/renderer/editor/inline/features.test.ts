import { FORMAT_TEXT_COMMAND } from 'lexical';
import { describe, expect, test } from 'vitest';
import { findKey } from '../../../../renderer/editor/find/find.ts';
import { registerFind } from '../../../../renderer/editor/find/register-find.ts';
import { $changeLink, $linkInHand } from '../../../../renderer/editor/inline/link-operations.ts';
import { $passageOf, $selectPlaces } from '../../../../renderer/editor/inline/passages.ts';
import { $rangeSelection } from '../../../../renderer/editor/operations/locate.ts';
import { referencesKey } from '../../../../renderer/editor/references/references.ts';
import { registerReferences } from '../../../../renderer/editor/references/register-references.ts';
import { plainBlock, section } from '../../../../shared/document/build.ts';
import type { DespatchDocument, Inline, KnownBlock, TextRun } from '../../../../shared/document/schema.ts';
import { convertible } from '../../../../shared/references/convert.ts';
import { printedTargets } from '../../../../shared/references/targets.ts';
import { newDocument } from '../../../shared/document/blank.ts';
import { $blocks, counter } from '../headless.ts';
import { onSheet, type SheetBench } from '../sheet.ts';

const run = (text: string, more: Partial<TextRun> = {}): TextRun => ({ type: 'text', text, ...more });
const reference = (target: string, more: object = {}): Inline => ({
  type: 'reference',
  target,
  show: 'label',
  ...more,
});

/** A report of one section: a locked heading, the paragraphs p1, p2, …, and a table t with one cell. */
function report(...paragraphs: Inline[][]): DespatchDocument {
  const heading: KnownBlock = { ...plainBlock(() => 'h', 'heading', [run('Summary')]), locked: true };
  const table: KnownBlock = {
    id: 't',
    kind: 'table',
    level: 0,
    content: [run('Caption')],
    citations: [],
    headerRow: false,
    headerColumn: false,
    rows: [[{ content: [run('in a cell')] }]],
  };
  const blocks = paragraphs.map((content, at) => plainBlock(() => `p${at + 1}`, 'paragraph', content));
  const mint = counter('s');
  return {
    ...newDocument('report', mint),
    sections: [
      section(mint, 'front', [plainBlock(() => 'title', 'title', [run('Title')])]),
      section(mint, 'body', [heading, ...blocks, table]),
    ],
  };
}

function contentOf(sheet: SheetBench, id: string): Inline[] {
  for (const part of sheet.current().sections) {
    for (const block of part.blocks) if (block.kind !== 'unknown' && block.id === id) return block.content;
  }
  throw new Error(`no block ${id}`);
}

function $at(
  id: string,
  start: number,
  end = start,
  cell: { row: number; column: number } | null = null,
): void {
  const block = $blocks().find((candidate) => candidate.getState().id === id);
  const passage = block && $passageOf(block, cell);
  if (!passage) throw new Error(`no passage in ${id}`);
  $selectPlaces(passage, start, end);
}

describe('references', () => {
  test('one is put at the caret in its format, is drawn in words, and undone in one step', () => {
    const document = report([run('See now', { bold: true })], [run('Two')]);
    onSheet(document, [registerReferences], (sheet) => {
      sheet.edit(() => $at('p1', 4));
      const references = sheet.feature(referencesKey);
      references.insert({ target: 'p2', show: 'label' });
      expect(contentOf(sheet, 'p1')).toEqual([
        run('See ', { bold: true }),
        reference('p2', { bold: true }),
        run('now', { bold: true }),
      ]);
      expect(sheet.root.querySelector('.sheet-reference')?.textContent).toBe('paragraph 2');
      sheet.type('x');
      expect(contentOf(sheet, 'p1').at(-1)).toEqual(run('xnow', { bold: true }));
      sheet.undo();
      sheet.undo();
      expect(sheet.current()).toEqual(document);
    });
  });

  test('one is put over what is selected, in a cell too, and changed when it is selected itself', () => {
    onSheet(report([run('See this now')], [run('Two')]), [registerReferences], (sheet) => {
      const references = sheet.feature(referencesKey);
      sheet.edit(() => $at('p1', 4, 8));
      references.insert({ target: 'p2', show: 'number' });
      expect(contentOf(sheet, 'p1')).toEqual([run('See '), reference('p2', { show: 'number' }), run(' now')]);
      sheet.edit(() => $at('p1', 4, 5));
      expect(references.selected()).toEqual({ target: 'p2', show: 'number' });
      references.insert({ target: 'p1', show: 'label' });
      expect(contentOf(sheet, 'p1')).toEqual([run('See '), reference('p1'), run(' now')]);
      sheet.edit(() => $at('t', 2, 2, { row: 0, column: 0 }));
      references.insert({ target: 'p2', show: 'label' });
      const table = sheet.current().sections[1]?.blocks.at(-1);
      expect(table?.kind === 'table' && table.rows[0]?.[0]?.content).toEqual([
        run('in'),
        reference('p2'),
        run(' a cell'),
      ]);
    });
  });

  test('one whose target goes is drawn as broken', () => {
    onSheet(
      report([run('See '), reference('p2')], [run('Two')], [run('Three')]),
      [registerReferences],
      (sheet) => {
        const references = sheet.feature(referencesKey);
        sheet.edit(() =>
          $blocks()
            .find((block) => block.getState().id === 'p2')
            ?.remove(),
        );
        references.convert([]);
        const drawn = sheet.root.querySelector<HTMLElement>('.sheet-reference');
        expect(drawn?.dataset['broken']).toBe('true');
        expect(drawn?.getAttribute('aria-roledescription')).toBe('broken cross-reference');
      },
    );
  });

  test('typed ones become live in one step, but not where the words have changed since', () => {
    const document = report([run('Paragraph 2 and paragraph 3.')], [run('As paragraph 1.')], [run('Three')]);
    onSheet(document, [registerReferences], (sheet) => {
      const found = convertible(document, printedTargets(document));
      sheet.edit(() => {
        $at('p2', 0);
        $rangeSelection()?.insertText('X');
      });
      expect(sheet.feature(referencesKey).convert(found)).toBe(2);
      expect(contentOf(sheet, 'p1')).toEqual([
        run('Paragraph '),
        reference('p2', { show: 'number' }),
        run(' and '),
        reference('p3'),
        run('.'),
      ]);
      expect(contentOf(sheet, 'p2')).toEqual([run('XAs paragraph 1.')]);
      sheet.undo();
      expect(contentOf(sheet, 'p1')).toEqual([run('Paragraph 2 and paragraph 3.')]);
    });
  });

  test('bold reaches a reference with the words around it', () => {
    onSheet(report([run('a '), reference('p1'), run(' b')]), [registerReferences], (sheet) => {
      const bold = () =>
        sheet.edit(() => {
          $at('p1', 0, 5);
          sheet.editor.dispatchCommand(FORMAT_TEXT_COMMAND, 'bold');
        });
      bold();
      expect(contentOf(sheet, 'p1')).toEqual([
        run('a ', { bold: true }),
        reference('p1', { bold: true }),
        run(' b', { bold: true }),
      ]);
      bold();
      expect(contentOf(sheet, 'p1')).toEqual([run('a '), reference('p1'), run(' b')]);
    });
  });
});

describe('replacing', () => {
  const at = (blockId: string, start: number, matched: string, by: string) => ({
    blockId,
    cell: null,
    start,
    end: start + matched.length,
    matched,
    by,
  });

  test('what comes looks as the first character did, and the caret stays with its words', () => {
    const document = report([
      run('the '),
      run('old', { bold: true, link: 'https://example.org', comments: ['c'] }),
      run(' way, old way'),
    ]);
    onSheet(document, [registerFind], (sheet) => {
      sheet.edit(() => $at('p1', 13));
      const replaced = sheet
        .feature(findKey)
        .replace([at('p1', 13, 'old', 'brand new'), at('p1', 2, 'e old w', 'X')]);
      expect(replaced).toBe(2);
      expect(contentOf(sheet, 'p1')).toEqual([run('thXay, brand new way')]);
      sheet.type('|');
      expect(contentOf(sheet, 'p1')).toEqual([run('thXay, |brand new way')]);
      sheet.undo();
      sheet.undo();
      expect(sheet.current()).toEqual(document);
      sheet.feature(findKey).replace([at('p1', 4, 'old', 'new\nest')]);
      const look = { bold: true, link: 'https://example.org', comments: ['c'] } as const;
      expect(contentOf(sheet, 'p1').slice(1, 4)).toEqual([
        run('new', { ...look, comments: ['c'] }),
        { type: 'break' },
        run('est', { ...look, comments: ['c'] }),
      ]);
    });
  });

  test('locked headings, references and words that changed are left', () => {
    onSheet(report([run('see '), reference('p1')]), [registerFind], (sheet) => {
      const before = sheet.current();
      const replaced = sheet
        .feature(findKey)
        .replace([at('h', 0, 'Summary', 'X'), at('p1', 3, ' \uFFFC', 'X'), at('p1', 0, 'sea', 'X')]);
      expect(replaced).toBe(0);
      expect(sheet.current()).toEqual(before);
    });
  });

  test('cells are replaced in, as one step with everything else', () => {
    const document = report([run('a cell')]);
    onSheet(document, [registerFind], (sheet) => {
      const inCell = { ...at('t', 3, 'a cell', 'b'), cell: { row: 0, column: 0 } };
      expect(sheet.feature(findKey).replace([inCell, at('p1', 0, 'a cell', 'b')])).toBe(2);
      const table = sheet.current().sections[1]?.blocks.at(-1);
      expect(table?.kind === 'table' && table.rows[0]?.[0]?.content).toEqual([run('in b')]);
      expect(contentOf(sheet, 'p1')).toEqual([run('b')]);
      sheet.undo();
      expect(sheet.current()).toEqual(document);
    });
  });
});

describe('links', () => {
  const address = 'https://example.org';
  const linked = (
    words: Inline[],
    select: () => void,
    link: string | null,
    text: string | null,
  ): Inline[] => {
    let made: Inline[] = [];
    onSheet(report(words, [run('Second')]), [], (sheet) => {
      sheet.edit(() => {
        select();
        $changeLink(link, text);
      });
      made = contentOf(sheet, 'p1');
    });
    return made;
  };

  test('the selected words become one, whatever their format', () => {
    const words = [run('a '), run('b', { italic: true }), run(' c')];
    expect(linked(words, () => $at('p1', 1, 4), address, null)).toEqual([
      run('a'),
      run(' ', { link: address }),
      run('b', { italic: true, link: address }),
      run(' ', { link: address }),
      run('c'),
    ]);
  });

  test('at a caret within one, the whole link is changed or taken away', () => {
    const words = [
      run('x '),
      run('a', { link: address }),
      run('b', { link: address, bold: true }),
      run(' y'),
    ];
    expect(linked(words, () => $at('p1', 3), null, null)).toEqual([
      run('x a'),
      run('b', { bold: true }),
      run(' y'),
    ]);
    expect(linked(words, () => $at('p1', 4), 'mailto:a@b.org', 'new')).toEqual([
      run('x '),
      run('new', { link: 'mailto:a@b.org' }),
      run(' y'),
    ]);
  });

  test('at a caret elsewhere its words are written', () => {
    expect(linked([run('see .')], () => $at('p1', 4), address, 'here')).toEqual([
      run('see '),
      run('here', { link: address }),
      run('.'),
    ]);
  });

  test('over several blocks every word becomes one, and the words themselves stay', () => {
    onSheet(report([run('first')], [run('second')]), [], (sheet) => {
      sheet.edit(() => {
        $at('p1', 2, 5);
        const selection = $rangeSelection();
        const last = $blocks()
          .find((block) => block.getState().id === 'p2')
          ?.getFirstChild();
        if (!selection || !last) throw new Error('nothing to select');
        selection.focus.set(last.getKey(), 3, 'text');
        expect($linkInHand()).toEqual({ address: null, text: null });
        $changeLink(address, null);
      });
      expect(contentOf(sheet, 'p1')).toEqual([run('fi'), run('rst', { link: address })]);
      expect(contentOf(sheet, 'p2')).toEqual([run('sec', { link: address }), run('ond')]);
    });
  });
});
