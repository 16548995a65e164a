import { writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readReferences } from '../../../../electron/extractor/references/read-references.ts';
import { DespatchError } from '../../../../shared/contract/errors.ts';
import { plainWords, writeBibtex } from '../../../../shared/evidence/references/bibtex.ts';
import { readRis, writeRis } from '../../../../shared/evidence/references/ris.ts';
import { cslTypes, cslTypesInBibtex } from '../../../../shared/evidence/references/types.ts';
import type { CslItem } from '../../../../shared/evidence/source.ts';
import { scratchFolder } from '../../../scratch-folder.ts';

function written(words: string | Uint8Array, name = 'references'): string {
  const file = path.join(scratchFolder(), name);
  writeFileSync(file, words);
  return file;
}

/** Words as people write titles: any letters and signs, one space between them. */
const words = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'Levelling',
        'up',
        'and',
        '50%',
        'R&D',
        '£4m',
        '#1',
        'a_b',
        '{x}',
        'x\\y',
        '~',
        '^',
        '$5',
      ),
      fc.constantFrom('naïve', 'Łódź', 'Köln', 'Œuvre', '–', '“so”', 'l’été', 'İzmir', '東京', 'e\u0301'),
      fc.stringMatching(/^[A-Za-z0-9.,:()'"!?&%#_-]{1,12}$/),
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((parts) => parts.join(' ').normalize('NFC').trim());
const letters = fc.stringMatching(/^[A-Z][a-zé]{1,10}(?: [A-Z][a-z]{1,8})?$/);
const name = fc.oneof(
  fc.record({ family: letters, given: letters }),
  letters.map((literal) => ({ literal })),
  fc.constantFrom(
    { literal: 'Department for Levelling Up, Housing and Communities' },
    { literal: 'R&D {Unit}' },
  ),
);
const date = fc
  .tuple(
    fc.integer({ min: 1500, max: 2100 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .chain((parts) =>
    fc.integer({ min: 1, max: 3 }).map((known) => ({ 'date-parts': [parts.slice(0, known)] })),
  );

function items(types: readonly string[]): fc.Arbitrary<CslItem[]> {
  const item = fc.record(
    {
      type: fc.constantFrom(...types),
      title: words,
      author: fc.array(name, { minLength: 1, maxLength: 4 }),
      editor: fc.array(name, { minLength: 1, maxLength: 2 }),
      'container-title': words,
      publisher: words,
      'publisher-place': letters,
      volume: fc.constantFrom('4', '12a'),
      issue: fc.constantFrom('1', '2-3'),
      page: fc.constantFrom('7', '12-34'),
      abstract: words,
      note: words,
      language: fc.constantFrom('en-GB', 'cy'),
      DOI: fc.constantFrom('10.1000/182', '10.1002/(SICI)1097_0258(19980815)17:15'),
      ISBN: fc.constantFrom('978-0-306-40615-7', '0306406152'),
      URL: fc.constantFrom('https://example.gov.uk/a_b?c=1&d=50%25#e', 'https://example.org/~x'),
      issued: date,
      accessed: date,
    },
    { requiredKeys: ['type', 'title'] },
  );
  return fc
    .array(item, { minLength: 1, maxLength: 4 })
    .map((all) => all.map((one, at) => ({ ...one, 'citation-key': `key${at}` })));
}

test('what both know survives CSL-JSON to RIS and back', () => {
  fc.assert(
    fc.property(items(cslTypes), (all) => {
      expect(readRis(writeRis(all))).toEqual(all);
    }),
    { numRuns: 300 },
  );
});

test('what both know survives CSL-JSON to BibTeX and back', async () => {
  const file = written('');
  await fc.assert(
    fc.asyncProperty(items(cslTypesInBibtex), async (all) => {
      writeFileSync(file, writeBibtex(all));
      expect(await readReferences(file)).toEqual(all);
    }),
    { numRuns: 200 },
  );
});

test('RIS of other programs is read: old tags, wrapped lines, both kinds of line end', async () => {
  const ris = [
    'TY  - JOUR',
    'T1  - The flood that came',
    'twice',
    'A1  - Okafor, Ann',
    'AU  - Environment Agency',
    'JO  - Rivers',
    'Y1  - 2024/03//',
    'SP  - 12',
    'EP  - 19',
    'SN  - 1234-5678',
    'KW  - flood',
    'KW  - wall',
    'N2  - Short.',
    'ER  -',
  ].join('\n');
  expect(
    await readReferences(written(`\uFEFF${ris}\r\n\r\nTY  - RPRT\r\nTI  - Second\r\nER  - \r\n`)),
  ).toEqual([
    {
      type: 'article-journal',
      title: 'The flood that came twice',
      author: [{ family: 'Okafor', given: 'Ann' }, { literal: 'Environment Agency' }],
      'container-title': 'Rivers',
      issued: { 'date-parts': [[2024, 3]] },
      page: '12-19',
      ISSN: '1234-5678',
      keyword: 'flood; wall',
      abstract: 'Short.',
    },
    { type: 'report', title: 'Second' },
  ]);
});

test('BibTeX of other programs is read: strings, accents, months, names in any order', async () => {
  const bibtex = String.raw`% made by hand
@string{ea = "Environment Agency"}
@comment{nothing}
@article{muller2021,
  author = {M{\"u}ller, J{\"o}rg and Ann Okafor and {Office for National Statistics}},
  title = "The {UK}'s rivers \& {\'E}tat: 50\%",
  journal = {Water --- {R}esearch},
  year = 2021, month = mar,
  pages = {1--20},
}
@techreport(ea1, title = {Walls}, institution = ea # { and others}, date = {2024-05-06})`;
  expect(await readReferences(written(bibtex))).toMatchObject([
    {
      type: 'article-journal',
      'citation-key': 'muller2021',
      author: [
        { family: 'Müller', given: 'Jörg' },
        { family: 'Okafor', given: 'Ann' },
        { literal: 'Office for National Statistics' },
      ],
      title: "The UK's rivers & État: 50%",
      issued: { 'date-parts': [[2021, 3]] },
      page: '1-20',
    },
    { type: 'report', title: 'Walls', publisher: 'Environment Agency and others' },
  ]);
  expect(plainWords(String.raw`\c{c}a \ss{} \v{s}`)).toBe('ça ß š');
});

test('CSL-JSON of Zotero is kept whole, with what we do not show', async () => {
  const item = {
    id: 'okafor2024',
    type: 'report',
    title: 'T',
    note: 'n',
    'citation-key': 'k',
    custom: { x: [1] },
  };
  const { id: _, ...rest } = item;
  expect(await readReferences(written(JSON.stringify([item])))).toEqual([rest]);
  expect(await readReferences(written(JSON.stringify({ id: 'okafor2024', type: 'book' })))).toEqual([
    { type: 'book', 'citation-key': 'okafor2024' },
  ]);
});

test.each<[string, string]>([
  ['', 'input.empty'],
  ['Dear all', 'references.invalid'],
  ['[{"type": 7}]', 'references.invalid'],
  ['[{"type": "book",', 'references.invalid'],
  ['[]', 'references.invalid'],
  ['@article{broken, title = {never closed', 'references.invalid'],
  [`@article{a, title = ${'{'.repeat(20_000)}`, 'references.invalid'],
  [JSON.stringify([{ type: 'book', abstract: 'x'.repeat(300_000) }]), 'references.invalid'],
])('%.30s is refused, naming the file', async (text, code) => {
  const file = written(text);
  const error = await readReferences(file).then(
    () => null,
    (thrown) => thrown,
  );
  expect(error).toBeInstanceOf(DespatchError);
  expect(error).toMatchObject({ code, details: { file } });
});
