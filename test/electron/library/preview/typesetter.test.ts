/** Real typesetter processes in plain Node, with real Typst and PDFium. */
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startNodeCompanion } from '../../../../electron/library/companions/companion-process.ts';
import { renderPdf } from '../../../../electron/library/export/pdf/index.ts';
import { noPictures, type Pictures } from '../../../../electron/library/export/pictures.ts';
import type { StartTypesetter } from '../../../../electron/library/preview/running-typesetter.ts';
import { PreviewTypesetter, type TypesetterLimits } from '../../../../electron/library/preview/typesetter.ts';
import { openPdf } from '../../../../electron/pdfium/open-pdf.ts';
import { PLACE_LENGTH, type Typeset } from '../../../../shared/contract/preview-calls.ts';
import { serialiseSection } from '../../../../shared/document/parse.ts';
import type { DespatchDocument } from '../../../../shared/document/schema.ts';
import { knownBlocks } from '../../../../shared/document/walk.ts';
import { printDocument } from '../../../../shared/print/model.ts';
import { pictures as chart, chartAsset } from '../export/picture.ts';
import { richReport } from '../export/rich-report.ts';
import { sampleBrief, sampleReport, words } from '../export/sample-documents.ts';
import { retyped } from '../scratch.ts';

const entry = path.join(import.meta.dirname, '../../../../electron/typesetter/main.ts');

function open(limits: TypesetterLimits = {}, pictures: Pictures = noPictures) {
  const processes: ReturnType<StartTypesetter>[] = [];
  const start: StartTypesetter = () => {
    const started = startNodeCompanion(entry)();
    processes.push(started);
    return started;
  };
  const typesetter = new PreviewTypesetter(start, pictures, limits);
  onTestFinished(() => typesetter.stop());
  return { typesetter, processes };
}

/** What the window would send: the frame, the order, and the sections given. */
function stateOf({ id, sections, ...frame }: DespatchDocument, changed = sections) {
  return {
    documentId: id,
    frame,
    order: sections.map((section) => section.id),
    sections: changed.map(serialiseSection),
  };
}

async function typeset(
  typesetter: PreviewTypesetter,
  ...given: Parameters<typeof stateOf>
): Promise<Typeset> {
  const answer = await typesetter.typeset(stateOf(...given));
  if (answer.state === 'missing') throw new Error(`missing: ${answer.sections}`);
  return answer;
}

test('the pages are pictures of the very file that an export would write', async () => {
  const { typesetter } = open();
  const document = sampleReport();
  const { version, sizes } = await typeset(typesetter, document);
  const exported = await openPdf(await renderPdf(printDocument(document)));
  expect(sizes).toEqual(exported.sizes);
  for (let page = 0; page < sizes.length / 2; page += 1) {
    const shown = await typesetter.page(document.id, version, page, 500);
    const expected = exported.draw(page, 500);
    expect(shown?.width).toBe(500);
    expect(Buffer.compare(shown?.pixels ?? Buffer.of(), expected.pixels)).toBe(0);
  }
  exported.close();
});

test('only what changed is sent, and what the typesetter lacks it asks for', async () => {
  const { typesetter } = open();
  const document = sampleBrief();
  expect(await typesetter.typeset(stateOf(document, []))).toEqual({
    state: 'missing',
    sections: document.sections.map(({ id }) => id),
  });
  await typesetter.put(document.id, document.sections.slice(1).map(serialiseSection));
  const first = await typeset(typesetter, document, document.sections.slice(0, 1));

  const front = retyped(document, 'front', 'title', 'A much shorter title');
  const sections = document.sections.map((section) => (section.id === front.id ? front : section));
  const second = await typeset(typesetter, { ...document, sections }, [front]);
  expect(second.version).toBeGreaterThan(first.version);
  const [before, after] = await Promise.all(
    [first, second].map(({ version }) => typesetter.page(document.id, version, 0, 300)),
  );
  expect(Buffer.compare(before?.pixels ?? Buffer.of(), after?.pixels ?? Buffer.of())).not.toBe(0);

  // Sections that are gone, and sections in another order.
  const fewer = { ...document, sections: [...sections.slice(2), ...sections.slice(0, 1)] };
  const third = await typeset(typesetter, fewer, []);
  expect(third.blockIds.at(-1)).toBe(front.blocks.findLast(({ id }) => third.blockIds.includes(id))?.id);
  expect(await typesetter.page(document.id, first.version, 0, 300)).toBeNull();
});

test('each printed block has a place within a page', async () => {
  const { typesetter } = open();
  const document = sampleBrief();
  const { blockIds, places, sizes } = await typeset(typesetter, document);
  const printed = printDocument(document).blocks.filter(({ content }) => content.length > 0);
  expect(blockIds).toEqual(printed.map(({ id }) => id));
  expect(places.length).toBe(PLACE_LENGTH * blockIds.length);
  for (let at = 0; at < places.length; at += PLACE_LENGTH) {
    const [page = -1, x = -1, y = -1, endPage = -1, endY = -1] = places.slice(at);
    expect(page).toBeLessThan(sizes.length / 2);
    expect(x).toBeLessThan(sizes[2 * page] ?? 0);
    for (const height of [y, endY]) expect(height).toBeLessThan(sizes[2 * page + 1] ?? 0);
    expect(endPage).toBeGreaterThanOrEqual(page);
  }
});

test('words that cannot be printed are an error that names their block, and the next words print again', async () => {
  const { typesetter } = open();
  const document = sampleBrief();
  const odd = retyped(document, 'front', 'title', 'Meeting with 𒀀');
  const sections = document.sections.map((section) => (section.id === odd.id ? odd : section));
  const title = document.sections[0]?.blocks.find(({ kind }) => kind === 'title');
  await expect(typeset(typesetter, { ...document, sections })).rejects.toMatchObject({
    code: 'export.unprintable',
    details: { blockId: title?.id },
  });
  await typeset(typesetter, document, document.sections.slice(0, 1));
});

test('a picture is fetched from the library once; what an export stops for is shown and named', async () => {
  const fetched: string[] = [];
  const { typesetter } = open({}, (asset) => {
    fetched.push(asset);
    return chart(asset);
  });
  const document = richReport();
  const images = [...knownBlocks(document)].filter((block) => block.kind === 'image');
  const first = await typeset(typesetter, document);
  expect(first.stops).toBeNull();
  await typeset(typesetter, document, []);
  expect(fetched).toEqual([chartAsset]);

  const silent = {
    ...document,
    sections: document.sections.map((section) => ({
      ...section,
      blocks: section.blocks.map((block) =>
        block.kind === 'image' ? { ...block, alternativeText: '', decorative: false } : block,
      ),
    })) as DespatchDocument['sections'],
  };
  const second = await typeset(typesetter, silent);
  expect(second.stops).toMatchObject({
    code: 'export.alternativeTextMissing',
    details: { blockId: images[0]?.id },
  });
  expect(second.sizes.length).toBe(first.sizes.length);
});

test('a picture that the library does not have is asked for again each time', async () => {
  const fetched: string[] = [];
  const { typesetter } = open({}, (asset) => {
    fetched.push(asset);
    return null;
  });
  const document = richReport();
  expect((await typeset(typesetter, document)).stops).toMatchObject({ code: 'image.missing' });
  await typeset(typesetter, document, []);
  expect(fetched).toEqual([chartAsset, chartAsset]);
});

test('a killed typesetter fails what waits for it, and the next order starts another', async () => {
  const { typesetter, processes } = open();
  const document = sampleReport();
  await typeset(typesetter, document);
  const under = typesetter.typeset(stateOf(document));
  processes[0]?.kill();
  await expect(under).rejects.toMatchObject({ code: 'preview.stopped' });
  expect(await typesetter.page(document.id, 1, 0, 300)).toBeNull();
  expect(await typesetter.typeset(stateOf(document, []))).toMatchObject({ state: 'missing' });
  await typeset(typesetter, document);
  expect(processes).toHaveLength(2);
});

test('one that takes too long is ended', async () => {
  const { typesetter } = open({ timeoutMs: 1 });
  await expect(typeset(typesetter, sampleReport())).rejects.toMatchObject({
    code: 'preview.stopped',
    details: { reason: expect.stringContaining('longer') },
  });
});

test('one that has grown beyond its bound draws its pages until another one has made the next', async () => {
  const { typesetter, processes } = open({ memoryBound: 1 });
  const document = sampleBrief();
  const first = await typeset(typesetter, document);
  expect(await typesetter.typeset(stateOf(document, []))).toMatchObject({ state: 'missing' });
  expect(processes).toHaveLength(2);
  expect(await typesetter.page(document.id, first.version, 0, 300)).not.toBeNull();
});

test('closing the document ends the process after a while; opening another at once keeps it', async () => {
  const { typesetter, processes } = open({ idleMs: 100 });
  const [brief, report] = [
    { ...sampleBrief(), id: 'brief' },
    { ...sampleReport(), id: 'report' },
  ];
  await typeset(typesetter, brief);
  await typesetter.close('brief');
  const { version } = await typeset(typesetter, report);
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(await typesetter.page('report', version, 0, 300)).not.toBeNull();
  expect(processes).toHaveLength(1);
  const ended = new Promise<void>((resolve) => processes[0]?.onExit(resolve));
  await typesetter.close('report');
  await ended;
});

test('a document that is closed while another is typeset does not end its process', async () => {
  const { typesetter, processes } = open({ idleMs: 0 });
  const [brief, report] = [
    { ...sampleBrief(), id: 'brief' },
    { ...sampleReport(), id: 'report' },
  ];
  await typeset(typesetter, brief);
  // The process is at work for both when the first is closed there.
  const made = typeset(typesetter, report);
  await typesetter.close('brief');
  const { version } = await made;
  expect(await typesetter.page('report', version, 0, 300)).not.toBeNull();
  expect(processes).toHaveLength(1);
  await typesetter.close('report');
});

test('a document that a newer version wrote is refused in its own words', async () => {
  const { typesetter } = open();
  const document = sampleBrief();
  const [first, ...rest] = document.sections;
  const raw = { id: first?.id, role: 'front', blocks: [{ id: 'x', kind: 'hologram', content: words('x') }] };
  const state = { ...stateOf(document, rest) };
  await expect(typesetter.typeset({ ...state, sections: [raw, ...state.sections] })).rejects.toMatchObject({
    code: 'document.newer',
  });
});
