import { withDOM } from '@lexical/headless/dom';
import { expect, test } from 'vitest';
import { FarBlocks } from '../../../../renderer/editor/drawing/far-blocks.ts';

/** Sections of ten blocks of so many characters. */
function sheetOf(window: typeof globalThis.window, sections: number, characters: number): HTMLElement {
  const sheet = window.document.createElement('div');
  for (let at = 0; at < sections * 10; at += 1) {
    if (at % 10 === 0) sheet.append(window.document.createElement('div'));
    const block = window.document.createElement('p');
    block.textContent = 'x'.repeat(characters);
    sheet.lastElementChild?.append(block);
  }
  return sheet;
}

function far(sheet: HTMLElement): boolean[] {
  return [...sheet.querySelectorAll('p')].map((block) => block.hasAttribute('data-far'));
}

test('what surely stands below the window waits to be laid out, and nothing that may be in sight', () => {
  withDOM((window) => {
    Object.assign(globalThis, { innerHeight: 720 });
    const sheet = sheetOf(window, 3, 700);
    const blocks = new FarBlocks(sheet);
    // Ten lines each, so three fill the window.
    expect(far(sheet).indexOf(true)).toBeGreaterThan(3);
    expect(far(sheet).slice(10)).toEqual(Array(20).fill(true));
    expect(blocks.isEmpty).toBe(false);

    const short = sheetOf(window, 1, 70);
    expect(new FarBlocks(short).isEmpty).toBe(true);
    expect(far(short)).toEqual(Array(10).fill(false));
  });
});

test('in the end every block is laid out like all others, from the top', () => {
  withDOM((window) => {
    Object.assign(globalThis, { innerHeight: 720 });
    const sheet = sheetOf(window, 2, 700);
    const blocks = new FarBlocks(sheet);
    const first = far(sheet).indexOf(true);
    blocks.release(2);
    expect(far(sheet).indexOf(true)).toBe(first + 2);
    while (!blocks.isEmpty) blocks.release(4);
    expect(far(sheet)).toEqual(Array(20).fill(false));
  });
});
