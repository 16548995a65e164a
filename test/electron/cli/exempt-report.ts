/** A report in a library of its own, with passages that are withheld for two reasons, and what must not be public of it. */
import { createHash } from 'node:crypto';
import path from 'node:path';
import { plainBlock, section, tableBlock } from '../../../shared/document/build.ts';
import { parseDocument } from '../../../shared/document/parse.ts';
import type { Block, Citation, PlainBlock } from '../../../shared/document/schema.ts';
import { takePassage } from '../../../shared/evidence/taken.ts';
import type { Exemption } from '../../../shared/pack/exemption.ts';
import { scratchFolder } from '../../scratch-folder.ts';
import { openEvidence, textFile } from '../library/evidence/evidence-library.ts';
import { context, counter } from '../library/scratch.ts';

export const affairs: Exemption = {
  regime: 'LGA1972-England',
  paragraph: 3,
  publicInterest: 'Offers are still open, and telling them would cost the council money.',
};
export const labour: Exemption = {
  regime: 'LGA1972-England',
  paragraph: 4,
  publicInterest: 'Talks with the unions are not over.',
};

/** Names and sums that stand in withheld passages alone. */
export const secrets = [
  'Falconbridge',
  '7,654,321',
  'Zanzibarian',
  'Quillfeather',
  'Ombersley',
  'Tregaskis',
  'Marchbanks',
];
export const leaks = (text: string): string[] => secrets.filter((secret) => text.includes(secret));

const survey = 'Of all bidders Ombersley came last.\nThe depot needs a roof.';

function cite(sourceId: string, words: string): Citation {
  const start = survey.indexOf(words);
  const edition = createHash('sha256').update(survey).digest('hex');
  const place = { sourceId, edition, page: null, text: survey, start: 0 };
  const taken = takePassage(place, { start, end: start + words.length });
  if (!taken) throw new Error('nothing was taken');
  const { evidenceId, locator } = taken;
  return { id: `c-${start}`, evidenceId, edition, bearing: 'supports', locator };
}

export interface ExemptReport {
  /** Of the library, and of whatever a test writes. */
  readonly folder: string;
  readonly documentId: string;
}

export async function exemptReport(): Promise<ExemptReport> {
  const folder = scratchFolder();
  const library = openEvidence(path.join(folder, 'library'));
  const { rows } = await library.add([textFile(folder, 'Bids of Tregaskis.txt', survey)]);
  const { documentId } = await library.handlers['documents.create']({ kind: 'report' }, context);
  const mint = counter('made');
  const plain = (kind: PlainBlock['kind'], text: string, level?: number): PlainBlock =>
    plainBlock(mint, kind, [{ type: 'text', text }], level);
  const table = tableBlock(
    mint,
    [
      [[{ type: 'text', text: 'Bidder' }], [{ type: 'text', text: 'Price' }]],
      [[{ type: 'text', text: 'Zanzibarian' }], [{ type: 'text', text: '£7,654,321' }]],
    ],
    { headerRow: true, headerColumn: false },
  );
  const [last = ''] = rows.flatMap(({ sourceId }) => sourceId ?? []);
  const body: Block[] = [
    plain('heading', 'The depot', 1),
    plain('paragraph', 'The council is asked to sell the depot.'),
    {
      ...plain('paragraph', 'Falconbridge offers most.'),
      exempt: affairs,
      citations: [cite(last, 'Ombersley came last')],
    },
    plain('paragraph', 'Marchbanks advises against it.', 1),
    { ...table, exempt: affairs },
    plain('paragraph', 'The lease ends in May.'),
    { ...plain('heading', 'Staff', 1), exempt: labour },
    plain('paragraph', 'Quillfeather speaks for the drivers.'),
    plain('heading', 'What is next', 1),
    plain('paragraph', 'The committee decides in June.'),
  ];
  const opened = await library.handlers['documents.open']({ documentId }, context);
  const own = parseDocument(opened.document).document.sections;
  const front = own.find(({ role }) => role === 'front');
  const title = front?.blocks.find(({ kind }) => kind === 'title');
  if (!front || front.role === 'unknown' || !title || title.kind === 'unknown') throw new Error('no title');
  const named = { ...title, content: [{ type: 'text', text: 'Sale of the depot' } as const] } as Block;
  const sections = [
    { ...front, blocks: front.blocks.map((block) => (block === title ? named : block)) },
    section(mint, 'body', body),
  ];
  const rest = own.filter(({ role }) => role !== 'front' && role !== 'body').map(({ id }) => id);
  const order = [...sections.map(({ id }) => id), ...rest];
  await library.handlers['documents.saveSections']({ documentId, baseRevision: 1, sections, order }, context);
  return { folder, documentId };
}
