/** Building packs as drafts, publishing them, and giving them out. */
import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { CallContext } from '../../../shared/contract/calls.ts';
import { DespatchError } from '../../../shared/contract/errors.ts';
import type { PackSummary } from '../../../shared/contract/pack-calls.ts';
import type { PackRow } from '../db/packs-repository.ts';
import type { Tables } from '../db/store.ts';
import type { Originals } from '../evidence/originals.ts';
import { isSpokenOf } from '../evidence/spoken-of.ts';
import { writeTarget } from '../export/target.ts';
import type { FeatureHandlers, Services } from '../handlers.ts';
import { orNoRoom } from '../pack/no-room.ts';
import { findMeeting } from './meeting-handlers.ts';
import { type BuiltPack, PackRefused, type PackWorkshop } from './pack-builder.ts';
import { packChanges } from './pack-changes.ts';
import { outdated, packTitle, toPackSummary } from './pack-summary.ts';
import { jsonBytes, Refusals } from './refusals.ts';
import { writeKept } from './write-kept.ts';

type Call =
  | 'packs.list'
  | 'packs.changes'
  | 'packs.check'
  | 'packs.build'
  | 'packs.publish'
  | 'packs.discard'
  | 'packs.saveAs'
  | 'packs.saveProof'
  | 'packs.refused'
  | 'packs.saveRefusal';

/** @throws DespatchError `pack.notFound`, also for packs of a meeting in the bin. */
export function findPack(tables: Tables, packId: string) {
  const pack = tables.packs.find(packId);
  if (!pack) throw new DespatchError('pack.notFound', { packId });
  const meeting = tables.meetings.find(pack.meetingId);
  if (!meeting || meeting.deletedAt !== null) throw new DespatchError('pack.notFound', { packId });
  return { pack, meeting };
}

/** @param kept where the bytes of packs stand, under their hash. */
export function packHandlers(
  { store, grants, folder, mint, now }: Services,
  kept: Originals,
  { build, check }: PackWorkshop,
): FeatureHandlers<Call> {
  const time = () => now().toISOString();
  const inBuilding = new Set<string>();
  const refusals = new Refusals(folder);

  const buildOrKeepRefusal: typeof build = async (order, context) => {
    try {
      return await build(order, context);
    } catch (thrown) {
      if (thrown instanceof PackRefused) {
        const { details, proof } = thrown;
        await refusals.keep(order.meeting.id, { details: { ...details }, proof });
      }
      throw thrown;
    }
  };

  /** Drafts of the same kind and audience make room; with their rows their bytes go. */
  async function enter(
    meetingId: string,
    drafts: readonly Omit<PackRow, 'publishedAt'>[],
  ): Promise<PackSummary[]> {
    const { packs, gone } = store().write((tables) => {
      const meeting = findMeeting(tables, meetingId);
      const replaced = tables.packs
        .ofMeeting(meetingId)
        .filter(({ publishedAt }) => publishedAt === null)
        .filter((old) => drafts.some(({ kind, audience }) => kind === old.kind && audience === old.audience));
      for (const draft of drafts) tables.packs.insert(draft);
      const gone = replaced.flatMap(({ id }) => tables.packs.deleteDraft(id) ?? []);
      const packs = drafts.map((draft) => toPackSummary(tables, { ...draft, publishedAt: null }, meeting));
      return { packs, gone };
    });
    await removeBytes(gone);
    return packs;
  }

  async function removeBytes(hashes: readonly string[]): Promise<void> {
    // What cannot be removed now, the next sweep removes.
    await Promise.all(hashes.map((hash) => rm(kept.pathOf(hash), { force: true }).catch(() => undefined)));
  }

  /** Bytes that could not be entered after all are taken away again, unless another pack has the same. */
  async function keep<Result>(
    built: readonly BuiltPack[],
    enterThem: () => Promise<Result>,
  ): Promise<Result> {
    const arrived = built.map(({ file, sha256, bytes }) => ({ file, hash: sha256, bytes }));
    try {
      await kept.keep(arrived);
      return await enterThem();
    } catch (thrown) {
      const isKnown = (hash: string) => isSpokenOf(store(), hash, ({ packs }) => new Set(packs.hashes()));
      for (const one of arrived) await kept.forget(one, isKnown);
      throw thrown;
    }
  }

  /** Whatever is put down under the prefix is gone afterwards, unless it was kept. */
  async function inFolder<Result>(
    what: string,
    work: (place: { folder: string; prefix: string }) => Promise<Result>,
  ): Promise<Result> {
    const arrivals = await orNoRoom({ folder }, () => kept.arrivals());
    const place = { folder: arrivals, prefix: `${what}-${mint()}-` };
    try {
      return await work(place);
    } finally {
      await kept.forgetArrivals(place.prefix, false);
    }
  }

  const summaries = (tables: Tables, packs: readonly PackRow[], meetingId: string) => {
    const meeting = findMeeting(tables, meetingId);
    return packs.map((pack) => toPackSummary(tables, pack, meeting));
  };

  return {
    'packs.list': async ({ meetingId }) =>
      store().read((tables) => summaries(tables, tables.packs.ofMeeting(meetingId), meetingId)),
    'packs.changes': async ({ meetingId }) =>
      store().read((tables) => packChanges(tables, findMeeting(tables, meetingId))),

    'packs.check': async ({ meetingId }, context) => {
      const { meeting, pack } = store().read((tables) => {
        const meeting = findMeeting(tables, meetingId);
        const packs = tables.packs.ofMeeting(meetingId).filter(({ audience }) => audience === 'restricted');
        const pack = packs.find(
          ({ kind, meetingRevision }) => kind !== 'supplement' && meetingRevision === meeting.revision,
        );
        return { meeting: meeting.meeting, pack: pack ?? null };
      });
      return inFolder('check', async (place) => ({
        findings: await check({ meeting, pack, ...place }, context),
      }));
    },

    'packs.build': async (
      { meetingId, kind, audiences, supplement, leaveOutUnreadable = false },
      context,
    ) => {
      if ((kind === 'supplement') !== (supplement !== undefined)) {
        throw new DespatchError('call.invalid', {
          reason: 'a supplement, and nothing else, names its papers',
        });
      }
      const { meeting, published } = store().read((tables) => ({
        meeting: findMeeting(tables, meetingId),
        published: tables.packs.ofMeeting(meetingId).filter(({ publishedAt }) => publishedAt !== null),
      }));
      if (inBuilding.has(meetingId)) {
        throw new DespatchError('pack.stopped', { reason: 'a pack of this meeting is being built already' });
      }
      inBuilding.add(meetingId);
      try {
        return await inFolder('build', async (place) => {
          const built = await buildOrKeepRefusal(
            {
              meeting: meeting.meeting,
              kind,
              audiences: [...new Set(audiences)],
              supplement: supplement ?? null,
              leaveOutUnreadable,
              published,
              ...place,
            },
            context,
          );
          refuseCancelled(context);
          const builtAt = time();
          const drafts = built.map((pack) => ({
            ...draftOf(pack),
            id: mint(),
            meetingId,
            kind,
            meetingRevision: meeting.revision,
            builtAt,
          }));
          const packs = await orNoRoom({ place: 'the finished pack', folder }, () =>
            keep(built, () => enter(meetingId, drafts)),
          );
          if (audiences.includes('public')) await refusals.forget(meetingId);
          return { packs };
        });
      } finally {
        inBuilding.delete(meetingId);
      }
    },

    'packs.publish': async ({ packIds }) => {
      for (const packId of packIds) {
        const { pack, meeting } = store().read((tables) => findPack(tables, packId));
        if ((await kept.sizeOf(pack.sha256)) !== pack.bytes) {
          throw new DespatchError('pack.damaged', { name: packTitle(meeting.meeting, pack) });
        }
      }
      return store().write((tables) => {
        const found = packIds.map((packId) => findPack(tables, packId));
        const [first] = found;
        const publishedAt = time();
        for (const { pack, meeting } of found) {
          if (first?.pack.builtAt !== pack.builtAt || first.pack.meetingId !== pack.meetingId) {
            throw new DespatchError('call.invalid', { reason: 'packs of one build are published together' });
          }
          const reason = outdated(tables, pack, meeting);
          if (reason !== null) throw new DespatchError('pack.outdated', { reason });
          // One that is published already stays as it was.
          tables.packs.publish(pack.id, publishedAt);
        }
        const packs = found.flatMap(({ pack }) => tables.packs.find(pack.id) ?? []);
        return { packs: summaries(tables, packs, first?.pack.meetingId ?? '') };
      });
    },

    'packs.discard': async ({ packId }) => {
      const gone = store().write((tables) => {
        const { pack } = findPack(tables, packId);
        if (pack.publishedAt !== null) {
          throw new DespatchError('call.invalid', { reason: 'a published pack is kept' });
        }
        return tables.packs.deleteDraft(packId);
      });
      await removeBytes(gone === null ? [] : [gone]);
      return {};
    },

    'packs.saveAs': async ({ packId, grant }, { signal }) => {
      const target = grants.fileOf(grant, 'write');
      const { pack, meeting } = store().read((tables) => findPack(tables, packId));
      const missing = () => new DespatchError('pack.damaged', { name: packTitle(meeting.meeting, pack) });
      return writeKept(kept.pathOf(pack.sha256), pack.sha256, target, { missing, signal });
    },

    'packs.saveProof': async ({ packId, grant }) => {
      const target = grants.fileOf(grant, 'write');
      const { pack } = store().read((tables) => findPack(tables, packId));
      if (pack.proof === null) throw new DespatchError('pack.notFound', { packId });
      return writeReport(target, pack.proof);
    },

    'packs.refused': async ({ meetingId }) => {
      const kept = await refusals.find(meetingId);
      const refusal = kept && {
        at: kept.proof.date,
        places: Math.max(1, kept.proof.findings.length),
        details: kept.details,
      };
      return { refusal };
    },
    'packs.saveRefusal': async ({ meetingId, grant }) => {
      const target = grants.fileOf(grant, 'write');
      const refusal = await refusals.find(meetingId);
      if (refusal === null) throw new DespatchError('pack.notFound', { packId: meetingId });
      return writeReport(target, refusal.proof);
    },
  };
}

async function writeReport(target: string, report: unknown): Promise<{ fileName: string; bytes: number }> {
  const bytes = jsonBytes(report);
  await writeTarget(target, bytes);
  return { fileName: path.basename(target), bytes: bytes.length };
}

function draftOf({ file: _file, ...kept }: BuiltPack) {
  return kept;
}

function refuseCancelled({ signal }: CallContext): void {
  if (signal.aborted) throw new DespatchError('call.cancelled');
}
