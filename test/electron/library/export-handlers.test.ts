import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { commentHandlers } from '../../../electron/library/comment-handlers.ts';
import { Anchors } from '../../../electron/library/evidence/anchors.ts';
import { exportHandlers } from '../../../electron/library/export-handlers.ts';
import { insertDocument } from '../../../electron/library/insert-document.ts';
import { nodeAssembler } from '../../../electron/library/pack/assembling.ts';
import { DespatchError } from '../../../shared/contract/errors.ts';
import { proofSchema } from '../../../shared/pack/proof-report.ts';
import { scratchFolder } from '../../scratch-folder.ts';
import { chart, chartAsset } from './export/picture.ts';
import { richReport } from './export/rich-report.ts';
import { parts } from './export/word-file.ts';
import { context, services } from './scratch.ts';

const proving = nodeAssembler(path.resolve('electron'));

/** A library that holds the rich report, its picture unless told otherwise, and one comment. */
async function library({ picture = true } = {}) {
  const folder = scratchFolder();
  const given = services(folder);
  const document = richReport();
  const time = given.now().toISOString();
  given.store().write((tables) => {
    insertDocument(tables, document, [], { version: given.version, time });
    if (picture) tables.assets.put(chartAsset, { mediaType: 'image/png', bytes: chart }, time);
  });
  const handlers = { ...exportHandlers(given, new Anchors(given.store), proving), ...commentHandlers(given) };
  const thread = {
    id: 't',
    anchor: { blockId: 'join', quote: null },
    author: 'Ada',
    createdAt: '2026-03-01T10:00:00.000Z',
    text: 'For five years?',
    replies: [],
    resolved: null,
  };
  await handlers['comments.change']({ documentId: document.id, operation: { type: 'add', thread } }, context);
  const write = async (format: 'docx' | 'pdf', comments?: boolean) => {
    const target = path.join(folder, `out.${format}`);
    given.grants.give('out', target, 'write');
    const asked = {
      documentId: document.id,
      format,
      grant: 'out',
      ...(comments !== undefined && { comments }),
    };
    await handlers['documents.export'](asked, context);
    return readFileSync(target);
  };
  return write;
}

test('the pictures of the library are in the files, and no comment is unless asked for', async () => {
  const write = await library();
  const files = parts(await write('docx'));
  const picture = [...files.keys()].find((name) => name.startsWith('word/media/'));
  expect(picture).toBeDefined();
  expect(files.has('word/comments.xml')).toBe(false);
  expect((await write('pdf')).toString('latin1')).toContain('/Subtype /Image');
});

test('comments leave with a Word file that asks for them, and never with a PDF', async () => {
  const write = await library();
  const said = parts(await write('docx', true)).get('word/comments.xml') ?? '';
  expect(said).toContain('For five years?');
  const hash = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
  expect(hash(await write('pdf', true))).toBe(hash(await write('pdf')));
});

test('a picture that the library lacks is named by its block, and nothing is written', async () => {
  const write = await library({ picture: false });
  for (const format of ['docx', 'pdf'] as const) {
    const failure = await write(format).catch((thrown: unknown) => thrown);
    if (!(failure instanceof DespatchError)) throw new Error('it was written');
    expect(failure.toData()).toMatchObject({ code: 'image.missing', details: { blockId: 'saving' } });
  }
});

test.each(['pdf', 'docx'] as const)(
  'a public %s of a document in the library is proved, and its report stands beside it',
  async (format) => {
    const folder = scratchFolder();
    const given = services(folder);
    const document = richReport();
    const exempt = { regime: 'LGA1972-England', paragraph: 3, publicInterest: '' } as const;
    const sections = document.sections.map((section) =>
      section.role === 'unknown'
        ? section
        : {
            ...section,
            blocks: section.blocks.map((block) =>
              block.kind === 'recommendation' && block.id === 'join' ? { ...block, exempt } : block,
            ),
          },
    );
    given.store().write((tables) => {
      insertDocument(tables, { ...document, sections }, [], {
        version: given.version,
        time: given.now().toISOString(),
      });
      tables.assets.put(chartAsset, { mediaType: 'image/png', bytes: chart }, given.now().toISOString());
    });
    const [file, report] = [path.join(folder, `public.${format}`), path.join(folder, 'proof.json')];
    given.grants.give('out', file, 'write');
    given.grants.give('report', report, 'write');
    const handlers = exportHandlers(given, new Anchors(given.store), proving);
    const asked = {
      documentId: document.id,
      format,
      grant: 'out',
      public: { proof: 'report' },
    } as const;
    const { notices, bytes } = await handlers['documents.export'](asked, context);
    expect(notices[0]).toMatch(/^Proved: nothing exempt stands in the \d+ words/);
    expect(readFileSync(file)).toHaveLength(bytes);
    const proof = proofSchema.parse(JSON.parse(readFileSync(report, 'utf8')));
    expect(proof).toMatchObject({ file: `public.${format}`, findings: [] });
    expect(proof.exempt.some(({ sought }) => sought > 0)).toBe(true);
  },
);
