import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readSource } from '../../../electron/extractor/read-source.ts';
import { type LibraryOptions, openLibrary } from '../../../electron/library/open.ts';
import type { CallContext } from '../../../shared/contract/calls.ts';
import { DespatchError } from '../../../shared/contract/errors.ts';
import { scratchFolder } from '../../scratch-folder.ts';
import { brief } from '../cli/despatch.ts';
import { clock, context, counter } from './scratch.ts';

const code = (expected: string) => expect.objectContaining({ code: expected });

function library(options: Partial<LibraryOptions> = {}) {
  const folder = path.join(scratchFolder(), 'library');
  const opened = openLibrary({ folder, mint: counter(), now: clock(), extract: readSource, ...options });
  onTestFinished(() => opened.close());
  const file = path.join(path.dirname(folder), 'brief.md');
  writeFileSync(file, brief);
  return { ...opened, folder, file };
}

const importText = ({ handlers }: ReturnType<typeof library>, given: CallContext = context) =>
  handlers['documents.import']({ source: { text: brief, name: 'pasted' } }, given);

test('a granted file is imported with its report, and its progress only grows', async () => {
  const opened = library();
  opened.grants.give('g', opened.file, 'read');
  const progress: number[] = [];
  const given = { ...context, progress: (done: number) => progress.push(done) };
  const imported = await opened.handlers['documents.import']({ source: { grant: 'g' } }, given);
  const stored = await opened.handlers['documents.open']({ documentId: imported.documentId }, context);
  expect(stored.importReport).toEqual(imported.report);
  expect(progress).toEqual([...progress].sort((a, b) => a - b));
});

test('a file nobody granted is not read', async () => {
  const opened = library();
  const source = { grant: opened.file };
  await expect(opened.handlers['documents.import']({ source }, context)).rejects.toThrowError(
    code('grant.unknown'),
  );
});

test('nothing is stored of an import that was cancelled while the file was read', async () => {
  const cancel = new AbortController();
  const opened = library({
    extract: async (file, signal) => {
      const source = await readSource(file);
      cancel.abort();
      expect(signal.aborted).toBe(true);
      return source;
    },
  });
  opened.grants.give('g', opened.file, 'read');
  const given = { ...context, signal: cancel.signal };
  await expect(opened.handlers['documents.import']({ source: { grant: 'g' } }, given)).rejects.toThrowError(
    code('call.cancelled'),
  );
  expect(await opened.handlers['documents.list']({}, context)).toEqual([]);
});

test('rows of the import report keep what the person said, all of them or none', async () => {
  const opened = library();
  const { documentId, report } = await importText(opened);
  const first = report[0]?.id;
  const set = (rowIds: string[]) =>
    opened.handlers['documents.setImportRowState']({ documentId, rowIds, state: 'accepted' }, context);
  const pending = async () => (await opened.handlers['documents.list']({}, context))[0]?.pendingImportRows;
  await expect(set([first ?? '', 'no such row'])).rejects.toThrowError(code('call.invalid'));
  expect(await pending()).toBe(report.length);
  const { importReport } = await set([first ?? '']);
  expect(importReport.find(({ id }) => id === first)?.state).toBe('accepted');
  expect(importReport.filter(({ state }) => state === 'pending')).toHaveLength(report.length - 1);
  expect(await pending()).toBe(report.length - 1);
});

test('an accepted repair is no finding any more', async () => {
  const opened = library();
  const { documentId, report } = await importText(opened);
  const unreviewed = async () =>
    (await opened.handlers['documents.check']({ documentId }, context)).filter(
      ({ rule }) => rule === 'unreviewed-repair',
    );
  expect(await unreviewed()).not.toEqual([]);
  const rowIds = report.map(({ id }) => id);
  await opened.handlers['documents.setImportRowState']({ documentId, rowIds, state: 'accepted' }, context);
  expect(await unreviewed()).toEqual([]);
});

test.each(['docx', 'pdf'] as const)(
  'a document is exported as %s to the granted file alone',
  async (format) => {
    const opened = library();
    const { documentId } = await importText(opened);
    const target = path.join(path.dirname(opened.folder), `out.${format}`);
    opened.grants.give('out', target, 'write');
    const said = await opened.handlers['documents.export']({ documentId, format, grant: 'out' }, context);
    expect(said).toEqual({ fileName: `out.${format}`, notices: [], bytes: readFileSync(target).length });
  },
);

test('an export that cannot be written leaves library and folder as they were', async () => {
  const opened = library();
  const { documentId } = await importText(opened);
  const target = path.join(path.dirname(opened.folder), 'taken.docx');
  mkdirSync(target);
  opened.grants.give('out', target, 'write');
  const now = async () => ({
    files: readdirSync(path.dirname(opened.folder), { recursive: true }),
    document: await opened.handlers['documents.open']({ documentId }, context),
  });
  const before = await now();
  await expect(
    opened.handlers['documents.export']({ documentId, format: 'docx', grant: 'out' }, context),
  ).rejects.toThrowError(code('output.isDirectory'));
  expect(await now()).toEqual(before);
});

test('a library made later is made by the first document, not by a failure', async () => {
  const opened = library({
    missing: 'later',
    extract: (file) => Promise.reject(new DespatchError('input.empty', { file })),
  });
  opened.grants.give('g', opened.file, 'read');
  await expect(opened.handlers['documents.import']({ source: { grant: 'g' } }, context)).rejects.toThrowError(
    code('input.empty'),
  );
  expect(existsSync(opened.folder)).toBe(false);
  await importText(opened);
  expect(existsSync(opened.folder)).toBe(true);
});

test('a library that must be there already is not made', () => {
  expect(() => library({ missing: 'refuse' })).toThrowError(code('library.notFound'));
});
