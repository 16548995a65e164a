/** Which edition of a pack is built: the pack itself, a supplement, or all that was published. */
import { DespatchError } from '../../../shared/contract/errors.ts';
import { numberItems } from '../../../shared/pack/agenda-numbers.ts';
import type { AgendaItem, Meeting } from '../../../shared/pack/meeting.ts';
import { inherited } from '../../../shared/pack/pack-papers.ts';
import { papersOf } from '../../../shared/pack/papers-of.ts';
import { paperState } from '../../../shared/pack/supplement.ts';
import type { PackSource } from '../db/packs-repository.ts';
import { type Edition, wholePack } from '../pack/edition.ts';
import { consolidated, supplement, supplementLetter } from '../pack/supplement-edition.ts';
import type { PackOrder } from './pack-builder.ts';
import { publicationsOf, stateOf } from './publications.ts';

export interface AskedEdition {
  /** With the layout of this edition. */
  readonly meeting: Meeting;
  readonly edition: Edition;
  readonly letter: string | null;
  /** Before its numbers. */
  readonly prefix: string;
  /**
   * @param sources what the papers were opened as.
   * @throws DespatchError `meeting.incomplete` where that is not what the edition may show.
   */
  refuse(sources: readonly PackSource[]): void;
}

/** @throws DespatchError `meeting.incomplete` where nothing was published that it could belong to. */
export function editionOf({ meeting, kind, supplement: asked, published }: PackOrder): AskedEdition {
  if (kind === 'pack') {
    return { meeting, edition: wholePack(meeting), letter: null, prefix: '', refuse: () => {} };
  }
  const { overtaken, current } = publicationsOf(published);
  if (current.length === 0) {
    throw new DespatchError('meeting.incomplete', {
      reason: 'no pack of the meeting has been published yet',
    });
  }
  if (kind === 'supplement' && asked) {
    const own = { ...meeting, layout: { ...meeting.layout, supplementNumbers: asked.numbers } };
    const publications = [...overtaken, ...current];
    const wanted = new Set(asked.paperIds);
    refuseUnknown(own, wanted);
    const { letter, prefix } = supplementLetter({ publications, meeting: own });
    const has = ({ paper }: { paper: { id: string } }) => wanted.has(paper.id);
    const edition = supplement({ meeting: own, items: numbered(own), publications, has });
    return { meeting: own, edition, letter, prefix, refuse: () => {} };
  }
  return {
    meeting,
    edition: consolidated({ meeting, items: numbered(meeting), publications: current }),
    letter: null,
    prefix: '',
    // Under numbers that were published stands what was published under them.
    refuse: (sources) => {
      const changed = sources.find(
        (source) => paperState(current, source.paperId, stateOf(source)) === 'corrected',
      );
      if (!changed) return;
      const title = papersOf(meeting).find(({ paper }) => paper.id === changed.paperId)?.paper.title ?? '';
      const reason = `“${title}” has changed since it was published; publish a supplement with it`;
      throw new DespatchError('meeting.incomplete', { reason });
    },
  };
}

const numbered = (meeting: Meeting) => numberItems<AgendaItem>(inherited(meeting.items));

function refuseUnknown(meeting: Meeting, wanted: ReadonlySet<string>): void {
  const there = papersOf(meeting).filter(({ item, paper }) => wanted.has(paper.id) && !item.hidden);
  const waited = there.find(({ paper }) => paper.source.type === 'toFollow');
  if (waited) {
    throw new DespatchError('meeting.incomplete', { reason: `“${waited.paper.title}” is still to follow` });
  }
  if (there.length < wanted.size) {
    throw new DespatchError('call.invalid', { reason: 'the meeting has no such paper' });
  }
}
