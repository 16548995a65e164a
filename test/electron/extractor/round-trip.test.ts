/** A Word file of ours, imported and exported again and again, stays the document it was. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readDocx } from '../../../electron/extractor/docx/index.ts';
import { renderDocx } from '../../../electron/library/export/docx/index.ts';
import { plainBlock, section } from '../../../shared/document/build.ts';
import type { DespatchDocument, KnownBlock } from '../../../shared/document/schema.ts';
import { printDocument } from '../../../shared/print/model.ts';
import {
  counter,
  formatted,
  importSource,
  importText,
  outline,
  seedText,
} from '../../shared/import/support.ts';

async function throughWord(document: DespatchDocument): Promise<DespatchDocument> {
  const bytes = await renderDocx(printDocument(document));
  return importSource(await readDocx(Buffer.from(bytes), 'again.docx')).document;
}

const samples = path.resolve(import.meta.dirname, '../../../resources/sample-library');
const sample = (name: string) => readFileSync(path.join(samples, name), 'utf8');

/** Every block, its formatting and the marking. */
function picture(document: DespatchDocument): unknown {
  const { kind, marking } = document;
  return [kind, marking, outline(document), formatted(document, 'bold'), formatted(document, 'italic')];
}

const brief = `OFFICIAL

# Meeting with the Guild

Attendees: Ann Lacey

## Key messages

- Foot care **prevents amputations**.
    - In particular *Step Forward*.
- Question to ask: What would help?

## Questions to ask

1. What would help more: people, or a simpler form?

## Likely questions and answers

Q1: Why the wait?

A1: Demand rose.

Cleared by: Jo Stone
`;
const report = `REPORT TO: Cabinet
DATE: 12 February 2026
SUBJECT: The sea wall
REPORT OF: Director of Place

RECOMMENDATIONS

(1) That Cabinet approves the case at Appendix A.

BACKGROUND

1. The wall leaks.
    a. In the north.
2. It was built in 1931.

APPENDICES

Appendix A – Outline business case

Contact Officer: Mary Trelawney
`;

test.each([
  ['a brief', brief],
  ['a report', report],
  ['the sample brief, with every part', sample('ministerial-brief.md')],
  ['the sample report', sample('committee-report.md')],
  ['the ministerial brief', seedText('ministerial-briefing.txt')],
  ['the committee report', seedText('committee-report.txt')],
])('%s is the same after two journeys through Word', async (_, text) => {
  // The source documents are not ours to copy; without them two of the six cases have nothing to read.
  if (text === null) return;
  const { document } = importText(text);
  const once = await throughWord(document);
  expect(picture(once)).toEqual(picture(document));
  expect(picture(await throughWord(once))).toEqual(picture(document));
});

test('options come back as options, with what speaks for them, and are no headings that count', async () => {
  const { document } = importText(report);
  const mint = counter('option');
  const words = (text: string) => [{ type: 'text' as const, text }];
  const advantage: KnownBlock = {
    id: mint(),
    kind: 'detail',
    level: 0,
    content: words('It costs nothing.'),
    citations: [],
    detail: 'advantages',
  };
  const options = section(mint, 'options', [
    plainBlock(mint, 'heading', words('Options considered')),
    plainBlock(mint, 'option', words('Do nothing')),
    advantage,
    plainBlock(mint, 'option', words('Mend the wall')),
  ]);
  const at = document.sections.findIndex(({ role }) => role === 'documents');
  const with_ = { ...document, sections: document.sections.toSpliced(at, 0, options) };
  expect(outline(await throughWord(with_))).toEqual(outline(with_));
});
