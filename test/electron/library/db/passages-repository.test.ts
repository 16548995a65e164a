import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pageStarts, wholeText } from '../../../../shared/evidence/text.ts';
import { scratchFolder } from '../../../scratch-folder.ts';
import { editionOf, rawDatabase, shelve } from '../evidence/stored-source.ts';
import { services } from '../scratch.ts';

function shelf(...sources: Parameters<typeof shelve>[2]) {
  const folder = scratchFolder();
  const { store } = services(folder);
  shelve(folder, store(), sources);
  const database = rawDatabase(folder);
  return {
    store: store(),
    database,
    found: (query: string) =>
      database
        .prepare<[string], string>(
          'SELECT text FROM passage_index WHERE passage_index MATCH ? ORDER BY passage_index.rowid',
        )
        .pluck()
        .all(query),
    named: (query: string) =>
      database
        .prepare<[string], string>(
          'SELECT source_id FROM source_index JOIN source_words ON id = source_index.rowid WHERE source_index MATCH ?',
        )
        .pluck()
        .all(query),
    /** Fails where an index and its table differ. */
    checkIndexes() {
      for (const name of ['passage_index', 'source_index']) {
        database.exec(`INSERT INTO ${name} (${name}) VALUES ('integrity-check')`);
      }
    },
  };
}

const page = fc.oneof(
  fc.constantFrom('', 'A quay. '.repeat(400), 'Tide\n\n'.repeat(300), 'The ferry sails.'),
  // What SQLite keeps of text; half a character becomes another sign, which extraction never lets through.
  fc.string({ unit: 'grapheme', maxLength: 1500 }).filter((text) => !text.includes('\0')),
);

test('the text of every page, and of all, comes back as it was put', () => {
  fc.assert(
    fc.property(fc.array(page, { minLength: 1, maxLength: 5 }), (pages) => {
      const { store } = shelf({ id: 'a', pages: ['another'] }, { id: 'b', pages });
      const edition = editionOf('b');
      store.read(({ passages }) => {
        expect(pages.map((_, at) => passages.page(edition, at + 1)?.text)).toEqual(pages);
        expect(passages.extractedPages(edition).map(({ text }) => text)).toEqual(pages);
        const texts = pages.map((text) => ({ text }));
        expect(passages.wholeText(edition)).toBe(wholeText(texts));
        expect(passages.pagesOf(edition).map(({ start }) => start)).toEqual(pageStarts(texts));
      });
    }),
    { numRuns: 30 },
  );
});

test('labels and the roles of lines are kept, and a page that is not there is null', () => {
  const { store } = shelf({ id: 'a', pages: [''] });
  const edition = editionOf('a');
  const pages = [
    { label: 'iv', text: 'Quays\nTwo', roles: ['heading', 'text'] as const },
    { label: null, text: '', roles: [] },
  ];
  store.write(({ passages }) =>
    passages.put(
      edition,
      pages.map((one) => ({ ...one, roles: [...one.roles] })),
    ),
  );
  store.read(({ passages }) => {
    expect(passages.page(edition, 1)).toEqual({
      number: 1,
      label: 'iv',
      start: 0,
      length: 9,
      text: 'Quays\nTwo',
      roles: ['heading', 'text'],
    });
    expect(passages.page(edition, 2)?.start).toBe(10);
    expect(passages.page(edition, 3)).toBeNull();
  });
});

test('an edition that is put again is found by its new words only', () => {
  const { store, found, checkIndexes } = shelf({ id: 'a', pages: ['the old quay'] });
  store.write(({ passages }) =>
    passages.put(editionOf('a'), [{ label: null, text: 'the new pier', roles: [] }]),
  );
  expect(found('quay')).toEqual([]);
  expect(found('pier')).toEqual(['the new pier']);
  checkIndexes();
});

test('a hidden edition is not found but can be read, and is found again once it is findable', () => {
  const { store, found, checkIndexes } = shelf({ id: 'a', pages: ['the quay'] });
  const edition = editionOf('a');
  for (const _ of [1, 2]) store.write(({ passages }) => passages.hide(edition));
  expect(found('quay')).toEqual([]);
  expect(store.read(({ passages }) => passages.wholeText(edition))).toBe('the quay');
  for (const _ of [1, 2]) store.write(({ passages }) => passages.makeFindable(edition));
  expect(found('quay')).toEqual(['the quay']);
  checkIndexes();
});

test('deleting a source takes its words out of both indexes, and leaves no other row behind', () => {
  const { store, database, found, named, checkIndexes } = shelf(
    { id: 'a', title: 'Quays', description: 'a drawing of a quay', pages: ['the quay', 'its lamp'] },
    { id: 'b', title: 'Piers', pages: ['the pier'] },
  );
  store.write(({ passages }) => passages.hide(editionOf('b')));
  database.exec('DELETE FROM sources');
  expect(found('quay OR pier')).toEqual([]);
  expect(named('quays OR piers')).toEqual([]);
  for (const table of ['pages', 'passages', 'passage_ranges', 'source_words']) {
    expect(database.prepare(`SELECT count(*) FROM ${table}`).pluck().get()).toBe(0);
  }
  store.read(({ passages }) => expect(passages.wholeText(editionOf('a'))).toBe(''));
  database.exec("INSERT INTO passage_index (passage_index) VALUES ('integrity-check')");
  checkIndexes();
});

test('the description of a picture is found, and is no part of its text', () => {
  const source = { id: 'a', edition: editionOf('a'), title: 'Lamp', author: '', organisation: '', own: {} };
  const { store, found, checkIndexes } = shelf({ ...source, description: 'a lamp in fog', pages: [''] });
  expect(found('fog')).toEqual(['a lamp in fog']);
  expect(store.read(({ passages }) => passages.wholeText(source.edition))).toBe('');
  store.write(({ passages }) => passages.putSource({ ...source, description: 'a lamp at noon' }));
  expect(found('fog')).toEqual([]);
  expect(found('noon')).toEqual(['a lamp at noon']);
  store.write(({ passages }) => passages.putSource({ ...source, description: ' ' }));
  expect(found('lamp')).toEqual([]);
  checkIndexes();
});

test('a source is found by the name it has now and by its own fields', () => {
  const source = { id: 'a', edition: editionOf('a'), author: '', organisation: '', description: '' };
  const { store, named } = shelf({ ...source, title: 'Quays', pages: ['words'] });
  store.write(({ passages }) =>
    passages.putSource({ ...source, title: 'Piers', own: { Programme: 'Coastal' } }),
  );
  expect(named('quays')).toEqual([]);
  expect(named('piers')).toEqual(['a']);
  expect(named('coastal')).toEqual(['a']);
  store.write(({ passages }) => passages.removeSource('a'));
  expect(named('piers')).toEqual([]);
});
