import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as whole from '../../../electron/library/export/docx/index.ts';
import { lean, leanDocx } from '../../../scripts/bundle/lean-docx.ts';
import { repository } from '../../../scripts/lib/repository.ts';
import type { DespatchDocument } from '../../../shared/document/schema.ts';
import { knownBlocks } from '../../../shared/document/walk.ts';
import { printDocument } from '../../../shared/print/model.ts';
import { citingAll, evidenceOf } from '../../electron/library/export/evidence-builder.ts';
import { notedReport } from '../../electron/library/export/noted-report.ts';
import { pictures } from '../../electron/library/export/picture.ts';
import { richBrief } from '../../electron/library/export/rich-brief.ts';
import { richReport } from '../../electron/library/export/rich-report.ts';
import { richSubmission } from '../../electron/library/export/rich-submission.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'despatch-lean-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let bundled: typeof whole;
beforeAll(async () => {
  const outfile = path.join(folder, 'docx.mjs');
  await build({
    absWorkingDir: repository,
    entryPoints: ['electron/library/export/docx/index.ts'],
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile,
    plugins: [leanDocx],
  });
  bundled = (await import(pathToFileURL(outfile).href)) as typeof whole;
});

async function expectSame(...[print, lent]: Parameters<typeof whole.renderDocx>): Promise<void> {
  const ours = await bundled.renderDocx(print, lent);
  expect(Buffer.compare(Buffer.from(ours), Buffer.from(await whole.renderDocx(print, lent)))).toBe(0);
}

const documents: Readonly<Record<string, DespatchDocument>> = {
  brief: richBrief(),
  report: richReport(),
  submission: richSubmission(),
};

test.each(Object.keys(documents))(
  'a %s with every block is the same Word file, byte for byte',
  async (kind) => {
    const document = documents[kind] ?? richBrief();
    const [block] = knownBlocks(document);
    const thread = {
      id: 'a',
      anchor: { blockId: block?.id ?? '', quote: null },
      author: 'Ann Mori',
      createdAt: '2031-05-06T10:15:00Z',
      text: 'Who says so?',
      replies: [],
      resolved: null,
    };
    await expectSame(printDocument(document, { threads: [thread] }), pictures);
    await expectSame(printDocument(document, { audience: 'public' }), pictures);
  },
);

test.each(['notes', 'endnotes', 'annex'] as const)(
  'sources as %s are the same, byte for byte',
  async (form) => {
    const evidence = await evidenceOf(form);
    await expectSame(printDocument(notedReport(30, 12), { evidence }));
    await expectSame(printDocument(citingAll(richReport()), { evidence }), pictures);
  },
);

test('a docx that is built in another way is refused', () => {
  expect(() => lean('export const Document = class {};', { parts: new Map(), levels: [] })).toThrow(
    'not built as it was',
  );
});
