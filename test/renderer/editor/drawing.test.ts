import fc from 'fast-check';
import type { LexicalNode } from 'lexical';
import { expect, test } from 'vitest';
import { layOutAhead } from '../../../renderer/editor/drawing/ahead.ts';
import { $hideBelow, showSome } from '../../../renderer/editor/drawing/below.ts';
import { drawnElement } from '../../../renderer/editor/drawing/drawn-element.ts';
import { $heightOf } from '../../../renderer/editor/drawing/room.ts';
import { undrawnOf } from '../../../renderer/editor/drawing/undrawn.ts';
import type { EditorFeature } from '../../../renderer/editor/feature-context.ts';
import { editorFeatures } from '../../../renderer/editor/features.ts';
import { $sections } from '../../../renderer/editor/operations/locate.ts';
import { documentKinds } from '../../../shared/document/schema.ts';
import { fullSample } from './full-sample.ts';
import { close, edit, inWindow, type Late, late, shown, wholly } from './late-sheet.ts';
import { type Clipboard, perform } from './random-steps.ts';
import { onSheet } from './sheet.ts';

/** Which sections are drawn between two edits, as a fraction of all. */
const drawing = fc.option(fc.double({ min: 0, max: 0.99, noNaN: true }), { nil: null });

test.each(documentKinds)(
  'edits of a %s that is not drawn yet are those of one that is: no word goes, all is undone, and what is drawn later shows it',
  (kind) => {
    inWindow(() => {
      fc.assert(
        fc.property(fc.array(fc.tuple(drawing, edit), { minLength: 1, maxLength: 10 }), (steps) => {
          const original = fullSample(kind);
          const sheet = late(original);
          const model = late(original, true);
          const clipboards: [Clipboard, Clipboard] = [{ current: [] }, { current: [] }];
          for (const [share, next] of steps) {
            if (share !== null) {
              const keys = sheet.editor.read(() => $sections().map((node) => node.getKey()));
              const key = keys[Math.floor(keys.length * share)];
              const before = sheet.current();
              const changed = sheet.changed();
              undrawnOf(sheet.editor).draw(key === undefined ? [] : [key]);
              expect(sheet.changed()).toBe(changed);
              expect(sheet.current()).toBe(before);
            }
            perform(sheet, kind, next, clipboards[0]);
            perform(model, kind, next, clipboards[1]);
            expect(sheet.current(), JSON.stringify(next)).toEqual(model.current());
          }
          const written = sheet.current();
          undrawnOf(sheet.editor).drawAll();
          expect(sheet.current()).toEqual(written);
          expect(undrawnOf(sheet.editor).isEmpty).toBe(true);
          expect([...sheet.root.children].map(shown)).toEqual(wholly(written));
          while (sheet.history.undoStack.length > 0) sheet.undo();
          expect(sheet.current()).toEqual(original);
          expect([...sheet.root.children].map(shown)).toEqual(wholly(original));
          close(sheet);
          close(model);
        }),
        // Windows take much memory, and shrinking makes hundreds of them.
        { numRuns: 15, endOnFailure: true },
      );
    });
  },
);

test('whoever goes to a block of a section that is not drawn yet finds its element', () => {
  inWindow(() => {
    const document = fullSample('report');
    const sheet = late(document);
    const block = document.sections[3]?.blocks[0];
    const key = sheet.ids.keyOf(block?.id ?? '');
    expect(sheet.editor.getElementByKey(key ?? '')).toBeNull();
    const element = drawnElement(sheet.editor, key);
    expect(element?.dataset['blockId']).toBe(block?.id);
    expect(sheet.root.querySelectorAll('[data-undrawn]')).toHaveLength(document.sections.length - 2);
    expect(sheet.changed()).toBe(0);
    close(sheet);
  });
});

/** A report in a window so low that all but its first block stands below it. */
function low(): { sheet: Late; waiting: () => (string | undefined)[]; blocks: readonly string[] } {
  Object.assign(globalThis, { innerHeight: 10 });
  const document = fullSample('report');
  const sheet = late(document, true);
  sheet.editor.read(() => $hideBelow(sheet.editor));
  return {
    sheet,
    waiting: () =>
      [...sheet.root.querySelectorAll<HTMLElement>('[data-waiting]')].map(
        ({ dataset }) => dataset['blockId'],
      ),
    blocks: document.sections.flatMap((section) => section.blocks.map(({ id }) => id)),
  };
}

test('what stands below the window waits, and is shown bit by bit from above', () => {
  inWindow(() => {
    const { sheet, waiting, blocks } = low();
    const element = sheet.root.firstElementChild as HTMLElement;
    expect(waiting()).toEqual(blocks.slice(1));
    expect(element.style.minBlockSize).toMatch(/^\d\d+px$/);
    expect(showSome(sheet.root)).toBe(true);
    expect(waiting()).toEqual(blocks.slice(7));
    while (showSome(sheet.root));
    expect(waiting()).toEqual([]);
    expect(element.style.minBlockSize).toBe('');
    expect(sheet.changed()).toBe(0);
    close(sheet);
  });
});

test('a section keeps room only while some of it waits, whatever becomes of its blocks', () => {
  inWindow(() => {
    const { sheet, waiting } = low();
    const kept = () =>
      [...sheet.root.children].filter((each) => (each as HTMLElement).style.minBlockSize !== '');
    expect(kept()).toHaveLength(sheet.root.childElementCount);
    // As when an edit makes its element anew.
    for (const each of sheet.root.lastElementChild?.children ?? []) each.removeAttribute('data-waiting');
    while (showSome(sheet.root));
    expect(waiting()).toEqual([]);
    expect(kept()).toEqual([]);
    close(sheet);
    // The window ends within the last block of the first section.
    const height = sheet.editor.read(() => {
      const [first] = $sections();
      return first?.getChildren().reduce((sum, block) => sum + $heightOf(block), 0) ?? 0;
    });
    Object.assign(globalThis, { innerHeight: (height - 1) / 1.5 });
    const other = late(fullSample('report'), true);
    other.editor.read(() => $hideBelow(other.editor));
    const [first] = other.root.children;
    expect(first?.querySelectorAll('[data-waiting]')).toHaveLength(0);
    expect((first as HTMLElement).style.minBlockSize).toBe('');
    close(other);
  });
});

test('whoever goes to a block that waits below the window finds it shown', () => {
  inWindow(() => {
    const { sheet, waiting, blocks } = low();
    drawnElement(sheet.editor, sheet.ids.keyOf(blocks[0] ?? ''));
    expect(waiting()).toEqual(blocks.slice(1));
    drawnElement(sheet.editor, sheet.ids.keyOf(blocks.at(-1) ?? ''));
    expect(waiting()).toEqual([]);
    close(sheet);
  });
});

test('the neighbours of a section that comes near are laid out while nothing else is to do, and once', () => {
  inWindow(() => {
    const idle: (() => void)[] = [];
    Object.assign(globalThis, { requestIdleCallback: (work: () => void) => idle.push(work) });
    const sheet = late(fullSample('report'), true);
    const stop = layOutAhead(sheet.root);
    const sections = [...sheet.root.children];
    const laidOut: number[] = [];
    for (const [at, { lastElementChild: last }] of sections.entries()) {
      if (!last) continue;
      const place = last.getBoundingClientRect.bind(last);
      last.getBoundingClientRect = () => {
        laidOut.push(at);
        return place();
      };
    }
    const tell = (at: number, skipped: boolean) => {
      const event = new Event('contentvisibilityautostatechange', { bubbles: true });
      sections[at]?.dispatchEvent(Object.assign(event, { skipped }));
      while (idle.length > 0) idle.shift()?.();
    };
    tell(2, true);
    expect(laidOut).toEqual([]);
    tell(2, false);
    expect(laidOut).toEqual([3, 1]);
    tell(3, false);
    tell(2, false);
    expect(laidOut).toEqual([3, 1, 4]);
    stop();
    tell(5, false);
    expect(laidOut).toEqual([3, 1, 4]);
    close(sheet);
  });
});

test.each(documentKinds)(
  'no feature touches a %s by being there: nothing is looked through to open it',
  (kind) => {
    let opened: ReadonlyMap<string, LexicalNode> = new Map();
    const note: EditorFeature = ({ editor }) => {
      opened = editor.getEditorState()._nodeMap;
      // `withDOM` leaves out what features draw with.
      const { CSSStyleSheet, IntersectionObserver, ResizeObserver } = globalThis.document.defaultView ?? {};
      Object.assign(globalThis, { CSSStyleSheet, IntersectionObserver, ResizeObserver });
      Object.assign(globalThis, { CSS: { highlights: new Map() }, Highlight: Set });
      return () => {};
    };
    onSheet(fullSample(kind), [note, ...editorFeatures], ({ editor }) => {
      const drawn = editor.getEditorState()._nodeMap;
      // Lexical makes the root anew when it counts the words for the first time.
      const touched = [...opened].filter(([key, node]) => key !== 'root' && drawn.get(key) !== node);
      expect(touched.map(([, node]) => node.getType())).toEqual([]);
      expect(opened.size).toBeGreaterThan(20);
    });
  },
);
