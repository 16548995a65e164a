/** Committees: listing, making, opening, saving and binning them. */
import type { committeeCalls } from '../../../shared/contract/committee-calls.ts';
import { DespatchError } from '../../../shared/contract/errors.ts';
import { newCommittee } from '../../../shared/pack/committee.ts';
import { usualItems } from '../../../shared/pack/standard-items.ts';
import type { CommitteeRow } from '../db/committees-repository.ts';
import type { Tables } from '../db/store.ts';
import type { FeatureHandlers, Services } from '../handlers.ts';
import { refuseTwice } from './valid-meeting.ts';

/** @throws DespatchError `committee.notFound`, also for one in the bin. */
export function findCommittee({ committees }: Tables, committeeId: string): CommitteeRow {
  const row = committees.find(committeeId);
  if (!row || row.deletedAt !== null) throw new DespatchError('committee.notFound', { committeeId });
  return row;
}

export function committeeHandlers({
  store,
  mint,
  now,
}: Services): FeatureHandlers<keyof typeof committeeCalls> {
  const time = () => now().toISOString();

  function setDeletedAt(committeeId: string, when: string | null): void {
    store().write(({ committees }) => {
      const row = committees.find(committeeId);
      if (!row) throw new DespatchError('committee.notFound', { committeeId });
      if ((row.deletedAt === null) !== (when === null)) committees.setDeletedAt(committeeId, when);
    });
  }

  return {
    'committees.list': async ({ deleted = false }) =>
      store()
        .read(({ committees }) => committees.list(deleted, time().slice(0, 10)))
        .map(({ id, committee, meetings, nextMeeting, revision, updatedAt }) => ({
          id,
          name: committee.name,
          kind: committee.kind,
          body: committee.body,
          members: committee.members.length,
          meetings,
          nextMeeting,
          revision,
          updatedAt,
        })),

    'committees.create': async ({ name, kind, body }) => {
      const plain = newCommittee(mint(), { name, kind, ...(body === undefined ? {} : { body }) });
      const committee = { ...plain, standardItems: usualItems(kind, plain.body, mint) };
      store().write(({ committees }) => committees.insert(committee, time()));
      return { committeeId: committee.id };
    },

    'committees.open': async ({ committeeId }) => {
      const { committee, revision } = store().read((tables) => findCommittee(tables, committeeId));
      return { committee, revision };
    },

    'committees.save': async ({ committee, baseRevision }) => {
      if (committee.name.trim() === '') {
        throw new DespatchError('meeting.invalid', { reason: 'a committee needs a name' });
      }
      refuseTwice(committee.standardItems);
      const savedAt = time();
      return store().write((tables) => {
        const row = findCommittee(tables, committee.id);
        if (row.revision !== baseRevision) {
          throw new DespatchError('meeting.revisionConflict', { name: row.committee.name });
        }
        const revision = row.revision + 1;
        tables.committees.change(committee, revision, savedAt);
        return { revision, savedAt };
      });
    },

    'committees.remove': async ({ committeeId }) => {
      setDeletedAt(committeeId, time());
      return {};
    },
    'committees.restore': async ({ committeeId }) => {
      setDeletedAt(committeeId, null);
      return {};
    },
  };
}
