import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openLibrary } from '../../../../electron/library/open.ts';
import { parseDocument } from '../../../../shared/document/parse.ts';
import { blockText, knownBlocks } from '../../../../shared/document/walk.ts';
import { sourceFromText } from '../../../../shared/import/plain-text.ts';
import { scratchFolder } from '../../../scratch-folder.ts';
import { despatch } from '../../cli/despatch.ts';
import { context } from '../scratch.ts';

const sample = path.resolve(import.meta.dirname, '../../../../resources/sample-library');
const brief = readFileSync(path.join(sample, 'ministerial-brief.md'), 'utf8');

/** Words of the brief, and the beginning of the title of the source they were taken from. */
const points = [
  ['240 volunteers looked after people', 'Rest centre debrief'],
  ['1,284 homes and 163 businesses', 'Properties flooded'],
  ['742 were flooded', 'Properties flooded'],
  ['pays up to £5,000 a home', 'Residents’ survey'],
  ['611 applications and approved 287', 'Grant applications'],
  ['costs £18.4 million, of which £11.2 million', 'Marlbridge defences'],
  ['58 per cent were signed up for warnings', 'Flood warning service review'],
  ['meet a mile above Marlbridge', 'Harrowmere flood investigation'],
  ['given 64 hectares', 'Natural flood management bulletin'],
  ['£11.2 million is secured', 'Marlbridge defences'],
  ['two of the five pumps', 'Lock Street pumping station'],
  ['41 centimetres above the record', 'Harrowmere flood investigation'],
  ['cannot commit the missing £7.2 million', 'Marlbridge defences'],
] as const;

async function libraryOfSample(): Promise<string> {
  const folder = scratchFolder();
  const added = await despatch(['evidence', 'add', path.join(sample, 'evidence'), '--library', folder]);
  expect(added.code, added.stdout).toBe(0);
  return folder;
}

/** The blocks of the brief without the sources it names itself, which would give the answer away. */
async function openBrief(folder: string) {
  const library = openLibrary({
    folder,
    now: () => new Date(),
    mint: () => crypto.randomUUID(),
    extract: async () => sourceFromText(brief, 'ministerial-brief.md'),
  });
  onTestFinished(() => library.close());
  library.grants.give('brief', 'ministerial-brief.md', 'read');
  const { documentId } = await library.handlers['documents.import']({ source: { grant: 'brief' } }, context);
  const { document } = await library.handlers['documents.open']({ documentId }, context);
  const blocks = [...knownBlocks(parseDocument(document).document)].map(blockText);
  const words = blocks.map((text) => text.replace(/\([^()]*20\d\d[^()]*\)/gu, ''));
  return { ...library, words };
}

test('for points of the sample brief the passage of the source they were taken from comes first', async () => {
  const { handlers, words } = await openBrief(await libraryOfSample());
  const firsts = await Promise.all(
    points.map(async ([part]) => {
      const point = words.find((text) => text.includes(part)) ?? '';
      const { hits } = await handlers['evidence.findFor']({ words: point, limit: 3 }, context);
      return hits[0]?.title ?? '';
    }),
  );
  const right = points.map(([part, title], at) => [part, (firsts[at] ?? '').slice(0, title.length)]);
  expect(right).toEqual(points.map(([part, title]) => [part, title]));
}, 120_000);
