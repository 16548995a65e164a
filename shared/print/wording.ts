/** How the words of a document that need more than themselves are made: references from their targets. */
import type { Thread } from '../comments/thread.ts';
import { DespatchError } from '../contract/errors.ts';
import { plainText } from '../document/walk.ts';
import type { Exemption } from '../pack/exemption.ts';
import { printedTargets } from '../references/targets.ts';
import { referenceText } from '../references/words.ts';
import type { PrintEvidence } from './evidence.ts';
import type { Audience, Shown } from './exempt.ts';
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
  /** public: without what is exempt, and without comments. Absent: restricted. */
  readonly audience?: Audience | undefined;
  /** Why the paper as a whole is exempt, for the line that its copies bear; absent: it is not. */
  readonly exempt?: readonly Exemption[] | undefined;
}

/**
 * @param shown what this copy may show.
 * @param anchors is given the id of every block that a reference leads to.
 * @param notes makes their marks; null where there are none.
 */
export function wordingOf(
  shown: Shown,
  anchors: Set<string>,
  { draft = false, threads = [], evidence }: PrintOptions,
  notes: NoteMarks | null,
): Wording {
  return {
    comments: threads.length > 0,
    notes,
    keepsCited: evidence !== undefined && evidence.form !== 'none',
    wordsOf: (reference, { id, content }) => {
      const words = referenceText(reference, printedTargets(shown.named));
      // A number may be named that is not there; a link must lead somewhere.
      if (words !== null && shown.hides(reference.target)) return { text: words, target: null };
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
