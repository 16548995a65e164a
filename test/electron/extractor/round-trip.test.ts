/** A Word file of ours, imported and exported again and again, stays the document it was. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readDocx } from '../../../electron/extractor/docx/index.ts';
import { renderDocx } from '../../../electron/library/export/docx/index.ts';
import type { DespatchDocument } from '../../../shared/document/schema.ts';
import { printDocument } from '../../../shared/print/model.ts';
import { formatted, importSource, importText, outline, seedText } from '../../shared/import/support.ts';

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
