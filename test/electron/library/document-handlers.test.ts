import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { LIBRARY_FILE } from '../../../electron/library/db/connection.ts';
import { structureFaults } from '../../../shared/document/legal.ts';
import { withSections } from '../../../shared/document/parse.ts';
import type { DespatchDocument } from '../../../shared/document/schema.ts';
import { scratchFolder } from '../../scratch-folder.ts';
import { context, openDocuments, parsed, retyped } from './scratch.ts';

const code = (expected: string) => expect.objectContaining({ code: expected });

async function newReport() {
  const folder = scratchFolder();
  const library = openDocuments(folder);
  const { documentId } = await library.handlers['documents.create']({ kind: 'report' }, context);
  const open = async () => library.handlers['documents.open']({ documentId }, context);
  const document = parsed(await open());
  const save = (sections: readonly unknown[], extra: { order?: string[]; baseRevision?: number } = {}) =>
    library.handlers['documents.saveSections'](
      { documentId, baseRevision: 1, sections: [...sections], ...extra },
      context,
    );
  const list = async () => (await library.handlers['documents.list']({}, context))[0];
  return { folder, library, documentId, document, open, save, list };
}

/** Puts JSON into the library as a newer version of Despatch would have written it. */
function writeAsNewerVersion(folder: string, change: (database: Database.Database) => void) {
  const database = new Database(path.join(folder, LIBRARY_FILE));
  change(database);
  database.exec("UPDATE documents SET understood_by = '9.9.9'");
  database.close();
}

test.each(['briefing', 'report'] as const)('a new %s is stored whole and legal', async (kind) => {
  const { handlers } = openDocuments(scratchFolder());
  const { documentId } = await handlers['documents.create']({ kind }, context);
  const opened = await handlers['documents.open']({ documentId }, context);
  expect(opened.revision).toBe(1);
  expect(parsed(opened)).toMatchObject({ id: documentId, kind, marking: null });
  expect(structureFaults(parsed(opened))).toEqual([]);
});

test('a saved section is read back to the letter and the others are as they were', async () => {
  const { document, save, open } = await newReport();
  const changed = retyped(document, 'body', 'paragraph', 'Ferries – “late” again:  \u{1F6A2}\ttwice');
  expect(await save([changed])).toMatchObject({ revision: 2 });
  const expected: DespatchDocument = {
    ...document,
    sections: document.sections.map((one) => (one.id === changed.id ? changed : one)),
  };
  expect(parsed(await open())).toEqual(expected);
});

test('title and subtitle in the list follow the saved words', async () => {
  const { document, save, list } = await newReport();
  const titled = retyped(document, 'front', 'title', '  Harbour \n lights ');
  const fields = {
    ...titled,
    blocks: titled.blocks.map(filled({ committee: 'Ports Board', date: '3 May 2027' })),
  };
  await save([fields]);
  expect(await list()).toMatchObject({ title: 'Harbour lights', subtitle: 'Ports Board, 3 May 2027' });
});

function filled(values: Record<string, string>) {
  return <B extends { kind: string }>(block: B): B => {
    const value = 'field' in block ? values[String(block.field)] : undefined;
    return value === undefined ? block : { ...block, content: [{ type: 'text', text: value }] };
  };
}

test('the marking is saved when it is sent and kept when it is not', async () => {
  const { library, documentId, document, list, save } = await newReport();
  const marking = { classification: 'OFFICIAL-SENSITIVE' as const, descriptor: 'COMMERCIAL', handling: '' };
  await library.handlers['documents.saveSections'](
    { documentId, baseRevision: 1, sections: [], marking },
    context,
  );
  await save([retyped(document, 'body', 'paragraph', 'More')], { baseRevision: 2 });
  expect(await list()).toMatchObject({ marking, revision: 3 });
});

test('sections are added, moved and removed by their order', async () => {
  const { document, save, open } = await newReport();
  const ids = document.sections.map(({ id }) => id);
  const added = { ...retyped(document, 'body', 'paragraph', 'New'), id: 'added' };
  const fresh = { ...added, blocks: added.blocks.map((block) => ({ ...block, id: `new-${block.id}` })) };
  const order = [...ids.slice(1), 'added', ids[0] as string].filter((id) => id !== ids[2]);
  await save([fresh], { order });
  expect(parsed(await open()).sections.map(({ id }) => id)).toEqual(order);
});

test('a save against an old revision is refused and changes nothing', async () => {
  const { document, save, open } = await newReport();
  await save([retyped(document, 'body', 'paragraph', 'Mine')]);
  const before = await open();
  await expect(save([retyped(document, 'body', 'paragraph', 'Theirs')])).rejects.toThrowError(
    code('document.revisionConflict'),
  );
  expect(await open()).toEqual(before);
});

test.each<[string, (document: DespatchDocument) => { sections: unknown[]; order?: string[] }]>([
  ['no section at all', () => ({ sections: ['words'] })],
  ['a section without an id', ({ sections }) => ({ sections: [{ ...sections[1], id: '' }] })],
  ['a section of no known role', ({ sections }) => ({ sections: [{ ...sections[1], role: 'poem' }] })],
  [
    'a block of no known kind',
    ({ sections }) => ({ sections: [{ ...sections[1], blocks: [{ id: 'x', kind: 'poem' }] }] }),
  ],
  [
    'a block id used twice',
    ({ sections }) => ({
      sections: [{ ...sections[1], blocks: [sections[1]?.blocks[0], sections[1]?.blocks[0]] }],
    }),
  ],
  ['the same section twice', ({ sections }) => ({ sections: [sections[1], sections[1]] })],
  [
    'a block id of a section that is not sent',
    ({ sections }) => ({ sections: [{ ...sections[1], blocks: sections[2]?.blocks }] }),
  ],
  [
    'a new section without an order',
    ({ sections }) => ({ sections: [{ ...sections[1], id: 'new', blocks: [] }] }),
  ],
  [
    'an order that names nobody',
    ({ sections }) => ({ sections: [], order: [...sections.map(({ id }) => id), 'ghost'] }),
  ],
  [
    'an order that names one twice',
    ({ sections }) => ({ sections: [], order: [...sections.map(({ id }) => id), sections[0]?.id ?? ''] }),
  ],
  [
    'an order that forgets a sent section',
    ({ sections }) => ({ sections: [sections[1]], order: [sections[0]?.id ?? ''] }),
  ],
  ['an empty order', () => ({ sections: [], order: [] })],
])('a save with %s is refused and changes nothing', async (_, make) => {
  const { document, save, open } = await newReport();
  const before = await open();
  const { sections, ...extra } = make(document);
  await expect(save(sections, extra)).rejects.toThrowError(code('call.invalid'));
  expect(await open()).toEqual(before);
});

test('a block may move from one section to another in one save', async () => {
  const { document, save, open } = await newReport();
  const [from, to] = document.sections.filter(({ role }) => role === 'body');
  const [heading, moved] = from?.blocks ?? [];
  const sections = [
    { ...from, blocks: [heading] },
    { ...to, blocks: [...(to?.blocks ?? []), moved] },
  ];
  await save(sections);
  expect(parsed(await open()).sections.find(({ id }) => id === to?.id)).toEqual(sections[1]);
});

const futureBlock = { id: 'future', kind: 'pollChart', series: [1, 2] };

test.each<[string, (database: Database.Database) => void]>([
  [
    'a block of an unknown kind',
    (database) => {
      const row = database.prepare("SELECT id, body FROM sections WHERE role = 'documents'").get() as {
        id: string;
        body: string;
      };
      const section = JSON.parse(row.body);
      section.blocks.push(futureBlock);
      database.prepare('UPDATE sections SET body = ? WHERE id = ?').run(JSON.stringify(section), row.id);
    },
  ],
  ['a newer format', (database) => database.exec('UPDATE documents SET format = format + 1')],
  [
    'a marking it does not know',
    (database) => database.exec(`UPDATE documents SET marking = '{"classification":"COSMIC"}'`),
  ],
])('a document with %s is listed read-only, opened whole and never written', async (_, change) => {
  const { folder, document, library, documentId } = await newReport();
  library.store().close();
  writeAsNewerVersion(folder, change);
  const again = openDocuments(folder);
  const reopen = () => again.handlers['documents.open']({ documentId }, context);
  const before = await reopen();
  expect(await again.handlers['documents.list']({}, context)).toMatchObject([{ readOnly: true }]);
  const sections = [retyped(document, 'body', 'paragraph', 'Mine')];
  await expect(
    again.handlers['documents.saveSections']({ documentId, baseRevision: 1, sections }, context),
  ).rejects.toThrowError(code('document.newer'));
  expect(await reopen()).toEqual(before);
});

test('what a newer version wrote is handed out to the byte', async () => {
  const { folder, library, documentId } = await newReport();
  library.store().close();
  writeAsNewerVersion(folder, (database) =>
    database
      .prepare("UPDATE sections SET body = json_set(body, '$.blocks[#]', json(?)) WHERE role = 'documents'")
      .run(JSON.stringify(futureBlock)),
  );
  const { document } = await openDocuments(folder).handlers['documents.open']({ documentId }, context);
  expect(JSON.stringify(withSections(document))).toContain(JSON.stringify(futureBlock));
});

test('a document of another version with nothing unknown in it is writable, and is read whole only once', async () => {
  const { folder, library, documentId, document } = await newReport();
  library.store().close();
  const newer = openDocuments(folder, '0.2.0');
  expect(await newer.handlers['documents.list']({}, context)).toMatchObject([{ readOnly: false }]);
  expect(newer.store().read(({ documents }) => documents.find(documentId)?.understoodBy)).toBe('0.2.0');
  const sections = [retyped(document, 'body', 'paragraph', 'Mine')];
  await newer.handlers['documents.saveSections']({ documentId, baseRevision: 1, sections }, context);
});

test('the bin takes a document away and gives it back whole', async () => {
  const { library, documentId, open, list } = await newReport();
  const before = await open();
  await library.handlers['documents.remove']({ documentId }, context);
  expect(await list()).toBeUndefined();
  expect(await library.handlers['documents.list']({ deleted: true }, context)).toMatchObject([
    { id: documentId },
  ]);
  await expect(open()).rejects.toThrowError(code('document.notFound'));
  await library.handlers['documents.restore']({ documentId }, context);
  expect(await open()).toEqual(before);
});

test.each(['open', 'remove', 'restore'] as const)(
  'documents.%s says when there is no such document',
  async (verb) => {
    const { handlers } = openDocuments(scratchFolder());
    await expect(handlers[`documents.${verb}`]({ documentId: 'nobody' }, context)).rejects.toThrowError(
      code('document.notFound'),
    );
  },
);

test('two processes on one library see each other’s saves, and the slower one is told', async () => {
  const { folder, documentId, document, save } = await newReport();
  const other = openDocuments(folder);
  await save([retyped(document, 'body', 'paragraph', 'First')]);
  const sections = [retyped(document, 'body', 'paragraph', 'Second')];
  const theirs = (baseRevision: number) =>
    other.handlers['documents.saveSections']({ documentId, baseRevision, sections }, context);
  await expect(theirs(1)).rejects.toThrowError(code('document.revisionConflict'));
  expect(await theirs(2)).toMatchObject({ revision: 3 });
});
