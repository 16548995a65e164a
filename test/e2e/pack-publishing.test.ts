/** A clerk builds, reads, publishes and supplements a pack in the real window, and a pack that would leak is not kept. */
import { createHash, randomUUID } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PDFDocument, PDFString } from 'pdf-lib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { startNodeCompanion } from '../../electron/library/companions/companion-process.ts';
import { extractInChild, startNodeExtractor } from '../../electron/library/import/extract.ts';
import { openLibrary } from '../../electron/library/open.ts';
import { nodeAssembler } from '../../electron/library/pack/assembling.ts';
import { openPdf } from '../../electron/pdfium/open-pdf.ts';
import { READER_FLAGS } from '../../electron/reader/limits.ts';
import { despatch as cli } from '../../scripts/lib/command-line.ts';
import { repository } from '../../scripts/lib/repository.ts';
import type { Handlers } from '../../shared/contract/calls.ts';
import { plainBlock, section } from '../../shared/document/build.ts';
import { parseDocument } from '../../shared/document/parse.ts';
import type { AgendaItem, PackLayout } from '../../shared/pack/meeting.ts';
import { proofSchema } from '../../shared/pack/proof-report.ts';
import { item, paper } from '../electron/library/meetings/desk.ts';
import { suppliedPdf } from '../electron/library/meetings/real-pack.ts';
import { context, counter } from '../electron/library/scratch.ts';
import { smallDisk } from '../small-disk.ts';
import { barriersInEveryTheme } from './barriers.ts';
import {
  answerOpenDialog,
  answerSaveDialog,
  chooseMenu,
  type Desk,
  type Started,
  setUpDesk,
  test,
} from './launch.ts';
import { dismissNotices } from './window.ts';

/** A busy machine may take its time over what is not timed. */
const patient = { timeout: 30_000 };

const secret = 'The bid of Wexcombe Marine stands at 481,250 pounds until the first of May';
const exempt = {
  regime: 'LGA1972-England',
  paragraph: 3,
  publicInterest: 'The tender is still open.',
} as const;

let desk: Desk;
let window: Started;
let page: Page;

/** With a note on its first page. */
async function noted(pdf: Uint8Array, author: string): Promise<Uint8Array> {
  const document = await PDFDocument.load(pdf);
  const words = { Contents: PDFString.of('See the table'), T: PDFString.of(author) };
  const note = { Type: 'Annot', Subtype: 'Text', Rect: [50, 50, 70, 70], ...words };
  document.getPage(0).node.addAnnot(document.context.register(document.context.obj(note)));
  return document.save();
}

async function library(folder: string): Promise<void> {
  await cli(
    'import',
    path.join(repository, 'resources/sample-library/committee-report.md'),
    '--library',
    folder,
  );
  const electron = path.join(import.meta.dirname, '../../electron');
  const startExtractor = startNodeExtractor(path.join(electron, 'extractor/main.ts'));
  const opened = openLibrary({
    folder,
    mint: counter('publishing'),
    now: () => new Date(),
    extract: (file, signal) => extractInChild(startExtractor, file, { signal, timeoutMs: 60_000 }),
    startExtractor,
    startReader: startNodeCompanion(path.join(electron, 'reader/main.ts'), READER_FLAGS),
    startAssembler: nodeAssembler(electron),
  });
  const { handlers, grants } = opened;
  async function meeting(
    name: string,
    files: Readonly<Record<string, Uint8Array>>,
    itemsOf: (sourceOf: (file: string) => Parameters<typeof paper>[1]) => AgendaItem[],
    layout: Partial<PackLayout> = {},
  ) {
    const { meetingId } = await handlers['meetings.create']({ kind: 'committee', name }, context);
    const sources = new Map<string, Parameters<typeof paper>[1]>();
    for (const [file, bytes] of Object.entries(files)) {
      const at = path.join(desk.folder, file);
      writeFileSync(at, bytes);
      grants.give(file, at, 'read');
      const [added] = await handlers['meetings.addFiles']({ meetingId, files: [{ grant: file }] }, context);
      if (added?.source) sources.set(file, added.source);
    }
    const items = itemsOf((file) => sources.get(file) ?? { type: 'toFollow' });
    const { meeting } = await handlers['meetings.open']({ meetingId }, context);
    const dates = { date: '2031-03-06', time: '18:30', venue: 'Town Hall', publicationDate: '2031-02-26' };
    await handlers['meetings.save'](
      { meeting: { ...meeting, ...dates, layout: { ...meeting.layout, ...layout }, items }, baseRevision: 1 },
      context,
    );
  }
  const [report] = await handlers['documents.list']({}, context);
  if (!report) throw new Error('The report was not imported.');
  await meeting(
    'Harbours Committee',
    {
      'Tender.pdf': await suppliedPdf([secret]),
      'Berths.pdf': await suppliedPdf(['Berths are let by the week', 'And by the season']),
    },
    (sourceOf) => [
      item('apologies', 'Apologies'),
      item('response', 'Response to the floods', {
        papers: [paper('p-report', { type: 'document', documentId: report.id }, { title: 'Report' })],
      }),
      item('berths', 'Letting of berths', {
        papers: [paper('p-berths', sourceOf('Berths.pdf'), { title: 'Terms of letting' })],
      }),
      item('tender', 'Tenders', {
        exempt,
        papers: [paper('p-tender', sourceOf('Tender.pdf'), { title: 'Bids received' })],
      }),
    ],
  );
  const quays = await noted(await suppliedPdf(['The quays', `${secret}.`]), 'Zanzibarian Trawlers');
  await meeting(
    'Quays Panel',
    {
      'Offers.pdf': await suppliedPdf([secret, 'Zanzibarian Trawlers have withdrawn']),
      'Quays.pdf': quays,
    },
    (sourceOf) => [
      item('quays', 'State of the quays', {
        papers: [paper('q-quays', sourceOf('Quays.pdf'), { title: 'Survey of the quays' })],
      }),
      item('bids', 'Bids', {
        exempt,
        papers: [paper('q-tender', sourceOf('Offers.pdf'), { title: 'Offers' })],
      }),
    ],
    { keepAnnotations: true },
  );
  const depot = await reportWithPassages(handlers);
  await meeting(
    'Locks Panel',
    { 'Locks.pdf': await noted(await suppliedPdf(['The locks']), passages[1]) },
    (sourceOf) => [
      item('depot', 'The depot', {
        papers: [
          paper('l-depot', { type: 'document', documentId: depot }, { title: 'Depot report' }),
          paper('l-locks', sourceOf('Locks.pdf'), { title: 'Survey of the locks' }),
        ],
      }),
    ],
    { keepAnnotations: true },
  );
  opened.close();
}

const passages = [
  'Falconbridge bids most for the depot',
  'Marchmont Estates has offered 612,400 pounds',
] as const;

/** Forty open paragraphs, and behind them two passages that are withheld and do not say why. */
async function reportWithPassages(handlers: Handlers): Promise<string> {
  const { documentId } = await handlers['documents.create']({ kind: 'report' }, context);
  const { document, revision } = await handlers['documents.open']({ documentId }, context);
  const words = (text: string) => plainBlock(randomUUID, 'paragraph', [{ type: 'text', text }]);
  const open = Array.from({ length: 40 }, (_, at) => words(`The depot in year ${at} stood open to all.`));
  const secret = passages.map((text) => ({
    ...words(`${text}.`),
    exempt: { ...exempt, publicInterest: '' },
  }));
  const body = section(randomUUID, 'body', [...open, ...secret]);
  const order = [...parseDocument(document).document.sections.map(({ id }) => id), body.id];
  await handlers['documents.saveSections'](
    { documentId, baseRevision: revision, sections: [body], order },
    context,
  );
  return documentId;
}

beforeAll(async () => {
  desk = await setUpDesk();
  await library(desk.libraryOf('desk'));
  window = await desk.start();
  page = window.page;
  page.setDefaultTimeout(30_000);
  await window.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 720),
  );
  await page.getByRole('button', { name: 'New', exact: true }).waitFor(patient);
}, 240_000);
afterAll(() => desk?.clear());

const packsTab = () => page.getByRole('tab', { name: /^Packs/ });
const panel = () => page.getByRole('tabpanel', { name: /^Packs/ });
const groups = (section: 'Drafts' | 'Published') =>
  panel().getByRole('region', { name: section }).getByRole('article');
const agenda = () => page.getByRole('treegrid', { name: 'Agenda' });
const barriers = () => barriersInEveryTheme(page);
/** The bytes of packs that the library keeps. */
const kept = () => {
  const folder = path.join(window.library, 'packs');
  return existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((each) => each.isFile())
        .map(({ name }) => name)
    : [];
};
const sha256 = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');

async function openMeeting(name: string): Promise<void> {
  await page.keyboard.press('Control+Shift+G');
  await page.getByRole('row', { name }).first().dblclick();
  await agenda().waitFor();
}

async function build(): Promise<void> {
  await page.keyboard.press('F5');
  await page
    .getByRole('dialog', { name: 'Build the pack' })
    .getByRole('button', { name: 'Build', exact: true })
    .click();
}

async function publish(): Promise<void> {
  await groups('Drafts').getByRole('button', { name: 'Publish…' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Publish', exact: true }).click();
}

/** Saves what `button` offers, and waits until the window says so. */
async function save(file: string, choose: () => Promise<void>): Promise<string> {
  const target = path.join(desk.folder, file);
  await answerSaveDialog(window.app, target);
  await choose();
  await page
    .locator('.toast')
    .filter({ hasText: `Saved ${file}` })
    .waitFor();
  return target;
}

const keptHash = async (name: string) => {
  const row = panel()
    .getByRole('listitem')
    .filter({ has: page.getByRole('button', { name }) });
  return (
    await row
      .getByTitle(/^SHA-256 /)
      .first()
      .getAttribute('title')
  )?.replace('SHA-256 ', '');
};

test('the check reads every paper and names what is to be looked at', async () => {
  await openMeeting('Harbours Committee');
  await page.keyboard.press('Shift+F5');
  await page.getByRole('button', { name: 'Check again' }).waitFor(patient);
  expect(await barriers()).toEqual([]);
});

test('a build that is cancelled leaves nothing behind', async () => {
  await page.keyboard.press('F5');
  await page.getByRole('dialog', { name: 'Build the pack' }).waitFor();
  expect(await barriers()).toEqual([]);
  await page.getByRole('button', { name: 'Build', exact: true }).click();
  const status = page.getByRole('contentinfo');
  await status.getByRole('button', { name: 'Cancel' }).click();
  await status.getByRole('progressbar').waitFor({ state: 'detached' });
  await packsTab().click();
  await panel().getByText('No pack has been built').waitFor();
  expect(await barriers()).toEqual([]);
  // The window gives up at once; what was half made is removed meanwhile.
  await expect.poll(kept).toEqual([]);
});

test('F5 builds the restricted and the public pack, and a draft can be read', async () => {
  await build();
  await groups('Drafts').first().waitFor(patient);
  expect(await barriers()).toEqual([]);
  const drafts = groups('Drafts');
  expect(await drafts.count()).toBe(1);
  await drafts.getByText('Searched: no exempt words').waitFor();
  await panel().getByRole('button', { name: 'Read the public pack' }).click();
  const pages = page.getByRole('region', { name: 'Pages of the pack' });
  await pages.waitFor(patient);
  await page.keyboard.press('Control+F');
  const search = page.getByRole('textbox', { name: 'Search the pack' });
  await search.fill('Berths are let by the week');
  await page.getByText('of 1').waitFor(patient);
  await search.fill('Wexcombe Marine');
  await page.getByText('Not found').waitFor(patient);
  await page.getByRole('button', { name: 'Close the pack' }).click();
  await packsTab().click();
  await groups('Drafts').first().waitFor();
});

test('what is published says when, is kept to the byte, and gives its proof', async () => {
  await groups('Drafts').getByRole('button', { name: 'Publish…' }).click();
  await page.getByRole('alertdialog', { name: 'Publish the pack' }).waitFor();
  expect(await barriers()).toEqual([]);
  await page.keyboard.press('Escape');
  await publish();
  await groups('Published').first().waitFor();
  await expect.poll(() => groups('Drafts').count()).toBe(0);
  const time = await groups('Published').locator('time').getAttribute('dateTime');
  expect(Date.now() - Date.parse(time ?? '')).toBeLessThan(600_000);
  for (const audience of ['restricted', 'public']) {
    const hash = await keptHash(`Save the ${audience} pack…`);
    const file = await save(`${audience}.pdf`, () =>
      panel()
        .getByRole('button', { name: `Save the ${audience} pack…` })
        .click(),
    );
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(sha256(file)).toBe(hash);
  }
  const proof = await save('proof.json', async () => {
    await panel().getByRole('button', { name: 'Actions for the public pack' }).click();
    await page.getByRole('menuitem', { name: /Save the proof/ }).click();
  });
  expect(proofSchema.parse(JSON.parse(readFileSync(proof, 'utf8')))).toMatchObject({
    result: 'no leak',
    sha256: sha256(path.join(desk.folder, 'public.pdf')),
  });
});

/** Whether the notice that something failed names the file and says why; takes it away. */
async function toldWhy(file: string, why: RegExp): Promise<void> {
  const notice = page.locator('.toast').filter({ hasText: file });
  await notice.filter({ hasText: why }).waitFor();
  await notice.getByRole('button', { name: 'Dismiss' }).click();
  await notice.waitFor({ state: 'detached' });
}

test('a pack that cannot be saved where it should says why, leaves all as it was, and can be saved elsewhere', async () => {
  const saveTo = async (target: string | null) => {
    await answerSaveDialog(window.app, target);
    await panel().getByRole('button', { name: 'Save the public pack…' }).click();
  };
  const folder = path.join(desk.folder, 'Shared drive');
  const target = path.join(folder, 'Agenda pack.pdf');
  mkdirSync(folder);
  writeFileSync(target, 'published last year', { mode: 0o444 });
  await saveTo(target);
  await toldWhy('Agenda pack.pdf', /write-protected/);
  chmodSync(target, 0o644);
  const lock = path.join(folder, '.~lock.Agenda pack.pdf#');
  writeFileSync(lock, ',clerk,desk,;');
  await saveTo(target);
  await toldWhy('Agenda pack.pdf', /open in another program/);
  expect(readFileSync(target, 'utf8')).toBe('published last year');
  expect(readdirSync(folder).toSorted()).toEqual(['.~lock.Agenda pack.pdf#', 'Agenda pack.pdf']);

  const disk = smallDisk('16k');
  // Mounting takes root; target.test.ts has the same answer.
  if (disk !== null) {
    await saveTo(path.join(disk, 'Stick.pdf'));
    await toldWhy('Stick.pdf', /disk is full/);
    expect(readdirSync(disk)).toEqual([]);
  }

  const before = await page.locator('.toast').allTextContents();
  await saveTo(null);
  await page.waitForTimeout(300);
  expect(before).toEqual(expect.arrayContaining(await page.locator('.toast').allTextContents()));
  await groups('Published').first().waitFor();

  rmSync(lock);
  await saveTo(target);
  await page.locator('.toast').filter({ hasText: 'Saved Agenda pack.pdf' }).waitFor();
  expect(sha256(target)).toBe(await keptHash('Save the public pack…'));
  expect(readdirSync(folder)).toEqual(['Agenda pack.pdf']);
});

test('a late paper goes out as supplement A, and the consolidated pack has it in its place', async () => {
  const late = path.join(desk.folder, 'Dredging programme.pdf');
  writeFileSync(late, await suppliedPdf(['The channel is dredged in May']));
  await answerOpenDialog(window.app, late);
  await agenda().getByRole('row', { name: 'Letting of berths' }).click();
  await page.keyboard.press('Control+Shift+U');
  await agenda()
    .getByRole('row', { name: /Dredging programme/ })
    .waitFor();
  await agenda().getByRole('row', { name: 'Letting of berths' }).click();
  await page.getByRole('tab', { name: 'Details' }).click();
  await page.getByRole('checkbox', { name: /Taken as a late item/ }).press('Space');
  await page.getByRole('textbox', { name: /make it urgent/ }).fill('The dredger is free in May alone.');
  await page.getByRole('textbox', { name: 'Why it is late' }).fill('The survey came late.');
  await chooseMenu(window.app, 'meeting-supplement');
  const dialog = page.getByRole('dialog', { name: 'Supplement A' });
  await dialog.getByRole('checkbox', { name: /Dredging programme/ }).waitFor();
  expect(await dialog.getByRole('checkbox', { name: /Dredging programme/ }).isChecked()).toBe(true);
  expect(await dialog.getByRole('checkbox', { name: /Terms of letting/ }).isChecked()).toBe(false);
  expect(await barriers()).toEqual([]);
  await dialog.getByRole('button', { name: 'Build the supplement' }).click();
  await groups('Drafts').getByText('Supplement A').waitFor(patient);
  await publish();
  await groups('Published').getByText('Supplement A').waitFor();
  await dismissNotices(page);
  await panel().getByRole('button', { name: 'Consolidated pack' }).click();
  await groups('Drafts').getByText('Consolidated pack').waitFor(patient);
  await publish();
  await groups('Published').getByText('Consolidated pack').waitFor();
  expect(await groups('Published').locator('header strong').allTextContents()).toEqual([
    'Consolidated pack',
    'Supplement A',
    'Pack',
  ]);
  expect(await barriers()).toEqual([]);
  await panel().getByRole('button', { name: 'Read the restricted consolidated pack' }).click();
  await page.getByRole('tab', { name: 'Items' }).click(patient);
  const inOrder = page.locator('.pack-paper');
  await inOrder.first().waitFor(patient);
  // Of the supplement the paper keeps the number it was published under, behind the last of the pack.
  const [before, dredging, after] = (await inOrder.allTextContents()).slice(1);
  expect(before).toMatch(/^Terms of letting.*5/);
  expect(dredging).toMatch(/^Dredging programme.*(?:8|9)/);
  expect(after).toMatch(/^Bids received.*7/);
  await page.getByRole('button', { name: 'Close the pack' }).click();
  await packsTab().waitFor();
});

test('a draft of a second supplement is discarded; the next, numbered by its letter, says B1', async () => {
  const tides = path.join(desk.folder, 'Tide tables.pdf');
  writeFileSync(tides, await suppliedPdf(['High water is at noon']));
  await answerOpenDialog(window.app, tides);
  await agenda().getByRole('row', { name: 'Letting of berths' }).click();
  await page.keyboard.press('Control+Shift+U');
  await agenda()
    .getByRole('row', { name: /Tide tables/ })
    .waitFor();
  const buildByLetter = async () => {
    await chooseMenu(window.app, 'meeting-supplement');
    const dialog = page.getByRole('dialog', { name: 'Supplement B' });
    await dialog.getByText('B1, B2, …').click();
    await dialog.getByRole('button', { name: 'Build the supplement' }).click();
    await groups('Drafts').getByText('Supplement B').waitFor(patient);
  };
  await buildByLetter();
  const before = kept().length;
  for (const audience of ['restricted', 'public']) {
    await panel()
      .getByRole('button', { name: `Actions for the ${audience} supplement b` })
      .click();
    await page.getByRole('menuitem', { name: 'Discard the draft' }).click();
  }
  await groups('Drafts').first().waitFor({ state: 'detached' });
  await expect.poll(() => kept().length).toBeLessThan(before);
  await buildByLetter();
  await publish();
  await groups('Published').getByText('Supplement B').waitFor();
  const file = await save('supplement-b.pdf', () =>
    panel().getByRole('button', { name: 'Save the public supplement b…' }).click(),
  );
  const pdf = await openPdf(readFileSync(file));
  const labels = Array.from({ length: pdf.pageCount }, (_, at) => pdf.label(at));
  const texts = Array.from({ length: pdf.pageCount }, (_, at) => pdf.text(at).text);
  pdf.close();
  expect(labels).toContain('B1');
  expect(texts[labels.indexOf('B1')]).toMatch(/High water is at noon[\s\S]*Page B1/);
});

test('the dates of the meeting go to a calendar', async () => {
  await chooseMenu(window.app, 'meeting-deadlines');
  const dialog = page.getByRole('dialog', { name: 'Deadlines' });
  await dialog.waitFor();
  expect(await barriers()).toEqual([]);
  const calendar = await save('dates.ics', () =>
    dialog.getByRole('button', { name: /Export to a calendar/ }).click(),
  );
  const said = readFileSync(calendar, 'utf8');
  expect(said).toMatch(/^BEGIN:VCALENDAR\r\n/);
  expect(said).toContain('Harbours Committee');
  await dialog.getByRole('button', { name: 'Done' }).click();
});

test('a public pack that would show exempt words is refused with the place, and nothing of it is kept', async () => {
  const before = kept().toSorted();
  await openMeeting('Quays Panel');
  await build();
  const refused = page.getByRole('alertdialog', { name: /The public copy was not written/ });
  await refused.waitFor(patient);
  expect(await barriers()).toEqual([]);
  expect(await refused.textContent()).toMatch(/page \d.*words of Agenda Item 2/);
  await refused.getByRole('button', { name: 'Back to the agenda' }).click();
  await packsTab().click();
  await panel().getByText('No pack has been built').waitFor();
  expect(kept().toSorted()).toEqual(before);
});

test('without the note that gave it away it is built, and says that a public paper shares words with an exempt one', async () => {
  await page.getByRole('button', { name: 'Layout of the pack…' }).click();
  await page.getByRole('checkbox', { name: /Keep the notes/ }).press('Space');
  await page.getByRole('button', { name: 'Done' }).click();
  await build();
  await groups('Drafts').first().waitFor(patient);
  await panel()
    .getByText(/things? to know/)
    .last()
    .click();
  await panel()
    .getByText(/\d+ runs of 4 words of Agenda Item 2 stand in public parts too/)
    .waitFor();
  expect(await barriers()).toEqual([]);
});

/** Words of the block with the caret, where one can write in it and see it. */
const writingAt = () =>
  page.evaluate(() => {
    const { focusNode } = getSelection() ?? {};
    const block = focusNode?.parentElement?.closest('[data-kind]');
    const isHere = block?.closest('[contenteditable="true"]') === document.activeElement;
    const { top = -1 } = block?.getBoundingClientRect() ?? {};
    return isHere && top > 0 && top < innerHeight ? block?.textContent : null;
  });

test('the check tells once that passages lack their reason, and leads into the document to each', async () => {
  await openMeeting('Locks Panel');
  await page.keyboard.press('Shift+F5');
  const found = page.getByRole('tabpanel', { name: /^Check/ }).getByText(/public interest/);
  await found.waitFor(patient);
  expect(await found.allTextContents()).toEqual([
    expect.stringMatching(/^2 passages are exempt by paragraph 3, /),
  ]);
  expect(await barriers()).toEqual([]);
  for (const [at, words] of passages.entries()) {
    await page.getByRole('list', { name: 'Passages' }).getByRole('button').nth(at).click();
    await expect.poll(writingAt, patient).toContain(words);
    await page.getByRole('button', { name: 'Back to the agenda' }).click();
    await page.getByText(/may have changed since this check/).waitFor();
  }
});

test('words of such a passage that would have got out lead to it as well as to the paper that has them', async () => {
  await build();
  const refused = page.getByRole('alertdialog', { name: /The public copy was not written/ });
  await refused.waitFor(patient);
  expect(await refused.textContent()).toMatch(/words of Agenda Item 1, “Depot report”, paragraph \d+, block/);
  await refused.getByRole('button', { name: 'Go to “Survey of the locks”' }).waitFor();
  await refused.getByRole('button', { name: 'Open the exempt passage' }).click();
  await expect.poll(writingAt, patient).toContain(passages[1]);
  await page.getByRole('button', { name: 'Back to the agenda' }).click();
  await packsTab().click();
  await panel().getByText('Public copy refused').waitFor();
});
