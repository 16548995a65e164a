/** Standing lines travel with the document that uses them. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { takePassage } from '../../../../shared/evidence/taken.ts';
import type { LineBody, StandingLine } from '../../../../shared/lines/line.ts';
import { openEvidence } from '../evidence/evidence-library.ts';
import { context } from '../scratch.ts';
import { type Desk, desk, documentOf, receive, send } from './desk.ts';

const tide = 'The tide gauge read 4.2 metres at dawn.\n';

/** The desk, its first point taken from a standing line that cites a source which nothing else cites. */
async function withLine(): Promise<Desk & { readonly line: StandingLine }> {
  const here = await desk();
  const { library, folder, documentId } = here;
  const file = path.join(folder, 'tide.txt');
  writeFileSync(file, tide);
  const { rows } = await library.add([file]);
  const sourceId = rows[0]?.sourceId ?? '';
  const { editions } = await library.handlers['evidence.get']({ sourceId }, context);
  const taken = takePassage(
    { sourceId, edition: editions[0]?.id ?? '', page: null, text: tide, start: 0 },
    { start: 4, end: 30 },
  );
  if (!taken) throw new Error('nothing was taken');
  const body: LineBody = {
    kind: 'point',
    title: 'Warnings',
    tags: ['floods'],
    content: [{ type: 'text', text: '305 were not told.' }],
    citations: [{ id: 'tide', bearing: 'supports', ...taken }],
    details: [],
  };
  const line = await library.handlers['lines.add']({ body, by: 'Ann' }, context);
  const document = await documentOf(library, documentId);
  const sections = document.sections.flatMap((section) =>
    section.role === 'topic'
      ? [
          {
            ...section,
            blocks: section.blocks.map((block, at) =>
              at === 0 && block.kind !== 'unknown'
                ? { ...block, line: { id: line.id, version: line.version } }
                : block,
            ),
          },
        ]
      : [],
  );
  await library.handlers['documents.saveSections']({ documentId, baseRevision: 2, sections }, context);
  return { ...here, line };
}

const known = (library: Desk['library'], id: string) =>
  library.handlers['lines.known']({ ids: [id] }, context);

test('a line comes with its words and its evidence, is used there, and goes out again as it came', async () => {
  const here = await withLine();
  const { file, bytes } = await send(here, here.documentId);
  const library = openEvidence(path.join(here.folder, 'there'));
  const { notices } = await receive(library, file);
  expect(notices).toContain('1 standing line came with it.');
  expect(notices).toContain('3 sources came with it.');
  expect(await known(library, here.line.id)).toEqual([{ line: here.line, deleted: false }]);
  const [use] = await library.handlers['lines.uses']({ lineId: here.line.id }, context);
  expect(use).toMatchObject({ documentId: here.documentId, standing: 'same' });
  const again = await send({ library, folder: here.folder }, here.documentId);
  expect(again.bytes.equals(bytes)).toBe(true);
});

test('a line that the library has in other words stays as it is, and one is told', async () => {
  const here = await withLine();
  const library = openEvidence(path.join(here.folder, 'there'));
  await receive(library, (await send(here, here.documentId)).file);
  const { line } = here;
  const { title, kind, tags, citations, details } = line;
  const changed = await here.library.handlers['lines.change'](
    {
      lineId: line.id,
      revision: line.revision,
      by: 'Bea',
      body: {
        title,
        kind,
        tags,
        citations,
        details,
        content: [{ type: 'text', text: '306 were not told.' }],
      },
    },
    context,
  );
  expect(changed.version).toBe(2);
  const second = await receive(library, (await send(here, here.documentId)).file);
  expect(second.notices?.join(' ')).toContain('“Warnings” has other words here and was not changed');
  expect((await known(library, line.id))[0]?.line.content).toEqual(line.content);
});

test('a line marked by nothing in the document is not taken along', async () => {
  const here = await desk();
  const body: LineBody = {
    kind: 'fact',
    title: 'Elsewhere',
    tags: [],
    content: [],
    citations: [],
    details: [],
  };
  await here.library.handlers['lines.add']({ body, by: '' }, context);
  const library = openEvidence(path.join(here.folder, 'there'));
  await receive(library, (await send(here, here.documentId)).file);
  expect((await library.handlers['lines.list']({}, context)).lines).toEqual([]);
});
