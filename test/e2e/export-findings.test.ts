/** What an export tells first leads, by click and by Enter, to the very block, however far down it stands. */
import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { openStore } from '../../electron/library/db/store.ts';
import { insertDocument } from '../../electron/library/insert-document.ts';
import { plainBlock, tableBlock } from '../../shared/document/build.ts';
import type { Block, DespatchDocument, ImageBlock } from '../../shared/document/schema.ts';
import { reportDocument } from '../bench/generate.ts';
import { png as picture } from '../electron/library/portable/desk.ts';
import { counter } from '../electron/library/scratch.ts';
import { barriersInEveryTheme } from './barriers.ts';
import { type Desk, setUpDesk, test } from './launch.ts';
import { openDocument } from './window.ts';

let desk: Desk;
let page: Page;

const asset = createHash('sha256').update(picture).digest('hex');
const words = (text: string) => [{ type: 'text' as const, text }];

/** A report of 400 blocks and more, with four things in its second half that stand in the way of readers. */
function faultyReport(): DespatchDocument {
  const mint = counter('faulty');
  const { sections, ...report } = reportDocument(60);
  const image: ImageBlock = {
    ...{ id: mint(), kind: 'image', level: 0, content: words('The old quay'), citations: [] },
    ...{ asset, mediaType: 'image/png', width: 600, height: 400, alternativeText: '', decorative: false },
  };
  const rows = Array.from({ length: 60 }, (_, at) => [words(`${1960 + at}`), words(`${at} ferries`)]);
  const table = tableBlock(mint, rows, { headerRow: false, headerColumn: false });
  const link = { type: 'text' as const, text: 'click here', link: 'https://example.org/tides' };
  const faults: readonly (readonly [number, Block])[] = [
    [0.55, plainBlock(mint, 'paragraph', words('The harbour dues are TBC until the spring.'))],
    [0.7, image],
    [0.85, { ...table, content: words('Ferries by year') }],
    [1, plainBlock(mint, 'text', [...words('For the tides '), link])],
  ];
  const placed = new Map(faults.map(([part, block]) => [Math.ceil(sections.length * part) - 1, block]));
  const faulty = sections.map((section, at) => {
    const block = placed.get(at);
    return block && section.role !== 'unknown' ? { ...section, blocks: [...section.blocks, block] } : section;
  });
  return {
    ...report,
    marking: { classification: 'OFFICIAL', descriptor: '', handling: '' },
    sections: faulty,
  };
}

beforeAll(async () => {
  desk = await setUpDesk();
  const folder = desk.libraryOf('desk');
  mkdirSync(folder, { recursive: true });
  const store = openStore({ folder, nativeBinding: null, now: () => new Date() });
  const time = new Date().toISOString();
  store.write((tables) => {
    tables.assets.put(asset, { mediaType: 'image/png', bytes: picture }, time);
    insertDocument(tables, faultyReport(), [], { version: '0.1.0', time });
  });
  store.close();
  ({ page } = await desk.start());
  page.setDefaultTimeout(20_000);
});
afterAll(() => desk?.clear());

const dialog = () => page.getByRole('dialog', { name: /things (?:to put right first|that not everybody)/ });
const finding = (about: RegExp) => dialog().getByRole('button', { name: about });

/** Where the caret is, and whether the beginning of its block can be seen. */
const here = () =>
  page.evaluate(() => {
    const { focusNode } = getSelection() ?? {};
    const element = focusNode instanceof Element ? focusNode : focusNode?.parentElement;
    const block = element?.closest('[data-kind]');
    const sheet = block?.closest('[contenteditable="true"]');
    const top = block?.getBoundingClientRect().top;
    const view = block?.closest('.desk')?.getBoundingClientRect();
    return {
      kind: block?.getAttribute('data-kind') ?? null,
      words: block?.textContent ?? '',
      writing: sheet !== null && sheet !== undefined && sheet === document.activeElement,
      inSight: top !== undefined && view !== undefined && top >= view.top && top < view.bottom - 30,
    };
  });

async function arrivesAt(kind: string, says: string): Promise<void> {
  await dialog().waitFor({ state: 'detached' });
  await expect
    .poll(here)
    .toEqual({ kind, words: expect.stringContaining(says), writing: true, inSight: true });
}

test('before a PDF everything that stands between it and a reader is told, however soon one asks', async () => {
  await openDocument(page, 'The winter timetable');
  await page.keyboard.press('Shift+F12');
  await dialog().waitFor();
  expect(await dialog().locator('.finding').allTextContents()).toEqual([
    expect.stringMatching(/TBC.*Paragraph \d+$/),
    expect.stringMatching(/no alternative text.*Figure 1$/),
    expect.stringMatching(/no header row or column.*Table 1$/),
    expect.stringMatching(/click here/),
  ]);
});

test('a click on a finding goes to a block that is far down', async () => {
  await finding(/TBC/).click();
  await arrivesAt('paragraph', 'The harbour dues are TBC');
});

test('Enter goes to a picture, a table and the last words of the document', async () => {
  for (const [about, kind, says] of [
    [/no header row or column/, 'table', 'Ferries by year'],
    [/no alternative text/, 'image', 'The old quay'],
    [/click here/, 'text', 'For the tides'],
  ] as const) {
    await page.keyboard.press('Shift+F12');
    await finding(about).focus();
    await page.keyboard.press('Enter');
    await arrivesAt(kind, says);
  }
});

test('words typed the moment before are checked too; nobody is led astray where nothing moves', async () => {
  await page.keyboard.press('End');
  await page.keyboard.type(' and XXX');
  await page.keyboard.press('Shift+F12');
  await finding(/XXX/).waitFor();
  expect(await barriersInEveryTheme(page)).toEqual([]);
  await finding(/TBC/).click();
  await arrivesAt('paragraph', 'The harbour dues are TBC');
});
