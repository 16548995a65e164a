/** The findings of the evidence alone, and how much of a document has any. */
import type { DespatchDocument } from '../document/schema.ts';
import { sectionRules } from '../document/structure.ts';
import { plainText } from '../document/walk.ts';
import { coverageOf, type Share } from '../evidence/coverage.ts';
import type { EvidenceFacts } from '../evidence/facts.ts';
import { isOfEvidence } from './evidence-rule-names.ts';
import type { Finding } from './finding.ts';
import { checkDocument } from './run.ts';
import { count, quote } from './words.ts';

export const COVERAGE_RULE = 'evidence-coverage';

/** The shares as notes, the document's first; then the findings in reading order. */
export function checkEvidence(document: DespatchDocument, facts: EvidenceFacts | null): Finding[] {
  return [...shareNotes(document), ...checkDocument(document, [], facts).filter(isOfEvidence)];
}

function shareNotes(document: DespatchDocument): Finding[] {
  const { whole, sections } = coverageOf(document);
  const first = document.sections.flatMap(({ blocks }) => blocks)[0];
  const title = document.sections.flatMap(({ blocks }) => blocks).find(({ kind }) => kind === 'title');
  const notes = [noteOf(whole, title?.id ?? first?.id ?? document.id, 'in this document')];
  for (const section of document.sections) {
    const share = sections.get(section.id);
    if (!share || section.role === 'unknown') continue;
    const heading = section.blocks.find(({ kind }) => kind === 'heading');
    const words = heading && heading.kind !== 'unknown' ? plainText(heading.content).trim() : '';
    const name = words === '' ? `“${sectionRules[section.role].name}”` : quote(words);
    notes.push(noteOf(share, heading?.id ?? section.blocks[0]?.id ?? document.id, `in ${name}`));
  }
  return notes;
}

function noteOf(share: Share, blockId: string, where: string): Finding {
  const figures = `${share.figuresWithEvidence} of ${count(share.figures, 'figure')}`;
  const points = `${share.pointsWithEvidence} of ${count(share.points, 'point')}`;
  const parts = [...(share.figures > 0 ? [figures] : []), ...(share.points > 0 ? [points] : [])];
  const message =
    parts.length === 0
      ? `There are no points and no figures ${where}.`
      : `${parts.join(' and ')} ${where} have evidence.`;
  return { rule: COVERAGE_RULE, severity: 'note', blockId, message };
}
