/** Sections that are gathered on the sheet: it shows what it would show without, whatever is edited. */
import fc from 'fast-check';
import { $getRoot } from 'lexical';
import { expect, test } from 'vitest';
import { $sectionNode } from '../../../renderer/editor/convert/to-lexical.ts';
import {
  type Gatherings,
  gatherSections,
  sectionBeside,
} from '../../../renderer/editor/drawing/gatherings.ts';
import { $sections } from '../../../renderer/editor/operations/locate.ts';
import { plainBlock, section } from '../../../shared/document/build.ts';
import { documentKinds } from '../../../shared/document/schema.ts';
import { fullSample } from './full-sample.ts';
import { counter, words } from './headless.ts';
import { close, edit, inWindow, type Late, late, shown, wholly } from './late-sheet.ts';
import { type Clipboard, perform } from './random-steps.ts';

const sections = ({ root }: Late) => [...root.querySelectorAll('.sheet-section')];
const sizes = ({ root }: Late) =>
  [...root.querySelectorAll('.sheet-gathering')].map((each) => each.childElementCount);

function gatherAll(gatherings: Gatherings): void {
  while (gatherings.gather());
}

test.each(documentKinds)(
  'edits, undos and moves in a %s show the same on a sheet with gathered sections',
  (kind) => {
    inWindow(() => {
      fc.assert(
        fc.property(
          fc.array(fc.tuple(fc.boolean(), edit), { minLength: 1, maxLength: 12 }),
          fc.integer({ min: 1, max: 4 }),
          (steps, size) => {
            const original = fullSample(kind);
            const sheet = late(original, true);
            const model = late(original, true);
            const gatherings = gatherSections(sheet.editor, sheet.root, size);
            const clipboards: [Clipboard, Clipboard] = [{ current: [] }, { current: [] }];
            gatherAll(gatherings);
            for (const [gather, next] of steps) {
              if (gather) gatherAll(gatherings);
              perform(sheet, kind, next, clipboards[0]);
              perform(model, kind, next, clipboards[1]);
              expect(sheet.current(), JSON.stringify(next)).toEqual(model.current());
              expect(sections(sheet).map(shown), JSON.stringify(next)).toEqual(
                [...model.root.children].map(shown),
              );
            }
            while (sheet.history.undoStack.length > 0) sheet.undo();
            expect(sheet.current()).toEqual(original);
            expect(sections(sheet).map(shown)).toEqual(wholly(original));
            gatherings.dispose();
            close(sheet);
            close(model);
          },
        ),
        // Windows take much memory, and shrinking makes hundreds of them.
        { numRuns: 30, endOnFailure: true },
      );
    });
  },
);

/** A report of a title block and seven sections, in gatherings of two. */
function gathered(work: (sheet: Late, gatherings: Gatherings) => void): void {
  inWindow(() => {
    const { sections: all, ...rest } = fullSample('report');
    const mint = counter('part');
    const parts = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name) =>
      section(mint, 'body', [
        plainBlock(mint, 'heading', words(`Part ${name}`), 1),
        plainBlock(mint, 'text', words(`Words of ${name}`)),
      ]),
    );
    const sheet = late({ ...rest, sections: [...all.slice(0, 1), ...parts] }, true);
    const gatherings = gatherSections(sheet.editor, sheet.root, 2);
    gatherAll(gatherings);
    work(sheet, gatherings);
    gatherings.dispose();
    close(sheet);
  });
}

test('to gather is no change of the document, and what is written leaves every gathering alone', () => {
  gathered((sheet) => {
    expect(sizes(sheet)).toEqual([2, 2, 2, 2]);
    expect(sheet.changed()).toBe(0);
    sheet.edit(() => {
      $sections()[3]?.getAllTextNodes()[0]?.setTextContent('Other words');
    });
    expect(sheet.changed()).toBe(1);
    expect(sections(sheet)[3]?.textContent).toContain('Other words');
    expect(sizes(sheet)).toEqual([2, 2, 2, 2]);
  });
});

test('where a section goes, those around it leave their gathering, and come together again', () => {
  gathered((sheet, gatherings) => {
    const gone = sections(sheet)[4];
    sheet.edit(() => {
      $sections()[4]?.remove();
    });
    expect(sections(sheet)).not.toContain(gone);
    expect([...sheet.root.children].map(({ className }) => className)).toEqual([
      'sheet-gathering',
      'sheet-section',
      'sheet-section',
      'sheet-section',
      'sheet-gathering',
    ]);
    gatherAll(gatherings);
    expect(sizes(sheet)).toEqual([2, 2, 1, 2]);
    sheet.undo();
    expect(sections(sheet)).toHaveLength(8);
  });
});

test('a section that is set in between two gatherings, or at the end, stands there', () => {
  gathered((sheet) => {
    const behind = (at: number) => {
      const before = sections(sheet);
      sheet.edit(() => {
        const made = section(counter(`new-${at}`), 'body', [
          plainBlock(counter(`words-${at}`), 'text', words('New words')),
        ]);
        $sections()[at]?.insertAfter($sectionNode(made));
      });
      const after = sections(sheet);
      expect(after[at + 1]?.textContent).toBe('New words');
      expect(after.toSpliced(at + 1, 1)).toEqual(before);
    };
    behind(3);
    expect(sizes(sheet)).toEqual([2, 2]);
    behind(8);
    expect(sizes(sheet)).toEqual([2]);
  });
});

test('a place between two sections is found on the sheet, in a gathering and between two', () => {
  gathered(({ editor, root }) => {
    editor.read(() => {
      const slot = editor._config.dom?.$getDOMSlot?.($getRoot(), root, editor);
      const [, second] = root.children;
      const indexOf = (dom: Node | undefined, offset: number) =>
        dom && slot?.resolveChildIndex($getRoot(), root, dom, offset)[1];
      expect(indexOf(root, 3)).toBe(6);
      expect(indexOf(second, 1)).toBe(3);
      expect(indexOf(root, 0)).toBe(0);
    });
  });
});

test('a caret between two sections is one that the sheet has a place for', () => {
  gathered((sheet) => {
    sheet.edit(() => {
      $sections()[1]?.getAllTextNodes()[0]?.setTextContent('Other words');
      $getRoot().select(5, 5);
    });
    expect(sizes(sheet)).toEqual([]);
    expect(sections(sheet)).toHaveLength(8);
  });
});

test('neighbours are found across gatherings, and none beyond the ends', () => {
  gathered((sheet) => {
    const all = sections(sheet);
    for (const [at, section] of all.entries()) {
      expect(sectionBeside(section, 'behind')).toBe(all[at + 1] ?? null);
      expect(sectionBeside(section, 'before')).toBe(all[at - 1] ?? null);
    }
  });
});
