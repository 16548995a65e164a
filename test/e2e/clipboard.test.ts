import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { type Desk, type Started, setUpDesk, test } from './launch.ts';
import { listen } from './listener.ts';
import { clickBlock, editorOf, newDocument, textOf } from './window.ts';

let desk: Desk;
let despatch: Started;
let page: Page;

beforeAll(async () => {
  desk = await setUpDesk();
  despatch = await desk.start();
  page = despatch.page;
  await newDocument(page, 'Control+Shift+N');
});
afterAll(() => desk?.clear());

function fixture(name: string): string {
  return readFileSync(new URL(`../fixtures/clipboard/${name}.html`, import.meta.url), 'utf8');
}

interface Copied {
  readonly html: string;
  readonly text: string;
}
/** What the development runtime has in place of the promises of later versions. */
interface OldClipboard {
  write(data: Copied): void;
  readHTML(): string;
  readText(): string;
}

/** Puts this on the real clipboard, as another program would. */
async function copyElsewhere(html: string, text: string): Promise<void> {
  await despatch.app.evaluate(
    async ({ clipboard, ClipboardItem }, data) => {
      if ('readHTML' in clipboard) (clipboard as unknown as OldClipboard).write(data);
      else await clipboard.write([new ClipboardItem({ 'text/html': data.html, 'text/plain': data.text })]);
    },
    { html, text },
  );
}

/** What another program would paste. */
function pasteElsewhere(): Promise<Copied> {
  return despatch.app.evaluate(async ({ clipboard }) => {
    if ('readHTML' in clipboard) {
      const old = clipboard as unknown as OldClipboard;
      return { html: old.readHTML(), text: old.readText() };
    }
    const [item] = await clipboard.read();
    return {
      html: (await (await item?.getType('text/html'))?.text()) ?? '',
      text: await clipboard.readText(),
    };
  });
}

const kinds = () =>
  editorOf(page)
    .locator('[data-kind]')
    .evaluateAll((blocks) =>
      blocks.map((block) => `${(block as HTMLElement).dataset['kind']}: ${block.textContent}`),
    );
const notice = () => page.locator('.toast');

/** Milliseconds of the longest stretch in which the window neither drew nor heard, while `act` was under way. */
async function longestTask(act: () => Promise<void>): Promise<number> {
  await page.evaluate(() => {
    const found: number[] = [];
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) found.push(duration);
    });
    observer.observe({ type: 'longtask' });
    Object.assign(window, { longTasks: { found, observer } });
  });
  await act();
  // The observer hears of a task a moment after its end.
  await page.waitForTimeout(300);
  return page.evaluate(() => {
    const { found, observer } = (
      window as unknown as { longTasks: { found: number[]; observer: PerformanceObserver } }
    ).longTasks;
    observer.disconnect();
    return Math.max(0, ...found);
  });
}

test('what Word copied is pasted with its structure, what stayed behind is named, and no byte leaves', async () => {
  const server = await listen();
  try {
    const remote = `<img src="http://127.0.0.1:${server.port}/x.png"><script src="http://127.0.0.1:${server.port}/x.js"></script><link rel=stylesheet href="http://127.0.0.1:${server.port}/x.css">`;
    await copyElsewhere(
      fixture('word-365').replace('<!--EndFragment-->', `${remote}<!--EndFragment-->`),
      'Harbour dredging',
    );
    await clickBlock(page, 'paragraph');
    await page.keyboard.press('Control+v');
    await notice().getByText('Pasted 12 blocks').waitFor();
    expect(server.arrived).toEqual([]);
  } finally {
    await server.stop();
  }
  const shown = (await kinds()).join('\n');
  expect(shown).toContain('heading: Harbour dredging');
  expect(shown).toContain('paragraph: more after a stormy winter');
  expect(await editorOf(page).getByRole('table').getByRole('row').count()).toBe(3);
  const body = (await notice().textContent()) ?? '';
  expect(body).toContain(
    'Left out: 1 picture from the internet, 1 picture that stayed in the other program, 1 comment',
  );
});

test('the words that were left out are listed', async () => {
  await notice().getByRole('button', { name: 'Details' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Is that so?').waitFor();
  await dialog.getByText('very windy').waitFor();
});

test('the paste can be had as plain text instead, and undone', async () => {
  await page.getByRole('dialog').getByRole('button', { name: 'Paste as plain text instead' }).click();
  await expect.poll(() => textOf(page)).not.toContain('silts up');
  expect(await textOf(page)).toContain('Harbour dredging');
  expect(await editorOf(page).getByRole('table').count()).toBe(0);
  await copyElsewhere('<ul><li>Undone one</li><li>Undone two</li></ul>', 'Undone');
  await clickBlock(page, 'paragraph');
  await page.keyboard.press('Control+v');
  await notice().getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => textOf(page)).not.toContain('Undone');
});

test('what is dropped from another program comes in the same way', async () => {
  await editorOf(page)
    .locator('[data-kind="paragraph"]')
    .first()
    .evaluate((block) => {
      const { right, top, bottom } = block.getBoundingClientRect();
      const dataTransfer = new DataTransfer();
      dataTransfer.setData('text/html', '<ul><li>Dropped</li></ul><script>x()</script>');
      const place = { clientX: right - 2, clientY: (top + bottom) / 2 };
      block.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer, ...place }));
    });
  await expect.poll(() => textOf(page)).toContain('Dropped');
  await page.keyboard.press('Control+z');
  await expect.poll(() => textOf(page)).not.toContain('Dropped');
});

test('Ctrl+Shift+V pastes the characters alone', async () => {
  await copyElsewhere('<h1>Formatted</h1>', '- Plain one\n- Plain two');
  await clickBlock(page, 'paragraph', 0);
  await page.keyboard.press('End');
  await page.keyboard.press('Control+Shift+v');
  await expect.poll(() => textOf(page)).toContain('- Plain two');
  expect(await textOf(page)).not.toContain('Formatted');
  await page.keyboard.press('Control+z');
  await expect.poll(() => textOf(page)).not.toContain('Plain two');
});

test('what is copied out pastes into other programs as headings, numbered lists and characters well laid out', async () => {
  await copyElsewhere(fixture('word-365'), 'x');
  await clickBlock(page, 'paragraph');
  await page.keyboard.press('Control+v');
  await notice().getByText('Pasted 12 blocks').waitFor();
  await clickBlock(page, 'paragraph', 0);
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+c');
  const copied = await pasteElsewhere();
  expect(copied.html).toContain('<ol type="1"><li>');
  expect(copied.html).toMatch(/<h2>Harbour dredging<\/h2>/);
  expect(copied.html).toContain('<th scope="col"');
  expect(copied.text).toMatch(/^\s*a\. The channel silts up/m);
  expect(copied.text).toContain('Year\tCost, £m');
});

/** Word’s way of writing, to a length in characters. */
function longWordHtml(length: number): string {
  const item = `<p class=MsoListParagraph style='margin-left:36.0pt;text-indent:-18.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;</span></span></span><![endif]><span lang=EN-GB style='font-size:12.0pt;line-height:107%;font-family:"Arial",sans-serif'>An item of a <b>long</b> list<o:p></o:p></span></p>`;
  return `<html><body>${item.repeat(Math.ceil(length / item.length))}</body></html>`;
}

test('five megabytes of Word come in with progress while the window lives, and one undo takes them back', async () => {
  await page.keyboard.press('Control+w');
  await newDocument(page, 'Control+Shift+B');
  await copyElsewhere(longWordHtml(5_000_000), 'x');
  await clickBlock(page, 'point');
  const before = await editorOf(page).locator('[data-kind]').count();
  const longest = await longestTask(async () => {
    await page.keyboard.press('Control+v');
    await page.getByRole('progressbar', { name: 'Pasting' }).waitFor();
    // Not by locators, which would search the growing sheet with every frame and so hold up what they wait for.
    await page.waitForFunction(() => document.querySelectorAll('.sheet [data-kind]').length > 500, null, {
      polling: 250,
      timeout: 60_000,
    });
    // A caret that is put elsewhere meanwhile is no step of its own, nor does it part the paste in two.
    await editorOf(page).evaluate((sheet) => getSelection()?.collapse(sheet.querySelector('[data-kind]'), 0));
    await page.waitForFunction(
      () => /Pasted [\d,]+ blocks/.test(document.querySelector('.toasts')?.textContent ?? ''),
      null,
      { polling: 250, timeout: 100_000 },
    );
  });
  // Four times what a quiet computer shows: tests run beside each other.
  expect(longest).toBeLessThan(4 * 200);
  expect(await editorOf(page).locator('[data-kind]').count()).toBeGreaterThan(10_000);
  await editorOf(page).focus();
  await page.keyboard.press('Control+z');
  await expect.poll(() => editorOf(page).locator('[data-kind]').count()).toBe(before);
});

test('a long paste that is cancelled leaves the document as it was, with nothing to undo or redo', async () => {
  const before = await textOf(page);
  await clickBlock(page, 'point');
  await page.keyboard.press('Control+v');
  await page.getByRole('progressbar', { name: 'Pasting' }).waitFor();
  await page.keyboard.press('Escape');
  await notice().getByText('Pasting cancelled').waitFor();
  expect(await textOf(page)).toBe(before);
});
