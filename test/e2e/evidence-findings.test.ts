/** What the checks say of cited sources, in the real window, while another process changes them. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { openLibrary } from '../../electron/library/open.ts';
import { despatch as commandLine } from '../../scripts/lib/command-line.ts';
import { parseDocument } from '../../shared/document/parse.ts';
import { takePassage } from '../../shared/evidence/taken.ts';
import { makeSharedLibrary } from './cited-library.ts';
import { answerOpenDialog, type Desk, setUpDesk, test } from './launch.ts';
import { documentRows, openDocument, undoOnNotice } from './window.ts';

const report = `Local Members’ Interest: Harbour

Ports Committee – Tuesday 24 March 2026

# Dredging the harbour

## Recommendations

a. Notes the report.

## Summary

1. The channel is silting up, and clearing it costs £1.6b.
`;
const estimate = 'The harbour board puts the work at £1.6m over two years.';

let desk: Desk;
let page: Page;
let sourceId: string;
const context = { signal: new AbortController().signal, progress: () => {} };

function libraryOf(folder: string) {
  return openLibrary({
    folder,
    mint: () => crypto.randomUUID(),
    now: () => new Date(),
    extract: () => Promise.reject(new Error('no file is read here')),
  });
}

/** Cites the estimate for the paragraph, as the window would. */
async function cite(folder: string): Promise<void> {
  const { handlers, close } = libraryOf(folder);
  const [listed] = await handlers['documents.list']({}, context);
  const [source] = await handlers['evidence.list']({}, context);
  if (!listed || !source) throw new Error('The library was not made.');
  sourceId = source.id;
  const documentId = listed.id;
  const { document, revision } = await handlers['documents.open']({ documentId }, context);
  const place = { sourceId, edition: source.edition, page: null, text: estimate, start: 0 };
  const taken = takePassage(place, { start: 0, end: estimate.length });
  const sections = parseDocument(document).document.sections.flatMap((section) =>
    section.role === 'unknown' || !section.blocks.some(({ kind }) => kind === 'paragraph')
      ? []
      : {
          ...section,
          blocks: section.blocks.map((block) =>
            block.kind === 'paragraph' && taken
              ? { ...block, citations: [{ id: 'c', bearing: 'supports' as const, ...taken }] }
              : block,
          ),
        },
  );
  await handlers['documents.saveSections']({ documentId, baseRevision: revision, sections }, context);
  close();
}

beforeAll(async () => {
  desk = await setUpDesk();
  const library = desk.libraryOf('findings');
  const [file, source] = [path.join(desk.folder, 'harbour.md'), path.join(desk.folder, 'estimate.txt')];
  writeFileSync(file, report);
  writeFileSync(source, estimate);
  await commandLine('import', file, '--library', library);
  await commandLine('evidence', 'add', source, '--library', library);
  await cite(library);
  ({ page } = await desk.start('findings'));
  await openDocument(page, 'Dredging');
});
afterAll(() => desk?.clear());

const finding = (words: string) => page.locator('.finding').filter({ hasText: words });

test('a figure that its citation does not say is found, and leads to the evidence', async () => {
  await finding('“£1.6b” is not in the words it cites').waitFor();
  await page
    .locator('li')
    .filter({ has: finding('“£1.6b”') })
    .getByRole('button', { name: 'See evidence' })
    .click();
  await expect
    .poll(() => page.getByRole('tab', { name: /^Evidence/ }).getAttribute('aria-selected'))
    .toBe('true');
  await page.getByRole('tabpanel').filter({ hasText: 'The harbour board puts the work' }).waitFor();
});

test('what another process does to a source is found while the document is open', async () => {
  await page.getByRole('tab', { name: /^Checks/ }).click();
  const { handlers, close } = libraryOf(desk.libraryOf('findings'));
  await handlers['evidence.remove']({ sourceId }, context);
  await finding('“estimate” is in the bin of the evidence library').waitFor();
  await handlers['evidence.restore']({ sourceId }, context);
  close();
  await expect.poll(() => finding('is in the bin').count(), { timeout: 15_000 }).toBe(0);
});

test('every document that rests on a source says so when it changes, until somebody has looked there', async () => {
  await makeSharedLibrary(desk.libraryOf('shared'), ['Spring brief', 'Summer brief', 'Autumn brief']);
  const started = await desk.start('shared');
  const shared = started.page;
  shared.setDefaultTimeout(20_000);
  const chip = (title: string) =>
    documentRows(shared).filter({ hasText: title }).getByText('1 to look at', { exact: true });
  const chips = documentRows(shared).getByText('1 to look at', { exact: true });
  const row = shared.locator('.source-row').filter({ hasText: 'survey' });
  const home = async () => {
    await shared.keyboard.press('Control+Shift+E');
    await documentRows(shared).first().waitFor();
  };
  const evidence = async () => {
    await documentRows(shared).first().waitFor();
    await shared.keyboard.press('Control+Shift+E');
    await row.waitFor();
    await row.click();
  };
  await documentRows(shared).first().waitFor();
  expect(await chips.count()).toBe(0);

  // A new edition: all three, and the shelf that holds them alone.
  await evidence();
  const edition = path.join(desk.folder, 'survey 2.txt');
  writeFileSync(edition, 'Of 436 households, 311 said that nobody had told them to leave.\n');
  await answerOpenDialog(started.app, edition);
  await shared.getByRole('tab', { name: 'Editions' }).click();
  await shared.getByRole('button', { name: 'New edition…' }).click();
  await shared.getByRole('button', { name: /^To look at 3/ }).waitFor();
  await home();
  await expect.poll(() => chips.count()).toBe(3);
  await shared.getByRole('button', { name: /^Sources changed/ }).click();
  await expect.poll(() => documentRows(shared).count()).toBe(3);

  // Looking in one document clears it there alone.
  await openDocument(shared, 'Summer brief');
  await shared.getByRole('tab', { name: /^Evidence/ }).click();
  await shared.locator('[data-kind="point"]').filter({ hasText: 'Seven in ten' }).click();
  await shared.locator('.citation-look').getByRole('button', { name: 'Looked at' }).click();
  await shared.locator('.citation-look').waitFor({ state: 'detached' });
  await shared.keyboard.press('Control+w');
  await expect.poll(() => chips.count()).toBe(2);
  expect(await chip('Summer brief').count()).toBe(0);

  // Another source in its place flags all of them again.
  await evidence();
  await shared.getByRole('tab', { name: 'Editions' }).click();
  await shared.getByRole('button', { name: 'Superseded by…' }).click();
  await shared.keyboard.type('later');
  await shared.getByRole('option', { name: /Later count/ }).waitFor();
  await shared.keyboard.press('Enter');
  await shared.getByRole('button', { name: /^To look at 3/ }).click();
  await shared.getByText('Superseded by “Later count” · 3 citations').waitFor();
  await shared.getByRole('button', { name: 'Looked at all 3' }).click();
  await home();
  await expect.poll(() => chips.count()).toBe(0);

  // So does the bin, and taking it out again ends that.
  await evidence();
  await shared.keyboard.press('Delete');
  await shared.getByRole('button', { name: /^To look at 3/ }).waitFor();
  await home();
  await expect.poll(() => chips.count()).toBe(3);
  await undoOnNotice(shared, /in the bin/);
  await expect.poll(() => chips.count()).toBe(0);
  await started.close();
}, 120_000);
