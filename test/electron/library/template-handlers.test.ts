import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { documentHandlers } from '../../../electron/library/document-handlers.ts';
import { spellingHandlers } from '../../../electron/library/spelling-handlers.ts';
import { templateHandlers } from '../../../electron/library/template-handlers.ts';
import { structureFaults } from '../../../shared/document/legal.ts';
import { documentKinds } from '../../../shared/document/schema.ts';
import { knownBlocks, plainText } from '../../../shared/document/walk.ts';
import { scratchFolder } from '../../scratch-folder.ts';
import { context, fingerprint, parsed, retyped, services } from './scratch.ts';

const code = (expected: string) => expect.objectContaining({ code: expected });
const SUFFIX = '.despatch-template.json';
const visit = JSON.parse(
  readFileSync(path.join(import.meta.dirname, '../../shared/templates/visit.json'), 'utf8'),
) as Record<string, unknown>;

function library() {
  const folder = scratchFolder();
  const given = services(folder);
  const handlers = { ...documentHandlers(given), ...templateHandlers(given), ...spellingHandlers(given) };
  const shelf = path.join(folder, 'templates');
  return {
    folder,
    shelf,
    list: () => handlers['templates.list']({}, context),
    /** Chooses a file in the dialog, so to speak. */
    async add(text: string | Uint8Array, name = `visit${SUFFIX}`) {
      const outside = path.join(scratchFolder(), name);
      writeFileSync(outside, text);
      given.grants.give(outside, outside, 'read');
      return handlers['templates.add']({ grant: outside }, context);
    },
    wrong: async (word: string) => (await handlers['spelling.check']({ words: [word] }, context)).wrong,
    remove: (file: string) => handlers['templates.remove']({ file }, context),
    restore: (binned: string) => handlers['templates.restore']({ binned }, context),
    createFrom: async (source: Parameters<(typeof handlers)['documents.createFrom']>[0]) => {
      const { documentId } = await handlers['documents.createFrom'](source, context);
      return parsed(await handlers['documents.open']({ documentId }, context));
    },
    handlers,
  };
}

test('a new library offers what Despatch brings, and making one document of each kind needs no more', async () => {
  const { list, createFrom, handlers } = library();
  const { templates, broken } = await list();
  expect(broken).toEqual([]);
  expect(templates.map(({ file }) => file)).toEqual(templates.map(() => null));
  expect(new Set(templates.map(({ kind }) => kind))).toEqual(new Set(documentKinds));
  for (const { id } of templates) {
    const document = await createFrom({ templateId: id, guidance: true });
    expect(structureFaults(document)).toEqual([]);
  }
  const titles = (await handlers['documents.list']({}, context)).map(({ title }) => title);
  expect(titles).toEqual(templates.map(() => ''));
});

test('a department’s file is copied in, offered, and goes to the bin and back', async () => {
  const { add, list, remove, restore, shelf, createFrom } = library();
  const { template, replaced } = await add(`\uFEFF${JSON.stringify(visit)}`);
  expect(replaced).toBeNull();
  expect(template).toMatchObject({ id: 'visit-note', department: 'Ministry of Lamps', kind: 'briefing' });
  expect(readdirSync(shelf)).toEqual([`visit-note${SUFFIX}`]);
  expect((await createFrom({ templateId: 'visit-note', guidance: true })).settings.template).toBe(
    'Visit note',
  );

  const { binned } = await remove(`visit-note${SUFFIX}`);
  expect((await list()).templates.some(({ id }) => id === 'visit-note')).toBe(false);
  await expect(createFrom({ templateId: 'visit-note', guidance: true })).rejects.toEqual(
    code('template.notFound'),
  );
  await restore(binned);
  expect((await list()).templates.some(({ id }) => id === 'visit-note')).toBe(true);
  await expect(restore(binned)).rejects.toEqual(code('template.notFound'));
});

test('a newer version of a template takes the place of the older one, which goes to the bin', async () => {
  const { add, list, restore, shelf } = library();
  await add(JSON.stringify(visit));
  const { replaced } = await add(JSON.stringify({ ...visit, name: 'Visit note 2027' }));
  expect((await list()).templates.filter(({ id }) => id === 'visit-note').map(({ name }) => name)).toEqual([
    'Visit note 2027',
  ]);
  expect(readdirSync(path.join(shelf, 'bin'))).toEqual([replaced]);
  await expect(restore(String(replaced))).rejects.toEqual(code('template.taken'));
});

test.each([
  ['that is no JSON', 'Dear colleague', 'template.invalid'],
  ['that is no UTF-8', new Uint8Array([0x22, 0xff, 0xfe, 0x22]), 'template.invalid'],
  ['of 2.5 MB', ' '.repeat(2_500_000), 'template.invalid'],
  ['that takes the id of one of ours', JSON.stringify({ ...visit, id: 'submission' }), 'template.taken'],
])('a chosen file %s is refused and nothing is changed', async (_what, bytes, expected) => {
  const { add, folder } = library();
  const before = fingerprint(folder);
  await expect(add(bytes)).rejects.toEqual(code(expected));
  expect(fingerprint(folder)).toBe(before);
});

test('broken files in the folder are listed with their reason and stop no other', async () => {
  const { list, shelf, remove } = library();
  mkdirSync(path.join(shelf, `folder${SUFFIX}`), { recursive: true });
  writeFileSync(path.join(shelf, `a${SUFFIX}`), JSON.stringify(visit));
  writeFileSync(path.join(shelf, `b${SUFFIX}`), JSON.stringify(visit));
  writeFileSync(path.join(shelf, `half${SUFFIX}`), '{"version": 1');
  writeFileSync(path.join(shelf, 'notes.txt'), 'no template');
  symlinkSync('/dev/zero', path.join(shelf, `endless${SUFFIX}`));
  symlinkSync('/nowhere', path.join(shelf, `gone${SUFFIX}`));
  const { templates, broken } = await list();
  expect(templates.find(({ id }) => id === 'visit-note')?.file).toBe(`a${SUFFIX}`);
  expect(Object.fromEntries(broken.map(({ file, reason }) => [file.replace(SUFFIX, ''), reason]))).toEqual({
    b: `“a${SUFFIX}” has the same id, visit-note`,
    endless: 'it is a folder or a device, not a file',
    folder: 'it is a folder or a device, not a file',
    gone: 'ENOENT',
    half: 'it is not JSON',
  });
  await remove(`half${SUFFIX}`);
  expect((await list()).broken).toHaveLength(4);
});

test.each(['../library.db', 'bin', '/etc/passwd', `../x${SUFFIX}`, `bin/x${SUFFIX}`])(
  'no name leads out of the folder of templates: %s',
  async (name) => {
    const { folder, remove, restore, add } = library();
    await add(JSON.stringify(visit));
    const before = fingerprint(folder);
    await expect(remove(name)).rejects.toEqual(code('template.notFound'));
    await expect(restore(`20260101000000000-${name}`)).rejects.toEqual(code('template.notFound'));
    expect(fingerprint(folder)).toBe(before);
    expect(existsSync(path.join(folder, 'library.db'))).toBe(true);
  },
);

test('a past document lends its words, or its headings alone, to a new one', async () => {
  const { createFrom, handlers } = library();
  const past = await createFrom({ templateId: 'ministerial-meeting-brief', guidance: true });
  await handlers['documents.saveSections'](
    {
      documentId: past.id,
      baseRevision: 1,
      sections: [retyped(past, 'topic', 'point', 'Lamps are kept bright.')],
    },
    context,
  );
  const kept = await createFrom({ documentId: past.id, content: 'kept' });
  expect([...knownBlocks(kept)].map(({ content }) => plainText(content))).toContain('Lamps are kept bright.');
  const cleared = await createFrom({ documentId: past.id, content: 'cleared' });
  const words = [...knownBlocks(cleared)].map(({ content }) => plainText(content));
  expect(words).not.toContain('Lamps are kept bright.');
  expect(words).toContain('Points to make');
  expect(new Set([past.id, kept.id, cleared.id]).size).toBe(3);
});

test('a document becomes a template that can be chosen at once, under a name of its own', async () => {
  const { createFrom, handlers, list } = library();
  const past = await createFrom({ templateId: 'submission', guidance: false });
  const save = () =>
    handlers['templates.saveFrom'](
      {
        documentId: past.id,
        name: 'Submission',
        description: 'Ours',
        department: 'Lamps',
        content: 'cleared',
        lockHeadings: true,
      },
      context,
    );
  expect((await save()).template).toMatchObject({
    id: 'submission-2',
    name: 'Submission',
    department: 'Lamps',
  });
  expect((await save()).template.id).toBe('submission-3');
  expect((await list()).broken).toEqual([]);
  const again = await createFrom({ templateId: 'submission-3', guidance: true });
  expect(structureFaults(again)).toEqual([]);
});

test('the words of a template are spelt right as long as it is in the library', async () => {
  const { add, remove, wrong } = library();
  expect(await wrong('blimpfoot')).toEqual(['blimpfoot']);
  await add(JSON.stringify({ ...visit, words: ['blimpfoot'] }));
  expect(await wrong('blimpfoot')).toEqual([]);
  await remove(`visit-note${SUFFIX}`);
  expect(await wrong('blimpfoot')).toEqual(['blimpfoot']);
});
