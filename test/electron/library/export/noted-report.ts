/** A committee report as long as one likes, with a citation in every so many paragraphs. */
import { plainBlock, section } from '../../../../shared/document/build.ts';
import type { AnySection, Block, DespatchDocument } from '../../../../shared/document/schema.ts';
import { citation, citing } from './evidence-builder.ts';
import { counter, documentOf, words } from './sample-documents.ts';

const sentence =
  'The harbour was dredged in the spring, and the survey that followed found the channel a little deeper than before. ';
const inTurn = ['flood', 'survey', 'mail'] as const;

/**
 * Paragraphs of twenty to a hundred and twenty words, a third of them a level deeper, under headings.
 * @param notes how many of them have a note.
 */
export function notedReport(paragraphs: number, notes: number): DespatchDocument {
  const mint = counter();
  const sections: AnySection[] = [
    section(mint, 'front', [plainBlock(mint, 'title', words('A report with notes'))]),
  ];
  let blocks: Block[] = [];
  let noted = 0;
  for (let at = 0; at < paragraphs; at += 1) {
    if (at % 12 === 0) {
      blocks = [plainBlock(mint, 'heading', words(`Chapter ${at / 12 + 1}`), 1)];
      sections.push(section(mint, 'body', blocks));
    }
    const text = `${sentence.repeat(1 + ((at * 7) % 6))}So says paragraph ${at}.`;
    const block = plainBlock(mint, 'paragraph', words(text), at % 12 !== 0 && at % 3 === 2 ? 1 : 0);
    const due = Math.floor(((at + 1) * notes) / paragraphs) > noted;
    if (due) noted += 1;
    blocks.push(due ? citing(block, citation(`n${noted}`, inTurn[noted % 3] ?? 'flood', noted)) : block);
  }
  return documentOf('report', sections);
}
