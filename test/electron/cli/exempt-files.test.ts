/** Documents with withheld passages as files: out, in again, in a pack, and as copies for the public. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { exemptBlocks } from '../../../shared/document/exempt.ts';
import { parseDocument } from '../../../shared/document/parse.ts';
import { blockText, knownBlocks } from '../../../shared/document/walk.ts';
import { proofSchema } from '../../../shared/pack/proof-report.ts';
import { canConvertWord } from '../library/export/tools.ts';
import { parts } from '../library/export/word-file.ts';
import { despatch } from './despatch.ts';
import { affairs, type ExemptReport, exemptReport, labour, leaks, secrets } from './exempt-report.ts';
import {
  decompressed,
  hasReaders,
  packBuild,
  pageTexts,
  printedNumbers,
  qpdfCheck,
  writeMeeting,
} from './pack-files.ts';

beforeAll(() => despatch(['--version']), 120_000);

async function done(...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await despatch(args);
  expect({ args, code, stderr }).toEqual({ args, code: 0, stderr: '' });
  return stdout;
}

const within = ({ folder }: ExemptReport, name: string) => path.join(folder, name);
const exported = (report: ExemptReport, ...options: string[]) =>
  done('export', report.documentId, '--library', within(report, 'library'), ...options);

/** Words of each withheld block of a document that was written as JSON, with the paragraph that withholds it. */
function withheld(file: string) {
  const { document } = parseDocument(JSON.parse(readFileSync(file, 'utf8')));
  const why = exemptBlocks(document);
  return [...knownBlocks(document)].flatMap((block) => {
    const reason = why.get(block.id);
    return reason ? [[blockText(block).replace(/\s+/g, ' ').trim(), reason] as const] : [];
  });
}
const asWritten = [
  ['Falconbridge offers most.', affairs],
  ['Marchbanks advises against it.', affairs],
  ['Bidder Price Zanzibarian £7,654,321', affairs],
  ['Staff', labour],
  ['Quillfeather speaks for the drivers.', labour],
];

/** What the source says is quoted in no form but the annex. */
const printedSecrets = secrets.filter((secret) => secret !== 'Ombersley');

const squashed = (file: string) => pageTexts(file).join(' ').replace(/\s+/g, ' ');

describe('a .despatch file with exempt passages', () => {
  test('carries each with its whole reason: out, into another library, out of that, and converted', async () => {
    const report = await exemptReport();
    const [file, again, json] = ['own.despatch', 'again.despatch', 'own.json'].map((name) =>
      within(report, name),
    );
    if (!file || !again || !json) throw new Error('no names');
    await exported(report, '--despatch', file);
    const other = within(report, 'other');
    const { documentId } = JSON.parse(await done('import', file, '--library', other, '--json')) as {
      documentId: string;
    };
    await done('export', documentId, '--library', other, '--despatch', again);
    for (const each of [file, again]) {
      await done('convert', each, '--json-out', json);
      expect(withheld(json)).toEqual(asWritten);
    }
  });

  /** What a proof calls the passages of the report by themselves. */
  const passages = [
    'paragraph 2, block 7',
    'paragraph a, block 8',
    'table, block 9 of the document',
    'heading, block 11 of the document',
    'paragraph 4, block 12',
  ];

  test.skipIf(!hasReaders)(
    'is marked in the restricted pack and left out of the public one, under the same numbers',
    async () => {
      const report = await exemptReport();
      await exported(report, '--despatch', within(report, 'own.despatch'));
      const paper = { file: 'own.despatch', title: 'Sale of the depot' };
      const meeting = writeMeeting(report.folder, [
        { title: 'Sale of the depot', documents: [paper] },
        { title: 'Once more', documents: [{ ...paper, title: 'Again' }] },
      ]);
      const [whole, open, proof] = ['pack.pdf', 'public.pdf', 'proof.json'].map((name) =>
        within(report, name),
      );
      if (!whole || !open || !proof) throw new Error('no names');
      const { code, error, told } = await packBuild([
        meeting,
        '--pdf',
        whole,
        '--public',
        open,
        '--proof',
        proof,
      ]);
      expect([code, error, told?.files.map(({ proved }) => proved)]).toEqual([0, null, [null, 'no leak']]);
      const [restricted, published] = [squashed(whole), squashed(open)];
      for (const secret of printedSecrets) expect(restricted).toContain(secret);
      expect(restricted).toContain('appendices • [Exempt – paragraph 3] Bids of Tregaskis');
      expect(restricted).toContain('2. [Exempt – paragraph 3] Falconbridge offers most.');
      expect(restricted).toContain('[Exempt – paragraph 3] Bidder Price Zanzibarian');
      expect(restricted).toContain('[Exempt – paragraph 4] Staff');
      expect([leaks(published), leaks(decompressed(open)), leaks(readFileSync(open, 'latin1'))]).toEqual([
        [],
        [],
        [],
      ]);
      for (const words of [
        '1. The council is asked to sell the depot.',
        '3. The lease ends in May.',
        '5. The committee decides in June.',
        'In part: Not for publication by virtue of paragraphs 3 and 4 of Part 1 of Schedule 12A',
        `Public interest: ${affairs.publicInterest} ${labour.publicInterest}`,
        'The exempt part of item 1, Sale of the depot: paragraphs 3 and 4',
        '[Exempt information is left out here: not for publication by virtue of paragraph 3',
        '[Exempt information is left out here: not for publication by virtue of paragraph 4',
      ]) {
        expect(published).toContain(words);
      }
      expect(printedNumbers(open)).toEqual(printedNumbers(whole));
      expect([qpdfCheck(whole), qpdfCheck(open)]).toEqual([0, 0]);
      expect(
        proofSchema.parse(JSON.parse(readFileSync(proof, 'utf8'))).exempt.map(({ item }) => item),
      ).toEqual(
        ['Agenda Item 1, “Sale of the depot”', 'Agenda Item 2, “Again”'].flatMap((paper) => [
          ...passages.map((passage) => `${paper}, ${passage}`),
          paper.replace(/,.*/u, ''),
        ]),
      );
    },
  );
});

/** What a public copy says, and all the bytes of it with nothing packed. */
function said(file: string): { words: string; bytes: string } {
  if (file.endsWith('.pdf')) return { words: squashed(file), bytes: decompressed(file) };
  const bytes = [...parts(readFileSync(file))].flat().join('\n');
  return { words: bytes.replace(/<w:tab\/>/g, ' ').replace(/<[^>]*>/g, ''), bytes };
}

describe.skipIf(!hasReaders)('export --public', () => {
  test.each(['public.docx', 'public.pdf'])(
    'writes %s with and without a proof, the same and without a leak',
    async (name) => {
      const report = await exemptReport();
      const [file, second, proof] = [name, `second-${name}`, 'proof.json'].map((each) =>
        within(report, each),
      );
      if (!file || !second || !proof) throw new Error('no names');
      const words = await exported(report, '--public', file, '--proof', proof);
      expect(words).toMatch(/^Proved: nothing exempt stands in the \d+ words that were read back\.$/m);
      // What only withheld passages cite is in no public copy, so there is nothing to know of it.
      expect(words).not.toMatch(/background paper|stand in public parts/);
      const { written } = JSON.parse(await exported(report, '--public', second, '--json')) as {
        written: unknown[];
      };
      expect(written).toHaveLength(1);
      expect(said(second).words).toBe(said(file).words);
      expect(leaks(said(file).bytes)).toEqual([]);
      for (const kept of [
        'The council is asked',
        'The lease ends in May',
        'Exempt information is left out here',
      ])
        expect(said(file).words).toContain(kept);
      expect(said(file).words).toMatch(/3\.\s*The lease ends in May/);
      expect(proofSchema.parse(JSON.parse(readFileSync(proof, 'utf8')))).toMatchObject({
        file: name,
        result: 'no leak',
        findings: [],
      });
    },
  );

  test('with the restricted copies beside it tells of the sources that those list', async () => {
    const report = await exemptReport();
    const words = await exported(
      report,
      '--public',
      within(report, 'public.pdf'),
      '--docx',
      within(report, 'own.docx'),
    );
    expect(words).toContain('“Bids of Tregaskis” is listed as a background paper');
  });

  test('whose name tells is refused with the proof alone written, and --proof goes with it only', async () => {
    const report = await exemptReport();
    const file = within(report, 'Falconbridge.docx');
    const args = ['export', report.documentId, '--library', within(report, 'library')];
    const { code, stderr } = await despatch([
      ...args,
      '--public',
      file,
      '--proof',
      within(report, 'p.json'),
      '--json',
    ]);
    expect([code, (JSON.parse(stderr) as { error: { code: string } }).error.code]).toEqual([2, 'pack.leak']);
    expect(readFileSync(within(report, 'p.json'), 'utf8')).toContain('"leaks"');
    expect(() => readFileSync(file)).toThrow('ENOENT');
    expect((await despatch([...args, '--proof', 'p.json', '--docx', file])).stderr).toContain(
      '--proof goes with --public',
    );
  });
});

/** As another program saves it. */
function throughLibreOffice(file: string, ...forms: readonly string[]): void {
  let from = file;
  for (const [at, form] of forms.entries()) {
    const folder = `${file}-${at}`;
    mkdirSync(folder);
    const profile = `-env:UserInstallation=${pathToFileURL(`${file}-profile`)}`;
    spawnSync('soffice', [profile, '--headless', '--convert-to', form, '--outdir', folder, from]);
    from = path.join(folder, `${path.parse(file).name}.${form}`);
  }
  copyFileSync(from, file);
}

describe.skipIf(!hasReaders)('a restricted Word file of ours', () => {
  test.each([
    ['as we wrote it', []],
    ['saved by another program', ['docx']],
    ['by way of another format', ['odt', 'docx']],
  ] as const)('%s comes in with every passage withheld, and leaks nothing from a pack', async (_, forms) => {
    if (forms.length > 0 && !canConvertWord) return;
    const report = await exemptReport();
    const [file, json] = [within(report, 'own.docx'), within(report, 'own.json')];
    await exported(report, '--docx', file);
    if (forms.length > 0) throughLibreOffice(file, ...forms);
    await done('convert', file, '--json-out', json);
    const back = withheld(json);
    for (const [text, exemption] of asWritten as [string, typeof affairs][]) {
      const found = back.find(([words]) => words.includes(text));
      expect([text, found?.[1]]).toEqual([text, exemption]);
    }
    const meeting = writeMeeting(report.folder, [
      { title: 'Sale of the depot', documents: [{ file: 'own.docx', title: 'Sale of the depot' }] },
    ]);
    const [whole, open] = [within(report, 'pack.pdf'), within(report, 'public.pdf')];
    const { code, error } = await packBuild([meeting, '--pdf', whole, '--public', open]);
    expect([code, error]).toEqual([0, null]);
    for (const secret of printedSecrets) expect(squashed(whole)).toContain(secret);
    expect([leaks(squashed(open)), leaks(decompressed(open))]).toEqual([[], []]);
    expect(squashed(open)).toContain(affairs.publicInterest);
    expect(squashed(open)).toContain('3. The lease ends in May.');
    expect(squashed(open)).toContain('5. The committee decides in June.');
  });
});
