/** Files as papers: keeping them, looking where they came from, and writing them out again. */
import { promises } from 'node:fs';
import path from 'node:path';
import type { CallInput } from '../../../shared/contract/calls.ts';
import { DespatchError } from '../../../shared/contract/errors.ts';
import { papersOf } from '../../../shared/pack/papers-of.ts';
import { abortSignal } from '../abort-signal.ts';
import { filesInFolder } from '../evidence/files-in-folder.ts';
import type { FeatureHandlers, Services } from '../handlers.ts';
import { findMeeting } from './meeting-handlers.ts';
import {
  type ComingFile,
  cameFromOf,
  changedFiles,
  forgetPaperFiles,
  type KeptFile,
  keepPaperFile,
} from './paper-files.ts';
import { writeKept } from './write-kept.ts';

type ChosenFile = CallInput<'meetings.addFiles'>['files'][number];

export function paperHandlers(
  services: Services,
): FeatureHandlers<
  'meetings.addFiles' | 'meetings.savePaper' | 'meetings.changedFiles' | 'meetings.takeChanged'
> {
  const { store, grants, originals } = services;
  const found = (meetingId: string) => store().read((tables) => findMeeting(tables, meetingId));

  async function coming(file: ChosenFile): Promise<ComingFile[]> {
    if ('bytes' in file) return [file];
    const granted = grants.fileOf(file.grant, 'read');
    const stats = await promises.stat(granted).catch(() => null);
    const files = stats?.isDirectory() ? await filesInFolder(granted) : [granted];
    return files.map((each) => ({ path: each }));
  }

  return {
    'meetings.addFiles': async ({ meetingId, files }, context) => {
      const meeting = found(meetingId);
      const all = (await Promise.all(files.map(coming))).flat();
      const kept: KeptFile[] = [];
      try {
        for (const [at, file] of all.entries()) {
          context.progress(at / all.length, path.basename('path' in file ? file.path : file.name));
          kept.push(await keepPaperFile(services, meeting, file, abortSignal(context)));
        }
      } catch (thrown) {
        const fresh = kept.flatMap((one) => one.fresh ?? []);
        // Why nothing is added is the answer; what cannot be taken back now only takes room.
        await forgetPaperFiles(services, meeting.id, fresh).catch(() => undefined);
        throw thrown;
      }
      return kept.map(({ told }) => told);
    },

    'meetings.savePaper': async ({ meetingId, paperId, grant }, context) => {
      const target = grants.fileOf(grant, 'write');
      const paper = papersOf(found(meetingId).meeting).find((each) => each.paper.id === paperId)?.paper;
      if (paper?.source.type !== 'file') {
        throw new DespatchError('call.invalid', { reason: 'the paper is no file' });
      }
      const { sha256, name } = paper.source;
      const missing = () => new DespatchError('evidence.originalMissing', { file: name });
      return writeKept(originals.pathOf(sha256), sha256, target, {
        missing,
        signal: context.signal,
      });
    },

    'meetings.changedFiles': async ({ meetingId }, context) =>
      changedFiles(services, found(meetingId), context),

    'meetings.takeChanged': async ({ meetingId, paperId }, context) => {
      const meeting = found(meetingId);
      const file = cameFromOf(services, meeting, paperId);
      return (await keepPaperFile(services, meeting, { path: file }, abortSignal(context))).told;
    },
  };
}
