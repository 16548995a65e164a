/** The marking that a supplied PDF shows on its pages. */
import type { Marking } from '../../../shared/document/schema.ts';
import { readMarking } from '../../../shared/import/marking.ts';
import { highestMarking } from '../../../shared/pack/highest-marking.ts';
import type { Inspection } from '../../../shared/pack/inspection.ts';

/** Lines from either end of a page at which a marking may stand. */
const EDGE = 3;

/** The highest of all its pages; null: none is marked. */
export function shownMarking({ pages }: Pick<Inspection, 'pages'>): Marking | null {
  return highestMarking(
    pages.flatMap(({ text }) => {
      if (!text.includes('OFFICIAL')) return [];
      const lines = text.split('\n').filter((line) => line.trim() !== '');
      return [...lines.slice(0, EDGE), ...lines.slice(-EDGE)].map(readMarking);
    }),
  );
}
