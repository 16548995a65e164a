/** How the words of a document that need more than themselves are made: references from their targets. */
import type { Thread } from '../comments/thread.ts';
import { DespatchError } from '../contract/errors.ts';
import type { DespatchDocument } from '../document/schema.ts';
import { plainText } from '../document/walk.ts';
import { printedTargets } from '../references/targets.ts';
import { referenceText } from '../references/words.ts';
import type { PrintEvidence } from './evidence.ts';
import type { NoteMarks, Wording } from './words.ts';

/** Enough of a block to find it by. */
const OPENING = 60;
/** What a preview shows where an export stops. */
const BROKEN = '[broken reference]';

export interface PrintOptions {
  /** For the eyes of its author only: what would stop an export is shown in its place instead. */
  readonly draft?: boolean;
  /** Comments that leave with the words. */
  readonly threads?: readonly Thread[];
  /** How its sources are printed; absent: not at all. */
  readonly evidence?: PrintEvidence | undefined;
}

/**
 * @param anchors is given the id of every block that a reference leads to.
 * @param notes makes their marks; null where there are none.
 */
export function wordingOf(
  document: DespatchDocument,
  anchors: Set<string>,
  { draft = false, threads = [], evidence }: PrintOptions,
  notes: NoteMarks | null,
): Wording {
  return {
    comments: threads.length > 0,
    notes,
    keepsCited: evidence !== undefined && evidence.form !== 'none',
    wordsOf: (reference, { id, content }) => {
      const words = referenceText(reference, printedTargets(document));
      if (words !== null) {
        anchors.add(reference.target);
        return { text: words, target: reference.target };
      }
      if (draft) return { text: BROKEN, target: null };
      throw new DespatchError('export.brokenReference', {
        blockId: id,
        words: plainText(content).trim().slice(0, OPENING),
      });
    },
  };
}
