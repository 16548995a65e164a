/** The bundle is what people run, so it must read and write as the sources do, beyond ASCII too. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Script } from 'node:vm';
import { beforeAll, expect, test } from 'vitest';
import { keptCodeFile, programFile, programNames } from '../../../electron/cli/program.ts';
import { readSource } from '../../../electron/extractor/read-source.ts';
import { render } from '../../../electron/library/render.ts';
import { parseDocument } from '../../../shared/document/parse.ts';
import { scratchFolder } from '../../scratch-folder.ts';
import { importSource, outline } from '../../shared/import/support.ts';
import { despatch } from './despatch.ts';

const samples = path.resolve(import.meta.dirname, '../../../resources/sample-library');
const bundle = path.resolve(import.meta.dirname, '../../../dist/electron');

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

test('the bundled command line writes the bytes that the sources write, and reads its own Word file', async () => {
  const file = path.join(samples, 'ministerial-brief.md');
  const out = path.join(scratchFolder(), 'brief');
  const written = await despatch(['convert', file, '--docx', `${out}.docx`, '--pdf', `${out}.pdf`]);
  expect(written).toMatchObject({ code: 0, stderr: '' });
  const { document } = importSource(await readSource(file));
  for (const format of ['docx', 'pdf'] as const) {
    const bytes = Buffer.from(await render(document, format));
    expect(readFileSync(`${out}.${format}`).equals(bytes), format).toBe(true);
  }
  expect(await despatch(['convert', `${out}.docx`])).toMatchObject({ code: 0, stderr: '' });
});

test.each(programNames)('the compiled code that was kept of %s is what this Node takes', (name) => {
  const filename = path.join(bundle, programFile(name));
  const cachedData = readFileSync(path.join(bundle, keptCodeFile(name)));
  const script = new Script(readFileSync(filename, 'latin1'), { filename, cachedData });
  // Refused, it would be compiled anew at every start, and nobody would notice but by the clock.
  expect(script.cachedDataRejected).toBe(false);
});
