/** Building, publishing and giving out the packs of a meeting. */
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import type { CallInput, CallOutput } from '../../../shared/contract/calls.ts';
import { type ErrorData, toErrorData } from '../../../shared/contract/errors.ts';
import type { PackSummary } from '../../../shared/contract/pack-calls.ts';
import type { CommandHandlers } from '../../app/commands.tsx';
import { notifyError, notifyFailure } from '../../app/failures.ts';
import { useServices } from '../../app/services.ts';
import { notify } from '../../ui/toasts.tsx';
import { ChangedFilesDialog } from '../builder/changed-files-dialog.tsx';
import type { AgendaDesk } from '../builder/desk.ts';
import type { Job } from '../builder/job-progress.tsx';
import { DeadlinesDialog } from '../deadlines/deadlines-dialog.tsx';
import { BuildDialog } from './build-dialog.tsx';
import { audienceName, type BuildChoice, draftsTogether } from './packs-model.ts';
import { PublishDialog } from './publish-dialog.tsx';
import { RefusedDialog } from './refused-dialog.tsx';
import { SupplementDialog } from './supplement-dialog.tsx';

export type Refusal = NonNullable<CallOutput<'packs.refused'>['refusal']>;
type Order = Omit<CallInput<'packs.build'>, 'meetingId'>;

type Dialog =
  | { readonly is: 'build' | 'supplement' | 'deadlines' }
  | { readonly is: 'changed'; readonly next: 'build' | 'supplement' }
  | { readonly is: 'publish'; readonly packs: readonly PackSummary[] }
  | { readonly is: 'refused'; readonly error: ErrorData; readonly order: Order | null };

export interface Packs {
  /** null while they are read for the first time. */
  readonly list: readonly PackSummary[] | null;
  /** The public pack that was refused last, where none was built since. */
  readonly refusal: Refusal | null;
  readRefusal(): void;
  saveRefusal(): void;
  readonly job: Job | null;
  readonly dialog: ReactNode;
  readonly commands: CommandHandlers;
  showDeadlines(): void;
  askBuild(): void;
  askSupplement(): void;
  buildConsolidated(): void;
  askPublish(pack: PackSummary): void;
  read(pack: PackSummary): void;
  saveAs(pack: PackSummary): void;
  saveProof(pack: PackSummary): void;
  discard(pack: PackSummary): void;
}

export function usePacks(desk: Pick<AgendaDesk, 'session' | 'showTab' | 'changed'>): Packs {
  const { client, desktop, go } = useServices();
  const { session, showTab, changed } = desk;
  const { meeting, saveState } = session;
  const meetingId = meeting.id;
  const [list, setList] = useState<readonly PackSummary[] | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [job, setJob] = useState<Job | null>(null);
  const [dialog, setDialog] = useState<Dialog | null>(null);
  /** Takes the last notice of a build away: what it offers to read is replaced or published soon. */
  const forgetBuilt = useRef(() => {});
  const close = () => setDialog(null);

  const load = useCallback(
    () =>
      Promise.all([
        client.call('packs.list', { meetingId }).then(setList),
        client.call('packs.refused', { meetingId }).then(({ refusal }) => setRefusal(refusal)),
      ]).then(() => {}, notifyFailure),
    [client, meetingId],
  );
  const savedAt = saveState.status === 'saved' ? saveState.at : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a draft is outdated once the meeting was saved again.
  useEffect(() => void load(), [load, savedAt]);

  const build = async (order: Order, title: string) => {
    close();
    if (job !== null) {
      notify({ tone: 'info', title: 'A pack is being built already' });
      return;
    }
    const abort = new AbortController();
    const show = (done: number, label: string) => setJob({ label, done, cancel: () => abort.abort() });
    show(0, title);
    forgetBuilt.current();
    try {
      await session.flush();
      const { packs } = await client.call(
        'packs.build',
        { meetingId, ...order },
        { signal: abort.signal, onProgress: show },
      );
      await load();
      showTab('packs');
      forgetBuilt.current = notify({
        tone: 'done',
        title: packs.length === 1 ? 'The pack is built' : 'The packs are built',
        body: `Read ${packs.length === 1 ? 'it' : 'them'} before you publish: what is published is exactly these bytes.`,
        actions: packs.map((pack) => ({
          label: packs.length === 1 ? 'Read it' : `Read the ${audienceName(pack).toLowerCase()} pack`,
          run: () => read(pack),
        })),
      });
    } catch (thrown) {
      const error = toErrorData(thrown);
      // A refusal is to be read, and its place gone to; a notice would not do.
      await load();
      const isRefusal =
        error.code.startsWith('pack.') && !['pack.stopped', 'pack.noRoom'].includes(error.code);
      if (isRefusal) setDialog({ is: 'refused', error, order });
      else notifyError(error);
    } finally {
      setJob(null);
    }
  };
  const start = ({ audiences, kind }: BuildChoice) =>
    void build({ kind, audiences: [...audiences] }, 'Building the pack');

  const publish = async (packs: readonly PackSummary[]) => {
    close();
    forgetBuilt.current();
    try {
      await session.flush();
      await client.call('packs.publish', { packIds: packs.map(({ id }) => id) });
      notify({
        tone: 'done',
        title: packs.length === 1 ? 'The pack is published' : 'Both packs are published',
        body:
          packs.length === 1
            ? 'Its bytes are kept. Save it where it is to be read.'
            : 'Their bytes are kept. Save them where they are to be read.',
        actions: packs.map((pack) => ({
          label: `Save the ${audienceName(pack).toLowerCase()} pack…`,
          run: () => saveAs(pack),
        })),
      });
    } catch (thrown) {
      notifyFailure(thrown);
    } finally {
      await load();
    }
  };
  const write = async (pack: PackSummary, what: 'pack' | 'proof') => {
    const suggested = what === 'pack' ? pack.title : `${pack.title}, proof`;
    const file = await desktop.chooseMeetingTarget(what, suggested);
    if (!file) return;
    const { fileName } = await client.call(what === 'pack' ? 'packs.saveAs' : 'packs.saveProof', {
      packId: pack.id,
      grant: file.grant,
    });
    const open = (how: 'open' | 'reveal') =>
      void desktop
        .openExported(file.grant, how)
        .then((error) => error && notifyError(error))
        .catch(notifyFailure);
    notify({
      tone: 'done',
      title: `Saved ${fileName}`,
      actions: [
        { label: 'Open', run: () => open('open') },
        { label: 'Show in folder', run: () => open('reveal') },
      ],
    });
  };
  const saveRefusal = async () => {
    const file = await desktop.chooseMeetingTarget('proof', `${meeting.committee}, why it was refused`);
    if (!file) return;
    const { fileName } = await client.call('packs.saveRefusal', { meetingId, grant: file.grant });
    notify({ tone: 'done', title: `Saved ${fileName}`, body: 'It quotes no exempt word.' });
  };
  const read = ({ id: packId }: PackSummary) => {
    forgetBuilt.current();
    void go({ screen: 'pack', packId, meetingId }).catch(notifyFailure);
  };
  const saveAs = (pack: PackSummary) => void write(pack, 'pack').catch(notifyFailure);
  const discard = async ({ id }: PackSummary) => {
    try {
      await client.call('packs.discard', { packId: id });
    } catch (thrown) {
      notifyFailure(thrown);
    } finally {
      await load();
    }
  };
  const exportCalendar = async () => {
    const file = await desktop.chooseMeetingTarget('calendar', `${meeting.committee} dates`);
    if (!file) return;
    await session.flush();
    const { fileName } = await client.call('meetings.exportCalendar', { meetingId, grant: file.grant });
    notify({ tone: 'done', title: `Saved ${fileName}`, body: 'Open it to add the dates to a calendar.' });
  };

  const published = (list ?? []).some(({ publishedAt }) => publishedAt !== null);
  const nothingPublished = { unavailable: 'Nothing of this meeting has been published yet' };
  /** Nothing is built of a file that has changed before somebody said which of the two it is to be. */
  const askAfterChanges = async (next: 'build' | 'supplement') => {
    try {
      const open = await changed.look();
      setDialog(open === 0 ? { is: next } : { is: 'changed', next });
    } catch (thrown) {
      notifyFailure(thrown);
    }
  };
  const askBuild = () => void askAfterChanges('build');
  const askSupplement = () => void askAfterChanges('supplement');
  const buildConsolidated = () =>
    void build(
      { kind: 'consolidated', audiences: ['restricted', 'public'] },
      'Building the consolidated pack',
    );
  const showDeadlines = () => setDialog({ is: 'deadlines' });
  return {
    list,
    refusal,
    readRefusal: () =>
      refusal &&
      setDialog({ is: 'refused', error: { code: 'pack.leak', details: refusal.details }, order: null }),
    saveRefusal: () => void saveRefusal().catch(notifyFailure),
    job,
    showDeadlines,
    askBuild,
    askSupplement,
    buildConsolidated,
    askPublish: (pack) => setDialog({ is: 'publish', packs: draftsTogether(list ?? [], pack) }),
    read,
    saveAs,
    saveProof: (pack) => void write(pack, 'proof').catch(notifyFailure),
    discard: (pack) => void discard(pack),
    commands: {
      'meeting-build': askBuild,
      'meeting-supplement': published ? askSupplement : nothingPublished,
      'meeting-consolidated': published ? buildConsolidated : nothingPublished,
      'meeting-deadlines': showDeadlines,
      'meeting-calendar':
        meeting.date === ''
          ? { unavailable: 'The meeting has no date yet' }
          : () => void exportCalendar().catch(notifyFailure),
    },
    dialog:
      dialog === null ? null : dialog.is === 'build' ? (
        <BuildDialog meeting={meeting} onBuild={start} onClose={close} />
      ) : dialog.is === 'changed' ? (
        <ChangedFilesDialog changed={changed} next={() => setDialog({ is: dialog.next })} onClose={close} />
      ) : dialog.is === 'supplement' ? (
        <SupplementDialog
          meeting={meeting}
          onBuild={(supplement, audiences) =>
            void build(
              { kind: 'supplement', audiences: [...audiences], supplement },
              'Building the supplement',
            )
          }
          onClose={close}
        />
      ) : dialog.is === 'publish' ? (
        <PublishDialog
          packs={dialog.packs}
          meeting={meeting}
          onPublish={() => void publish(dialog.packs)}
          onClose={close}
        />
      ) : dialog.is === 'refused' ? (
        <RefusedDialog
          error={dialog.error}
          onBuildWithout={() =>
            dialog.order && void build({ ...dialog.order, leaveOutUnreadable: true }, 'Building the pack')
          }
          onSaveReport={
            dialog.error.code === 'pack.leak' ? () => void saveRefusal().catch(notifyFailure) : null
          }
          onClose={close}
        />
      ) : (
        <DeadlinesDialog
          session={session}
          onCalendar={() => void exportCalendar().catch(notifyFailure)}
          onClose={close}
        />
      ),
  };
}
