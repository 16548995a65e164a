/** Goes on adding while one works elsewhere, and says what came of it. */
import './adding.css';
import { lazy, type ReactNode, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import type { Batch } from '../../../../shared/contract/evidence-source-calls.ts';
import type { ReferenceRow } from '../../../../shared/contract/reference-calls.ts';
import { useCommands } from '../../../app/commands.tsx';
import { notifyFailure } from '../../../app/failures.ts';
import { useServices } from '../../../app/services.ts';
import type { CallOptions } from '../../../client/client.ts';
import { usePaletteEntries } from '../../../palette/sources.ts';
import { notify } from '../../../ui/toasts.tsx';
import { useSources, useSourcesStore } from '../../sources.ts';
import { importedSummary, wantsLook } from '../references/references-model.ts';
import { type Adding, AddingContext, type AddingJob, type IntakeFiles } from './adding.ts';
import { AddingProgress } from './progress.tsx';
import { canResume, needsLook, partsOf, progressOf, summaryOf, toResume } from './report-model.ts';

const ReportDialog = lazy(() => import('./report-dialog.tsx'));
const ReferencesReport = lazy(() => import('../references/references-report.tsx'));
const TextDialog = lazy(() => import('./text-dialog.tsx'));

const none: readonly Batch[] = [];
/** What a file that was copied, not chosen, may have; more would not fit through to the library. */
const MOST_BYTES = 256 * 1024 * 1024;

const FEW = 3;

export function AddingProvider({ children }: { readonly children: ReactNode }) {
  const { client, desktop } = useServices();
  const store = useSourcesStore();
  const { revision } = useSources();
  const [job, setJob] = useState<AddingJob | null>(null);
  const [batches, setBatches] = useState(none);
  const [report, setReport] = useState<string | null>(null);
  /** What became of the references that were imported last; null: not looked at. */
  const [references, setReferences] = useState<readonly ReferenceRow[] | null>(null);
  const [text, setText] = useState<string | null>(null);
  const abort = useRef<AbortController | null>(null);
  const queue = useRef<Promise<void>>(Promise.resolve());
  const waiting = useRef(0);
  /** Batches whose end was told, or need not be. */
  const told = useRef<Set<string> | null>(null);

  const readBatches = useCallback(async (): Promise<readonly Batch[]> => {
    const found = await client.call('evidence.batches', {});
    setBatches(found);
    return found;
  }, [client]);

  const tell = useCallback((batch: Batch) => {
    told.current?.add(batch.id);
    const { failed, left } = partsOf(batch);
    const from = batch.folder === null ? '' : `From the folder “${batch.folder}”: `;
    const look = needsLook(batch);
    notify({
      tone: failed.length > 0 || left.length > 0 ? 'info' : 'done',
      title: from + summaryOf(batch),
      stays: look,
      actions: [{ label: look ? 'See what needs you' : 'Show', run: () => setReport(batch.id) }],
    });
  }, []);

  const tellReferences = useCallback((name: string, rows: readonly ReferenceRow[]) => {
    const look = wantsLook(rows);
    notify({
      tone: 'done',
      title: importedSummary(rows),
      body: `From “${name}”. Nothing that the library knew was overwritten.`,
      stays: look,
      actions:
        rows.length === 0
          ? []
          : [{ label: look ? 'See what differs' : 'Show', run: () => setReferences(rows) }],
    });
  }, []);

  /**
   * Runs one call that takes files in; they follow each other, because one after the other is as fast.
   * @param start also says what came of it.
   */
  const run = useCallback(
    (files: number, start: (options: CallOptions) => Promise<void>): Promise<void> => {
      waiting.current += 1;
      setJob((now) => now && { ...now, waiting: waiting.current - 1 });
      const work = async () => {
        const controller = new AbortController();
        abort.current = controller;
        const show = (share: number, label: string) =>
          setJob({ share, label, files, waiting: waiting.current - 1 });
        show(0, '');
        try {
          await start({ signal: controller.signal, onProgress: show });
        } catch (thrown) {
          // Of a batch that was cancelled the library tells once it has stopped.
          notifyFailure(thrown);
        } finally {
          abort.current = null;
          waiting.current -= 1;
          if (waiting.current === 0) setJob(null);
          void readBatches().catch(() => undefined);
          void store.reload();
        }
      };
      const done = queue.current.then(work);
      queue.current = done;
      return done;
    },
    [readBatches, store],
  );

  // What came in from watched folders, and what an earlier run of Despatch left unfinished.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `revision` says when to look again.
  useEffect(() => {
    if (job !== null) return;
    let open = true;
    readBatches().then(
      (found) => {
        if (!open) return;
        const first = told.current === null;
        told.current ??= new Set();
        for (const batch of found) {
          if (batch.running || told.current.has(batch.id)) continue;
          // A report that was there before this window stays to be looked at, without a word.
          if (first && !canResume(batch)) told.current.add(batch.id);
          else tell(batch);
        }
      },
      // The list itself says why the library cannot be read.
      () => undefined,
    );
    return () => {
      open = false;
    };
  }, [revision, job === null]);

  const actions = useMemo(() => {
    const add = (files: IntakeFiles, editionOf?: string) =>
      run(files.length, async (options) => {
        const asked = editionOf === undefined ? { files } : { files, editionOf };
        tell(await client.call('evidence.add', asked, options));
      });
    const importReferences = async () => {
      const file = await desktop.chooseReferencesFile();
      if (file === null) return;
      await run(1, async (options) => {
        const { rows } = await client.call('references.import', { grant: file.grant }, options);
        tellReferences(file.name, rows);
      });
    };
    const chooseFiles = async () => {
      const files = await desktop.chooseEvidenceFiles();
      if (files.length > 0) await add(files.map(({ grant }) => ({ grant })));
    };
    const chooseFolder = async () => {
      const folder = await desktop.chooseEvidenceFolder();
      if (folder === null) return;
      const { name } = await client.call('evidence.watch', { grant: folder.grant });
      notify({
        tone: 'done',
        title: `Watching “${name}”`,
        body: 'What is in it is being added, and so is whatever comes to it from now on.',
      });
    };
    const addDropped = async (files: readonly File[]) => {
      const granted = await desktop.grantDropped(files);
      const taken: IntakeFiles = [];
      for (const [at, file] of files.entries()) {
        const grants = granted[at] ?? [];
        if (grants.length > 0) taken.push(...grants.map(({ grant }) => ({ grant })));
        else if (file.size > 0 && file.size <= MOST_BYTES) {
          taken.push({ name: nameOf(file, at), bytes: new Uint8Array(await file.arrayBuffer()) });
        }
      }
      if (taken.length > 0) await add(taken);
      else notify({ tone: 'info', title: 'There was no file to add', body: 'The folder is empty.' });
    };
    return {
      add,
      chooseFiles: () => void chooseFiles().catch(notifyFailure),
      chooseFolder: () => void chooseFolder().catch(notifyFailure),
      importReferences: () => void importReferences().catch(notifyFailure),
      addDropped: (files: readonly File[]) => void addDropped(files).catch(notifyFailure),
      addText: (words = '') => setText(words),
      cancel: () => abort.current?.abort(),
      resume: (batchId: string) => {
        setReport(null);
        told.current?.delete(batchId);
        const left = batches.find(({ id }) => id === batchId);
        void run(left ? toResume(left) : 1, async (options) =>
          tell(await client.call('evidence.resume', { batchId }, options)),
        );
      },
      showReport: setReport,
    };
  }, [client, desktop, run, tell, tellReferences, batches]);
  const adding = useMemo<Adding>(() => ({ job, batches, ...actions }), [job, batches, actions]);

  useCommands({ 'add-evidence': actions.chooseFiles, 'watch-evidence-folder': actions.chooseFolder });
  usePaletteEntries(() => [
    {
      id: 'import-references',
      group: 'Evidence',
      name: 'Import references…',
      keywords: 'RIS BibTeX CSL JSON Zotero EndNote Mendeley reference manager',
      run: actions.importReferences,
    },
  ]);

  // Of a few files the notice at their end is soon enough.
  const watched = batches.find(
    ({ running, folder, rows }) => running && folder !== null && rows.length > FEW,
  );
  const shown = batches.find(({ id }) => id === report);
  return (
    <AddingContext value={adding}>
      {children}
      {job ? createPortal(<AddingProgress job={job} onCancel={actions.cancel} />, document.body) : null}
      {watched && !job
        ? createPortal(
            <AddingProgress
              job={{ ...progressOf(watched), files: watched.rows.length, waiting: 0 }}
              folder={watched.folder}
              onCancel={null}
            />,
            document.body,
          )
        : null}
      <Suspense>
        {shown ? (
          <ReportDialog
            batch={shown}
            onResume={() => actions.resume(shown.id)}
            onChanged={() => {
              void readBatches().catch(notifyFailure);
              void store.reload();
            }}
            onClose={() => setReport(null)}
          />
        ) : null}
        {references ? <ReferencesReport rows={references} onClose={() => setReferences(null)} /> : null}
        {text === null ? null : <TextDialog text={text} onClose={() => setText(null)} />}
      </Suspense>
    </AddingContext>
  );
}

/** A picture on the clipboard has no name worth the word. */
function nameOf(file: File, at: number): string {
  if (file.name !== '' && !/^image\.\w+$/.test(file.name)) return file.name;
  const ending = /^image\/(\w+)/.exec(file.type)?.[1]?.replace('jpeg', 'jpg') ?? 'bin';
  return at === 0 ? `Pasted picture.${ending}` : `Pasted picture ${at + 1}.${ending}`;
}
