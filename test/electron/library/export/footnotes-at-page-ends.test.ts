/** Several notes where a page ends, wherever it does: in one line, in blocks kept whole, in tables short and long. */
import { expect, test } from 'vitest';
import { renderPdf } from '../../../../electron/library/export/pdf/index.ts';
import { section } from '../../../../shared/document/build.ts';
import type { Block } from '../../../../shared/document/schema.ts';
import { printDocument } from '../../../../shared/print/model.ts';
import { builder } from './builder.ts';
import { citation, cited, citing, evidenceOf } from './evidence-builder.ts';
import { documentOf, words } from './sample-documents.ts';
import { notePages, tagTree } from './tag-tree.ts';

type Build = ReturnType<typeof builder>;
const long = 'The ferry leaves early in winter and late in summer, so that nurses reach the island. '.repeat(
  5,
);
const three = [
  citation('a', 'flood', 101),
  citation('b', 'flood', 102),
  citation('c', 'flood', 103),
] as const;
const oneLine = [
  cited('Alpha', 'a'),
  ...words(' and '),
  cited('beta', 'b'),
  ...words(' and '),
  cited('gamma', 'c'),
];

const table = (rows: number, every: number) => (build: Build) => {
  const noted = Array.from({ length: rows }, (_, at) => at).filter((at) => at % every === 0);
  const body = Array.from({ length: rows }, (_, at) => [
    `Row ${at}`,
    noted.includes(at) ? [cited(`Value ${at}`, `n${at}`)] : `Value ${at}`,
  ]);
  const made = build.table('Prices', [['What', 'How much'], ...body], { headerRow: true });
  return [citing(made, ...noted.map((at) => citation(`n${at}`, 'flood', 100 + at)))];
};

const cases: readonly (readonly [name: string, make: (build: Build) => Block[]])[] = [
  ['three in one line of a paragraph', ({ plain }) => [citing(plain('paragraph', oneLine), ...three)]],
  [
    'three in one line in the middle of a long text',
    ({ plain }) => [citing(plain('text', [...words(long), ...oneLine, ...words(long)]), ...three)],
  ],
  [
    'under a heading',
    ({ plain }) => [plain('heading', 'Under', { level: 2 }), citing(plain('paragraph', oneLine), ...three)],
  ],
  [
    'in a recommendation and its reasons, which are kept whole',
    ({ plain, detail }) => [
      citing(
        plain('recommendation', [cited('Delta', 'a'), ...words(' and '), cited('eta', 'b')]),
        three[0],
        three[1],
      ),
      citing(detail('reason', 'Epsilon'), three[2]),
      detail('reason', long),
    ],
  ],
  ['in every second row of a short table', table(6, 2)],
  ['in every fifth row of a long table', table(40, 5)],
  ['in every row of a long table', table(40, 1)],
];

test.each(cases)(
  'every note stands on the page of its mark, wherever pages end: %s',
  async (_, make) => {
    const evidence = await evidenceOf('notes');
    const found: object[] = [];
    for (let lines = 14; lines < 34; lines += 1) {
      const build = builder();
      const before = Array.from({ length: lines }, (_line, at) => build.plain('text', `Line ${at}`));
      const document = documentOf('report', [
        section(build.mint, 'body', [build.plain('heading', 'Before'), ...before, ...make(build)]),
      ]);
      const notes = notePages(await tagTree(await renderPdf(printDocument(document, { evidence }))));
      expect(notes.length).toBeGreaterThan(2);
      const apart = notes.filter(({ mark, note }) => mark !== note);
      if (apart.length > 0) found.push({ lines, apart });
    }
    expect(found).toEqual([]);
  },
  120_000,
);
