/** Security markings: the pack bears the highest of its parts, and what is sensitive is not for the public. */
import type { Marking } from '../../document/schema.ts';
import { readMarking } from '../../import/marking.ts';
import { markingLine } from '../../print/marking.ts';
import type { CheckedPaper, PackRule } from './context.ts';
import { capital, pageWords } from './words.ts';

const rank: Readonly<Record<Marking['classification'], number>> = { OFFICIAL: 1, 'OFFICIAL-SENSITIVE': 2 };

interface Marked {
  readonly marking: Marking;
  readonly pages: readonly number[];
}

/** How many lines from either end of a page its marking may stand. */
const EDGE = 2;

/** The highest that a paper states: a document by its own marking, a PDF by the lines at the edges of its pages. */
function markedAs({ content }: CheckedPaper): Marked | null {
  if (content?.type === 'document')
    return content.document.marking === null ? null : { marking: content.document.marking, pages: [] };
  if (content?.type !== 'pdf') return null;
  let highest: Marking | null = null;
  let pages: number[] = [];
  for (const [at, { text }] of content.inspection.pages.entries()) {
    const lines = text.split('\n');
    for (const line of [...lines.slice(0, EDGE), ...lines.slice(-EDGE)]) {
      const marking = readMarking(line);
      if (marking === null) continue;
      if (highest === null || rank[marking.classification] > rank[highest.classification]) {
        highest = marking;
        pages = [];
      }
      if (rank[marking.classification] === rank[highest.classification] && pages.at(-1) !== at + 1)
        pages.push(at + 1);
    }
  }
  return highest === null ? null : { marking: highest, pages };
}

export const markingTooLow: PackRule = {
  name: 'marking-too-low',
  *check({ meeting, papers }) {
    const own = meeting.marking;
    if (own === null) return;
    for (const paper of papers) {
      const marked = markedAs(paper);
      if (marked === null || rank[marked.marking.classification] <= rank[own.classification]) continue;
      const message = `The paper is marked ${markingLine(marked.marking)}, the pack only ${markingLine(own)}. Mark the pack at least as high, or take the paper out.`;
      yield { severity: 'error', at: paper, pages: marked.pages, message };
    }
  },
};

export const sensitiveInPublic: PackRule = {
  name: 'sensitive-in-public',
  *check({ meeting, papers }) {
    if (meeting.kind !== 'committee') return;
    for (const paper of papers) {
      const marked = paper.exempt ? null : markedAs(paper);
      if (marked?.marking.classification !== 'OFFICIAL-SENSITIVE') continue;
      const where =
        marked.pages.length === 0
          ? 'It is'
          : `${capital(pageWords(marked.pages))} ${marked.pages.length === 1 ? 'is' : 'are'}`;
      const message = `${where} marked ${markingLine(marked.marking)}, and the paper is open to the public. Make it exempt, or have the marking taken off.`;
      yield { severity: 'warning', at: paper, pages: marked.pages, message };
    }
  },
};
