/** The bundle is what people run, so it must read a text as the sources do, beyond ASCII too. */
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { readSource } from '../../../electron/extractor/read-source.ts';
import { parseDocument } from '../../../shared/document/parse.ts';
import { scratchFolder } from '../../scratch-folder.ts';
import { importSource, outline } from '../../shared/import/support.ts';
import { despatch } from './despatch.ts';

const samples = path.resolve(import.meta.dirname, '../../../resources/sample-library');

beforeAll(() => despatch(['--version']), 120_000);

test.each(['ministerial-brief.md', 'committee-report.md'])(
  'the bundled command line imports %s as the sources do',
  async (name) => {
    const file = path.join(samples, name);
    const library = scratchFolder();
    const imported = await despatch(['import', file, '--library', library, '--json']);
    const shown = await despatch([
      'show',
      JSON.parse(imported.stdout).documentId,
      '--library',
      library,
      '--json',
    ]);
    const { document } = parseDocument(JSON.parse(shown.stdout));
    expect(outline(document)).toEqual(outline(importSource(await readSource(file)).document));
  },
);
